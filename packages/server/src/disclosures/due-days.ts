import type { Day, DisclosureContent } from '@sunlit/contract';
import { publicationDue, publicationTermOf } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Tables, Timeliness } from '../database/tables.ts';

/*
 * The last day to publish something by. It is kept with the disclosure as it was on the day of publication: what was in time stays so, whatever
 * its revisions state later and whatever calendar is loaded later.
 */

/** The last day to publish each content by, with the calendar that there is now; null where no law sets one or its day is not stated. */
export async function lastDays(db: Kysely<Tables>): Promise<(content: DisclosureContent) => Day | null> {
  const { calendar } = await loadCalendar(db);
  // Thousands that are published at once run from a few days.
  const known = new Map<string, Day>();
  return (content) => {
    const runs = publicationTermOf(content);
    if (runs === undefined) return null;
    const key = `${runs.term} ${runs.from}`;
    const due = known.get(key) ?? publicationDue(calendar, runs.term, runs.from).due;
    known.set(key, due);
    return due;
  };
}

export function timelinessOf({ published_on, due_on }: Pick<Tables['disclosure'], 'published_on' | 'due_on'>): Timeliness {
  return due_on === null ? 'untimed' : published_on <= due_on ? 'in-time' : 'late';
}

/** Enters the last day of everything that was published before it was kept. */
export async function fillDueDays(db: Kysely<Tables>): Promise<void> {
  const lastDay = await lastDays(db);
  for (let after = -1; ; ) {
    const rows = await db.selectFrom('disclosure as d').innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').on('r.revision', '=', 1))
      .select(['d.no', 'r.content']).where('d.no', '>', after).orderBy('d.no').limit(500).execute();
    for (const [due, of] of Map.groupBy(rows, ({ content }) => lastDay(JSON.parse(content) as DisclosureContent))) {
      if (due !== null) await db.updateTable('disclosure').set({ due_on: due }).where('no', 'in', of.map(({ no }) => no)).execute();
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.no;
  }
}
