import { LATE_SUBJECTS, type Day, type LateItem, type LateSubject, type Light, type SupervisionUrging } from '@sunlit/contract';
import { addCalendarDays, addWorkdays, countWorkdays, type Calendar } from '@sunlit/rules';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Span } from '../statistics/counted.ts';
import { armsOf, type Arm } from './subjects.ts';

/*
 * 电子监察: whatever has a last day that is near or gone by. Nothing of it is stored: each kind of thing keeps its own last day, and
 * what is late follows from that and from today.
 */

/** Amber from so many workdays before the end. */
const AMBER = 3;

export interface LitRow {
  readonly rank: number;
  readonly no: number;
  /** What the API calls it by; of a report, its year. */
  readonly id: string;
  readonly agency_no: number;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly title: string;
  readonly due_on: Day;
}

/** Where a page of the list begins: after this day, kind and number. */
export interface Place {
  readonly day: Day;
  readonly rank: number;
  readonly no: number;
}

/** Days by which things are due. */
export type Days = { readonly from?: Day; readonly to: Day };

/** The last day on which something is amber already: all days before the fourth workday from now. */
export const horizonOf = (calendar: Calendar, today: Day): Day => addCalendarDays(addWorkdays(calendar, today, AMBER + 1).due, -1);

export const rankOf = (type: LateSubject): number => LATE_SUBJECTS.indexOf(type);
export const typeOf = (rank: number): LateSubject => LATE_SUBJECTS[rank] ?? 'draft';

export function daysOf(light: Light | undefined, calendar: Calendar, today: Day): Days {
  if (light === 'red') return { to: addCalendarDays(today, -1) };
  return { ...(light === 'amber' ? { from: today } : {}), to: horizonOf(calendar, today) };
}

/** What is due by a day in a part of the tree, the first to end first; no more of each kind is read than may be shown. */
export async function litRows(
  db: Kysely<Tables>, { today, days, span, type, after, limit }:
  { readonly today: Day; readonly days: Days; readonly span: Span; readonly type?: LateSubject | undefined; readonly after?: Place | undefined; readonly limit: number },
): Promise<LitRow[]> {
  const wanted = armsOf(today).filter((arm) => type === undefined || arm.type === type).map((arm) => {
    const place = after === undefined ? sql`` : sql`and ${arm.due} >= ${after.day} and ${beyond(arm, after)}`;
    return sql`select * from (select ${shown(arm)} ${until(arm, days)} and a.position between ${span.position} and ${span.last} ${place} order by ${arm.due}, ${arm.no} limit ${limit}) one`;
  });
  const { rows } = await sql<LitRow>`select * from (${sql.join(wanted, sql` union all `)}) item order by due_on, rank, no limit ${limit}`.execute(db);
  return rows;
}

/** One thing of an agency, while it is due by a day. */
export async function litRow(db: Kysely<Tables>, { today, to, type, id, agencyNo }: { readonly today: Day; readonly to: Day; readonly type: LateSubject; readonly id: string; readonly agencyNo: number }): Promise<LitRow | undefined> {
  const wanted = armsOf(today, { alone: true }).filter((arm) => arm.type === type).map((arm) => sql`select * from (select ${shown(arm)} ${until(arm, { to })} and ${arm.id} = ${id} and a.no = ${agencyNo} limit 1) one`);
  const { rows } = await sql<LitRow>`${sql.join(wanted, sql` union all `)}`.execute(db);
  return rows[0];
}

export function itemOf({ rank, id, agency_id, agency_name, title, due_on: due }: LitRow, urgings: SupervisionUrging[], calendar: Calendar, today: Day): LateItem {
  return {
    type: typeOf(rank), id, agency: { id: agency_id, name: agency_name }, title: title === '' ? '—' : title,
    light: due < today ? 'red' : 'amber', due, left: countWorkdays(calendar, today, due).workdays, urgings,
  };
}

/** How many there are of each kind and light, at each place of a part of the tree. */
export async function litCounts(db: Kysely<Tables>, { today, to, span }: { readonly today: Day; readonly to: Day; readonly span: Span }): Promise<{ rank: number; position: number; amber: number; red: number }[]> {
  const counts = armsOf(today).map((arm) => sql`
    select ${sql.lit(rankOf(arm.type))} as rank, a.position, cast(sum(case when ${arm.due} >= ${today} then 1 else 0 end) as integer) as amber, cast(sum(case when ${arm.due} < ${today} then 1 else 0 end) as integer) as red
    ${until(arm, { to })} and a.position between ${span.position} and ${span.last} group by a.position`);
  const { rows } = await sql<{ rank: number; position: number; amber: number; red: number }>`${sql.join(counts, sql` union all `)}`.execute(db);
  return rows;
}

/** What is late today and was not written down. */
export async function unwritten(db: Kysely<Tables>, today: Day, limit: number): Promise<LitRow[]> {
  const wanted = armsOf(today).map((arm) => sql`
    select * from (select ${shown(arm)} ${until(arm, { to: addCalendarDays(today, -1) })} and not exists (
      select 1 from breach b where b.type = ${sql.lit(arm.type)} and b.agency_no = a.no and b.subject_id = ${arm.id} and (b.done_on is null or b.due_on = ${arm.due})) limit ${limit}) one`);
  const { rows } = await sql<LitRow>`select * from (${sql.join(wanted, sql` union all `)}) item limit ${limit}`.execute(db);
  return rows;
}

/** That the subject of a breach `b` is late still. */
export const isLate = (type: LateSubject, today: Day): RawBuilder<boolean> => isDue('b', armsOf(today, { alone: true }).filter((arm) => arm.type === type), addCalendarDays(today, -1));

/** How many urgings wait for an answer, by agency: about what is done there is nothing more to say. */
export async function waitingUrgings(db: Kysely<Tables>, { today, to, span }: { readonly today: Day; readonly to: Day; readonly span: Span }): Promise<{ position: number; n: number }[]> {
  const arms = armsOf(today, { alone: true });
  const about = LATE_SUBJECTS.map((type) => sql`u.type = ${sql.lit(type)} and ${isDue('u', arms.filter((arm) => arm.type === type), to)}`);
  const { rows } = await sql<{ position: number; n: number }>`
    select g.position, cast(count(*) as integer) as n from urging u join agency g on g.no = u.agency_no
    where u.answered_on is null and g.position between ${span.position} and ${span.last} and (${sql.join(about, sql` or `)}) group by g.position`.execute(db);
  return rows;
}

/** That what `b` or `u` names is due by a day. */
function isDue(what: 'b' | 'u', arms: readonly Arm[], to: Day): RawBuilder<boolean> {
  const [subject, agency] = [sql.ref(`${what}.subject_id`), sql.ref(`${what}.agency_no`)];
  return sql<boolean>`(${sql.join(arms.map((arm) => sql`exists (select 1 ${until(arm, { to })} and ${arm.id} = ${subject} and a.no = ${agency})`), sql` or `)})`;
}

const shown = ({ type, no, id, title, due }: Arm) => sql`
  ${sql.lit(rankOf(type))} as rank, ${no} as no, ${id} as id, a.no as agency_no, a.id as agency_id, a.name as agency_name, ${title} as title, ${due} as due_on`;

const until = ({ from, where, due }: Arm, days: Days) =>
  sql`from ${from} where ${where} and ${due} <= ${days.to} ${days.from === undefined ? sql`` : sql`and ${due} >= ${days.from}`}`;

/** Of the order by day, kind and number, what of one kind comes after a place. */
function beyond({ type, due, no }: Arm, after: Place): RawBuilder<unknown> {
  const rank = rankOf(type);
  if (rank > after.rank) return sql`1 = 1`;
  return rank < after.rank ? sql`${due} > ${after.day}` : sql`(${due} > ${after.day} or ${no} > ${after.no})`;
}
