import { LEXICON_COST, type Readings, type Word, type WordList } from './dictionary.ts';

/** What stands in titles between the words of the field. */
const BETWEEN = /[^\p{Script=Han}]+|关于|的|和|与|及|或|等/u;
const LONGEST_PIECE = 9;
const LONGEST_NEW_WORD = 4;
const MOST_READINGS = 6;

/**
 * Words of the field in titles: the pieces between 关于, 的, 和 as they stand, and the runs of characters that the word list can only
 * read one by one, which mostly are words it does not know (采砂 in 河道采砂许可).
 */
export function newWords(texts: readonly string[], { words, readings }: WordList, known: readonly Word[]): Word[] {
  const costs = new Map(words.map(({ text, cost }) => [text, cost]));
  const byText = new Map(words.filter(({ text }) => text.length > 1).map((word) => [word.text, word]));
  const present = new Set(known.map(({ text }) => text));
  const found = new Map<string, Word[]>();
  const add = (text: string, parts: readonly string[]) => {
    if (present.has(text) || found.has(text) || costs.has(text)) return;
    found.set(text, readingsAsWritten(parts, byText, readings).map((reading) => ({ text, reading, cost: LEXICON_COST })));
  };
  for (const piece of new Set(texts.flatMap((text) => text.split(BETWEEN)))) {
    if (piece.length < 2) continue;
    const parts = cut(piece, costs);
    if (piece.length <= LONGEST_PIECE) add(piece, parts);
    for (const run of parts.join(' ').match(/(?<!\S)\S(?: \S(?!\S))+/g) ?? []) {
      const singles = run.split(' ');
      if (singles.length <= LONGEST_NEW_WORD) add(singles.join(''), singles);
    }
  }
  return [...found.values()].flat();
}

/** The likeliest cut of a text into words. */
function cut(text: string, costs: ReadonlyMap<string, number>): string[] {
  const best: { cost: number; word: string }[] = [{ cost: 0, word: '' }];
  for (let end = 1; end <= text.length; end += 1) {
    for (let start = Math.max(0, end - 8); start < end; start += 1) {
      const word = text.slice(start, end);
      const own = costs.get(word) ?? (word.length === 1 ? 25 : Number.POSITIVE_INFINITY);
      const cost = (best[start]?.cost ?? 0) + own;
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost, word };
    }
  }
  const parts: string[] = [];
  for (let end = text.length; end > 0; end -= parts[0]?.length ?? end) parts.unshift(best[end]?.word ?? text.slice(0, end));
  return parts;
}

/** Words have one reading; characters by themselves may be meant in any of theirs (河长 is hé zhǎng). */
function readingsAsWritten(parts: readonly string[], words: ReadonlyMap<string, Word>, readings: Readings): string[][] {
  let all: string[][] = [[]];
  for (const part of parts) {
    const own = words.get(part)?.reading;
    const choices = own ? [own] : (readings.get(part) ?? []).map((syllable) => [syllable]);
    all = choices.flatMap((choice) => all.map((before) => [...before, ...choice])).slice(0, MOST_READINGS);
  }
  return all.filter((reading) => reading.length > 0);
}
