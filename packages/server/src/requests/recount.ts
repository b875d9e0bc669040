import type { Day } from '@sunlit/contract';
import { movedDeadlines, type Calendar } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { OTHER_ENTRIES, loadRequest, stepOf } from './record.ts';
import type { RequestWriting } from './store.ts';
import { addEntry } from './take.ts';

/** A branch of an open request whose periods end on other days by another calendar. */
export interface MovedBranch {
  readonly requestId: string;
  readonly branch: string;
  readonly moved: readonly { readonly deadline: string; readonly from?: Day; readonly to?: Day }[];
}

/** What another calendar does to the requests that are open. For this, nothing needs to be opened that is sealed. */
export async function movedBranches(db: Kysely<Tables>, before: Calendar, after: Calendar): Promise<MovedBranch[]> {
  const rows = await db.selectFrom('request_event as e').innerJoin('request as r', 'r.no', 'e.request_no').selectAll('e').select('r.id')
    .where('e.request_no', 'in', db.selectFrom('request_case').select('request_no').where('ended_on', 'is', null))
    .where('e.type', 'not in', [...OTHER_ENTRIES]).orderBy('e.request_no').orderBy('e.n').execute();
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([requestId, events]) => {
    const moved = movedDeadlines(events.map(stepOf), { calendarOf: () => before }, { calendarOf: () => after }).filter((one) => one.before.due !== one.after.due);
    return [...Map.groupBy(moved, ({ branch }) => branch)].map(([branch, all]): MovedBranch => ({
      requestId, branch,
      moved: all.map(({ deadline, before: { due: from }, after: { due: to } }) => ({ deadline, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })),
    }));
  });
}

/** Puts on record of each what moved and by which notice, once the calendar is the new one. Answers how many. */
export async function recountRequests(w: RequestWriting, moved: readonly MovedBranch[], notice: string): Promise<number> {
  for (const { requestId: id, branch, moved: deadlines } of moved) {
    await addEntry(w, await loadRequest(w, { id }), { branch, type: 'recount', by: { role: 'system' }, entry: { notice, moved: deadlines } });
  }
  return moved.length;
}
