import { guessType, readCell, type Cell, type Column } from './cells.ts';
import type { Table } from './types.ts';

/** Cells as they came from a spreadsheet, all rows of one length. */
export type Grid = readonly (readonly string[])[];

/** Tab-separated text as spreadsheets put it on the clipboard: a cell with a line break stands in quotation marks. */
export function gridOfText(text: string): Grid {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quoted) {
      if (char === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
      else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"' && cell === '' && closes(text, at)) quoted = true;
    else if (char === '\t') { row.push(cell); cell = ''; }
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return even(rows);
}

/** A quotation mark that is part of the text has none that closes it before a tab or the end of a line. */
function closes(text: string, at: number): boolean {
  for (let next = at + 1; next < text.length; next += 1) {
    if (text[next] !== '"') continue;
    if (text[next + 1] === '"') { next += 1; continue; }
    return [undefined, '\t', '\n', '\r'].includes(text[next + 1]);
  }
  return false;
}

/** A table element. Where cells were merged, their text stands in each; a figure only once, so that sums stay right. */
export function gridOfTable(table: { readonly rows: ArrayLike<{ readonly cells: ArrayLike<{ readonly textContent: string | null; readonly colSpan: number; readonly rowSpan: number }> }> }): Grid {
  const grid: string[][] = [];
  const rows = [...Array(table.rows.length).keys()];
  for (const y of rows) {
    const line = (grid[y] ??= []);
    const cells = table.rows[y]?.cells ?? [];
    let x = 0;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (!cell) continue;
      while (line[x] !== undefined) x += 1;
      const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
      const repeated = readCell(text, 'money') === undefined ? text : '';
      const [width, height] = [Math.min(cell.colSpan, 100), Math.min(cell.rowSpan, rows.length - y)];
      for (let down = 0; down < height; down += 1) for (let over = 0; over < width; over += 1) (grid[y + down] ??= [])[x + over] = down + over === 0 ? text : repeated;
      x += width;
    }
  }
  return even(grid);
}

/** Rows of one length, without the rows and columns at the end in which nothing stands. */
function even(rows: readonly (readonly (string | undefined)[])[]): Grid {
  const last = rows.reduce((found, row, at) => (row.some((cell) => cell?.trim()) ? at : found), -1);
  const width = rows.reduce((most, row) => row.reduce((found, cell, at) => (cell?.trim() ? Math.max(found, at + 1) : found), most), 0);
  return rows.slice(0, last + 1).map((row) => [...Array(width).keys()].map((at) => row[at] ?? ''));
}

/** What was pasted and how it is understood so far; nothing of it is in the draft before somebody says so. */
export interface Proposal {
  readonly grid: Grid;
  readonly heading: boolean;
  readonly columns: readonly Column[];
}

export interface CellProblem {
  /** In `grid`, from 0. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly code: 'cell-type' | 'cell-long';
}

export const MOST = { rows: 5000, columns: 30, characters: 500 };

/** How a pasted grid is best understood. Columns that an earlier table had under the same title keep their key and type. */
export function propose(grid: Grid, former: readonly Column[] = []): Proposal {
  const [first = [], ...rest] = grid;
  const heading = rest.length > 0 && first.every((cell) => cell.trim() === '' || readCell(cell, 'money') === undefined || /^\d{4}年?$/.test(cell.trim()));
  return { grid, heading, columns: columnsOf(grid, heading, former) };
}

export function columnsOf(grid: Grid, heading: boolean, former: readonly Column[] = []): Column[] {
  const rows = heading ? grid.slice(1) : grid;
  const taken = new Set<string>();
  return (grid[0] ?? []).map((cell, at) => {
    const { title, unit } = heading ? titleOf(cell, at) : { title: `第${String(at + 1)}列`, unit: undefined };
    const known = former.find((column) => column.title === title && !taken.has(column.key));
    const key = known?.key ?? freeKey(former, taken);
    taken.add(key);
    const type = known?.type ?? guessType(rows.map((row) => row[at] ?? ''), unit);
    const of = unit ?? known?.unit ?? (type === 'percent' ? '%' : undefined);
    return { key, title, type, ...(of === undefined ? {} : { unit: of }) };
  });
}

export function freeKey(former: readonly Column[], taken: ReadonlySet<string> = new Set()): string {
  for (let number = 1; ; number += 1) {
    const key = `c${String(number)}`;
    if (!taken.has(key) && !former.some((column) => column.key === key)) return key;
  }
}

/** “金额（万元）” is a title and its unit. */
function titleOf(cell: string, at: number): { title: string; unit: string | undefined } {
  const text = cell.replace(/\s+/g, ' ').trim();
  const [, title, unit] = /^(.+?)[（(]([^（()）]{1,8})[）)]$/.exec(text) ?? [];
  if (title && unit && /[元%份件起人个户次米吨亩里]$|^(公里|平方米|km|%)$/.test(unit)) return { title, unit };
  return { title: text.slice(0, 60) || `第${String(at + 1)}列`, unit: undefined };
}

/** What cannot be understood as its column's type, at most `limit` of them. */
export function cellProblems({ grid, heading, columns }: Proposal, limit = 50): CellProblem[] {
  const problems: CellProblem[] = [];
  for (let row = heading ? 1 : 0; row < grid.length && problems.length < limit; row += 1) {
    columns.forEach(({ type }, column) => {
      const text = grid[row]?.[column] ?? '';
      const cell = readCell(text, type);
      if (cell === undefined) problems.push({ row, column, text, code: 'cell-type' });
      else if (typeof cell === 'string' && cell.length > MOST.characters) problems.push({ row, column, text, code: 'cell-long' });
    });
  }
  return problems;
}

/** The rows of a proposal as the contract has them. Ask `cellProblems` first: what is not understood becomes `null` here. */
export function rowsOf({ grid, heading, columns }: Proposal): Table['rows'] {
  return (heading ? grid.slice(1) : grid).map((row) => Object.fromEntries(columns.map(({ key, type }, at): [string, Cell] => [key, readCell(row[at] ?? '', type) ?? null])));
}
