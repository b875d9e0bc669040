import type { source } from './zh-CN.ts';

export const translated: typeof source = {
  label: '搜索政府信息',
  placeholder: '標題、文號、機構，或拼音首字母',
  submit: '搜索',
  clear: '清空搜索框',
  suggestions: '搜索建議',
  'group.disclosure': '公開信息',
  'group.agency': '機構',
  found: '有{{n}}條建議，按上下方向鍵選擇',
};
