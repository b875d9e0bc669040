import type { WidgetStrings } from '../../shared/i18n.ts';
import { source } from './zh-CN.ts';

export type SearchKey = keyof typeof source;

export const strings: WidgetStrings<SearchKey> = {
  namespace: 'search',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
