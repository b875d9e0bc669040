import type { Day } from '@sunlit/contract';
import type { Calendar } from './calendar.ts';
import { OUTCOMES, REMEDIES, SILENCE_REMEDY, type AnnualColumn, type AnnualRow, type OutcomeRule, type Remedy } from './outcomes.ts';
import { runPeriod, type Pause, type PauseInterval, type PauseReason, type Run } from './period.ts';
import { isConsultation, recordOf, type Branch, type Question, type RequestRecord } from './request-record.ts';
import { REQUEST_TERMS, type Party, type RequestTerm, type RequestTermId } from './request-terms.ts';
import { CHANNELS, MAIN_BRANCH, type RequestEvent, type RequestPhase } from './request.ts';

/** Where the law leaves a stretch of time open, what is agreed on; named, so that it can be printed beside the date. */
export interface ClockPolicies {
  readonly pause: PauseInterval;
  /** What happens to the reply when the fee is paid: it begins anew, so that the day after payment is its first day, or it goes on. */
  readonly afterFee: 'restart' | 'resume';
}
export const CLOCK_POLICIES: ClockPolicies = { pause: 'after-dispatch-through-end', afterFee: 'restart' };

/** What is counted with: the calendar of an agency, with its region's own days, and the policies. */
export interface ClockSetting {
  readonly calendarOf: (agency: string) => Calendar;
  readonly policies?: ClockPolicies;
}

/** Who must act until when, and the proof. `undelivered`: the letter is under way, so that the period has not begun. */
export type Deadline = DeadlineHead & (Run | { readonly stands: 'undelivered' });

/** What a period begins with: the day of the trigger is its day 0. */
export type Trigger = 'submission' | 'receipt' | 'transfer' | 'correction' | 'payment' | 'delivery' | 'overdue';

interface DeadlineHead extends RequestTerm {
  /** The term, or of a consultation its own name. */
  readonly id: string;
  readonly term: RequestTermId;
  readonly trigger: Trigger;
  /** The day from which it binds nobody any more: answered, gone by in silence, or without object. */
  readonly endedOn?: Day;
  readonly policies: ClockPolicies;
}

export interface BranchState extends Branch {
  /** Those still open and those ended. */
  readonly deadlines: readonly Deadline[];
  /** Whose move it is; nobody's when the branch is at its end. */
  readonly waitsFor: readonly Party[];
  /** The way that is open against what the agency did, or failed to do, with the key of the text that tells it. */
  readonly remedy?: { readonly remedy: Remedy; readonly text: string; readonly article: string };
}

export interface RequestState extends RequestRecord {
  readonly branches: readonly BranchState[];
}

/** What a request is at, from its events alone: no date in it is typed by anybody. Never throws. */
export function stateOf(events: readonly RequestEvent[], { calendarOf, policies = CLOCK_POLICIES }: ClockSetting): RequestState {
  const record = recordOf(events);
  const sameDay = record.channel !== undefined && 'sameDay' in CHANNELS[record.channel];
  const branches = record.branches.map((branch): BranchState => {
    const deadlines = deadlinesOf(branch, calendarOf(branch.agency), policies, sameDay && branch.id === MAIN_BRANCH);
    const remedy = remedyOf(branch);
    return { ...branch, deadlines, waitsFor: waitsFor(branch), ...(remedy && { remedy }) };
  });
  return { ...record, branches };
}

export function openDeadlines({ deadlines }: BranchState): readonly Deadline[] {
  return deadlines.filter(({ endedOn }) => endedOn === undefined);
}

/** A deadline whose last day changed with the calendar, or became certain. */
export interface MovedDeadline {
  readonly branch: string;
  readonly deadline: string;
  readonly before: { readonly due?: Day; readonly provisional: boolean; readonly calendarVersion: string };
  readonly after: { readonly due?: Day; readonly provisional: boolean; readonly calendarVersion: string };
}

/** Whether a deadline went by: never stored, but seen on the day it ended, or else today in Asia/Shanghai. What follows from it, `onSilence` says. */
export function isPast(deadline: Deadline, today: Day): boolean {
  return deadline.stands === 'running' && deadline.due < (deadline.endedOn ?? today);
}

/** What another calendar does to the open deadlines of a request; what has ended stays as it was judged. */
export function movedDeadlines(events: readonly RequestEvent[], before: ClockSetting, after: ClockSetting): MovedDeadline[] {
  const [old, recomputed] = [stateOf(events, before), stateOf(events, after)];
  return old.branches.flatMap((branch, at) => branch.deadlines.flatMap((was, index) => {
    const is = recomputed.branches[at]?.deadlines[index];
    if (was.endedOn !== undefined || was.stands === 'undelivered' || is === undefined || is.stands === 'undelivered') return [];
    if (dueOf(was) === dueOf(is) && was.provisional === is.provisional) return [];
    return [{ branch: branch.id, deadline: was.id, before: summary(was), after: summary(is) }];
  }));
}

/** The last day of a deadline, if it can be known yet. */
export function dueOf(deadline: Deadline): Day | undefined {
  return deadline.stands === 'running' ? deadline.due : undefined;
}

function summary(deadline: Exclude<Deadline, { readonly stands: 'undelivered' }>): MovedDeadline['after'] {
  const { provisional, calendarVersion } = deadline;
  return { ...(deadline.stands === 'running' ? { due: deadline.due } : {}), provisional, calendarVersion };
}

/** A branch as the annual report counts it: for its agency, by the day of receipt in law. Without `row` it is carried forward. */
export interface AnnualCase {
  readonly agency: string;
  readonly column: AnnualColumn;
  readonly receivedOn: Day;
  readonly endedOn?: Day;
  readonly row?: AnnualRow;
}

/** What a request counts as: not before it is received, and of a split one its parts. */
export function annualCases({ applicant: column, branches }: RequestRecord): AnnualCase[] {
  return branches.flatMap(({ agency, phase, receivedOn, endedOn, outcome }) => {
    if (column === undefined || receivedOn === undefined || phase === 'split') return [];
    return [{ agency, column, receivedOn, ...(outcome === undefined || endedOn === undefined ? {} : { endedOn, row: OUTCOMES[outcome].row }) }];
  });
}

function remedyOf({ phase, outcome, endedOn, overdue }: Branch): BranchState['remedy'] {
  if (endedOn === undefined || outcome === undefined) return overdue.includes('reply') ? SILENCE_REMEDY : undefined;
  const { remedy }: OutcomeRule = OUTCOMES[outcome];
  return remedy === undefined || phase === 'split' ? undefined : { remedy, text: REMEDIES[remedy].text, article: REMEDIES[remedy].article };
}

const turnOf: Readonly<Record<Exclude<RequestPhase, 'consulting'>, readonly Party[]>> = {
  submitted: ['agency'], received: ['agency'], processing: ['agency'], decided: ['agency'], served: ['agency'], closed: ['agency'],
  correcting: ['applicant'], explaining: ['applicant'], paying: ['applicant'], transferred: [], split: [], archived: [],
};

function waitsFor({ phase, questions }: Branch): readonly Party[] {
  if (phase !== 'consulting') return turnOf[phase];
  return [...new Set(questions.filter(({ endedOn }) => endedOn === undefined).map(({ term }) => REQUEST_TERMS[term].binds))];
}

/** The start of a period: undefined while the letter is under way. */
interface Start {
  readonly trigger: Trigger;
  readonly from: Day | undefined;
}

/** Every period of a branch. */
function deadlinesOf(branch: Branch, calendar: Calendar, policies: ClockPolicies, confirmsOnArrival: boolean): Deadline[] {
  const { submittedOn, receivedOn, decidedOn, endedOn, transferred, questions } = branch;
  const run: Runner = (term, { trigger, from }, { id = term, ended, length = REQUEST_TERMS[term].length, article = REQUEST_TERMS[term].article, pauses }) => {
    const period: RequestTerm = { ...REQUEST_TERMS[term], length, article };
    const head = { ...period, id, term, trigger, policies, ...(ended === undefined ? {} : { endedOn: ended }) };
    return from === undefined ? { ...head, stands: 'undelivered' } : { ...head, ...runPeriod(calendar, from, period, pauses, policies.pause) };
  };
  const confirmation = confirmsOnArrival ? [run('confirmation', { trigger: 'submission', from: submittedOn }, { ended: receivedOn ?? endedOn })] : [];
  if (receivedOn === undefined) return confirmation;

  const receipt: Start = { trigger: transferred === true ? 'transfer' : 'receipt', from: receivedOn };
  const asked = questions.find(({ id }) => id === 'correction')?.askedOn;
  const notice = run('correction-notice', receipt, { ended: asked ?? decidedOn ?? endedOn });
  const answers = questions.map((question) =>
    run(question.term, { trigger: 'delivery', from: question.deliveredOn }, { id: question.id, ended: question.endedOn ?? endedOn, length: question.workdays }));
  const pauses = questions.flatMap((question, index) => pauseOf(question, answers[index], policies));
  const start = replyStart(branch, receipt, policies);
  const reply = run('reply', start, { ended: endedOn, ...replyPeriod(branch, start), pauses });
  return [...confirmation, notice, reply, ...answers, ...remedies(branch, reply, run)];
}

type Runner = (
  term: RequestTermId, start: Start, how: { readonly id?: string; readonly ended?: Day | undefined; readonly length?: number; readonly article?: string; readonly pauses?: readonly Pause[] },
) => Deadline;

/** Reg. 30: after a correction the reply begins anew; 国办函〔2020〕109号: also after the payment. */
function replyStart({ questions }: Branch, receipt: Start, { afterFee }: ClockPolicies): Start {
  const answered = questions.filter(({ answer }) => answer === 'answered');
  const restarts = answered.flatMap(({ term, endedOn }): Start[] => {
    if (term === 'correction') return [{ trigger: term, from: endedOn }];
    return term === 'payment' && afterFee === 'restart' ? [{ trigger: term, from: endedOn }] : [];
  });
  return restarts.at(-1) ?? receipt;
}

/** The extension and the delay are of the period that ran when they were notified; one that begins anew is whole. */
function replyPeriod({ extension, delay }: Branch, { trigger, from = '' }: Start): { readonly length: number; readonly article: string } {
  const extended = extension !== undefined && extension.on >= from ? extension.workdays : 0;
  const delayed = delay !== undefined && delay.on >= from ? delay.workdays : 0;
  const { reply, correction, payment } = REQUEST_TERMS;
  const begun = trigger === 'correction' ? [correction.article] : trigger === 'payment' ? [payment.article] : [];
  const articles = [reply.article, ...begun, ...(delayed > 0 ? [REQUEST_TERMS.reasons.article] : [])];
  return { length: reply.length + extended + delayed, article: articles.join('、') };
}

const pauseReasons: Readonly<Partial<Record<RequestTermId, PauseReason>>> = {
  'third-party-opinion': 'third-party', 'co-maker-opinion': 'co-maker', correction: 'correction', payment: 'fee',
};

/** The time for which a question keeps the reply from running: to the answer, or to the last day for it (Reg. 33; those asked for reasons do not). */
function pauseOf(question: Question, deadline: Deadline | undefined, { afterFee }: ClockPolicies): Pause[] {
  const reason = pauseReasons[question.term];
  const { askedOn: dispatchedOn, endedOn, answer } = question;
  if (reason === undefined) return [];
  if (endedOn === undefined) return [{ reason, dispatchedOn }];
  // An answered correction, and a payment that restarts, left nothing of the time before to count.
  if (!isConsultation(question) && !(reason === 'fee' && afterFee === 'resume')) return [];
  const due = deadline && dueOf(deadline);
  return [{ reason, dispatchedOn, endedOn: answer === 'silent' && due !== undefined && due < endedOn ? due : endedOn }];
}

/** Against a reply, from the day it reached the applicant; against silence, from the last day of the reply. */
function remedies({ phase, outcome, endedOn, deliveredOn, overdue }: Branch, reply: Deadline, run: Runner): Deadline[] {
  if (endedOn === undefined) return overdue.includes('reply') ? [run('reconsideration', { trigger: 'overdue', from: dueOf(reply) }, {})] : [];
  if (outcome === undefined || (phase !== 'served' && phase !== 'archived')) return [];
  const { remedy, by }: OutcomeRule = OUTCOMES[outcome];
  if (remedy === undefined || by !== 'decision') return [];
  // The suit after reconsideration begins with another decision than this.
  const terms: readonly RequestTermId[] = REMEDIES[remedy].terms;
  return terms.filter((term) => term !== 'suit-after-reconsideration').map((term) => run(term, { trigger: 'delivery', from: deliveredOn }, {}));
}
