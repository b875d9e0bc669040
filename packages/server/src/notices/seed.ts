import type { Body, Day, DisclosureContent, NoticeWindows, Operations, SeatRole, Stance } from '@sunlit/contract';
import { addCalendarDays, dayInShanghai } from '@sunlit/rules';
import { ulid } from 'ulid';
import { writing, type Database } from '../database/database.ts';
import { publish } from '../disclosures/publication.ts';
import { answerOpinions, selectSeats } from './desk.ts';
import { noticeRow } from './show.ts';

/** A notice whose days are told from today, so that it is as current, or as long over, whenever it is entered. */
export interface SeededNotice {
  /** How many days ago it was published. */
  readonly ago: number;
  readonly content: (day: (after: number) => Day) => DisclosureContent;
  readonly windows: (day: (after: number) => Day) => NoticeWindows;
  /** Of one whose windows are over: how many said what and registered for what, what the agency made of the opinions, and by what lots were drawn. */
  readonly over?: {
    readonly stances?: Partial<Record<Stance, number>>;
    readonly summary?: Omit<Body<Operations['opinions.answer']>, 'version'>;
    readonly registered?: Partial<Record<SeatRole, number>>;
    readonly seed?: string;
  };
}

/** One whose windows are over is entered once in so many days. */
const OVER_DAYS = 300;

/** Publishes notices with their windows. One that is current stays as it is; one that has ended comes anew. */
export async function saveNotices(database: Database, notices: readonly SeededNotice[]): Promise<void> {
  const today = dayInShanghai(database.now());
  const day = (after: number) => addCalendarDays(today, after);
  for (const { ago, content: contentOf, windows, over } of notices) {
    const content = contentOf(day);
    const present = await database.read.selectFrom('notice as n').innerJoin('disclosure as d', 'd.no', 'n.disclosure_no')
      .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
      .select('d.id').where('r.title', '=', content.title).where('n.to_on', '>=', over === undefined ? today : day(-OVER_DAYS)).executeTakeFirst();
    if (present !== undefined) continue;
    const { id } = await publish(database, { content, publishedOn: day(-ago) });
    await writing(database, async ({ db }) => {
      const { no } = await noticeRow(db, id);
      const stated = windows(day);
      await db.insertInto('notice_settings').values({
        disclosure_no: no, windows: JSON.stringify(stated), ends_on: [stated.opinions?.until, stated.seats?.until].filter((until) => until !== undefined).sort().at(-1) ?? null, summary: null, result: null, version: 2,
      }).execute();
      // What was written is forgotten by now, as the sweep would have it.
      const at = new Date(day(-ago)).toISOString();
      const forgotten = { disclosure_no: no, channel: 'web', at, key_id: null, wrapped_key: null, written: null } as const;
      for (const one of entered(over?.stances)) await db.insertInto('opinion').values({ ...forgotten, id: one.id, stance: one.said }).execute();
      for (const one of entered(over?.registered)) await db.insertInto('seat').values({ ...forgotten, id: one.id, role: one.said, device: one.id, chosen: null }).execute();
    });
    if (over?.summary !== undefined) await answerOpinions(database, { params: { id }, body: { version: 2, ...over.summary } });
    if (over?.registered !== undefined) await selectSeats(database, { params: { id }, body: { version: 2, ...(over.seed === undefined ? {} : { seed: over.seed }) } });
  }
}

/** Each with an id, so many of each. */
function entered<T extends string>(counts: Partial<Record<T, number>> = {}): { readonly id: string; readonly said: T }[] {
  return (Object.entries(counts) as [T, number][]).flatMap(([said, n]) => Array.from({ length: n }, () => ({ id: ulid(), said })));
}
