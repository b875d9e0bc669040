import type { Translate, WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source, type ImportKey } from './zh-CN.ts';

export type { ImportKey };
export type SayImport = Translate<ImportKey>;

export const importStrings: WidgetStrings<ImportKey> = {
  namespace: 'desk-imports',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
