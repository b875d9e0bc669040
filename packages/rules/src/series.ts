import type { DisclosureContent } from '@sunlit/contract';

/**
 * What the issues of one periodic disclosure have in common, so that the next is known for its successor: kind, category,
 * period, and the title without its figures (2026年第一季度 and 2026年第二季度 are issues of one). `undefined` unless periodic.
 */
export function seriesOf({ kind, categoryId, title, openTerm }: Pick<DisclosureContent, 'kind' | 'categoryId' | 'title' | 'openTerm'>): string | undefined {
  if (openTerm.term !== 'periodic') return undefined;
  return [kind, categoryId, openTerm.every, title.normalize('NFKC').replaceAll(/[\d〇零一二三四五六七八九十上下\s]/gu, '')].join('/');
}
