import { writingRequests, type RequestStore } from './store.ts';

/** What has keys of its own. */
const KEYED = ['request', 'topic', 'rating', 'follow', 'urging', 'opinion', 'seat'] as const;

/** Wraps the keys of everything that is sealed by the current master key, some at a time, while servers may run. Answers how many. @throws Error naming a master key that is missing. */
export async function rotateKeys(store: RequestStore, signal?: AbortSignal): Promise<number> {
  let rotated = 0;
  for (const table of KEYED) {
    for (let some = -1; some !== 0; rotated += some) {
      signal?.throwIfAborted();
      some = await rotateSome(store, table);
    }
  }
  return rotated;
}

function rotateSome(store: RequestStore, table: (typeof KEYED)[number]): Promise<number> {
  return writingRequests(store, async ({ db, keys }) => {
    const rows = await db.selectFrom(table).select(['id', 'key_id', 'wrapped_key']).where('key_id', 'is not', null).where('key_id', '!=', keys.current).orderBy('no').limit(200).execute();
    for (const row of rows) {
      const { key_id, wrapped_key } = keys.rewrap(row);
      // Of what is not null it never makes null.
      if (key_id !== null && wrapped_key !== null) await db.updateTable(table).set({ key_id, wrapped_key }).where('id', '=', row.id).execute();
    }
    return rows.length;
  });
}
