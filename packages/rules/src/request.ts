import type { Day } from '@sunlit/contract';
import type { FeeBasis } from './fees.ts';
import type { AnnualColumn, Reply } from './outcomes.ts';
import type { RequestGuardName } from './request-guards.ts';
import type { Party, RequestTermId } from './request-terms.ts';

/** Where a branch of a request stands. How it ended is its outcome, which is another matter. */
export const REQUEST_PHASES = [
  'submitted', 'received', 'processing', 'correcting', 'consulting', 'explaining', 'paying', 'decided', 'served', 'closed', 'transferred', 'split', 'archived',
] as const;
export type RequestPhase = (typeof REQUEST_PHASES)[number];

/**
 * How a request comes in, and which day is the day of receipt in law (Reg. 31): that of the submission, that on which it is
 * signed for, or that on which both sides confirm it. An automatic answer is no confirmation. A kiosk sends as the internet
 * does. `sameDay`: the agency must confirm on the day of arrival.
 */
export const CHANNELS = {
  online: { receipt: 'confirmation', article: '《政府信息公开条例》第三十一条第三项' },
  kiosk: { receipt: 'confirmation', article: '《政府信息公开条例》第三十一条第三项' },
  fax: { receipt: 'confirmation', article: '《政府信息公开条例》第三十一条第三项' },
  counter: { receipt: 'submission', article: '《政府信息公开条例》第三十一条第一项' },
  oral: { receipt: 'submission', article: '《政府信息公开条例》第二十九条第一款、第三十一条第一项' },
  'post-registered': { receipt: 'signature', article: '《政府信息公开条例》第三十一条第二项' },
  'post-ordinary': { receipt: 'confirmation', sameDay: true, article: '《政府信息公开条例》第三十一条第二项' },
} as const satisfies Record<string, { readonly receipt: 'submission' | 'signature' | 'confirmation'; readonly sameDay?: true; readonly article: string }>;
export type Channel = keyof typeof CHANNELS;

/** How something is served: handed over, by post (which is the postal service; a courier does not count, 邮政法 55), or electronically. */
export type Way = 'hand' | 'post' | 'electronic';

/** What somebody who was asked says. Whether an objection has a good reason is for the agency to find (Reg. 32). */
export type Opinion = 'consents' | 'objects-with-reason' | 'objects-without-reason';

/** A step with what is stated about it. Of a person nothing but an id: names and addresses do not belong in the record. */
export type RequestStep =
  | { readonly type: 'submit'; readonly channel: Channel; readonly applicant: AnnualColumn; readonly agency: string }
  | { readonly type: 'receive' | 'register' | 'explain' | 'pay' | 'withdraw' | 'archive' }
  | { readonly type: 'assign'; readonly handler: string }
  | { readonly type: 'ask-correction'; readonly points: readonly string[]; readonly workdays: number; readonly way: Way }
  | { readonly type: 'correct'; readonly goodReason?: string }
  | { readonly type: 'consult'; readonly question: string; readonly party: 'third-party' | 'co-maker'; readonly way: Way }
  | { readonly type: 'opinion'; readonly question: string; readonly opinion: Opinion }
  | { readonly type: 'override'; readonly question: string; readonly reason: string }
  | { readonly type: 'extend'; readonly workdays: number; readonly approvedBy: string }
  | { readonly type: 'ask-reasons'; readonly workdays: number; readonly way: Way }
  | { readonly type: 'delay'; readonly workdays: number; readonly reason: string }
  | { readonly type: 'notice-fee'; readonly fee: FeeBasis; readonly way: Way }
  | { readonly type: 'deliver'; readonly question: string }
  | { readonly type: 'transfer'; readonly to: string; readonly into: string }
  | { readonly type: 'split'; readonly into: readonly string[] }
  | { readonly type: 'decide'; readonly reply: Reply }
  | { readonly type: 'serve'; readonly way: Way }
  | { readonly type: 'silence'; readonly question: string; readonly bound: Party }
  | { readonly type: 'overdue'; readonly term: 'confirmation' | 'reply'; readonly bound: Party };

export const REQUEST_ROLES = ['applicant', 'agency', 'system'] as const;
export type RequestRole = (typeof REQUEST_ROLES)[number];

/** A step on record: on which day in Asia/Shanghai it took effect (posted, signed for, confirmed), by whom, about which branch. */
export type RequestEvent = RequestStep & { readonly on: Day; readonly by: { readonly role: RequestRole; readonly id?: string }; readonly branch: string };

/** The branch that every request begins as. */
export const MAIN_BRANCH = 'main';

/** One line of the lifecycle. Where a consultation is still open, `processing` is `consulting`. */
export interface RequestTransition {
  readonly by: readonly RequestRole[];
  readonly moves: Partial<Readonly<Record<RequestPhase, RequestPhase>>>;
  readonly guards: readonly RequestGuardName[];
  /** The periods that begin with it; `REQUEST_TERMS` says whom they bind. */
  readonly starts?: readonly RequestTermId[];
}
export type RequestCommand = Exclude<RequestStep['type'], 'submit'>;

const open = { received: 'received', processing: 'processing', correcting: 'correcting', consulting: 'consulting', explaining: 'explaining', paying: 'paying' } as const;
const waiting = { correcting: 'correcting', consulting: 'consulting', explaining: 'explaining', paying: 'paying' } as const;
const agency = ['agency'] as const;
const anybody = ['applicant', 'agency'] as const;

/** The lifecycle of a request (Reg. 29 to 45): decisions, what is offered, the tests and docs/requests.md all come from here. `submit` opens it. */
export const REQUEST: Readonly<Record<RequestCommand, RequestTransition>> = {
  receive: { by: agency, moves: { submitted: 'received' }, guards: [], starts: ['correction-notice', 'reply'] },
  register: { by: agency, moves: { received: 'processing' }, guards: [] },
  assign: { by: agency, moves: { ...open, decided: 'decided' }, guards: [] },
  'ask-correction': { by: agency, moves: { processing: 'correcting' }, guards: ['one-correction', 'correction-in-time', 'points'], starts: ['correction'] },
  correct: { by: anybody, moves: { correcting: 'processing', closed: 'processing' }, guards: ['good-reason'], starts: ['reply'] },
  consult: { by: agency, moves: { processing: 'consulting', consulting: 'consulting' }, guards: [], starts: ['third-party-opinion', 'co-maker-opinion'] },
  opinion: { by: agency, moves: { consulting: 'processing' }, guards: [] },
  override: { by: agency, moves: { processing: 'processing' }, guards: ['objection'] },
  extend: { by: agency, moves: { processing: 'processing', consulting: 'consulting', explaining: 'explaining' }, guards: ['one-extension', 'in-time', 'extension'] },
  'ask-reasons': { by: agency, moves: { processing: 'explaining' }, guards: ['reasons-once'], starts: ['reasons'] },
  explain: { by: anybody, moves: { explaining: 'processing' }, guards: [] },
  delay: { by: agency, moves: { processing: 'processing' }, guards: ['reasons-given', 'in-time', 'delay'] },
  'notice-fee': { by: agency, moves: { processing: 'paying' }, guards: ['one-fee', 'in-time', 'fee'], starts: ['payment'] },
  pay: { by: agency, moves: { paying: 'processing' }, guards: [], starts: ['reply'] },
  deliver: { by: agency, moves: { ...waiting, served: 'served', archived: 'archived' }, guards: [] },
  transfer: { by: agency, moves: { processing: 'transferred' }, guards: ['other-agency'], starts: ['correction-notice', 'reply'] },
  split: { by: agency, moves: { processing: 'split' }, guards: [] },
  withdraw: { by: anybody, moves: { submitted: 'closed', received: 'closed', processing: 'closed', correcting: 'closed', consulting: 'closed', explaining: 'closed', paying: 'closed' }, guards: [] },
  decide: { by: agency, moves: { processing: 'decided' }, guards: ['reply', 'no-objection', 'excessive', 'still-unclear'] },
  serve: { by: agency, moves: { decided: 'served' }, guards: [], starts: ['reconsideration', 'suit'] },
  archive: { by: agency, moves: { served: 'archived', closed: 'archived' }, guards: [] },
  silence: { by: ['system'], moves: { correcting: 'closed', paying: 'closed', consulting: 'processing', explaining: 'processing' }, guards: ['silent'] },
  overdue: { by: ['system'], moves: { submitted: 'submitted', ...open, decided: 'decided' }, guards: ['late'], starts: ['reconsideration'] },
};
