import { setImmediate } from 'node:timers/promises';
import type { Day, DisclosureContent, DisclosureKind } from '@sunlit/contract';
import { canonicalJson } from '@sunlit/log';
import { sql } from 'kysely';
import { isOnRecord, onRecord } from '../audit/record.ts';
import { writing, type Database, type Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';
import { amendWithin, enter } from '../disclosures/publication.ts';
import { checkMapping, guessMapping, rememberMapping, rememberedMapping, type Mapping } from './mapping.ts';
import { rowReader, type BadCell, type ImportRecord, type Target } from './read-row.ts';
import { openSource, type Source } from './rows.ts';
import { TransferError } from './transfer-error.ts';

export interface ImportRequest {
  readonly file: string;
  readonly agencyId: string;
  readonly kind: DisclosureKind;
  /** The system whose ids stand in the column `sourceId`: two systems may use the same. */
  readonly system: string;
  /** Without one, what was used the last time for the same headers, else what the headers say. */
  readonly mapping?: Mapping;
  readonly dryRun: boolean;
  /** Every reason against every row, as it is found. */
  readonly onBad: (bad: BadCell) => void;
  /** The mapping before the first row is read. `remembered`: it is the one of the last time. */
  readonly onMapping?: (mapping: Mapping, remembered: boolean) => void;
  /** All rows are right; now they are published, during which other writers wait. */
  readonly onJudged?: (result: ImportResult) => void;
  /** All is written, and can still be taken back. */
  readonly onPublished?: (result: ImportResult) => void;
  readonly signal?: AbortSignal;
  /** Rows worked at in one go, for which everything else in this process waits; 500 unless said. */
  readonly together?: number;
}

export interface ImportResult {
  readonly rows: number;
  /** Rows that cannot be imported. With one or more, nothing is. */
  readonly bad: number;
  /** What was, or in a dry run would be, done. */
  readonly published: number;
  readonly amended: number;
  readonly unchanged: number;
  /** Changed in the source, but withdrawn here: an import does not bring back what somebody decided to take away. */
  readonly withdrawn: number;
}

/** The reason that every amendment by an import has in public. */
export const IMPORT_REASON = '导入更新';

const TOGETHER = 500;

/**
 * Publishes the rows of a file: those of an id that was imported before become amendments if they changed. All rows are read and
 * judged first; then all are published in one transaction, or none. The file is read twice and never held.
 * @throws TransferError when the file, the agency or the mapping is wrong as a whole.
 */
export async function importFile(database: Database, request: ImportRequest): Promise<ImportResult> {
  // The readers of SQLite are threads with memory of their own, which one command after the other does not need.
  const db = database.write;
  const agency = await db.selectFrom('agency').select('no').where('id', '=', request.agencyId).executeTakeFirst();
  if (agency === undefined) throw new TransferError('agency.unknown', { name: request.agencyId });
  const source = await openSource(request.file);
  const remembered = request.mapping ? undefined : await rememberedMapping(db, agency.no, request.kind, source.headers);
  const mapping = request.mapping ?? remembered ?? guessMapping(request.kind, source.headers);
  request.onMapping?.(mapping, remembered !== undefined);
  checkMapping(request.kind, source.headers, mapping);
  const importing: Importing = {
    ...request, source, agency: agency.no,
    target: { agencyId: request.agencyId, kind: request.kind, mapping, categories: await categoriesOf(db, agency.no) },
  };
  const judged = await judge(database, importing);
  if (judged.bad > 0 || request.dryRun) return judged;
  const { published, amended } = judged;
  if (published + amended > 0) request.onJudged?.(judged);
  const publish = () => writing(database, async (w) => {
    const result = await sparingly(w, () => publishAll(w, importing));
    request.onPublished?.(result);
    return result;
  });
  // What a member of staff called for is on record as their call.
  if (isOnRecord()) return publish();
  return onRecord(database, { operation: 'system.import', via: 'system', agencyNo: agency.no, subject: `${request.kind} +${published} ~${amended}` }, publish);
}

interface Importing extends ImportRequest {
  readonly source: Source;
  readonly agency: number;
  readonly target: Target;
}

/** The categories an agency may use, by id and by name; a name that two have says nothing. */
async function categoriesOf(db: Database['write'], agency: number): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive lineage (no, next) as (
      select no, parent_no from agency where no = ${agency}
      union all
      select agency.no, agency.parent_no from lineage join agency on agency.no = lineage.next
    )
    select id, name from category where agency_no is null or agency_no in (select no from lineage)`.execute(db);
  const unique = rows.filter(({ name }) => rows.filter((other) => other.name === name).length === 1);
  return new Map([...unique.map(({ id, name }) => [name, id] as const), ...rows.map(({ id }) => [id, id] as const)]);
}

interface Numbered {
  readonly row: number;
  readonly record: ImportRecord;
}

/** Reads the whole file and says everything that is wrong with it. */
async function judge(database: Database, importing: Importing): Promise<ImportResult> {
  const { source, target, onBad, signal, together = TOGETHER } = importing;
  const read = rowReader(target);
  const today = dayInShanghai(database.now());
  const rowOfId = new Map<string, number>();
  const rowOfIndexNo = new Map<string, number>();
  const tally = { rows: 0, published: 0, amended: 0, unchanged: 0, withdrawn: 0 };
  const badRows = new Set<number>();
  const refuse = (bad: BadCell) => {
    badRows.add(bad.row);
    onBad(bad);
  };
  const seen = (rows: Map<string, number>, row: number, value: string, path: string) => {
    const before = rows.get(value);
    if (before === undefined) rows.set(value, row);
    else refuse({ row, column: headerOf(target.mapping, path), code: 'twice', values: { value, row: before } });
  };
  let batch: Numbered[] = [];
  const compare = async () => {
    const ready = batch;
    batch = [];
    await setImmediate();
    signal?.throwIfAborted();
    const plan = await planFor(database.write, importing, ready);
    for (const { row, code, path, values } of plan.conflicts) refuse({ row, column: headerOf(target.mapping, path), code, values });
    tally.published += plan.fresh.length;
    tally.amended += plan.changed.length;
    tally.unchanged += plan.unchanged;
    tally.withdrawn += plan.withdrawn;
  };
  for await (const sourceRow of source.rows()) {
    tally.rows++;
    const reading = read(sourceRow);
    if ('bad' in reading) {
      reading.bad.forEach(refuse);
      if (reading.sourceId !== undefined) seen(rowOfId, sourceRow.row, reading.sourceId, 'sourceId');
      continue;
    }
    const { record } = reading;
    const { row } = sourceRow;
    seen(rowOfId, row, record.sourceId, 'sourceId');
    if (record.indexNo !== undefined) seen(rowOfIndexNo, row, record.indexNo, 'indexNo');
    if (record.publishedOn > today) refuse({ row, column: headerOf(target.mapping, 'publishedOn'), code: 'future', values: { value: record.publishedOn } });
    batch.push({ row, record });
    if (batch.length >= together) await compare();
  }
  await compare();
  return { ...tally, bad: badRows.size };
}

function headerOf({ columns }: Mapping, path: string): string {
  return Object.entries(columns).find(([, paths]) => paths.includes(path))?.[0] ?? path;
}

/** The civil day at the moment given, where the law counts. */
function dayInShanghai(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

interface Plan {
  readonly fresh: readonly Numbered[];
  readonly changed: readonly (Numbered & { readonly id: string; readonly current: DisclosureContent })[];
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly conflicts: readonly { readonly row: number; readonly path: string; readonly code: string; readonly values: Readonly<Record<string, unknown>> }[];
}

/** What is to be done with some rows, from what is known of their ids. */
async function planFor(db: Database['write'] | Writing['db'], { agency, system, kind }: Importing, rows: readonly Numbered[]): Promise<Plan> {
  const plan = { fresh: [] as Numbered[], changed: [] as Plan['changed'][number][], unchanged: 0, withdrawn: 0, conflicts: [] as Plan['conflicts'][number][] };
  if (rows.length === 0) return plan;
  const known = await db.selectFrom('source as s')
    .innerJoin('disclosure as d', 'd.no', 's.disclosure_no')
    .select(['s.source_id', 's.hash', 'd.id', 'd.no', 'd.revision', 'd.kind', 'd.state', 'd.published_on', 'd.index_no'])
    .where('s.agency_no', '=', agency).where('s.system', '=', system).where('s.source_id', 'in', rows.map(({ record }) => record.sourceId))
    .execute();
  const byId = new Map(known.map((one) => [one.source_id, one]));
  const indexNos = rows.flatMap(({ record: { indexNo } }) => indexNo ?? []);
  const taken = indexNos.length === 0 ? [] : await db.selectFrom('disclosure').select(['index_no', 'id']).where('index_no', 'in', indexNos).execute();
  const holder = new Map(taken.map(({ index_no, id }) => [index_no, id]));
  for (const { row, record } of rows) {
    const before = byId.get(record.sourceId);
    const conflict = (path: string, code: string, value: string) => plan.conflicts.push({ row, path, code, values: { value } });
    if (record.indexNo !== undefined && holder.has(record.indexNo) && holder.get(record.indexNo) !== before?.id) conflict('indexNo', 'taken', record.indexNo);
    else if (before === undefined) plan.fresh.push({ row, record });
    else if (before.kind !== kind) conflict('sourceId', 'other-kind', before.kind);
    else if (before.published_on !== record.publishedOn) conflict('publishedOn', 'fixed', before.published_on);
    else if (record.indexNo !== undefined && record.indexNo !== before.index_no) conflict('indexNo', 'fixed', before.index_no);
    else if (before.hash === record.hash) plan.unchanged++;
    else if (before.state === 'withdrawn') plan.withdrawn++;
    else {
      const { content } = await db.selectFrom('revision').select('content').where('disclosure_no', '=', before.no).where('revision', '=', before.revision).executeTakeFirstOrThrow();
      plan.changed.push({ row, record, id: before.id, current: JSON.parse(content) as DisclosureContent });
    }
  }
  return plan;
}

/**
 * SQLite keeps pages and words of the search index in memory until a transaction ends; of this long one, only so much. Both settings
 * are as before when it has ended, the second because the index keeps it in the database.
 */
async function sparingly<T>({ engine, db }: Writing, work: () => Promise<T>): Promise<T> {
  if (engine !== 'sqlite') return work();
  const holding = async (cache: number, words: number) => {
    await sql`pragma cache_size = ${sql.lit(-cache)}`.execute(db);
    for (const table of ['fts_heading', 'fts_whole', 'fts_pinyin']) await sql`insert into ${sql.table(table)} (${sql.ref(table)}, rank) values ('hashsize', ${sql.lit(words)})`.execute(db);
  };
  await holding(8192, 4_194_304);
  try {
    return await work();
  } finally {
    await holding(65_536, 67_108_864);
  }
}

/** Reads the file again and publishes it. What has come in between is met here, and ends all. */
async function publishAll(w: Writing, importing: Importing): Promise<ImportResult> {
  const { source, target, signal, agency, kind, system, together = TOGETHER } = importing;
  const read = rowReader(target);
  const on = dayInShanghai(w.now());
  const tally = { rows: 0, bad: 0, published: 0, amended: 0, unchanged: 0, withdrawn: 0 };
  let batch: Numbered[] = [];
  const write = async () => {
    const ready = batch;
    batch = [];
    // Lets a signal in.
    await setImmediate();
    signal?.throwIfAborted();
    const plan = await planFor(w.db, importing, ready);
    if (plan.conflicts.length > 0) throw new TransferError('file.changed');
    await publishNew(w, importing, plan.fresh);
    for (const { record, id, current } of plan.changed) {
      const content = overlaid(current, record.content, target.mapping);
      if (canonicalJson(content) !== canonicalJson(current)) await amendWithin(w, id, { content, on, reason: IMPORT_REASON });
      await w.db.updateTable('source').set({ hash: record.hash }).where('agency_no', '=', agency).where('system', '=', system).where('source_id', '=', record.sourceId).execute();
    }
    tally.published += plan.fresh.length;
    tally.amended += plan.changed.length;
    tally.unchanged += plan.unchanged;
    tally.withdrawn += plan.withdrawn;
  };
  for await (const sourceRow of source.rows()) {
    tally.rows++;
    const reading = read(sourceRow);
    if ('bad' in reading) throw new TransferError('file.changed');
    batch.push({ row: sourceRow.row, record: reading.record });
    if (batch.length >= together) await write();
  }
  await write();
  await rememberMapping(w, agency, kind, source.headers, target.mapping);
  return tally;
}

async function publishNew(w: Writing, { agency, system }: Importing, rows: readonly Numbered[]): Promise<void> {
  if (rows.length === 0) return;
  const published = await enter(w, rows.map(({ record: { content, publishedOn, indexNo } }) => ({ content, publishedOn, ...(indexNo === undefined ? {} : { indexNo }) })));
  const numbers = await w.db.selectFrom('disclosure').select(['id', 'no']).where('id', 'in', published.map(({ id }) => id)).execute();
  const numberOf = new Map(numbers.map(({ id, no }) => [id, no]));
  await insertRows(w, 'source', rows.map(({ record: { sourceId, hash } }, index) => ({
    agency_no: agency, system, source_id: sourceId, disclosure_no: numberOf.get(published[index]?.id ?? '') ?? 0, hash,
  })));
}

/** What the file says, over what it does not speak of and somebody has added here: attachments, links, channels. */
function overlaid(current: DisclosureContent, content: DisclosureContent, { columns, constants }: Mapping): DisclosureContent {
  const paths = [...Object.values(columns).flat(), ...Object.keys(constants)];
  const spoken = (path: string) => paths.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
  const kept = (part: object, prefix: string) => Object.fromEntries(Object.entries(part).filter(([name]) => !spoken(prefix + name)));
  const { summary, ...others } = current;
  // Without a column of its own, the summary is made from the text, and follows it.
  const around = spoken('body') ? others : { ...others, summary };
  return { ...content, ...kept(around, ''), fields: { ...content.fields, ...kept(current.fields, 'fields.') } } as DisclosureContent;
}
