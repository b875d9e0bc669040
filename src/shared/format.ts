import type { Language } from './i18n.ts';

const locale: Record<Language, string> = { 'zh-CN': 'zh-CN', 'zh-Hant': 'zh-Hant-HK', en: 'en-GB' };

/** Making one costs more than a hundred uses, and a list has thousands of days. */
const dayFormats: Partial<Record<Language, Intl.DateTimeFormat>> = {};

/** `2026-03-09` as people of that language write a date. The day is a calendar day, so no time zone may move it. */
export function formatDay(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  const format = (dayFormats[language] ??= new Intl.DateTimeFormat(locale[language], { dateStyle: language === 'en' ? 'medium' : 'long', timeZone: 'UTC' }));
  return Number.isNaN(at.getTime()) ? day : format.format(at);
}

/** A moment in the reader's own time zone. */
export function formatMoment(moment: string, language: Language): string {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? moment : new Intl.DateTimeFormat(locale[language], { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

export function formatNumber(value: number, language: Language, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale[language], options).format(value);
}
