import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Bench } from '../bench.ts';
import { deskIcons } from '../icons.ts';
import type { EditorKey } from '../strings/zh-CN.ts';
import { targetValue, type About } from './field.ts';

interface Mark {
  readonly name: EditorKey & `markdown.${string}`;
  readonly sign: SVGTemplateResult;
  readonly key?: string;
  /** The selected text as it is written with the mark. */
  readonly write: (selected: string, t: Bench['t']) => string;
  /** It is about whole lines. */
  readonly lines?: true;
}

const each = (selected: string, write: (line: string, index: number) => string): string => selected.split('\n').map(write).join('\n');

const MARKS: readonly Mark[] = [
  { name: 'markdown.heading', sign: deskIcons.heading, lines: true, write: (text) => each(text, (line) => (/^#{1,6} /.test(line) ? line.replace(/^#{1,6} /, '') : `## ${line}`)) },
  { name: 'markdown.bold', sign: deskIcons.bold, key: 'b', write: (text, t) => `**${text || t('markdown.text')}**` },
  { name: 'markdown.list', sign: deskIcons.list, lines: true, write: (text) => each(text, (line) => (line.startsWith('- ') ? line.slice(2) : `- ${line}`)) },
  { name: 'markdown.numbers', sign: deskIcons.numbers, lines: true, write: (text) => each(text, (line, index) => (/^\d+\. /.test(line) ? line.replace(/^\d+\. /, '') : `${String(index + 1)}. ${line}`)) },
  { name: 'markdown.link', sign: deskIcons.link, key: 'k', write: (text, t) => `[${text || t('markdown.text')}](https://)` },
  { name: 'markdown.table', sign: deskIcons.table, lines: true, write: (text, t) => `${text ? `${text}\n\n` : ''}| ${t('markdown.column')} | ${t('markdown.column')} |\n|---|---|\n|  |  |\n` },
];

/** The text as Markdown, with buttons for the few marks a document needs. */
export function markdown(bench: Bench, pointer: string, { id, describedBy, invalid }: About): TemplateResult {
  const { t } = bench;
  const value = bench.get(pointer);
  const area = (event: Event): HTMLTextAreaElement | null => (event.currentTarget instanceof Element ? event.currentTarget.closest('.markdown-box')?.querySelector('textarea') ?? null : null);
  const put = (mark: Mark, field: HTMLTextAreaElement | null): void => {
    if (!field) return;
    field.focus();
    const whole = field.value;
    const start = mark.lines ? whole.lastIndexOf('\n', field.selectionStart - 1) + 1 : field.selectionStart;
    const after = whole.indexOf('\n', field.selectionEnd);
    const end = mark.lines ? (after === -1 ? whole.length : after) : field.selectionEnd;
    field.setSelectionRange(start, end);
    const written = mark.write(whole.slice(start, end), t);
    // As if typed, so that undo of the browser takes it back; where it refuses, set it.
    if (!document.execCommand('insertText', false, written)) field.setRangeText(written, start, end, 'end');
    bench.set(pointer, field.value);
  };
  const shortcut = (event: KeyboardEvent): void => {
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey ? MARKS.find(({ key }) => key === event.key) : undefined;
    if (!mark) return;
    event.preventDefault();
    put(mark, area(event));
  };
  return html`<div class="markdown-box">
    <div class="marks" role="group" aria-label=${t('markdown.marks')}>
      ${MARKS.map((mark) => html`<button class="button quiet" type="button" aria-label=${t(mark.name)} title=${t(mark.name)} aria-controls=${id} @click=${(event: Event) => put(mark, area(event))}>${mark.sign}</button>`)}
    </div>
    <textarea class="field body" id=${id} rows="14" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${live(typeof value === 'string' ? value : '')}
      @keydown=${shortcut} @input=${(event: Event) => bench.set(pointer, targetValue(event))} @blur=${() => bench.left(pointer)}></textarea>
  </div>`;
}
