import { PassThrough, Readable, pipeline } from 'node:stream';
import type { DisclosureFilters, ExportFormat } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import type { Language } from '../language.ts';
import { listed, type Listed } from './listing.ts';
import { say } from './texts.ts';

export const EXPORT_MEDIA: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl; charset=utf-8',
};

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly filters: DisclosureFilters;
  readonly language: Language;
  /** After each row. */
  readonly onRow?: () => void;
}

/** A listing as the bytes of one file, made while they are read. What goes wrong later destroys the stream. @throws ProblemError for a wrong filter. */
export async function exportListing(database: Database, request: ExportRequest): Promise<Readable> {
  const rows = listed(database, request.filters);
  // Asked for the first row, it says what is wrong with the filters before anything is sent.
  const first = await rows.next();
  const counted = async function* () {
    for (let next = first; next.done !== true; next = await rows.next()) {
      yield next.value;
      request.onRow?.();
    }
  };
  switch (request.format) {
    case 'csv': return csv(counted(), request.language);
    case 'xlsx': return xlsx(counted(), request.language);
    case 'jsonl': return Readable.from(jsonl(counted()));
  }
}

type Cell = string | number;

/** What of the catalogue stands in a table: the four that Reg. 12 names first. */
function columns(language: Language): readonly (readonly [name: string, cell: (one: Listed) => Cell])[] {
  return [
    ['indexNo', ({ row }) => row.index_no],
    ['title', ({ content }) => content.title],
    ['summary', ({ content }) => content.summary],
    ['formedOn', ({ content }) => content.formedOn ?? ''],
    ['kind', ({ content }) => say(language, `kind/${content.kind}`)],
    ['agency', ({ agency }) => agency],
    ['category', ({ category }) => category],
    ['docNo', ({ content }) => content.docNo ?? ''],
    ['publishedOn', ({ row }) => row.published_on],
    ['effectiveOn', ({ content }) => content.effectiveOn ?? ''],
    ['repealedOn', ({ row }) => row.repealed_on ?? ''],
    ['validity', ({ row }) => say(language, `validity/${row.validity}`)],
    ['openTerm', ({ row }) => say(language, `term/${row.open_term}`)],
    ['revision', ({ row }) => row.revision],
    ['updatedAt', ({ row }) => row.updated_at],
    ['agencyId', ({ content }) => content.agencyId],
    ['categoryId', ({ content }) => content.categoryId],
    ['id', ({ row }) => row.id],
  ];
}

/** A spreadsheet takes what begins so for a formula, and runs it; after an apostrophe it is text (OWASP, CSV injection). */
export function guarded(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
}

/** RFC 4180, with a byte order mark: without it, Excel reads UTF-8 as another encoding. */
async function csv(rows: AsyncIterable<Listed>, language: Language): Promise<Readable> {
  const { stringify } = await import('csv-stringify');
  const table = columns(language);
  const lines = async function* () {
    yield table.map(([name]) => say(language, `column/${name}`));
    for await (const one of rows) yield table.map(([, cell]) => guarded(cell(one)));
  };
  return pipeline(Readable.from(lines()), stringify({ bom: true, record_delimiter: 'windows' }), () => undefined);
}

function xlsx(rows: AsyncIterable<Listed>, language: Language): Readable {
  const output = new PassThrough();
  const write = async () => {
    const { default: excel } = await import('exceljs');
    const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: output, useSharedStrings: false });
    const sheet = workbook.addWorksheet('Sunlit', { views: [{ state: 'frozen', ySplit: 1 }] });
    const table = columns(language);
    sheet.addRow(table.map(([name]) => say(language, `column/${name}`))).commit();
    for await (const one of rows) {
      sheet.addRow(table.map(([, cell]) => guarded(cell(one)))).commit();
      if (output.destroyed) return;
      if (output.writableNeedDrain) await new Promise((resolve) => output.once('drain', resolve).once('close', resolve));
    }
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))));
  return output;
}

async function* jsonl(rows: AsyncIterable<Listed>): AsyncGenerator<string> {
  for await (const { row, content } of rows) {
    const about = {
      id: row.id, indexNo: row.index_no, publishedOn: row.published_on, ...(row.repealed_on === null ? {} : { repealedOn: row.repealed_on }),
      validity: row.validity, revision: row.revision, updatedAt: row.updated_at,
    };
    yield `${JSON.stringify({ ...about, ...content })}\n`;
  }
}
