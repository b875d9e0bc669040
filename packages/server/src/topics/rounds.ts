import { DEFAULT_LIMIT, type Answer, type Operations, type Query, type Round, type RoundState } from '@sunlit/contract';
import { addWorkdays, countWorkdays, dayInShanghai, type Calendar } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import { recountsOf } from '../calendar/recount.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { invalid, notFound } from '../problems.ts';
import { figuresOfRound } from './figures.ts';
import { topicSummaries } from './show.ts';

export type RoundRow = Omit<Tables['round'], 'no'> & { readonly no: number; readonly agency_id: string; readonly agency_name: string };

/** Rounds with their agencies. */
export function rounds(db: Kysely<Tables>) {
  return db.selectFrom('round as r').innerJoin('agency as a', 'a.no', 'r.agency_no').selectAll('r').select(['a.id as agency_id', 'a.name as agency_name']);
}

/** How a round stands: it follows from its days and its report. */
export function roundState({ opens_on, closes_on, reported_on }: Pick<RoundRow, 'opens_on' | 'closes_on' | 'reported_on'>, today: string): RoundState {
  if (reported_on !== null) return 'reported';
  return today < opens_on ? 'planned' : today <= closes_on ? 'open' : 'answering';
}

/** A round as everybody sees it. */
export async function showRound(db: Kysely<Tables>, row: RoundRow, calendar: Calendar, today: string): Promise<Round> {
  const state = roundState(row, today);
  const end = { planned: row.opens_on, open: row.closes_on, answering: row.answer_on, reported: today }[state];
  return {
    id: row.id,
    agency: { id: row.agency_id, name: row.agency_name },
    title: row.title,
    ...(row.intro === null ? {} : { intro: row.intro }),
    state,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    answerBy: {
      due: row.answer_on, ...(row.answer_workdays === null ? { provisional: false } : { workdays: row.answer_workdays, provisional: addWorkdays(calendar, row.closes_on, row.answer_workdays).provisional }),
    },
    ...(row.recounts === null ? {} : { recounts: recountsOf(row.recounts) }),
    left: countWorkdays(calendar, today, end).workdays,
    figures: await figuresOfRound(db, row.no, today),
    ...(row.reported_on === null ? {} : { reportedOn: row.reported_on }),
    version: row.version,
  };
}

/** The rounds of an agency, newest first. */
export async function listRounds({ read: db, now }: Database, { agency: id, cursor, limit = DEFAULT_LIMIT }: Query<Operations['rounds.list']>): Promise<Answer<Operations['rounds.list']>> {
  const after = cursor === undefined ? undefined : decodeCursor({ agency: id }, cursor, ['k', 'n']);
  const agency = await db.selectFrom('agency').select('no').where('id', '=', id).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const day = after && String(after.k).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const found = await rounds(db).where('r.agency_no', '=', agency.no).$if(after !== undefined, (some) => some.where(sql<boolean>`(r.opens_on < ${day} or (r.opens_on = ${day} and r.no < ${after?.n}))`))
    .orderBy('r.opens_on', 'desc').orderBy('r.no', 'desc').limit(limit + 1).execute();
  const [{ calendar }, today] = [await loadCalendar(db), dayInShanghai(now())];
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: await Promise.all(shown.map((row) => showRound(db, row, calendar, today))),
    ...(last === undefined ? {} : { next: encodeCursor({ agency: id }, { k: Number(last.opens_on.replaceAll('-', '')), n: last.no }) }),
  };
}

const MOST_RANKED = 100;

/** A round with its report, and what was asked in it by how many different people support that. @throws ProblemError `not-found`. */
export async function getRound({ read: db, now }: Database, id: string): Promise<Answer<Operations['rounds.get']>> {
  const row = await rounds(db).where('r.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  const [{ calendar }, today] = [await loadCalendar(db), dayInShanghai(now())];
  const ranked = await db.selectFrom('topic').select('no').where('round_no', '=', row.no).where('approved', '=', 1).where('phase', '<>', 'merged')
    .orderBy('supports', 'desc').orderBy('no').limit(MOST_RANKED).execute();
  return {
    ...(await showRound(db, row, calendar, today)),
    ...(row.report === null ? {} : { report: row.report }),
    ranking: await topicSummaries(db, ranked.map(({ no }) => no), calendar, today),
  };
}

/** The round of an agency that collects now; else the one that is being answered, or the next. */
export async function presentRound(db: Kysely<Tables>, agencyNo: number, today: string): Promise<RoundRow | undefined> {
  const collecting = await rounds(db).where('r.agency_no', '=', agencyNo).where('r.reported_on', 'is', null).where('r.opens_on', '<=', today).orderBy('r.opens_on', 'desc').executeTakeFirst();
  return collecting ?? rounds(db).where('r.agency_no', '=', agencyNo).where('r.reported_on', 'is', null).orderBy('r.opens_on').executeTakeFirst();
}
