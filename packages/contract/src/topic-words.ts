/*
 * The words of topics (点题公开) and ratings (好差评). `@sunlit/rules` holds what follows from them (a test there holds both
 * lists together); they stand here too because the contract imports nothing.
 */

/** What a topic is for: publish this; answer this question; this disclosure is wrong or out of date. */
export const TOPIC_PURPOSES = ['disclose', 'ask', 'correct'] as const;
export type TopicPurpose = (typeof TOPIC_PURPOSES)[number];

/** How it came: on a page, on a screen in a hall, at the counter, on a card, in the box of opinions, by the hotline. */
export const TOPIC_CHANNELS = ['web', 'kiosk', 'counter', 'card', 'box', 'hotline'] as const;
export type TopicChannel = (typeof TOPIC_CHANNELS)[number];

/** Where a topic stands. How it ended is its outcome, which is another matter. */
export const TOPIC_PHASES = ['submitted', 'review', 'open', 'assigned', 'claimed', 'answered', 'published', 'rated', 'returned', 'declined', 'merged'] as const;
export type TopicPhase = (typeof TOPIC_PHASES)[number];

/** Phases that everybody sees on the board. */
export const PUBLIC_TOPIC_PHASES = ['open', 'assigned', 'claimed', 'answered', 'published', 'rated', 'declined', 'merged'] as const satisfies readonly TopicPhase[];

/** What the answer came to: something was published, explained, put right, or had been public all along. */
export const TOPIC_OUTCOMES = ['disclosed', 'explained', 'corrected', 'already-public'] as const;
export type TopicOutcome = (typeof TOPIC_OUTCOMES)[number];

/** Why a topic does not come onto the board. */
export const RETURN_REASONS = ['personal-information', 'named-records', 'complaint', 'petition', 'consultation', 'unclear', 'abusive', 'advertising', 'duplicate', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Which way leads further: the request form, complaint and report, petition (信访, Reg. 39), the hotline, the board of another agency, the counter. */
export const TOPIC_WAYS = ['request', 'complaint', 'petition', 'hotline', 'other-board', 'counter'] as const;
export type TopicWay = (typeof TOPIC_WAYS)[number];

/** Why a topic that is on the board gets no answer; the public reads it. */
export const DECLINE_REASONS = ['state-secret', 'trade-secret', 'personal-privacy', 'internal', 'not-held', 'unlawful', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** How somebody's support came in, and so what it can prove. */
export const SUPPORT_BASES = ['web', 'kiosk', 'counter', 'paper', 'hotline'] as const;
export type SupportBasis = (typeof SUPPORT_BASES)[number];

/** What may be done with a topic. */
export const TOPIC_COMMANDS = [
  'review', 'approve', 'return', 'decline', 'assign', 'claim', 'postpone', 'answer', 'publish', 'rate', 'reopen', 'merge', 'unmerge', 'keep',
] as const;
export type TopicCommand = (typeof TOPIC_COMMANDS)[number];

export const TOPIC_EVENT_TYPES = ['submit', ...TOPIC_COMMANDS] as const;
export type TopicEventType = (typeof TOPIC_EVENT_TYPES)[number];

/** What an agency owes a topic: a look at it, somebody who takes it up, the answer promised, what the answer promises. */
export const TOPIC_TERM_IDS = ['review', 'claim', 'answer', 'promise'] as const;
export type TopicTermId = (typeof TOPIC_TERM_IDS)[number];

/** 非常满意, 满意, 基本满意, 不满意, 非常不满意 (国办发〔2019〕51号). */
export const RATING_LEVELS = ['very-satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied', 'very-dissatisfied'] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

/** Why: online 效率, 指南精确度, 便捷度, 平台操作性; of an answer clearness and completeness; at a window manner and waiting. */
export const RATING_REASONS = ['speed', 'guide', 'convenience', 'handling', 'clear', 'complete', 'manner', 'waiting'] as const;
export type RatingReason = (typeof RATING_REASONS)[number];

/** What is rated: a window of a hall, a disclosure (such as a service guide), the answer to a topic, how a request was handled. */
export const RATING_SUBJECTS = ['window', 'disclosure', 'answer', 'request'] as const;
export type RatingSubject = (typeof RATING_SUBJECTS)[number];

/** How a round stands. It follows from its days and its report, and is stored nowhere. */
export const ROUND_STATES = ['planned', 'open', 'answering', 'reported'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
