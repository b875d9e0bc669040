import type { Translate, WidgetStrings } from '../../shared/i18n.ts';
import { source } from './zh-CN.ts';

export type TopicsKey = keyof typeof source;
export type Say = Translate<TopicsKey>;

export const strings: WidgetStrings<TopicsKey> = {
  namespace: 'topics',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
