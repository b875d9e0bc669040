/** What widgets say about what was published while they are open. */
export const strings = {
  list: '有{{n}}条更新，点击查看',
  amended: '本件已于{{day}}修改，查看新版本',
  repealed: '本件已于{{day}}废止，查看说明',
  expired: '本件已于{{day}}失效，查看说明',
  withdrawn: '本件已于{{day}}撤下，查看说明',
  gone: '已撤下',
};

export type LiveKey = keyof typeof strings;
