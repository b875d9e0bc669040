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

/**
 * Rules of 国办秘函〔2019〕19号: the news stand still for two weeks; columns stand still for too long (two weeks for news, six months for
 * notices and policies); columns that must go on do not; columns are empty; messages wait for more than three months.
 */
export const FRESHNESS_RULES = ['news', 'stale', 'due', 'empty', 'messages'] as const;
export type FreshnessRule = (typeof FRESHNESS_RULES)[number];

/** Tables of figures that anybody may take away and count on. */
export const OPEN_TABLES = ['agencies', 'disclosures', 'timeliness', 'freshness', 'proactive', 'requests', 'disputes', 'topics', 'ratings'] as const;
export type OpenTable = (typeof OPEN_TABLES)[number];

export const OPEN_FORMATS = ['csv', 'json', 'xlsx'] as const;
export type OpenFormat = (typeof OPEN_FORMATS)[number];

/** What can be late: not yet published, the next issue or stage of it; a request; a topic; what was to be done about a low rating; the figures of a year. */
export const LATE_SUBJECTS = ['draft', 'period', 'request', 'topic', 'rating', 'report'] as const;
export type LateSubject = (typeof LATE_SUBJECTS)[number];

/** 黄灯, 红灯: due within three workdays, and late. */
export const LIGHTS = ['amber', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** What a supervising body weighs agencies by. */
export const SHEET_MEASURES = ['publication', 'freshness', 'requests', 'topics', 'ratings', 'urgings'] as const;
export type SheetMeasure = (typeof SHEET_MEASURES)[number];

/** 政府信息公开工作年度报告 (Reg. 50), and 法治政府建设年度报告 (白皮书). */
export const REPORT_TEMPLATES = ['annual', 'rule-of-law'] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

/** The six of 国办公开办函〔2021〕30号; and those of a report on the rule of law. */
export const REPORT_SECTIONS = {
  annual: ['general', 'proactive', 'requests', 'disputes', 'problems', 'other'],
  'rule-of-law': ['general', 'rules', 'decisions', 'enforcement', 'disputes', 'disclosure', 'problems', 'plans'],
} as const satisfies Record<ReportTemplate, readonly string[]>;
export const REPORT_SECTION_NAMES = ['general', 'proactive', 'requests', 'disputes', 'problems', 'other', 'rules', 'decisions', 'enforcement', 'disclosure', 'plans'] as const;
export type ReportSection = (typeof REPORT_SECTION_NAMES)[number];
