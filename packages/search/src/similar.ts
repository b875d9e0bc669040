import { looseWords, titleBigrams } from './loosen.ts';
import { normalise } from './normalise.ts';
import { parseQuery, type Query, type Word } from './query.ts';
import { tokens } from './tokens.ts';

/* What is like a text that somebody types: found by words and pieces, ordered by how much both share. The server asks its index, a copy on a device its own. */

/** How many are compared with the text, the newest of those that share words with it; no more is looked for once there are enough. */
export const MOST_COMPARED = 60;
export const ENOUGH_COMPARED = 20;
/** What shares less of its words with the text is about something else. */
const LEAST_SHARE = 0.4;
/** How much nearer something counts that stands on the board that is written on. */
export const OWN_BOARD = 0.15;
const MOST_PIECES = 16;

/** Words to look for, one attempt after the other until there is enough: all words of the text, or else pieces of it of which one is enough. */
export interface SimilarAttempt {
  readonly words: readonly Word[];
  readonly where: 'title' | 'anywhere';
}

/** The attempts for a text; `texts` where more than titles is compared. */
export function similarAttempts(text: string, texts: boolean): SimilarAttempt[] {
  const query = parseQuery(text);
  if (query === undefined) return [];
  const words = looseWords(query).slice(0, MOST_PIECES);
  return [
    ...(words.length > 0 ? [{ words, where: 'title' }, ...(texts ? [{ words, where: 'anywhere' } as const] : [])] as const : []),
    ...piecesOf(query).map((pieces) => ({ words: [pieces], where: 'title' } as const)),
  ];
}

/** Pieces of a text of which a like title holds some: four characters, then three. Pairs stand in too much, and a text too short for pieces has its words. */
function piecesOf({ terms }: Query): (readonly string[])[] {
  return [4, 3].map((length) => terms.flatMap((term) => {
    const characters = [...term];
    if (/^[a-z0-9]+$/.test(term)) return [term];
    return Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, start) => characters.slice(start, start + length).join(''));
  })).map((pieces) => spread([...new Set(pieces)])).filter((pieces) => pieces.length > 0);
}

/** Some of many, from all of the text. */
function spread(pieces: readonly string[]): string[] {
  const step = Math.max(1, pieces.length / MOST_PIECES);
  return Array.from({ length: Math.min(MOST_PIECES, pieces.length) }, (_, index) => pieces[Math.floor(index * step)] ?? '').filter(Boolean);
}

export interface Compared {
  /** Higher is newer. */
  readonly no: number;
  readonly title: string;
  readonly body: string;
  readonly bonus: number;
}

/** Ordered by how much of the shorter of both is in the other. */
export function nearest(text: string, compared: readonly Compared[], limit: number): number[] {
  const query = parseQuery(text);
  const pairs = query === undefined ? [] : titleBigrams(query);
  return compared
    .map(({ no, title, body, bonus }) => ({ no, share: Math.max(shareOf(pairs, title), 0.8 * shareOf(pairs, `${title}\n${body}`)), bonus }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share + b.bonus - (a.share + a.bonus) || b.no - a.no)
    .slice(0, limit)
    .map(({ no }) => no);
}

function shareOf(pairs: readonly string[], other: string): number {
  const normal = normalise(other);
  const shared = pairs.filter((pair) => normal.includes(pair)).length;
  const least = Math.min(pairs.length, new Set(tokens(other)).size);
  return least === 0 ? 0 : shared / least;
}
