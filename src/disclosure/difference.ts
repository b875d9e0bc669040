import { diffArrays, diffChars, diffWordsWithSpace } from 'diff';
import { lines, type Group, type Line } from './lines.ts';
import type { DisclosureContent, Say } from './types.ts';

interface Piece {
  readonly state: 'same' | 'added' | 'removed';
  readonly text: string;
}
export interface LineChange {
  readonly state: 'added' | 'removed' | 'changed';
  readonly label: string | undefined;
  readonly pieces: readonly Piece[];
}
export interface GroupChange {
  readonly title: string;
  readonly state: 'added' | 'removed' | 'changed';
  readonly lines: readonly LineChange[];
}
export interface Difference {
  readonly groups: readonly GroupChange[];
  /** Titles of what is the same in both. */
  readonly same: readonly string[];
}

/** What changed from one revision to another, group by group, down to the words. */
export function difference(before: DisclosureContent, after: DisclosureContent, t: Say): Difference {
  const [old, now] = [lines(before, t), lines(after, t)];
  const groups: GroupChange[] = [];
  const same: string[] = [];
  const oldOf = new Map(old.map((group) => [group.key, group]));
  const nowKeys = new Set(now.map(({ key }) => key));
  const gone = (from: number) => {
    // Groups that are gone stand where they stood: after the group before them.
    for (let at = from; at < old.length; at += 1) {
      const group = old[at];
      if (!group || nowKeys.has(group.key)) break;
      groups.push(whole(group, 'removed'));
    }
  };
  gone(0);
  for (const group of now) {
    const former = oldOf.get(group.key);
    if (!former) {
      groups.push(whole(group, 'added'));
      continue;
    }
    const changes = group.lines.every(({ key }) => key !== undefined) && former.lines.every(({ key }) => key !== undefined) ? keyed(former, group) : sequence(former, group);
    if (changes.length === 0) same.push(group.title);
    else groups.push({ title: group.title, state: 'changed', lines: changes });
    gone(old.indexOf(former) + 1);
  }
  return { groups, same };
}

const whole = (group: Group, state: 'added' | 'removed'): GroupChange => ({ title: group.title, state, lines: group.lines.map((line) => only(line, state)) });

const only = (line: Line, state: 'added' | 'removed'): LineChange => ({ state, label: line.label, pieces: [{ state, text: line.text }] });

function keyed(before: Group, after: Group): LineChange[] {
  const old = new Map(before.lines.map((line) => [line.key, line]));
  const kept = new Set(after.lines.map(({ key }) => key));
  return [
    ...after.lines.flatMap((line) => {
      const former = old.get(line.key);
      return former ? (former.text === line.text ? [] : [changed(former, line)]) : [only(line, 'added')];
    }),
    ...before.lines.filter(({ key }) => !kept.has(key)).map((line) => only(line, 'removed')),
  ];
}

/** Paragraphs and other sequences: what was put in, taken out, or rewritten at the same place. */
function sequence(before: Group, after: Group): LineChange[] {
  const changes: LineChange[] = [];
  let removed: readonly Line[] = [];
  const flush = () => {
    changes.push(...removed.map((line) => only(line, 'removed')));
    removed = [];
  };
  for (const part of diffArrays([...before.lines], [...after.lines], { comparator: (a, b) => a.text === b.text && a.label === b.label })) {
    if (part.removed) {
      flush();
      removed = part.value;
    } else if (part.added) {
      for (const line of part.value) {
        const [former, ...others] = removed;
        const rewritten = former ? changed(former, line) : undefined;
        if (rewritten && rewritten.pieces.some(({ state }) => state === 'same')) {
          changes.push(rewritten);
          removed = others;
        } else {
          changes.push(only(line, 'added'));
        }
      }
      flush();
    } else {
      flush();
    }
  }
  flush();
  return changes;
}

/** Below this share of common text, words picked out of two texts read worse than the two texts. */
const LIKE = 0.35;

function changed(before: Line, after: Line): LineChange {
  const pieces = words(before.text, after.text);
  const common = pieces.reduce((sum, { state, text }) => (state === 'same' ? sum + text.length : sum), 0);
  const like = common / Math.max(before.text.length, after.text.length, 1);
  const shown: Piece[] = like >= LIKE ? pieces : [{ state: 'removed', text: before.text }, { state: 'added', text: after.text }];
  return { state: 'changed', label: after.label, pieces: shown };
}

/** By words where the browser knows Chinese words, else by characters. */
function words(before: string, after: string): Piece[] {
  const parts = 'Segmenter' in Intl ? diffWordsWithSpace(before, after, { intlSegmenter: new Intl.Segmenter('zh', { granularity: 'word' }) }) : diffChars(before, after);
  return parts.map(({ added, removed, value }) => ({ state: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}
