import { createInstance } from 'i18next';
import type { Language } from '../language.ts';
import { en } from './locales/en.ts';
import { zhCn } from './locales/zh-CN.ts';
import { zhHant } from './locales/zh-Hant.ts';

/* The words of exported files, apart from those of problems. */
const i18n = createInstance();
await i18n.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCn }, 'zh-Hant': { translation: zhHant }, en: { translation: en } },
  keySeparator: '/',
  interpolation: { escapeValue: false },
});

/** A word by its place, such as `kind/notice`. */
export function say(language: Language, key: string): string {
  return i18n.t(key, { lng: language });
}

