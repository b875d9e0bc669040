import { ANNUAL_COLUMNS, ANNUAL_ROWS, type AnnualColumn, type AnnualRow } from './outcomes.ts';
import type { AnnualCase } from './request-state.ts';

/** The lines of the third table of the annual report (国办公开办函〔2021〕30号), in their order: 一 to 四, with the rows of 三 and their sum. */
export const ANNUAL_LINES = ['newReceived', 'carriedOver', ...ANNUAL_ROWS, 'total', 'carriedForward'] as const;
export type AnnualLine = (typeof ANNUAL_LINES)[number];

const COLUMNS = [...ANNUAL_COLUMNS, 'total'] as const;
/** Who asks, and all of them together. */
export type AnnualCell = { readonly line: AnnualLine; readonly column: AnnualColumn | 'total' };

/** 收到和处理政府信息公开申请情况, with the sums as they are stated: a table that was published elsewhere may state wrong ones. */
export type RequestsTable = Readonly<Record<AnnualLine, Readonly<Record<AnnualColumn | 'total', number>>>>;

/** The lines in which a case counts in a year. One that is received and one that is carried over ends in a row or is carried forward: so every column balances. */
export function linesOf({ receivedOn, endedOn, row }: Pick<AnnualCase, 'receivedOn' | 'endedOn' | 'row'>, year: number): Exclude<AnnualLine, 'total'>[] {
  const received = yearOf(receivedOn);
  const ended = endedOn === undefined ? undefined : yearOf(endedOn);
  if (received > year || (ended !== undefined && ended < year)) return [];
  return [received === year ? 'newReceived' : 'carriedOver', ended === year && row !== undefined ? row : 'carriedForward'];
}

/** What of a case decides where it counts; `n` that are alike. */
export type CountedCase = Omit<AnnualCase, 'agency'> & { readonly n?: number };

/** The table of a year, of one agency or of many. */
export function requestsTable(cases: readonly CountedCase[], year: number): RequestsTable {
  const counts = blank();
  for (const one of cases) for (const line of linesOf(one, year)) counts[line][one.column] += one.n ?? 1;
  return summed(counts);
}

/** The table of a subtree: each cell is the sum of its parts. */
export function sumOfRequestsTables(tables: readonly RequestsTable[]): RequestsTable {
  const counts = blank();
  for (const table of tables) for (const line of ANNUAL_LINES) for (const column of COLUMNS) counts[line][column] += table[line][column];
  return counts;
}

/** Where two tables of the same year differ. */
export function requestsTableDifferences(before: RequestsTable, now: RequestsTable): (AnnualCell & { readonly before: number; readonly now: number })[] {
  return ANNUAL_LINES.flatMap((line) => COLUMNS.flatMap((column) => (before[line][column] === now[line][column] ? [] : [{ line, column, before: before[line][column], now: now[line][column] }])));
}

/** Something in a table that cannot be right. `stated` is what stands there, `computed` what follows from the other cells. */
export interface AnnualFault {
  /** `row`: a row and its sum; `column`: the results and their sum; `balance`: 一 + 二 = 三(七) + 四; `carried-over`: 二 is last year's 四. */
  readonly check: 'row' | 'column' | 'balance' | 'carried-over';
  readonly cells: readonly AnnualCell[];
  readonly stated: number;
  readonly computed: number;
}

/** Every identity the table must satisfy and does not; with last year's table also that between the two. */
export function requestsTableFaults(table: RequestsTable, lastYear?: RequestsTable): AnnualFault[] {
  const faults: AnnualFault[] = [];
  const must = (check: AnnualFault['check'], stated: number, computed: number, cells: readonly AnnualCell[]) => {
    if (stated !== computed) faults.push({ check, cells, stated, computed });
  };
  for (const line of ANNUAL_LINES) {
    must('row', table[line].total, sum(ANNUAL_COLUMNS.map((column) => table[line][column])), COLUMNS.map((column) => ({ line, column })));
  }
  for (const column of COLUMNS) {
    const at = (line: AnnualLine): AnnualCell => ({ line, column });
    must('column', table.total[column], sum(ANNUAL_ROWS.map((row) => table[row][column])), [...ANNUAL_ROWS, 'total' as const].map(at));
    must('balance', table.newReceived[column] + table.carriedOver[column], table.total[column] + table.carriedForward[column], (['newReceived', 'carriedOver', 'total', 'carriedForward'] as const).map(at));
    if (lastYear) must('carried-over', table.carriedOver[column], lastYear.carriedForward[column], [at('carriedOver')]);
  }
  return faults;
}

/** The fourth table: 行政复议, 未经复议直接起诉, 复议后起诉. The cases are with the courts and the reviewing bodies, so their numbers are entered. */
export const DISPUTES = ['reconsideration', 'litigationDirect', 'litigationAfter'] as const;
export const DISPUTE_RESULTS = ['upheld', 'corrected', 'otherResult', 'pending'] as const;
export type DisputesTable = Readonly<Record<(typeof DISPUTES)[number], Readonly<Record<(typeof DISPUTE_RESULTS)[number] | 'total', number>>>>;

/** A row of the fourth table whose sum is not what is stated: published figures are shown as they stand, with the difference. */
export function disputesTableFaults(table: DisputesTable): { readonly row: (typeof DISPUTES)[number]; readonly stated: number; readonly computed: number }[] {
  return DISPUTES.flatMap((row) => {
    const computed = sum(DISPUTE_RESULTS.map((result) => table[row][result]));
    return table[row].total === computed ? [] : [{ row, stated: table[row].total, computed }];
  });
}

type Counts = Record<AnnualLine, Record<AnnualColumn | 'total', number>>;

const blank = (): Counts => byKey(ANNUAL_LINES, () => byKey(COLUMNS, () => 0));

function summed(counts: Counts): RequestsTable {
  for (const column of ANNUAL_COLUMNS) counts.total[column] = sum(ANNUAL_ROWS.map((row: AnnualRow) => counts[row][column]));
  for (const line of ANNUAL_LINES) counts[line].total = sum(ANNUAL_COLUMNS.map((column) => counts[line][column]));
  return counts;
}

function byKey<K extends string, V>(keys: readonly K[], value: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value()])) as Record<K, V>;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const yearOf = (day: string): number => Number(day.slice(0, 4));
