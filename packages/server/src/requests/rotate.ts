import { sql } from 'kysely';
import { writingRequests, type RequestStore, type RequestWriting } from './store.ts';

/** What is sealed by a key of its own. */
const SEALED = ['request', 'topic', 'rating', 'follow'] as const;

interface Sealed {
  readonly id: string;
  readonly key_id: string | null;
  readonly wrapped_key: string | null;
}

/** Wraps the keys of all that is sealed by the current master key, some at a time, while servers may run. Answers how many. @throws Error naming a master key that is missing. */
export async function rotateKeys(store: RequestStore, signal?: AbortSignal): Promise<number> {
  let rotated = 0;
  for (const table of SEALED) {
    for (let some = 1; some > 0; rotated += some) {
      signal?.throwIfAborted();
      some = await writingRequests(store, (w) => rotateSome(w, table));
    }
  }
  return rotated;
}

async function rotateSome({ db, keys }: RequestWriting, table: (typeof SEALED)[number]): Promise<number> {
  const { rows } = await sql<Sealed>`select id, key_id, wrapped_key from ${sql.table(table)} where key_id is not null and key_id <> ${keys.current} order by no limit 200`.execute(db);
  for (const row of rows) {
    const { key_id, wrapped_key } = keys.rewrap(row);
    await sql`update ${sql.table(table)} set key_id = ${key_id}, wrapped_key = ${wrapped_key} where id = ${row.id}`.execute(db);
  }
  return rows.length;
}
