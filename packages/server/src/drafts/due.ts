import { DEFAULT_LIMIT, DUE_TYPES, type Day, type Draft, type DueItem, type DueType, type Operations, type Answer } from '@sunlit/contract';
import { addCalendarDays, countWorkdays, dayInShanghai, type Calendar, type PublicationTermId } from '@sunlit/rules';
import { sql, type RawBuilder } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { succeeded } from '../disclosures/agenda.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import type { Call } from '../handlers.ts';
import { dayOfNumber, numberOfDay, within } from './list.ts';
import { termOf } from './show.ts';

/** How many calendar days ahead a period, a stage or an exemption is named, and for how many something late stays named. */
const AHEAD = 31;
const BACK = 366;

interface Row {
  readonly rank: number;
  readonly no: number;
  readonly revision: number;
  readonly id: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly kind: Draft['kind'];
  readonly title: string;
  readonly due_on: Day;
  readonly term: PublicationTermId | null;
  readonly term_from: Day | null;
  /** Of something late. */
  readonly published_on: Day | null;
}

/** What is due and what was late in the caller's agencies, by the day it was due. */
export async function listDue(database: Database, { query, actor }: Call<'due.list'>): Promise<Answer<Operations['due.list']>> {
  const { agency, type, cursor, limit = DEFAULT_LIMIT } = query;
  const today = dayInShanghai(database.now());
  const bound = { agency, type, person: actor.id };
  const position = cursor === undefined ? undefined : decodeCursor(bound, cursor, ['d', 't', 'n', 'r']);
  const place = await within(database, actor, agency);
  const { rows } = await sql<Row>`
    select * from (${drafts(place)} union all ${agenda(place, today)}) item
    where ${type ? sql`item.rank = ${DUE_TYPES.indexOf(type)}` : sql`1 = 1`}
    ${position ? sql`and (item.due_on, item.rank, item.no, item.revision) > (${dayOfNumber(position.d)}, ${position.t}, ${position.n}, ${position.r})` : sql``}
    order by item.due_on, item.rank, item.no, item.revision limit ${limit + 1}`.execute(database.read);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const { calendar } = await loadCalendar(database.read);
  const left = workdaysFrom(calendar, today, page.flatMap(({ due_on, published_on }) => [due_on, ...(published_on === null ? [] : [published_on])]));
  return {
    items: page.map((row) => itemOf(row, calendar, left)),
    ...(last ? { next: encodeCursor(bound, { d: numberOfDay(last.due_on), t: last.rank, n: last.no, r: last.revision }) } : {}),
  };
}

const rankOf = (type: DueType) => sql.lit(DUE_TYPES.indexOf(type));

function drafts(place: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`
    select ${rankOf('draft')} as rank, t.no, 0 as revision, t.id, a.id as agency_id, a.name as agency_name, t.kind, t.title, t.due_on,
      t.due_term as term, t.due_from as term_from, cast(null as text) as published_on
    from draft t join agency a on a.no = t.agency_no
    where t.state not in ('published', 'discarded') and t.due_on is not null and ${place}`;
}

function agenda(place: RawBuilder<boolean>, today: Day): RawBuilder<unknown> {
  return sql`
    select case g.type when 'period' then ${rankOf('period')} when 'stage' then ${rankOf('stage')} when 'exemption' then ${rankOf('exemption')} else ${rankOf('late')} end as rank,
      g.disclosure_no as no, g.revision, d.id, a.id as agency_id, a.name as agency_name, d.kind, r.title, g.due_on, g.term, g.term_from,
      case g.type when 'late' then r.on_day end as published_on
    from agenda g join disclosure d on d.no = g.disclosure_no join agency a on a.no = d.agency_no
    join revision r on r.disclosure_no = g.disclosure_no and r.revision = g.revision
    where ${place} and (
      (g.type in ('period', 'stage', 'exemption') and g.due_on <= ${addCalendarDays(today, AHEAD)}
        and (g.type <> 'period' or not ${succeeded}))
      or (g.type = 'late' and r.on_day >= ${addCalendarDays(today, -BACK)}))`;
}

/** Workdays from today to each of some days, in one pass over the calendar: one may lie years back. */
function workdaysFrom(calendar: Calendar, today: Day, days: readonly Day[]): (day: Day) => number {
  const counts = new Map<Day, number>([[today, 0]]);
  const walk = (sorted: readonly Day[]) => {
    let [from, count] = [today, 0];
    for (const to of sorted) {
      count += countWorkdays(calendar, from, to).workdays;
      counts.set(to, count);
      from = to;
    }
  };
  const sorted = [...new Set(days)].sort();
  walk(sorted.filter((day) => day > today));
  walk(sorted.filter((day) => day < today).reverse());
  return (day) => counts.get(day) ?? 0;
}

function itemOf(row: Row, calendar: Calendar, left: (day: Day) => number): DueItem {
  const type = DUE_TYPES[row.rank] ?? 'draft';
  const common = { agency: { id: row.agency_id, name: row.agency_name }, kind: row.kind, title: row.title, due: row.due_on, left: left(row.due_on) };
  const { id, term, term_from: from, published_on: publishedOn } = row;
  if (term !== null && from !== null) {
    if (type === 'draft') return { type, draftId: id, ...common, term: termOf(calendar, term, from) };
    if (type === 'late' && publishedOn !== null) return { type, disclosureId: id, ...common, left: left(row.due_on) - left(publishedOn), term: termOf(calendar, term, from), publishedOn };
  }
  if (type === 'draft' || type === 'late') throw new Error(`The term of ${type} ${id} is not on record.`);
  return { type, disclosureId: id, ...common };
}
