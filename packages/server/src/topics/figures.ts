import { RATING_LEVELS, type Answer, type Operations, type Query, type RatingLevel, type TopicFigures } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { isDay } from '../disclosures/number.ts';
import { invalid } from '../problems.ts';

type Asked = Query<Operations['topics.figures']>;

/*
 * How agencies keep their word. A topic counts for the agency with which it is now, by the day on which it was written; what was promised was
 * kept or not when it was done, or else when its day went by. What was merged counts as what it was merged into.
 */

/** An agency with all below it, and each one directly below with all below that. Without an agency, everything, and the tops of the trees. */
export async function topicFigures({ read: db, now }: Database, { agency: id, from, to }: Asked): Promise<Answer<Operations['topics.figures']>> {
  const wrong = ([['from', from], ['to', to]] as const).filter(([, day]) => day !== undefined && !isDay(day)).map(([name]) => ({ pointer: `/query/${name}`, code: 'day' }));
  if (wrong.length > 0) throw invalid(...wrong);
  const agency = id === undefined ? undefined : await db.selectFrom('agency').select(['no', 'position', 'last']).where('id', '=', id).executeTakeFirst();
  if (id !== undefined && agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const today = dayInShanghai(now());
  const children = await db.selectFrom('agency').select(['no', 'id', 'name']).where('parent_no', agency === undefined ? 'is' : '=', agency === undefined ? null : agency.no).orderBy('position').execute();
  const [whole, below] = await Promise.all([
    figuresOf(db, span(agency ?? EVERYWHERE), today, days),
    figuresOf(db, sql`select no, position, last from agency where ${agency === undefined ? sql`parent_no is null` : sql`parent_no = ${agency.no}`}`, today, days),
  ]);
  return { whole: whole(0), below: children.map(({ no, id: child, name }) => ({ agency: { id: child, name }, figures: below(no) })) };
}

type Span = { readonly position: number; readonly last: number };
const EVERYWHERE: Span = { position: 0, last: Number.MAX_SAFE_INTEGER };
const span = ({ position, last }: Span): RawBuilder<unknown> => sql`select 0 as no, cast(${position} as bigint) as position, cast(${last} as bigint) as last`;

/** The figures of one agency with all below it. */
export async function figuresOfAgency(db: Kysely<Tables>, agency: Span, today: string): Promise<TopicFigures> {
  return (await figuresOf(db, span(agency), today))(0);
}

/** The figures of a round. Nobody is turned away by a round, so it has no deflections. */
export async function figuresOfRound(db: Kysely<Tables>, roundNo: number, today: string): Promise<TopicFigures> {
  return (await figuresOf(db, span(EVERYWHERE), today, {}, roundNo))(0);
}

interface Sums {
  readonly no: number;
  readonly asked: number; readonly open: number; readonly answered: number; readonly declined: number; readonly merged: number; readonly returned: number;
  readonly claims: number; readonly claims_in_time: number; readonly answers: number; readonly answers_in_time: number; readonly overdue: number; readonly reopened: number;
}

const ACCOUNTABLE = sql`t.phase in ('open', 'assigned', 'claimed', 'answered', 'published', 'rated', 'declined')`;

/** The figures of spans of agencies, each known by a number: `scopes` selects (no, position, last). */
async function figuresOf(db: Kysely<Tables>, scopes: RawBuilder<unknown>, today: string, { from, to }: Pick<Asked, 'from' | 'to'> = {}, roundNo?: number): Promise<(no: number) => TopicFigures> {
  const between = (day: RawBuilder<unknown>) => sql.join([sql`1 = 1`, ...(from === undefined ? [] : [sql`${day} >= ${from}`]), ...(to === undefined ? [] : [sql`${day} <= ${to}`])], sql` and `);
  const inRound = roundNo === undefined ? sql`1 = 1` : sql`t.round_no = ${roundNo}`;
  const sum = (condition: RawBuilder<unknown>) => sql`cast(coalesce(sum(case when ${condition} then 1 else 0 end), 0) as integer)`;
  const add = (column: string) => sql`cast(coalesce(sum(case when ${ACCOUNTABLE} then ${sql.ref(`t.${column}`)} else 0 end), 0) as integer)`;
  const waiting = sql`t.phase in ('open', 'assigned', 'claimed', 'answered')`;
  const late = (term: string) => sql`(${waiting} and t.due_term = ${sql.lit(term)} and t.due_on < ${today})`;
  // What is late and not done yet was promised as much as what was done.
  const promised = (column: string, term: string) => sql`cast(coalesce(sum(case when ${ACCOUNTABLE} then ${sql.ref(`t.${column}`)} + (case when ${late(term)} then 1 else 0 end) else 0 end), 0) as integer)`;
  const [sums, ratings, deflections] = await Promise.all([
    sql<Sums>`
      select s.no, cast(count(t.no) as integer) as asked, ${sum(waiting)} as open, ${sum(sql`t.phase in ('published', 'rated')`)} as answered, ${sum(sql`t.phase = 'declined'`)} as declined,
        ${sum(sql`t.phase = 'merged'`)} as merged, ${sum(sql`t.phase = 'returned'`)} as returned, ${promised('claims', 'claim')} as claims, ${add('claims_in_time')} as claims_in_time,
        ${promised('answers', 'answer')} as answers, ${add('answers_in_time')} as answers_in_time, ${sum(sql`${waiting} and t.due_on < ${today}`)} as overdue, ${add('reopened')} as reopened
      from (${scopes}) s join topic t on t.agency_position between s.position and s.last
      where ${between(sql`t.submitted_on`)} and ${inRound} group by s.no`.execute(db),
    sql<{ no: number; level: RatingLevel; n: number }>`
      select s.no, r.level, cast(count(*) as integer) as n from (${scopes}) s join topic t on t.agency_position between s.position and s.last join rating r on r.type = 'answer' and r.subject_key = t.id
      where ${between(sql`t.submitted_on`)} and ${inRound} group by s.no, r.level`.execute(db),
    roundNo !== undefined ? { rows: [] } : sql<{ no: number; n: number }>`
      select s.no, cast(sum(d.n) as integer) as n from (${scopes}) s join agency a on a.position between s.position and s.last join topic_deflection d on d.agency_no = a.no
      where ${between(sql`d.day`)} group by s.no`.execute(db),
  ]);
  return (no) => {
    const found = sums.rows.find((row) => row.no === no);
    const n = (level: RatingLevel) => ratings.rows.find((row) => row.no === no && row.level === level)?.n ?? 0;
    const levels = Object.fromEntries(RATING_LEVELS.map((level) => [level, n(level)])) as Record<RatingLevel, number>;
    return {
      asked: found?.asked ?? 0, open: found?.open ?? 0, answered: found?.answered ?? 0, declined: found?.declined ?? 0, merged: found?.merged ?? 0, returned: found?.returned ?? 0,
      claimedInTime: { n: found?.claims_in_time ?? 0, of: found?.claims ?? 0 },
      answeredInTime: { n: found?.answers_in_time ?? 0, of: found?.answers ?? 0 },
      overdue: found?.overdue ?? 0, reopened: found?.reopened ?? 0,
      ratings: { n: RATING_LEVELS.reduce((all, level) => all + levels[level], 0), levels },
      deflections: deflections.rows.find((row) => row.no === no)?.n ?? 0,
    };
  };
}
