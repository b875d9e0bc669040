import type { Translate, WidgetStrings } from '../../shared/i18n.ts';
import { strings as zhCN } from './zh-CN.ts';

export type DisplayKey = keyof typeof zhCN;
export type DisplaySay = Translate<DisplayKey>;

/** What walls and sheets say; it comes with them, not with the board. */
export const strings: WidgetStrings<DisplayKey> = {
  namespace: 'topics-display',
  bundled: zhCN,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).strings,
    en: async () => (await import('./en.ts')).strings,
  },
};
