import type { Day, LetterCommand, Wanted } from '@sunlit/contract';
import { dayInShanghai, mayTake, type RequestRefusal, type RequestStep } from '@sunlit/rules';
import { ulid } from 'ulid';
import { ProblemError, type InvalidPart } from '../problems.ts';
import type { StaffActor } from '../staff/actor.ts';
import { project } from './projection.ts';
import { loadRequest, placeOfEvent, type OtherEntry, type RequestOnRecord } from './record.ts';
import { splitStep, type Said } from './said.ts';
import { openJson, sealJson } from './sealing.ts';
import type { RequestReading, RequestWriting } from './store.ts';

/** Who does something with a request: the applicant, somebody of an agency, or the clock. */
export type By = { readonly role: 'applicant' | 'system' } | { readonly role: 'agency'; readonly person: Pick<StaffActor, 'id' | 'name' | 'post'> };

/** A letter that goes out with a step. */
export interface NewLetter {
  readonly title: string;
  readonly docNo: string;
  readonly body: string;
  /** What was added to it whatever the body says. */
  readonly fixed: string;
}

/** A step to be taken, whole. */
export interface AskedStep {
  readonly branch: string;
  readonly step: RequestStep;
  /** The day on which it took effect; today unless said. */
  readonly on?: Day | undefined;
  readonly by: By;
  /** What was written with it that is no part of the step, by field: `note`, `name`, `reasons` … */
  readonly texts?: Said['texts'];
  readonly wanted?: Wanted | undefined;
  /** Neutral words for lists, by branch. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly letter?: NewLetter | undefined;
}

/**
 * Takes one step with a request that was loaded in this transaction, whoever takes it, and answers the request as it then is.
 *
 * @throws ProblemError `not-possible` with the reasons of the rules, each at what of the body it concerns.
 */
export async function takeStep(w: RequestWriting, request: RequestOnRecord, asked: AskedStep): Promise<RequestOnRecord> {
  const { branch, step, by, texts = {}, wanted, labels, letter } = asked;
  const today = dayInShanghai(w.now());
  const on = asked.on ?? today;
  const decision = mayTake(request.state, { ...step, on, by: { role: by.role, ...(by.role === 'agency' ? { id: by.person.id } : {}) }, branch }, today);
  if (!('to' in decision)) throw new ProblemError('not-possible', decision.refusals.map(asPart));
  const split = splitStep(step);
  const n = await append(w, request, {
    branch, type: step.type, on, by, entry: { ...split.step, ...(labels && { labels }) }, said: { texts: { ...split.texts, ...texts }, ...(wanted && { wanted }) },
  });
  const after = await projected(w, request);
  if (letter !== undefined) await keepLetter(w, after, { ...letter, branch, command: step.type as LetterCommand, n, on });
  return after;
}

/** Puts on record what is no step in law: a note, an urging, a file … `entry` is what of it is plain. */
export async function addEntry(
  w: RequestWriting, request: RequestOnRecord,
  { branch, type, by, entry = {}, texts = {} }: { readonly branch: string; readonly type: OtherEntry; readonly by: By; readonly entry?: object; readonly texts?: Said['texts'] },
): Promise<RequestOnRecord> {
  await append(w, request, { branch, type, on: dayInShanghai(w.now()), by, entry, said: { texts } });
  return projected(w, request);
}

interface NewEvent {
  readonly branch: string;
  readonly type: RequestStep['type'] | OtherEntry;
  readonly on: Day;
  readonly by: By;
  readonly entry: object;
  readonly said: Said;
}

/** Answers the number of the event within its request. */
export async function append(w: RequestWriting, request: Pick<RequestOnRecord, 'row' | 'key' | 'events'>, { branch, type, on, by, entry, said }: NewEvent): Promise<number> {
  const { row, events } = request;
  const n = (events.at(-1)?.n ?? 0) + 1;
  const written = said.wanted !== undefined || Object.keys(said.texts).length > 0;
  const key = written ? request.key : undefined;
  // Nothing is written in clear because there is no key to seal it with.
  if (written && key === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'erased' }]);
  const person = by.role === 'agency' ? by.person : undefined;
  await w.db.insertInto('request_event').values({
    request_no: row.no, n, branch, at: w.now().toISOString(), type, on_day: on, role: by.role,
    person_id: person?.id ?? null, person_name: person?.name ?? null, person_post: person?.post ?? null,
    step: JSON.stringify(entry), said: key !== undefined ? sealJson(key, said, placeOfEvent(row.id, n)) : null,
  }).execute();
  return n;
}

/** The request with what was appended, its cases brought up to date. */
export async function projected(w: RequestWriting, { row: { id } }: { readonly row: { readonly id: string } }): Promise<RequestOnRecord> {
  await project(w, await loadRequest(w, { id }));
  return loadRequest(w, { id });
}

/** Names for branches that come of a split or a transfer: `b2`, `b3` … */
export function newBranches({ state: { branches } }: RequestOnRecord, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `b${branches.length + 1 + index}`);
}

/** A name for a consultation of a branch: `q1`, `q2` … */
export function newQuestion({ steps }: RequestOnRecord): string {
  return `q${steps.filter(({ type }) => type === 'consult').length + 1}`;
}

/** The rules' reasons as parts of a problem. What a day is to blame for, the body states as `on`. */
function asPart({ code, pointer, due }: RequestRefusal): InvalidPart {
  const where = pointer ?? (code === 'day' || code === 'future' || code === 'order' || code === 'too-late' ? '/on' : undefined);
  // Some codes are also those of drafts, where they mean something else.
  return { pointer: where === undefined ? '' : `/body${where}`, code, values: { context: 'request', ...(due === undefined ? {} : { due }) } };
}

async function keepLetter(
  w: RequestWriting, { row, key, cases }: RequestOnRecord,
  { branch, command, n, on, title, docNo, body, fixed }: NewLetter & { readonly branch: string; readonly command: LetterCommand; readonly n: number; readonly on: Day },
): Promise<void> {
  const of = cases.find((one) => one.branch === branch);
  if (of === undefined || key === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'erased' }]);
  const id = ulid(w.now().getTime());
  await w.db.insertInto('request_letter').values({
    id, case_no: of.no, event_n: n, command, doc_no: docNo, on_day: on, title, text: sealJson(key, { body, fixed }, placeOfLetter(row.id, id)),
  }).execute();
}

/** A letter that went out; what it says, `openLetter` reads. */
export type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number];

/** The letters of a request, oldest first, with the branch and agency of each. */
export function lettersOf({ db }: Pick<RequestReading, 'db'>, { row }: Pick<RequestOnRecord, 'row'>) {
  return db.selectFrom('request_letter').innerJoin('request_case', 'request_case.no', 'request_letter.case_no').selectAll('request_letter')
    .select(['request_case.branch', 'request_case.agency_name', 'request_case.id as case_id']).where('request_case.request_no', '=', row.no).orderBy('request_letter.no').execute();
}

/** What a letter says; nothing of an erased request. */
export function openLetter({ row, key }: Pick<RequestOnRecord, 'row' | 'key'>, { id, text }: Pick<LetterRow, 'id' | 'text'>): Pick<NewLetter, 'body' | 'fixed'> | undefined {
  return key === undefined ? undefined : openJson(key, text, placeOfLetter(row.id, id));
}

const placeOfLetter = (requestId: string, letterId: string) => `${requestId} letter ${letterId}`;

/** The next number of an agency's letters in a year; the gap that a step leaves that is not taken is none, for it is of the same transaction. */
export async function nextLetterNumber({ db }: RequestWriting, agencyNo: number, year: number): Promise<number> {
  const { n } = await db.insertInto('letter_number').values({ agency_no: agencyNo, year, n: 1 })
    .onConflict((row) => row.columns(['agency_no', 'year']).doUpdateSet((old) => ({ n: old('letter_number.n', '+', 1) }))).returning('n').executeTakeFirstOrThrow();
  return n;
}

