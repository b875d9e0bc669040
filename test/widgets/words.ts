import { expect } from '@open-wc/testing';

type Words = Readonly<Record<string, string>>;

/** What is filled in, in any order. */
const holes = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

/** Each language has the keys of the Chinese words, and in each of them the same values to fill in. */
export function sameWords(chinese: Words, others: Readonly<Record<string, Words>>): void {
  for (const [language, words] of Object.entries(others)) {
    expect(Object.keys(words), language).to.have.members(Object.keys(chinese));
    for (const [key, text] of Object.entries(chinese)) expect(holes(words[key] ?? ''), `${language} ${key}`).to.deep.equal(holes(text));
  }
}

/** Words that stand beside each other, as the pages of the desk keep them: whole by the contract, alike in three languages, and English in English. */
export interface Vocabulary {
  readonly 'zh-CN': Words;
  readonly 'zh-Hant': Words;
  readonly en: Words;
}

/** Every word of the contract that a page can show, by the beginning of its key, that a language lacks. */
export const missingWords = (words: Words, shown: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(shown).flatMap(([beginning, values]) => values.map((value) => `${beginning}.${value}`)).filter((key) => !words[key]?.trim());

export function sameVocabulary({ 'zh-CN': chinese, 'zh-Hant': hant, en }: Vocabulary): void {
  sameWords(chinese, { 'zh-Hant': hant, en });
  for (const [key, text] of Object.entries(en)) expect(text, key).not.to.match(/[\u4e00-\u9fff]/);
}
