import { LATE_SUBJECTS, type Day, type LateSubject } from '@sunlit/contract';
import { addCalendarDays, dayInShanghai } from '@sunlit/rules';
import { sql } from 'kysely';
import { inBatches } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { RequestStore } from '../requests/store.ts';
import { doneDay, endedLate, type EndedLate } from './ended-late.ts';
import { isLate, typeOf, unwritten } from './lit.ts';

/** So many of each at once: an archive that comes in with all it was late with does not hold up who reads and writes. */
const MOST_AT_ONCE = 500;

/** What a sweep tells of something that failed: which one, never what it says. */
export type SupervisionFailure = (item: { readonly [Type in LateSubject]?: string }, error: unknown) => void;

/**
 * Writes down what became late: what is late now, when that is over, and what began and ended late since it last looked. It asks for what is
 * not written down, so that running it twice or in two processes writes nothing twice.
 */
export async function sweepBreaches(store: RequestStore, failed: SupervisionFailure): Promise<void> {
  const { database } = store;
  const today = dayInShanghai(database.now());
  for (let some = MOST_AT_ONCE; some === MOST_AT_ONCE; ) {
    const rows = await unwritten(database.read, today, MOST_AT_ONCE);
    await write(store, rows.map(({ rank, id, agency_no: agencyNo, title, due_on: due }) => ({ type: typeOf(rank), id, agencyNo, title, due })));
    some = rows.length;
  }
  for (const type of LATE_SUBJECTS) {
    const over = await sql<Omit<Tables['breach'], 'no'> & { no: number }>`select b.* from breach b where b.type = ${type} and b.done_on is null and not ${isLate(type, today)} order by b.no limit ${MOST_AT_ONCE}`.execute(database.read);
    for (const breach of over.rows) {
      await doneDay(store, breach, today).then((day) => end(store, breach.no, day)).catch((error: unknown) => failed({ [type]: breach.subject_id }, error));
    }
    await lookBack(store, type, failed);
  }
}

/** What ended late since the sweep last looked, some at a time. It looks at the last minutes again, for what was being written while it looked. */
async function lookBack(store: RequestStore, type: LateSubject, failed: SupervisionFailure): Promise<void> {
  const { read, write: db, now } = store.database;
  const since = await read.selectFrom('breach_sweep').select(['at', 'no']).where('type', '=', type).executeTakeFirst() ?? { at: '', no: 0 };
  const { late, last } = await endedLate(store, type, since, MOST_AT_ONCE, (id, error) => failed({ [type]: id }, error));
  const known = await read.selectFrom('breach').select(['subject_id', 'agency_no', 'due_on', 'done_on']).where('type', '=', type).where('subject_id', 'in', ['', ...late.map(({ id }) => id)]).execute();
  // What moved with a calendar ended on the same day, whichever was its last.
  await write(store, late.filter(({ id, agencyNo, due, doneOn }) => !known.some((one) => one.subject_id === id && one.agency_no === agencyNo && (one.due_on === due || one.done_on === doneOn))));
  const place = last ?? { at: new Date(now().getTime() - OVERLAP).toISOString(), no: 0 };
  if (place.at < since.at) return;
  await db.insertInto('breach_sweep').values({ type, ...place }).onConflict((row) => row.column('type').doUpdateSet(place)).execute();
}

/** Milliseconds. */
const OVERLAP = 10 * 60_000;

type Late = Omit<EndedLate, 'doneOn'> & { readonly doneOn?: Day };

async function write({ database: { write: db } }: RequestStore, late: readonly Late[]): Promise<void> {
  if (late.length === 0) return;
  const rows = late.map(({ type, id, agencyNo, title, due, doneOn }) => ({
    type, agency_no: agencyNo, subject_id: id, title: title === '' ? '—' : title, due_on: due, late_on: addCalendarDays(due, 1), done_on: doneOn ?? null,
  }));
  await inBatches(rows, (batch) => db.insertInto('breach').values([...batch]).onConflict((row) => row.columns(['type', 'agency_no', 'subject_id', 'due_on']).doNothing()).execute());
}

async function end({ database: { write: db } }: RequestStore, no: number, day: Day): Promise<void> {
  await db.updateTable('breach').set({ done_on: day }).where('no', '=', no).where('done_on', 'is', null).execute();
}
