import { open, rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { BadCell, DisclosureKind, FieldError, ImportReport } from '@sunlit/contract';
import { remark } from '../audit/record.ts';
import type { Database } from '../database/database.ts';
import { examineFile } from '../files/examine.ts';
import { receive, type Received } from '../files/receive.ts';
import type { Language } from '../language.ts';
import { ProblemError, fieldErrors, invalid } from '../problems.ts';
import { importFields } from './import-fields.ts';
import { importFile, type ImportResult } from './import.ts';
import { guessMapping, parseMapping, type Mapping } from './mapping.ts';
import { CellError, Serial1904, openSource, type Source } from './rows.ts';
import { schemasAt } from './schema.ts';
import { say } from './texts.ts';
import { TransferError } from './transfer-error.ts';
import { convert } from './values.ts';

/** An import that somebody asks for over HTTP; the file is on its way. */
export interface ImportCall {
  readonly agencyId: string;
  readonly kind: DisclosureKind;
  readonly name: string;
  readonly system: string | undefined;
  /** As JSON. */
  readonly mapping: string | undefined;
  /** The post of who did the secrecy review; a preview has had none yet. */
  readonly reviewedBy: string | undefined;
  readonly body: IncomingMessage;
  readonly language: Language;
}

interface Limits {
  readonly dataDirectory: string;
  /** Bytes. */
  readonly fileLimit: number;
}

const MOST_BAD = 2000;
/** Rows; readers of this server wait no longer than these take. */
const TOGETHER = 20;

/**
 * Takes a file in for as long as it is read, and answers what it would do or did. Who hangs up ends it: then nothing is imported.
 * @throws ProblemError when it cannot be read at all.
 */
export async function runImport(database: Database, { dataDirectory, fileLimit }: Limits, call: ImportCall): Promise<ImportReport> {
  const given = call.mapping === undefined ? undefined : readMapping(call.mapping);
  const received = await receive(dataDirectory, call.body, fileLimit);
  const { socket } = call.body;
  const gone = new AbortController();
  const left = () => gone.abort();
  socket.once('close', left);
  if (socket.destroyed) left();
  let { path } = received;
  try {
    const named = `${path}.${await formatOf(path)}`;
    await rename(path, named);
    path = named;
    return await report(database, call, { ...received, path }, given, gone.signal);
  } catch (error) {
    if (gone.signal.aborted) throw invalid({ pointer: '/body', code: 'cut-off' });
    if (error instanceof TransferError) throw problemOf(error);
    throw error;
  } finally {
    socket.off('close', left);
    await rm(path, { force: true });
  }
}

function readMapping(text: string): Mapping {
  try {
    return parseMapping(text, 'mapping');
  } catch (cause) {
    throw new ProblemError('invalid-input', [{ pointer: '/query/mapping', code: 'import-map-syntax' }], { cause });
  }
}

/** Beginnings of a ZIP, of an Office document before 2007 or with a password, and of JSON, perhaps after a byte order mark. */
const ZIP = /^PK\x03\x04/, COMPOUND = /^\xd0\xcf\x11\xe0/, ARRAY = /^\s*\[\s*[{\]]/, OBJECT = /^\s*\{\s*["}]/;

/** How the rows are written, by the content. @throws ProblemError for a workbook that is not safe or not possible to unpack. */
async function formatOf(path: string): Promise<'csv' | 'xlsx' | 'json' | 'jsonl'> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0).finally(() => file.close());
  const head = buffer.subarray(0, bytesRead);
  const bytes = head.toString('latin1');
  if (COMPOUND.test(bytes)) throw invalid({ pointer: '/body', code: 'import-old-workbook' });
  if (ZIP.test(bytes)) {
    const examined = await examineFile({ path, name: 'rows.xlsx' });
    if (examined.type === 'refused') throw invalid(['file-kind', 'file-name-contradicts'].includes(examined.code) ? { pointer: '/body', code: 'import-xlsx' } : { ...examined, pointer: '/body' });
    return 'xlsx';
  }
  const text = bytes.startsWith('\xff\xfe') ? head.toString('utf16le') : head.toString('utf8');
  return ARRAY.test(text) ? 'json' : OBJECT.test(text) ? 'jsonl' : 'csv';
}

async function report(database: Database, call: ImportCall, { path, size, sha256 }: Received, given: Mapping | undefined, signal: AbortSignal): Promise<ImportReport> {
  const { agencyId, kind, name, system = 'default', reviewedBy, language } = call;
  const source = await openSource(path);
  const guess = guessMapping(kind, source.headers);
  let used = guess;
  let origin: ImportReport['mapping'] = given === undefined ? 'guessed' : 'given';
  const bad: BadCell[] = [];
  let badCells = 0;
  let problem: FieldError | undefined;
  const recorded = (result: ImportResult) => remark(detailOf(call, sha256, result));
  const counts = await importFile(database, {
    file: path, agencyId, kind, system, signal, together: TOGETHER, dryRun: reviewedBy === undefined,
    ...(given === undefined ? {} : { mapping: { ...given, columns: { ...guess.columns, ...given.columns } } }),
    onMapping: (mapping, remembered) => {
      used = mapping;
      if (remembered) origin = 'remembered';
    },
    onBad: ({ row, column, code, values }) => {
      badCells += 1;
      if (bad.length < MOST_BAD) bad.push({ row, column, code, detail: say(language, [`reason/${code}`, 'reason/other'], { code, ...values }) });
    },
    onPublished: recorded,
  }).catch((error: unknown) => {
    // A mapping is put right by whoever sees the columns, so that is an answer.
    if (!(error instanceof TransferError) || !error.code.startsWith('map.')) throw error;
    [problem] = fieldErrors([{ pointer: '/query/mapping', code: `import-${error.code.replace('.', '-')}`, values: error.values }], language);
    return undefined;
  });
  if (counts !== undefined) recorded(counts);
  return {
    imported: counts?.bad === 0 && reviewedBy !== undefined,
    name, size, sha256, mapping: origin,
    columns: await columnsOf(kind, source, used, guess), constants: { ...used.constants }, fields: importFields(kind),
    ...(problem === undefined ? {} : { problem }), ...(counts === undefined ? {} : { counts: { ...counts } }),
    bad: bad.sort((a, b) => a.row - b.row), badCells,
  };
}

const SAMPLES = 3, LONGEST_SAMPLE = 60;

async function columnsOf(kind: DisclosureKind, { headers, rows }: Source, used: Mapping, guess: Mapping): Promise<ImportReport['columns']> {
  const first: ReadonlyMap<string, unknown>[] = [];
  for await (const { cells } of rows()) if (first.push(cells) === SAMPLES) break;
  return headers.map((header) => {
    const paths = used.columns[header] ?? [];
    const [guessed] = guess.columns[header] ?? [];
    const samples = first.map((cells) => sample(cells.get(header), kind, paths[0])).filter((text) => text !== '');
    return { header, samples, paths: [...paths], ...(guessed === undefined ? {} : { guess: guessed }) };
  });
}

/** A cell as people see it; a spreadsheet keeps days as numbers. */
function sample(cell: unknown, kind: DisclosureKind, path: string | undefined): string {
  const schemas = path === undefined ? [] : schemasAt(kind, path);
  const read = schemas.some(({ title }) => title === 'Day') && path !== undefined ? convert(cell, schemas, kind, path) : {};
  const plain = 'value' in read ? read.value : cell instanceof CellError ? cell.text : cell instanceof Serial1904 ? cell.number : cell;
  const text = plain === undefined || plain === null ? '' : typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_SAMPLE ? `${[...line].slice(0, LONGEST_SAMPLE).join('')}…` : line;
}

/** What goes on record: which file, what came of it, who answers for the secrecy review (Reg. 17). */
function detailOf({ name, kind, system, reviewedBy }: ImportCall, sha256: string, { rows, bad, published, amended, unchanged, withdrawn }: ImportResult): string {
  const outcome = bad > 0 ? `${bad} 行不合要求，未导入` : `公开 ${published}，更新 ${amended}，没有变化 ${unchanged}，已撤下未动 ${withdrawn}`;
  return [
    `${name}（SHA-256 ${sha256}）`, ...(system === undefined ? [] : [`来源系统 ${system}`]), `${say('zh-CN', `kind/${kind}`)} ${rows} 行：${outcome}`,
    reviewedBy === undefined ? '仅核对' : `保密审查：${reviewedBy}`,
  ].join('；');
}

function problemOf(error: TransferError): ProblemError {
  const code = `import-${error.code.replace(/^file\./, '')}`;
  if (error.code === 'file.changed') return new ProblemError('not-possible', [{ pointer: '/body', code }], { cause: error });
  return new ProblemError('invalid-input', [{ pointer: '/body', code, values: error.values }], { cause: error });
}
