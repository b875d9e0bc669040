/*
 * The words of requests. `@sunlit/rules` holds the law behind them (a test there holds both lists together); they stand here
 * too because the contract imports nothing.
 */

/** Who asks: the six columns of the third table of the annual report (国办公开办函〔2021〕30号). */
export const APPLICANT_TYPES = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'other'] as const;
export type ApplicantType = (typeof APPLICANT_TYPES)[number];

/** 居民身份证; 港澳台居民居住证; 外国人永久居留身份证; 来往内地(大陆)通行证; 护照; another proof. */
export const IDENTITY_TYPES = ['resident-id', 'residence-permit', 'permanent-residence', 'travel-permit', 'passport', 'other'] as const;
export type IdentityType = (typeof IDENTITY_TYPES)[number];

/** How a request comes in (Reg. 29, 31). */
export const REQUEST_CHANNELS = ['online', 'kiosk', 'fax', 'counter', 'oral', 'post-registered', 'post-ordinary'] as const;
export type RequestChannel = (typeof REQUEST_CHANNELS)[number];

/** In what form the information is wanted (信息载体形式, Reg. 29): electronic, on paper, or to look at. */
export const INFORMATION_FORMS = ['electronic', 'paper', 'inspection'] as const;
/** By which route (获取信息的方式): on the tracking page, by e-mail, by post, at the counter, by fax. */
export const INFORMATION_ROUTES = ['online', 'email', 'post', 'counter', 'fax'] as const;

/** Where a branch of a request stands. */
export const REQUEST_PHASES = [
  'submitted', 'received', 'processing', 'correcting', 'consulting', 'explaining', 'paying', 'decided', 'served', 'closed', 'transferred', 'split', 'archived',
] as const;
export type RequestPhase = (typeof REQUEST_PHASES)[number];

/** How it ended. */
export const REQUEST_OUTCOMES = [
  'already-public', 'granted', 'partial', 'denied-secret', 'denied-law', 'denied-safety', 'denied-third-party', 'denied-internal', 'denied-process', 'denied-casefile', 'special-access',
  'not-existing', 'not-held', 'needs-creation', 'still-unclear', 'petition', 'repeat', 'publication', 'excessive', 'reconfirm', 'other', 'abandoned-correction', 'abandoned-fee', 'withdrawn', 'transferred',
] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Which way leads further: reconsideration first (行政复议法 23), or reconsideration or a suit, as the applicant likes. */
export const REQUEST_REMEDIES = ['reconsider-first', 'either'] as const;

/** Whom a period binds. */
export const REQUEST_PARTIES = ['agency', 'applicant', 'third-party', 'co-maker'] as const;

export const REQUEST_TERM_IDS = [
  'confirmation', 'correction-notice', 'correction', 'reply', 'third-party-opinion', 'co-maker-opinion', 'reasons', 'payment', 'reconsideration', 'suit', 'suit-after-reconsideration',
] as const;

/** What a period begins with. */
export const REQUEST_TRIGGERS = ['submission', 'receipt', 'transfer', 'correction', 'payment', 'delivery', 'overdue'] as const;

/** What follows when whom a period binds stays silent. */
export const SILENCE_EFFECTS = ['overdue', 'abandoned', 'agency-decides', 'consent', 'no-reasons', 'right-ends'] as const;

/** Why a period stands still. */
export const PAUSE_REASONS = ['third-party', 'co-maker', 'correction', 'fee'] as const;
export const PAUSE_INTERVALS = ['after-dispatch-through-end', 'dispatch-through-end', 'dispatch-to-day-before-end'] as const;

/** How something is served: handed over, by the postal service, or electronically. */
export const SERVICE_WAYS = ['hand', 'post', 'electronic'] as const;

/** What somebody who was asked says. */
export const OPINIONS = ['consents', 'objects-with-reason', 'objects-without-reason'] as const;

/** What the agency, or where the law lets them the applicant, does with a branch; `silence` and `overdue` only the clock does. */
export const CASE_COMMANDS = [
  'receive', 'register', 'assign', 'ask-correction', 'correct', 'consult', 'opinion', 'override', 'extend', 'ask-reasons', 'explain', 'delay', 'notice-fee', 'pay', 'deliver', 'transfer', 'split',
  'withdraw', 'decide', 'serve', 'archive',
] as const;
export type CaseCommand = (typeof CASE_COMMANDS)[number];

export const REQUEST_EVENT_TYPES = ['submit', ...CASE_COMMANDS, 'silence', 'overdue'] as const;

/** Steps of which a letter goes out. */
export const LETTER_COMMANDS = ['receive', 'ask-correction', 'consult', 'override', 'extend', 'ask-reasons', 'delay', 'notice-fee', 'transfer', 'decide'] as const;
export type LetterCommand = (typeof LETTER_COMMANDS)[number];
