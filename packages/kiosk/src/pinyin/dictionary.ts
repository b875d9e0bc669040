/*
 * The word list as it is written at build (scripts/make-pinyin.ts) and read in the worker. Three parts, an empty line between them:
 *
 *   zhang\t张R长Q…          each character under each of its readings, with how common it is so read
 *   政府T策R治U             words by their first character
 *   政府信息公开\n…           the lexicon: words of the field, all equally common
 *
 * How common a word is, is one letter: a step of `STEP` in the natural logarithm of its frequency. The reading of a word is that of its
 * characters; where it is not the likeliest of each, it follows in small letters (长L → `局长Rju'zhang`).
 */
export interface Word {
  readonly text: string;
  /** Its syllables: `["zheng", "fu"]`. */
  readonly reading: readonly string[];
  /** How unlikely it is, in nats: −ln of its share in all that is written. */
  readonly cost: number;
}

export const STEP = 0.55;
/** What all frequencies of the word list come to, about; only differences between costs matter. */
const LOG_TOTAL = 18;
/** The dictionary counts characters by themselves too often: its texts are old. Better on titles that no test holds. */
const SINGLE = 2;
/** A word of the lexicon is as likely as a common word of one syllable. */
export const LEXICON_COST = 8;

export const levelOf = (frequency: number): string => String.fromCharCode(65 + Math.max(0, Math.min(25, Math.round(Math.log(frequency) / STEP))));
const costOf = (level: string): number => LOG_TOTAL - (level.charCodeAt(0) - 65) * STEP;

/** What a character may be read as, the likeliest first. */
export type Readings = ReadonlyMap<string, readonly string[]>;

export interface WordList {
  readonly words: readonly Word[];
  readonly lexicon: readonly Word[];
  readonly readings: Readings;
}

export function readWordList(text: string): WordList {
  const [characters = '', words = '', lexicon = ''] = text.split('\n\n');
  const single = readCharacters(characters);
  const readings = readingsOf(single);
  const found = [...single];
  for (const line of words.split('\n')) {
    const first = line.slice(0, 1);
    for (const [, rest = '', level = 'A', reading = ''] of line.slice(1).matchAll(/([^A-Z]+?)([A-Z])([a-z']*)/g)) found.push(wordOf(first + rest, reading, costOf(level), readings));
  }
  const special = lexicon.split('\n').filter(Boolean).map((line) => {
    const [word = '', reading = ''] = line.split('\t');
    return wordOf(word, reading, LEXICON_COST, readings);
  });
  return { words: found, lexicon: special, readings };
}

/** The first part by itself. */
export function readCharacters(text: string): Word[] {
  return text.split('\n').flatMap((line) => {
    const [syllable = '', characters = ''] = line.split('\t');
    return [...characters.matchAll(/(.)([A-Z])/gu)].map(([, character = '', level = 'A']) => ({ text: character, reading: [syllable], cost: costOf(level) + SINGLE }));
  });
}

/** The reading of which a character is commonest comes first; of equals, that which stands first. */
export function readingsOf(characters: readonly Word[]): Readings {
  const byCharacter = new Map<string, Word[]>();
  for (const one of characters) byCharacter.set(one.text, [...(byCharacter.get(one.text) ?? []), one]);
  return new Map([...byCharacter].map(([character, entries]) => [character, entries.sort((a, b) => a.cost - b.cost).map(({ reading }) => reading[0] ?? '')]));
}

function wordOf(text: string, reading: string, cost: number, readings: Readings): Word {
  return { text, cost, reading: reading ? reading.split("'") : [...text].map((character) => readings.get(character)?.[0] ?? '') };
}
