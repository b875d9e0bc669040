import type { Answer, Body, Operations } from '@sunlit/contract';
import { addWorkdays, dayInShanghai } from '@sunlit/rules';
import { monotonicFactory } from 'ulid';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Tables } from '../database/tables.ts';
import { visible } from '../disclosures/visible.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound } from '../problems.ts';
import { spend, type Challenges } from '../requests/challenges.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { loadRequest } from '../requests/record.ts';
import { sealJson } from '../requests/sealing.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import type { BoardLimits } from '../topics/limits.ts';
import { loadTopic } from '../topics/record.ts';
import { boardSettings } from '../topics/settings.ts';
import { deviceHash } from '../topics/supports.ts';
import { takeTopicStep } from '../topics/take.ts';
import { answerRated, countRatings, windowName } from './count.ts';

const ulid = monotonicFactory();

type Said = Pick<Body<Operations['ratings.request']>, 'level' | 'reasons' | 'words'>;
type Subject = Body<Operations['ratings.create']>['subject'];

/** What is rated, as it is kept. Of one subject a device has one rating for each `unique_day`: a day, or the answer that it was. */
type Rated = Pick<Tables['rating'], 'type' | 'agency_no' | 'subject_key' | 'unique_day'>;

/** Rates without an account: the same device again replaces what it said. */
export async function createRating(store: RequestStore, challenges: Challenges, limits: BoardLimits, { body, key, address }: Pick<Call<'ratings.create'>, 'body' | 'key' | 'address'>): Promise<Answer<Operations['ratings.create']>> {
  const { challenge, token, ...said } = body;
  const solved = await challenges.verify(challenge);
  const device = deviceHash(store, token);
  await limits.count(address, device);
  return writingRequests(store, async (w) => {
    const { id } = await onceUnseen(w, { operation: 'ratings.create', owner: 'public', key, body: { device, ...said } }, async () => {
      await spend(w, solved);
      return { id: await rate(w, said.subject, device, said) };
    });
    const { type, agency_no, subject_key } = await w.db.selectFrom('rating').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return { id, count: await countRatings(w.db, { type, agencyNo: type === 'window' ? agency_no : undefined, subject: subject_key }), ...(await followUpOf(w, id)) };
  });
}

/** Keeps what a device says of a subject, and answers the id of the rating. */
export async function rate(w: RequestWriting, subject: Subject, device: string, said: Said): Promise<string> {
  const id = await keepRating(w, await ratedBy(w, subject), device, said);
  if (subject.type === 'answer') await noteOnTopic(w, subject.id, said.level);
  return id;
}

/** Rates how a request was handled, by its receipt, once the reply was served. */
export function rateRequest(store: RequestStore, { params: { receiptNo }, body, key }: Pick<Call<'ratings.request'>, 'params' | 'body' | 'key'>): Promise<Answer<Operations['ratings.request']>> {
  return writingRequests(store, async (w) => {
    const { id } = await onceUnseen(w, { operation: 'ratings.request', owner: receiptNo, key, body }, async () => {
      const { row, cases } = await loadRequest(w, { receiptNo });
      const served = cases.find(({ phase }) => phase === 'served' || phase === 'archived');
      if (served === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'not-served' }]);
      return { id: await keepRating(w, { type: 'request', agency_no: served.agency_no, subject_key: served.id, unique_day: '' }, deviceHash(w, row.id), body) };
    });
    return { id, ...(await followUpOf(w, id)) };
  });
}

/** @throws ProblemError when there is no such thing, or no answer that everybody can read. */
async function ratedBy(w: RequestWriting, subject: Subject): Promise<Rated> {
  const today = dayInShanghai(w.now());
  switch (subject.type) {
    case 'window': {
      const agency = await w.db.selectFrom('agency').select('no').where('id', '=', subject.agencyId).executeTakeFirst();
      if (agency === undefined) throw invalid({ pointer: '/body/subject/agencyId', code: 'unknown-agency' });
      const window = windowName(subject.window);
      if (window === '') throw invalid({ pointer: '/body/subject/window', code: 'minLength', values: { limit: 1 } });
      return { type: 'window', agency_no: agency.no, subject_key: window, unique_day: today };
    }
    case 'disclosure': {
      const disclosure = await w.db.selectFrom('disclosure as d').select('d.agency_no').where('d.id', '=', subject.id).where(visible).executeTakeFirst();
      if (disclosure === undefined) throw invalid({ pointer: '/body/subject/id', code: 'unknown-disclosure' });
      return { type: 'disclosure', agency_no: disclosure.agency_no, subject_key: subject.id, unique_day: today };
    }
    case 'answer': {
      const topic = await loadTopic(w, { id: subject.id }).catch((error: unknown) => {
        throw error instanceof ProblemError && error.code === 'not-found' ? invalid({ pointer: '/body/subject/id', code: 'unknown-topic' }) : error;
      });
      if (topic.row.approved === 0) throw invalid({ pointer: '/body/subject/id', code: 'unknown-topic' });
      if (topic.row.phase !== 'published' && topic.row.phase !== 'rated') throw new ProblemError('not-possible', [{ pointer: '/body/subject/id', code: 'no-answer' }]);
      return { type: 'answer', agency_no: topic.row.agency_no, subject_key: subject.id, unique_day: answerRated(topic.events.findLast(({ type }) => type === 'publish')?.n ?? 0) };
    }
  }
}

/** The first rating of an answer is a step of its topic; the others are counted, for each would be one more version that officers have not seen. */
async function noteOnTopic(w: RequestWriting, id: string, level: Said['level']): Promise<void> {
  const topic = await loadTopic(w, { id });
  if (topic.row.phase === 'published') await takeTopicStep(w, topic, { step: { type: 'rate', level }, by: { role: 'resident' } });
}

/** Keeps what somebody said in place of what the same device said before, and opens or closes what follows from it. Answers its id. */
async function keepRating(w: RequestWriting, rated: Rated, device: string, { level, reasons = [], words = '' }: Said): Promise<string> {
  const at = w.now();
  const known = await w.db.selectFrom('rating').select(['no', 'id'])
    .where('type', '=', rated.type).where('agency_no', '=', rated.agency_no).where('subject_key', '=', rated.subject_key).where('device', '=', device).where('unique_day', '=', rated.unique_day).executeTakeFirst();
  const id = known?.id ?? ulid(at.getTime());
  const { key, wrapped } = w.keys.make(id);
  const written = words.trim() === '' ? { written: null, key_id: null, wrapped_key: null } : { written: sealJson(key, { words: words.trim() }, placeOfWords(id)), ...wrapped };
  const said = { level, reasons: JSON.stringify(reasons), ...written, at: at.toISOString() };
  if (known === undefined) {
    const { no } = await w.db.insertInto('rating').values({ id, ...rated, device, day: dayInShanghai(at), ...said }).returning('no').executeTakeFirstOrThrow();
    await follow(w, no, rated, level);
  } else {
    await w.db.updateTable('rating').set(said).where('no', '=', known.no).execute();
    await follow(w, known.no, rated, level);
  }
  return id;
}

export const placeOfWords = (ratingId: string) => `${ratingId} rating`;

export const LOW: readonly Said['level'][] = ['dissatisfied', 'very-dissatisfied'];

/** A low rating is somebody's task until a day; one that was taken back before anybody followed it is none. */
async function follow(w: RequestWriting, ratingNo: number, { agency_no }: Rated, level: Said['level']): Promise<void> {
  const task = await w.db.selectFrom('rating_task').select(['no', 'done_on']).where('rating_no', '=', ratingNo).executeTakeFirst();
  if (!LOW.includes(level)) {
    if (task?.done_on === null) await w.db.deleteFrom('rating_task').where('no', '=', task.no).execute();
    return;
  }
  if (task !== undefined) return;
  const agency = await w.db.selectFrom('agency').select('id').where('no', '=', agency_no).executeTakeFirstOrThrow();
  const settings = await boardSettings(w.db, agency.id);
  if (settings === undefined) throw notFound();
  const from = dayInShanghai(w.now());
  const { calendar } = await loadCalendar(w.db);
  await w.db.insertInto('rating_task').values({
    id: ulid(w.now().getTime()), rating_no: ratingNo, agency_no, from_on: from, workdays: settings.ratingWorkdays, due_on: addWorkdays(calendar, from, settings.ratingWorkdays).due,
    recounts: null, result: null, done_on: null, person_id: null, person_name: null, person_post: null, version: 1,
  }).execute();
}

/** Until when somebody follows a low rating up; nothing of another one, nor when that was done. */
async function followUpOf({ db }: RequestWriting, ratingId: string): Promise<Pick<Answer<Operations['ratings.create']>, 'followUp'>> {
  const task = await db.selectFrom('rating_task').innerJoin('rating', 'rating.no', 'rating_no').select(['from_on', 'workdays']).where('rating.id', '=', ratingId).where('done_on', 'is', null).executeTakeFirst();
  if (task === undefined) return {};
  const { due, provisional } = addWorkdays((await loadCalendar(db)).calendar, task.from_on, task.workdays);
  return { followUp: { due, workdays: task.workdays, provisional } };
}
