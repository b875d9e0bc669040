import { answering, dataOf } from '../keyboard/answering.ts';
import { readWordList } from './dictionary.ts';
import { createPinyinEngine, type Candidate, type PinyinEngine } from './engine.ts';

// Reading the word list takes half a second on a slow screen: nobody waits for it while typing.

let engine: Promise<PinyinEngine> | undefined;
const loaded = (): Promise<PinyinEngine> => engine ?? Promise.reject(new Error('The word list has not been asked for.'));

const answers = {
  load: async (url: string): Promise<void> => {
    engine = dataOf(url).then(async (response) => createPinyinEngine(readWordList(await response.text())));
    await engine;
  },
  learn: async (texts: readonly string[]): Promise<void> => (await loaded()).learn(texts),
  candidates: async (typed: string): Promise<readonly Candidate[]> => (await loaded()).candidates(typed),
};
export type PinyinAnswers = typeof answers;

answering(answers);
