import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recogniser } from '../src/handwriting/recogniser.ts';
import type { Stroke } from '../src/handwriting/strokes.ts';
import type { Template } from '../src/handwriting/templates.ts';

/** What a pen wrote, and what it was. */
export interface Sample {
  readonly character: string;
  readonly strokes: readonly Stroke[];
}

/** 237 characters by one writer (packages/handwriting-data/README.md); a file `all.tdic` of the whole collection is read as well. */
export const OWN_SAMPLES = join(import.meta.dirname, '../../handwriting-data/samples/tomoe.tdic');

/** The samples of a file of tomoe_data of which there are templates. */
export function readSamples(path: string, templates: readonly Template[]): Sample[] {
  const known = new Set(templates.map(({ character }) => character));
  return readFileSync(path, 'utf8').trim().split(/\n\s*\n/).map((block) => {
    const [character = '', , ...lines] = block.trim().split('\n');
    return { character, strokes: lines.map((line) => [...line.matchAll(/\((-?\d+) (-?\d+)\)/g)].flatMap(([, x, y]) => [Number(x), Number(y)])) };
  }).filter(({ character }) => known.has(character));
}

export function scoreOf(recogniser: Recogniser, samples: readonly Sample[]): { readonly first: number; readonly five: number } {
  const places = samples.map(({ character, strokes }) => recogniser.recognise(strokes).findIndex((guess) => guess.character === character));
  const within = (count: number) => places.filter((place) => place >= 0 && place < count).length / samples.length;
  return { first: within(1), five: within(5) };
}

/** The same strokes in another order, the same at each run. */
export function shuffled({ character, strokes }: Sample): Sample {
  return { character, strokes: [...strokes].map((stroke, at) => ({ stroke, key: (at * 7 + strokes.length * 3) % 11 })).sort((a, b) => a.key - b.key).map(({ stroke }) => stroke) };
}
