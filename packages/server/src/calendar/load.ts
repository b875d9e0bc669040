import type { Answer, CalendarLoad, CalendarPreview, CalendarYear, Day, Operations } from '@sunlit/contract';
import { DEFAULT_LIMIT } from '@sunlit/contract';
import { createCalendar } from '@sunlit/rules';
import type { Database } from '../database/database.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { isDay } from '../disclosures/number.ts';
import { draftRows } from '../drafts/record.ts';
import { movedDueDays, recountDueDays, type MovedDueDay } from '../drafts/writing.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, type InvalidPart } from '../problems.ts';
import { movedBranches, recountRequests } from '../requests/recount.ts';
import { recountTopics } from '../topics/sweep.ts';
import { writingRequests, type RequestStore } from '../requests/store.ts';
import { holds, type StaffActor } from '../staff/actor.ts';
import { loadCalendar } from './calendar.ts';
import { recountStoredDays } from './recount.ts';

const MOST_SHOWN = 200;

/** What a notice would change: days of its year, and the last days of open drafts and cases. Nothing is stored. */
export async function previewCalendar({ read }: Database, { params, body }: Call<'calendar.preview'>): Promise<CalendarPreview> {
  checkYear(body, params.year);
  const { years, calendar } = await loadCalendar(read);
  const before = years.find(({ year }) => year === body.year) ?? { off: [], work: [] };
  const after = createCalendar(replaced(years, body));
  const moved = await movedDueDays(read, after);
  return {
    version: calendar.version,
    added: { off: without(body.off, before.off), work: without(body.work, before.work) },
    removed: { off: without(before.off, body.off), work: without(before.work, body.work) },
    moved: moved.length,
    movedCases: (await movedBranches(read, calendar, after)).length,
    drafts: shown(moved),
  };
}

function shown(moved: readonly MovedDueDay[]): CalendarLoad['drafts'] {
  return moved.slice(0, MOST_SHOWN).map(({ id, title, agency, from, to }) => ({ id, title, agency, from, to }));
}

/** Loads a notice, counts the last days of open drafts and cases anew and keeps who did it and why, all in one transaction. */
export function loadYear(requests: RequestStore, { params, body: { version, reason, ...year }, actor }: Call<'calendar.load'>): Promise<CalendarLoad> {
  checkYear(year, params.year);
  return writingRequests(requests, async (w) => {
    const { years, calendar } = await loadCalendar(w.db);
    if (calendar.version !== version) throw new ProblemError('changed-meanwhile', [], { current: { version: calendar.version, years } });
    const after = createCalendar(replaced(years, year));
    const cases = await movedBranches(w.db, calendar, after);
    const content = JSON.stringify(year);
    await w.db.insertInto('calendar_year').values({ year: year.year, content }).onConflict((row) => row.column('year').doUpdateSet({ content })).execute();
    const moved = await recountDueDays(w);
    await recountStoredDays(w, after, year.notice);
    await recountTopics(w);
    const load: CalendarLoad = {
      year: year.year, notice: year.notice, at: w.now().toISOString(), by: { id: actor.id, name: actor.name, post: actor.post }, reason,
      before: version, after: after.version, moved: moved.length, movedCases: await recountRequests(w, cases, year.notice), drafts: shown(moved),
    };
    const { by, drafts, movedCases, ...rest } = load;
    const kept: MovedDay[] = drafts.map(({ id, from, to }) => ({ id, from, to }));
    await w.db.insertInto('calendar_load').values({ ...rest, moved_cases: movedCases, drafts: JSON.stringify(kept), person_id: by.id, person_name: by.name, person_post: by.post }).execute();
    return load;
  });
}

type MovedDay = Pick<MovedDueDay, 'id' | 'from' | 'to'>;

/** Newest first, with the drafts that the caller may read. */
export async function listLoads({ read }: Database, { query: { cursor, limit = DEFAULT_LIMIT }, actor }: Call<'calendar.history'>): Promise<Answer<Operations['calendar.history']>> {
  const before = cursor === undefined ? undefined : decodeCursor({}, cursor, ['n']).n;
  const rows = await read.selectFrom('calendar_load').selectAll().$if(before !== undefined, (query) => query.where('no', '<', before ?? 0)).orderBy('no', 'desc').limit(limit + 1).execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: await Promise.all(rows.slice(0, limit).map(async ({ no: _, person_id, person_name, person_post, drafts, moved_cases: movedCases, ...load }) => ({
      ...load, movedCases, by: { id: person_id, name: person_name, post: person_post }, drafts: await readable(read, JSON.parse(drafts) as MovedDay[], actor),
    }))),
    ...(last === undefined ? {} : { next: encodeCursor({}, { n: last.no }) }),
  };
}

/** Drafts whose last days moved, as they are now: those that somebody may read. */
async function readable(db: Database['read'], moved: readonly MovedDay[], actor: StaffActor): Promise<CalendarLoad['drafts']> {
  if (moved.length === 0) return [];
  const rows = await draftRows(db).where('t.id', 'in', moved.map(({ id }) => id)).execute();
  const drafts = new Map(rows.filter((row) => holds(actor, 'drafts.read', row)).map((row) => [row.id, row]));
  return moved.flatMap(({ id, from, to }) => {
    const draft = drafts.get(id);
    return draft ? [{ id, title: draft.title, agency: { id: draft.agency_id, name: draft.agency_name }, from, to }] : [];
  });
}

/** Days of that year only, each once; make-up days are Saturdays and Sundays. @throws ProblemError naming every wrong day. */
function checkYear({ year, off, work }: CalendarYear, named: number): void {
  const wrong: InvalidPart[] = year === named ? [] : [{ pointer: '/body/year', code: 'constant' }];
  const met = new Set<Day>();
  for (const [list, days] of Object.entries({ off, work })) {
    for (const [index, day] of days.entries()) {
      const code = !isDay(day) ? 'day' : !day.startsWith(`${year}-`) ? 'other-year' : met.has(day) ? 'unique' : list === 'work' && !isWeekend(day) ? 'not-weekend' : undefined;
      met.add(day);
      if (code !== undefined) wrong.push({ pointer: `/body/${list}/${index}`, code });
    }
  }
  if (wrong.length > 0) throw invalid(...wrong);
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

const replaced = (years: readonly CalendarYear[], by: CalendarYear) => [...years.filter(({ year }) => year !== by.year), by];
const without = (days: readonly Day[], known: readonly Day[]) => days.filter((day) => !known.includes(day)).sort();
