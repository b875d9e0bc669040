import { mkdir, rename, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { AgencyContent, CalendarYear } from '@sunlit/contract';
import { contentHash, leafHash } from '@sunlit/log';
import { enterAgencies } from '../../agencies/tree.ts';
import { sha256 } from '../../changes/append.ts';
import { migrate, writing, type Database, type Writing } from '../../database/database.ts';
import { insertRows } from '../../database/insert.ts';
import type { Tables } from '../../database/tables.ts';
import { enterAgenda } from '../../disclosures/agenda.ts';
import { count } from '../../disclosures/cells.ts';
import { PublicationError, checkContent } from '../../disclosures/content.ts';
import { lastDays } from '../../disclosures/due-days.ts';
import { index, type Entered } from '../../disclosures/indexing.ts';
import type { Place } from '../../disclosures/places.ts';
import { attach, classified, revisionRow } from '../../disclosures/publication.ts';
import { isVisible } from '../../disclosures/visible.ts';
import { enterNoticeDays } from '../../notices/days.ts';
import { TransferError } from '../transfer-error.ts';
import { archiveReader, type ArchiveReader } from './container.ts';
import {
  RECORDS, type ArchiveCounts, type CategoryLine, type ChangeLine, type CounterLine, type DisclosureLine, type EvidenceLine, type SourceLine, type UploadLine,
} from './records.ts';
import { verifyArchive } from './verify.ts';

export interface RestoreRequest {
  readonly archive: string;
  readonly dataDirectory: string;
  readonly signal?: AbortSignal;
}

const together = 200;

/**
 * Brings an archive into an empty database, of either engine. Every checksum is compared before anything is written; then all of it
 * is written in one transaction, or nothing. @throws TransferError when the archive is damaged or the database is not empty.
 */
export async function restoreArchive(database: Database, { archive: path, dataDirectory, signal }: RestoreRequest): Promise<ArchiveCounts> {
  const archive = await archiveReader(path);
  try {
    const head = await verifyArchive(archive, path, signal);
    await migrate(database);
    await refuseNonEmpty(database.write);
    // A file that nothing names yet does no harm, should the rest not succeed.
    for (const name of archive.names) if (/^(files|originals)\//.test(name)) await restoreFile(archive, name, dataDirectory, signal);
    await writing(database, async (w) => {
      await refuseNonEmpty(w.db);
      await new Restoration(w, archive, signal).run(head.latest);
    });
    return head.counts;
  } finally {
    await archive.close();
  }
}

async function refuseNonEmpty(db: Database['write']): Promise<void> {
  const { disclosures, agencies } = await db.selectNoFrom((on) => [
    on.selectFrom('disclosure').select((one) => one.fn.countAll<number>().as('n')).as('disclosures'),
    on.selectFrom('agency').select((one) => one.fn.countAll<number>().as('n')).as('agencies'),
  ]).executeTakeFirstOrThrow();
  if (Number(disclosures) + Number(agencies) > 0) throw new TransferError('target.not-empty', { disclosures, agencies });
}

async function restoreFile(archive: ArchiveReader, name: string, dataDirectory: string, signal?: AbortSignal): Promise<void> {
  // The sums say that it is the file that was archived; its name says which that is.
  if (!/^(files|originals)\/([0-9a-f]{2})\/\2[0-9a-f]{62}$/.test(name)) throw new TransferError('archive.unlisted', { file: name });
  const place = join(dataDirectory, name);
  await mkdir(dirname(place), { recursive: true });
  const unfinished = `${place}.${process.pid}`;
  try {
    await pipeline(await archive.open(name), createWriteStream(unfinished, { flush: true }), signal === undefined ? {} : { signal });
    await rename(unfinished, place);
  } finally {
    await rm(unfinished, { force: true });
  }
}

class Restoration {
  readonly #w: Writing;
  readonly #archive: ArchiveReader;
  readonly #signal: AbortSignal | undefined;

  constructor(w: Writing, archive: ArchiveReader, signal: AbortSignal | undefined) {
    this.#w = w;
    this.#archive = archive;
    this.#signal = signal;
  }

  async run(latest: number): Promise<void> {
    const { db } = this.#w;
    const agencies: AgencyContent[] = [];
    await this.#each<AgencyContent>(RECORDS.agencies, async (lines) => void agencies.push(...lines));
    await enterAgencies(this.#w, agencies);
    const places = await placesOf(db);
    const place = (id: string): Place => places.get(id) ?? broken(`agency ${id}`);
    const agency = (id: string): number => place(id).no;

    await this.#each<CategoryLine>(RECORDS.categories, async (lines) => {
      for (const { id, parentId, agencyId, name, position } of lines) {
        const row = { parent_id: parentId ?? null, agency_no: agencyId === undefined ? null : agency(agencyId), name, position };
        await db.insertInto('category').values({ id, ...row }).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute();
      }
    });
    // Those that came with the program may be others than those it counted with.
    await db.deleteFrom('calendar_year').execute();
    await this.#each<CalendarYear>(RECORDS.calendars, async (lines) => insertRows(this.#w, 'calendar_year', lines.map((line) => ({ year: line.year, content: JSON.stringify(line) }))));
    await this.#each<CounterLine>(RECORDS.counters, async (lines) => insertRows(this.#w, 'index_counter', lines.map(({ agencyId, year, n }) => ({ agency_no: agency(agencyId), year, n }))));
    await this.#each<DisclosureLine>(RECORDS.disclosures, (lines) => this.#disclosures(lines, place));
    await this.#each<DisclosureLine>(RECORDS.disclosures, (lines) => this.#tombstones(lines));
    await this.#each<ChangeLine>(RECORDS.changes, (lines) => this.#changes(lines));
    const { last } = await db.selectFrom('change').select((on) => on.fn.max('seq').as('last')).executeTakeFirstOrThrow();
    if ((last ?? 0) !== latest) broken(`changes end at ${last}, not at ${latest}`);
    await db.updateTable('change_head').set({ seq: latest }).execute();
    await this.#each<SourceLine>(RECORDS.sources, async (lines) => {
      const numberOf = await this.#numbersOf(lines);
      await insertRows(this.#w, 'source', lines.map(({ agencyId, system, sourceId, id, hash }) => ({ agency_no: agency(agencyId), system, source_id: sourceId, disclosure_no: numberOf(id), hash })));
    });
    const uploads = new Map<number, number>();
    await this.#each<UploadLine>(RECORDS.uploads, async (lines) => {
      for (const { no, agencyId, ...row } of lines) {
        const made = await db.insertInto('file').values({ ...row, agency_no: agency(agencyId) }).returning('no').executeTakeFirstOrThrow();
        uploads.set(no, made.no);
      }
    });
    await this.#each<EvidenceLine>(RECORDS.evidence, async (lines) => {
      const numberOf = await this.#numbersOf(lines);
      for (const { id, file, ...row } of lines) await db.insertInto('evidence').values({ ...row, disclosure_no: numberOf(id), file_no: uploads.get(file) ?? broken(`upload ${file}`) }).execute();
    });
  }

  /** The lines of a file, some at a time. */
  async #each<Line>(name: string, take: (lines: readonly Line[]) => Promise<void>): Promise<void> {
    let lines: Line[] = [];
    const flush = async () => {
      const ready = lines;
      lines = [];
      await setImmediate();
      this.#signal?.throwIfAborted();
      if (ready.length > 0) await take(ready);
    };
    for await (const line of createInterface({ input: await this.#archive.open(name), crlfDelay: Infinity })) {
      lines.push(JSON.parse(line) as Line);
      if (lines.length >= together) await flush();
    }
    await flush();
  }

  async #disclosures(lines: readonly DisclosureLine[], placeOf: (agency: string) => Place): Promise<void> {
    const w = this.#w;
    const presents = lines.map(({ id, revisions }) => revisions.at(-1)?.content ?? broken(`${id} without a revision`));
    try {
      for (const { revisions } of lines) for (const { content } of revisions) checkContent(content);
    } catch (error) {
      throw error instanceof PublicationError ? new TransferError('archive.broken', { reason: error.message }, { cause: error }) : error;
    }
    const lastDay = await lastDays(w.db);
    const entered = lines.map((line, at): Entered => {
      const content = presents[at] ?? broken(line.id);
      const { no: agency_no, position, lineage } = placeOf(content.agencyId);
      const row: Tables['disclosure'] = {
        no: line.no, id: line.id, index_no: line.indexNo, agency_no, agency_position: position, ...classified(content), validity: line.validity, state: line.state,
        published_on: line.publishedOn, repealed_on: line.repealedOn, due_on: line.dueOn === undefined ? lastDay(line.revisions[0]?.content ?? content) : line.dueOn, revision: line.revisions.at(-1)?.revision ?? 0, updated_at: line.updatedAt,
      };
      return { row, content, filing: { ...row, lineage } };
    });
    const visible = entered.filter(({ row }) => isVisible(row.state));
    await insertRows(w, 'disclosure', entered.map(({ row }) => row));
    await insertRows(w, 'revision', lines.flatMap(({ no, revisions }) => revisions.map(({ revision, on, reason, content }) => revisionRow({ no, revision }, content, on, reason ?? undefined))));
    await attach(w, entered);
    await index(w, visible);
    await count(w, visible.map((one) => ({ ...one, n: 1 })));
    await enterAgenda(w, entered);
    await enterNoticeDays(w, entered);
    await insertRows(w, 'agenda', lines.flatMap(({ no, agenda }) => agenda.map((entry) => ({ disclosure_no: no, series: null, ...entry }))));
  }

  /** After all disclosures, for they name what replaces them. */
  async #tombstones(lines: readonly DisclosureLine[]): Promise<void> {
    const withdrawn = lines.flatMap(({ no, tombstone }) => (tombstone === undefined ? [] : [{ no, ...tombstone }]));
    const numberOf = await this.#numbersOf(withdrawn.flatMap(({ replacedBy }) => (replacedBy === null ? [] : [{ id: replacedBy }])));
    await insertRows(this.#w, 'tombstone', withdrawn.map(({ no, withdrawnOn, ground, decidedBy, replacedBy }) => ({
      disclosure_no: no, withdrawn_on: withdrawnOn, ground, decided_by: decidedBy, replaced_by_no: replacedBy === null ? null : numberOf(replacedBy),
    })));
  }

  /** As they were, after both hashes of each were computed again: the log says what it said. */
  async #changes(lines: readonly ChangeLine[]): Promise<void> {
    const numberOf = await this.#numbersOf(lines);
    const revisions = await this.#w.db.selectFrom('revision').select(['disclosure_no', 'revision', 'content']).where('disclosure_no', 'in', lines.map(({ id }) => numberOf(id))).execute();
    const hashes = new Map(revisions.map(({ disclosure_no, revision, content }) => [`${disclosure_no} ${revision}`, contentHash(JSON.parse(content), sha256)]));
    for (const { seq, time, type, id, revision, contentHash: hash, leaf } of lines) {
      if (hashes.get(`${numberOf(id)} ${revision}`) !== hash) broken(`change ${seq}: content`);
      if (leafHash({ seq, time, type, subject: id, revision, contentHash: hash }, sha256) !== leaf) broken(`change ${seq}: leaf`);
    }
    await insertRows(this.#w, 'change', lines.map(({ seq, time, type, id, revision, reason, contentHash: hash, leaf }) => ({
      seq, time, type, disclosure_no: numberOf(id), revision, reason, content_hash: hash, leaf,
    })));
  }

  async #numbersOf(lines: readonly { readonly id: string }[]): Promise<(id: string) => number> {
    const ids = [...new Set(lines.map(({ id }) => id))];
    const rows = ids.length === 0 ? [] : await this.#w.db.selectFrom('disclosure').select(['id', 'no']).where('id', 'in', ids).execute();
    const numbers = new Map(rows.map(({ id, no }) => [id, no]));
    return (id) => numbers.get(id) ?? broken(`disclosure ${id}`);
  }
}

/** Where each agency stands. What a disclosure was filed under when it was published need not be open to its agency today. */
async function placesOf(db: Writing['db']): Promise<Map<string, Place>> {
  const rows = await db.selectFrom('agency').select(['id', 'no', 'position', 'parent_no']).execute();
  const parents = new Map(rows.map(({ no, parent_no }) => [no, parent_no]));
  const lineage = (no: number): number[] => {
    const above = parents.get(no) ?? null;
    return above === null ? [no] : [no, ...lineage(above)];
  };
  return new Map(rows.map(({ id, no, position }) => [id, { no, position, lineage: lineage(no) }]));
}

function broken(reason: string): never {
  throw new TransferError('archive.broken', { reason });
}
