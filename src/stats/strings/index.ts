import type { WidgetStrings } from '../../shared/i18n.ts';
import { strings as zhCN } from './zh-CN.ts';

export type StatsKey = keyof typeof zhCN;

export const strings: WidgetStrings<StatsKey> = {
  namespace: 'stats',
  bundled: zhCN,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).strings,
    en: async () => (await import('./en.ts')).strings,
  },
};
