import type { Language } from './i18n.ts';

const locale: Record<Language, string> = { 'zh-CN': 'zh-CN', 'zh-Hant': 'zh-Hant-HK', en: 'en-GB' };

// A page's first format from Intl loads its tables, 60 ms on an old phone. What rows show is written without, where it is simple.

/** Making one costs more than a hundred uses, and a list has thousands of days. */
let englishDay: Intl.DateTimeFormat | undefined;

/** `2026-03-09` as people of that language write a date. The day is a calendar day, so no time zone may move it. */
export function formatDay(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  if (language !== 'en') return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return (englishDay ??= new Intl.DateTimeFormat(locale.en, { dateStyle: 'medium', timeZone: 'UTC' })).format(at);
}

/** A moment by the clock of the agencies, Asia/Shanghai, wherever the reader is: what it says must fit the days that the law counts. */
export function formatMoment(moment: string, language: Language): string {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? moment : new Intl.DateTimeFormat(locale[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(at);
}

export function formatNumber(value: number, language: Language, options?: Intl.NumberFormatOptions): string {
  if (!options && Number.isInteger(value)) return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  return new Intl.NumberFormat(locale[language], options).format(value);
}
