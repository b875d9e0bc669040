import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import { readCell, retyped, type Column, type ColumnType } from '../cells.ts';
import { cellProblems, columnsOf, gridOfTable, gridOfText, MOST, propose, rowsOf, type Grid, type Proposal } from '../paste.ts';
import { idOf, put } from '../pointer.ts';
import type { Json } from '../types.ts';
import { targetValue } from './field.ts';
import { COLUMN_TYPES } from './tables.ts';

/** Rows of what was pasted that are shown before it is taken. */
const SHOWN = 8;

/** Where a spreadsheet is pasted: what was understood is shown, wrong cells are mended here, and only then is it taken. */
export function pasting(bench: Bench, pointer: string, former: readonly Column[], formerRows: number): TemplateResult {
  const { t } = bench;
  const key = `${pointer} pasted`;
  const proposal = bench.memo<Proposal>(key);
  const id = `${idOf(pointer)}-paste`;
  const come = (grid: Grid): void => {
    if (grid.length === 0) return;
    bench.keep(key, propose(grid, former));
    bench.announce(t('paste.came', { rows: grid.length, columns: grid[0]?.length ?? 0 }));
    bench.focus(`${id}-proposal`);
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const [text, rich] = [event.clipboardData?.getData('text/plain') ?? '', event.clipboardData?.getData('text/html') ?? ''];
    // Merged cells are only in the HTML; what pastes no table is taken as text.
    if (/<table/i.test(rich) && /(col|row)span/i.test(rich)) void gridOfHtml(rich).then((grid) => come(grid ?? gridOfText(text)), () => come(gridOfText(text)));
    else come(gridOfText(text));
  };
  if (!proposal) {
    return html`<div class="row paste"><label for=${id}>${former.length === 0 ? t('paste') : t('paste.instead')}</label>
      <textarea class="field" id=${id} rows="2" placeholder=${t('paste.hint')} .value=${live('')} @paste=${paste} @change=${(event: Event) => come(gridOfText(targetValue(event)))}></textarea></div>`;
  }
  return html`<section class="proposal" id="${id}-proposal" tabindex="-1" aria-label=${t('paste.title')}>${understood(bench, pointer, key, proposal, former, formerRows)}</section>`;
}

/** The first table of what a spreadsheet put on the clipboard, through the one sanitiser, so that it is inert. */
async function gridOfHtml(rich: string): Promise<Grid | undefined> {
  const { default: purify } = await import('dompurify');
  const fragment = purify.sanitize(rich, { RETURN_DOM_FRAGMENT: true, ALLOWED_TAGS: ['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'br', 'span', 'p', '#text'], ALLOWED_ATTR: ['colspan', 'rowspan'] });
  const table = fragment.querySelector('table');
  return table ? gridOfTable(table) : undefined;
}

function understood(bench: Bench, pointer: string, key: string, proposal: Proposal, former: readonly Column[], formerRows: number): TemplateResult {
  const { t } = bench;
  const { grid, heading, columns } = proposal;
  const wrong = cellProblems(proposal);
  const count = grid.length - (heading ? 1 : 0);
  const tooBig = count > MOST.rows || columns.length > MOST.columns;
  const keep = (next: Proposal | undefined): void => bench.keep(key, next);
  const column = (at: number, change: (one: Column) => Column): void => keep({ ...proposal, columns: columns.map((one, other) => (other === at ? change(one) : one)) });
  const mend = (row: number, at: number, text: string): void => keep({ ...proposal, grid: grid.map((line, other) => (other === row ? line.map((cell, number) => (number === at ? text : cell)) : line)) });
  const take = (): void => {
    const table = put(put(bench.get(pointer), '/columns', columns as unknown as Json), '/rows', rowsOf(proposal) as unknown as Json);
    const still = new Set(columns.map((one) => one.key));
    const drawn = former.every((one) => still.has(one.key)); // a chart goes by columns that may be gone
    bench.remove(pointer, drawn ? table : put(table, '/chart', undefined), t('paste.taken', { rows: count }));
    keep(undefined);
    bench.focus(idOf(`${pointer}/caption`));
  };
  const start = heading ? 1 : 0;
  return html`<h3>${t('paste.title')}</h3>
    <p>${t('paste.size', { rows: count, columns: columns.length })}</p>
    <label class="tick"><input type="checkbox" .checked=${live(heading)} @change=${() => keep({ ...proposal, heading: !heading, columns: columnsOf(grid, !heading, former) })} />${t('paste.heading')}</label>
    <div class="cells" role="region" tabindex="0" aria-label=${t('table.cells')}>
      <table>
        <thead><tr>${columns.map((one, at) => html`<th scope="col">
          <input class="cell" type="text" aria-label=${t('table.column.title', { number: at + 1 })} .value=${live(one.title)} @change=${(event: Event) => column(at, (former) => ({ ...former, title: targetValue(event) || former.title }))} />
          <select class="cell" aria-label=${t('table.column.type', { number: at + 1 })} @change=${(event: Event) => column(at, (one) => retyped(one, targetValue(event) as ColumnType))}>${COLUMN_TYPES.map((type) => html`<option value=${type} .selected=${type === one.type}>${t(`cell.${type}`)}</option>`)}</select>
          <input class="cell" type="text" maxlength="20" aria-label=${t('table.column.unit', { number: at + 1 })} placeholder=${t('table.unit')} .value=${live(one.unit ?? '')} @change=${(event: Event) => column(at, (former) => tidy({ ...former, unit: targetValue(event) }))} />
        </th>`)}</tr></thead>
        <tbody>${grid.slice(start, start + SHOWN).map((line) => html`<tr>${columns.map(({ type }, at) => {
          const text = line[at] ?? '';
          const cell = readCell(text, type);
          return html`<td class="${type === 'text' || type === 'day' ? '' : 'number'} ${cell === undefined ? 'wrong' : ''}">${cell === undefined ? text : cell === null ? html`<span class="muted">${bench.word('table.null.short')}</span>` : cell}</td>`;
        })}</tr>`)}</tbody>
      </table>
    </div>
    ${count > SHOWN ? html`<p class="muted small">${t('paste.more', { count: count - SHOWN })}</p>` : nothing}
    ${tooBig ? html`<p class="problem">${icons.warning}<span>${t('paste.too-big', { rows: MOST.rows, columns: MOST.columns })}</span></p>` : nothing}
    ${wrong.length === 0 ? nothing : html`<div class="notice warn"><div>
      <p>${icons.warning} ${t('paste.wrong', { count: wrong.length })}</p>
      <ul class="entries plain">${wrong.map(({ row, column: at, text, code }) => html`<li class="mend"><label>${t(`problem.${code}`, { row: row + 1, column: columns[at]?.title ?? '', type: t(`cell.${columns[at]?.type ?? 'text'}`) })}
        <input class="field" type="text" .value=${live(text)} @change=${(event: Event) => mend(row, at, targetValue(event))} /></label></li>`)}</ul>
    </div></div>`}
    <div class="acts">
      <button class="button primary" type="button" ?disabled=${wrong.length > 0 || tooBig} @click=${take}>${formerRows > 0 ? t('paste.replace', { count: formerRows }) : t('paste.take')}</button>
      <button class="button" type="button" @click=${() => { keep(undefined); bench.focus(`${idOf(pointer)}-paste`); }}>${t('paste.drop')}</button>
    </div>`;
}

const tidy = ({ unit, ...column }: Column): Column => (unit ? { ...column, unit } : column);
