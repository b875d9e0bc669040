import type { Answer, CalendarYear, Operations, Query } from '@sunlit/contract';
import { addWorkdays, createCalendar, type Calendar } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { isDay } from '../disclosures/number.ts';
import { invalid } from '../problems.ts';

export async function getCalendar(database: Database): Promise<Answer<Operations['calendar.get']>> {
  const { years, calendar } = await loadCalendar(database.read);
  return { version: calendar.version, years };
}

export async function getDue(database: Database, { from, workdays }: Query<Operations['calendar.due']>): Promise<Answer<Operations['calendar.due']>> {
  // The most workdays that may be asked for take less than two years.
  if (!isDay(from) || from > '9997-12-31') throw invalid({ pointer: '/query/from', code: 'day' });
  const { due, provisional, calendarVersion, trail } = addWorkdays((await loadCalendar(database.read)).calendar, from, workdays);
  return { due, provisional, calendarVersion, trail: [...trail] };
}

/** The calendar that deadlines are counted with. */
export async function loadCalendar(read: Kysely<Tables>): Promise<{ years: CalendarYear[]; calendar: Calendar }> {
  const rows = await read.selectFrom('calendar_year').select('content').orderBy('year').execute();
  const content = `[${rows.map((row) => row.content).join()}]`;
  if (last?.content !== content) {
    const years = JSON.parse(content) as CalendarYear[];
    last = { content, years, calendar: createCalendar(years) };
  }
  return { years: last.years, calendar: last.calendar };
}

/** Made once for the notices that there are: nearly every answer counts with it, and what was counted stays with it. */
let last: { readonly content: string; readonly years: CalendarYear[]; readonly calendar: Calendar } | undefined;
