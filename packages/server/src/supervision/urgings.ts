import type { Day, LateItem, LateSubject, SupervisionUrging } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { ulid } from 'ulid';
import { loadCalendar } from '../calendar/calendar.ts';
import { byPerson, loadCase } from '../cases/record.ts';
import type { Tables } from '../database/tables.ts';
import { isDay } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound } from '../problems.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { openJson, sealJson } from '../requests/sealing.ts';
import { writingRequests, type RequestReading, type RequestStore, type RequestWriting } from '../requests/store.ts';
import { addEntry } from '../requests/take.ts';
import type { StaffActor } from '../staff/actor.ts';
import { horizonOf, itemOf, litRow } from './lit.ts';

/*
 * 督办. What a supervisor and the agency write to each other is sealed, like what is written into the records of requests and topics. An urging of a request
 * stands in its record, too, where the officers work, and an answer that is given there is its answer.
 */

/** @throws ProblemError `not-possible` about what is neither late nor about to be. */
export function urge(store: RequestStore, { body, key, actor }: Call<'supervision.urge'>): Promise<LateItem> {
  const words = body.words.trim();
  if (words === '') throw invalid({ pointer: '/body/words', code: 'minLength', values: { limit: 1 } });
  return writingRequests(store, async (w) => {
    const today = dayInShanghai(w.now());
    if (!isDay(body.answerBy)) throw invalid({ pointer: '/body/answerBy', code: 'day' });
    if (body.answerBy < today) throw invalid({ pointer: '/body/answerBy', code: 'day-past' });
    const agency = await w.db.selectFrom('agency').select('no').where('id', '=', body.agencyId).executeTakeFirstOrThrow(() => notFound());
    const { calendar } = await loadCalendar(w.db);
    const subject = { type: body.type, id: body.id, agencyNo: agency.no };
    const lit = await litRow(w.db, { today, to: horizonOf(calendar, today), ...subject });
    if (lit === undefined) throw new ProblemError('not-possible', [{ pointer: '/body/id', code: 'not-lit' }]);
    // The same call again finds what it made.
    await onceUnseen(w, { operation: 'supervision.urge', owner: actor.id, key, body }, async () => {
      const id = ulid(w.now().getTime());
      const { key: sealing, wrapped } = w.keys.make(id);
      await w.db.insertInto('urging').values({
        id, type: body.type, agency_no: agency.no, subject_id: body.id, ...wrapped, words: sealJson(sealing, { words }, placeOfWords(id)), ...personOf(actor), on_day: today, answer_by: body.answerBy,
        answer: null, answered_on: null, answer_person_id: null, answer_person_name: null, answer_person_post: null,
      }).execute();
      if (body.type === 'request') {
        const { request, branch } = await loadCase(w, body.id);
        await addEntry(w, request, { branch: branch.id, type: 'urging', by: byPerson(actor), texts: { text: words } });
      }
      return {};
    });
    const [urgings = []] = await urgingsOf(w, [subject], today);
    return itemOf(lit, urgings, calendar, today);
  });
}

/** @throws ProblemError `not-possible` when it was answered. */
export function answerUrging(store: RequestStore, { params: { id }, body, actor }: Pick<Call<'supervision.answer'>, 'params' | 'body' | 'actor'>): Promise<SupervisionUrging> {
  const words = body.words.trim();
  if (words === '') throw invalid({ pointer: '/body/words', code: 'minLength', values: { limit: 1 } });
  return writingRequests(store, async (w) => {
    const row = await w.db.selectFrom('urging').selectAll().where('id', '=', id).executeTakeFirstOrThrow(() => notFound());
    if (row.answered_on !== null) throw new ProblemError('not-possible', [{ pointer: '', code: 'urging-answered' }]);
    await keepAnswer(w, row, actor, words);
    if (row.type === 'request') {
      const { request, branch } = await loadCase(w, row.subject_id);
      await addEntry(w, request, { branch: branch.id, type: 'urging-answer', by: byPerson(actor), texts: { text: words } });
    }
    return shown(w, await w.db.selectFrom('urging').selectAll().where('id', '=', id).executeTakeFirstOrThrow(), dayInShanghai(w.now()));
  });
}

/** What was said in the record of a case answers whatever a supervisor asked about it. */
export async function answeredInRecord(w: RequestWriting, caseId: string, actor: StaffActor, words: string): Promise<void> {
  const waiting = await w.db.selectFrom('urging').selectAll().where('type', '=', 'request').where('subject_id', '=', caseId).where('answered_on', 'is', null).execute();
  for (const row of waiting) await keepAnswer(w, row, actor, words);
}

/** Drops the keys to what was written about things whose own words were erased. */
export async function eraseUrgings({ db }: Pick<RequestWriting, 'db'>, type: LateSubject, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.updateTable('urging').set({ key_id: null, wrapped_key: null, words: null, answer: null }).where('type', '=', type).where('subject_id', 'in', ids).execute();
}

type UrgingRow = Omit<Tables['urging'], 'no'>;

async function keepAnswer(w: RequestWriting, row: UrgingRow, actor: StaffActor, words: string): Promise<void> {
  const key = w.keys.open(row);
  if (key === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'erased' }]);
  const { person_id: answer_person_id, person_name: answer_person_name, person_post: answer_person_post } = personOf(actor);
  await w.db.updateTable('urging').set({ answer: sealJson(key, { words }, placeOfAnswer(row.id)), answered_on: dayInShanghai(w.now()), answer_person_id, answer_person_name, answer_person_post }).where('id', '=', row.id).execute();
}

/** What was asked of each of some things, newest first. */
export async function urgingsOf(reading: RequestReading, subjects: readonly { readonly type: LateSubject; readonly id: string; readonly agencyNo: number }[], today: Day): Promise<SupervisionUrging[][]> {
  const rows = await reading.db.selectFrom('urging').selectAll().where('type', 'in', ['draft', ...subjects.map(({ type }) => type)]).where('subject_id', 'in', ['', ...subjects.map(({ id }) => id)]).orderBy('no', 'desc').execute();
  return subjects.map(({ type, id, agencyNo }) => rows.filter((row) => row.type === type && row.subject_id === id && row.agency_no === agencyNo).map((row) => shown(reading, row, today)));
}

function shown({ keys }: Pick<RequestReading, 'keys'>, row: UrgingRow, today: Day): SupervisionUrging {
  const key = keys.open(row);
  const open = (sealed: string | null, place: string) => (sealed === null || key === undefined ? '—' : openJson<{ words: string }>(key, sealed, place).words);
  const { id, answered_on: answered, answer_by: answerBy } = row;
  return {
    id, words: open(row.words, placeOfWords(id)), by: { id: row.person_id, name: row.person_name, post: row.person_post }, on: row.on_day, answerBy,
    ...(answered === null ? {} : {
      answer: { words: open(row.answer, placeOfAnswer(id)), by: { id: row.answer_person_id ?? '', name: row.answer_person_name ?? '', post: row.answer_person_post ?? '' }, on: answered },
    }),
    late: answerBy < (answered ?? today),
  };
}

const placeOfWords = (id: string) => `${id} urging`;
const placeOfAnswer = (id: string) => `${id} urging answer`;

const personOf = ({ id, name, post }: StaffActor) => ({ person_id: id, person_name: name, person_post: post });
