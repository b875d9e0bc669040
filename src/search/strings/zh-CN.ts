/** What the search box says; the typed source of its strings. */
export const source = {
  label: '搜索政府信息',
  placeholder: '标题、文号、机构，或拼音首字母',
  submit: '搜索',
  clear: '清空搜索框',
  suggestions: '搜索建议',
  'group.disclosure': '公开信息',
  'group.agency': '机构',
  found: '有{{n}}条建议，按上下方向键选择',
};
