import type { Translate, WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source } from './zh-CN.ts';

export type SupervisionKey = keyof typeof source;
export type SaySupervision = Translate<SupervisionKey>;

export const supervisionStrings: WidgetStrings<SupervisionKey> = {
  namespace: 'desk-supervision',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
