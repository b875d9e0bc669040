import type { Translate, WidgetStrings } from '../../../../src/shared/i18n.ts';
import { source } from './zh-CN.ts';

export type KioskKey = keyof typeof source;
export type Say = Translate<KioskKey>;

export const kioskStrings: WidgetStrings<KioskKey> = {
  namespace: 'kiosk',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
