import { pinyin, polyphonic } from 'pinyin-pro';
import { normalise } from './normalise.ts';
import type { Query } from './query.ts';

/**
 * How a title can be typed: `full` is its syllables run together (`hedaocaisha`), `initials` their first letters (`hdcs`).
 * Letters a–z (ü is v) and digits only. Where a title has several readings, they are separated by spaces, so that each can
 * be found as a substring.
 */
export interface TitlePinyin {
  readonly full: string;
  readonly initials: string;
}

/**
 * Own readings of words, above all places and surnames that the dictionary gets wrong: `{ 乐清: 'yue qing' }`. One syllable
 * for each character, without tones, separated by spaces.
 */
export type Readings = Readonly<Record<string, string>>;

/**
 * The pinyin of a title, for the index. It is read as written and as folded, because folding helps with traditional titles
 * (重慶) but spoils words whose character has another reading elsewhere (著作权 folds to 着作权); words of `readings` are
 * read both as told and as the dictionary does.
 *
 * @throws RangeError when a reading has not one syllable for each character.
 */
export function titlePinyin(title: string, readings: Readings = {}): TitlePinyin {
  // The same text for nearly every title; reading it is the slow part.
  const read = [...new Set([title.normalize('NFKC').toLowerCase(), normalise(title)])].flatMap((text) => {
    const dictionary = syllables(text);
    return [withReadings([...text], dictionary, readings), dictionary];
  });
  return {
    full: distinct(read.map((parts) => parts.join(''))),
    initials: distinct(read.map((parts) => parts.map((part) => part.slice(0, 1)).join(''))),
  };
}

// A shorter query has too many homophones, a longer one too many readings.
const homophoneLength = { from: 3, to: 12 };
const mostReadings = 24;

/**
 * The possible pinyin of a query of one Chinese term of 3 to 12 characters, the likeliest first, at most 24: to find titles
 * that sound the same (政府信息工开). Empty for other queries.
 */
export function queryPinyin(query: Query): string[] {
  const [term, ...others] = query.terms;
  if (term === undefined || others.length > 0) return [];
  const chars = [...term];
  const fits = chars.length >= homophoneLength.from && chars.length <= homophoneLength.to;
  if (!fits || !chars.every((char) => /\p{Script=Han}/u.test(char))) return [];
  let readings = [''];
  const likeliest = syllables(term);
  const possible = polyphonic(term, spelling).map((all) => all.map(letters));
  chars.forEach((_, index) => {
    const choices = new Set([likeliest[index] ?? '', ...(possible[index] ?? [])].filter(Boolean));
    readings = readings.flatMap((start) => Array.from(choices, (syllable) => start + syllable)).slice(0, mostReadings);
  });
  return readings;
}

const spelling = { toneType: 'none', type: 'array', v: true } as const;

/** One entry for each code point: a syllable, a letter or digit, or nothing. */
function syllables(text: string): string[] {
  return pinyin(text, spelling).map(letters);
}

function withReadings(chars: readonly string[], dictionary: readonly string[], readings: Readings): string[] {
  const plain = chars.map(normalise);
  const own = [...dictionary];
  for (const [word, reading] of Object.entries(readings)) {
    const wordChars = [...normalise(word)];
    const parts = normalise(reading).trim().split(/\s+/).map(letters);
    if (parts.length !== wordChars.length) {
      throw new RangeError(`The reading "${reading}" of "${word}" needs ${wordChars.length} syllables, one for each character.`);
    }
    plain.forEach((_, start) => {
      if (wordChars.every((char, index) => plain[start + index] === char)) own.splice(start, parts.length, ...parts);
    });
  }
  return own;
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].join(' ');
}

function letters(syllable: string): string {
  return syllable.toLowerCase().replaceAll('ü', 'v').replace(/[^a-z0-9]/g, '');
}
