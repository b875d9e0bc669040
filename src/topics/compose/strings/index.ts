import type { Translate, WidgetStrings } from '../../../shared/i18n.ts';
import { source } from './zh-CN.ts';

export type ComposeKey = keyof typeof source;
export type ComposeSay = Translate<ComposeKey>;

export const strings: WidgetStrings<ComposeKey> = {
  namespace: 'topic-compose',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
