import type { WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source } from './zh-CN.ts';

export type WebhookKey = keyof typeof source;

export const webhookStrings: WidgetStrings<WebhookKey> = {
  namespace: 'desk-webhooks',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
