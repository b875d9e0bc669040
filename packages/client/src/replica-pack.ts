import { packIndex, pinyinIn, searchable, type MemoryEntry, type PackedIndex, type ReadPiece } from '@sunlit/search';
import type { SnapshotPart, SnapshotRow } from './contract.ts';

/**
 * The rows of a snapshot as they are taken up at a start: what is filtered by in columns, the index that they are found by, and beside it
 * in pieces what is read when it is asked for, the rows themselves among them. Reading and indexing twenty thousand rows as they came
 * takes seconds.
 */
export interface Pack {
  /** Of which parts it was made, one after the other, and how many rows each has. */
  readonly of: readonly { readonly sha256: string; readonly rows: number }[];
  readonly index: PackedIndex;
  /** The values that the columns speak of. */
  readonly values: readonly string[];
  readonly columns: Uint16Array | Uint32Array;
}

/** Of a row what is shown; the rest of it is in the index. */
export interface ShownRow extends Pick<SnapshotRow, 'summary' | 'text'> {
  /** Its text is what is searched of it. */
  readonly isPlain?: boolean;
}

/** Rows that are read together: each as JSON, for when it is shown, and what is searched of it. */
export interface Block {
  readonly lines: readonly string[];
  readonly bodies: readonly string[];
}

/** A row in a block: its text only where that is not what is searched. */
type Line = Pick<SnapshotRow, 'summary'> & Partial<Pick<SnapshotRow, 'text'>>;

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

const COLUMNS = ['agency', 'category', 'kind', 'publishedOn', 'validity', 'openTerm'] as const;
/** So many rows are unpacked together when one of them is shown. */
export const BLOCK = 40;
const BLOCKS = 'rows';
/** Between the rows of a block, and before what is searched: no JSON holds them, and neither does what `searchable` makes but the first. */
const [END, BODIES, BODY] = ['\n', '\u0000', '\u0001'];

/** @internal */
export function filedOf({ agency, categoryId, kind, publishedOn, validity, openTerm }: SnapshotRow['summary'], order: number): Filed {
  return { order, agency: agency.id, category: categoryId, kind, publishedOn, validity, openTerm };
}

/** @internal */
export function entryOf({ summary: { id, title, docNo = '', indexNo }, order, text, pinyin }: SnapshotRow): MemoryEntry {
  return { id, order, title, numbers: [docNo, indexNo].filter(Boolean), body: text, pinyin };
}

/** `of`: the parts that the rows came in, one after the other. @internal */
export function packRows(rows: readonly SnapshotRow[], of: Pack['of']): { readonly pack: Pack; readonly pieces: ReadonlyMap<string, ArrayBuffer> } {
  const bodies = rows.map(({ text }) => searchable(text).replace(/[\u0000\u0001]/g, ' '));
  const { index, pieces } = packIndex(rows.map((row, slot) => ({ ...entryOf(row), body: bodies[slot] ?? '' })));
  const known = new Map<string, number>();
  const columns = rows.flatMap(({ summary }) => {
    const filed = filedOf(summary, 0);
    return COLUMNS.map((name) => {
      const number = known.get(filed[name]) ?? known.size;
      known.set(filed[name], number);
      return number;
    });
  });
  const all = new Map(pieces);
  for (let start = 0; start < rows.length; start += BLOCK) all.set(`${BLOCKS} ${start / BLOCK}`, new TextEncoder().encode(blockText(rows.slice(start, start + BLOCK), bodies.slice(start, start + BLOCK))).buffer);
  return { pack: { of, index, values: [...known.keys()], columns: known.size < 65_536 ? Uint16Array.from(columns) : Uint32Array.from(columns) }, pieces: all };
}

function blockText(rows: readonly SnapshotRow[], bodies: readonly string[]): string {
  const lines = rows.map(({ summary, text }, at): Line => ({ summary, ...(bodies[at] !== text && { text }) }));
  return lines.map((line) => JSON.stringify(line)).join(END) + BODIES + bodies.join(BODY);
}

/** @internal */
export function filedAt({ index: { orders }, values, columns }: Pack, slot: number): Filed {
  const value = (column: number) => values[columns[slot * COLUMNS.length + column] ?? 0] ?? '';
  return { order: orders[slot] ?? 0, agency: value(0), category: value(1), kind: value(2), publishedOn: value(3), validity: value(4), openTerm: value(5) };
}

/** How many blocks the rows of a pack are in. @internal */
export function blocksOf({ index: { orders } }: Pack): number {
  return Math.ceil(orders.length / BLOCK);
}

/** @throws Error for a block that is damaged, or as its reader @internal */
export async function blockOf(read: ReadPiece, block: number): Promise<Block> {
  const [lines, bodies] = new TextDecoder().decode(await read(`${BLOCKS} ${block}`)).split(BODIES).map((part, at) => part.split(at === 0 ? END : BODY));
  if (lines === undefined || lines.length !== bodies?.length) throw new RangeError(`Block ${block} is not whole`);
  return { lines, bodies };
}

/** A row of a block. @internal */
export function rowOf(line: string, body: string): ShownRow {
  const { summary, text } = JSON.parse(line) as Line;
  return { summary, text: text ?? body, isPlain: text === undefined };
}

/** A part of which the pack was made, as it came. @throws Error for a pack that is damaged, or as its reader @internal */
export async function partOf({ of, index: { orders } }: Pack, read: ReadPiece, sha256: string): Promise<SnapshotPart | undefined> {
  const place = of.findIndex((one) => one.sha256 === sha256);
  if (place < 0) return undefined;
  const start = of.slice(0, place).reduce((sum, { rows }) => sum + rows, 0);
  const end = start + (of[place]?.rows ?? 0);
  const pinyin = pinyinIn(await read('sounds'));
  const items: SnapshotRow[] = [];
  for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block += 1) {
    const { lines, bodies } = await blockOf(read, block);
    lines.forEach((line, at) => {
      const slot = block * BLOCK + at;
      const { summary, text } = rowOf(line, bodies[at] ?? '');
      if (slot >= start && slot < end) items.push({ summary, order: orders[slot] ?? 0, text, pinyin: pinyin[slot] ?? { full: '', initials: '' } });
    });
  }
  return { kind: 'disclosures', items };
}
