import type { Translate, WidgetStrings } from '../../shared/i18n.ts';
import { source } from './zh-CN.ts';

export type DirectoryKey = keyof typeof source;
export type Say = Translate<DirectoryKey>;

export const strings: WidgetStrings<DirectoryKey> = {
  namespace: 'directory',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
