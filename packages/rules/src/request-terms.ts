import type { Period } from './period.ts';

/** Whom a period binds. `co-maker`: the agency that made the information together with the one asked. */
export const PARTIES = ['agency', 'applicant', 'third-party', 'co-maker'] as const;
export type Party = (typeof PARTIES)[number];

/**
 * What follows when whom a period binds stays silent: the agency is late; the request is given up; the agency decides by
 * itself, which is neither consent nor refusal; consent; reasons count as not given; a right has ended.
 */
export const SILENCE_EFFECTS = ['overdue', 'abandoned', 'agency-decides', 'consent', 'no-reasons', 'right-ends'] as const;
export type SilenceEffect = (typeof SILENCE_EFFECTS)[number];

export interface RequestTerm extends Period {
  readonly binds: Party;
  readonly onSilence: SilenceEffect;
  /** The law asks for a reasonable length and gives none: each notice states its own, and `length` is what is suggested. */
  readonly stated?: true;
}

/** The periods of a request (domain.md §2.1, §2.4, §2.5). */
export const REQUEST_TERMS = {
  confirmation: { length: 0, unit: 'workdays', binds: 'agency', onSilence: 'overdue', article: '《政府信息公开条例》第三十一条第二项' },
  'correction-notice': { length: 7, unit: 'workdays', binds: 'agency', onSilence: 'right-ends', article: '《政府信息公开条例》第三十条' },
  correction: { length: 15, unit: 'workdays', binds: 'applicant', onSilence: 'abandoned', stated: true, article: '《政府信息公开条例》第三十条' },
  reply: { length: 20, unit: 'workdays', binds: 'agency', onSilence: 'overdue', article: '《政府信息公开条例》第三十三条' },
  'third-party-opinion': { length: 15, unit: 'workdays', binds: 'third-party', onSilence: 'agency-decides', article: '《政府信息公开条例》第三十二条' },
  'co-maker-opinion': { length: 15, unit: 'workdays', binds: 'co-maker', onSilence: 'consent', article: '《政府信息公开条例》第三十四条' },
  reasons: { length: 10, unit: 'workdays', binds: 'applicant', onSilence: 'no-reasons', stated: true, article: '《政府信息公开条例》第三十五条' },
  payment: { length: 20, unit: 'workdays', binds: 'applicant', onSilence: 'abandoned', article: '国办函〔2020〕109号' },
  reconsideration: { length: 60, unit: 'calendar-days', binds: 'applicant', onSilence: 'right-ends', article: '《行政复议法》第二十条', rollsOver: '《行政复议法》第八十八条、《民事诉讼法》第八十五条' },
  suit: { length: 6, unit: 'months', binds: 'applicant', onSilence: 'right-ends', article: '《行政诉讼法》第四十六条', rollsOver: '《行政诉讼法》第一百零一条、《民事诉讼法》第八十五条' },
  'suit-after-reconsideration': { length: 15, unit: 'calendar-days', binds: 'applicant', onSilence: 'right-ends', article: '《行政诉讼法》第四十五条', rollsOver: '《行政诉讼法》第一百零一条、《民事诉讼法》第八十五条' },
} as const satisfies Record<string, RequestTerm>;
export type RequestTermId = keyof typeof REQUEST_TERMS;

/** The one extension of a reply is no longer than this, in workdays (Reg. 33). */
export const LONGEST_EXTENSION = 20;
