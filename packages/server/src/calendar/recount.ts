import type { Day, DayRecount } from '@sunlit/contract';
import { addWorkdays, dayInShanghai, type Calendar } from '@sunlit/rules';
import type { RequestWriting } from '../requests/store.ts';

/**
 * Counts anew, by a calendar that was loaded in this transaction, the days that are stored of rounds without a report and of low ratings that
 * nobody has followed up yet. Each keeps which notice moved it, and has one version more.
 */
export async function recountStoredDays({ db, now }: RequestWriting, calendar: Calendar, notice: string): Promise<void> {
  const on = dayInShanghai(now());
  const kept = (recounts: string | null, from: Day, to: Day) => JSON.stringify([...recountsOf(recounts), { notice, on, from, to }]);
  for (const { no, closes_on, answer_on, answer_workdays, recounts, version } of await db.selectFrom('round').selectAll().where('reported_on', 'is', null).execute()) {
    const { due } = answer_workdays === null ? { due: answer_on } : addWorkdays(calendar, closes_on, answer_workdays);
    if (due !== answer_on) await db.updateTable('round').set({ answer_on: due, recounts: kept(recounts, answer_on, due), version: version + 1 }).where('no', '=', no).execute();
  }
  for (const { no, from_on, workdays, due_on, recounts, version } of await db.selectFrom('rating_task').selectAll().where('done_on', 'is', null).execute()) {
    const { due } = addWorkdays(calendar, from_on, workdays);
    if (due !== due_on) await db.updateTable('rating_task').set({ due_on: due, recounts: kept(recounts, due_on, due), version: version + 1 }).where('no', '=', no).execute();
  }
}

export const recountsOf = (recounts: string | null): DayRecount[] => (recounts === null ? [] : (JSON.parse(recounts) as DayRecount[]));
