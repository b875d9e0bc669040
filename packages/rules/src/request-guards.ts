import type { Day } from '@sunlit/contract';
import { addCalendarDays } from './day.ts';
import { feeOf } from './fees.ts';
import { REPLY_CODES, replyFaults } from './outcomes.ts';
import { MISFITS, recordAfter, type Question } from './request-record.ts';
import { dueOf, isPast, openDeadlines, type BranchState, type Deadline, type RequestState } from './request-state.ts';
import { LONGEST_EXTENSION } from './request-terms.ts';
import { REQUEST, type RequestCommand, type RequestEvent, type RequestPhase, type RequestRole } from './request.ts';

export const REQUEST_REFUSAL_CODES = [
  ...MISFITS, ...REPLY_CODES,
  'role', 'future', 'order', 'asked-already', 'too-late', 'points-missing', 'reason-missing', 'no-objection', 'extended-already', 'too-long', 'approval-missing',
  'reasons-not-given', 'delayed-already', 'no-fee', 'same-agency', 'objection-stands', 'reasons-not-asked', 'not-corrected', 'not-late', 'bound-otherwise',
] as const;
/** Why a step is not possible; `pointer` names the part of what was stated that is to blame, `due` the last day on which it was. */
export interface RequestRefusal {
  readonly code: (typeof REQUEST_REFUSAL_CODES)[number];
  readonly pointer?: string;
  readonly due?: Day;
}

export type RequestDecision = { readonly to: RequestPhase } | { readonly refusals: readonly RequestRefusal[] };

/** Whether a step may be taken on a day: where it leads, or every reason why not. `today` is the day in Asia/Shanghai. */
export function mayTake(state: RequestState, event: RequestEvent, today: Day): RequestDecision {
  const next = recordAfter(state, event);
  if (typeof next === 'string') return refuse(next);
  if (event.on > today) return refuse('future');
  const to = next.branches.find(({ id }) => id === event.branch)?.phase ?? 'submitted';
  const branch = state.branches.find(({ id }) => id === event.branch);
  if (event.type === 'submit' || branch === undefined) return event.by.role === 'system' ? refuse('role') : { to };
  if (!REQUEST[event.type].by.includes(event.by.role)) return refuse('role');
  if (event.on < earliest(branch, event)) return refuse('order');
  const refusals = REQUEST[event.type].guards.flatMap((name) => REQUEST_GUARDS[name].refuse({ branch, on: event.on, role: event.by.role, stated: event }));
  return refusals.length > 0 ? { refusals } : { to };
}

/** Steps follow one another in time; but a return slip comes back when other things have long happened. */
function earliest(branch: BranchState, event: RequestEvent): Day {
  const letterOf = event.type === 'deliver' ? (questionOf(branch, event.question)?.askedOn ?? branch.endedOn) : undefined;
  return letterOf ?? branch.lastOn;
}

/** What may be done with a branch on a day, as far as it does not depend on what is stated with the step. */
export function offeredSteps(branch: BranchState, role: Exclude<RequestRole, 'system'>, today: Day): RequestCommand[] {
  return (Object.keys(REQUEST) as RequestCommand[]).filter((command) => {
    const { by, moves, guards } = REQUEST[command];
    if (!by.includes(role) || moves[branch.phase] === undefined) return false;
    // The table lists `correct` for what was given up for want of a correction, and `deliver` for what is under way.
    if (command === 'correct' && branch.phase === 'closed' && branch.outcome !== 'abandoned-correction') return false;
    if (command === 'deliver' && !openDeadlines(branch).some(({ stands }) => stands === 'undelivered')) return false;
    return guards.every((name) => REQUEST_GUARDS[name].refuse({ branch, on: today, role }).length === 0);
  });
}

/**
 * The silences that are not on record yet by a day, each naming who was bound, on the first day after the period: for the
 * sweep to write down. One of them can leave another without object, so they are taken one at a time.
 */
export function silencesDue({ branches }: RequestState, today: Day): RequestEvent[] {
  return branches.flatMap((branch) => openDeadlines(branch).flatMap((deadline): RequestEvent[] => {
    const due = dueOf(deadline);
    if (due === undefined || due >= today) return [];
    const { id, term } = deadline;
    const dayAfter = addCalendarDays(due, 1);
    const said = { on: dayAfter > branch.lastOn ? dayAfter : branch.lastOn, by: { role: 'system' }, branch: branch.id, bound: deadline.binds } as const;
    if (term === 'reply' || term === 'confirmation') return branch.overdue.includes(term) ? [] : [{ ...said, type: 'overdue', term }];
    return branch.questions.some((question) => question.id === id) ? [{ ...said, type: 'silence', question: id }] : [];
  }));
}

interface Asking {
  readonly branch: BranchState;
  readonly on: Day;
  readonly role: RequestRole;
  /** What is stated with the step; without it, only what does not depend on that is looked at. */
  readonly stated?: RequestEvent;
}

interface RequestGuard {
  /** For docs/requests.md. */
  readonly says: string;
  readonly refuse: (asking: Asking) => readonly RequestRefusal[];
}

export type RequestGuardName =
  | 'one-correction' | 'correction-in-time' | 'points' | 'good-reason' | 'objection' | 'one-extension' | 'in-time' | 'extension' | 'reasons-once'
  | 'reasons-given' | 'delay' | 'one-fee' | 'fee' | 'other-agency' | 'reply' | 'no-objection' | 'excessive' | 'still-unclear' | 'silent' | 'late';

/** What must hold for a step, by name. */
export const REQUEST_GUARDS: Readonly<Record<RequestGuardName, RequestGuard>> = {
  'one-correction': {
    says: 'Nothing was asked to be corrected before: the notice is given once (Reg. 30).',
    refuse: ({ branch }) => refuseIf(questionOf(branch, 'correction') !== undefined, 'asked-already'),
  },
  'correction-in-time': {
    says: 'It is not later than 7 workdays from receipt (Reg. 30).',
    refuse: ({ branch, on }) => refuseLater(branch, 'correction-notice', on),
  },
  points: {
    says: 'The notice says what is to be corrected (Reg. 30).',
    refuse: ({ stated }) => refuseIf(stated?.type === 'ask-correction' && !stated.points.some((point) => point.trim() !== ''), 'points-missing', '/points'),
  },
  'good-reason': {
    says: 'Where the request was deemed abandoned already, the agency finds that the correction is late for a good reason (Reg. 30).',
    refuse: ({ branch, role, stated }) => (branch.phase !== 'closed' ? [] : [
      ...refuseIf(role !== 'agency', 'role'),
      ...refuseIf(stated?.type === 'correct' && !stated.goodReason?.trim(), 'reason-missing', '/goodReason'),
    ]),
  },
  objection: {
    says: 'A third party objected with good reason, and the major public interest is stated; the third party is told in writing (Reg. 32).',
    refuse: ({ branch, stated }) => {
      const objections = branch.questions.filter(isStandingObjection).map(({ id }) => id);
      if (stated?.type !== 'override') return refuseIf(objections.length === 0, 'no-objection');
      return [...refuseIf(!objections.includes(stated.question), 'no-objection', '/question'), ...refuseIf(!stated.reason.trim(), 'reason-missing', '/reason')];
    },
  },
  'one-extension': {
    says: 'The reply was not extended before (Reg. 33).',
    refuse: ({ branch }) => refuseIf(branch.extension !== undefined, 'extended-already'),
  },
  'in-time': {
    says: 'The applicant is told before the reply is due (Reg. 33, 35; 国办函〔2020〕109号).',
    refuse: ({ branch, on }) => refuseLater(branch, 'reply', on),
  },
  extension: {
    says: `It is of at most ${LONGEST_EXTENSION} workdays, and the head of the disclosure office approved it (Reg. 33).`,
    refuse: ({ stated }) => (stated?.type !== 'extend' ? [] : [
      ...refuseIf(stated.workdays > LONGEST_EXTENSION, 'too-long', '/workdays'),
      ...refuseIf(!stated.approvedBy.trim(), 'approval-missing', '/approvedBy'),
    ]),
  },
  'reasons-once': {
    says: 'Reasons were not asked for before.',
    refuse: ({ branch }) => refuseIf(questionOf(branch, 'reasons') !== undefined, 'asked-already'),
  },
  'reasons-given': {
    says: 'The applicant gave reasons for asking so much or so often (Reg. 35).',
    refuse: ({ branch }) => refuseIf(questionOf(branch, 'reasons')?.answer !== 'answered', 'reasons-not-given'),
  },
  delay: {
    says: 'It is determined once, and the applicant is told why (Reg. 35).',
    refuse: ({ branch, stated }) => [
      ...refuseIf(branch.delay !== undefined, 'delayed-already'),
      ...refuseIf(stated?.type === 'delay' && !stated.reason.trim(), 'reason-missing', '/reason'),
    ],
  },
  'one-fee': {
    says: 'No fee was asked for before.',
    refuse: ({ branch }) => refuseIf(questionOf(branch, 'payment') !== undefined, 'asked-already'),
  },
  fee: {
    says: 'By what it is counted by, there is something to pay (国办函〔2020〕109号).',
    refuse: ({ stated }) => refuseIf(stated?.type === 'notice-fee' && feeOf(stated.fee) === 0, 'no-fee', '/fee'),
  },
  'other-agency': {
    says: 'It goes to another agency.',
    refuse: ({ branch, stated }) => refuseIf(stated?.type === 'transfer' && (stated.to === branch.agency || !stated.to.trim()), 'same-agency', '/to'),
  },
  reply: {
    says: 'The reply has its ground, what it withheld, where else to turn, and its remedy, each where the outcome asks for it.',
    refuse: ({ stated }) => (stated?.type !== 'decide' ? [] : replyFaults(stated.reply).map(({ code, pointer }) => ({ code, pointer: `/reply${pointer}` }))),
  },
  'no-objection': {
    says: 'What a third party objects to with good reason is withheld, unless that was overridden (Reg. 32).',
    refuse: ({ branch, stated }) => {
      if (stated?.type !== 'decide') return [];
      const { outcome, withheld = [] } = stated.reply;
      const discloses = outcome === 'granted' || (outcome === 'partial' && !withheld.some(({ ground }) => ground === 'E15_THIRD'));
      return refuseIf(discloses && branch.questions.some(isStandingObjection), 'objection-stands', '/reply/outcome');
    },
  },
  excessive: {
    says: 'Only who was asked for reasons asked too much or too often (Reg. 35).',
    refuse: ({ branch, stated }) => refuseIf(stated?.type === 'decide' && stated.reply.outcome === 'excessive' && questionOf(branch, 'reasons') === undefined, 'reasons-not-asked', '/reply/outcome'),
  },
  'still-unclear': {
    says: 'Only what was corrected can still be unclear.',
    refuse: ({ branch, stated }) =>
      refuseIf(stated?.type === 'decide' && stated.reply.outcome === 'still-unclear' && questionOf(branch, 'correction')?.answer !== 'answered', 'not-corrected', '/reply/outcome'),
  },
  silent: {
    says: 'The period of whoever was asked has gone by, and the event names them.',
    refuse: ({ branch, on, stated }) => (stated?.type !== 'silence' ? [] : refuseSilence(branch, stated.question, stated.bound, on)),
  },
  late: {
    says: 'The agency’s period has gone by, and the event names it.',
    refuse: ({ branch, on, stated }) => (stated?.type !== 'overdue' ? [] : refuseSilence(branch, stated.term, stated.bound, on)),
  },
};

function questionOf({ questions }: BranchState, id: string): Question | undefined {
  return questions.find((question) => question.id === id);
}

function isStandingObjection({ term, answer, overriddenOn }: Question): boolean {
  return term === 'third-party-opinion' && answer === 'objects-with-reason' && overriddenOn === undefined;
}

function deadlineOf(branch: BranchState, id: string): Deadline | undefined {
  return openDeadlines(branch).find((deadline) => deadline.id === id);
}

function refuseLater(branch: BranchState, id: string, on: Day): RequestRefusal[] {
  const deadline = deadlineOf(branch, id);
  const due = deadline && dueOf(deadline);
  return due !== undefined && due < on ? [{ code: 'too-late', due }] : [];
}

function refuseSilence(branch: BranchState, id: string, bound: string, on: Day): RequestRefusal[] {
  const deadline = deadlineOf(branch, id);
  return [...refuseIf(deadline === undefined || !isPast(deadline, on), 'not-late'), ...refuseIf(deadline !== undefined && deadline.binds !== bound, 'bound-otherwise', '/bound')];
}

function refuse(code: RequestRefusal['code']): RequestDecision {
  return { refusals: [{ code }] };
}

function refuseIf(condition: boolean, code: RequestRefusal['code'], pointer?: string): RequestRefusal[] {
  return condition ? [{ code, ...(pointer === undefined ? {} : { pointer }) }] : [];
}
