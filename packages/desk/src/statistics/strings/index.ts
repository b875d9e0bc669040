import type { Translate, WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { words } from './words-zh-CN.ts';
import { source } from './zh-CN.ts';

export type StatisticKey = keyof typeof source | keyof typeof words;
export type SayStatistic = Translate<StatisticKey>;

export const statisticStrings: WidgetStrings<StatisticKey> = {
  namespace: 'desk-statistics',
  bundled: { ...source, ...words },
  load: {
    'zh-Hant': async () => ({ ...(await import('./zh-Hant.ts')).translated, ...(await import('./words-zh-Hant.ts')).translated }),
    en: async () => ({ ...(await import('./en.ts')).translated, ...(await import('./words-en.ts')).translated }),
  },
};
