import { isAlphanumeric } from './tokens.ts';

/**
 * Where `term` stands in `text`, both normalised: UTF-16 offsets of each beginning. A term that begins or ends with a Latin
 * letter or digit is found only where that run begins or ends, as in the index: `14年` does not stand in `2014年`.
 */
export function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  if (term === '') return found;
  const wholeStart = isAlphanumeric(charAt(term, 0));
  const wholeEnd = isAlphanumeric(charBefore(term, term.length));
  for (let start = text.indexOf(term); start !== -1; start = text.indexOf(term, start + 1)) {
    const end = start + term.length;
    if (wholeStart && isAlphanumeric(charBefore(text, start))) continue;
    if (wholeEnd && isAlphanumeric(charAt(text, end))) continue;
    found.push(start);
  }
  return found;
}

function charAt(text: string, index: number): string {
  const codePoint = text.codePointAt(index);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

function charBefore(text: string, index: number): string {
  const pair = text.slice(Math.max(0, index - 2), index);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? pair : pair.slice(-1);
}
