import type { Day, DisclosureContent } from '@sunlit/contract';
import { PUBLICATION, type DisclosureCommand, type PublicationState } from '@sunlit/rules';
import { monotonicFactory } from 'ulid';
import { appendChanges } from '../changes/append.ts';
import { writing, type Database, type Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';
import type { Tables } from '../database/tables.ts';
import { sizeOfFile } from '../files.ts';
import { searchEngine } from '../search/engine.ts';
import { enterNoticeDays, renewNoticeDays } from '../notices/days.ts';
import { enterAgenda, renewAgenda } from './agenda.ts';
import { count, type Filing } from './cells.ts';
import { PublicationError, checkContent, type ContentFault } from './content.ts';
import { lastDays } from './due-days.ts';
import { index, reindex, type Entered } from './indexing.ts';
import { isDay } from './number.ts';
import { indexNumbering, numbering, refuseTaken } from './numbering.ts';
import { findPlaces } from './places.ts';
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

/** Where the files are that attachments name; `later` when they are brought after what names them. */
export type Files = { readonly dataDirectory: string } | 'later';

const ulid = monotonicFactory();

/** Publishes one disclosure; `files` when it has attachments. @throws PublicationError naming what cannot be published, with JSON pointers. */
export async function publish(database: Database, publication: Publication, files?: Files): Promise<Published> {
  await checkFiles([publication.content], ['/content'], files);
  const [published] = await writing(database, (w) => enter(w, [publication], ''));
  if (published === undefined) throw new Error('Nothing was published.');
  return published;
}

/** Publishes many, `together` at a time in one transaction each, in the order given. Answers how many. */
export async function publishMany(
  database: Database,
  publications: Iterable<Publication> | AsyncIterable<Publication>,
  { together = 5000, files }: { readonly together?: number; readonly files?: Files } = {},
): Promise<number> {
  let done = 0;
  let batch: Publication[] = [];
  const write = async () => {
    const ready = batch;
    batch = [];
    await checkFiles(ready.map(({ content }) => content), ready.map((_, index) => `/${index}/content`), files);
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

/** Publishes some in a transaction of the caller's. `at` is where the errors point to, instead of `/0`, `/1` and so on. */
export async function enter(w: Writing, publications: readonly Publication[], at?: string): Promise<Published[]> {
  const pointers = publications.map((_, index) => at ?? `/${index}`);
  publications.forEach(({ content, publishedOn }, index) => {
    checkContent(content, `${pointers[index]}/content`);
    if (!isDay(publishedOn)) fail(`${pointers[index]}/publishedOn`, 'day', `"${publishedOn}" is no day of the calendar`);
  });
  const placeOf = await findPlaces(w, publications.map(({ content }) => content), pointers);
  const numberOf = await numbering(w, publications);
  const indexNoOf = await indexNumbering(w, publications, placeOf);
  const lastDay = await lastDays(w.db);
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
      due_on: lastDay(content),
      revision: 1,
      updated_at: now.toISOString(),
    };
  });
  await refuseTaken(w, rows, pointers);
  const entered = rows.map((row, index): Entered => {
    const { content } = publications[index] as Publication;
    return { row, content, filing: { ...row, lineage: placeOf(content).lineage } };
  });
  await insertRows(w, 'disclosure', rows);
  await insertRows(w, 'revision', entered.map(({ row, content }) => revisionRow(row, content, row.published_on)));
  await attach(w, entered);
  await index(w, entered);
  await count(w, entered.map((one) => ({ ...one, n: 1 })));
  await enterAgenda(w, entered);
  await enterNoticeDays(w, entered);
  await appendChanges(w, entered.map(({ row, content }) => ({ type: 'published', disclosure: row, content })));
  return rows.map(({ id, index_no }) => ({ id, indexNo: index_no }));
}

export interface Amendment {
  readonly content: DisclosureContent;
  readonly on: Day;
  readonly reason: string;
}

/** Publishes a new revision; the earlier ones stay readable. `files` when it has attachments. */
export async function amend(database: Database, id: string, amendment: Amendment, files?: Files): Promise<void> {
  await checkFiles([amendment.content], ['/content'], files);
  return writing(database, (w) => amendWithin(w, id, amendment));
}

/** The same in a transaction of the caller's. */
export async function amendWithin(w: Writing, id: string, { content, on, reason }: Amendment): Promise<void> {
  const { row, content: before } = await standing(w, id, 'amend');
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
  const entered: Entered = { row: next, content, filing: { ...next, lineage } };
  await attach(w, [entered]);
  await reindex(w, [entered]);
  await count(w, [{ row, content: before, filing: { ...row, lineage }, n: -1 }, { ...entered, n: 1 }]);
  await renewAgenda(w, next, content);
  await renewNoticeDays(w, next, content);
  await appendChanges(w, [{ type: 'amended', disclosure: next, content, reason }]);
}

/** Ends the validity of a disclosure by a decision (废止); it stays readable. */
export function repeal(database: Database, id: string, { on, reason }: { readonly on: Day; readonly reason: string }): Promise<void> {
  return writing(database, (w) => endWithin(w, id, { validity: 'repealed', on, reason }));
}

/** Ends the validity of a disclosure whose own time is over (失效); it stays readable. */
export function expire(database: Database, id: string, { on }: { readonly on: Day }): Promise<void> {
  return writing(database, (w) => endWithin(w, id, { validity: 'expired', on }));
}

export type End = { readonly validity: 'repealed'; readonly on: Day; readonly reason: string } | { readonly validity: 'expired'; readonly on: Day };

/** The same in a transaction of the caller's. */
export async function endWithin(w: Writing, id: string, { validity, on, ...rest }: End): Promise<void> {
  const { row, content } = await standing(w, id, validity === 'repealed' ? 'repeal' : 'expire');
  const next: DisclosureRow = { ...row, validity, repealed_on: checkedDay(on), updated_at: w.now().toISOString() };
  const { lineage } = (await findPlaces(w, [content], ['']))(content);
  await save(w, next);
  const filing = { ...next, lineage };
  await reindex(w, [{ row: next, content, filing }]);
  await count(w, [{ row, content, filing: { ...row, lineage }, n: -1 }, { row: next, content, filing, n: 1 }]);
  await renewAgenda(w, next, content);
  await renewNoticeDays(w, next, content);
  await appendChanges(w, [{ type: validity, disclosure: next, content, ...rest }]);
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
export function withdraw(database: Database, id: string, withdrawal: Withdrawal): Promise<void> {
  return writing(database, (w) => withdrawWithin(w, id, withdrawal));
}

/** The same in a transaction of the caller's. */
export async function withdrawWithin(w: Writing, id: string, { on, ground, decidedBy, replacedBy }: Withdrawal): Promise<void> {
  const { row, content } = await standing(w, id, 'withdraw');
  if (replacedBy === id) fail('/replacedBy', 'itself', 'is the one that is withdrawn');
  const replacement = replacedBy === undefined ? undefined : await published(w, replacedBy, '/replacedBy');
  const { lineage } = (await findPlaces(w, [content], ['']))(content);
  const next: DisclosureRow = { ...row, state: 'withdrawn', updated_at: w.now().toISOString() };
  await save(w, next);
  await w.db.insertInto('tombstone')
    .values({ disclosure_no: row.no, withdrawn_on: checkedDay(on), ground, decided_by: decidedBy, replaced_by_no: replacement?.row.no ?? null })
    .execute();
  await searchEngine(w.engine).remove(w, row.no);
  await count(w, [{ row, content, filing: { ...row, lineage }, n: -1 }]);
  await renewAgenda(w, next, content);
  await renewNoticeDays(w, next, content);
  await appendChanges(w, [{ type: 'withdrawn', disclosure: row, content }]);
}

/** Where a disclosure stands in the lifecycle of `@sunlit/rules`. */
export function stateOf({ state, validity }: Pick<DisclosureRow, 'state' | 'validity'>): PublicationState {
  return state === 'withdrawn' ? 'withdrawn' : validity === 'in-force' ? 'published' : validity;
}

/** A disclosure that the lifecycle lets be amended, ended or withdrawn now. */
async function standing(w: Writing, id: string, command: DisclosureCommand): Promise<{ row: DisclosureRow; content: DisclosureContent }> {
  const found = await published(w, id);
  const state = stateOf(found.row);
  if (PUBLICATION[command].moves[state] === undefined) fail('/id', 'state', `is ${state} already`);
  return found;
}

function fail(pointer: string, code: string, detail: string): never {
  throw new PublicationError([{ pointer, code, detail }]);
}

/** @throws PublicationError when a reader would ask for a file that is not there. */
async function checkFiles(contents: readonly DisclosureContent[], pointers: readonly string[], files: Files | undefined): Promise<void> {
  if (files === 'later') return;
  const errors: ContentFault[] = [];
  for (const [index, content] of contents.entries()) {
    if (content.attachments?.length === 0) continue;
    // What is no content at all is told as that.
    checkContent(content, pointers[index]);
    for (const [place, { sha256, size }] of content.attachments.entries()) {
      if (files !== undefined && (await sizeOfFile(files.dataDirectory, sha256)) === size) continue;
      const detail = files === undefined ? 'nothing says in which data directory the file is' : `there is no such file of ${size} bytes in ${files.dataDirectory}`;
      errors.push({ pointer: `${pointers[index]}/attachments/${place}/sha256`, code: 'file-missing', detail });
    }
  }
  if (errors.length > 0) throw new PublicationError(errors);
}

function checkedDay(day: Day): Day {
  if (!isDay(day)) fail('/on', 'day', `"${day}" is no day of the calendar`);
  return day;
}

async function published(w: Writing, id: string, pointer = '/id'): Promise<{ row: DisclosureRow; content: DisclosureContent }> {
  const row = await w.db.selectFrom('disclosure').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) fail(pointer, 'unknown-disclosure', `there is no disclosure ${id}`);
  if (!isVisible(row.state)) fail(pointer, 'state', `${id} is withdrawn`);
  const { content } = await w.db.selectFrom('revision').select('content')
    .where('disclosure_no', '=', row.no).where('revision', '=', row.revision).executeTakeFirstOrThrow();
  return { row, content: JSON.parse(content) as DisclosureContent };
}

async function save(w: Writing, { no, ...row }: DisclosureRow): Promise<void> {
  await w.db.updateTable('disclosure').set(row).where('no', '=', no).execute();
}

export function classified({ categoryId, kind, openTerm }: DisclosureContent): Pick<Filing, 'category_id' | 'kind' | 'open_term'> {
  return { category_id: categoryId, kind, open_term: openTerm.term };
}

export function revisionRow({ no, revision }: Pick<DisclosureRow, 'no' | 'revision'>, content: DisclosureContent, on: Day, reason?: string): Tables['revision'] {
  const { title, summary, docNo } = content;
  return { disclosure_no: no, revision, on_day: on, reason: reason ?? null, title, summary, doc_no: docNo ?? null, content: JSON.stringify(content) };
}

export async function attach(w: Writing, entered: readonly Entered[]): Promise<void> {
  const links = entered.flatMap(({ row, content }) => content.links.map(({ type, id }) => ({ from_no: row.no, type, to_id: id })));
  await insertRows(w, 'link', links, 'on conflict do nothing');
  await insertRows(w, 'attachment', entered.flatMap(({ row, content }) =>
    content.attachments.map(({ name, mediaType, size, sha256 }) => ({ disclosure_no: row.no, name, media_type: mediaType, size, sha256 }))));
}
