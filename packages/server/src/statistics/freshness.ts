import { FRESHNESS_RULES, type AgencyKind, type Answer, type Day, type FreshnessRule, type Operations, type Query, type StatutoryCategory } from '@sunlit/contract';
import { addCalendarDays, addMonths, dayInShanghai } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { missedPeriods } from '../disclosures/agenda.ts';
import { visible } from '../disclosures/visible.ts';
import { invalid } from '../problems.ts';
import type { Span } from '../topics/figures.ts';
import { askedOf, placeRef, type Asked, type Place } from './tree.ts';

/*
 * How current columns are, by the rules of the inspection of government websites (国办秘函〔2019〕19号). A column is an item of Reg. 20 with
 * what an agency keeps below it, or a category of the agency's own. Every disclosure has a day of publication, so there are none without a date;
 * a column in which nothing stands is as one that nobody has ever updated.
 */

type Freshness = Answer<Operations['statistics.freshness']>;
type Column = Freshness['columns'][number];

/** From how many against it a rule is broken. */
const LIMITS: Readonly<Record<FreshnessRule, number>> = { news: 1, stale: 5, due: 10, empty: 5, messages: 1 };

/** The item under which news stand, and for how many days a column of news, and one of notices and policies, may stand still: two weeks, six months. */
const NEWS: StatutoryCategory = 'A20_15';
const [NEWS_DAYS, OTHER_DAYS] = [14, 183] as const;
const MESSAGE_MONTHS = 3;

/**
 * Which items of Reg. 20 an agency ought to fill, by what it is: all have duties and news to tell of (20(2), 20(15)); whoever has a budget or
 * makes rules tells of them (20(1), (3), (7)); a government answers for what its departments do for it, too (20(4), (10), (11), (12)).
 */
const EXPECTED: Readonly<Record<AgencyKind, readonly StatutoryCategory[]>> = {
  government: ['A20_01', 'A20_02', 'A20_03', 'A20_04', 'A20_07', 'A20_10', 'A20_11', 'A20_12', 'A20_15'],
  department: ['A20_01', 'A20_02', 'A20_03', 'A20_07', 'A20_15'],
  authorised: ['A20_02', 'A20_07', 'A20_15'],
  utility: ['A20_02', 'A20_15'],
  committee: ['A20_02', 'A20_15'],
};

/** @throws ProblemError for an unknown agency. */
export async function getFreshness({ read: db, now }: Database, { agency }: Query<Operations['statistics.freshness']>): Promise<Freshness> {
  const asked = await askedOf(db, agency);
  if (asked.agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const all = await freshnessWithin(db, asked, dayInShanghai(now()));
  const [own] = all;
  return {
    agency: asked.agency,
    asOf: now().toISOString(),
    checks: own?.checks ?? [],
    columns: own?.columns ?? [],
    below: asked.below.map((place) => {
      const within = all.filter(({ place: { position } }) => place.position <= position && position <= place.last);
      const sum = (count: (one: OfAgency) => number) => within.reduce((total, one) => total + count(one), 0);
      return {
        agency: placeRef(place),
        agencies: within.length,
        broken: sum(({ checks }) => (checks.some(({ holds }) => !holds) ? 1 : 0)),
        stale: sum(({ checks }) => against(checks, 'stale')),
        empty: sum(({ checks }) => against(checks, 'empty')),
      };
    }),
  };
}

const against = (checks: Freshness['checks'], rule: FreshnessRule): number => checks.find((check) => check.rule === rule)?.n ?? 0;

/** What the rules say of one agency alone. */
interface OfAgency {
  readonly place: Place;
  readonly checks: Freshness['checks'];
  readonly columns: Column[];
}

/** Each agency within a place, in the order of the tree: the place itself first. */
export async function freshnessWithin(db: Kysely<Tables>, asked: Asked, today: Day): Promise<OfAgency[]> {
  const { position, last } = asked;
  const categories = await categoriesOf(db);
  const newest = Map.groupBy(await newestByCategory(db, asked), (row) => row.position);
  const missed = new Map((await missedPeriods(db, asked, today)).map((row) => [row.position, row.n]));
  // The plus keeps SQLite from going along the index of the agencies: few topics wait so long.
  const waiting = await sql<{ position: number; n: number }>`
    select t.agency_position as position, cast(count(*) as integer) as n from topic t
    where t.ended_on is null and t.submitted_on < ${addMonths(today, -MESSAGE_MONTHS)} and +t.agency_position between ${position} and ${last} group by t.agency_position`.execute(db);
  const messages = new Map(waiting.rows.map((row) => [row.position, row.n]));
  return asked.tree.filter((place) => position <= place.position && place.position <= last).map((place) => {
    const filled = newest.get(place.position) ?? [];
    const columns = categories.columnsOf(place, filled).map(({ id, name, on }): Column => columnOf({ id, name }, categories.isNews(id), on, today));
    const state = (which: Column['state']) => columns.filter((column) => column.state === which).length;
    const lastOn = filled.map(({ on }) => on).sort().at(-1);
    const counts: Record<FreshnessRule, number> = {
      news: lastOn === undefined || lastOn < addCalendarDays(today, -NEWS_DAYS) ? 1 : 0,
      stale: state('stale'), due: missed.get(place.position) ?? 0, empty: state('empty'), messages: messages.get(place.position) ?? 0,
    };
    return { place, columns, checks: FRESHNESS_RULES.map((rule) => ({ rule, n: counts[rule], limit: LIMITS[rule], holds: counts[rule] < LIMITS[rule] })) };
  });
}

function columnOf(category: Column['category'], news: boolean, lastOn: Day | undefined, today: Day): Column {
  const limit = news ? NEWS_DAYS : OTHER_DAYS;
  if (lastOn === undefined) return { category, state: 'empty', limit };
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(lastOn)) / 86_400_000));
  return { category, state: days > limit ? 'stale' : 'current', lastOn, days, limit };
}

/** When each agency last published something in each category; categories in which it has nothing are left out. */
async function newestByCategory(db: Kysely<Tables>, { position, last }: Span): Promise<{ position: number; id: string; on: Day }[]> {
  // An agency files in what everybody has or what it or one above it has set up; of each, one row of an index is read.
  const { rows } = await sql<{ position: number; id: string; on: Day }>`
    select * from (
      select a.position, c.id, (
        select d.published_on from disclosure d where d.agency_position = a.position and d.category_id = c.id and ${visible} order by d.no desc limit 1
      ) as "on"
      from agency a cross join category c left join agency owner on owner.no = c.agency_no
      where a.position between ${position} and ${last} and (c.agency_no is null or a.position between owner.position and owner.last)
    ) column_of where "on" is not null`.execute(db);
  return rows;
}

/** Which columns an agency has, each with when something last came into it or below it. */
async function categoriesOf(db: Kysely<Tables>) {
  const rows = await db.selectFrom('category').select(['id', 'parent_id', 'agency_no', 'name']).orderBy('position').orderBy('id').execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lineage = (id: string): string[] => {
    const above = byId.get(id)?.parent_id ?? null;
    return above === null ? [id] : [id, ...lineage(above)];
  };
  return {
    isNews: (id: string): boolean => lineage(id).at(-1) === NEWS,
    columnsOf: ({ no, kind }: Place, filled: readonly { readonly id: string; readonly on: Day }[]): { readonly id: string; readonly name: string; readonly on: Day | undefined }[] => {
      const newest = new Map<string, Day>();
      for (const { id, on } of filled) for (const above of lineage(id)) if ((newest.get(above) ?? '') < on) newest.set(above, on);
      const expected: readonly string[] = EXPECTED[kind];
      return rows.filter(({ id, parent_id, agency_no }) => (agency_no === no) || (parent_id === null && (expected.includes(id) || newest.has(id))))
        .map(({ id, name }) => ({ id, name, on: newest.get(id) }));
    },
  };
}
