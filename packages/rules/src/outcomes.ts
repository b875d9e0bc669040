import type { Exemption } from '@sunlit/contract';
import type { RequestTermId } from './request-terms.ts';

/** The six columns of the third table of the annual report (国办公开办函〔2021〕30号): who asks. */
export const ANNUAL_COLUMNS = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'other'] as const;
export type AnnualColumn = (typeof ANNUAL_COLUMNS)[number];

/** The rows of its third part, 本年度办理结果, in their order. */
export const ANNUAL_ROWS = [
  'granted', 'partial',
  'denied.stateSecret', 'denied.lawForbidden', 'denied.safetyStability', 'denied.thirdPartyRights', 'denied.internalAffairs', 'denied.processInfo', 'denied.enforcementFile', 'denied.specialQuery',
  'unable.notHeld', 'unable.needsCreation', 'unable.stillUnclear',
  'notProcessed.petition', 'notProcessed.repeat', 'notProcessed.publication', 'notProcessed.excessive', 'notProcessed.reconfirm',
  'other.uncorrected', 'other.unpaid', 'other.other',
] as const;
export type AnnualRow = (typeof ANNUAL_ROWS)[number];

/** Which way leads further, by the periods that run, the article and the key of the text that the letter must carry. */
export const REMEDIES = {
  // 法释〔2025〕8号 art. 1(2) reads 行政复议法 23(1)(4) as the refusals of Reg. 14 to 16; all others may go straight to court.
  'reconsider-first': { text: 'remedy.reconsider-first', article: '《行政复议法》第二十三条第一款第四项', terms: ['reconsideration', 'suit-after-reconsideration'] },
  either: { text: 'remedy.either', article: '《政府信息公开条例》第五十一条', terms: ['reconsideration', 'suit', 'suit-after-reconsideration'] },
} as const satisfies Record<string, { readonly text: string; readonly article: string; readonly terms: readonly RequestTermId[] }>;
export type Remedy = keyof typeof REMEDIES;

/** The remedy against an agency that does not answer in time: a duty not performed. */
export const SILENCE_REMEDY = { remedy: 'reconsider-first', text: 'remedy.silence', article: '《行政复议法》第二十三条第一款第三项' } as const;

/** What a reply must state: why; what is withheld and why; where else to turn (the page, the agency, the law, the channel, the earlier reply). */
export type ReplyNeed = 'grounds' | 'withheld' | 'points-to';

export interface OutcomeRule {
  readonly article: string;
  readonly row: AnnualRow;
  /** What brings it about. Only a decision is stated by somebody; the others follow from a step. */
  readonly by: 'decision' | 'silence' | 'withdrawal' | 'transfer';
  readonly needs: readonly ReplyNeed[];
  readonly remedy?: Remedy;
}

const refusal = { by: 'decision', needs: ['grounds'], remedy: 'reconsider-first' } as const;
const answer = { by: 'decision', needs: ['grounds'], remedy: 'either' } as const;

/** How a request can end (domain.md §2.5). Each row of the annual table has one at least. */
export const OUTCOMES = {
  'already-public': { ...answer, article: '《政府信息公开条例》第三十六条第一项', row: 'granted', needs: ['points-to'] },
  granted: { ...answer, article: '《政府信息公开条例》第三十六条第二项', row: 'granted', needs: [] },
  partial: { ...refusal, article: '《政府信息公开条例》第三十七条', row: 'partial', needs: ['withheld'] },
  'denied-secret': { ...refusal, article: '《政府信息公开条例》第十四条、第三十六条第三项', row: 'denied.stateSecret' },
  'denied-law': { ...refusal, article: '《政府信息公开条例》第十四条、第三十六条第三项', row: 'denied.lawForbidden' },
  'denied-safety': { ...refusal, article: '《政府信息公开条例》第十四条、第三十六条第三项', row: 'denied.safetyStability' },
  'denied-third-party': { ...refusal, article: '《政府信息公开条例》第十五条、第三十六条第三项', row: 'denied.thirdPartyRights' },
  'denied-internal': { ...refusal, article: '《政府信息公开条例》第十六条第一款、第三十六条第三项', row: 'denied.internalAffairs' },
  'denied-process': { ...refusal, article: '《政府信息公开条例》第十六条第二款、第三十六条第三项', row: 'denied.processInfo' },
  'denied-casefile': { ...refusal, article: '《政府信息公开条例》第十六条第二款、第三十六条第三项', row: 'denied.enforcementFile' },
  'special-access': { ...answer, article: '《政府信息公开条例》第三十六条第七项', row: 'denied.specialQuery', needs: ['grounds', 'points-to'] },
  'not-existing': { ...answer, article: '《政府信息公开条例》第三十六条第四项', row: 'unable.notHeld' },
  'not-held': { ...answer, article: '《政府信息公开条例》第三十六条第五项', row: 'unable.notHeld' },
  'needs-creation': { ...answer, article: '《政府信息公开条例》第三十八条', row: 'unable.needsCreation' },
  'still-unclear': { ...answer, article: '《政府信息公开条例》第三十条', row: 'unable.stillUnclear' },
  petition: { ...answer, article: '《政府信息公开条例》第三十九条第一款', row: 'notProcessed.petition', needs: ['grounds', 'points-to'] },
  repeat: { ...answer, article: '《政府信息公开条例》第三十六条第六项', row: 'notProcessed.repeat', needs: ['grounds', 'points-to'] },
  publication: { ...answer, article: '《政府信息公开条例》第三十九条第二款', row: 'notProcessed.publication' },
  excessive: { ...answer, article: '《政府信息公开条例》第三十五条', row: 'notProcessed.excessive' },
  reconfirm: { ...answer, article: '国办公开办函〔2021〕30号', row: 'notProcessed.reconfirm' },
  other: { ...answer, article: '国办公开办函〔2021〕30号', row: 'other.other' },
  'abandoned-correction': { by: 'silence', needs: [], remedy: 'either', article: '《政府信息公开条例》第三十条', row: 'other.uncorrected' },
  'abandoned-fee': { by: 'silence', needs: [], remedy: 'either', article: '国办函〔2020〕109号', row: 'other.unpaid' },
  withdrawn: { by: 'withdrawal', needs: [], article: '国办公开办函〔2021〕30号', row: 'other.other' },
  transferred: { by: 'transfer', needs: [], article: '国办公开办函〔2021〕30号', row: 'other.other' },
} as const satisfies Record<string, OutcomeRule>;
export type Outcome = keyof typeof OUTCOMES;

/** What the agency decides, as its letter states it. */
export interface Reply {
  readonly outcome: Outcome;
  readonly grounds?: string;
  /** What was separated out (区分处理), each part with its own ground. The table counts `partial` alone. */
  readonly withheld?: readonly { readonly what: string; readonly ground: Exemption }[];
  readonly pointsTo?: string;
  /** The remedy that the letter tells. */
  readonly remedy?: Remedy;
}

export const REPLY_CODES = ['not-decided', 'grounds-missing', 'withheld-missing', 'withheld-unnamed', 'not-partial', 'points-to-missing', 'remedy-missing', 'remedy-wrong'] as const;
/** What a reply lacks; `pointer` names the part of it. */
export interface ReplyFault {
  readonly code: (typeof REPLY_CODES)[number];
  readonly pointer: string;
}

/** Everything for which a reply cannot go out as it is: without its ground or its remedy it is none. */
export function replyFaults({ outcome, grounds, withheld = [], pointsTo, remedy }: Reply): ReplyFault[] {
  const rule: OutcomeRule = OUTCOMES[outcome];
  const faults: ReplyFault[] = [];
  if (rule.by !== 'decision') faults.push({ code: 'not-decided', pointer: '/outcome' });
  if (rule.needs.includes('grounds') && !grounds?.trim()) faults.push({ code: 'grounds-missing', pointer: '/grounds' });
  if (rule.needs.includes('points-to') && !pointsTo?.trim()) faults.push({ code: 'points-to-missing', pointer: '/pointsTo' });
  if (rule.needs.includes('withheld') && withheld.length === 0) faults.push({ code: 'withheld-missing', pointer: '/withheld' });
  if (!rule.needs.includes('withheld') && withheld.length > 0) faults.push({ code: 'not-partial', pointer: '/withheld' });
  withheld.forEach(({ what }, index) => {
    if (!what.trim()) faults.push({ code: 'withheld-unnamed', pointer: `/withheld/${index}/what` });
  });
  if (remedy !== rule.remedy) faults.push({ code: remedy === undefined ? 'remedy-missing' : 'remedy-wrong', pointer: '/remedy' });
  return faults;
}
