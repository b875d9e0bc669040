import { simplified, traditional } from './fold.ts';

const simplifiedOf = new Map<string, string>();
{
  const targets = [...simplified];
  [...traditional].forEach((char, index) => simplifiedOf.set(char, targets[index] ?? char));
}

/**
 * Makes texts comparable: compatibility forms (full width, ①, ㎡), case and traditional characters are folded, and
 * invisible characters (zero-width spaces, variation selectors, soft hyphens) that pasted text carries are dropped.
 * `ＡＢＣ資訊` and `abc资讯` come out equal. Normalising twice changes nothing more.
 *
 * It works per code point, so that every part of the result has one place in the original (`normaliseWithOffsets`);
 * combining marks are therefore not composed with their letter.
 */
export function normalise(text: string): string {
  return text.replace(changeable, normaliseChar);
}

/** `normalise` but for signs that no term holds, which stay: so most texts stay the very same, and need not be kept twice. */
export function searchable(text: string): string {
  return text.replace(changeable, (char) => {
    let known = searchableOf.get(char);
    if (known === undefined) {
      const folded = normaliseChar(char);
      known = folded === '' || termCharacter.test(folded) || termCharacter.test(char) ? folded : char;
      if (char.length === 1) searchableOf.set(char, known);
    }
    return known;
  });
}
const termCharacter = /[\p{L}\p{N}\p{M}]/u;
const searchableOf = new Map<string, string>();

/** A normalised text in which the UTF-16 unit `n` comes from the original's code point at `starts[n]` up to `ends[n]`. Without them, each comes from its own place. */
export interface OffsetText {
  readonly normalised: string;
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
}

/** `normalise`, remembering where in the original each UTF-16 unit of the result came from. */
export function normaliseWithOffsets(text: string): OffsetText {
  // Nearly every text keeps the place of every character.
  let moved = /[\ud800-\udfff]/.test(text);
  const whole = text.replace(changeable, (char) => {
    const units = normaliseChar(char);
    if (units.length !== char.length) moved = true;
    return units;
  });
  if (!moved) return { normalised: whole };
  let normalised = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let position = 0;
  for (const char of text) {
    const units = normaliseChar(char);
    const end = position + char.length;
    for (let unit = 0; unit < units.length; unit++) {
      starts.push(position);
      ends.push(end);
    }
    normalised += units;
    position = end;
  }
  return { normalised, starts, ends };
}

// Few characters of a simplified text change; the others, and the commonest marks between them, are passed over by the engine instead of one by one.
const changeable = new RegExp(`[^\\x00-\\x40\\x5b-\\x7f\\u00b7\\u2014\\u2018\\u2019\\u201c\\u201d\\u3001\\u3002\\u3008-\\u3011\\u4e00-\\u9fff]|[${traditional}]`, 'gu');

function normaliseChar(char: string): string {
  const code = char.charCodeAt(0);
  // The two blocks that make up nearly all text: ASCII, and unified ideographs, which have no compatibility form.
  if (code < 0x80) return char.toLowerCase();
  if (code >= 0x4e00 && code <= 0x9fff) return simplifiedOf.get(char) ?? char;
  let folded = foldedOf.get(char);
  if (folded === undefined) {
    folded = fold(char);
    // The signs of the basic plane, so that they stay few.
    if (char.length === 1) foldedOf.set(char, folded);
  }
  return folded;
}

// Punctuation recurs in every text, and Unicode's own folding of it is slow.
const foldedOf = new Map<string, string>();

function fold(char: string): string {
  if (invisible.test(char)) return '';
  let folded = '';
  // U+0130 and its like lower-case to a letter with a mark, and some compatibility forms hold an invisible character.
  for (const part of char.normalize('NFKC').toLowerCase().normalize('NFKC')) {
    if (!invisible.test(part)) folded += simplifiedOf.get(part) ?? part;
  }
  return folded;
}

const invisible = /^\p{Default_Ignorable_Code_Point}$/u;
