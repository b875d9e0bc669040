import type { Translate, WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source } from './zh-CN.ts';

export type AdminKey = keyof typeof source;
export type SayAdmin = Translate<AdminKey>;

export const adminStrings: WidgetStrings<AdminKey> = {
  namespace: 'desk-admin',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
