/** A line as the pen drew it, or as a template has it: x and y in turn. */
export type Stroke = readonly number[];

/** Points at equal distances along a line; the first and the last stay. */
export function resampled(stroke: Stroke, points: number): number[] {
  const [x = 0, y = 0] = stroke;
  let length = 0;
  for (let at = 2; at < stroke.length; at += 2) length += distance(stroke, at - 2, at);
  const found = [x, y];
  if (length > 0) {
    const step = length / (points - 1);
    let passed = 0;
    for (let at = 2; at < stroke.length; at += 2) {
      const piece = distance(stroke, at - 2, at);
      while (found.length < points * 2 - 2 && passed + piece >= step * (found.length / 2)) {
        const share = (step * (found.length / 2) - passed) / piece;
        found.push(between(stroke[at - 2], stroke[at], share), between(stroke[at - 1], stroke[at + 1], share));
      }
      passed += piece;
    }
  }
  while (found.length < points * 2) found.push(stroke[stroke.length - 2] ?? x, stroke[stroke.length - 1] ?? y);
  return found;
}

const PEN_POINTS = 32;

/** The line without the tremor of the hand: two passes of a filter of three points over a line of equal steps. */
export function smoothed(stroke: Stroke): number[] {
  let line = resampled(stroke, PEN_POINTS);
  for (let pass = 0; pass < 2; pass += 1) {
    const before = line;
    line = before.map((value, at) => (at < 2 || at >= before.length - 2 ? value : ((before[at - 2] ?? value) + 2 * value + (before[at + 2] ?? value)) / 4));
  }
  return line;
}

/** The widest side fills this; the other keeps its share and lies in the middle. */
export const BOX = 64;

/** Moves and scales all strokes of a character into the box. What is flat (一) or thin (丨) is not stretched. */
export function boxed(strokes: readonly Stroke[]): number[][] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const stroke of strokes) {
    for (let at = 0; at < stroke.length; at += 2) {
      left = Math.min(left, stroke[at] ?? 0);
      right = Math.max(right, stroke[at] ?? 0);
      top = Math.min(top, stroke[at + 1] ?? 0);
      bottom = Math.max(bottom, stroke[at + 1] ?? 0);
    }
  }
  const side = Math.max(right - left, bottom - top, 1e-6);
  // The longer side sets the scale; the shorter is stretched half the way, since people write wider or taller than print.
  const [wide, high] = [right - left, bottom - top].map((own) => (own < side * FLAT ? side : Math.sqrt(own * side)));
  const scaled = (value: number, low: number, high_: number, by: number) => BOX / 2 + ((value - (low + high_) / 2) / by) * BOX;
  return strokes.map((stroke) => stroke.map((value, at) => (at % 2 === 0 ? scaled(value, left, right, wide ?? side) : scaled(value, top, bottom, high ?? side))));
}

/** Below this share of the longer side the shorter says nothing about proportions. */
const FLAT = 0.3;

function distance(stroke: Stroke, from: number, to: number): number {
  const [across, down] = [(stroke[to] ?? 0) - (stroke[from] ?? 0), (stroke[to + 1] ?? 0) - (stroke[from + 1] ?? 0)];
  return Math.sqrt(across * across + down * down);
}

function between(from = 0, to = 0, share = 0): number {
  return from + (to - from) * share;
}
