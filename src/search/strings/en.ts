import type { source } from './zh-CN.ts';

export const translated: typeof source = {
  label: 'Search government information',
  placeholder: 'Title, document number, agency or pinyin initials',
  submit: 'Search',
  clear: 'Clear the search box',
  suggestions: 'Suggestions',
  'group.disclosure': 'Disclosures',
  'group.agency': 'Agencies',
  found: 'Suggestions: {{n}}. Choose with the up and down arrows.',
};
