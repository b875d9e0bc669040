import { normalise, normaliseWithOffsets, type OffsetText } from './normalise.ts';
import { occurrences } from './occurrences.ts';

/** A half-open piece `[start, end)` of a text, in UTF-16 units. It never begins or ends inside a code point. */
export type Range = [start: number, end: number];

/** A window on a text, to be shown as plain text with marks: nothing here is HTML. */
export interface Snippet {
  readonly text: string;
  /** In `text`, sorted, apart. */
  readonly marks: Range[];
  /** Whether the original goes on before and after the window. */
  readonly before: boolean;
  readonly after: boolean;
}

/**
 * Where the terms stand in the original text: sorted ranges, overlapping and adjoining ones merged. A character that
 * normalises to several (㎡ → m2) is marked whole. Full-width and traditional text is found by its plain form and the reverse.
 */
export function highlight(text: string, terms: readonly string[]): Range[] {
  return merge(hits(normaliseWithOffsets(text), terms));
}

/**
 * The window of about `length` UTF-16 units that shows the most different terms, then the most hits; without hits, the
 * beginning. It starts at a sentence where one begins near, never cuts a hit or a code point, and is longer than `length`
 * only when a single hit is. Of a text that `searchable` leaves as it is terms can be found as it stands: who knows that
 * says so by `isPlain`, which is most of the work.
 */
export function snippet(text: string, terms: readonly string[], { length = 90, isPlain = false }: { readonly length?: number; readonly isPlain?: boolean } = {}): Snippet {
  const found = hits(isPlain ? { normalised: text } : normaliseWithOffsets(text), terms);
  const shown = densest(found, length);
  const start = windowStart(text, shown, found, length);
  const end = windowEnd(text, start, shown, found, length);
  const inside = found.filter((hit) => hit.start >= start && hit.end <= end);
  return {
    text: text.slice(start, end),
    marks: merge(inside).map(([from, to]) => [from - start, to - start]),
    before: start > 0,
    after: end < text.length,
  };
}

type Hit = { readonly start: number; readonly end: number; readonly term: string };

function hits({ normalised, starts, ends }: OffsetText, terms: readonly string[]): Hit[] {
  const found: Hit[] = [];
  for (const term of new Set(terms.map(normalise))) {
    for (const at of occurrences(normalised, term)) {
      const start = starts ? starts[at] : at;
      const end = ends ? ends[at + term.length - 1] : at + term.length;
      if (start !== undefined && end !== undefined) found.push({ start, end, term });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function merge(sorted: readonly Hit[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The consecutive hits that fit into `length` with the most different terms, then the most hits; the earliest of equals. */
function densest(found: readonly Hit[], length: number): Range {
  const counts = new Map<string, number>();
  let best: Range = [0, 0];
  let bestTerms = 0;
  let bestHits = 0;
  let last = 0;
  found.forEach((first, index) => {
    for (let next = found[last]; next && (last === index || next.end - first.start <= length); next = found[++last]) {
      counts.set(next.term, (counts.get(next.term) ?? 0) + 1);
    }
    const inside = last - index;
    if (counts.size > bestTerms || (counts.size === bestTerms && inside > bestHits)) {
      best = [first.start, Math.max(...found.slice(index, last).map(({ end }) => end))];
      bestTerms = counts.size;
      bestHits = inside;
    }
    const left = (counts.get(first.term) ?? 0) - 1;
    if (left > 0) counts.set(first.term, left);
    else counts.delete(first.term);
  });
  return best;
}

function windowStart(text: string, [shownStart, shownEnd]: Range, found: readonly Hit[], length: number): number {
  const spare = Math.max(0, length - (shownEnd - shownStart));
  const earliest = Math.max(0, shownStart - spare);
  if (earliest === 0) return 0;
  const lead = text.slice(earliest, shownStart);
  const sentence = lead.search(/(?<=[。；！？\n])[^。；！？\n]*$/);
  // Without a sentence in reach, a few words before the hit tell what it is about.
  let start = sentence >= 0 ? earliest + sentence : Math.max(earliest, shownStart - Math.floor(length / 6));
  for (const hit of found) {
    if (hit.start < start && start < hit.end) start = Math.min(hit.end, shownStart);
  }
  return atCodePoint(text, start, 1);
}

function windowEnd(text: string, start: number, [, shownEnd]: Range, found: readonly Hit[], length: number): number {
  let end = Math.max(shownEnd, Math.min(text.length, start + length));
  for (const hit of found.toReversed()) {
    if (hit.start < end && end < hit.end) end = Math.max(hit.start, shownEnd);
  }
  return atCodePoint(text, end, -1);
}

/** The nearest boundary of a code point in the given direction: `index` itself unless it splits a surrogate pair. */
function atCodePoint(text: string, index: number, direction: 1 | -1): number {
  const splits = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, index - 1), index + 1));
  return splits ? index + direction : index;
}
