import type { Day, DisclosureContent, NoticeWindows } from '@sunlit/contract';
import { addCalendarDays, dayInShanghai } from '@sunlit/rules';
import { writing, type Database } from '../database/database.ts';
import { publish } from '../disclosures/publication.ts';
import { noticeRow } from './show.ts';

/** A notice that is current whenever it is entered: its days are told from today. */
export interface SeededNotice {
  /** How many days ago it was published. */
  readonly ago: number;
  readonly content: (day: (after: number) => Day) => DisclosureContent;
  readonly windows: (day: (after: number) => Day) => NoticeWindows;
}

/** Publishes notices with their windows. One that is current stays as it is; one that has ended comes anew. */
export async function saveNotices(database: Database, notices: readonly SeededNotice[]): Promise<void> {
  const today = dayInShanghai(database.now());
  const day = (after: number) => addCalendarDays(today, after);
  for (const { ago, content: contentOf, windows } of notices) {
    const content = contentOf(day);
    const present = await database.read.selectFrom('notice as n').innerJoin('disclosure as d', 'd.no', 'n.disclosure_no')
      .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
      .select('d.id').where('r.title', '=', content.title).where('n.to_on', '>=', today).executeTakeFirst();
    if (present !== undefined) continue;
    const { id } = await publish(database, { content, publishedOn: day(-ago) });
    await writing(database, async ({ db }) => {
      const { no } = await noticeRow(db, id);
      const stated = windows(day);
      await db.insertInto('notice_settings').values({
        disclosure_no: no, windows: JSON.stringify(stated), ends_on: [stated.opinions?.until, stated.seats?.until].filter((until) => until !== undefined).sort().at(-1) ?? null, summary: null, result: null, version: 2,
      }).execute();
    });
  }
}
