import { createInstance } from 'i18next';
import { en } from './locales/en.ts';
import { zhCn } from './locales/zh-CN.ts';
import { zhHant } from './locales/zh-Hant.ts';
import { en as figuresEn } from './statistics/locales/en.ts';
import { zhCn as figuresZhCn } from './statistics/locales/zh-CN.ts';
import { zhHant as figuresZhHant } from './statistics/locales/zh-Hant.ts';

export const LANGUAGES = ['zh-CN', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const i18n = createInstance();
await i18n.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCn, figures: figuresZhCn }, 'zh-Hant': { translation: zhHant, figures: figuresZhHant }, en: { translation: en, figures: figuresEn } },
  // The answers are JSON and feeds, which escape for themselves.
  interpolation: { escapeValue: false },
});

export function translate(language: Language, key: string | string[], values: Readonly<Record<string, unknown>> = {}): string {
  return i18n.t(key, { lng: language, ...values });
}

/** The first of our languages that the caller prefers, by `Accept-Language` (RFC 9110 §12.5.4). */
export function preferredLanguage(header: string | undefined): Language {
  const ranges = (header ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().split(/\s*;\s*/);
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant';
    if (/^zh\b/.test(tag)) return 'zh-CN';
    if (/^en\b/.test(tag)) return 'en';
  }
  return 'zh-CN';
}
