import type { WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source } from './zh-CN.ts';

export type EvidenceKey = keyof typeof source;

export const evidenceStrings: WidgetStrings<EvidenceKey> = {
  namespace: 'desk-evidence',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
