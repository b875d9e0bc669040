import { rm } from 'node:fs/promises';
import type { Day, RequestSettings } from '@sunlit/contract';
import { MAIN_BRANCH, addMonths, dayInShanghai, silencesDue } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { forgetAttempts } from '../staff/attempts.ts';
import { eraseUrgings } from '../supervision/urgings.ts';
import { USUAL_RETENTION } from './agency-settings.ts';
import { directoryOf } from './files.ts';
import { loadRequest } from './record.ts';
import { readingRequests, writingRequests, type RequestStore } from './store.ts';
import { addEntry, takeStep } from './take.ts';

/** The others wait for the next sweep, so that an archive that comes of age at once does not hold up who reads and writes. */
const MOST_AT_ONCE = 200;

/** What a sweep tells of a request that failed: which one, never what it says. */
export type RequestFailure = (item: { readonly request: string }, error: unknown) => void;

const clock = { role: 'system' } as const;

/**
 * Does what the day brings to requests: writes down the silences of those whose period has gone by, and erases what is personal when
 * the agency's retention has. Each is a transaction of its own that looks again, so that running it twice or in two processes
 * does nothing twice, and one that fails stops no other.
 */
export async function sweepRequests(store: RequestStore, failed: RequestFailure): Promise<void> {
  const { database } = store;
  const today = dayInShanghai(database.now());
  const late = await database.read.selectFrom('request_case as c').innerJoin('request as r', 'r.no', 'c.request_no').select('r.id').distinct()
    .where('c.ended_on', 'is', null).where('c.due_on', '<', today).orderBy('r.id').execute();
  for (const { id } of late) await recordSilences(store, id, today).catch((error: unknown) => failed({ request: id }, error));
  for (const id of await overRetention(database.read, today)) await erase(store, id).catch((error: unknown) => failed({ request: id }, error));
  const left = await database.read.selectFrom('request_file as f').innerJoin('request as r', 'r.no', 'f.request_no').select(['r.id', 'r.no']).distinct()
    .where('r.erased_on', 'is not', null).where('f.removed_at', 'is', null).execute();
  for (const request of left) await removeFiles(store, request).catch((error: unknown) => failed({ request: request.id }, error));
  await database.write.deleteFrom('spent_challenge').where('until', '<=', Date.now()).execute();
  await forgetAttempts(database);
}

/** One at a time, for one of them can leave another without object. */
async function recordSilences(store: RequestStore, id: string, today: Day): Promise<void> {
  // What is late stays late until it is answered; it is not written down again each minute.
  while (silencesDue((await loadRequest(readingRequests(store), { id })).state, today).length > 0) {
    await writingRequests(store, async (w) => {
      const request = await loadRequest(w, { id });
      const [silence] = silencesDue(request.state, today);
      if (silence === undefined) return;
      const { on, by: _, branch, ...step } = silence;
      await takeStep(w, request, { branch, step: step, on, by: clock });
    });
  }
}

/** The requests all of whose branches have ended longer ago than their agencies keep what is personal, so many at a time; or whether one of them did. */
async function overRetention(db: Kysely<Tables>, today: Day, one?: string): Promise<string[]> {
  const said = await db.selectFrom('request_settings').selectAll().execute();
  const months = said.map(({ agency_no, content }) => ({ agency_no, months: (JSON.parse(content) as RequestSettings).retentionMonths }));
  const kept = months.map(({ agency_no, months: some }) => sql`when ${agency_no} then cast(${addMonths(today, -some)} as text)`);
  const usual = addMonths(today, -USUAL_RETENTION);
  const since = kept.length === 0 ? sql`cast(${usual} as text)` : sql`case c.agency_no ${sql.join(kept, sql` `)} else cast(${usual} as text) end`;
  const { rows } = await sql<{ id: string }>`
    select r.id from request r join request_case c on c.request_no = r.no where r.erased_on is null and ${one === undefined ? sql`1 = 1` : sql`r.id = ${one}`}
    group by r.id having sum(case when c.ended_on is null or c.ended_on >= ${since} then 1 else 0 end) = 0 order by r.id limit ${MOST_AT_ONCE}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Drops the key: what was sealed by it nobody can read any more, here or in the files. The figures stay, and that it was done. */
async function erase(store: RequestStore, id: string): Promise<void> {
  await writingRequests(store, async (w) => {
    const today = dayInShanghai(w.now());
    if (!(await overRetention(w.db, today, id)).includes(id)) return;
    await w.db.updateTable('request').set({ key_id: null, wrapped_key: null, same_applicant: null, erased_on: today }).where('id', '=', id).execute();
    const request = await addEntry(w, await loadRequest(w, { id }), { branch: MAIN_BRANCH, type: 'erasure', by: clock });
    await eraseUrgings(w, 'request', request.cases.map((one) => one.id));
  });
}

async function removeFiles(store: RequestStore, { id, no }: { readonly id: string; readonly no: number }): Promise<void> {
  await rm(directoryOf(store, id), { recursive: true, force: true });
  await store.database.write.updateTable('request_file').set({ removed_at: store.database.now().toISOString() }).where('request_no', '=', no).where('removed_at', 'is', null).execute();
}
