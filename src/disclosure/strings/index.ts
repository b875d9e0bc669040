import type { WidgetStrings } from '../../shared/i18n.ts';
import { strings as bundled, type DisclosureKey } from './zh-CN.ts';

export const strings: WidgetStrings<DisclosureKey> = {
  namespace: 'disclosure',
  bundled,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).strings,
    en: async () => (await import('./en.ts')).strings,
  },
};
