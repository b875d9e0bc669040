import type { WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source, type ReviewKey } from './zh-CN.ts';

export const strings: WidgetStrings<ReviewKey> = {
  namespace: 'desk-review',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
