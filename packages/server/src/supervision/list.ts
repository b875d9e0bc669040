import { DEFAULT_LIMIT, type Answer, type Operations } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Tables } from '../database/tables.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { dayOfNumber, numberOfDay } from '../drafts/list.ts';
import type { Call } from '../handlers.ts';
import { notFound } from '../problems.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import type { Span } from '../statistics/counted.ts';
import { daysOf, horizonOf, itemOf, litCounts, litRows, typeOf, waitingUrgings } from './lit.ts';
import { urgingsOf } from './urgings.ts';

/** What is late or about to be, the first to end first. */
export async function listLate(store: RequestStore, { query }: Pick<Call<'supervision.list'>, 'query'>): Promise<Answer<Operations['supervision.list']>> {
  const reading = readingRequests(store);
  const { agency, light, type, cursor, limit = DEFAULT_LIMIT } = query;
  const today = dayInShanghai(reading.now());
  const bound = { agency, light, type };
  const place = cursor === undefined ? undefined : decodeCursor(bound, cursor, ['d', 't', 'n']);
  const { calendar } = await loadCalendar(reading.db);
  const found = await litRows(reading.db, {
    today, days: daysOf(light, calendar, today), span: await spanOf(reading.db, agency), type, after: place && { day: dayOfNumber(place.d), rank: place.t, no: place.n }, limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const urgings = await urgingsOf(reading, rows.map(({ rank, id, agency_no }) => ({ type: typeOf(rank), id, agencyNo: agency_no })), today);
  return {
    items: rows.map((row, index) => itemOf(row, urgings[index] ?? [], calendar, today)),
    ...(last && { next: encodeCursor(bound, { d: numberOfDay(last.due_on), t: last.rank, n: last.no }) }),
  };
}

type Lights = Answer<Operations['supervision.tree']>['whole'];

/** How many lights are on in an agency with all below it, and in each one directly below. */
export async function lightsBelow(store: RequestStore, { query }: Pick<Call<'supervision.tree'>, 'query'>): Promise<Answer<Operations['supervision.tree']>> {
  const { db, now } = readingRequests(store);
  const today = dayInShanghai(now());
  const span = await spanOf(db, query.agency);
  const { calendar } = await loadCalendar(db);
  const lit = await litCounts(db, { today, to: horizonOf(calendar, today), span });
  const breaches = await db.selectFrom('breach').innerJoin('agency as a', 'a.no', 'breach.agency_no').select('a.position').select(({ fn }) => fn.countAll<number>().as('n'))
    .where('a.position', '>=', span.position).where('a.position', '<=', span.last).where('late_on', '>=', `${today.slice(0, 4)}-01-01`).where('late_on', '<=', today).groupBy('a.position').execute();
  const urgings = await waitingUrgings(db, { today, to: horizonOf(calendar, today), span });
  const within = <T extends { readonly position: number }>(rows: readonly T[], { position, last }: Span) => rows.filter((row) => position <= row.position && row.position <= last);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + Number(n), 0);
  const lights = (of: Span): Lights => {
    const own = within(lit, of);
    return {
      amber: sum(own.map(({ amber }) => amber)), red: sum(own.map(({ red }) => red)),
      breaches: sum(within(breaches, of).map(({ n }) => n)), urgings: sum(within(urgings, of).map(({ n }) => n)),
    };
  };
  const children = await db.selectFrom('agency').select(['id', 'name', 'position', 'last']).where('parent_no', '=', span.no).orderBy('position').execute();
  const ranks = [...new Set(lit.map(({ rank }) => rank))].sort();
  return {
    agency: { id: span.id, name: span.name },
    asOf: now().toISOString(),
    whole: lights(span),
    byType: ranks.map((rank) => {
      const own = lit.filter((row) => row.rank === rank);
      return { type: typeOf(rank), amber: sum(own.map(({ amber }) => amber)), red: sum(own.map(({ red }) => red)) };
    }).filter(({ amber, red }) => amber + red > 0),
    below: children.map(({ id, name, ...child }) => ({ agency: { id, name, below: child.last > child.position }, lights: lights(child) })),
  };
}

export interface AgencySpan extends Span {
  readonly no: number;
  readonly id: string;
  readonly name: string;
}

/** An agency with its place in the tree. @throws ProblemError `not-found`. */
export async function spanOf(db: Kysely<Tables>, id: string): Promise<AgencySpan> {
  return db.selectFrom('agency').select(['no', 'id', 'name', 'position', 'last']).where('id', '=', id).executeTakeFirstOrThrow(() => notFound());
}
