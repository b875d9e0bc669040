import type { WidgetStrings } from '../../i18n.ts';
import { strings as bundled, type LiveKey } from './zh-CN.ts';

export const strings: WidgetStrings<LiveKey> = {
  namespace: 'live',
  bundled,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).strings,
    en: async () => (await import('./en.ts')).strings,
  },
};
