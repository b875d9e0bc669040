import type { LiveKey } from './zh-CN.ts';

export const strings: Readonly<Record<LiveKey, string>> = {
  list: '有{{n}}條更新，點擊查看',
  amended: '本件已於{{day}}修改，查看新版本',
  repealed: '本件已於{{day}}廢止，查看說明',
  expired: '本件已於{{day}}失效，查看說明',
  withdrawn: '本件已於{{day}}撤下，查看說明',
  gone: '已撤下',
};
