import { html, type TemplateResult } from 'lit';

/** Text with the given half-open ranges marked; text nodes only, so that no record can bring markup along. */
export function marked(text: string, marks: readonly (readonly number[])[]): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const [start = 0, end = 0] of marks) {
    if (start < from || end <= start) continue;
    parts.push(text.slice(from, start), html`<mark>${text.slice(start, end)}</mark>`);
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
