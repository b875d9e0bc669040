import type { Day, DeclineReason, RatingLevel, ReturnReason, TopicChannel, TopicCommand, TopicOutcome, TopicPhase, TopicPurpose, TopicTermId, TopicWay } from '@sunlit/contract';

/** The day by which a round is answered. Where it was planned in workdays, from which day and how many, so that it moves with the calendar. */
interface RoundDay {
  readonly due: Day;
  readonly counted?: { readonly from: Day; readonly workdays: number };
}

/** Until when: so many workdays from the step, the day by which a round is answered, or a day such as the next disclosure (待下次政务公开). */
export type TopicPromise = { readonly workdays: number } | ({ readonly round: string } & RoundDay) | { readonly on: Day };

/** A step with what is stated about it. Of words that anybody wrote there is nothing: they do not belong in the record. */
export type TopicStep =
  | { readonly type: 'submit'; readonly purpose: TopicPurpose; readonly channel: TopicChannel; readonly board: string }
  | { readonly type: 'review'; readonly handler: string }
  | { readonly type: 'approve'; readonly round?: { readonly id: string } & RoundDay }
  | { readonly type: 'return'; readonly reason: ReturnReason; readonly way?: TopicWay }
  | { readonly type: 'decline'; readonly reason: DeclineReason }
  | { readonly type: 'assign'; readonly agency: string; readonly handler?: string }
  | { readonly type: 'claim'; readonly promise: TopicPromise; readonly handler?: string }
  | { readonly type: 'postpone'; readonly promise: TopicPromise }
  | { readonly type: 'answer'; readonly outcome: TopicOutcome; readonly disclosures: number; readonly promise?: { readonly due: Day } }
  | { readonly type: 'publish' | 'reopen' | 'unmerge' | 'keep' }
  | { readonly type: 'rate'; readonly level: RatingLevel }
  | { readonly type: 'merge'; readonly into: string };

export const TOPIC_ROLES = ['resident', 'agency', 'system'] as const;
export type TopicRole = (typeof TOPIC_ROLES)[number];

/** A step on record: on which day in Asia/Shanghai, by whom. */
export type TopicEvent = TopicStep & { readonly on: Day; readonly by: { readonly role: TopicRole; readonly id?: string } };

/** One line of the lifecycle. */
export interface TopicTransition {
  readonly by: readonly TopicRole[];
  /** `unmerge` leads back to where the topic was before. */
  readonly moves: Partial<Readonly<Record<TopicPhase, TopicPhase | 'before'>>>;
  readonly guards: readonly TopicGuardName[];
  /** The terms that begin with it, and those that it fulfils. */
  readonly starts?: readonly TopicTermId[];
  readonly ends?: readonly TopicTermId[];
}

export type TopicGuardName = 'promise-ahead' | 'promise-kept' | 'promise-later' | 'postponed-once' | 'linked' | 'reopened-once' | 'promise-open' | 'other-topic';

const agency = ['agency'] as const;

/**
 * The lifecycle of a topic (点题公开): decisions, what is offered, the tests and docs/topics.md all come from here. `submit` opens it. No
 * law orders it; what binds the agency is what it promises (脚盆田社区 2018: 点题, 审题, 答题 within 10 workdays, 反馈).
 */
export const TOPIC: Readonly<Record<TopicCommand, TopicTransition>> = {
  review: { by: agency, moves: { submitted: 'review', review: 'review' }, guards: [] },
  approve: { by: ['agency', 'system'], moves: { submitted: 'open', review: 'open' }, guards: [], starts: ['claim', 'answer'], ends: ['review'] },
  return: { by: agency, moves: { submitted: 'returned', review: 'returned' }, guards: [], ends: ['review'] },
  decline: { by: agency, moves: { submitted: 'declined', review: 'declined', open: 'declined', assigned: 'declined', claimed: 'declined' }, guards: [], ends: ['review', 'claim', 'answer'] },
  assign: { by: agency, moves: { open: 'assigned', assigned: 'assigned', claimed: 'assigned' }, guards: [] },
  claim: { by: agency, moves: { open: 'claimed', assigned: 'claimed' }, guards: ['promise-ahead', 'promise-kept'], starts: ['answer'], ends: ['claim'] },
  postpone: { by: agency, moves: { claimed: 'claimed' }, guards: ['postponed-once', 'promise-ahead', 'promise-later'] },
  answer: { by: agency, moves: { claimed: 'answered', answered: 'answered' }, guards: ['linked', 'promise-ahead'] },
  publish: { by: agency, moves: { answered: 'published' }, guards: [], starts: ['promise'], ends: ['answer'] },
  rate: { by: ['resident'], moves: { published: 'rated', rated: 'rated' }, guards: [] },
  reopen: { by: ['resident', 'agency'], moves: { published: 'assigned', rated: 'assigned' }, guards: ['reopened-once'], starts: ['claim'], ends: ['promise'] },
  merge: { by: agency, moves: { submitted: 'merged', review: 'merged', open: 'merged', assigned: 'merged', claimed: 'merged' }, guards: ['other-topic'] },
  unmerge: { by: agency, moves: { merged: 'before' }, guards: [] },
  keep: { by: agency, moves: { published: 'published', rated: 'rated' }, guards: ['promise-open'], ends: ['promise'] },
};

/** Phases in which nothing more is owed unless somebody opens the topic again. */
export const ENDED_TOPIC_PHASES = ['published', 'rated', 'returned', 'declined', 'merged'] as const satisfies readonly TopicPhase[];
