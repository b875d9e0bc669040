import { createInstance } from 'i18next';
import type { Language } from '../language.ts';
import { en } from './locales/en.ts';
import { zhCn } from './locales/zh-CN.ts';
import { zhHant } from './locales/zh-Hant.ts';

/* The command's own sentences: the server that answers the public needs none of them. */
const i18n = createInstance();
await i18n.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCn }, 'zh-Hant': { translation: zhHant }, en: { translation: en } },
  // A key such as `done.bad.row` is the key `bad.row` in `done`.
  keySeparator: '/',
  interpolation: { escapeValue: false },
});

/** A sentence by its place, such as `done/imported`. */
export function say(language: Language, key: string | string[], values: Readonly<Record<string, unknown>> = {}): string {
  return i18n.t(key, { lng: language, ...values });
}

