import { APPLICANT_TYPES } from './request-words.ts';

/*
 * The words of the annual report (国办公开办函〔2021〕30号). `@sunlit/rules` counts by them.
 */

/** The rows of the third part of its third table, 本年度办理结果, in their order. */
export const ANNUAL_ROWS = [
  'granted', 'partial',
  'denied.stateSecret', 'denied.lawForbidden', 'denied.safetyStability', 'denied.thirdPartyRights', 'denied.internalAffairs', 'denied.processInfo', 'denied.enforcementFile', 'denied.specialQuery',
  'unable.notHeld', 'unable.needsCreation', 'unable.stillUnclear',
  'notProcessed.petition', 'notProcessed.repeat', 'notProcessed.publication', 'notProcessed.excessive', 'notProcessed.reconfirm',
  'other.uncorrected', 'other.unpaid', 'other.other',
] as const;
export type AnnualRow = (typeof ANNUAL_ROWS)[number];

/** Its lines: 一、本年新收, 二、上年结转, 三 with its rows and their sum, 四、结转下年度继续办理. */
export const ANNUAL_LINES = ['newReceived', 'carriedOver', ...ANNUAL_ROWS, 'total', 'carriedForward'] as const;
export type AnnualLine = (typeof ANNUAL_LINES)[number];

/** Its columns: who asks, and 总计. */
export const ANNUAL_TABLE_COLUMNS = [...APPLICANT_TYPES, 'total'] as const;
export type AnnualTableColumn = (typeof ANNUAL_TABLE_COLUMNS)[number];

/** The fourth table: 行政复议, 未经复议直接起诉, 复议后起诉, each by 结果维持, 结果纠正, 其他结果, 尚未审结. */
export const DISPUTES = ['reconsideration', 'litigationDirect', 'litigationAfter'] as const;
export const DISPUTE_RESULTS = ['upheld', 'corrected', 'otherResult', 'pending'] as const;

/** Identities that the tables must satisfy: a line and its sum; the results and theirs; 一 + 二 = 三(七) + 四; 二 is last year's 四; a dispute and its sum. */
export const ANNUAL_CHECKS = ['row', 'column', 'balance', 'carried-over', 'dispute'] as const;
