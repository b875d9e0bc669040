import { RATING_LEVELS, type Answer, type Operations, type PlaceFigures, type PublicCount, type Query, type RatingLevel } from '@sunlit/contract';
import { dayInShanghai, publicTree, type CountTree, type PublicTree } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables, Timeliness } from '../database/tables.ts';
import { missedPeriods } from '../disclosures/agenda.ts';
import { ANY_CATEGORY, ANY_KIND, WHOLE } from '../disclosures/cells.ts';
import { ofPresentAnswer } from '../ratings/count.ts';
import { WAITING, counted as countedTopics, type Span } from '../topics/figures.ts';
import { askedOf, daysOf, placeRef, sumsWithin, type Asked, type Place } from './tree.ts';

/** A place and each one directly below it. Each count is read once for all of them. */
export async function getOverview({ read: db, now }: Database, { agency, year: asked }: Query<Operations['statistics.overview']>): Promise<Answer<Operations['statistics.overview']>> {
  const place = await askedOf(db, agency);
  const today = dayInShanghai(now());
  const thisYear = Number(today.slice(0, 4));
  const year = asked ?? thisYear;
  const [published, requests, topics, ratings, late] = await Promise.all([
    publishedBy(db, place, year), publicRequests(db, place, year), countedTopics(db, place, today, daysOf(year)), ratingsBy(db, place, year), lateBy(db, place, today),
  ]);
  const figures = (of: Span & { readonly no: number }): PlaceFigures => ({ ...published.of(of), requests: requests(of.no), topics: topics(of), ratings: ratings(of), late: late(of) });
  return {
    ...(place.agency && { agency: place.agency }),
    year,
    asOf: now().toISOString(),
    whole: figures(place),
    below: place.below.map((one) => ({ agency: placeRef(one), figures: figures(one) })),
    years: [...new Set([thisYear, ...published.years])].sort((a, b) => b - a),
  };
}

interface YearOfCells {
  readonly agency_no: number;
  readonly year: number;
  readonly timely: Timeliness;
  readonly n: number;
}

async function publishedBy(db: Kysely<Tables>, place: Asked, year: number) {
  const { rows } = await sql<YearOfCells>`
    select c.agency_no, cast(substr(c.month, 1, 4) as integer) as year, c.timely, cast(sum(c.n) as integer) as n from published_cell c
    where c.own = 0 and c.kind = ${ANY_KIND} and c.n > 0 and c.agency_no in (${sql.join([place.no, ...place.below.map(({ no }) => no)])}) group by 1, 2, 3`.execute(db);
  const active = await sql<{ position: number }>`
    select a.position from agency a where a.position between ${place.position} and ${place.last}
      and exists (select 1 from facet_cell c where c.agency_no = a.no and c.own = 1 and c.category_id = ${ANY_CATEGORY} and c.n > 0)`.execute(db);
  const publishing = sumsWithin(active.rows, () => 1);
  const agencies = sumsWithin(place.tree, () => 1);
  const byAgency = Map.groupBy(rows, ({ agency_no }) => agency_no);
  return {
    years: (byAgency.get(place.no) ?? []).map((row) => row.year),
    of: (of: Span & { readonly no: number }): Pick<PlaceFigures, 'agencies' | 'published' | 'inAll' | 'onTime'> => {
      const own = byAgency.get(of.no) ?? [];
      const sum = (which: (row: YearOfCells) => boolean) => own.reduce((total, row) => (which(row) ? total + row.n : total), 0);
      return {
        agencies: { n: publishing(of), of: agencies(of) },
        published: sum((row) => row.year === year),
        inAll: sum(() => true),
        onTime: { n: sum((row) => row.year === year && row.timely === 'in-time'), of: sum((row) => row.year === year && row.timely !== 'untimed') },
      };
    },
  };
}

const MEASURES = ['received', 'ended', 'inTime'] as const;
type Requests = Record<(typeof MEASURES)[number], number>;

/** Requests of a year as they may be told, of any place by the number of its agency, or of everything. */
export async function publicRequests(db: Kysely<Tables>, { tree }: Pick<Asked, 'tree'>, year: number): Promise<(no: number) => PlaceFigures['requests']> {
  const { from, to } = daysOf(year);
  const { rows } = await sql<{ agency_no: number } & Requests>`
    select agency_no, cast(sum(received) as integer) as received, cast(sum(ended) as integer) as ended, cast(sum(in_time) as integer) as "inTime" from (
      select c.agency_no, count(*) as received, 0 as ended, 0 as in_time from request_case c where c.received_on between ${from} and ${to} and c.phase <> 'split' group by c.agency_no
      union all
      select c.agency_no, 0, count(*), sum(c.in_time) from request_case c where c.ended_on between ${from} and ${to} and c.phase <> 'split' and c.outcome is not null group by c.agency_no
    ) counted group by agency_no`.execute(db);
  const own = new Map(rows.map((row) => [row.agency_no, row]));
  const told = MEASURES.map((measure) => [measure, publicCounts(tree, (no) => own.get(no)?.[measure] ?? 0)] as const);
  return (no) => Object.fromEntries(told.map(([measure, counts]) => [measure, counts.get(no) ?? 0])) as Record<(typeof MEASURES)[number], PublicCount>;
}

/** What may be told of each place in the tree, by the number of its agency; of everything by that of the whole. */
function publicCounts(tree: readonly Place[], own: (no: number) => number): ReadonlyMap<number, PublicCount> {
  const below = Map.groupBy(tree, ({ parentNo }) => parentNo);
  const parts = (no: number | null): readonly Place[] => below.get(no) ?? [];
  const countTree = (no: number | null): CountTree => ({ own: no === null ? 0 : own(no), below: parts(no).map((one) => countTree(one.no)) });
  const found = new Map<number, PublicCount>();
  const keep = (no: number | null, told: PublicTree): void => {
    found.set(no ?? WHOLE, told.all);
    parts(no).forEach((one, at) => {
      const part = told.below[at];
      if (part !== undefined) keep(one.no, part);
    });
  };
  keep(null, publicTree(countTree(null)));
  return found;
}

/** What was said in a year of windows, disclosures, answers and requests. */
async function ratingsBy(db: Kysely<Tables>, { tree }: Pick<Asked, 'tree'>, year: number): Promise<(span: Span) => PlaceFigures['ratings']> {
  const { from, to } = daysOf(year);
  const counted = await sql<{ agency_no: number; level: RatingLevel; n: number }>`
    select r.agency_no, r.level, cast(count(*) as integer) as n from rating r where r.day between ${from} and ${to} and ${ofPresentAnswer} group by r.agency_no, r.level`.execute(db);
  const positions = new Map(tree.map(({ no, position }) => [no, position]));
  const rows = counted.rows.map(({ agency_no, ...row }) => ({ position: positions.get(agency_no) ?? 0, ...row }));
  return (span) => {
    const levels = Object.fromEntries(RATING_LEVELS.map((level) => [level, sumsWithin(rows, (row) => (row.level === level ? row.n : 0))(span)])) as Record<RatingLevel, number>;
    return { n: RATING_LEVELS.reduce((sum, level) => sum + levels[level], 0), levels };
  };
}

/** What waits beyond its last day now, of any year. */
async function lateBy(db: Kysely<Tables>, { position, last }: Span, today: string): Promise<(span: Span) => number> {
  // Written as the index is, that of the topics on the boards by their last day; each plus keeps SQLite from going along that of the agencies.
  const { rows } = await sql<{ position: number; n: number }>`
    select +t.agency_position as position, cast(count(*) as integer) as n from topic t
    where t.approved = 1 and coalesce(t.due_on, '9999-12-31') < ${today} and +t.agency_position between ${position} and ${last} and ${WAITING} group by +t.agency_position`.execute(db);
  return sumsWithin([...rows, ...(await missedPeriods(db, { position, last }, today))], ({ n }) => n);
}
