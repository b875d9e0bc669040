import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { levelOf, readingsOf, type Readings } from '../src/pinyin/dictionary.ts';

/*
 * The word list of the pinyin keyboard: the commonest words by the frequencies of the dictionary in @node-rs/jieba, all characters of
 * GB 2312, and the lexicon beside this script; readings by pinyin-pro. Its form stands in src/pinyin/dictionary.ts. demo/build.ts writes it
 * to packages/kiosk/data/pinyin.txt.
 */

const WORDS = 50_000;
const LONGEST = 6;
/** Given names and names out of novels, which the dictionary holds by the ten thousand. */
const NAMES = /^nr/;

interface Entry {
  readonly text: string;
  readonly frequency: number;
  readonly reading: readonly string[];
}

export function makePinyin(): string {
  const dictionary = readFileSync(join(dirname(createRequire(import.meta.url).resolve('@node-rs/jieba')), 'dict.txt'), 'utf8');
  const rows = dictionary.split('\n').map((line) => line.split(' ')).filter(([text = '']) => /^[\u4e00-\u9fff]+$/.test(text));
  const frequencies = new Map(rows.map(([text = '', frequency]) => [text, Number(frequency)]));
  const words = rows
    .filter(([text = '', , kind = '']) => text.length > 1 && text.length <= LONGEST && !(NAMES.test(kind) && text.length > 2))
    .map(([text = '', frequency]) => ({ text, frequency: Number(frequency) }))
    .sort((a, b) => b.frequency - a.frequency || (a.text < b.text ? -1 : 1))
    .slice(0, WORDS)
    .map(({ text, frequency }): Entry => ({ text, frequency, reading: syllables(text) }));

  const characters = charactersOf(words, frequencies);
  // As whoever reads the file will find them: in its order, and no more exact than its letters.
  const written = byKey(characters, ({ reading }) => reading[0] ?? '');
  const readings = readingsOf(written.flatMap(([, list]) => list.map(({ text, frequency, reading }) => ({ text, reading, cost: -levelOf(frequency).charCodeAt(0) }))));
  return [
    written.map(([syllable, list]) => `${syllable}\t${list.map(({ text, frequency }) => text + levelOf(frequency)).join('')}`),
    byKey(words, ({ text }) => text.slice(0, 1)).map(([first, list]) => first + list.map((word) => word.text.slice(1) + levelOf(word.frequency) + exception(word.text, word.reading, readings)).join('')),
    [...lexicon()].map(([text, reading]) => [text, exception(text, reading, readings)].filter(Boolean).join('\t')),
  ].map((part) => part.join('\n')).join('\n\n');
}

/** Each character under each reading it has in words, and as common as it is in them; alone, as pinyin-pro reads it. */
function charactersOf(words: readonly Entry[], frequencies: ReadonlyMap<string, number>): Entry[] {
  const shares = new Map<string, Map<string, number>>();
  for (const { text, frequency, reading } of words) {
    [...text].forEach((character, place) => {
      const share = shares.get(character) ?? new Map<string, number>();
      const syllable = reading[place] ?? '';
      shares.set(character, share.set(syllable, (share.get(syllable) ?? 0) + frequency));
    });
  }
  return gb2312().flatMap((character) => {
    const frequency = frequencies.get(character) ?? 1;
    const share = shares.get(character) ?? new Map<string, number>();
    for (const usual of syllables(character)) share.set(usual, (share.get(usual) ?? 0) + 1);
    const total = [...share.values()].reduce((sum, one) => sum + one, 0);
    return [...share].map(([syllable, one]) => ({ text: character, frequency: Math.max(1, (frequency * one) / total), reading: [syllable] }));
  });
}

/** Words of the field and how they are read. */
function lexicon(): Map<string, readonly string[]> {
  const lines = readFileSync(join(import.meta.dirname, 'lexicon.txt'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.flatMap((line) => {
    const [text = '', reading] = line.split('\t');
    return reading ? [[text, reading.split("'")] as const] : line.split(' ').map((word) => [word, syllables(word)] as const);
  }));
}

/** Only what the readings of the single characters do not say. */
function exception(text: string, reading: readonly string[], readings: Readings): string {
  return [...text].every((character, place) => readings.get(character)?.[0] === reading[place]) ? '' : reading.join("'");
}

function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true });
}

function byKey<T extends { readonly text: string }>(list: readonly T[], key: (one: T) => string): [string, T[]][] {
  const groups = Map.groupBy([...list].sort((a, b) => (a.text < b.text ? -1 : 1)), key);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The 6,763 characters of GB 2312, by their places in the code: rows 16 to 87, cells 1 to 94. */
export function gb2312(): string[] {
  const places = Uint8Array.from({ length: 72 * 94 * 2 }, (_, at) => (at % 2 === 0 ? 0xb0 + Math.floor(at / 188) : 0xa1 + ((at >> 1) % 94)));
  return [...new TextDecoder('gb18030').decode(places)].filter((character) => /^[\u4e00-\u9fff]$/.test(character));
}
