import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoardSettings, Day } from '@sunlit/contract';
import { ENDED_TOPIC_PHASES, addMonths, dayInShanghai } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import { eraseUrgings } from '../supervision/urgings.ts';
import { loadTopic } from './record.ts';
import { noteChange, projectTopic } from './projection.ts';
import { USUAL_MONTHS } from './settings.ts';

/** The others wait for the next sweep, so that an archive that comes of age at once does not hold up who reads and writes. */
const MOST_AT_ONCE = 200;

/** What a sweep tells of a topic that failed: which one, never what it says. */
export type TopicFailure = (item: { readonly topic: string }, error: unknown) => void;

/**
 * Erases what was written, as it was written, when the time has gone by for which the board keeps it: the key to it goes, and with it
 * the notes of officers and the scans of sheets. What was approved stays, as do the steps, the supporters' hashes and the figures. Each is a transaction of its own
 * that looks again, so that one that fails stops no other.
 */
export async function sweepTopics(store: RequestStore, failed: TopicFailure): Promise<void> {
  for (const id of await overKeeping(store.database.read, dayInShanghai(store.database.now()))) await erase(store, id).catch((error: unknown) => failed({ topic: id }, error));
}

/** The topics that ended longer ago than their boards keep what was written, so many at a time; or whether one of them did. */
async function overKeeping(db: Kysely<Tables>, today: Day, one?: string): Promise<string[]> {
  const said = await db.selectFrom('board_settings').selectAll().execute();
  const kept = said.map(({ agency_no, content }) => sql`when ${agency_no} then cast(${addMonths(today, -(JSON.parse(content) as BoardSettings).writtenMonths)} as text)`);
  const usual = sql`cast(${addMonths(today, -USUAL_MONTHS)} as text)`;
  const since = kept.length === 0 ? usual : sql`case board_no ${sql.join(kept, sql` `)} else ${usual} end`;
  const { rows } = await sql<{ id: string }>`
    select id from topic where erased_on is null and ended_on < ${today} and ended_on < ${since} and ${one === undefined ? sql`1 = 1` : sql`id = ${one}`} order by ended_on limit ${MOST_AT_ONCE}`.execute(db);
  return rows.map(({ id }) => id);
}

async function erase(store: RequestStore, id: string): Promise<void> {
  // Before the key, so that a fault between both is made good by the next sweep.
  await rm(join(store.dataDirectory, 'topics', id), { recursive: true, force: true });
  await writingRequests(store, async (w) => {
    const today = dayInShanghai(w.now());
    if (!(await overKeeping(w.db, today, id)).includes(id)) return;
    await w.db.updateTable('topic').set({ key_id: null, wrapped_key: null, written: null, erased_on: today }).where('id', '=', id).execute();
    await eraseUrgings(w, 'topic', [id]);
  });
}

/** Counts the terms of the topics that wait anew, after the calendar has changed. */
export async function recountTopics(w: RequestWriting): Promise<void> {
  const waiting = await w.db.selectFrom('topic').select('no').where('phase', 'not in', ENDED_TOPIC_PHASES).execute();
  for (const { no } of waiting) {
    const before = await loadTopic(w, { no });
    await projectTopic(w, before);
    const { row } = await loadTopic(w, { no });
    if (row.due !== before.row.due && row.approved === 1) await noteChange(w, [no]);
  }
}
