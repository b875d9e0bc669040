import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgencyContent, CalendarYear, DisclosureContent } from '@sunlit/contract';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import { filesDirectory, originalsDirectory, pathOfFile } from '../../files.ts';
import { archiveWriter } from './container.ts';
import {
  FORMAT, HEAD, RECORDS, SUMS, VERSION, type ArchiveCounts, type ArchiveHead, type CategoryLine, type ChangeLine, type CounterLine, type DisclosureLine, type EvidenceLine, type RevisionLine,
  type SourceLine, type UploadLine,
} from './records.ts';

export interface ArchiveRequest {
  /** A directory that is not there yet, or a file whose name ends in `.zip`. */
  readonly out: string;
  readonly dataDirectory: string;
  /** A file that the records name and that is not where it should be. */
  readonly onMissing: (sha256: string, name: string) => void;
  readonly signal?: AbortSignal;
}

const together = 500;
type Reading = Kysely<Tables>;

/** Writes everything that was ever published, as it stands at one moment, whatever is written meanwhile. @throws TransferError when it cannot. */
export async function writeArchive(database: Database, request: ArchiveRequest): Promise<ArchiveCounts> {
  const writer = await archiveWriter(request.out);
  try {
    const counts = await snapshot(database, (db) => new Archive(db, request, database.now().toISOString()).write(writer));
    await writer.finish();
    return counts;
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** What all statements see is of one moment; nobody waits for it, and it waits for nobody. */
function snapshot<T>({ engine, write }: Database, read: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
  const transaction = engine === 'postgres' ? write.transaction().setIsolationLevel('repeatable read').setAccessMode('read only') : write.transaction();
  return transaction.execute(read);
}

class Archive {
  readonly #db: Reading;
  readonly #request: ArchiveRequest;
  readonly #at: string;
  readonly #sums: string[] = [];
  /** The files that were named, and how a reader would call them. */
  readonly #named = new Map<string, string>();
  readonly #counts = { disclosures: 0, revisions: 0, changes: 0, files: 0 };

  constructor(db: Reading, request: ArchiveRequest, at: string) {
    this.#db = db;
    this.#request = request;
    this.#at = at;
  }

  async write(writer: Awaited<ReturnType<typeof archiveWriter>>): Promise<ArchiveCounts> {
    const add = async (name: string, bytes: AsyncIterable<Uint8Array>) => {
      this.#sums.push(`${await writer.add(name, bytes)}  ${name}\n`);
    };
    for (const [name, lines] of [
      [RECORDS.agencies, this.#agencies()], [RECORDS.categories, this.#categories()], [RECORDS.calendars, this.#calendars()], [RECORDS.counters, this.#counters()],
      [RECORDS.disclosures, this.#disclosures()], [RECORDS.changes, this.#changes()], [RECORDS.sources, this.#sources()], [RECORDS.uploads, this.#uploads()], [RECORDS.evidence, this.#evidence()],
    ] as const) await add(name, inLines(lines));
    const missing: string[] = [];
    for (const [sha256, name] of this.#named) {
      this.#request.signal?.throwIfAborted();
      const found = await this.#placesOf(sha256);
      for (const { folder, path } of found) await add(`${folder}/${sha256.slice(0, 2)}/${sha256}`, createReadStream(path));
      this.#counts.files += found.length;
      if (found.length > 0) continue;
      missing.push(sha256);
      this.#request.onMissing(sha256, name);
    }
    const { seq } = await this.#db.selectFrom('change_head').select('seq').executeTakeFirstOrThrow();
    const head: ArchiveHead = { format: FORMAT, version: VERSION, at: this.#at, latest: seq, counts: this.#counts, missing };
    await add(HEAD, text(`${JSON.stringify(head, null, 2)}\n`));
    await writer.add(SUMS, text(this.#sums.join('')));
    return this.#counts;
  }

  async #placesOf(sha256: string): Promise<{ readonly folder: string; readonly path: string }[]> {
    const { dataDirectory } = this.#request;
    const places = [{ folder: 'files', path: join(filesDirectory(dataDirectory), pathOfFile(sha256)) }, { folder: 'originals', path: join(originalsDirectory(dataDirectory), pathOfFile(sha256)) }];
    const there = await Promise.all(places.map(({ path }) => stat(path).then(() => true, () => false)));
    return places.filter((_, index) => there[index]);
  }

  async *#agencies(): AsyncGenerator<AgencyContent> {
    const rows = await this.#db.selectFrom('agency as a').leftJoin('agency as above', 'above.no', 'a.parent_no').select(['a.content', 'above.id as parent']).orderBy('a.position').execute();
    for (const { content, parent } of rows) yield { ...(JSON.parse(content) as AgencyContent), ...(parent === null ? {} : { parentId: parent }) };
  }

  async *#categories(): AsyncGenerator<CategoryLine> {
    const rows = await this.#db.selectFrom('category as c').leftJoin('agency as a', 'a.no', 'c.agency_no').select(['c.id', 'c.parent_id', 'c.name', 'c.position', 'a.id as agency']).orderBy('c.position').orderBy('c.id').execute();
    const under = (parent: string | null): typeof rows => rows.filter((row) => row.parent_id === parent).flatMap((row) => [row, ...under(row.id)]);
    for (const { id, parent_id, agency, name, position } of under(null)) {
      yield { id, ...(parent_id === null ? {} : { parentId: parent_id }), ...(agency === null ? {} : { agencyId: agency }), name, position };
    }
  }

  async *#calendars(): AsyncGenerator<CalendarYear> {
    for (const { content } of await this.#db.selectFrom('calendar_year').select('content').orderBy('year').execute()) yield JSON.parse(content) as CalendarYear;
  }

  async *#counters(): AsyncGenerator<CounterLine> {
    yield* await this.#db.selectFrom('index_counter as i').innerJoin('agency as a', 'a.no', 'i.agency_no').select(['a.id as agencyId', 'i.year', 'i.n']).orderBy('a.position').orderBy('i.year').execute();
  }

  async *#disclosures(): AsyncGenerator<DisclosureLine> {
    for (let after = -1; ; ) {
      this.#request.signal?.throwIfAborted();
      const rows = await this.#db.selectFrom('disclosure').selectAll().where('no', '>', after).orderBy('no').limit(together).execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.no;
      const numbers = rows.map(({ no }) => no);
      const revisions = byDisclosure(await this.#db.selectFrom('revision').selectAll().where('disclosure_no', 'in', numbers).orderBy('revision').execute());
      const tombstones = new Map((await this.#db.selectFrom('tombstone as t').leftJoin('disclosure as r', 'r.no', 't.replaced_by_no').selectAll('t').select('r.id as replaced_by').where('t.disclosure_no', 'in', numbers).execute())
        .map((row) => [row.disclosure_no, row]));
      const agenda = byDisclosure(await this.#db.selectFrom('agenda').selectAll().where('disclosure_no', 'in', numbers).where('type', 'in', ['late', 'exemption']).orderBy('revision').orderBy('due_on').execute());
      for (const row of rows) {
        const tombstone = tombstones.get(row.no);
        yield {
          id: row.id, no: row.no, indexNo: row.index_no, state: row.state, validity: row.validity, publishedOn: row.published_on, repealedOn: row.repealed_on, dueOn: row.due_on, updatedAt: row.updated_at,
          revisions: (revisions.get(row.no) ?? []).map((one) => this.#revision(one)),
          ...(tombstone === undefined ? {} : { tombstone: { withdrawnOn: tombstone.withdrawn_on, ground: tombstone.ground, decidedBy: tombstone.decided_by, replacedBy: tombstone.replaced_by } }),
          agenda: (agenda.get(row.no) ?? []).map(({ revision, type, due_on, term, term_from }) => ({ revision, type, due_on, term, term_from })),
        };
        this.#counts.disclosures++;
      }
    }
  }

  #revision({ revision, on_day, reason, content: stored }: Tables['revision']): RevisionLine {
    this.#counts.revisions++;
    const content = JSON.parse(stored) as DisclosureContent;
    for (const { sha256, name } of content.attachments) if (!this.#named.has(sha256)) this.#named.set(sha256, name);
    return { revision, on: on_day, reason, content };
  }

  async *#changes(): AsyncGenerator<ChangeLine> {
    for (let after = 0; ; ) {
      const rows = await this.#db.selectFrom('change as c').innerJoin('disclosure as d', 'd.no', 'c.disclosure_no').selectAll('c').select('d.id').where('c.seq', '>', after).orderBy('c.seq').limit(together).execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.seq;
      for (const { seq, time, type, id, revision, reason, content_hash, leaf } of rows) yield { seq, time, type, id, revision, reason, contentHash: content_hash, leaf };
      this.#counts.changes += rows.length;
    }
  }

  async *#sources(): AsyncGenerator<SourceLine> {
    for (let after = { agency_no: -1, system: '', source_id: '' }; ; ) {
      const { agency_no, system, source_id } = after;
      const rows = await this.#db.selectFrom('source as s').innerJoin('agency as a', 'a.no', 's.agency_no').innerJoin('disclosure as d', 'd.no', 's.disclosure_no')
        .select(['s.agency_no', 's.system', 's.source_id', 's.hash', 'a.id as agency', 'd.id'])
        .where((on) => on(on.refTuple('s.agency_no', 's.system', 's.source_id'), '>', on.tuple(agency_no, system, source_id)))
        .orderBy('s.agency_no').orderBy('s.system').orderBy('s.source_id').limit(together).execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last;
      for (const row of rows) yield { agencyId: row.agency, system: row.system, sourceId: row.source_id, id: row.id, hash: row.hash };
    }
  }

  /** Evidence, originals, and what was published; attachments of drafts belong to the drafts. */
  async *#uploads(): AsyncGenerator<UploadLine> {
    const published = new Set(this.#named.keys());
    const redacted = new Set((await this.#db.selectFrom('file').select('redaction_of').distinct().execute()).map(({ redaction_of }) => redaction_of));
    const belongs = ({ purpose, sha256, original_sha256 }: Pick<UploadLine, 'purpose' | 'sha256' | 'original_sha256'>) => purpose !== 'attachment' || published.has(sha256) || redacted.has(sha256) || redacted.has(original_sha256);
    for (let after = -1; ; ) {
      const rows = await this.#db.selectFrom('file as f').innerJoin('agency as a', 'a.no', 'f.agency_no').selectAll('f').select('a.id as agencyId').where('f.no', '>', after).orderBy('f.no').limit(together).execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.no;
      for (const { agency_no: _, ...row } of rows.filter(belongs)) {
        for (const sha256 of [row.sha256, row.original_sha256]) if (!this.#named.has(sha256)) this.#named.set(sha256, row.name);
        yield row;
      }
    }
  }

  async *#evidence(): AsyncGenerator<EvidenceLine> {
    for (let after = -1; ; ) {
      const rows = await this.#db.selectFrom('evidence as e').innerJoin('disclosure as d', 'd.no', 'e.disclosure_no').selectAll('e').select('d.id').where('e.no', '>', after).orderBy('e.no').limit(together).execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.no;
      for (const { no: _no, disclosure_no: _of, file_no, ...row } of rows) yield { ...row, file: file_no };
    }
  }
}

function byDisclosure<Row extends { readonly disclosure_no: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) groups.set(row.disclosure_no, [...(groups.get(row.disclosure_no) ?? []), row]);
  return groups;
}

async function* inLines(values: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const value of values) yield Buffer.from(`${JSON.stringify(value)}\n`);
}

async function* text(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
