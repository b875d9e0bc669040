import { RATING_LEVELS, type Answer, type Operations, type Query, type RatingLevel, type TopicFigures } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { isDay } from '../disclosures/number.ts';
import { invalid } from '../problems.ts';
import { ofPresentAnswer } from '../ratings/count.ts';

type Asked = Query<Operations['topics.figures']>;

/*
 * How agencies keep their word. A topic counts for the agency with which it is now, by the day on which it was written; what was promised was
 * kept or not when it was done, or else when its day went by. What was merged counts as what it was merged into.
 */

export type Span = { readonly position: number; readonly last: number };
/** No place in the tree lies beyond: what the column holds at most. */
export const EVERYWHERE: Span = { position: 0, last: 2_147_483_647 };

/** An agency with all below it, and each one directly below with all below that. Without an agency, everything, and the tops of the trees. */
export async function topicFigures({ read: db, now }: Database, { agency: id, from, to }: Asked): Promise<Answer<Operations['topics.figures']>> {
  const wrong = ([['from', from], ['to', to]] as const).filter(([, day]) => day !== undefined && !isDay(day)).map(([name]) => ({ pointer: `/query/${name}`, code: 'day' }));
  if (wrong.length > 0) throw invalid(...wrong);
  const agency = id === undefined ? undefined : await db.selectFrom('agency').select(['no', 'position', 'last']).where('id', '=', id).executeTakeFirst();
  if (id !== undefined && agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const children = await db.selectFrom('agency').select(['id', 'name', 'position', 'last']).where('parent_no', agency === undefined ? 'is' : '=', agency === undefined ? null : agency.no).orderBy('position').execute();
  const figures = await counted(db, agency ?? EVERYWHERE, dayInShanghai(now()), { from, to });
  return { whole: figures(agency ?? EVERYWHERE), below: children.map(({ id: child, name, ...span }) => ({ agency: { id: child, name }, figures: figures(span) })) };
}

/** The figures of one agency with all below it. */
export async function figuresOfAgency(db: Kysely<Tables>, agency: Span, today: string): Promise<TopicFigures> {
  return (await counted(db, agency, today))(agency);
}

/** The figures of a round. Nobody is turned away by a round, so it has no deflections. */
export async function figuresOfRound(db: Kysely<Tables>, roundNo: number, today: string): Promise<TopicFigures> {
  return (await counted(db, EVERYWHERE, today, { roundNo }))(EVERYWHERE);
}

const SUMS = ['asked', 'open', 'answered', 'declined', 'merged', 'returned', 'claims', 'claimsInTime', 'answers', 'answersInTime', 'overdue', 'reopened'] as const;
type Sums = Readonly<Record<(typeof SUMS)[number], number>>;
/** What was counted of the agency at a place in the tree. */
type At<T> = T & { readonly position: number };

/** Of a topic `t`: an agency owes something to it. */
export const WAITING = sql`t.phase in ('open', 'assigned', 'claimed', 'answered')`;
const ACCOUNTABLE = sql`t.phase in ('open', 'assigned', 'claimed', 'answered', 'published', 'rated', 'declined')`;

interface Which {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly roundNo?: number;
}

/** Counts once for each agency of a span; what is asked of any span within it is then summed. */
export async function counted(db: Kysely<Tables>, { position: first, last }: Span, today: string, { from, to, roundNo }: Which = {}): Promise<(span: Span) => TopicFigures> {
  const between = (day: RawBuilder<unknown>) => sql.join([sql`1 = 1`, ...(from === undefined ? [] : [sql`${day} >= ${from}`]), ...(to === undefined ? [] : [sql`${day} <= ${to}`])], sql` and `);
  const within = first === EVERYWHERE.position && last === EVERYWHERE.last ? sql`1 = 1` : sql`t.agency_position between ${first} and ${last}`;
  const asked = sql`${within} and ${between(sql`t.submitted_on`)} and ${roundNo === undefined ? sql`1 = 1` : sql`t.round_no = ${roundNo}`}`;
  const sum = (condition: RawBuilder<unknown>, value: RawBuilder<unknown> = sql`1`) => sql`cast(sum(case when ${condition} then ${value} else 0 end) as integer)`;
  // What is late and not done yet was promised as much as what was done.
  const promised = (column: string, term: string) => sum(ACCOUNTABLE, sql`${sql.ref(`t.${column}`)} + (case when ${WAITING} and t.due_term = ${sql.lit(term)} and t.due_on < ${today} then 1 else 0 end)`);
  const [topics, ratings, deflections] = await Promise.all([
    sql<At<Sums>>`
      select t.agency_position as position, cast(count(*) as integer) as asked, ${sum(WAITING)} as open, ${sum(sql`t.phase in ('published', 'rated')`)} as answered, ${sum(sql`t.phase = 'declined'`)} as declined,
        ${sum(sql`t.phase = 'merged'`)} as merged, ${sum(sql`t.phase = 'returned'`)} as returned, ${promised('claims', 'claim')} as claims, ${sum(ACCOUNTABLE, sql`t.claims_in_time`)} as "claimsInTime",
        ${promised('answers', 'answer')} as answers, ${sum(ACCOUNTABLE, sql`t.answers_in_time`)} as "answersInTime", ${sum(sql`${WAITING} and t.due_on < ${today}`)} as overdue, ${sum(ACCOUNTABLE, sql`t.reopened`)} as reopened
      from topic t where ${asked} group by t.agency_position`.execute(db),
    // SQLite keeps the order of a cross join. There are fewer ratings than topics, so they lead; but of topics of some days there are fewer still.
    sql<At<{ level: RatingLevel; n: number }>>`
      select t.agency_position as position, r.level, cast(count(*) as integer) as n
      from ${from === undefined ? sql`rating r cross join topic t` : sql`topic t cross join rating r`} where r.type = 'answer' and t.id = r.subject_key and ${asked} and ${ofPresentAnswer} group by t.agency_position, r.level`.execute(db),
    roundNo !== undefined ? { rows: [] } : sql<At<{ n: number }>>`
      select a.position, cast(sum(d.n) as integer) as n from topic_deflection d join agency a on a.no = d.agency_no
      where a.position between ${first} and ${last} and ${between(sql`d.day`)} group by a.position`.execute(db),
  ]);
  return (span) => {
    const inSpan = <T>(rows: readonly At<T>[]) => rows.filter(({ position }) => span.position <= position && position <= span.last);
    const own = inSpan(topics.rows);
    const sums = Object.fromEntries(SUMS.map((name) => [name, own.reduce((all, row) => all + row[name], 0)])) as Sums;
    const said = inSpan(ratings.rows);
    const levels = Object.fromEntries(RATING_LEVELS.map((level) => [level, said.reduce((all, row) => all + (row.level === level ? row.n : 0), 0)])) as Record<RatingLevel, number>;
    const { claims, claimsInTime, answers, answersInTime, ...others } = sums;
    return {
      ...others,
      claimedInTime: { n: claimsInTime, of: claims },
      answeredInTime: { n: answersInTime, of: answers },
      ratings: { n: RATING_LEVELS.reduce((all, level) => all + levels[level], 0), levels },
      deflections: inSpan(deflections.rows).reduce((all, { n }) => all + n, 0),
    };
  };
}
