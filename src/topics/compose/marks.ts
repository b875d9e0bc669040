import { personalMarks, waysFor } from '@sunlit/rules';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../shared/icons.ts';
import { marked } from '../../shared/marks.ts';
import type { Scene } from '../scene.ts';
import type { Draft } from './draft.ts';
import type { ComposeSay } from './strings/index.ts';

const FIELDS = ['words', 'text', 'place'] as const;

interface Found {
  readonly field: (typeof FIELDS)[number];
  readonly mark: ReturnType<typeof personalMarks>[number];
  readonly words: string;
}

export const marksIn = (draft: Draft): readonly Found[] =>
  FIELDS.flatMap((field) => personalMarks(draft[field]).map((mark) => ({ field, mark, words: draft[field].slice(mark.start, mark.end) })));

/** The same words without what was marked. */
export function without(draft: Draft, found: readonly Found[], instead: string): Draft {
  // From the end, so that what stands before keeps its place.
  return [...found].reverse().reduce<Draft>((now, { field, mark }) => ({ ...now, [field]: now[field].slice(0, mark.start) + instead + now[field].slice(mark.end) }), draft);
}

/** What in the words looks personal, marked where it stands, and a button that takes it out. */
export function personal(draft: Draft, say: ComposeSay, set: (draft: Draft) => void): TemplateResult {
  const found = marksIn(draft);
  if (found.length === 0) return html`<p class="small muted clean" role="status">${say('marks.clean')}</p>`;
  const out = (some: readonly Found[]) => set(without(draft, some, say('marks.instead')));
  return html`<section class="marks" role="status"><h3>${icons.warning}${say('marks')}</h3>
    <p>${say('marks.text')}</p>
    ${FIELDS.filter((field) => found.some((one) => one.field === field)).map((field) => html`<blockquote>${marked(draft[field], found.filter((one) => one.field === field).map(({ mark }) => [mark.start, mark.end]))}</blockquote>`)}
    <ul>${found.map((one) => html`<li><button class="button out" type="button" @click=${() => out([one])}>${icons.close}<span>${say('marks.out', { words: one.words })}<span class="small muted">${say(`mark.${one.mark.kind}`)}</span></span></button></li>`)}
      ${found.length > 1 ? html`<li><button class="button out" type="button" @click=${() => out(found)}>${say('marks.all')}</button></li>` : nothing}</ul>
  </section>`;
}

/** Where the words rather belong, with a link where the page has one. */
export function otherWays(draft: Draft, say: ComposeSay, { ways }: Pick<Scene, 'ways'>): TemplateResult | typeof nothing {
  const found = waysFor(`${draft.words}\n${draft.text}`);
  if (found.length === 0) return nothing;
  return html`<section class="ways" role="status"><h3>${say('ways')}</h3>
    <ul>${found.map(({ way }) => {
      const href = way in ways ? ways[way as keyof typeof ways] : undefined;
      return html`<li><span>${say(`way.${way}`)}</span>${href ? html` <a href=${href} target="_blank" rel="noopener">${say('way.go')}</a>` : nothing}</li>`;
    })}</ul></section>`;
}
