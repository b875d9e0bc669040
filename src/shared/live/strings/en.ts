import type { LiveKey } from './zh-CN.ts';

export const strings: Readonly<Record<LiveKey, string>> = {
  list: 'Updates: {{n}}. Show them',
  amended: 'Amended on {{time}}. Show the new version',
  repealed: 'Repealed on {{time}}. Show what holds',
  expired: 'Expired on {{time}}. Show what holds',
  withdrawn: 'Withdrawn on {{time}}. Show why',
  gone: 'Withdrawn',
};
