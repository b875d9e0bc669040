import { writingRequests, type RequestStore } from './store.ts';

/** Wraps the keys of all requests by the current master key, some at a time, while servers may run. Answers how many. @throws Error naming a master key that is missing. */
export async function rotateKeys(store: RequestStore, signal?: AbortSignal): Promise<number> {
  const { current } = store.keys;
  for (let rotated = 0; ; ) {
    signal?.throwIfAborted();
    const some = await writingRequests(store, async ({ db, keys }) => {
      const rows = await db.selectFrom('request').select(['id', 'key_id', 'wrapped_key']).where('key_id', 'is not', null).where('key_id', '!=', current).orderBy('no').limit(200).execute();
      for (const row of rows) await db.updateTable('request').set(keys.rewrap(row)).where('id', '=', row.id).execute();
      return rows.length;
    });
    if (some === 0) return rotated;
    rotated += some;
  }
}
