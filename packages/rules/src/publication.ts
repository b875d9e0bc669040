import type { Day, DisclosureKind, DraftCommand, Permission, ReviewCheck } from '@sunlit/contract';
import { isDay } from './day.ts';

/** Where a text stands, from the first word to the last: as a draft up to `published`, and then as a disclosure. */
export const PUBLICATION_STATES = [
  'draft', 'review', 'referred', 'returned', 'approved', 'discarded', 'published', 'amended', 'expired', 'repealed', 'withdrawn',
] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** What is done with a disclosure. An amendment is a draft of its own; publishing it amends what it is about. */
export type DisclosureCommand = 'amend' | 'expire' | 'repeal' | 'withdraw';
export type PublicationCommand = 'save' | DraftCommand | DisclosureCommand;

/** One line of the lifecycle. */
export interface Transition {
  /** Who may, for the agency in question; without it nobody but the system. */
  readonly permission?: Permission;
  /** The system may too: what a day brings. */
  readonly system?: true;
  readonly moves: Partial<Readonly<Record<PublicationState, PublicationState>>>;
  readonly guards: readonly GuardName[];
}

const whole = ['complete', 'full-text', 'withheld', 'reason', 'amendable'] as const;

/** The lifecycle of publication (Reg. 17, 18, 26): decisions, what is offered, the tests and docs/lifecycle.md all come from here. */
export const PUBLICATION: Readonly<Record<PublicationCommand, Transition>> = {
  save: { permission: 'drafts.write', moves: { draft: 'draft', returned: 'draft', approved: 'draft' }, guards: [] },
  submit: { permission: 'drafts.write', moves: { draft: 'review', returned: 'review' }, guards: whole },
  recall: { permission: 'drafts.write', moves: { review: 'draft', referred: 'draft', approved: 'draft' }, guards: [] },
  discard: { permission: 'drafts.write', moves: { draft: 'discarded', returned: 'discarded' }, guards: [] },
  refer: { permission: 'drafts.review', moves: { review: 'referred' }, guards: ['other-person'] },
  return: { permission: 'drafts.review', moves: { review: 'returned', referred: 'returned', approved: 'returned' }, guards: ['other-person'] },
  approve: { permission: 'drafts.review', moves: { review: 'approved', referred: 'approved' }, guards: ['other-person', 'checks', ...whole] },
  schedule: { permission: 'drafts.publish', system: true, moves: { approved: 'approved' }, guards: ['approved-text', 'day'] },
  publish: { permission: 'drafts.publish', system: true, moves: { approved: 'published' }, guards: ['approved-text', 'day-has-come', ...whole] },
  amend: { permission: 'drafts.publish', system: true, moves: { published: 'amended', amended: 'amended', expired: 'expired', repealed: 'repealed' }, guards: [] },
  expire: { system: true, moves: { published: 'expired', amended: 'expired' }, guards: [] },
  repeal: { permission: 'drafts.publish', moves: { published: 'repealed', amended: 'repealed' }, guards: [] },
  withdraw: { permission: 'drafts.publish', moves: { published: 'withdrawn', amended: 'withdrawn', expired: 'withdrawn', repealed: 'withdrawn' }, guards: [] },
};

/** A step on record. The first is `created`; its place in the list, from 1, is the version it made. */
export interface Step {
  readonly type: 'created' | 'saved' | DraftCommand;
  /** Who did it; without it the system. */
  readonly by?: string;
}

/** What the steps of a draft say about it. */
export interface Standing {
  readonly state: PublicationState;
  /** The version in which its text was last written. */
  readonly text: number;
  /** Everyone who wrote any of it. */
  readonly writers: readonly string[];
  /** Who approved which text, as long as that holds. */
  readonly approval?: { readonly by: string; readonly text: number };
}

/** @throws RangeError for steps that cannot follow one another. */
export function standingOf(steps: readonly Step[]): Standing {
  return steps.reduce<Standing>((before, { type, by }, index) => {
    const { state: from, text, writers, approval } = before;
    const state = type === 'created' ? 'draft' : PUBLICATION[type === 'saved' ? 'save' : type].moves[from];
    if (state === undefined || (type === 'created') !== (index === 0)) throw new RangeError(`Step ${index + 1} of a draft cannot be "${type}".`);
    if (type === 'created' || type === 'saved') return { state, text: index + 1, writers: by === undefined || writers.includes(by) ? writers : [...writers, by] };
    if (type === 'approve' && by !== undefined) return { state, text, writers, approval: { by, text } };
    return { state, text, writers, ...(approval && (state === 'approved' || state === 'published') ? { approval } : {}) };
  }, { state: 'draft', text: 0, writers: [] });
}

/** Everything that decides on a step of a draft. */
export interface DraftFacts extends Standing {
  readonly kind: DisclosureKind;
  /** Whether its content is all that its kind asks for. */
  readonly complete: boolean;
  readonly summary: string;
  /** As a reader sees it, without marks. */
  readonly body: string;
  readonly withheld: readonly { readonly ground?: string; readonly nextReviewOn?: Day }[];
  /** What it amends as that now stands, and whether it is still the revision that the amendment was begun from. */
  readonly amends?: { readonly state: PublicationState; readonly unchanged: boolean };
  readonly reason?: string;
  /** The day on which it is to be published. */
  readonly publishOn?: Day;
  /** In Asia/Shanghai. */
  readonly today: Day;
}

export type PublicationActor =
  | { readonly type: 'system' }
  /** With what they may do for the agency in question. */
  | { readonly type: 'person'; readonly id: string; readonly permissions: readonly Permission[] };

/** A step that somebody wants to take, with what they state about it. */
export type AskedStep =
  | { readonly command: 'save' | Exclude<DraftCommand, 'approve' | 'schedule'> }
  | { readonly command: 'approve'; readonly checks: readonly ReviewCheck[] }
  | { readonly command: 'schedule'; readonly on?: Day };

export const REFUSAL_CODES = [
  'state', 'permission', 'own-text', 'checks-missing', 'incomplete', 'lead-in-only', 'no-ground', 'review-day-past', 'reason-missing',
  'not-amendable', 'amended-meanwhile', 'not-approved', 'day-past', 'day-ahead',
] as const;
/** Why a step is not possible; `pointer` names the part of the draft or of the step that is to blame. */
export interface Refusal {
  readonly code: (typeof REFUSAL_CODES)[number];
  readonly pointer?: string;
}

export type Decision = { readonly to: PublicationState } | { readonly refusals: readonly Refusal[] };

/** What the table says of a state alone: for disclosures, and first for drafts. */
export function mayMove(state: PublicationState, command: PublicationCommand, actor: PublicationActor): Decision {
  const { moves, permission, system } = PUBLICATION[command];
  const to = moves[state];
  if (to === undefined) return { refusals: [{ code: 'state' }] };
  const allowed = actor.type === 'system' ? system === true : permission !== undefined && actor.permissions.includes(permission);
  return allowed ? { to } : { refusals: [{ code: 'permission' }] };
}

/** Whether a step may be taken now: where it leads, or every reason why not. */
export function mayDo(draft: DraftFacts, asked: AskedStep, actor: PublicationActor): Decision {
  const decision = mayMove(draft.state, asked.command, actor);
  if ('refusals' in decision) return decision;
  const refusals = PUBLICATION[asked.command].guards.flatMap((name) => GUARDS[name].refuse({ draft, asked, actor }));
  return refusals.length > 0 ? { refusals } : decision;
}

/** Everything in a draft that must be mended before it can be submitted. */
export function shortcomings(draft: DraftFacts): readonly Refusal[] {
  const asking: Asking = { draft, asked: { command: 'submit' }, actor: { type: 'system' } };
  return PUBLICATION.submit.guards.flatMap((name) => GUARDS[name].refuse(asking));
}

/** What may be done with a draft now, as far as it does not depend on what is stated with the step. */
export function offered(draft: DraftFacts, actor: PublicationActor): DraftCommand[] {
  return draftCommands.filter((command) => {
    const asked: AskedStep = command === 'approve' ? { command, checks: reviewChecks } : { command };
    return 'to' in mayDo(draft, asked, actor);
  });
}

const draftCommands = ['submit', 'recall', 'refer', 'return', 'approve', 'publish', 'schedule', 'discard'] as const satisfies readonly DraftCommand[];

const checks: Readonly<Record<ReviewCheck, true>> = { 'no-state-secret': true, 'no-personal-data': true, 'no-trade-secret': true, safe: true, accurate: true };
const reviewChecks = Object.keys(checks) as ReviewCheck[];

interface Asking {
  readonly draft: DraftFacts;
  readonly asked: AskedStep;
  readonly actor: PublicationActor;
}

interface Guard {
  /** For docs/lifecycle.md. */
  readonly says: string;
  readonly refuse: (asking: Asking) => readonly Refusal[];
}

export type GuardName =
  | 'other-person' | 'checks' | 'complete' | 'full-text' | 'withheld' | 'reason' | 'amendable' | 'approved-text' | 'day' | 'day-has-come';

/** How many characters the full text has at least, beyond its summary: less is a lead-in (导读) and no normative document. */
export const FULL_TEXT_MINIMUM = 80;

/** What must hold for a step, by name. */
export const GUARDS: Readonly<Record<GuardName, Guard>> = {
  'other-person': {
    says: 'The reviewer wrote nothing of the text, in whatever version.',
    refuse: ({ draft, actor }) => refuseIf(actor.type === 'person' && draft.writers.includes(actor.id), 'own-text'),
  },
  checks: {
    says: 'Every question of the secrecy review is answered (Reg. 17).',
    refuse: ({ asked }) => refuseIf(asked.command === 'approve' && !reviewChecks.every((check) => asked.checks.includes(check)), 'checks-missing', '/checks'),
  },
  complete: {
    says: 'The content is all that its kind asks for.',
    refuse: ({ draft }) => refuseIf(!draft.complete, 'incomplete', '/content'),
  },
  'full-text': {
    says: `A normative document is there in full: at least ${FULL_TEXT_MINIMUM} characters beyond its summary.`,
    refuse: ({ draft }) => refuseIf(draft.kind === 'normative' && lengthBeyond(draft.body, draft.summary) < FULL_TEXT_MINIMUM, 'lead-in-only', '/content/body'),
  },
  withheld: {
    says: 'What is withheld has its ground, and a day after today on which it is looked at again (Reg. 18).',
    refuse: ({ draft: { withheld, today } }) => withheld.flatMap(({ ground, nextReviewOn }, index) => [
      ...refuseIf(!ground, 'no-ground', `/withheld/${index}/ground`),
      ...refuseIf(nextReviewOn === undefined || !isDay(nextReviewOn) || nextReviewOn <= today, 'review-day-past', `/withheld/${index}/nextReviewOn`),
    ]),
  },
  reason: {
    says: 'An amendment says why; the public reads it.',
    refuse: ({ draft: { amends, reason } }) => refuseIf(amends !== undefined && !reason?.trim(), 'reason-missing', '/reason'),
  },
  amendable: {
    says: 'What is amended is still public, and still the revision the amendment was begun from.',
    refuse: ({ draft: { amends } }) => [
      ...refuseIf(amends !== undefined && PUBLICATION.amend.moves[amends.state] === undefined, 'not-amendable'),
      ...refuseIf(amends?.unchanged === false, 'amended-meanwhile'),
    ],
  },
  'approved-text': {
    says: 'Somebody who wrote nothing of it approved exactly this text.',
    refuse: ({ draft: { approval, text, writers } }) => refuseIf(approval === undefined || approval.text !== text || writers.includes(approval.by), 'not-approved'),
  },
  day: {
    says: 'The day is not in the past.',
    refuse: ({ draft, asked }) => refuseIf(asked.command === 'schedule' && asked.on !== undefined && asked.on < draft.today, 'day-past', '/on'),
  },
  'day-has-come': {
    says: 'The system publishes on the day that was set, not before.',
    refuse: ({ draft, actor }) => refuseIf(actor.type === 'system' && (draft.publishOn === undefined || draft.publishOn > draft.today), 'day-ahead'),
  },
};

function refuseIf(condition: boolean, code: Refusal['code'], pointer?: string): Refusal[] {
  return condition ? [{ code, ...(pointer === undefined ? {} : { pointer }) }] : [];
}

/** Characters of a body that are not its summary said again. White space does not count. */
function lengthBeyond(body: string, summary: string): number {
  const [text, said] = [body, summary].map((part) => part.replaceAll(/\s+/gu, '')) as [string, string];
  return Array.from(said === '' ? text : text.replace(said, '')).length;
}
