import { DEFAULT_LIMIT, type Answer, type Operations, type RatingReason, type RatingTask } from '@sunlit/contract';
import { addWorkdays, countWorkdays, dayInShanghai, type Calendar } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import { recountsOf } from '../calendar/recount.ts';
import type { Tables } from '../database/tables.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { dayOfNumber, numberOfDay, within } from '../drafts/list.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound } from '../problems.ts';
import { openJson } from '../requests/sealing.ts';
import { readingRequests, writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import type { StaffActor } from '../staff/actor.ts';
import { placeOfWords } from './rate.ts';

/** Low ratings of the caller's agencies that somebody follows up, by what is due first. */
export async function listTasks(store: RequestStore, { query, actor }: Pick<Call<'ratings.tasks'>, 'query' | 'actor'>): Promise<Answer<Operations['ratings.tasks']>> {
  const { db, now } = readingRequests(store);
  const { agency, state = 'open', cursor, limit = DEFAULT_LIMIT } = query;
  const bound = { agency, state };
  const today = dayInShanghai(now());
  const place = cursor === undefined ? undefined : decodeCursor(bound, cursor, ['d', 'n']);
  const conditions = [
    await within(store.database, actor, agency, 'ratings.read'),
    state === 'done' ? sql<boolean>`t.done_on is not null` : sql<boolean>`t.done_on is null`,
    ...(state === 'late' ? [sql<boolean>`t.due_on < ${today}`] : []),
    ...(place === undefined ? [] : [sql<boolean>`(t.due_on, t.no) > (${dayOfNumber(place.d)}, ${place.n})`]),
  ];
  const found = await taskRows(db).where(sql<boolean>`${sql.join(conditions, sql` and `)}`).orderBy('t.due_on').orderBy('t.no').limit(limit + 1).execute();
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const { calendar } = await loadCalendar(db);
  return { items: await shown(db, rows, calendar, today), ...(last ? { next: encodeCursor(bound, { d: numberOfDay(last.due_on), n: last.no }) } : {}) };
}

/** What was written with a low rating; nothing once it was erased. @throws ProblemError `not-found`. */
export async function readWords(store: RequestStore, { params: { id } }: Pick<Call<'ratings.words'>, 'params'>): Promise<Answer<Operations['ratings.words']>> {
  const { db, keys } = readingRequests(store);
  const row = await db.selectFrom('rating_task').innerJoin('rating', 'rating.no', 'rating_no').select(['rating.id', 'key_id', 'wrapped_key', 'written']).where('rating_task.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  const key = row.written === null ? undefined : keys.open(row);
  return { id, ...(row.written === null || key === undefined ? {} : openJson<{ words: string }>(key, row.written, placeOfWords(row.id))) };
}

/** Says what was done about a low rating. @throws ProblemError with the task as it now stands, when it is not the one that was seen. */
export function closeTask(store: RequestStore, { params: { id }, body: { version, result }, actor }: Pick<Call<'ratings.close'>, 'params' | 'body' | 'actor'>): Promise<RatingTask> {
  if (result.trim() === '') throw invalid({ pointer: '/body/result', code: 'minLength', values: { limit: 1 } });
  return writingRequests(store, async (w) => {
    const today = dayInShanghai(w.now());
    const { calendar } = await loadCalendar(w.db);
    const load = async () => {
      const row = await taskRows(w.db).where('t.id', '=', id).executeTakeFirst();
      const [task] = await shown(w.db, row === undefined ? [] : [row], calendar, today);
      if (task === undefined) throw notFound();
      return task;
    };
    const current = await load();
    if (current.version !== version) throw new ProblemError('changed-meanwhile', [], { current });
    if (current.done !== undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'ended-already' }]);
    await finishTask(w, id, actor, result);
    return load();
  });
}

/** Puts down what came of a task that was open. */
export async function finishTask({ db, now }: RequestWriting, id: string, { id: personId, name, post }: Pick<StaffActor, 'id' | 'name' | 'post'>, result: string): Promise<void> {
  await db.updateTable('rating_task').set((row) => ({ result: result.trim(), done_on: dayInShanghai(now()), person_id: personId, person_name: name, person_post: post, version: row('version', '+', 1) })).where('id', '=', id).execute();
}

type TaskRow = Awaited<ReturnType<ReturnType<typeof taskRows>['execute']>>[number];

function taskRows(db: Kysely<Tables>) {
  return db.selectFrom('rating_task as t').innerJoin('rating as r', 'r.no', 't.rating_no').innerJoin('agency as a', 'a.no', 't.agency_no').selectAll('t')
    .select(['r.type', 'r.subject_key', 'r.level', 'r.reasons', 'r.written', 'r.at', 'a.id as agency_id', 'a.name as agency_name']);
}

async function shown(db: Kysely<Tables>, rows: readonly TaskRow[], calendar: Calendar, today: string): Promise<RatingTask[]> {
  const names = await namesOf(db, rows);
  return rows.map((row): RatingTask => {
    const { provisional } = addWorkdays(calendar, row.from_on, row.workdays);
    const due = row.due_on;
    const day = row.done_on ?? today;
    return {
      id: row.id,
      agency: { id: row.agency_id, name: row.agency_name },
      subject: row.type === 'window' ? { type: row.type, name: row.subject_key } : { type: row.type, id: row.subject_key, name: names.get(row.subject_key) ?? '—' },
      level: row.level,
      reasons: JSON.parse(row.reasons) as RatingReason[],
      written: row.written !== null,
      at: row.at,
      deadline: {
        term: 'promise', from: row.from_on, due, workdays: row.workdays, left: countWorkdays(calendar, day, due).workdays, late: due < day, provisional,
        ...(row.done_on === null ? {} : { doneOn: row.done_on }),
      },
      ...(row.recounts === null ? {} : { recounts: recountsOf(row.recounts) }),
      ...(row.done_on === null ? {} : { done: { by: { id: row.person_id ?? '', name: row.person_name ?? '', post: row.person_post ?? '' }, on: row.done_on, result: row.result ?? '' } }),
      version: row.version,
    };
  });
}

/** What was rated in words: titles of what is public, the receipt number of a request. */
async function namesOf(db: Kysely<Tables>, rows: readonly TaskRow[]): Promise<Map<string, string>> {
  const ids = (type: TaskRow['type']) => ['', ...rows.filter((row) => row.type === type).map(({ subject_key }) => subject_key)];
  const named = [
    await db.selectFrom('disclosure as d').innerJoin('revision as v', (on) => on.onRef('v.disclosure_no', '=', 'd.no').onRef('v.revision', '=', 'd.revision')).select(['d.id', 'v.title as name']).where('d.id', 'in', ids('disclosure')).execute(),
    await db.selectFrom('topic').select(['id', 'title as name']).where('id', 'in', ids('answer')).execute(),
    await db.selectFrom('request_case as c').innerJoin('request as r', 'r.no', 'c.request_no').select(['c.id', 'r.receipt_no as name']).where('c.id', 'in', ids('request')).execute(),
  ];
  return new Map(named.flat().flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
