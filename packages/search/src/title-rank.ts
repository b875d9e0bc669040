import { normalise } from './normalise.ts';
import { occurrences } from './occurrences.ts';

/** How well a title answers a query, best first: it is the query, begins with it, contains every term, or less. */
export type TitleRank = 0 | 1 | 2 | 3;

/**
 * The rank of a title for a query's terms (normalised, from `parseQuery`). Punctuation does not count, nor does the
 * country's name with which the titles of laws begin.
 */
export function titleRank(title: string, terms: readonly string[]): TitleRank {
  const normalised = normalise(title);
  const wanted = terms.join('');
  const letters = normalised.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  const names = [letters, letters.replace(/^中华人民共和国/, '')];
  if (names.includes(wanted)) return 0;
  if (names.some((name) => occurrences(name, wanted)[0] === 0)) return 1;
  return terms.every((term) => occurrences(normalised, term).length > 0) ? 2 : 3;
}

/** Sorts titles for a query's terms: by `titleRank`, equal ranks newest first. `date` is YYYY-MM-DD. */
export function byTitleRank(terms: readonly string[]) {
  return (a: { title: string; date: string }, b: { title: string; date: string }): number =>
    titleRank(a.title, terms) - titleRank(b.title, terms) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
}
