import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable, pipeline } from 'node:stream';
import type exceljs from 'exceljs';
import { textOf } from './encoding.ts';
import { jsonLines, jsonObjects } from './json.ts';
import { TransferError } from './transfer-error.ts';

/** One row of a file: its number as a spreadsheet shows it, and its cells by the header of their column. */
export interface SourceRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, unknown>;
}

/** A file of rows, read anew each time it is asked for them. */
export interface Source {
  readonly headers: readonly string[];
  rows(): AsyncIterable<SourceRow>;
}

/** A cell in which the spreadsheet shows an error such as `#REF!`. */
export class CellError {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A row with cells beyond the last header. */
export const BEYOND = '\u0000beyond';

/** Opens CSV, XLSX, JSON or JSON Lines by the name of the file. @throws TransferError when it cannot be read. */
export async function openSource(path: string): Promise<Source> {
  switch (extname(path).toLowerCase()) {
    case '.csv': case '.txt': case '.tsv': return table(() => csvRecords(path));
    case '.xlsx': return table(() => xlsxRecords(path));
    case '.json': return objects(() => jsonObjects(path));
    case '.jsonl': case '.ndjson': return objects(() => jsonLines(path));
    default: throw new TransferError('file.type', { name: path });
  }
}

type Records = AsyncIterable<{ readonly row: number; readonly cells: readonly unknown[] }>;

async function table(records: () => Records): Promise<Source> {
  let headers: string[] | undefined;
  for await (const { cells } of records()) {
    headers = cells.map((cell) => String(cell ?? '').trim());
    break;
  }
  const named = (headers ?? []).filter((header) => header !== '');
  if (headers === undefined || named.length === 0) throw new TransferError('file.empty');
  const twice = named.find((header, index) => named.indexOf(header) < index);
  if (twice !== undefined) throw new TransferError('file.header-twice', { name: twice });
  const columns = headers;
  return {
    headers: named,
    async *rows() {
      let first = true;
      for await (const { row, cells } of records()) {
        if (first) {
          first = false;
          continue;
        }
        if (cells.every(isBlank)) continue;
        const named = cells.flatMap((cell, index): [string, unknown][] => {
          const header = columns[index] ?? '';
          return header !== '' ? [[header, cell]] : index >= columns.length && !isBlank(cell) ? [[BEYOND, cell]] : [];
        });
        yield { row, cells: new Map(named) };
      }
    },
  };
}

function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

async function* csvRecords(path: string): Records {
  const { CsvError, parse } = await import('csv-parse');
  const text = textOf(path);
  const { value: head = '' } = await text.next();
  const whole = async function* () {
    yield head;
    yield* text;
  };
  // What goes wrong comes out of the loop below.
  const parser = pipeline(Readable.from(whole()), parse({ delimiter: delimiterOf(head), relax_column_count: true, relax_quotes: true }), () => undefined);
  let row = 0;
  try {
    for await (const cells of parser) yield { row: ++row, cells: cells as string[] };
  } catch (error) {
    if (error instanceof CsvError) throw new TransferError('file.csv', { row: row + 1, reason: error.message }, { cause: error });
    throw error;
  } finally {
    parser.destroy();
  }
}

/** Spreadsheets write what the system's settings say: the one that occurs most in the first line. */
function delimiterOf(head: string): string {
  const [first = ''] = head.split(/\r?\n/, 1);
  const counted = [',', '\t', ';'].map((delimiter) => ({ delimiter, n: first.split(delimiter).length }));
  return counted.reduce((most, one) => (one.n > most.n ? one : most)).delimiter;
}

/** The first sheet. Days come as serial numbers, because styles are not read. */
async function* xlsxRecords(path: string): Records {
  const { default: excel } = await import('exceljs');
  if (!(await hasEnd(path))) throw new TransferError('file.xlsx');
  const input = toItsEnd(createReadStream(path));
  const reader = new excel.stream.xlsx.WorkbookReader(input, { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'ignore', entries: 'ignore' });
  try {
    for await (const sheet of reader) {
      const { model, properties } = reader as unknown as Workbook;
      if (model?.sheets?.[0] !== undefined && model.sheets[0].name !== (sheet as unknown as { name: string }).name) continue;
      const later = properties?.model?.date1904 === true ? daysBetweenEpochs : 0;
      for await (const row of sheet) {
        // The values begin at 1.
        const values = row.values as exceljs.CellValue[];
        yield { row: row.number, cells: Array.from({ length: Math.max(0, values.length - 1) }, (_, index) => cellValue(values[index + 1], later)) };
      }
      return;
    }
  } catch (error) {
    if (isMissing(error)) throw error;
    throw new TransferError('file.xlsx', {}, { cause: error });
  } finally {
    input.destroy();
  }
}

/** Whether there is the record with which an archive ends (APPNOTE 6.3.10 §4.3.16): before a comment of at most 65,535 bytes. */
async function hasEnd(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 22 + 0xffff);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.includes('PK\x05\x06', 0, 'latin1');
  } finally {
    await file.close();
  }
}

/**
 * The reader's unzipper (unzipper 0.10) says that it has ended when it was given all bytes, and what it had not come to by then is lost without a
 * word, once in some hundred files. Without its second listener it ends when it has read the directory at the end of the archive.
 */
function toItsEnd(input: ReadStream): ReadStream {
  const pipe = input.pipe.bind(input);
  input.pipe = (unzipper, options) => {
    const [, early] = unzipper.listeners('finish');
    if (early !== undefined) unzipper.off('finish', early as () => void);
    return pipe(unzipper, options);
  };
  return input;
}

/** What the reader knows of the workbook, and its types do not. */
interface Workbook {
  readonly model?: { readonly sheets?: readonly { readonly name: string }[] };
  readonly properties?: { readonly model?: { readonly date1904?: boolean } };
}

/** Workbooks of old Macintosh versions count from 1904-01-01. */
const daysBetweenEpochs = 1462;

/** A number that may be a day, from a workbook whose days count from 1904. */
export class Serial1904 {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

function cellValue(value: exceljs.CellValue | undefined, later: number): unknown {
  if (typeof value === 'string') return unescaped(value);
  if (typeof value === 'number') return later === 0 ? value : new Serial1904(value);
  if (value === null || value === undefined || typeof value !== 'object' || value instanceof Date) return value;
  if ('richText' in value) return unescaped(value.richText.map(({ text }) => text).join(''));
  if ('error' in value) return new CellError(value.error);
  if ('result' in value) return cellValue(value.result, later);
  if ('hyperlink' in value) return unescaped(value.text);
  return undefined;
}

/** ECMA-376 part 1 §22.9.2.19: characters that XML cannot hold are written `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES');
}

type Objects = AsyncIterable<{ readonly row: number; readonly object: Readonly<Record<string, unknown>> }>;

/** Rows may name different properties, so all are looked at before the first is taken. */
async function objects(all: () => Objects): Promise<Source> {
  const headers = new Set<string>();
  for await (const { object } of all()) for (const name of Object.keys(object)) headers.add(name);
  if (headers.size === 0) throw new TransferError('file.empty');
  return {
    headers: [...headers],
    async *rows() {
      for await (const { row, object } of all()) yield { row, cells: new Map(Object.entries(object)) };
    },
  };
}
