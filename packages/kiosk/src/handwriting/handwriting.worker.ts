import { answering, dataOf } from '../keyboard/answering.ts';
import { ranked } from './ranking.ts';
import { createRecogniser, type Recogniser } from './recogniser.ts';
import type { Stroke } from './strokes.ts';
import { readTemplates } from './templates.ts';

let engine: Promise<Recogniser> | undefined;
let lexicon = '';

const answers = {
  load: async (url: string): Promise<void> => {
    engine = dataOf(url).then(async (response) => createRecogniser(readTemplates(new Uint8Array(await response.arrayBuffer()))));
    await engine;
  },
  learn: (texts: readonly string[]): void => {
    lexicon = texts.join(' ');
  },
  /** @param before - what stands before the caret. */
  recognise: async (strokes: readonly Stroke[], before: string): Promise<readonly string[]> => {
    if (!engine) throw new Error('The strokes have not been asked for.');
    return ranked((await engine).recognise(strokes), before, lexicon);
  },
};
export type HandwritingAnswers = typeof answers;

answering(answers);
