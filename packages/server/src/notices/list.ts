import { DEFAULT_LIMIT, type NoticePage, type NoticeSummary, type Notice, type Operations, type Query } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { sql, type RawBuilder } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { dayOfNumber, numberOfDay } from '../drafts/list.ts';
import { invalid } from '../problems.ts';
import { noticeRow, noticeRows, shownNotice, summaryOf } from './show.ts';

/** Counting stops there; nobody reads as many. */
const MOST_COUNTED = 10_000;

/** Notices and hearings of an agency and all below it: what ends first comes first, and of those that are over, what ended last. */
export async function listNotices({ read: db, now }: Database, { agency: id, own = false, state = 'current', type, cursor, limit = DEFAULT_LIMIT }: Query<Operations['notices.list']>): Promise<NoticePage> {
  const bound = { id, own, state, type };
  const today = dayInShanghai(now());
  const agency = id === undefined ? undefined : await db.selectFrom('agency').select(['position', 'last']).where('id', '=', id).executeTakeFirst();
  if (id !== undefined && agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const newestFirst = state === 'over';
  const place = cursor === undefined ? undefined : decodeCursor(bound, cursor, ['d', 'n']);
  const where = sql.join([
    inState(state, today),
    ...(agency === undefined ? [] : [sql`a.position between ${agency.position} and ${own ? agency.position : agency.last}`]),
    ...(type === undefined ? [] : [sql`n.type = ${type}`]),
  ], sql` and `);
  const from = sql`from notice n join agency a on a.no = n.agency_no where ${where}`;
  const { rows } = await sql<{ no: number; to_on: string }>`
    select n.disclosure_no as no, n.to_on ${from}
    ${place === undefined ? sql`` : sql`and (n.to_on, n.disclosure_no) ${newestFirst ? sql`<` : sql`>`} (${dayOfNumber(place.d)}, ${place.n})`}
    order by ${newestFirst ? sql`n.to_on desc, n.disclosure_no desc` : sql`n.to_on, n.disclosure_no`} limit ${limit + 1}`.execute(db);
  const { rows: [counted] } = await sql<{ n: number }>`select cast(count(*) as integer) as n from (select 1 as one ${from} limit ${MOST_COUNTED}) counted`.execute(db);
  const value = counted?.n ?? 0;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: await summaries(db, rows.slice(0, limit).map(({ no }) => no), today),
    ...(last ? { next: encodeCursor(bound, { d: numberOfDay(last.to_on), n: last.no }) } : {}),
    total: { value, relation: value === MOST_COUNTED ? 'gte' : 'eq' },
  };
}

type State = NonNullable<Query<Operations['notices.list']>['state']>;

function inState(state: State, today: string): RawBuilder<unknown> {
  switch (state) {
    case 'current': return sql`n.to_on >= ${today}`;
    case 'open': return sql`n.to_on >= ${today} and n.from_on <= ${today}`;
    case 'coming': return sql`n.to_on >= ${today} and n.from_on > ${today}`;
    case 'over': return sql`n.to_on < ${today}`;
  }
}

async function summaries(db: Database['read'], numbers: readonly number[], today: string): Promise<NoticeSummary[]> {
  const byNumber = new Map((await noticeRows(db, numbers)).map((row) => [row.no, row]));
  const { calendar } = await loadCalendar(db);
  return numbers.flatMap((no) => byNumber.get(no) ?? []).map((row) => summaryOf(row, calendar, today));
}

/** @throws ProblemError `not-found`. */
export async function getNotice({ read: db, now }: Database, id: string): Promise<Notice> {
  const row = await noticeRow(db, id);
  return shownNotice(row, (await loadCalendar(db)).calendar, dayInShanghai(now()));
}
