import type { Day, TopicChannel, TopicCommand, TopicOutcome, TopicPhase, TopicPurpose, TopicTermId } from '@sunlit/contract';
import type { Calendar } from './calendar.ts';
import { TOPIC, type TopicEvent, type TopicGuardName, type TopicPromise, type TopicRole } from './topic.ts';
import { addWorkdays } from './workdays.ts';

/** What is counted with: the calendar of an agency, and the workdays in which its board promises a first look and somebody who takes it up. */
export interface TopicSetting {
  readonly calendarOf: (agency: string) => Calendar;
  readonly terms: { readonly review: number; readonly claim: number };
}

/** What the agency owes until when. Whether that has gone by follows from the day on which one looks, and is stored nowhere. */
export interface TopicTerm {
  readonly term: TopicTermId;
  readonly from: Day;
  readonly due: Day;
  readonly workdays?: number;
  readonly provisional: boolean;
  /** The day on which it was fulfilled, or fell away. */
  readonly doneOn?: Day;
}

interface Answer {
  readonly outcome: TopicOutcome;
  readonly promise?: { readonly due: Day };
}

export interface TopicState {
  readonly phase: TopicPhase;
  readonly purpose: TopicPurpose;
  readonly channel: TopicChannel;
  readonly board: string;
  /** With whom it is now. */
  readonly agency: string;
  readonly handler?: string;
  readonly round?: string;
  /** Of the answer that is public now. */
  readonly outcome?: TopicOutcome;
  /** It has been on the board, so that its words are public. */
  readonly approved: boolean;
  readonly submittedOn: Day;
  readonly openedOn?: Day;
  /** The day on which the answer was published. */
  readonly answeredOn?: Day;
  readonly reopened: boolean;
  readonly postponed: boolean;
  readonly mergedInto?: string;
  /** What it was before it was merged: undoing the merge brings exactly that back. */
  readonly before?: TopicState;
  readonly terms: readonly TopicTerm[];
  readonly answer?: Answer;
  readonly lastOn: Day;
}

/** What a topic is at, from its events alone. Undefined when they do not begin with a submission; steps that cannot follow change nothing. */
export function topicStateOf(events: readonly TopicEvent[], setting: TopicSetting): TopicState | undefined {
  return events.reduce<TopicState | undefined>((state, event) => topicAfter(state, event, setting) ?? state, undefined);
}

/** What it is at after one more step, or undefined when that step cannot follow from the phase it is in. */
export function topicAfter(state: TopicState | undefined, event: TopicEvent, setting: TopicSetting): TopicState | undefined {
  if (event.type === 'submit') return state === undefined ? submitted(event, setting) : undefined;
  const to = state && TOPIC[event.type].moves[state.phase];
  if (!state || !to) return undefined;
  if (to === 'before') return state.before && { ...state.before, lastOn: event.on };
  const { starts = [], ends = [] } = TOPIC[event.type];
  const kept = state.terms.map((term) => (ends.includes(term.term) && term.doneOn === undefined ? { ...term, doneOn: event.on } : term));
  const begun = starts.flatMap((term) => startedTerm(term, state, event, setting) ?? []);
  return stated({ ...state, phase: to, terms: [...kept, ...begun], lastOn: event.on }, state, event, setting);
}

function submitted({ purpose, channel, board, on }: Extract<TopicEvent, { type: 'submit' }>, { calendarOf, terms }: TopicSetting): TopicState {
  return {
    phase: 'submitted', purpose, channel, board, agency: board, approved: false, submittedOn: on, reopened: false, postponed: false, lastOn: on,
    terms: [workdayTerm('review', on, terms.review, calendarOf(board))],
  };
}

/** What a step states, put where it belongs. */
function stated(next: TopicState, before: TopicState, event: Exclude<TopicEvent, { type: 'submit' }>, { calendarOf }: TopicSetting): TopicState {
  switch (event.type) {
    case 'review': return { ...next, handler: event.handler };
    case 'approve': return { ...next, approved: true, openedOn: event.on, ...(event.round && { round: event.round.id }) };
    case 'assign': return { ...next, agency: event.agency, handler: event.handler };
    case 'claim': return { ...promised(next, event, calendarOf), ...(event.handler === undefined ? {} : { handler: event.handler }), ...('round' in event.promise ? { round: event.promise.round } : {}) };
    case 'postpone': return { ...promised(next, event, calendarOf), postponed: true };
    case 'answer': return { ...next, answer: { outcome: event.outcome, ...(event.promise && { promise: event.promise }) } };
    case 'publish': return { ...next, answeredOn: event.on, ...(next.answer && { outcome: next.answer.outcome }) };
    case 'reopen': return { ...next, reopened: true, postponed: false, outcome: undefined, answeredOn: undefined, answer: undefined };
    case 'merge': return { ...next, mergedInto: event.into, before, terms: next.terms.map((term) => ({ doneOn: event.on, ...term })) };
    case 'decline': case 'return': return { ...next, terms: next.terms.map((term) => ({ doneOn: event.on, ...term })) };
    default: return next;
  }
}

/** What was promised before is replaced, but for the day from which somebody has been waiting. */
function promised(next: TopicState, { promise, on }: Extract<TopicEvent, { type: 'claim' | 'postpone' }>, calendarOf: TopicSetting['calendarOf']): TopicState {
  return { ...next, terms: next.terms.map((term) => (isOpen(term, 'answer') ? { ...promisedTerm(promise, on, calendarOf(next.agency)), from: term.from } : term)) };
}

function startedTerm(term: TopicTermId, state: TopicState, event: TopicEvent, { calendarOf, terms }: TopicSetting): TopicTerm | undefined {
  const calendar = calendarOf(state.agency);
  if (event.type === 'approve') {
    // What is collected in a round is owed by the end of the round, whoever takes it up and when.
    if (event.round) return term === 'answer' ? roundTerm(event.round, event.on, calendar) : undefined;
    return term === 'claim' ? workdayTerm(term, event.on, terms.claim, calendar) : undefined;
  }
  if (event.type === 'reopen') return workdayTerm('claim', event.on, terms.claim, calendar);
  if (event.type === 'claim') return state.terms.some((open) => isOpen(open, 'answer')) ? undefined : promisedTerm(event.promise, event.on, calendar);
  const promise = state.answer?.promise;
  return event.type === 'publish' && promise ? { term: 'promise', from: event.on, due: promise.due, provisional: false } : undefined;
}

const isOpen = ({ term, doneOn }: TopicTerm, wanted: TopicTermId) => term === wanted && doneOn === undefined;

function workdayTerm(term: TopicTermId, from: Day, workdays: number, calendar: Calendar): TopicTerm {
  const { due, provisional } = addWorkdays(calendar, from, workdays);
  return { term, from, due, workdays, provisional };
}

function promisedTerm(promise: TopicPromise, from: Day, calendar: Calendar): TopicTerm {
  if ('workdays' in promise) return workdayTerm('answer', from, promise.workdays, calendar);
  return 'round' in promise ? roundTerm(promise, from, calendar) : { term: 'answer', from, due: promise.on, provisional: false };
}

function roundTerm({ due, counted }: Extract<TopicPromise, { round: string }> | NonNullable<Extract<TopicEvent, { type: 'approve' }>['round']>, from: Day, calendar: Calendar): TopicTerm {
  return { term: 'answer', from, ...(counted === undefined ? { due, provisional: false } : dayOf(addWorkdays(calendar, counted.from, counted.workdays))) };
}

const dayOf = ({ due, provisional }: Pick<TopicTerm, 'due' | 'provisional'>) => ({ due, provisional });

/** What is owed and not done, the first to end first. */
export function openTopicTerms({ terms }: TopicState): readonly TopicTerm[] {
  return terms.filter(({ doneOn }) => doneOn === undefined).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Whether it went by: seen from the day it was done, or else from today in Asia/Shanghai. */
export const isTermLate = ({ due, doneOn }: TopicTerm, today: Day): boolean => due < (doneOn ?? today);

export const TOPIC_REFUSAL_CODES = [
  'state', 'role', 'future', 'order', 'promise-past', 'promise-too-late', 'promise-not-later', 'postponed-already', 'disclosure-missing', 'reopened-already', 'no-promise', 'merged-into-itself',
] as const;
export interface TopicRefusal {
  readonly code: (typeof TOPIC_REFUSAL_CODES)[number];
  /** The part of what was stated that is to blame. */
  readonly pointer?: string;
  readonly due?: Day;
}
export type TopicDecision = { readonly to: TopicPhase } | { readonly refusals: readonly TopicRefusal[] };

/** Whether a step may be taken: where it leads, or every reason why not. `id` is the topic's own. Which agencies and topics there are, the server knows. */
export function mayTakeTopic(state: TopicState, event: TopicEvent, today: Day, setting: TopicSetting, id?: string): TopicDecision {
  if (event.type === 'submit') return { refusals: [{ code: 'state' }] };
  const next = topicAfter(state, event, setting);
  if (!next) return { refusals: [{ code: 'state' }] };
  if (!TOPIC[event.type].by.includes(event.by.role)) return { refusals: [{ code: 'role' }] };
  if (event.on > today) return { refusals: [{ code: 'future' }] };
  if (event.on < state.lastOn) return { refusals: [{ code: 'order', due: state.lastOn }] };
  const refusals = TOPIC[event.type].guards.flatMap((guard) => refusalOf[guard](state, event, next, id) ?? []);
  return refusals.length > 0 ? { refusals } : { to: next.phase };
}

type Guard = (state: TopicState, event: TopicEvent, next: TopicState, id?: string) => TopicRefusal | undefined;
const answerDue = (state: TopicState) => state.terms.find((term) => isOpen(term, 'answer'))?.due;

const refusalOf: Readonly<Record<TopicGuardName, Guard>> = {
  'promise-ahead': (_, event) => {
    if (event.type === 'answer') return event.promise && event.promise.due < event.on ? { code: 'promise-past', pointer: '/answer/promise/due' } : undefined;
    if (event.type !== 'claim' && event.type !== 'postpone') return undefined;
    const { promise } = event;
    const due = 'workdays' in promise ? undefined : 'round' in promise ? promise.due : promise.on;
    return due !== undefined && due < event.on ? { code: 'promise-past', pointer: '/promise', due } : undefined;
  },
  // What a round, or whoever had it before, has promised is not put off by taking it up: that is a postponement, with its reason.
  'promise-kept': (state, _, next) => {
    const due = answerDue(state);
    return due !== undefined && (answerDue(next) ?? due) > due ? { code: 'promise-too-late', pointer: '/promise', due } : undefined;
  },
  'promise-later': (state, _, next) => {
    const due = answerDue(state);
    return due !== undefined && (answerDue(next) ?? due) <= due ? { code: 'promise-not-later', pointer: '/promise', due } : undefined;
  },
  'postponed-once': ({ postponed }) => (postponed ? { code: 'postponed-already' } : undefined),
  // Who says that something was published, put right or public all along must be able to show it.
  linked: (_, event) => (event.type === 'answer' && event.outcome !== 'explained' && event.disclosures === 0 ? { code: 'disclosure-missing', pointer: '/answer/disclosures' } : undefined),
  'reopened-once': ({ reopened }) => (reopened ? { code: 'reopened-already' } : undefined),
  'promise-open': ({ terms }) => (terms.some((term) => isOpen(term, 'promise')) ? undefined : { code: 'no-promise' }),
  'other-topic': (_, event, __, id) => (event.type === 'merge' && event.into === id ? { code: 'merged-into-itself', pointer: '/into' } : undefined),
};

/** What may be done now, as far as it does not depend on what is stated with the step. */
export function offeredTopicSteps(state: TopicState, role: TopicRole): TopicCommand[] {
  return (Object.keys(TOPIC) as TopicCommand[]).filter((command) => {
    const { by, moves } = TOPIC[command];
    if (!by.includes(role) || moves[state.phase] === undefined) return false;
    if (command === 'postpone') return !state.postponed;
    if (command === 'reopen') return !state.reopened;
    return command !== 'keep' || state.terms.some((term) => isOpen(term, 'promise'));
  });
}
