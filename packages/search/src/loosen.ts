import { normalise } from './normalise.ts';
import type { Query, Word } from './query.ts';
import { phrase } from './tokens.ts';

/** Local vocabulary for loosening queries; configuration, since every place has its own. Normalised when used. */
export interface Vocabulary {
  /** Words that carry no subject and may be missing from the text. */
  readonly stopWords: readonly string[];
  /** Groups of words that stand for one another, also inside a longer word. */
  readonly synonyms: readonly (readonly string[])[];
}

/** A start, from the queries of the search spike (shared/design/search.md §8, stage 6). */
export const defaultVocabulary: Vocabulary = {
  stopWords: [
    ...['的', '了', '和', '与', '及', '或', '在', '是', '对', '有', '我', '要', '想', '请', '吗', '呢', '吧', '把', '被', '给'],
    ...['关于', '有关', '如何', '怎么', '怎样', '怎么办', '办', '什么', '哪些', '哪里', '哪个', '为什么', '多少', '请问', '可以', '需要'],
    ...['我们', '我要', '一下', '查询', '规定'],
  ],
  synonyms: [
    ['狗', '犬'],
    ['噪音', '噪声'],
    // What a character map cannot fold: the words of Taiwan and Hong Kong.
    ['资讯', '信息'],
    ['网路', '网络'],
    ['软体', '软件'],
    ['电脑', '计算机'],
    ['低保', '最低生活保障'],
    ['社保', '社会保险'],
    ['医保', '医疗保险'],
    ['拆迁', '征收'],
    ['丧葬', '殡葬'],
  ],
};

/**
 * The query's words instead of its literal terms, for when those found too little: segmented, without stop words, each with
 * its synonyms. Every word must be found (pass to `ftsQuery` or `tsQuery`). Empty when only stop words were asked for.
 *
 * Needs `Intl.Segmenter`. Words are only ever a second attempt: as the index unit they lose single characters and
 * arbitrary pieces (shared/design/search.md §2).
 */
export function looseWords(query: Query, vocabulary: Vocabulary = defaultVocabulary): Word[] {
  const stopWords = new Set(vocabulary.stopWords.map(normalise));
  const synonyms = vocabulary.synonyms.map((group) => group.map(normalise));
  const words = query.terms.flatMap((term) => wordsOf(term, stopWords));
  return [...new Set(words)].map((word) => withSynonyms(word, synonyms));
}

/** The words that are not Latin letters or digits only: what to try when a mixed query finds nothing. */
export function withoutLatin(words: readonly Word[]): Word[] {
  return words.filter((word) => typeof word !== 'string' || !/^[a-z0-9]+$/.test(word));
}

/** The distinct tokens of the query, for the last attempt: titles that have at least half of them (`bigramShare`). */
export function titleBigrams(query: Query): string[] {
  return [...new Set(query.terms.flatMap(phrase).map(({ token }) => token))];
}

/** The share of the bigrams that a title contains, 0 to 1. */
export function bigramShare(title: string, bigrams: readonly string[]): number {
  const normalised = normalise(title);
  return bigrams.length === 0 ? 0 : bigrams.filter((bigram) => normalised.includes(bigram)).length / bigrams.length;
}

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a term. Single characters that the segmenter leaves over mean little alone: neighbours join into one
 * word (养|狗 → 养狗), and one that still stands by itself joins the word before it, or else after it (许可|权 → 许可权).
 */
function wordsOf(term: string, stopWords: ReadonlySet<string>): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const segments = Array.from(segmenter.segment(term), ({ segment }) => segment);
  return piecesBetween(segments, stopWords).flatMap((piece) => {
    const joined = joinWhere(piece, (before, word) => isSingle(before.segment) && isSingle(word));
    return joinWhere(joined, (before, word) => isSingle(before.word) || isSingle(word));
  });
}

function piecesBetween(segments: readonly string[], stopWords: ReadonlySet<string>): string[][] {
  const pieces: string[][] = [[]];
  for (const segment of segments) {
    if (stopWords.has(segment)) pieces.push([]);
    else pieces.at(-1)?.push(segment);
  }
  return pieces;
}

/** Appends a word to the one before it wherever `joins` says so; `segment` is the last part appended to `word`. */
function joinWhere(
  segments: readonly string[],
  joins: (before: { word: string; segment: string }, segment: string) => boolean,
): string[] {
  const words: { word: string; segment: string }[] = [];
  for (const segment of segments) {
    const before = words.at(-1);
    if (before !== undefined && joins(before, segment)) words[words.length - 1] = { word: before.word + segment, segment };
    else words.push({ word: segment, segment });
  }
  return words.map(({ word }) => word);
}

function isSingle(word: string): boolean {
  return [...word].length === 1;
}

function withSynonyms(word: string, synonyms: readonly (readonly string[])[]): Word {
  const alternatives = new Set([word]);
  for (const group of synonyms) {
    for (const member of group) {
      if (!word.includes(member)) continue;
      for (const other of group) alternatives.add(word.replaceAll(member, other));
    }
  }
  return alternatives.size > 1 ? [...alternatives] : word;
}
