import type { Day, DisclosureContent } from '@sunlit/contract';
import { addCalendarDays, nextDue, seriesOf, type PublicationTermId } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';
import type { AgendaType, Tables } from '../database/tables.ts';
import { isDay } from './number.ts';

/*
 * The agenda: what of a public disclosure must be seen to, and when. Its next issue (`period`) or stage, the last day it is
 * valid (`until`), the day on which what is withheld of it is looked at again (`exemption`), and that it came late.
 */

type Entry = Tables['agenda'];
type Row = Tables['disclosure'];

/** What follows from the content itself; nothing once it is withdrawn or no longer valid. */
export function agendaOf(row: Row, content: DisclosureContent): Entry[] {
  if (!isValid(row)) return [];
  const { openTerm } = content;
  const next = nextDue(openTerm, row.published_on);
  const until = lastDay(content);
  const entries = [
    ...(openTerm.term === 'periodic' && next ? [entry(row, 'period', next, { series: `${row.agency_no}/${seriesOf(content) ?? ''}` })] : []),
    ...(openTerm.term === 'staged' && next ? [entry(row, 'stage', next)] : []),
    ...(until ? [entry(row, 'until', until)] : []),
  ];
  // What another system once sent may name a day that does not exist.
  return entries.filter(({ due_on }) => isDay(due_on));
}

/** The last day on which it is valid by its own words; it has expired (失效) from the next on. */
function lastDay({ openTerm, kind, fields }: DisclosureContent): Day | undefined {
  const days = [openTerm.term === 'temporary' ? openTerm.until : undefined, kind === 'normative' ? fields.validUntil : undefined];
  return days.filter((day) => day !== undefined).sort()[0];
}

/** The first day on which it is no longer valid. */
export function firstDayAfter(day: Day): Day {
  return addCalendarDays(day, 1);
}

/** That the next issue of a period `g` of a disclosure `d` is there: one of the same series came after, or something says that it takes its place. */
export const succeeded = sql<boolean>`(
  exists (select 1 from agenda later where later.series = g.series and later.disclosure_no > g.disclosure_no)
  or exists (select 1 from link join disclosure newer on newer.no = link.from_no where link.to_id = d.id and link.type = 'supersedes' and newer.state = 'published'))`;

/** How many periodic disclosures' next issue was due before today and is not there, by where their agency stands. The same as `succeeded` says, of all series at once. */
export async function missedPeriods(db: Kysely<Tables>, { position, last }: { readonly position: number; readonly last: number }, today: Day): Promise<{ position: number; n: number }[]> {
  // Only periods have a series. They are stepped through, one look into the index for each, instead of reading all their issues; SQLite keeps the order of a cross join.
  const { rows } = await sql<{ position: number; n: number }>`
    with recursive every_series (series) as (
      select min(series) from agenda where series is not null union all select (select min(series) from agenda where series > s.series) from every_series s where s.series is not null
    )
    select d.agency_position as position, cast(count(*) as integer) as n
    from every_series latest cross join agenda g cross join disclosure d
    where g.series = latest.series and g.disclosure_no = (select max(disclosure_no) from agenda where series = latest.series) and g.due_on < ${today} and d.no = g.disclosure_no and d.agency_position between ${position} and ${last}
      and not exists (select 1 from link join disclosure newer on newer.no = link.from_no where link.to_id = d.id and link.type = 'supersedes' and newer.state = 'published')
    group by d.agency_position`.execute(db);
  return rows;
}

export async function enterAgenda(w: Writing, entered: readonly { readonly row: Row; readonly content: DisclosureContent }[]): Promise<void> {
  await insertRows(w, 'agenda', entered.flatMap(({ row, content }) => agendaOf(row, content)));
}

/** The same for everything that was published before there was an agenda. */
export async function fillAgenda(db: Kysely<Tables>): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await db.selectFrom('disclosure as d').innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
      .selectAll('d').select('r.content').where('d.no', '>', after).where((d) => d.or([d('d.open_term', '<>', 'long-term'), d('d.kind', '=', 'normative')]))
      .orderBy('d.no').limit(500).execute();
    const entries = rows.flatMap(({ content, ...row }) => agendaOf(row, JSON.parse(content) as DisclosureContent));
    if (entries.length > 0) await db.insertInto('agenda').values(entries).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.no;
  }
}

/** The same for one that was another before. That it came late stays true; what is withheld changes only with `enterExemption`. */
export async function renewAgenda(w: Writing, row: Row, content: DisclosureContent): Promise<void> {
  const stays: AgendaType[] = isValid(row) ? ['late', 'exemption'] : ['late'];
  await w.db.deleteFrom('agenda').where('disclosure_no', '=', row.no).where('type', 'not in', stays).execute();
  await enterAgenda(w, [{ row, content }]);
}

function isValid({ state, validity }: Row): boolean {
  return state === 'published' && (validity === 'in-force' || validity === 'amended');
}

/** Enters the first day on which something withheld is looked at again, in place of any entered before. */
export async function enterExemption(w: Writing, row: Row, days: readonly Day[]): Promise<void> {
  await w.db.deleteFrom('agenda').where('disclosure_no', '=', row.no).where('type', '=', 'exemption').execute();
  const first = [...days].sort()[0];
  if (first !== undefined) await insertRows(w, 'agenda', [entry(row, 'exemption', first)]);
}

/** Enters that a revision came after its last day. */
export async function enterLate(w: Writing, row: Row, due: Day, term: PublicationTermId, from: Day): Promise<void> {
  await insertRows(w, 'agenda', [entry(row, 'late', due, { term, term_from: from })]);
}

function entry({ no, revision }: Row, type: AgendaType, due_on: Day, more: Partial<Entry> = {}): Entry {
  return { disclosure_no: no, revision, type, due_on, series: null, term: null, term_from: null, ...more };
}
