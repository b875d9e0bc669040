import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Category, Snapshot, SnapshotPart } from '@sunlit/contract';
import { getAgency } from '../agencies/read.ts';
import { latestChange } from '../changes/list.ts';
import type { Database } from '../database/database.ts';
import { notFound } from '../problems.ts';
import type { RequestStore } from '../requests/store.ts';
import type { Settings } from '../settings.ts';
import { latestTopicChange } from '../topics/changes.ts';
import { rowsOf, scopeOf, type Scope } from './rows.ts';
import { boardOf, topicsOf } from './topics.ts';

/** A device follows the changes from wherever its snapshot ends, so that one an hour old is as good as a new one. */
const FRESH = 3_600_000;
/** Whoever began with an older one on a slow line still gets its parts. */
const KEPT = 2 * 24 * 3_600_000;
/** Small enough to begin anew on a bad line, large enough to compress well. */
const PART_BYTES = 1_000_000;
/** Of records one is opened at a time, and its part unpacked for it. */
const RECORDS_BYTES = 250_000;
/** Parts end where the order can be divided by this, so that most of them stay the same when something within one changes. */
const ENDS = 16;

type Files = { readonly database: Database } & Pick<Settings, 'dataDirectory'>;
type Store = RequestStore & { readonly settings: Pick<Settings, 'mail' | 'showMissed'> };

/** Snapshots are files, told by their hashes: a part that two of them share is there once, and a restart makes none anew. */
const folderOf = ({ dataDirectory }: Pick<Settings, 'dataDirectory'>) => join(dataDirectory, 'snapshots');
const pathOfPart = (store: Pick<Settings, 'dataDirectory'>, sha256: string) => join(folderOf(store), `${sha256}.json`);
const nameOf = (scope: Scope | undefined) => (scope === undefined ? 'all.snapshot' : `agency ${scope.id}.snapshot`);

export function snapshots(store: Store) {
  /** Of many who ask at once, one makes it. */
  const making = new Map<string, Promise<Snapshot>>();
  return {
    /** @throws ProblemError for an unknown agency. */
    async get(agency: string | undefined): Promise<Snapshot> {
      const scope = await scopeOf(store.database, agency);
      const name = nameOf(scope);
      const kept = await fresh(store, name);
      if (kept !== undefined) return kept;
      const made = making.get(name) ?? make(store, scope).finally(() => making.delete(name));
      making.set(name, made);
      return made;
    },
    /** A `SnapshotPart` as it lies there, since its hash is of these bytes. @throws ProblemError `not-found` for a part that is not kept any more. */
    async part(sha256: string): Promise<string> {
      const text = await readFile(pathOfPart(store, sha256), 'utf8').catch(absent);
      if (text === undefined) throw notFound();
      return text;
    },
  };
}

/** Removes what nobody is copying any more. */
export async function sweepSnapshots(store: Pick<Settings, 'dataDirectory'>): Promise<void> {
  const folder = folderOf(store);
  for (const name of (await readdir(folder).catch(absent)) ?? []) {
    const found = await stat(join(folder, name)).catch(absent);
    if (found !== undefined && Date.now() - found.mtimeMs > KEPT) await rm(join(folder, name), { force: true });
  }
}

async function fresh(store: Files, name: string): Promise<Snapshot | undefined> {
  const text = await readFile(join(folderOf(store), name), 'utf8').catch(absent);
  if (text === undefined) return undefined;
  const snapshot = JSON.parse(text) as Snapshot;
  const age = store.database.now().getTime() - Date.parse(snapshot.stamp.time);
  return snapshot.version === 2 && age >= 0 && age < FRESH ? snapshot : undefined;
}

async function make(store: Store, scope: Scope | undefined): Promise<Snapshot> {
  const { database } = store;
  await mkdir(folderOf(store), { recursive: true });
  // Asked first: whatever changes while it is made is told again by the changes after this.
  const stamp = { time: database.now().toISOString(), seq: await latestChange(database), topicSeq: await latestTopicChange(database) };
  const parts: Snapshot['parts'] = [];
  /** Of items that are JSON already. */
  const keep = async (kind: SnapshotPart['kind'], items: readonly string[], from?: number) => {
    const bytes = Buffer.from(`{"kind":"${kind}","items":[${items.join(',')}]}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await write(pathOfPart(store, sha256), bytes);
    parts.push({ kind, sha256, bytes: bytes.length, rows: items.length, ...(from === undefined ? {} : { from }) });
  };
  const keepAll = async ({ kind, items }: SnapshotPart) => keep(kind, items.map((item) => JSON.stringify(item)));
  const gathering = <Kind extends SnapshotPart['kind']>(kind: Kind, most: number) => new Gathering<Extract<SnapshotPart, { kind: Kind }>['items'][number]>(most, (items, from) => keep(kind, items, from));

  const all = await database.read.selectFrom('agency').select(['id', 'position', 'last']).orderBy('position').execute();
  const above = scope === undefined ? [] : all.filter(({ position, last }) => position < scope.position && last >= scope.last);
  const inside = all.filter((agency) => scope === undefined || above.includes(agency) || (agency.position >= scope.position && agency.position <= scope.last));
  const { titlePinyin } = await import('@sunlit/search/pinyin');
  await keepAll({ kind: 'agencies', items: await each(inside, async ({ id }) => {
    const agency = await getAgency(database, id);
    return { agency, pinyin: titlePinyin(agency.name) };
  }) });
  await keepAll({ kind: 'categories', items: await allCategories(database) });
  await keepAll({ kind: 'boards', items: await each(inside, ({ id }) => boardOf(store, id, store.settings)) });

  let rows = 0;
  const disclosures = gathering('disclosures', PART_BYTES);
  const records = gathering('records', RECORDS_BYTES);
  for await (const some of rowsOf(database, scope, store.settings)) {
    for (const { record, ...row } of some) {
      rows += 1;
      await disclosures.add(row, row.order);
      await records.add(record, row.order);
    }
  }
  const topics = gathering('topics', PART_BYTES);
  const topicRecords = gathering('topic-records', RECORDS_BYTES);
  for await (const some of topicsOf(store, scope)) {
    for (const { record, ...row } of some) {
      await topics.add(row, row.order);
      await topicRecords.add(record, row.order);
    }
  }
  for (const gathered of [disclosures, records, topics, topicRecords]) await gathered.end();
  const snapshot: Snapshot = { version: 2, stamp, ...(scope === undefined ? {} : { scope: { agency: scope.id, above: above.map(({ id }) => id) } }), rows, parts };
  await write(join(folderOf(store), nameOf(scope)), JSON.stringify(snapshot));
  return snapshot;
}

/** Items, as JSON, until there are enough of them for a part. */
class Gathering<T> {
  readonly #most: number;
  readonly #keep: (items: readonly string[], from: number) => Promise<void>;
  #items: string[] = [];
  #bytes = 0;
  #from = 0;

  constructor(most: number, keep: (items: readonly string[], from: number) => Promise<void>) {
    this.#most = most;
    this.#keep = keep;
  }

  async add(item: T, order: number): Promise<void> {
    if (this.#bytes >= this.#most && order % ENDS === 0) await this.end();
    if (this.#items.length === 0) this.#from = order;
    const text = JSON.stringify(item);
    this.#items.push(text);
    this.#bytes += Buffer.byteLength(text);
  }

  async end(): Promise<void> {
    if (this.#items.length > 0) await this.#keep(this.#items, this.#from);
    [this.#items, this.#bytes] = [[], 0];
  }
}

/** One after the other: a city has thousands, and others want the database too. */
async function each<A, T>(all: readonly A[], make: (one: A) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (const one of all) made.push(await make(one));
  return made;
}

/** In the order in which `categories.list` gives those of one agency. */
async function allCategories({ read }: Database): Promise<Category[]> {
  const rows = await read.selectFrom('category as c').leftJoin('agency as a', 'a.no', 'c.agency_no').select(['c.id', 'c.parent_id', 'c.name', 'a.id as owner']).orderBy('c.position').orderBy('c.id').execute();
  return rows.map(({ id, parent_id, name, owner }) => ({ id, ...(parent_id === null ? {} : { parentId: parent_id }), ...(owner === null ? {} : { agencyId: owner }), name }));
}

/** Whole or not at all, also for another server that reads the same folder. */
async function write(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, content);
  await rename(part, path);
}

function absent(error: unknown): undefined {
  if ((error as { readonly code?: unknown }).code !== 'ENOENT') throw error;
  return undefined;
}
