import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot, SnapshotPart, SnapshotRow } from '@sunlit/contract';
import { latestChange } from '../changes/list.ts';
import type { Database } from '../database/database.ts';
import { invalid, notFound } from '../problems.ts';
import type { Settings } from '../settings.ts';
import { rowsOf, type Scope } from './rows.ts';

/** A device follows the changes from wherever its snapshot ends, so that one an hour old is as good as a new one. */
const FRESH = 3_600_000;
/** Whoever began with an older one on a slow line still gets its parts. */
const KEPT = 2 * 24 * 3_600_000;
/** Small enough to begin anew on a bad line, large enough to compress well. */
const PART_BYTES = 1_000_000;

type Store = { readonly database: Database } & Pick<Settings, 'dataDirectory'>;

/** Snapshots are files, told by their hashes: a part that two of them share is there once, and a restart makes none anew. */
const folderOf = ({ dataDirectory }: Pick<Settings, 'dataDirectory'>) => join(dataDirectory, 'snapshots');
const pathOfPart = (store: Store, sha256: string) => join(folderOf(store), `${sha256}.json`);
const nameOf = (scope: Scope | undefined) => (scope === undefined ? 'all.snapshot' : `agency ${scope.id}.snapshot`);

export function snapshots(store: Store) {
  /** Of many who ask at once, one makes it. */
  const making = new Map<string, Promise<Snapshot>>();
  return {
    /** @throws ProblemError for an unknown agency. */
    async get(agency: string | undefined): Promise<Snapshot> {
      const scope = await scopeOf(store, agency);
      const name = nameOf(scope);
      const kept = await fresh(store, name);
      if (kept !== undefined) return kept;
      const made = making.get(name) ?? make(store, scope).finally(() => making.delete(name));
      making.set(name, made);
      return made;
    },
    /** @throws ProblemError `not-found` for a part that is not kept any more. */
    async part(sha256: string): Promise<SnapshotPart> {
      const text = await readFile(pathOfPart(store, sha256), 'utf8').catch(absent);
      if (text === undefined) throw notFound();
      return JSON.parse(text) as SnapshotPart;
    },
  };
}

/** Removes what nobody is copying any more. */
export async function sweepSnapshots(store: Store): Promise<void> {
  const folder = folderOf(store);
  for (const name of (await readdir(folder).catch(absent)) ?? []) {
    const found = await stat(join(folder, name)).catch(absent);
    if (found !== undefined && Date.now() - found.mtimeMs > KEPT) await rm(join(folder, name), { force: true });
  }
}

async function scopeOf({ database: { read } }: Store, agency: string | undefined): Promise<Scope | undefined> {
  if (agency === undefined) return undefined;
  const scope = await read.selectFrom('agency').select(['id', 'position', 'last']).where('id', '=', agency).executeTakeFirst();
  if (scope === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  return scope;
}

async function fresh(store: Store, name: string): Promise<Snapshot | undefined> {
  const text = await readFile(join(folderOf(store), name), 'utf8').catch(absent);
  if (text === undefined) return undefined;
  const snapshot = JSON.parse(text) as Snapshot;
  const age = store.database.now().getTime() - Date.parse(snapshot.stamp.time);
  return age >= 0 && age < FRESH ? snapshot : undefined;
}

async function make(store: Store, scope: Scope | undefined): Promise<Snapshot> {
  const { database } = store;
  await mkdir(folderOf(store), { recursive: true });
  // Asked first: whatever changes while it is made is told again by the changes after this.
  const stamp = { time: database.now().toISOString(), seq: await latestChange(database) };
  const parts: Snapshot['parts'] = [];
  const keep = async (part: SnapshotPart) => {
    const bytes = Buffer.from(JSON.stringify(part));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await write(pathOfPart(store, sha256), bytes);
    parts.push({ kind: part.kind, sha256, bytes: bytes.length, rows: part.items.length });
  };

  const all = await database.read.selectFrom('agency as a').leftJoin('agency as p', 'p.no', 'a.parent_no').select(['a.id', 'a.name', 'a.position', 'a.last', 'p.id as parent']).orderBy('a.position').execute();
  const above = scope === undefined ? [] : all.filter(({ position, last }) => position < scope.position && last >= scope.last);
  const inside = all.filter((agency) => scope === undefined || above.includes(agency) || (agency.position >= scope.position && agency.position <= scope.last));
  await keep({ kind: 'agencies', items: inside.map(({ id, name, parent }) => ({ id, name, ...(parent === null ? {} : { parentId: parent }) })) });
  const categories = await database.read.selectFrom('category').select(['id', 'parent_id']).orderBy('id').execute();
  await keep({ kind: 'categories', items: categories.map(({ id, parent_id }) => ({ id, ...(parent_id === null ? {} : { parentId: parent_id }) })) });

  let rows = 0;
  let gathered: SnapshotRow[] = [];
  let bytes = 0;
  const flush = async () => {
    if (gathered.length > 0) await keep({ kind: 'disclosures', items: gathered });
    [gathered, bytes] = [[], 0];
  };
  for await (const some of rowsOf(database, scope)) {
    for (const row of some) {
      gathered.push(row);
      rows += 1;
      // Three bytes a character: near enough.
      bytes += 600 + 3 * row.text.length;
      if (bytes >= PART_BYTES) await flush();
    }
  }
  await flush();
  const snapshot: Snapshot = { version: 1, stamp, ...(scope === undefined ? {} : { scope: { agency: scope.id, above: above.map(({ id }) => id) } }), rows, parts };
  await write(join(folderOf(store), nameOf(scope)), JSON.stringify(snapshot));
  return snapshot;
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
