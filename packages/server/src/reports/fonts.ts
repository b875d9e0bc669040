import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

/*
 * Noto Serif SC. One file holds the common characters; those it lacks are in many small ones, of which a style sheet says which holds what. The files in
 * WOFF, not WOFF2: of those, what is embedded would be the whole font (fontkit cannot take a few glyphs out of it).
 */

const DIRECTORY = fileURLToPath(new URL('.', import.meta.resolve('@fontsource/noto-serif-sc/package.json')));
const MAIN = 'noto-serif-sc-chinese-simplified-400-normal.woff';

/** What stands for a character that no file holds, as printers did it (U+3013). */
export const GETA = '〓';

export interface FontFile {
  readonly name: string;
  readonly font: Buffer;
}

export const mainFont = (): Promise<FontFile> => read(MAIN);

/** The files that may hold some characters. */
export async function fontsFor(characters: Iterable<number>): Promise<FontFile[]> {
  const wanted = [...characters];
  if (wanted.length === 0) return [];
  const css = await readFile(join(DIRECTORY, '400.css'), 'utf8');
  const files = [...css.matchAll(/url\(\.\/files\/([\w-]+\.woff)\)[^}]*?unicode-range:\s*([^;]+);/g)].filter(([, , ranges = '']) => {
    const spans = ranges.split(',').map((range) => range.trim().slice(2).split('-').map((end) => Number.parseInt(end, 16)));
    return wanted.some((character) => spans.some(([from = 0, to = from]) => from <= character && character <= to));
  });
  return Promise.all(files.map(([, name = '']) => read(name)));
}

async function read(name: string): Promise<FontFile> {
  return { name, font: unpacked(await readFile(join(DIRECTORY, 'files', name))) };
}

/** A WOFF file (W3C WOFF 1.0) as the OpenType font that it packs. Left packed, its tables would be unpacked for each glyph anew, which takes half a minute. */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  [count, 2 ** power * 16, power, (count - 2 ** power) * 16].forEach((value, index) => head.writeUInt16BE(value, 4 + 2 * index));
  const parts: Buffer[] = [head];
  let at = head.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index;
    const [offset, packed, size, sum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(entry + field)) as [number, number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    const content = packed < size ? inflateSync(bytes) : bytes;
    woff.copy(head, 12 + 16 * index, entry, entry + 4);
    [sum, at, size].forEach((value, field) => head.writeUInt32BE(value, 16 + 16 * index + 4 * field));
    const padding = Buffer.alloc((4 - (size % 4)) % 4);
    parts.push(content, padding);
    at += size + padding.length;
  }
  return Buffer.concat(parts);
}
