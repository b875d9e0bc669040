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
  if (!isDay(from)) throw invalid({ pointer: '/query/from', code: 'day' });
  const { due, provisional, calendarVersion, trail } = addWorkdays((await loadCalendar(database.read)).calendar, from, workdays);
  return { due, provisional, calendarVersion, trail: [...trail] };
}

/** The calendar that deadlines are counted with. */
export async function loadCalendar(read: Kysely<Tables>): Promise<{ years: CalendarYear[]; calendar: Calendar }> {
  const rows = await read.selectFrom('calendar_year').select('content').orderBy('year').execute();
  const years = rows.map(({ content }) => JSON.parse(content) as CalendarYear);
  return { years, calendar: createCalendar(years) };
}
