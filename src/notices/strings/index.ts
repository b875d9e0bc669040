import type { Translate, WidgetStrings } from '../../shared/i18n.ts';
import { strings as zhCN } from './zh-CN.ts';

export type NoticesKey = keyof typeof zhCN;
export type NoticesSay = Translate<NoticesKey>;

export const strings: WidgetStrings<NoticesKey> = {
  namespace: 'notices',
  bundled: zhCN,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).strings,
    en: async () => (await import('./en.ts')).strings,
  },
};
