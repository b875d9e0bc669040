import type { LiveKey } from './zh-CN.ts';

export const strings: Readonly<Record<LiveKey, string>> = {
  list: 'Updates: {{n}}. Show them',
  amended: 'Amended on {{day}}. Show the new version',
  repealed: 'Repealed on {{day}}. Show what holds',
  expired: 'Expired on {{day}}. Show what holds',
  withdrawn: 'Withdrawn on {{day}}. Show why',
  gone: 'Withdrawn',
};
