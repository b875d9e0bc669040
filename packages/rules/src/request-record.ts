import type { Day } from '@sunlit/contract';
import { isDay } from './day.ts';
import { isFeeBasis } from './fees.ts';
import { OUTCOMES, type AnnualColumn, type Outcome, type Reply } from './outcomes.ts';
import { CHANNELS, MAIN_BRANCH, REQUEST, type Channel, type Opinion, type RequestEvent, type RequestPhase, type Way } from './request.ts';
import { REQUEST_TERMS } from './request-terms.ts';

/** Which period a question starts for whom it is put to. */
export type QuestionTerm = 'correction' | 'reasons' | 'payment' | 'third-party-opinion' | 'co-maker-opinion';

/** Something that somebody was asked and is bound to answer. Its period runs from the day it reached them. */
export interface Question {
  /** `correction`, `reasons` and `payment` by their names, since each is asked once; a consultation by its own. */
  readonly id: string;
  readonly term: QuestionTerm;
  readonly workdays: number;
  readonly askedOn: Day;
  readonly deliveredOn?: Day;
  readonly endedOn?: Day;
  readonly answer?: 'answered' | 'silent' | Opinion;
  /** The agency discloses against the objection, for a major public interest, and has told the third party (Reg. 32). */
  readonly overriddenOn?: Day;
}

/** A request, or a part of it, at one agency, by what its events say and no calendar is needed for. */
export interface Branch {
  readonly id: string;
  /** The branch that was transferred, or split, into this one. */
  readonly parent?: string;
  /** It came from another agency, so that its periods begin with its arrival. */
  readonly transferred?: true;
  readonly agency: string;
  readonly phase: RequestPhase;
  readonly outcome?: Outcome;
  readonly reply?: Reply;
  readonly handler?: string;
  readonly submittedOn: Day;
  /** In law (Reg. 31); of a transferred branch, the day on which it reached the agency. */
  readonly receivedOn?: Day;
  readonly questions: readonly Question[];
  readonly decidedOn?: Day;
  readonly extension?: { readonly on: Day; readonly workdays: number };
  readonly delay?: { readonly on: Day; readonly workdays: number };
  /** The agency was silent beyond these terms. */
  readonly overdue: readonly ('confirmation' | 'reply')[];
  /** The day it ended here: of a reply, the day of service. */
  readonly endedOn?: Day;
  /** The day on which the reply reached the applicant; by post it is not the day of service. */
  readonly deliveredOn?: Day;
  readonly lastOn: Day;
}

export interface RequestRecord {
  readonly channel?: Channel;
  readonly applicant?: AnnualColumn;
  /** Who first dealt with it (首问负责), through every transfer. */
  readonly firstHandler?: string;
  readonly branches: readonly Branch[];
  /** Events that cannot follow those before them, by their place: they change nothing. */
  readonly ignored: readonly { readonly index: number; readonly code: Misfit }[];
}

/** Why an event makes no sense after those before it, whatever the law says. */
export const MISFITS = ['branch', 'day', 'state', 'malformed', 'question'] as const;
export type Misfit = (typeof MISFITS)[number];

/** What the events of a request say. Never throws: what cannot follow is ignored and named. */
export function recordOf(events: readonly RequestEvent[]): RequestRecord {
  return events.reduce<RequestRecord>((record, event, index) => {
    const next = recordAfter(record, event);
    return typeof next === 'string' ? { ...record, ignored: [...record.ignored, { index, code: next }] } : next;
  }, { branches: [], ignored: [] });
}

/** What a record says with one more event, or why that event cannot follow. */
export function recordAfter(record: RequestRecord, event: RequestEvent): RequestRecord | Misfit {
  const code = misfit(record, event);
  if (code !== undefined) return code;
  const { id, role } = event.by;
  const first = record.firstHandler ?? (role === 'agency' ? id : undefined);
  const kept = { ...record, ...(first === undefined ? {} : { firstHandler: first }) };
  if (event.type === 'submit') return { ...kept, channel: event.channel, applicant: event.applicant, branches: [opened(event)] };
  return { ...kept, branches: record.branches.flatMap((branch) => (branch.id === event.branch ? after(branch, event) : branch)) };
}

function misfit({ branches }: RequestRecord, event: RequestEvent): Misfit | undefined {
  if (!isPossibleDay(event.on)) return 'day';
  if (!isKnown(event)) return 'malformed';
  if (event.type === 'submit') return branches.length > 0 ? 'state' : event.branch === MAIN_BRANCH ? undefined : 'branch';
  const branch = branches.find(({ id }) => id === event.branch);
  if (branch === undefined) return 'branch';
  if (REQUEST[event.type].moves[branch.phase] === undefined) return 'state';
  // Only an abandonment can be undone, and only that of the correction (Reg. 30: 无正当理由).
  if (event.type === 'correct' && branch.phase === 'closed' && branch.outcome !== 'abandoned-correction') return 'state';
  if ('workdays' in event && !(Number.isSafeInteger(event.workdays) && event.workdays > 0 && event.workdays <= 250)) return 'malformed';
  if (event.type === 'notice-fee' && !isFeeBasis(event.fee)) return 'malformed';
  if (event.type === 'transfer' || event.type === 'split') return areNewBranches(branches, event.into) ? undefined : 'malformed';
  if (event.type === 'consult') return isNewQuestion(branch, event.question) ? undefined : 'malformed';
  if ('question' in event && !canTake(branch, event)) return 'question';
  if (event.type === 'overdue' && branch.overdue.includes(event.term)) return 'state';
  return undefined;
}

/** Events outlive the program that wrote them: one of another version may have a word that this one does not know. */
function isKnown(event: RequestEvent): boolean {
  if (event.type === 'submit') return Object.hasOwn(CHANNELS, event.channel);
  return Object.hasOwn(REQUEST, event.type) && (event.type !== 'decide' || Object.hasOwn(OUTCOMES, event.reply.outcome));
}

/** A request begun today or within living memory: a slip of the pen must not make a calendar count for centuries. */
function isPossibleDay(day: Day): boolean {
  return isDay(day) && day >= '1949-10-01' && day < '2200-01-01';
}

function areNewBranches(branches: readonly Branch[], into: string | readonly string[]): boolean {
  const ids = typeof into === 'string' ? [into] : into;
  const known = branches.map(({ id }) => id);
  return ids.every((id) => id !== '' && !known.includes(id)) && new Set(ids).size === ids.length && (typeof into === 'string' || ids.length > 1);
}

function isNewQuestion({ questions }: Branch, name: string): boolean {
  return name !== '' && !(name in REQUEST_TERMS) && questions.every(({ id }) => id !== name);
}

/** Whether the question that an event names is there and open to it. */
function canTake({ phase, deliveredOn, questions }: Branch, event: RequestEvent & { readonly question: string }): boolean {
  if (event.type === 'deliver' && (phase === 'served' || phase === 'archived')) return event.question === 'reply' && deliveredOn === undefined;
  const question = questions.find(({ id }) => id === event.question);
  if (question === undefined) return false;
  if (event.type === 'override') return question.answer !== undefined && question.overriddenOn === undefined;
  if (event.type === 'deliver') return question.endedOn === undefined && question.deliveredOn === undefined;
  return question.endedOn === undefined && (event.type !== 'opinion' || isConsultation(question));
}

export function isConsultation({ term }: Question): boolean {
  return term === 'third-party-opinion' || term === 'co-maker-opinion';
}

function opened({ branch: id, channel, agency: at, on, by }: Extract<RequestEvent, { readonly type: 'submit' }>): Branch {
  const received = CHANNELS[channel].receipt === 'submission';
  return {
    id, agency: at, phase: received ? 'received' : 'submitted', submittedOn: on, ...(received ? { receivedOn: on } : {}),
    ...(by.role === 'agency' && by.id !== undefined ? { handler: by.id } : {}), questions: [], overdue: [], lastOn: on,
  };
}

/** A branch after an event that fits, and the branches that came of it. */
function after(before: Branch, event: Exclude<RequestEvent, { readonly type: 'submit' }>): readonly Branch[] {
  const { on } = event;
  const to = REQUEST[event.type].moves[before.phase] ?? before.phase;
  const branch: Branch = { ...before, phase: to, lastOn: on > before.lastOn ? on : before.lastOn };
  switch (event.type) {
    case 'receive':
      return [{ ...branch, receivedOn: on }];
    case 'register':
      return [event.by.id === undefined ? branch : { ...branch, handler: event.by.id }];
    case 'assign':
      return [{ ...branch, handler: event.handler }];
    case 'ask-correction':
      return [ask(branch, event, 'correction', event.workdays)];
    case 'ask-reasons':
      return [ask(branch, event, 'reasons', event.workdays)];
    case 'notice-fee':
      return [ask(branch, event, 'payment', REQUEST_TERMS.payment.length)];
    case 'consult': {
      const term = `${event.party}-opinion` as const;
      return [ask(branch, event, term, REQUEST_TERMS[term].length, event.question)];
    }
    case 'deliver':
      return [event.question === 'reply' ? { ...branch, deliveredOn: on } : changed(branch, event.question, { deliveredOn: on })];
    case 'correct': {
      const { outcome: _outcome, endedOn: _endedOn, ...reopened } = branch;
      return [changed(reopened, 'correction', { endedOn: on, answer: 'answered' })];
    }
    case 'explain':
      return [changed(branch, 'reasons', { endedOn: on, answer: 'answered' })];
    case 'pay':
      return [changed(branch, 'payment', { endedOn: on, answer: 'answered' })];
    case 'opinion':
      return [consultingAsLongAsAsked(changed(branch, event.question, { endedOn: on, answer: event.opinion }))];
    case 'override':
      return [changed(branch, event.question, { overriddenOn: on })];
    case 'extend':
      return [{ ...branch, extension: { on, workdays: event.workdays } }];
    case 'delay':
      return [{ ...branch, delay: { on, workdays: event.workdays } }];
    case 'silence':
      return [consultingAsLongAsAsked(silenced(changed(branch, event.question, { endedOn: on, answer: 'silent' }), before.phase))];
    case 'overdue':
      return [{ ...branch, overdue: [...branch.overdue, event.term] }];
    case 'transfer':
      return [
        { ...branch, outcome: 'transferred', endedOn: on },
        { id: event.into, parent: branch.id, transferred: true, agency: event.to, phase: 'received', submittedOn: branch.submittedOn, receivedOn: on, questions: [], overdue: [], lastOn: on },
      ];
    case 'split':
      return [{ ...branch, endedOn: on }, ...event.into.map((id): Branch => ({ ...branch, id, parent: branch.id, phase: 'processing' }))];
    case 'withdraw':
      return [{ ...branch, outcome: 'withdrawn', endedOn: on }];
    case 'decide':
      return [{ ...branch, outcome: event.reply.outcome, reply: event.reply, decidedOn: on }];
    case 'serve':
      return [{ ...branch, endedOn: on, ...(event.way === 'post' ? {} : { deliveredOn: on }) }];
    case 'archive':
      return [branch];
  }
}

/** Handed over or sent electronically, a letter arrives on the same day; when a posted one does, only its return slip says. */
function ask(branch: Branch, { on, way }: { readonly on: Day; readonly way: Way }, term: QuestionTerm, workdays: number, id: string = term): Branch {
  const question: Question = { id, term, workdays, askedOn: on, ...(way === 'post' ? {} : { deliveredOn: on }) };
  return { ...branch, questions: [...branch.questions.filter((one) => one.id !== id), question] };
}

function changed(branch: Branch, id: string, change: Partial<Question>): Branch {
  return { ...branch, questions: branch.questions.map((question) => (question.id === id ? { ...question, ...change } : question)) };
}

function silenced(branch: Branch, was: RequestPhase): Branch {
  if (branch.phase !== 'closed') return branch;
  return { ...branch, outcome: was === 'paying' ? 'abandoned-fee' : 'abandoned-correction', endedOn: branch.lastOn };
}

function consultingAsLongAsAsked(branch: Branch): Branch {
  const asked = branch.questions.some((question) => isConsultation(question) && question.endedOn === undefined);
  return branch.phase === 'processing' && asked ? { ...branch, phase: 'consulting' } : branch;
}
