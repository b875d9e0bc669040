import { titlePinyin } from '@sunlit/search/pinyin';
import { randomNumbers } from '../../demo/generate.ts';
import type { DemoDisclosure } from '../../demo/content/types.ts';

/** What is typed into the box, by the length that decides how hard it is to find. */
export const TERM_CLASSES = ['1 character', '2 characters', '3 characters', '4 characters', '6–8 characters', 'two words', 'pinyin initials', 'pinyin', 'miss'] as const;
export type TermClass = (typeof TERM_CLASSES)[number];

/** So many search terms of a class, cut out of titles and sentences; the seed alone decides which. */
export function searchTerms(kind: TermClass, count: number, disclosures: readonly DemoDisclosure[], seed: number): string[] {
  const random = randomNumbers(seed + TERM_CLASSES.indexOf(kind) * 7919);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const runs = (text: string) => text.match(/\p{Script=Han}+/gu) ?? [];
  const titles = disclosures.flatMap(({ content }) => runs(content.title));
  const bodies = disclosures.flatMap(({ content }) => runs(content.body));
  const cut = (length: number): string => {
    for (;;) {
      const run = pick(random() < 0.5 ? titles : bodies);
      if (run.length < length) continue;
      const start = upTo(run.length - length + 1);
      return run.slice(start, start + length);
    }
  };
  const letters = (of: 'full' | 'initials', least: number, most: number): string => {
    for (;;) {
      const text = titlePinyin(pick(titles))[of].split(' ')[0] ?? '';
      const length = least + upTo(most - least + 1);
      if (text.length < length) continue;
      const start = upTo(text.length - length + 1);
      return text.slice(start, start + length);
    }
  };
  const make: Record<TermClass, () => string> = {
    '1 character': () => cut(1),
    '2 characters': () => cut(2),
    '3 characters': () => cut(3),
    '4 characters': () => cut(4),
    '6–8 characters': () => cut(6 + upTo(3)),
    'two words': () => `${cut(2)} ${cut(2)}`,
    'pinyin initials': () => letters('initials', 4, 5),
    pinyin: () => letters('full', 6, 10),
    // Characters that occur, in an order that does not: the worst kind of miss, since each pair must be looked up.
    miss: () => Array.from({ length: 5 }, () => cut(1)).join(''),
  };
  return Array.from({ length: count }, () => make[kind]());
}
