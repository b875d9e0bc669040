import type { WidgetStrings } from '../../shared/i18n.ts';
import { strings as zhCN } from './zh-CN.ts';

export type FeedbackKey = keyof typeof zhCN;

export const strings: WidgetStrings<FeedbackKey> = {
  namespace: 'feedback',
  bundled: zhCN,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).strings,
    en: async () => (await import('./en.ts')).strings,
  },
};
