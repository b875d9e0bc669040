import { BOX, boxed, resampled, smoothed, type Stroke } from './strokes.ts';
import { POINTS, type Template } from './templates.ts';

export interface Guess {
  readonly character: string;
  /** How far what was written lies from the character: the smaller, the likelier. About 0 to 40. */
  readonly distance: number;
}

export interface Recogniser {
  /** What was written, the likeliest first. Neither the order of the strokes nor whether some of them were joined decides. */
  recognise(strokes: readonly Stroke[]): readonly Guess[];
}

/** How many characters are compared stroke by stroke. */
const SHORTLIST = 80;

export function createRecogniser(templates: readonly Template[]): Recogniser {
  const features = new Uint8Array(templates.length * FEATURES);
  templates.forEach(({ strokes }, index) => features.set(histogram(strokes), index * FEATURES));

  return {
    recognise(drawn) {
      const lines = boxed(drawn.filter((stroke) => stroke.length >= 2).map(smoothed));
      if (lines.length === 0) return [];
      const own = histogram(lines);
      const strokes = lines.map((line) => resampled(line, POINTS));
      return nearest(own, features, templates.length)
        .flatMap((index) => templates[index] ?? [])
        .map(({ character, strokes: theirs }) => ({ character, distance: Math.min(paired(strokes, theirs), aligned(strokes, theirs)) }))
        .sort((a, b) => a.distance - b.distance);
    },
  };
}

/*
 * The shortlist: where in the box lines run in which direction, 8 by 8 places and 8 directions. Each piece of a line counts by its length for
 * the four places and the two directions it lies between.
 */
const GRID = 8;
const DIRECTIONS = 8;
const FEATURES = GRID * GRID * DIRECTIONS;
const PIECES = 16;

function histogram(strokes: readonly Stroke[]): Uint8Array {
  const sums = new Float32Array(FEATURES);
  for (const stroke of strokes) {
    const line = resampled(stroke, PIECES + 1);
    for (let at = 2; at < line.length; at += 2) {
      const [x, y] = [line[at - 2] ?? 0, line[at - 1] ?? 0];
      const [across, down] = [(line[at] ?? 0) - x, (line[at + 1] ?? 0) - y];
      const length = Math.sqrt(across * across + down * down);
      if (length > 0) add(sums, x + across / 2, y + down / 2, Math.atan2(down, across), length);
    }
  }
  // The root keeps long lines from deciding alone.
  const roots = sums.map(Math.sqrt);
  const norm = Math.sqrt(roots.reduce((sum, value) => sum + value * value, 0)) || 1;
  return Uint8Array.from(roots, (value) => Math.min(255, (value / norm) * 510));
}

function add(sums: Float32Array, x: number, y: number, angle: number, length: number): void {
  const [column, row] = [placeOf(x), placeOf(y)];
  const direction = (angle / (2 * Math.PI) + 1) * DIRECTIONS;
  for (let c = Math.floor(column); c <= column + 1 && c < GRID; c += 1) {
    for (let r = Math.floor(row); r <= row + 1 && r < GRID; r += 1) {
      const share = length * (1 - Math.abs(column - c)) * (1 - Math.abs(row - r));
      for (let d = Math.floor(direction); d <= direction + 1; d += 1) {
        const cell = (r * GRID + c) * DIRECTIONS + (d % DIRECTIONS);
        sums[cell] = (sums[cell] ?? 0) + share * (1 - Math.abs(direction - d));
      }
    }
  }
}

const placeOf = (value: number): number => Math.max(0, Math.min(GRID - 1, (value / BOX) * GRID - 0.5));

function nearest(own: Uint8Array, features: Uint8Array, count: number): number[] {
  const likeness = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    let sum = 0;
    for (let at = 0, start = index * FEATURES; at < FEATURES; at += 1) sum += (own[at] ?? 0) * (features[start + at] ?? 0);
    likeness[index] = sum;
  }
  const least = likeness.slice().sort()[Math.max(0, count - SHORTLIST)] ?? 0;
  return [...likeness.keys()].filter((index) => (likeness[index] ?? 0) >= least).slice(0, SHORTLIST);
}

/** What a stroke costs that has no other, and what it costs to take two or three as joined. */
const ALONE = 24;
const JOINED = 3;
/** A line drawn from its other end. */
const REVERSED = 6;

/** Strokes in any order: the two that lie nearest are a pair, then the next two. */
function paired(drawn: readonly Stroke[], theirs: readonly Stroke[]): number {
  const [many, most] = [theirs.length, Math.max(drawn.length, theirs.length)];
  const turned = drawn.map(reversed);
  const distances = new Float32Array(drawn.length * many);
  drawn.forEach((one, a) => theirs.forEach((other, b) => (distances[a * many + b] = Math.min(apart(one, other), apart(turned[a] ?? one, other) + REVERSED))));
  let sum = Math.abs(drawn.length - many) * ALONE;
  for (let left = Math.min(drawn.length, many); left > 0; left -= 1) {
    let best = 0;
    for (let at = 1; at < distances.length; at += 1) if ((distances[at] ?? 0) < (distances[best] ?? 0)) best = at;
    sum += Math.min(distances[best] ?? 0, ALONE * 2);
    const [a, b] = [Math.floor(best / many), best % many];
    for (let at = 0; at < distances.length; at += 1) if (Math.floor(at / many) === a || at % many === b) distances[at] = Infinity;
  }
  return sum / most;
}

/** Strokes in the order of the template, of which two or three may be joined, or one written in two or three. */
function aligned(drawn: readonly Stroke[], theirs: readonly Stroke[]): number {
  const costs = drawn.map(() => new Float32Array(theirs.length + 1).fill(Infinity));
  costs.unshift(new Float32Array(theirs.length + 1).fill(Infinity));
  (costs[0] as Float32Array)[0] = 0;
  const relax = (a: number, b: number, cost: number) => {
    const row = costs[a];
    if (row && cost < (row[b] ?? 0)) row[b] = cost;
  };
  for (let a = 0; a <= drawn.length; a += 1) {
    for (let b = 0; b <= theirs.length; b += 1) {
      const before = costs[a]?.[b] ?? Infinity;
      if (before === Infinity) continue;
      if (a < drawn.length) relax(a + 1, b, before + ALONE);
      if (b < theirs.length) relax(a, b + 1, before + ALONE);
      for (let many = 1; many <= 3; many += 1) {
        const mine = drawn[a];
        if (mine && b + many <= theirs.length) relax(a + 1, b + many, before + many * apart(mine, joined(theirs, b, many)) + (many - 1) * JOINED);
        const other = theirs[b];
        if (many > 1 && other && a + many <= drawn.length) relax(a + many, b + 1, before + many * apart(joined(drawn, a, many), other) + (many - 1) * JOINED);
      }
    }
  }
  return (costs[drawn.length]?.[theirs.length] ?? Infinity) / Math.max(drawn.length, theirs.length);
}

const joined = (strokes: readonly Stroke[], from: number, many: number): Stroke => (many === 1 ? (strokes[from] ?? []) : resampled(strokes.slice(from, from + many).flat(), POINTS));

function reversed(stroke: Stroke): Stroke {
  const turned: number[] = [];
  for (let at = stroke.length - 2; at >= 0; at -= 2) turned.push(stroke[at] ?? 0, stroke[at + 1] ?? 0);
  return turned;
}

/** The mean distance of the points of two strokes. */
function apart(one: Stroke, other: Stroke): number {
  let sum = 0;
  for (let at = 0; at < POINTS * 2; at += 2) {
    const [across, down] = [(one[at] ?? 0) - (other[at] ?? 0), (one[at + 1] ?? 0) - (other[at + 1] ?? 0)];
    sum += Math.sqrt(across * across + down * down);
  }
  return sum / POINTS;
}
