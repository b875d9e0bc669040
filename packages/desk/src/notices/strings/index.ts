import type { WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source } from './zh-CN.ts';

export type NoticeKey = keyof typeof source;

export const noticeStrings: WidgetStrings<NoticeKey> = {
  namespace: 'desk-notices',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
