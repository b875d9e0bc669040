import type { Translate, WidgetStrings } from '../../../../src/shared/i18n.ts';
import { source } from './zh-CN.ts';

export type DeskKey = keyof typeof source;
export type Say = Translate<DeskKey>;

export const deskStrings: WidgetStrings<DeskKey> = {
  namespace: 'desk',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
