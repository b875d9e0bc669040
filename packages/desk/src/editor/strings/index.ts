import type { WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source, type EditorKey } from './zh-CN.ts';

export const strings: WidgetStrings<EditorKey> = {
  namespace: 'desk-editor',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
