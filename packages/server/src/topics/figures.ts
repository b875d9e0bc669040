import { RATING_LEVELS, type Answer, type Operations, type Query, type RatingLevel, type TopicFigures, type TopicPhase } from '@sunlit/contract';
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

/** What was counted of the topics in one phase. */
interface InPhase {
  readonly phase: TopicPhase;
  readonly n: number;
  readonly claims: number;
  readonly claimsInTime: number;
  readonly answers: number;
  readonly answersInTime: number;
  readonly reopened: number;
  /** Those with a last day before today, and those of them to be claimed and to be answered by it. */
  readonly late: number;
  readonly lateClaims: number;
  readonly lateAnswers: number;
}
/** What was counted of the agency at a place in the tree. */
type At<T> = T & { readonly position: number };

/** The phases in which an agency owes something to a topic. */
const WAITING_PHASES: readonly TopicPhase[] = ['open', 'assigned', 'claimed', 'answered'];
/** Those in which what was promised to it counts. */
const ACCOUNTABLE: readonly TopicPhase[] = [...WAITING_PHASES, 'published', 'rated', 'declined'];
/** Of a topic `t`: an agency owes something to it. */
export const WAITING = sql`t.phase in (${sql.join(WAITING_PHASES.map((phase) => sql.lit(phase)))})`;

interface Which {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly roundNo?: number;
}

/** Counts once for each agency of a span; what is asked of any span within it is then summed. */
export async function counted(db: Kysely<Tables>, { position: first, last }: Span, today: string, { from, to, roundNo }: Which = {}): Promise<(span: Span) => TopicFigures> {
  const between = (day: RawBuilder<unknown>) => sql.join([sql`1 = 1`, ...(from === undefined ? [] : [sql`${day} >= ${from}`]), ...(to === undefined ? [] : [sql`${day} <= ${to}`])], sql` and `);
  // Of some days, SQLite is to go along the index of the days, which holds all that is asked; the plus keeps it from that of the agencies.
  const place = from === undefined ? sql`t.agency_position` : sql`+t.agency_position`;
  const within = first === EVERYWHERE.position && last === EVERYWHERE.last ? sql`1 = 1` : sql`${place} between ${first} and ${last}`;
  const asked = sql`${within} and ${between(sql`t.submitted_on`)} and ${roundNo === undefined ? sql`1 = 1` : sql`t.round_no = ${roundNo}`}`;
  const sum = (value: RawBuilder<unknown>) => sql`cast(sum(${value}) as integer)`;
  const late = (terms: RawBuilder<unknown>) => sum(sql`case when t.due_on < ${today} and ${terms} then 1 else 0 end`);
  const [topics, ratings, deflections] = await Promise.all([
    sql<At<InPhase>>`
      select t.agency_position as position, t.phase, cast(count(*) as integer) as n, ${sum(sql`t.claims`)} as claims, ${sum(sql`t.claims_in_time`)} as "claimsInTime",
        ${sum(sql`t.answers`)} as answers, ${sum(sql`t.answers_in_time`)} as "answersInTime", ${sum(sql`t.reopened`)} as reopened,
        ${late(sql`1 = 1`)} as late, ${late(sql`t.due_term = 'claim'`)} as "lateClaims", ${late(sql`t.due_term = 'answer'`)} as "lateAnswers"
      from topic t where ${asked} group by t.agency_position, t.phase`.execute(db),
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
    const sumOf = (phases: readonly TopicPhase[] | undefined, count: (row: InPhase) => number) => own.reduce((all, row) => (phases === undefined || phases.includes(row.phase) ? all + count(row) : all), 0);
    const n = ({ n: some }: InPhase) => some;
    const said = inSpan(ratings.rows);
    const levels = Object.fromEntries(RATING_LEVELS.map((level) => [level, said.reduce((all, row) => all + (row.level === level ? row.n : 0), 0)])) as Record<RatingLevel, number>;
    return {
      asked: sumOf(undefined, n), open: sumOf(WAITING_PHASES, n), answered: sumOf(['published', 'rated'], n), declined: sumOf(['declined'], n), merged: sumOf(['merged'], n), returned: sumOf(['returned'], n),
      // What is late and not done yet was promised as much as what was done.
      claimedInTime: { n: sumOf(ACCOUNTABLE, ({ claimsInTime }) => claimsInTime), of: sumOf(ACCOUNTABLE, ({ claims }) => claims) + sumOf(WAITING_PHASES, ({ lateClaims }) => lateClaims) },
      answeredInTime: { n: sumOf(ACCOUNTABLE, ({ answersInTime }) => answersInTime), of: sumOf(ACCOUNTABLE, ({ answers }) => answers) + sumOf(WAITING_PHASES, ({ lateAnswers }) => lateAnswers) },
      overdue: sumOf(WAITING_PHASES, ({ late: some }) => some), reopened: sumOf(ACCOUNTABLE, ({ reopened }) => reopened),
      ratings: { n: RATING_LEVELS.reduce((all, level) => all + levels[level], 0), levels },
      deflections: inSpan(deflections.rows).reduce((all, { n }) => all + n, 0),
    };
  };
}
