import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatNumber } from '../shared/format.ts';
import { contentIcons } from '../shared/content-icons.ts';
import type { Context, Sorting, Table } from './types.ts';

type Cell = string | number | null;

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly unit?: string | undefined;
  readonly numeric?: boolean;
  /** What rows are sorted by. */
  value(row: Row): Cell;
  /** What is shown; the value itself when left out. */
  cell?(row: Row): unknown;
}

/** Rows drawn before a reader asks for all of them. */
const FIRST_ROWS = 100;

/** Rows in the order asked for; equal rows keep the order they were published in, and what was not published comes last. */
export function sorted<Row>(rows: readonly Row[], column: Column<Row> | undefined, direction: Sorting['direction'] | undefined): readonly Row[] {
  if (!column || !direction) return rows;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return sign * (typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right)));
  });
}

/** A table whose columns sort, in a region that scrolls by itself and can be reached by keyboard. */
export function dataTable<Row>(ctx: Context, id: string, caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): TemplateResult {
  const sorting = ctx.sorting(id);
  const ordered = sorted(rows, columns.find((column) => column.key === sorting?.column), sorting?.direction);
  const shown = ctx.isWhole(id) ? ordered : ordered.slice(0, FIRST_ROWS);
  const head = columns.findIndex((column) => !column.numeric);
  return html`
    <div class="table-room" role="region" tabindex="0" aria-label=${caption} part="table">
      <table>
        <caption><span class="caption">${caption}</span><span class="muted small"> ${ctx.t('table.rows', { count: rows.length })}</span></caption>
        <thead>
          <tr>${columns.map((column) => heading(ctx, id, column, sorting))}</tr>
        </thead>
        <tbody>
          ${shown.map(
            (row) => html`<tr>${columns.map((column, at) => {
              const content = column.cell ? column.cell(row) : column.value(row) ?? missing(ctx);
              const className = column.numeric ? 'number' : '';
              return at === head ? html`<th scope="row" class=${className}>${content}</th>` : html`<td class=${className}>${content}</td>`;
            })}</tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${shown.length < rows.length
      ? html`<button class="button no-print" type="button" @click=${() => ctx.showWhole(id)}>${ctx.t('table.whole', { count: rows.length })}</button>`
      : nothing}
  `;
}

function heading<Row>(ctx: Context, id: string, column: Column<Row>, sorting: Sorting | undefined): TemplateResult {
  const direction = sorting?.column === column.key ? sorting.direction : 'none';
  return html`<th scope="col" class=${column.numeric ? 'number' : ''} aria-sort=${direction}>
    <button class="sort" type="button" data-column=${column.key} @click=${() => ctx.sort(id, column.key)}>
      <span>${column.title}${column.unit === undefined ? nothing : html` <span class="unit">(${column.unit})</span>`}</span>${arrows(direction)}
    </button>
  </th>`;
}

const arrows = (direction: string): TemplateResult => html`<span class="arrow ${direction}" aria-hidden="true">${contentIcons.down}</span>`;

/** A figure that was not published; never zero, never blank. */
const missing = (ctx: Context): TemplateResult => html`<span class="muted">${ctx.t('table.null')}</span>`;

/** Nothing is said about this one. */
export const blank = (ctx: Context): TemplateResult => html`<span class="muted"><span aria-hidden="true">—</span><span class="hidden-text">${ctx.t('table.null.short')}</span></span>`;

/** A value of a published table as people write it. Nothing is rounded: figures stay as they were published. */
export function formatCell(value: Cell | undefined, type: Table['columns'][number]['type'], ctx: Context): string | TemplateResult {
  if (value === null || value === undefined) return missing(ctx);
  if (type === 'day' && typeof value === 'string') return formatDay(value, ctx.language);
  if (typeof value === 'string') return value;
  if (type === 'text') return String(value);
  const text = formatNumber(value, ctx.language, { maximumFractionDigits: 8 });
  return type === 'percent' ? `${text}%` : text;
}

const isNumeric = (type: Table['columns'][number]['type']): boolean => type !== 'text' && type !== 'day';

/** A table of the contract. */
export function publishedTable(ctx: Context, id: string, table: Table): TemplateResult {
  type Row = Table['rows'][number];
  const columns = table.columns.map(
    (column): Column<Row> => ({
      key: column.key,
      title: column.title,
      unit: column.type === 'percent' && column.unit === '%' ? undefined : column.unit, // the cells say it
      numeric: isNumeric(column.type),
      value: (row) => row[column.key] ?? null,
      cell: (row) => formatCell(row[column.key], column.type, ctx),
    }),
  );
  return dataTable(ctx, id, table.caption, columns, table.rows);
}
