import type { Day, DisclosureContent, FieldError } from '@sunlit/contract';
import { sql } from 'kysely';
import { monotonicFactory } from 'ulid';
import { appendChanges } from '../changes/append.ts';
import { inBatches, writing, type Database, type Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { searchEngine } from '../search/engine.ts';
import type { IndexEntry } from '../search/entry.ts';
import { count, type Filing } from './cells.ts';
import { PublicationError, checkContent, searchableText } from './content.ts';
import { afterLastNumber, firstNumber, isDay } from './number.ts';
import { isVisible } from './visible.ts';

export interface Publication {
  readonly content: DisclosureContent;
  readonly publishedOn: Day;
  /** Given when it comes from another system or links to it are already known. */
  readonly id?: string;
  readonly indexNo?: string;
}

export interface Published {
  readonly id: string;
  readonly indexNo: string;
}

const ulid = monotonicFactory();

/** Publishes one disclosure. @throws PublicationError naming what cannot be published, with JSON pointers. */
export async function publish(database: Database, publication: Publication): Promise<Published> {
  const [published] = await writing(database, (w) => enter(w, [publication], ''));
  if (published === undefined) throw new Error('Nothing was published.');
  return published;
}

/** Publishes many, `together` at a time in one transaction each, in the order given. Answers how many. */
export async function publishMany(
  database: Database,
  publications: Iterable<Publication> | AsyncIterable<Publication>,
  together = 2000,
): Promise<number> {
  let done = 0;
  let batch: Publication[] = [];
  const write = async () => {
    const ready = batch;
    batch = [];
    await writing(database, (w) => enter(w, ready));
    done += ready.length;
  };
  for await (const publication of publications) {
    batch.push(publication);
    if (batch.length >= together) await write();
  }
  if (batch.length > 0) await write();
  return done;
}

type DisclosureRow = Tables['disclosure'];
type Place = { readonly no: number; readonly position: number; readonly lineage: readonly number[] };

async function enter(w: Writing, publications: readonly Publication[], at?: string): Promise<Published[]> {
  const pointers = publications.map((_, index) => at ?? `/${index}`);
  publications.forEach(({ content, publishedOn }, index) => {
    checkContent(content, `${pointers[index]}/content`);
    if (!isDay(publishedOn)) fail(`${pointers[index]}/publishedOn`, 'day', `"${publishedOn}" is no day of the calendar`);
  });
  const placeOf = await findPlaces(w, publications.map(({ content }) => content), pointers);
  const numberOf = await numbering(w, publications);
  const indexNoOf = await indexNumbering(w, publications, placeOf);
  const now = w.now();

  const rows = publications.map(({ content, publishedOn, id }, index): DisclosureRow => {
    const place = placeOf(content);
    return {
      no: numberOf(publishedOn),
      id: id ?? ulid(now.getTime()),
      index_no: indexNoOf(index),
      agency_no: place.no,
      agency_position: place.position,
      ...classified(content),
      validity: 'in-force',
      state: 'published',
      published_on: publishedOn,
      repealed_on: null,
      revision: 1,
      updated_at: now.toISOString(),
    };
  });
  await refuseTaken(w, rows, pointers);
  const entered = rows.map((row, index) => ({ row, content: (publications[index] as Publication).content }));
  await inBatches(rows, (batch) => w.db.insertInto('disclosure').values(batch).execute());
  await inBatches(entered.map(({ row, content }) => revisionRow(row, content, row.published_on)), (batch) => w.db.insertInto('revision').values(batch).execute());
  await attach(w, entered);
  await index(w, entered);
  await count(w, entered.map(({ row, content }) => ({ filing: { ...row, lineage: placeOf(content).lineage }, n: 1 })));
  await appendChanges(w, entered.map(({ row, content }) => ({ type: 'published', disclosure: row, content })));
  return rows.map(({ id, index_no }) => ({ id, indexNo: index_no }));
}

export interface Amendment {
  readonly content: DisclosureContent;
  readonly on: Day;
  readonly reason: string;
}

/** Publishes a new revision; the earlier ones stay readable. */
export function amend(database: Database, id: string, { content, on, reason }: Amendment): Promise<void> {
  return writing(database, async (w) => {
    const { row, content: before } = await published(w, id);
    checkContent(content, '/content');
    if (content.agencyId !== before.agencyId) fail('/content/agencyId', 'constant', 'a disclosure stays with its agency');
    if (content.kind !== before.kind) fail('/content/kind', 'constant', 'a disclosure stays of its kind');
    const placeOf = await findPlaces(w, [content], ['']);
    const { lineage } = placeOf(content);
    const next: DisclosureRow = {
      ...row,
      ...classified(content),
      validity: row.validity === 'in-force' ? 'amended' : row.validity,
      revision: row.revision + 1,
      updated_at: w.now().toISOString(),
    };
    await save(w, next);
    await w.db.insertInto('revision').values(revisionRow(next, content, checkedDay(on), reason)).execute();
    await w.db.deleteFrom('link').where('from_no', '=', row.no).execute();
    await w.db.deleteFrom('attachment').where('disclosure_no', '=', row.no).execute();
    await searchEngine(w.engine).remove(w, row.no);
    await attach(w, [{ row: next, content }]);
    await index(w, [{ row: next, content }]);
    await count(w, [{ filing: { ...row, lineage }, n: -1 }, { filing: { ...next, lineage }, n: 1 }]);
    await appendChanges(w, [{ type: 'amended', disclosure: next, content, reason }]);
  });
}

/** Ends the validity of a disclosure by a decision (废止); it stays readable. */
export function repeal(database: Database, id: string, { on, reason }: { readonly on: Day; readonly reason: string }): Promise<void> {
  return endValidity(database, id, { validity: 'repealed', repealed_on: on }, reason);
}

/** Ends the validity of a disclosure whose own time is over (失效); it stays readable. */
export function expire(database: Database, id: string, { on }: { readonly on: Day }): Promise<void> {
  return endValidity(database, id, { validity: 'expired', repealed_on: on });
}

function endValidity(
  database: Database, id: string, end: { readonly validity: 'repealed' | 'expired'; readonly repealed_on: Day }, reason?: string,
): Promise<void> {
  return writing(database, async (w) => {
    const { row, content } = await published(w, id);
    if (row.validity === 'repealed' || row.validity === 'expired') fail('/id', 'state', `is ${row.validity} already`);
    checkedDay(end.repealed_on);
    const next: DisclosureRow = { ...row, ...end, updated_at: w.now().toISOString() };
    const { lineage } = (await findPlaces(w, [content], ['']))(content);
    await save(w, next);
    await count(w, [{ filing: { ...row, lineage }, n: -1 }, { filing: { ...next, lineage }, n: 1 }]);
    await appendChanges(w, [{ type: end.validity, disclosure: next, content, ...(reason === undefined ? {} : { reason }) }]);
  });
}

export interface Withdrawal {
  readonly on: Day;
  /** Why, in the words of the law; public. */
  readonly ground: string;
  /** The office that decided; public. */
  readonly decidedBy: string;
  /** The id of the disclosure that stands in its place. */
  readonly replacedBy?: string;
}

/** Takes a disclosure away from every public exit and leaves a tombstone that says so. */
export function withdraw(database: Database, id: string, { on, ground, decidedBy, replacedBy }: Withdrawal): Promise<void> {
  return writing(database, async (w) => {
    const { row, content } = await published(w, id);
    const replacement = replacedBy === undefined ? undefined : await published(w, replacedBy, '/replacedBy');
    const { lineage } = (await findPlaces(w, [content], ['']))(content);
    await save(w, { ...row, state: 'withdrawn', updated_at: w.now().toISOString() });
    await w.db.insertInto('tombstone')
      .values({ disclosure_no: row.no, withdrawn_on: checkedDay(on), ground, decided_by: decidedBy, replaced_by_no: replacement?.row.no ?? null })
      .execute();
    await searchEngine(w.engine).remove(w, row.no);
    await count(w, [{ filing: { ...row, lineage }, n: -1 }]);
    await appendChanges(w, [{ type: 'withdrawn', disclosure: row, content }]);
  });
}

function fail(pointer: string, code: string, detail: string): never {
  throw new PublicationError([{ pointer, code, detail }]);
}

function checkedDay(day: Day): Day {
  if (!isDay(day)) fail('/on', 'day', `"${day}" is no day of the calendar`);
  return day;
}

async function published(w: Writing, id: string, pointer = '/id'): Promise<{ row: DisclosureRow; content: DisclosureContent }> {
  const row = await w.db.selectFrom('disclosure').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) fail(pointer, 'unknown', `there is no disclosure ${id}`);
  if (!isVisible(row.state)) fail(pointer, 'state', `${id} is withdrawn`);
  const { content } = await w.db.selectFrom('revision').select('content')
    .where('disclosure_no', '=', row.no).where('revision', '=', row.revision).executeTakeFirstOrThrow();
  return { row, content: JSON.parse(content) as DisclosureContent };
}

async function save(w: Writing, { no, ...row }: DisclosureRow): Promise<void> {
  await w.db.updateTable('disclosure').set(row).where('no', '=', no).execute();
}

function classified({ categoryId, kind, openTerm }: DisclosureContent): Pick<Filing, 'category_id' | 'kind' | 'open_term'> {
  return { category_id: categoryId, kind, open_term: openTerm.term };
}

function revisionRow({ no, revision }: DisclosureRow, content: DisclosureContent, on: Day, reason?: string): Tables['revision'] {
  const { title, summary, docNo } = content;
  return { disclosure_no: no, revision, on_day: on, reason: reason ?? null, title, summary, doc_no: docNo ?? null, content: JSON.stringify(content) };
}

type Entered = { readonly row: DisclosureRow; readonly content: DisclosureContent };

async function attach({ db }: Writing, entered: readonly Entered[]): Promise<void> {
  const links = entered.flatMap(({ row, content }) => content.links.map(({ type, id }) => ({ from_no: row.no, type, to_id: id })));
  await inBatches(links, (batch) => db.insertInto('link').values(batch).onConflict((link) => link.doNothing()).execute());
  const files = entered.flatMap(({ row, content }) =>
    content.attachments.map(({ name, mediaType, size, sha256 }) => ({ disclosure_no: row.no, name, media_type: mediaType, size, sha256 })));
  await inBatches(files, (batch) => db.insertInto('attachment').values(batch).execute());
}

async function index(w: Writing, entered: readonly Entered[]): Promise<void> {
  const entries = entered.map(({ row, content }): IndexEntry => ({
    no: row.no, title: content.title, numbers: [content.docNo ?? '', row.index_no].filter(Boolean), body: searchableText(content),
  }));
  // FTS5 writes out what it has gathered whenever a number is lower than the one before.
  entries.sort((a, b) => a.no - b.no);
  await inBatches(entries, (batch) => searchEngine(w.engine).add(w, batch));
}

/** Where in the two trees the contents belong. @throws PublicationError for an unknown agency, or a category that is not its own. */
async function findPlaces({ db }: Writing, contents: readonly DisclosureContent[], pointers: readonly string[]): Promise<(content: DisclosureContent) => Place> {
  const agencyIds = [...new Set(contents.map(({ agencyId }) => agencyId))];
  const { rows } = await sql<{ id: string; no: number; position: number; above: number; distance: number }>`
    with recursive lineage (id, no, position, above, next, distance) as (
      select id, no, position, no, parent_no, 0 from agency where id in (${sql.join(agencyIds)})
      union all
      select lineage.id, lineage.no, lineage.position, agency.no, agency.parent_no, distance + 1
      from lineage join agency on agency.no = lineage.next
    )
    select id, no, position, above, distance from lineage order by distance`.execute(db);
  const places = new Map<string, Place & { lineage: number[] }>();
  for (const { id, no, position, above } of rows) {
    const place = places.get(id);
    if (place) place.lineage.push(above);
    else places.set(id, { no, position, lineage: [above] });
  }
  const categoryIds = [...new Set(contents.map(({ categoryId }) => categoryId))];
  const owners = new Map((await db.selectFrom('category').select(['id', 'agency_no']).where('id', 'in', categoryIds).execute()).map(({ id, agency_no }) => [id, agency_no]));
  const errors = contents.flatMap(({ agencyId, categoryId }, index): FieldError[] => {
    const pointer = `${pointers[index]}/content`;
    const place = places.get(agencyId);
    if (!place) return [{ pointer: `${pointer}/agencyId`, code: 'unknown', detail: `there is no agency "${agencyId}"` }];
    const owner = owners.get(categoryId);
    if (owner === undefined) return [{ pointer: `${pointer}/categoryId`, code: 'unknown', detail: `there is no category "${categoryId}"` }];
    if (owner !== null && !place.lineage.includes(owner)) return [{ pointer: `${pointer}/categoryId`, code: 'foreign', detail: `"${categoryId}" is another agency's category` }];
    return [];
  });
  if (errors.length > 0) throw new PublicationError(errors);
  return ({ agencyId }) => places.get(agencyId) as Place;
}

/** Gives numbers within each day, after those that the day has already. */
async function numbering({ db }: Writing, publications: readonly Publication[]): Promise<(day: Day) => number> {
  const next = new Map<Day, number>();
  for (const day of new Set(publications.map(({ publishedOn }) => publishedOn))) {
    const first = firstNumber(day);
    const { last } = await db.selectFrom('disclosure').select((row) => row.fn.max('no').as('last'))
      .where('no', '>=', first).where('no', '<', afterLastNumber(day)).executeTakeFirstOrThrow() as { last: number | null };
    next.set(day, last === null ? first : last + 1);
  }
  return (day) => {
    const number = next.get(day) as number;
    next.set(day, number + 1);
    return number;
  };
}

/** `agency/year-nnnnn` where none is given, counted for each agency and year. */
async function indexNumbering(
  { db }: Writing, publications: readonly Publication[], placeOf: (content: DisclosureContent) => Place,
): Promise<(index: number) => string> {
  const given = publications.map(({ indexNo }) => indexNo);
  const groups = new Map<string, number[]>();
  publications.forEach(({ content, publishedOn, indexNo }, index) => {
    if (indexNo !== undefined) return;
    const key = `${content.agencyId}/${publishedOn.slice(0, 4)}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  for (const [key, indexes] of groups) {
    const { content, publishedOn } = publications[indexes[0] as number] as Publication;
    const { n } = await db.insertInto('index_counter')
      .values({ agency_no: placeOf(content).no, year: Number(publishedOn.slice(0, 4)), n: indexes.length })
      .onConflict((row) => row.columns(['agency_no', 'year']).doUpdateSet({ n: sql<number>`index_counter.n + excluded.n` }))
      .returning('n')
      .executeTakeFirstOrThrow();
    indexes.forEach((index, offset) => {
      given[index] = `${key}-${String(n - indexes.length + 1 + offset).padStart(5, '0')}`;
    });
  }
  return (index) => given[index] as string;
}

async function refuseTaken({ db }: Writing, rows: readonly DisclosureRow[], pointers: readonly string[]): Promise<void> {
  const errors: FieldError[] = [];
  for (const [column, property] of [['id', 'id'], ['index_no', 'indexNo']] as const) {
    const wanted = rows.map((row) => row[column]);
    const taken = new Set((await db.selectFrom('disclosure').select(column).where(column, 'in', wanted).execute()).map((row) => row[column]));
    wanted.forEach((value, index) => {
      if (taken.has(value)) errors.push({ pointer: `${pointers[index]}/${property}`, code: 'taken', detail: `"${value}" is taken` });
      taken.add(value);
    });
  }
  if (errors.length > 0) throw new PublicationError(errors);
}
