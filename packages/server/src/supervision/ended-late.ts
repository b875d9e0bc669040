import type { Day, DisclosureContent, LateSubject } from '@sunlit/contract';
import { addCalendarDays, dayInShanghai, nextDue, requestLateness } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { loadRequest } from '../requests/record.ts';
import { readingRequests, type RequestReading, type RequestStore } from '../requests/store.ts';
import { loadTopic } from '../topics/record.ts';
import { RATED, REPORT_TITLE, reportDay } from './subjects.ts';

/** Something that was late and is over. */
export interface EndedLate {
  readonly type: LateSubject;
  readonly id: string;
  readonly agencyNo: number;
  readonly title: string;
  readonly due: Day;
  readonly doneOn: Day;
}

/** Up to where it has been looked: the moment of a change, and the number of what changed. */
export interface Seen {
  readonly at: string;
  readonly no: number;
}

type Changed = { readonly at: string; readonly no: number };
type Failed = (id: string, error: unknown) => void;

/** What ended late of what changed since, so many at a time; `last` when there is more. */
export async function endedLate(store: RequestStore, type: LateSubject, since: Seen, limit: number, failed: Failed): Promise<{ readonly late: EndedLate[]; readonly last?: Seen }> {
  const reading = readingRequests(store);
  const late: EndedLate[] = [];
  const look = async <Row extends Changed & { readonly id: string }>(rows: readonly Row[], find: (row: Row) => Promise<EndedLate[]> | EndedLate[]): Promise<{ late: EndedLate[]; last?: Seen }> => {
    for (const row of rows) {
      try {
        late.push(...(await find(row)));
      } catch (error) {
        failed(row.id, error);
      }
    }
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { late, ...(last && { last: { at: last.at, no: last.no } }) };
  };
  const { db } = reading;
  switch (type) {
    case 'draft': return look(await endedDrafts(db, since, limit), (row) => finished('draft', row));
    case 'request': return look(await changedCases(db, since, limit), (row) => lateCase(reading, row));
    case 'topic': return look(await changedTopics(db, since, limit), (row) => lateTopic(reading, row));
    case 'rating': return look(await endedRatings(db, since, limit), (row) => finished('rating', row));
    case 'period': return look(await followed(db, since, limit), async (row) => [...(await latePeriods(reading, row)), ...(await lateStage(reading, row))]);
    case 'report': return look(await closedYears(db, since, limit), (row) => finished('report', row));
  }
}

/** The day on which something that was late was over; today, where nothing tells. */
export async function doneDay(store: RequestStore, { type, subject_id: id, agency_no, due_on: due }: Pick<Tables['breach'], 'type' | 'subject_id' | 'agency_no' | 'due_on'>, today: Day): Promise<Day> {
  const reading = readingRequests(store);
  const { db } = reading;
  const changed = (row: { readonly updated_at: string } | undefined) => (row === undefined ? today : dayInShanghai(new Date(row.updated_at)));
  switch (type) {
    case 'draft': return changed(await db.selectFrom('draft').select('updated_at').where('id', '=', id).executeTakeFirst());
    case 'request': {
      const request = await loadRequest(reading, { caseId: id });
      const { branch = '' } = request.cases.find((one) => one.id === id) ?? {};
      const lateness = requestLateness(request.steps, { calendarOf: () => request.calendar }, today).filter((one) => one.branch === branch);
      const state = request.state.branches.find((one) => one.id === branch);
      return lateness.find((one) => one.due === due)?.doneOn ?? lateness.at(-1)?.doneOn ?? state?.endedOn ?? state?.lastOn ?? today;
    }
    case 'topic': {
      const { row, state } = await loadTopic(reading, { id });
      return state.terms.find((term) => term.due === due && term.doneOn !== undefined)?.doneOn ?? changed(row);
    }
    case 'rating': return (await db.selectFrom('rating_task').select('done_on').where('id', '=', id).executeTakeFirst())?.done_on ?? today;
    case 'period': {
      const row = await db.selectFrom('disclosure').select(['no', 'updated_at']).where('id', '=', id).executeTakeFirst();
      const next = row && (await successorOf(db, row.no, id));
      return next ?? changed(row);
    }
    case 'report': {
      const closed = await db.selectFrom('annual_version').select('at as updated_at').where('agency_no', '=', agency_no).where('year', '=', Number(id)).where('version', '=', 1).executeTakeFirst();
      return changed(closed);
    }
  }
}

interface Finished extends Changed {
  readonly id: string;
  readonly agency_no: number;
  readonly title: string;
  readonly due: Day;
  readonly done: string;
}

/** `done` is a day, or the moment of it. */
const finished = (type: LateSubject, { id, agency_no: agencyNo, title, due, done }: Finished): EndedLate[] => {
  const doneOn = done.length === 10 ? done : dayInShanghai(new Date(done));
  return due < doneOn ? [{ type, id, agencyNo, title, due, doneOn }] : [];
};

const endedDrafts = async (db: Kysely<Tables>, { at, no }: Seen, limit: number) => (await sql<Finished>`
  select t.updated_at as at, t.no, t.id, t.agency_no, t.title, t.due_on as due, t.updated_at as done from draft t
  where t.state in ('published', 'discarded') and t.due_on is not null and (t.updated_at, t.no) > (${at}, ${no}) order by t.updated_at, t.no limit ${limit}`.execute(db)).rows;

/** What was done is known by its day. */
const endedRatings = async (db: Kysely<Tables>, { at, no }: Seen, limit: number) => (await sql<Finished>`
  select k.done_on as at, k.no, k.id, k.agency_no, ${RATED} as title, k.due_on as due, k.done_on as done from rating_task k join rating r on r.no = k.rating_no
  where k.done_on is not null and (k.done_on, k.no) > (${dayFrom(at)}, ${no}) order by k.done_on, k.no limit ${limit}`.execute(db)).rows;

/** Years of which the figures were closed for the first time, in the year after: of older ones nobody here was to report. */
async function closedYears(db: Kysely<Tables>, { at, no }: Seen, limit: number): Promise<Finished[]> {
  const rows = await db.selectFrom('annual_version as v').innerJoin('agency as a', 'a.no', 'v.agency_no').select(['v.at', 'v.agency_no', 'v.year', 'a.kind', 'a.level'])
    .where('v.version', '=', 1).where(sql<boolean>`(v.at, v.agency_no) > (${at}, ${no})`).orderBy('v.at').orderBy('v.agency_no').limit(limit).execute();
  return rows.map(({ at: done, agency_no, year, ...agency }) => ({
    at: done, no: agency_no, id: String(year), agency_no, title: `${year}${REPORT_TITLE}`, done, due: Number(done.slice(0, 4)) === year + 1 ? reportDay(agency, year) : dayInShanghai(new Date(done)),
  }));
}

const changedCases = (db: Kysely<Tables>, { at, no }: Seen, limit: number) => db.selectFrom('request_case').select(['updated_at as at', 'no', 'id', 'agency_no', 'branch'])
  .where(sql<boolean>`(updated_at, no) > (${at}, ${no})`).orderBy('updated_at').orderBy('no').limit(limit).execute();

const changedTopics = (db: Kysely<Tables>, { at, no }: Seen, limit: number) => db.selectFrom('topic').select(['updated_at as at', 'no', 'id'])
  .where(sql<boolean>`(updated_at, no) > (${at}, ${no})`).orderBy('updated_at').orderBy('no').limit(limit).execute();

/** Periodic or staged, in the words of the index. */
const followed = (db: Kysely<Tables>, { at, no }: Seen, limit: number) => db.selectFrom('disclosure').select(['updated_at as at', 'no', 'id', 'agency_no', 'published_on', 'revision', 'open_term'])
  .where(sql<boolean>`open_term <> 'long-term' and open_term <> 'temporary' and (updated_at, no) > (${at}, ${no})`).orderBy('updated_at').orderBy('no').limit(limit).execute();

async function lateCase(reading: RequestReading, { id, agency_no: agencyNo, branch }: Awaited<ReturnType<typeof changedCases>>[number]): Promise<EndedLate[]> {
  const { row, steps, calendar } = await loadRequest(reading, { caseId: id });
  return requestLateness(steps, { calendarOf: () => calendar }, dayInShanghai(reading.now())).flatMap(({ branch: of, due, doneOn }): EndedLate[] =>
    (of !== branch || doneOn === undefined ? [] : [{ type: 'request', id, agencyNo, title: row.receipt_no, due, doneOn }]));
}

/** What is looked at first is owed by the board, everything else by whom the topic is with. */
async function lateTopic(reading: RequestReading, { id }: { readonly id: string }): Promise<EndedLate[]> {
  const { row, state } = await loadTopic(reading, { id });
  return state.terms.flatMap(({ term, due, doneOn }): EndedLate[] =>
    (doneOn === undefined || doneOn <= due ? [] : [{ type: 'topic', id, agencyNo: term === 'review' ? row.board_no : row.agency_no, title: row.title ?? row.topic_no, due, doneOn }]));
}

/** How long ago an issue may have come out for its coming late to be news: what is entered later is history. */
const NEWS = 31;

type Followed = Awaited<ReturnType<typeof followed>>[number];

/** The issue before this one, or what it takes the place of, when this one came after the day on which it was due. */
async function latePeriods({ db, now }: RequestReading, { no, id, open_term, published_on: doneOn }: Followed): Promise<EndedLate[]> {
  if (open_term !== 'periodic' || doneOn < addCalendarDays(dayInShanghai(now()), -NEWS)) return [];
  const { rows } = await sql<{ id: string; agency_no: number; title: string; due: Day }>`
    select d.id, d.agency_no, v.title, g.due_on as due from agenda g join disclosure d on d.no = g.disclosure_no join revision v on v.disclosure_no = d.no and v.revision = d.revision
    where g.type = 'period' and g.due_on < ${doneOn} and d.id <> ${id} and (
      d.no = (select max(before.disclosure_no) from agenda before join agenda own on own.series = before.series where own.disclosure_no = ${no} and own.type = 'period' and before.disclosure_no < ${no})
      or exists (select 1 from link l where l.from_no = ${no} and l.type = 'supersedes' and l.to_id = d.id))`.execute(db);
  return rows.map(({ id: of, agency_no: agencyNo, title, due }) => ({ type: 'period', id: of, agencyNo, title, due, doneOn }));
}

/** The stage that was to come when an amendment brought it, or whatever came instead. */
async function lateStage({ db }: RequestReading, { no, id, agency_no: agencyNo, revision }: Followed): Promise<EndedLate[]> {
  if (revision < 2) return [];
  const rows = await db.selectFrom('revision').select(['on_day', 'title', 'content']).where('disclosure_no', '=', no).where('revision', 'in', [revision - 1, revision]).orderBy('revision').execute();
  const [before, after] = rows;
  if (before === undefined || after === undefined) return [];
  const { openTerm } = JSON.parse(before.content) as DisclosureContent;
  const due = openTerm.term === 'staged' ? nextDue(openTerm, before.on_day) : undefined;
  return due === undefined || after.on_day <= due ? [] : [{ type: 'period', id, agencyNo, title: after.title, due, doneOn: after.on_day }];
}

/** The day on which the next issue of something came out, or what takes its place. */
async function successorOf(db: Kysely<Tables>, no: number, id: string): Promise<Day | undefined> {
  const { rows } = await sql<{ day: Day | null }>`
    select min(d.published_on) as day from disclosure d where d.no in (select later.disclosure_no from agenda later join agenda g on g.series = later.series where g.disclosure_no = ${no} and later.disclosure_no > ${no})
      or d.no in (select l.from_no from link l where l.type = 'supersedes' and l.to_id = ${id})`.execute(db);
  return rows[0]?.day ?? undefined;
}

/** A moment may be another day in Shanghai. */
const dayFrom = (at: string) => (at.length > 10 ? addCalendarDays(at.slice(0, 10), -1) : at);
