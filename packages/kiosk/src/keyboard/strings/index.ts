import type { WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { strings as zhCN } from './zh-CN.ts';

export type KeyboardKey = keyof typeof zhCN;

export const keyboardStrings: WidgetStrings<KeyboardKey> = {
  namespace: 'keyboard',
  bundled: zhCN,
  load: {
    'zh-Hant': async () => (await import('./zh-Hant.ts')).strings,
    en: async () => (await import('./en.ts')).strings,
  },
};
