import { DEFAULT_LIMIT, type Count, type Operations, type Query, type TopicPage } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { sql, type RawBuilder } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { withSubcategories } from '../disclosures/filters.ts';
import { readQuery } from '../disclosures/list.ts';
import { invalid } from '../problems.ts';
import { searchEngine } from '../search/engine.ts';
import { WAITING } from './figures.ts';
import { onBoard, topicSummaries } from './show.ts';

type Asked = Query<Operations['topics.list']>;
type Sort = NonNullable<Asked['sort']>;

/** Counting stops here, where a person no longer reads them one by one. */
const MOST_COUNTED = 1_000;

/** One page of topics, in the order asked for; each order has an index that it is read along. */
export async function listTopics(database: Database, { cursor, limit = DEFAULT_LIMIT, ...asked }: Asked): Promise<TopicPage> {
  const { sort = 'newest' } = asked;
  const bound = { ...asked, sort };
  const after = cursor === undefined ? undefined : decodeCursor(bound, cursor, ['k', 'n']);
  const today = dayInShanghai(database.now());
  const query = readQuery(asked.q);
  const hits = query && searchEngine(database.engine, 'topics').everything(query, {});
  const no = hits === undefined ? sql`t.no` : sql`hits.no`;
  // The plus keeps SQLite from asking the full-text index anew for each of the numbers that a filter leaves.
  const conditions = await conditionsOf(database, asked, today, hits === undefined ? no : sql`+${no}`);
  const { key, text, descending } = ORDERS[sort];
  const beyond = after === undefined ? sql`true` : beyondPosition(sort, after);
  const direction = descending ? sql`desc` : sql`asc`;
  // SQLite keeps the order of a cross join: the hits lead, and the topics are looked up, in the index that holds all that is asked of them.
  const looked = database.engine === 'sqlite' ? sql`topic t indexed by topic_newest` : sql`topic t`;
  const from = hits === undefined ? sql`topic t where` : sql`(${hits}) hits cross join ${looked} where t.no = hits.no and`;
  const order = sort === 'newest' ? sql`${no} desc` : sql`${key} ${direction}, t.no ${direction}`;
  const [{ rows }, total, { calendar }] = await Promise.all([
    sql<{ no: number; k: string | number }>`select t.no, ${key} as k from ${from} ${conditions} and ${beyond} order by ${order} limit ${limit + 1}`.execute(database.read),
    counted(database, sql`select 1 from ${from} ${conditions}`),
    loadCalendar(database.read),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: await topicSummaries(database.read, shown.map(({ no }) => no), calendar, today),
    ...(last === undefined ? {} : { next: encodeCursor(bound, { k: text ? dayNumber(String(last.k)) : Number(last.k), n: last.no }) }),
    total,
  };
}

/** What rows are ordered by before their numbers: as the indexes have it. */
const ORDERS: Readonly<Record<Sort, { readonly key: RawBuilder<unknown>; readonly text: boolean; readonly descending: boolean }>> = {
  newest: { key: sql`0`, text: false, descending: true },
  supports: { key: sql`t.supports`, text: false, descending: true },
  answered: { key: sql`coalesce(t.answered_on, '')`, text: true, descending: true },
  due: { key: sql`coalesce(t.due_on, '9999-12-31')`, text: true, descending: false },
};

function beyondPosition(sort: Sort, { k, n }: { readonly k: number; readonly n: number }): RawBuilder<unknown> {
  if (sort === 'newest') return sql`t.no < ${n}`;
  const { key, text, descending } = ORDERS[sort];
  const value = text ? dayText(k) : k;
  return descending ? sql`${key} <= ${value} and (${key} < ${value} or t.no < ${n})` : sql`${key} >= ${value} and (${key} > ${value} or t.no > ${n})`;
}

/** A day as the number that a cursor holds; none is 0. */
const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));
const dayText = (number: number): string => (number === 0 ? '' : String(number).padStart(8, '0').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));

const STATES: Readonly<Record<NonNullable<Asked['state']>, RawBuilder<unknown>>> = {
  open: WAITING,
  answered: sql`t.phase in ('published', 'rated')`,
  declined: sql`t.phase = 'declined'`,
  merged: sql`t.phase = 'merged'`,
  all: sql`t.phase <> 'merged'`,
};

/** @throws ProblemError for an unknown agency, category or round. */
async function conditionsOf(database: Database, { agency, own = false, state = 'all', purpose, category, place, round, disclosure, late }: Asked, today: string, no: RawBuilder<unknown>): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [onBoard, STATES[state]];
  if (agency !== undefined) conditions.push(await within(database, agency, own, no));
  if (purpose !== undefined) conditions.push(sql`t.purpose = ${purpose}`);
  if (category !== undefined) {
    const categories = await withSubcategories(database, category);
    if (categories.length === 0) throw invalid({ pointer: '/query/category', code: 'unknown-category' });
    conditions.push(sql`t.category_id in (${sql.join(categories)})`);
  }
  if (place !== undefined) conditions.push(sql`t.place = ${place}`);
  if (round !== undefined) conditions.push(sql`t.round_no = (select no from round where id = ${round})`);
  if (disclosure !== undefined) {
    const { rows: [row] } = await sql<{ no: number }>`select no from disclosure where id = ${disclosure}`.execute(database.read);
    const named = row?.no ?? -1;
    conditions.push(sql`${no} in (select no from topic where disclosure_no = ${named} union select topic_no from topic_link where disclosure_no = ${named})`);
  }
  // Few are late, and the index by days knows them.
  if (late === true) conditions.push(sql`${no} in (select no from topic where approved = 1 and coalesce(due_on, '9999-12-31') < ${today})`);
  if (late === false) conditions.push(sql`(t.due_on is null or t.due_on >= ${today})`);
  return sql.join(conditions, sql` and `);
}

/** An agency that has fewer topics than this is read along its own topics, and any other along the order asked for. */
const FEW = 3_000;

/** On the boards of an agency and of all below it, or with one of them. */
async function within({ read }: Database, id: string, own: boolean, no: RawBuilder<unknown>): Promise<RawBuilder<unknown>> {
  const agency = await read.selectFrom('agency').select(['position', 'last']).where('id', '=', id).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const [first, last] = [agency.position, own ? agency.position : agency.last];
  const few = sql`select no from topic where approved = 1 and board_position between ${first} and ${last} union select no from topic where approved = 1 and agency_position between ${first} and ${last}`;
  const { rows: [row] } = await sql<{ n: number }>`
    select (select count(*) from (select 1 from topic where approved = 1 and board_position between ${first} and ${last} limit ${FEW}) b)
      + (select count(*) from (select 1 from topic where approved = 1 and agency_position between ${first} and ${last} limit ${FEW}) a) as n`.execute(read);
  return Number(row?.n ?? 0) < FEW ? sql`${no} in (${few})` : sql`(+t.board_position between ${first} and ${last} or +t.agency_position between ${first} and ${last})`;
}

async function counted({ read }: Database, rows: RawBuilder<unknown>): Promise<Count> {
  const { rows: [row] } = await sql<{ n: number }>`select cast(count(*) as integer) as n from (${rows} limit ${MOST_COUNTED + 1}) counted`.execute(read);
  const n = row?.n ?? 0;
  return n > MOST_COUNTED ? { value: MOST_COUNTED, relation: 'gte' } : { value: n, relation: 'eq' };
}
