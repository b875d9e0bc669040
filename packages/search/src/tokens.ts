import { normalise } from './normalise.ts';

/*
 * The index unit (shared/design/search.md §0 and §8). A Chinese run becomes its overlapping pairs and, last, its last
 * character alone: 采砂权 → 采砂 砂权 权. Every character thus begins exactly one token, which lets a phrase of pairs find
 * any substring, a prefix find any single character, and keeps 水、土 from matching 水土.
 */

/** A token to look up: exactly `token`, or any token that begins with it. */
export type TokenPattern = { readonly match: 'exact' | 'prefix'; readonly token: string };

type Run = { readonly script: 'chinese' | 'alphanumeric'; readonly chars: readonly string[] };

const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const runPattern = new RegExp(
  `([${cjk}]+)|((?![${cjk}])[\\p{L}\\p{N}](?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}])*)`,
  'gu',
);

// PostgreSQL refuses lexemes over 2,046 bytes; 200 code points of four bytes stay well below.
const longestToken = 200;

/**
 * The searchable tokens of a text, in reading order: pairs and a last single character for each Chinese run, each run of
 * other letters and digits whole. Everything else separates. The text is normalised first. A text without letters and
 * digits has none.
 */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (const run of runs(normalise(text))) for (const token of tokensOf(run)) found.push(token);
  return found;
}

/** The tokens of a text without repetition or order, for PostgreSQL's `array_to_tsvector`. */
export function tsVector(text: string): string[] {
  return [...new Set(tokens(text))];
}

/**
 * The consecutive tokens that a text containing `term` must have. The last character of a Chinese term is not asked for
 * alone, since the text may go on there; a single character is asked for as the beginning of a token.
 */
export function phrase(term: string): TokenPattern[] {
  const found = runs(normalise(term));
  return found.flatMap((run, index): TokenPattern[] => {
    const exact = tokensOf(run).map((token): TokenPattern => ({ match: 'exact', token }));
    const last = index === found.length - 1;
    if (!last || run.script === 'alphanumeric') return exact;
    if (run.chars.length === 1) return exact.map(({ token }) => ({ match: 'prefix', token }));
    return exact.slice(0, -1);
  });
}

/** Whether a character can stand inside a whole-token run, so that a match may not begin or end next to it. */
export function isAlphanumeric(char: string): boolean {
  return alphanumeric.test(char);
}
const alphanumeric = new RegExp(`^(?![${cjk}])[\\p{L}\\p{N}\\p{M}]$`, 'u');

function runs(normalised: string): Run[] {
  return Array.from(normalised.matchAll(runPattern), ([text, chinese]) => ({
    script: chinese === undefined ? 'alphanumeric' : 'chinese',
    chars: [...text],
  }));
}

function tokensOf(run: Run): string[] {
  if (run.script === 'chinese') return run.chars.map((char, index) => char + (run.chars[index + 1] ?? ''));
  const pieces: string[] = [];
  for (let start = 0; start < run.chars.length; start += longestToken) {
    pieces.push(run.chars.slice(start, start + longestToken).join(''));
  }
  return pieces;
}
