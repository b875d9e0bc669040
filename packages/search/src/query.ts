import { normalise } from './normalise.ts';
import { phrase, type TokenPattern } from './tokens.ts';

/** What a person typed, understood. Every term must be found (AND). */
export interface Query {
  /** One to eight different terms, normalised: letters, digits and marks only. */
  readonly terms: readonly string[];
  /** The whole query when it is nothing but two or more Latin letters, spaces and `ü` (as `v`): perhaps pinyin. */
  readonly letters?: string;
}

/** One thing a text must contain: a term, or any one of several alternatives. */
export type Word = string | readonly string[];

// A ninth term narrows nothing for a person, and costs the database another list to intersect.
const mostTerms = 8;
const longestQuery = 200;

/**
 * The one place that understands a query. Punctuation separates terms like a space, so `〔2011〕5号` asks for `2011` and
 * `5号`, and nothing a person types is ever an operator.
 *
 * Reads the first 200 code points and keeps the first 8 different terms; what is dropped widens the result, so the answer
 * is never empty because of it. Returns `undefined` when there is nothing to search for: empty, spaces, punctuation.
 */
export function parseQuery(q: string): Query | undefined {
  const read = normalise([...q.slice(0, 2 * longestQuery)].slice(0, longestQuery).join(''));
  const all = new Set(read.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu));
  const terms = [...all].slice(0, mostTerms);
  if (terms.length === 0) return undefined;
  const letters = read.replace(/[\s'’]/gu, '').replaceAll('ü', 'v');
  return /^[a-z]{2,}$/.test(letters) ? { terms, letters } : { terms };
}

/**
 * The words as an FTS5 MATCH expression: AND of the words, OR of a word's alternatives, a phrase of tokens each. It is
 * made of quoted tokens only, so user text cannot become syntax. `undefined` when no word can be searched for.
 *
 * Made for tables with `tokenize="unicode61 remove_diacritics 0"` filled with `tokens(text).join(' ')`.
 */
export function ftsQuery(words: readonly Word[]): string | undefined {
  const expressions = words.flatMap((word) => {
    const alternatives = alternativesOf(word).map(({ patterns }) => ftsPhrase(patterns));
    return alternatives.length > 1 ? [`(${alternatives.join(' OR ')})`] : alternatives;
  });
  return expressions.length > 0 ? expressions.join(' AND ') : undefined;
}

/**
 * The words for PostgreSQL: `tsv @@ tsquery::tsquery`, and for every entry of `like` the normalised text LIKE at least one
 * of its patterns (escape character `\`). The tokens alone say only that all pairs occur; the LIKE says that they adjoin.
 * Phrase operators would lose hits in long documents (shared/design/search.md §2). `undefined` when no word can be
 * searched for.
 */
export interface TsQuery {
  readonly tsquery: string;
  readonly like: readonly (readonly string[])[];
}

export function tsQuery(words: readonly Word[]): TsQuery | undefined {
  const conditions = words.map(alternativesOf).filter((alternatives) => alternatives.length > 0);
  if (conditions.length === 0) return undefined;
  return {
    tsquery: conditions
      .map((alternatives) => `(${alternatives.map(({ patterns }) => tsConjunction(patterns)).join(' | ')})`)
      .join(' & '),
    like: conditions.map((alternatives) => alternatives.map(({ term }) => likePattern(term))),
  };
}

type Alternative = { readonly term: string; readonly patterns: readonly TokenPattern[] };

function alternativesOf(word: Word): Alternative[] {
  return (typeof word === 'string' ? [word] : word)
    .map((term) => ({ term: normalise(term), patterns: phrase(term) }))
    .filter(({ patterns }) => patterns.length > 0);
}

// Tokens hold letters, digits and marks only, so neither quoting below can be broken out of.

function ftsPhrase(patterns: readonly TokenPattern[]): string {
  const quoted = `"${patterns.map(({ token }) => token).join(' ')}"`;
  return patterns.at(-1)?.match === 'prefix' ? `${quoted}*` : quoted;
}

function tsConjunction(patterns: readonly TokenPattern[]): string {
  const lexemes = patterns.map(({ token, match }) => `'${token}'${match === 'prefix' ? ':*' : ''}`);
  return [...new Set(lexemes)].join(' & ');
}

function likePattern(term: string): string {
  return `%${term.replace(/[\\%_]/g, '\\$&')}%`;
}
