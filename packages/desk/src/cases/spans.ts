import type { Redaction } from '@sunlit/client/desk';

export type Span = Redaction['spans'][number];

const ARTICLES: Readonly<Record<Span['ground'], string>> = {
  E14_SECRET: '第十四条', E14_LAW: '第十四条', E14_SAFETY: '第十四条', E15_THIRD: '第十五条', E16_INTERNAL: '第十六条第一款', E16_PROCESS: '第十六条第二款', E16_CASEFILE: '第十六条第二款',
};

/** What stands in the copy where something was hidden, as the server writes it: in the language of the law, whoever looks. */
export const markOf = (ground: Span['ground']): string => `［依照${ARTICLES[ground]}不予公开］`;

/** The spans of a text after somebody typed in it: those behind move along, one typed within grows, one that was cut into is no more. */
export function shifted(spans: readonly Span[], before: string, after: string): Span[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [end, moved] = [before.length - tail, after.length - before.length];
  return spans.flatMap((span) => {
    if (span.end <= head) return [span];
    if (span.start >= end) return [{ ...span, start: span.start + moved, end: span.end + moved }];
    return span.start < head && span.end > end ? [{ ...span, end: span.end + moved }] : [];
  });
}

/** Where a piece of text stands outside of what is marked already, each time it does. */
export function placesOf(text: string, piece: string, taken: readonly Pick<Span, 'start' | 'end'>[]): { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let start = text.indexOf(piece); start !== -1; start = text.indexOf(piece, start + 1)) {
    const end = start + piece.length;
    if (![...taken, ...places].some((one) => overlaps(one, { start, end }))) places.push({ start, end });
  }
  return places;
}

export const overlaps = (a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean => a.start < b.end && b.start < a.end;

export const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.start - b.start);

/** A text in pieces, shown and hidden in turn. */
export function pieces(text: string, spans: readonly Span[]): readonly (string | Span)[] {
  return [...inOrder(spans).flatMap((span, index, all) => [text.slice(all[index - 1]?.end ?? 0, span.start), span]), text.slice(inOrder(spans).at(-1)?.end ?? 0)];
}
