import type { Category } from '@sunlit/client';
import type { TemplateResult } from 'lit';
import type { Bench } from '../bench.ts';
import type { DisclosureKey } from '../types.ts';
import { select, type About } from './field.ts';

/** The statutory categories and the agency's own below them, indented as a tree. */
export function category(bench: Bench, pointer: string, about: About): TemplateResult {
  const options = categoryOptions(bench.categories, bench.say);
  const value = bench.get(pointer);
  if (typeof value === 'string' && !options.some(([id]) => id === value)) options.unshift([value, value]); // one that is not in the tree any more
  return select(bench, pointer, options, about);
}

/** Ids with their names, in the order of the tree. */
export function categoryOptions(categories: readonly Category[], say: Bench['say']): [string, string][] {
  const ids = new Set(categories.map(({ id }) => id));
  const below = (parent: string | undefined) => categories.filter(({ parentId }) => (parent === undefined ? parentId === undefined || !ids.has(parentId) : parentId === parent));
  const options: [string, string][] = [];
  const walk = (level: readonly Category[], depth: number): void => {
    for (const { id, name, agencyId } of level) {
      options.push([id, `${'　'.repeat(depth)}${agencyId === undefined ? say(`category.${id}` as DisclosureKey) : name}`]);
      if (depth < 6) walk(below(id), depth + 1);
    }
  };
  walk(below(undefined), 0);
  return options;
}
