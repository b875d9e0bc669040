import type { WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { source } from './zh-CN.ts';

export type DeviceKey = keyof typeof source;

export const deviceStrings: WidgetStrings<DeviceKey> = {
  namespace: 'kiosk-device',
  bundled: source,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).translated,
    en: async () => (await import('./en.ts')).translated,
  },
};
