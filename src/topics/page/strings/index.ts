import type { Translate, WidgetStrings } from '../../../shared/i18n.ts';
import { source } from './zh-CN.ts';

export type PageKey = keyof typeof source;
export type PageSay = Translate<PageKey>;

export const strings: WidgetStrings<PageKey> = {
  namespace: 'topic-page',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
