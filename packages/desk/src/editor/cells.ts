import type { Table } from './types.ts';

export type Column = Table['columns'][number];
export type ColumnType = Column['type'];
export type Cell = string | number | null;

/** A cell as it was typed or pasted, understood as its column's type; `undefined` is what cannot be understood so. */
export function readCell(text: string, type: ColumnType): Cell | undefined {
  const plain = text.normalize('NFKC').trim();
  if (type === 'text') return text.replace(/\s+/g, ' ').trim() || null;
  if (NOT_PUBLISHED.has(plain)) return null;
  switch (type) {
    case 'day': return readDay(plain);
    case 'integer': { const number = readNumber(plain); return Number.isInteger(number) ? number : undefined; }
    case 'percent': return readNumber(plain.replace(/%$/, ''));
    case 'money': return readNumber(plain.replace(/^(-?)[¥￥$]/, '$1').replace(/(万元|亿元|元)$/, ''));
    case 'decimal': return readNumber(plain);
  }
}

/** The same, but what cannot be understood stays the text that it is, to be mended. */
export function keepCell(text: string, type: ColumnType): Cell {
  const read = readCell(text, type);
  return read === undefined ? text : read;
}

/** A column of another type; a percentage has its sign as its unit. */
export function retyped({ unit, ...column }: Column, type: ColumnType): Column {
  const of = type === 'percent' ? (unit ?? '%') : unit === '%' ? undefined : unit;
  return { ...column, type, ...(of === undefined ? {} : { unit: of }) };
}

/** What tables write where there is no figure. It is never a zero. */
const NOT_PUBLISHED = new Set(['', '-', '--', '—', '——', '–', '/', '…', '……', '...', '......', '未公布', '无', 'N/A']);

/** A cell as it stands in a field to be changed. */
export const writeCell = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

function readNumber(text: string): number | undefined {
  const bracketed = /^\((.+)\)$/.exec(text); // how accounts write what is below zero
  const digits = (bracketed?.[1] ?? text).replace(/\s/g, '');
  if (!/^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(digits)) return undefined;
  const number = Number(digits.replaceAll(',', ''));
  return bracketed ? -number : number;
}

function readDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}

/** Whether `YYYY-MM-DD` names a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The narrowest type that understands every cell; numbers that are names (001, long codes) stay text. */
export function guessType(cells: readonly string[], unit: string | undefined): ColumnType {
  const said = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => !NOT_PUBLISHED.has(cell));
  const all = (test: (cell: string) => boolean) => said.length > 0 && said.every(test);
  const understood = (type: ColumnType) => all((cell) => readCell(cell, type) !== undefined);
  if (understood('day')) return 'day';
  if (all((cell) => /^0\d|^\d{12,}$/.test(cell))) return 'text';
  if (said.some((cell) => cell.endsWith('%')) && understood('percent')) return 'percent';
  if (unit === '%' && understood('percent')) return 'percent';
  if ((/元$/.test(unit ?? '') || said.some((cell) => /[¥￥$元]/.test(cell))) && understood('money')) return 'money';
  if (said.some((cell) => /^0\d/.test(cell))) return 'text';
  return understood('integer') ? 'integer' : understood('decimal') ? 'decimal' : 'text';
}
