import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BOX, boxed, resampled } from '../../kiosk/src/handwriting/strokes.ts';
import { POINTS, writeTemplates, type Template } from '../../kiosk/src/handwriting/templates.ts';

/*
 * What handwriting on the touch screen is compared with: for each character the middle lines of its strokes out of hanzi-writer-data, brought
 * into one box, 5 points each, rounded to 6 bits. What comes out is derived from that data and stands under its licence (LICENSE beside this
 * package). demo/build.ts writes it to packages/handwriting-data/data/strokes.bin.
 */
export function makeTemplates(characters: readonly string[]): Uint8Array {
  const folder = dirname(createRequire(import.meta.url).resolve('hanzi-writer-data/package.json'));
  return writeTemplates([...characters].sort().flatMap((character) => templateOf(character, folder) ?? []));
}

function templateOf(character: string, folder: string): Template | undefined {
  let text;
  try {
    text = readFileSync(join(folder, `${character}.json`), 'utf8');
  } catch {
    return undefined; // nobody has drawn it yet
  }
  const { medians } = JSON.parse(text) as { readonly medians: readonly (readonly (readonly [x: number, y: number])[])[] };
  // There y grows upwards.
  const strokes = boxed(medians.map((line) => line.flatMap(([x, y]) => [x, -y])));
  return { character, strokes: strokes.map((stroke) => resampled(stroke, POINTS).map((value) => Math.max(0, Math.min(BOX - 1, Math.round(value))))) };
}
