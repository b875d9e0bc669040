import type { WidgetStrings } from '../../shared/i18n.ts';
import { agencies as zhCN } from './zh-CN.ts';

export type AgenciesKey = keyof typeof zhCN;

export const agenciesStrings: WidgetStrings<AgenciesKey> = {
  namespace: 'agencies',
  bundled: zhCN,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).agencies,
    en: async () => (await import('./en.ts')).agencies,
  },
};
