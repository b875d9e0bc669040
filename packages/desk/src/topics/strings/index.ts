import type { Translate, WidgetStrings } from '../../../../../src/shared/i18n.ts';
import { words } from './words-zh-CN.ts';
import { source } from './zh-CN.ts';

export type TopicKey = keyof typeof source | keyof typeof words;
export type SayTopic = Translate<TopicKey>;

export const topicStrings: WidgetStrings<TopicKey> = {
  namespace: 'desk-topics',
  bundled: { ...source, ...words },
  load: {
    'zh-Hant': async () => ({ ...(await import('./zh-Hant.ts')).translated, ...(await import('./words-zh-Hant.ts')).translated }),
    en: async () => ({ ...(await import('./en.ts')).translated, ...(await import('./words-en.ts')).translated }),
  },
};
