import { highlight, snippet, type Range } from './highlight.ts';
import { normalise } from './normalise.ts';
import type { Query } from './query.ts';

/** By what a search found something: all in the title, part there and part in the text, in the text alone, or by its sound. */
export type Tier = 'title' | 'mixed' | 'body' | 'pinyin';

/** What a listing shows of why a row was found. */
export interface Match {
  readonly tier: Tier;
  readonly title: Range[];
  readonly snippet: { readonly text: string; readonly marks: Range[] };
}

/** A title as it is compared with a query: without punctuation and the country's name before it. */
export function titleKey(title: string): string {
  return normalise(title).replace(/[^\p{L}\p{N}\p{M}]/gu, '').replace(/^中华人民共和国/, '');
}

/** Why a row was found; `tier` where the search has told already, `isPlain` as `snippet` takes it. */
export function matchOf(title: string, body: string, { terms, letters }: Query, { tier, isPlain = false }: { readonly tier?: Tier | undefined; readonly isPlain?: boolean } = {}): Match {
  const { text, marks } = snippet(body, terms, { isPlain });
  return { tier: tier ?? tierOf(terms.map((term) => highlight(title, [term]).length > 0), letters !== undefined && marks.length === 0), title: highlight(title, terms), snippet: { text, marks } };
}

/** The tier of a row in a listing that is not ordered by tier, from which terms the title holds. */
function tierOf(inTitle: readonly boolean[], byPinyin: boolean): Tier {
  if (inTitle.every(Boolean)) return 'title';
  return inTitle.some(Boolean) ? 'mixed' : byPinyin ? 'pinyin' : 'body';
}
