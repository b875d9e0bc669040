import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PinyinEngine } from '../src/pinyin/engine.ts';

/** A phrase that somebody may look for, and its syllables. */
export interface Phrase {
  readonly text: string;
  readonly syllables: readonly string[];
}

/** 100 phrases of open government affairs, written before the engine was; readings checked by hand. */
export const phrases: readonly Phrase[] = readFileSync(join(import.meta.dirname, 'phrases.txt'), 'utf8').trim().split('\n').map((line) => {
  const [text = '', reading = ''] = line.split(' ');
  return { text, syllables: reading.split("'") };
});

export const exactly = ({ syllables }: Phrase): string => syllables.join('');
/** Nobody curls the tongue, and every -ng is -n. */
export const southern = ({ syllables }: Phrase): string => syllables.map((syllable) => syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n')).join('');
/** And l is n, and hu is f. */
export const hunanese = ({ syllables }: Phrase): string => syllables.map((syllable) => southern({ text: '', syllables: [syllable] }).replace(/^l/, 'n').replace(/^hu(?=[ai])/, 'f')).join('');

export function scoreOf(engine: PinyinEngine, all: readonly Phrase[], typed: (phrase: Phrase) => string): { readonly first: number; readonly three: number; readonly missed: readonly string[] } {
  const found = all.map((phrase) => ({ text: phrase.text, offers: engine.candidates(typed(phrase)).map(({ text }) => text) }));
  const within = (count: number) => found.filter(({ text, offers }) => offers.slice(0, count).includes(text)).length;
  return { first: within(1), three: within(3), missed: found.filter(({ text, offers }) => offers[0] !== text).map(({ text, offers }) => `${text}→${offers[0] ?? ''}`) };
}
