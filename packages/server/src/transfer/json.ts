import { textOf } from './encoding.ts';
import { TransferError } from './transfer-error.ts';

export interface NumberedObject {
  readonly row: number;
  readonly object: Readonly<Record<string, unknown>>;
}

/** One JSON object on each line; empty lines are passed over. @throws TransferError naming a line that is none. */
export async function* jsonLines(path: string): AsyncGenerator<NumberedObject> {
  let row = 0;
  for await (const line of lines(path)) {
    row++;
    if (line.trim() !== '') yield { row, object: objectOf(line, row) };
  }
}

export async function* lines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const text of textOf(path)) {
    const all = (rest + text).split('\n');
    rest = all.pop() ?? '';
    yield* all;
  }
  if (rest !== '') yield rest;
}

/** The objects of one JSON array, one after the other, without holding the array. @throws TransferError for anything else. */
export async function* jsonObjects(path: string): AsyncGenerator<NumberedObject> {
  let row = 0;
  let state = 'before' as 'before' | 'between' | 'inside' | 'after';
  let text = '';
  let depth = 0;
  let inString = false;
  let escaped = false;
  const unexpected = (at: number) => new TransferError('file.json', { row: at, reason: 'an array of objects was expected' });
  for await (const piece of textOf(path)) {
    let start = 0;
    for (let index = 0; index < piece.length; index++) {
      const char = piece[index] ?? '';
      if (state === 'inside') {
        if (inString) {
          if (escaped) escaped = false;
          else if (char === '\\') escaped = true;
          else if (char === '"') inString = false;
        } else if (char === '"') inString = true;
        else if (char === '{' || char === '[') depth++;
        else if ((char === '}' || char === ']') && --depth === 0) {
          row++;
          yield { row, object: objectOf(text + piece.slice(start, index + 1), row) };
          text = '';
          state = 'between';
        }
      } else if (/\s/.test(char)) continue;
      else if (state === 'before' && char === '[') state = 'between';
      else if (state === 'between' && char === '{') {
        state = 'inside';
        depth = 1;
        start = index;
      } else if (state === 'between' && char === ']') state = 'after';
      else if (!(state === 'between' && char === ',' && row > 0)) throw unexpected(row + 1);
    }
    if (state === 'inside') text += piece.slice(start);
  }
  if (state !== 'after') throw unexpected(row + 1);
}

function objectOf(text: string, row: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TransferError('file.json', { row, reason: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TransferError('file.json', { row, reason: 'no object' });
  return value as Record<string, unknown>;
}
