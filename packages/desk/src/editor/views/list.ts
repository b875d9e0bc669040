import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import { blankRow } from '../blank.ts';
import type { FieldWith } from '../form.ts';
import { deskIcons } from '../icons.ts';
import { idOf, isList, isRecord } from '../pointer.ts';
import type { Json } from '../types.ts';
import { fieldsView, problemLine, targetValue } from './field.ts';

/** Entries shown at a time: a power list has hundreds, and a form of thousands of fields is slow to type in. */
const PAGE = 20;

/** What can be done with each of several things, whatever they are. */
export interface Rows {
  readonly bench: Bench;
  readonly pointer: string;
  readonly label: string;
  readonly all: readonly Json[];
}

export function rowsAt(bench: Bench, pointer: string, label: string): Rows {
  return {
    bench, pointer, label,
    // As they are now, not as they were drawn: what was typed a moment ago must not be lost by a move.
    get all() {
      const value = bench.get(pointer);
      return isList(value) ? value : [];
    },
  };
}

/** The id of the first control of an entry, which takes the focus when the entry is new or moved. */
const entryId = (pointer: string, index: number): string => `${idOf(pointer)}-${String(index)}`;

function move(rows: Rows, from: number, by: -1 | 1): void {
  const { bench, pointer, label, all } = rows;
  const to = from + by;
  const one = all[from];
  if (to < 0 || to >= all.length) return;
  const rest = all.filter((_, at) => at !== from);
  bench.set(pointer, [...rest.slice(0, to), one, ...rest.slice(to)]);
  bench.keep(`${pointer} page`, Math.floor(to / PAGE));
  bench.announce(bench.t('list.moved', { name: label, number: to + 1, count: all.length }));
  bench.focus(`${entryId(pointer, to)}-${by === -1 ? 'up' : 'down'}`);
}

function remove({ bench, pointer, label, all }: Rows, index: number): void {
  bench.remove(pointer, all.filter((_, at) => at !== index), bench.t('list.removed', { name: label, number: index + 1, count: all.length - 1 }));
  const next = Math.min(index, all.length - 2);
  bench.keep(`${pointer} page`, Math.floor(Math.max(0, next) / PAGE));
  bench.focus(next < 0 ? `${idOf(pointer)}-add` : `${entryId(pointer, next)}-remove`);
}

export function add({ bench, pointer, all }: Rows, row: Json): void {
  bench.set(pointer, [...all, row]);
  bench.keep(`${pointer} page`, Math.floor(all.length / PAGE));
  bench.focus(entryId(pointer, all.length));
}

/** Up, down, remove. Buttons keep their place at the ends of the list, so that the focus does not jump away. */
export function entryActs(rows: Rows, index: number): TemplateResult {
  const { bench, pointer, all, label } = rows;
  const { t } = bench;
  const named = { name: label, number: index + 1 };
  const id = entryId(pointer, index);
  return html`<div class="entry-acts">
    <button class="button quiet" type="button" id="${id}-up" aria-disabled=${index === 0 ? 'true' : 'false'} aria-label=${t('list.up', named)} title=${t('list.up', named)} @click=${() => move(rows, index, -1)}>${deskIcons.up}</button>
    <button class="button quiet" type="button" id="${id}-down" aria-disabled=${index === all.length - 1 ? 'true' : 'false'} aria-label=${t('list.down', named)} title=${t('list.down', named)} @click=${() => move(rows, index, 1)}>${deskIcons.down}</button>
    <button class="button quiet" type="button" id="${id}-remove" aria-label=${t('list.remove', named)} title=${t('list.remove', named)} @click=${() => remove(rows, index)}>${icons.close}</button>
  </div>`;
}

/** Alt and an arrow move the entry one is in. */
const onKey = (rows: Rows, index: number) => (event: KeyboardEvent): void => {
  if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  event.stopPropagation();
  move(rows, index, event.key === 'ArrowUp' ? -1 : 1);
};

function frame(rows: Rows, field: { readonly hint?: FieldWith<'list'>['hint']; readonly optional?: boolean | undefined; readonly count: number }, entries: (shown: readonly number[]) => TemplateResult, newRow: () => Json): TemplateResult {
  const { bench, pointer, label, all } = rows;
  const { t } = bench;
  const id = idOf(pointer);
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = Math.min(bench.memo<number>(`${pointer} page`) ?? 0, pages - 1);
  const shown = [...Array(Math.min(PAGE, all.length - page * PAGE)).keys()].map((at) => page * PAGE + at);
  return html`<fieldset class="list" id=${id} tabindex="-1">
    <legend>${label}${field.optional ? html` <span class="muted small">${t('optional')}</span>` : nothing} <span class="badge">${all.length}</span></legend>
    ${field.hint ? html`<p class="hint muted small">${t(field.hint)}</p>` : nothing}
    ${problemLine(bench, pointer)}
    ${entries(shown)}
    ${pages > 1 ? pager(bench, `${pointer} page`, page, pages, label) : nothing}
    <button class="button" type="button" id="${id}-add" ?disabled=${all.length >= field.count} @click=${() => add(rows, newRow())}>${deskIcons.add}${t('list.add', { name: label })}</button>
  </fieldset>`;
}

export function pager(bench: Bench, key: string, page: number, pages: number, label: string): TemplateResult {
  const { t } = bench;
  const go = (to: number): void => {
    bench.keep(key, to);
    bench.announce(t('page.at', { page: to + 1, pages }));
  };
  return html`<nav class="pager" aria-label=${t('page.of', { name: label })}>
    <button class="button" type="button" ?disabled=${page === 0} @click=${() => go(page - 1)}>${t('page.before')}</button>
    <span>${t('page.at', { page: page + 1, pages })}</span>
    <button class="button" type="button" ?disabled=${page >= pages - 1} @click=${() => go(page + 1)}>${t('page.after')}</button>
  </nav>`;
}

/** Things of several properties, each in a frame of its own. */
export function list(bench: Bench, pointer: string, label: string, field: FieldWith<'list'>): TemplateResult {
  const rows = rowsAt(bench, pointer, label);
  const title = (row: Json): string => {
    const name = isRecord(row) ? Object.keys(field.of).map((key) => row[key]).find((value) => typeof value === 'string' && value !== '') : undefined;
    return typeof name === 'string' && name.length < 40 ? name : '';
  };
  return frame(rows, field, (shown) => html`<ol class="entries">
    ${shown.map((index) => {
      const names = Object.keys(field.of);
      const first = idOf(`${pointer}/${String(index)}/${names[0] ?? ''}`);
      // The entry's own id passes the focus on to its first control.
      return html`<li><div class="entry" role="group" aria-label="${label} ${index + 1}" id=${entryId(pointer, index)} data-first=${first} @keydown=${onKey(rows, index)}>
        <div class="entry-head"><strong aria-hidden="true">${index + 1}</strong><bdi class="muted small">${title(rows.all[index])}</bdi>${entryActs(rows, index)}</div>
        <div class="entry-fields">${fieldsView(bench, `${pointer}/${String(index)}`, field.of)}</div>
        ${problemLine(bench, `${pointer}/${String(index)}`)}
      </div></li>`;
    })}
  </ol>`, () => blankRow(field.of));
}

/** Single lines; several that are pasted become several entries. */
export function lines(bench: Bench, pointer: string, label: string, field: FieldWith<'lines'>): TemplateResult {
  const rows = rowsAt(bench, pointer, label);
  const paste = (index: number) => (event: ClipboardEvent): void => {
    const pasted = (event.clipboardData?.getData('text/plain') ?? '').split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '');
    if (pasted.length < 2) return;
    event.preventDefault();
    const here = rows.all[index];
    const kept = typeof here === 'string' && here !== '' ? [here] : [];
    bench.set(pointer, [...rows.all.slice(0, index), ...kept, ...pasted, ...rows.all.slice(index + 1)]);
    bench.announce(bench.t('list.pasted', { count: pasted.length }));
  };
  return frame(rows, field, (shown) => html`<ol class="entries plain">
    ${shown.map((index) => {
      const where = `${pointer}/${String(index)}`;
      const value = rows.all[index];
      const problem = bench.found(where);
      return html`<li class="entry line" @keydown=${onKey(rows, index)}>
        <div class="entry-line">
          <input class="field" type="text" id=${idOf(where)} aria-label="${label} ${index + 1}" autocomplete="off" aria-invalid=${problem ? 'true' : 'false'} aria-describedby=${problem ? `${idOf(where)}-problem` : nothing}
            .value=${live(typeof value === 'string' ? value : '')} @input=${(event: Event) => bench.set(where, targetValue(event))} @blur=${() => bench.left(where)} @paste=${paste(index)}
            @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); if (index === rows.all.length - 1) add(rows, ''); else bench.focus(idOf(`${pointer}/${String(index + 1)}`)); } }} />
          ${entryActs(rows, index)}
        </div>
        ${problemLine(bench, where)}
      </li>`;
    })}
  </ol>`, () => '');
}
