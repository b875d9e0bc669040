import { LEXICON_COST, type Readings, type Word, type WordList } from './dictionary.ts';

/** What stands in titles between the words of the field. */
const BETWEEN = /[^\p{Script=Han}]+|关于|的|和|与|及|或|等/u;
/** With these names of places end, whose beginnings are words of their own (马头 in 马头岭). */
const PLACE = /^[村组镇乡县区市街路巷桥河湖江溪港湾洞坝库山岭坡冲坪坳塘园寨垸洲]$/;
const LONGEST_PIECE = 9;
const LONGEST_NEW_WORD = 4;
const MOST_READINGS = 6;

/** Words that are known already, as titles are cut by them. */
export interface Vocabulary {
  readonly costs: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, Word>;
  readonly readings: Readings;
}

export function vocabularyOf({ words, readings }: WordList, lexicon: readonly Word[]): Vocabulary {
  const all = [...words, ...lexicon];
  return { costs: new Map(all.map(({ text, cost }) => [text, cost])), words: new Map(all.filter(({ text }) => text.length > 1).map((word) => [word.text, word])), readings };
}

/**
 * Words of the field in titles: the pieces between 关于, 的, 和 as they stand, and the runs of characters that the word list can only
 * read one by one, which mostly are words it does not know (采砂 in 河道采砂许可), and names of places.
 */
export function newWords(texts: readonly string[], { costs, words, readings }: Vocabulary): Word[] {
  const found = new Map<string, Word[]>();
  const add = (text: string, parts: readonly string[]) => {
    if (costs.has(text) || found.has(text)) return;
    found.set(text, readingsAsWritten(parts, words, readings).map((reading) => ({ text, reading, cost: LEXICON_COST })));
  };
  for (const piece of new Set(texts.flatMap((text) => text.split(BETWEEN)))) {
    if (piece.length < 2) continue;
    const parts = cut(piece, costs);
    if (piece.length <= LONGEST_PIECE) add(piece, parts);
    parts.forEach((part, at) => {
      const first = parts[at - 1] ?? '';
      if (PLACE.test(part) && first.length > 0 && first.length <= 2) add(first + part, [first, part]);
    });
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
