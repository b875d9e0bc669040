import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import { keepCell, retyped, writeCell, type Cell, type Column, type ColumnType } from '../cells.ts';
import { deskIcons } from '../icons.ts';
import { freeKey, gridOfText, MOST } from '../paste.ts';
import { idOf, isList, isRecord, put } from '../pointer.ts';
import type { Json, Table } from '../types.ts';
import { input, problemLine, row, targetValue } from './field.ts';
import { entryActs, pager, rowsAt, add } from './list.ts';
import { pasting } from './pasting.ts';

/** Rows of a table that stand in fields at a time. */
const PAGE = 50;
export const COLUMN_TYPES: readonly ColumnType[] = ['text', 'integer', 'decimal', 'percent', 'money', 'day'];

/** Tables with typed columns: pasted from a spreadsheet, and corrected cell by cell. */
export function tables(bench: Bench, pointer: string, label: string): TemplateResult {
  const { t } = bench;
  const rows = rowsAt(bench, pointer, label);
  const id = idOf(pointer);
  return html`<fieldset class="list" id=${id} tabindex="-1">
    <legend>${label} <span class="badge">${rows.all.length}</span></legend>
    ${problemLine(bench, pointer)}
    <ol class="entries">
      ${rows.all.map((table, index) => html`<li><div class="entry table-entry" role="group" aria-label="${t('table')} ${index + 1}" id="${id}-${index}" data-first=${idOf(`${pointer}/${String(index)}/caption`)}>
        <div class="entry-head"><strong>${t('table')} ${index + 1}</strong><span></span>${entryActs(rows, index)}</div>
        ${one(bench, `${pointer}/${String(index)}`, isRecord(table) ? (table as unknown as Partial<Table>) : {})}
      </div></li>`)}
    </ol>
    <button class="button" type="button" id="${id}-add" ?disabled=${rows.all.length >= 10} @click=${() => add(rows, { columns: [], rows: [] })}>${deskIcons.add}${t('list.add', { name: t('table') })}</button>
  </fieldset>`;
}

function one(bench: Bench, pointer: string, table: Partial<Table>): TemplateResult {
  const { t } = bench;
  const columns = table.columns ?? [];
  const rows = table.rows ?? [];
  return html`
    ${row(bench, `${pointer}/caption`, t('table.caption'), { input: 'line' }, (about) => input(bench, `${pointer}/caption`, about, { type: 'text', read: (text) => text || undefined }))}
    ${problemLine(bench, pointer)}
    ${pasting(bench, pointer, columns, rows.length)}
    ${columns.length === 0 ? nothing : html`${columnsEdit(bench, pointer, columns, rows)}${cells(bench, pointer, columns, rows)}${chart(bench, pointer, columns, table.chart)}`}
    ${columns.length > 0 ? nothing : html`<button class="button quiet" type="button" @click=${() => { bench.set(pointer, put<Json>(bench.get(pointer), '', emptyTable(bench.get(pointer), t))); bench.focus(idOf(`${pointer}/columns/0/title`)); }}>${t('table.by-hand')}</button>`}`;
}

const emptyTable = (table: Json, t: Bench['t']): Json => ({
  ...(isRecord(table) ? table : {}),
  columns: [{ key: 'c1', title: t('table.column', { number: 1 }), type: 'text' }, { key: 'c2', title: t('table.column', { number: 2 }), type: 'decimal' }],
  rows: [{ c1: null, c2: null }],
});

/** Title, type and unit of each column. A cell that does not fit another type stays as it is and is marked. */
function columnsEdit(bench: Bench, pointer: string, columns: readonly Column[], rows: Table['rows']): TemplateResult {
  const { t } = bench;
  const retype = (column: Column, at: number, type: ColumnType): void => {
    const read = (cell: Cell | undefined): Cell => (cell === null || cell === undefined ? null : keepCell(String(cell), type));
    bench.set(pointer, put(put(bench.get(pointer), `/columns/${String(at)}`, { ...retyped(column, type) }), '/rows', rows.map((one) => ({ ...one, [column.key]: read(one[column.key]) }))));
  };
  const remove = (at: number): void => {
    const table = bench.get(pointer);
    const gone = columns[at];
    bench.remove(pointer, put(put(table, '/columns', columns.filter((_, other) => other !== at) as unknown as Json), '/rows', rows.map(({ [gone?.key ?? '']: _gone, ...kept }) => kept)), t('removed', { name: gone?.title ?? '' }));
  };
  return html`<details class="columns"><summary>${t('table.columns', { count: columns.length })}</summary>
    <ul class="entries plain">${columns.map((column, at) => {
      const where = `${pointer}/columns/${String(at)}`;
      return html`<li class="column">
        <input class="field" type="text" id=${idOf(`${where}/title`)} aria-label=${t('table.column.title', { number: at + 1 })} .value=${live(column.title)} @input=${(event: Event) => bench.set(`${where}/title`, targetValue(event))} @blur=${() => bench.left(`${where}/title`)} />
        <select class="field" aria-label=${t('table.column.type', { number: at + 1 })} @change=${(event: Event) => retype(column, at, targetValue(event) as ColumnType)}>
          ${COLUMN_TYPES.map((type) => html`<option value=${type} .selected=${type === column.type}>${t(`cell.${type}`)}</option>`)}
        </select>
        <input class="field" type="text" maxlength="20" aria-label=${t('table.column.unit', { number: at + 1 })} placeholder=${t('table.unit')} .value=${live(column.unit ?? '')} @input=${(event: Event) => bench.set(`${where}/unit`, targetValue(event) || undefined)} />
        <button class="button quiet" type="button" aria-label=${t('table.column.remove', { number: at + 1 })} title=${t('table.column.remove', { number: at + 1 })} ?disabled=${columns.length === 1} @click=${() => remove(at)}>${icons.close}</button>
        ${problemLine(bench, `${where}/title`)}
      </li>`;
    })}</ul>
    <button class="button quiet" type="button" ?disabled=${columns.length >= MOST.columns}
      @click=${() => { bench.set(`${pointer}/columns`, [...columns, { key: freeKey(columns), title: t('table.column', { number: columns.length + 1 }), type: 'text' }]); bench.focus(idOf(`${pointer}/columns/${String(columns.length)}/title`)); }}>${deskIcons.add}${t('table.column.add')}</button>
  </details>`;
}

/** Every cell in a field, a page of rows at a time. Enter goes down, and what is pasted fills the cells from there on. */
function cells(bench: Bench, pointer: string, columns: readonly Column[], rows: Table['rows']): TemplateResult {
  const { t } = bench;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const key = `${pointer} rows page`;
  const page = Math.min(bench.memo<number>(key) ?? 0, pages - 1);
  const shown = [...Array(Math.max(0, Math.min(PAGE, rows.length - page * PAGE))).keys()].map((at) => page * PAGE + at);
  const cellId = (at: number, column: Column): string => idOf(`${pointer}/rows/${String(at)}/${column.key}`);
  const blank = (): Json => Object.fromEntries(columns.map((column) => [column.key, null]));
  // As they are now, not as they were drawn: leaving a cell by Enter changes it on the way.
  const now = (): readonly Json[] => { const value = bench.get(`${pointer}/rows`); return isList(value) ? value : []; };
  const addRow = (): void => {
    const before = now();
    bench.set(`${pointer}/rows`, [...before, blank()]);
    bench.keep(key, Math.floor(before.length / PAGE));
    if (columns[0]) bench.focus(cellId(before.length, columns[0]));
  };
  const fill = (at: number, from: number) => (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const grid = gridOfText(text);
    if (grid.length < 2 && (grid[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const next: Json[] = [...now()];
    grid.forEach((line, down) => {
      if (at + down >= MOST.rows) return;
      const here = next[at + down] ?? blank();
      next[at + down] = { ...(isRecord(here) ? here : {}), ...Object.fromEntries(line.flatMap((cell, over) => { const column = columns[from + over]; return column ? [[column.key, keepCell(cell.slice(0, MOST.characters), column.type)]] : []; })) };
    });
    bench.remove(`${pointer}/rows`, next, t('table.filled', { rows: grid.length, columns: grid[0]?.length ?? 0 }));
  };
  return html`<div class="cells" role="region" tabindex="0" aria-label="${t('table')} ${Number(pointer.split('/').pop()) + 1} · ${t('table.cells')}">
      <table>
        <thead><tr><th scope="col"><span class="hidden-text">${t('table.row-number')}</span></th>${columns.map((column) => html`<th scope="col">${column.title}${column.unit === undefined ? nothing : html` <span class="muted small">(${column.unit})</span>`}</th>`)}<td></td></tr></thead>
        <tbody>${shown.map((at) => html`<tr>
          <th scope="row">${at + 1}</th>
          ${columns.map((column, number) => {
            const where = `${pointer}/rows/${String(at)}/${column.key}`;
            const wrong = bench.found(where) !== undefined;
            return html`<td><input class="cell ${column.type === 'text' || column.type === 'day' ? '' : 'number'} ${wrong ? 'wrong' : ''}" type="text" id=${cellId(at, column)} autocomplete="off" spellcheck="false"
              aria-label=${t('table.cell', { row: at + 1, column: column.title })} aria-invalid=${wrong ? 'true' : 'false'} title=${wrong ? t('problem.cell') : nothing} .value=${live(writeCell(rows[at]?.[column.key]))}
              @change=${(event: Event) => { bench.set(where, keepCell(targetValue(event), column.type)); bench.left(where); }} @paste=${fill(at, number)}
              @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); if (event.target instanceof HTMLElement) event.target.blur(); if (at < rows.length - 1) bench.focus(cellId(at + 1, column)); else addRow(); } }} /></td>`;
          })}
          <td><button class="button quiet" type="button" aria-label=${t('table.row.remove', { number: at + 1 })} title=${t('table.row.remove', { number: at + 1 })}
            @click=${() => bench.remove(`${pointer}/rows`, now().filter((_, other) => other !== at), t('list.removed', { name: t('table.row'), number: at + 1, count: rows.length - 1 }))}>${icons.close}</button></td>
        </tr>`)}</tbody>
      </table>
    </div>
    ${pages > 1 ? pager(bench, key, page, pages, t('table.row')) : nothing}
    <button class="button quiet" type="button" ?disabled=${rows.length >= MOST.rows} @click=${addRow}>${deskIcons.add}${t('list.add', { name: t('table.row') })}</button>`;
}

/** Whether a table is also drawn, by which names and which figures. */
function chart(bench: Bench, pointer: string, columns: readonly Column[], value: Table['chart']): TemplateResult {
  const { t } = bench;
  const where = `${pointer}/chart`;
  const figures = columns.filter(({ type }) => type !== 'text' && type !== 'day');
  const names = columns.filter(({ type }) => type === 'text' || type === 'day');
  if (figures.length === 0 || names.length === 0) return html``;
  const values = value && isList(value.values) ? value.values : [];
  const set = (type: string): void => bench.set(where, type === '' ? undefined : { type, label: value?.label ?? names[0]?.key, values: values.length > 0 ? values : figures.slice(0, 1).map(({ key }) => key) });
  return html`<fieldset class="chart"><legend class="small">${t('chart')}</legend>
    <select class="field" id=${idOf(where)} aria-label=${t('chart')} @change=${(event: Event) => set(targetValue(event))}>
      ${(['', 'bar', 'line'] as const).map((type) => html`<option value=${type} .selected=${(value?.type ?? '') === type}>${t(type === '' ? 'chart.none' : `chart.${type}`)}</option>`)}
    </select>
    ${value ? html`
      <select class="field" aria-label=${t('chart.label')} @change=${(event: Event) => bench.set(`${where}/label`, targetValue(event))}>${names.map(({ key, title }) => html`<option value=${key} .selected=${key === value.label}>${title}</option>`)}</select>
      ${figures.map(({ key, title }) => {
        const on = values.includes(key);
        return html`<label class="tick"><input type="checkbox" .checked=${live(on)} ?disabled=${on ? values.length === 1 : values.length >= 4} @change=${() => bench.set(`${where}/values`, on ? values.filter((one) => one !== key) : [...values, key])} />${title}</label>`;
      })}` : nothing}
  </fieldset>`;
}
