import type { WidgetStrings } from '../../i18n.ts';
import { strings as zhCN, type UploadsKey } from './zh-CN.ts';

export type { UploadsKey } from './zh-CN.ts';

export const strings: WidgetStrings<UploadsKey> = {
  namespace: 'uploads',
  bundled: zhCN,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).strings,
    en: async () => (await import('./en.ts')).strings,
  },
};
