import { packTexts, type MemoryEntry, type PackedTexts } from '@sunlit/search';
import type { SnapshotPart, SnapshotRow } from './contract.ts';
import { packed, unpacked } from './replica-shelf.ts';

/**
 * The rows of a snapshot as they are taken up at a start: what is filtered by in columns, what is searched in one text, and the rows
 * themselves a few at a time, to be unpacked when they are shown. Reading twenty thousand rows as they came takes seconds on a slow screen.
 */
export interface Pack {
  /** Of which parts it was made, one after the other, and how many rows each has. */
  readonly of: readonly { readonly sha256: string; readonly rows: number }[];
  readonly ids: string;
  readonly orders: Float64Array;
  /** The values that the columns speak of. */
  readonly values: readonly string[];
  readonly columns: Uint16Array;
  readonly text: ArrayBuffer;
  readonly ends: Uint32Array;
  readonly blocks: readonly ArrayBuffer[];
}

/** What a row is filtered, counted and ordered by. */
export interface Filed {
  readonly order: number;
  readonly agency: string;
  readonly category: string;
  readonly kind: string;
  readonly publishedOn: string;
  readonly validity: string;
  readonly openTerm: string;
}

const ID_LENGTH = 26;
const COLUMNS = ['agency', 'category', 'kind', 'publishedOn', 'validity', 'openTerm'] as const;
/** So many rows are unpacked together when one of them is shown. */
export const BLOCK = 40;
/** A column has no room for more. */
const MOST_VALUES = 65_536;

/** @internal */
export function filedOf({ summary: { agency, categoryId, kind, publishedOn, validity, openTerm }, order }: SnapshotRow): Filed {
  return { order, agency: agency.id, category: categoryId, kind, publishedOn, validity, openTerm };
}

/** @internal */
export function entryOf({ summary: { id, title, docNo = '', indexNo }, order, text, pinyin }: SnapshotRow): MemoryEntry {
  return { id, order, title, numbers: [docNo, indexNo].filter(Boolean), body: text, pinyin };
}

/** Undefined for rows that cannot be packed. @internal */
export async function packRows(rows: readonly SnapshotRow[], of: Pack['of']): Promise<Pack | undefined> {
  const known = new Map<string, number>();
  const columns = new Uint16Array(rows.length * COLUMNS.length);
  rows.forEach((row, at) => {
    const filed = filedOf(row);
    COLUMNS.forEach((name, column) => {
      const value = filed[name];
      const number = known.get(value) ?? known.size;
      known.set(value, number);
      columns[at * COLUMNS.length + column] = number;
    });
  });
  if (known.size > MOST_VALUES || rows.some(({ summary: { id } }) => id.length !== ID_LENGTH)) return undefined;
  const { text, ends } = packTexts(rows.map(entryOf));
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  const blocks: ArrayBuffer[] = [];
  for (let start = 0; start < rows.length; start += BLOCK) blocks.push(await packed(new TextEncoder().encode(JSON.stringify(rows.slice(start, start + BLOCK))).buffer));
  return { of, ids: rows.map(({ summary: { id } }) => id).join(''), orders: Float64Array.from(rows, ({ order }) => order), values: [...known.keys()], columns, text: await packed(units.buffer), ends, blocks };
}

/** @internal */
export async function unpackRows({ ids: joined, orders, values, columns, text, ends }: Pack): Promise<{ readonly ids: readonly string[]; readonly filed: readonly Filed[]; readonly texts: PackedTexts }> {
  const ids = Array.from(orders, (_, at) => joined.slice(at * ID_LENGTH, (at + 1) * ID_LENGTH));
  const filed = ids.map((_, at): Filed => {
    const value = (column: number) => values[columns[at * COLUMNS.length + column] ?? 0] ?? '';
    return { order: orders[at] ?? 0, agency: value(0), category: value(1), kind: value(2), publishedOn: value(3), validity: value(4), openTerm: value(5) };
  });
  const whole = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(await unpacked(text));
  if (whole.length !== (ends[ends.length - 1] ?? 0)) throw new Error('The packed text is not whole');
  return { ids, filed, texts: { text: whole, ends } };
}

/** @internal */
export async function blockOf(pack: Pack, block: number): Promise<SnapshotRow[]> {
  const bytes = pack.blocks[block];
  return bytes === undefined ? [] : (JSON.parse(new TextDecoder().decode(await unpacked(bytes))) as SnapshotRow[]);
}

/** A part of which the pack was made, as it came. @internal */
export async function partOf(pack: Pack, sha256: string): Promise<SnapshotPart | undefined> {
  const place = pack.of.findIndex((one) => one.sha256 === sha256);
  if (place < 0) return undefined;
  const start = pack.of.slice(0, place).reduce((sum, { rows }) => sum + rows, 0);
  const end = start + (pack.of[place]?.rows ?? 0);
  const first = Math.floor(start / BLOCK);
  const items: SnapshotRow[] = [];
  for (let block = first; block * BLOCK < end; block += 1) items.push(...(await blockOf(pack, block)));
  return { kind: 'disclosures', items: items.slice(start - first * BLOCK, end - first * BLOCK) };
}
