/** Characters that take one em in CJK fonts: ideographs, kana, full-width forms, CJK punctuation and symbols. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\u2018\u2019\u201c\u201d\u2026\u2014]/u;
/** What may not begin a line. */
const CLOSING = /[,。、;:!?)》〉」』】〕”’…%,.;:!?)\]}]/u;
/** What may not end a line. */
const OPENING = /[(《〈「『【〔“‘([{]/u;

const widthOf = (character: string): number => (WIDE.test(character) ? 1 : /[A-Z@%&mwMW]/.test(character) ? 0.72 : /[\sil.,:;'|!]/.test(character) ? 0.32 : 0.58);

/** About how wide a text is, in em. Close enough to draw boxes without asking the page, so it is the same everywhere. */
export const measure = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

/** Breaks a text into lines of at most `width` em: anywhere between ideographs, only at spaces within Latin words and numbers. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units(text)) {
    if (line !== '' && measure(line) + measure(unit.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    } else {
      line += unit;
    }
    while (measure(line) > width && [...line].length > 1) {
      const [head, rest] = cut(line, width); // one unit that is longer than a line
      lines.push(head);
      line = rest;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** What stays together: a Latin word or a number, and punctuation with what it belongs to. */
function units(text: string): string[] {
  const found: string[] = [];
  let open = false;
  for (const character of text.trim()) {
    const last = found.length - 1;
    const previous = found[last];
    const joins = previous !== undefined && (open || CLOSING.test(character) || (!breaksAfter(previous) && !WIDE.test(character)));
    if (joins) found[last] = previous + character;
    else found.push(character);
    open = OPENING.test(character);
  }
  return found;
}

const breaksAfter = (unit: string): boolean => {
  const characters = [...unit];
  const last = characters[characters.length - 1] ?? '';
  return WIDE.test(last) || /\s/.test(last);
};

function cut(text: string, width: number): [string, string] {
  let head = '';
  for (const character of text) {
    if (head !== '' && measure(head + character) > width) break;
    head += character;
  }
  return [head, text.slice(head.length)];
}
