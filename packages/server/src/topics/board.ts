import type { Board } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { notFound } from '../problems.ts';
import { figuresOfAgency } from './figures.ts';
import { presentRound, roundState, showRound } from './rounds.ts';
import { boardSettings } from './settings.ts';

/** What a board must know of its agency. @throws ProblemError `not-found`. */
export async function getBoard({ read: db, now }: Database, agencyId: string, mail: boolean): Promise<Board> {
  const [agency, settings] = [await db.selectFrom('agency').select(['no', 'id', 'name', 'position', 'last']).where('id', '=', agencyId).executeTakeFirst(), await boardSettings(db, agencyId)];
  if (agency === undefined || settings === undefined) throw notFound();
  const today = dayInShanghai(now());
  const round = await presentRound(db, agency.no, today);
  return {
    agency: { id: agency.id, name: agency.name },
    open: settings.open && (!settings.rounds || (round !== undefined && roundState(round, today) === 'open')),
    purposes: settings.purposes,
    moderated: settings.moderated,
    categories: settings.categories,
    ...(settings.intro === undefined ? {} : { intro: settings.intro }),
    promise: { review: settings.reviewWorkdays, claim: settings.claimWorkdays, answer: settings.answerWorkdays },
    ...(round === undefined ? {} : { round: await showRound(db, round, (await loadCalendar(db)).calendar, today) }),
    mail,
    figures: await figuresOfAgency(db, agency, today),
  };
}
