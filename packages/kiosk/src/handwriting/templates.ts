/*
 * The templates as they are written at build (packages/handwriting-data) and read in the worker: characters with the middle lines of their
 * strokes, each of 5 points in a box of 64 by 64. To lie well under gzip, what is alike stands together, and points are written as what
 * surprises of them:
 *
 *   how many characters there are (2 bytes, the lower first)
 *   of each character how far its code lies from the code before it (the first from U+4E00), the lower bytes, then the higher; then how many
 *   strokes each has (1)
 *   of all strokes the x of the first point, then of all the y; then of the last point, from the first; then of the middle one, from the
 *   middle between the two; then of the second and the fourth, in the same way. Modulo 64.
 */
export const POINTS = 5;

/** Which point is written when, and between which two it is expected. */
const ORDER = [
  { point: 0, from: undefined },
  { point: 4, from: [0, 0] },
  { point: 2, from: [0, 4] },
  { point: 1, from: [0, 2] },
  { point: 3, from: [2, 4] },
] as const;
const FIRST_CODE = 0x4e00;

export interface Template {
  readonly character: string;
  /** Points of 0 to 63, x and y in turn. */
  readonly strokes: readonly (readonly number[])[];
}

/** @param templates - in the order of their codes. */
export function writeTemplates(templates: readonly Template[]): Uint8Array {
  const strokes = templates.flatMap((template) => template.strokes);
  const bytes = new Uint8Array(2 + templates.length * 3 + strokes.length * POINTS * 2);
  new DataView(bytes.buffer).setUint16(0, templates.length, true);
  let before = FIRST_CODE;
  templates.forEach(({ character, strokes: own }, index) => {
    const code = character.charCodeAt(0);
    if (code < before) throw new RangeError(`${character} is out of order.`);
    bytes[2 + index] = (code - before) & 255;
    bytes[2 + templates.length + index] = (code - before) >> 8;
    bytes[2 + templates.length * 2 + index] = own.length;
    before = code;
  });
  let place = 2 + templates.length * 3;
  for (const { point, from } of ORDER) {
    for (const axis of [0, 1]) {
      for (const stroke of strokes) bytes[place++] = ((stroke[point * 2 + axis] ?? 0) - expected(stroke, axis, from) + 64) % 64;
    }
  }
  return bytes;
}

export function readTemplates(bytes: Uint8Array): Template[] {
  const count = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(0, true);
  let place = 2 + count * 3;
  const strokes: number[][] = [];
  for (let left = (bytes.length - place) / (POINTS * 2); left > 0; left -= 1) strokes.push(new Array<number>(POINTS * 2).fill(0));
  for (const { point, from } of ORDER) {
    for (const axis of [0, 1]) {
      for (const stroke of strokes) stroke[point * 2 + axis] = ((bytes[place++] ?? 0) + expected(stroke, axis, from)) % 64;
    }
  }
  const templates: Template[] = [];
  let code = FIRST_CODE;
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    code += (bytes[2 + index] ?? 0) + ((bytes[2 + count + index] ?? 0) << 8);
    const own = bytes[2 + count * 2 + index] ?? 0;
    templates.push({ character: String.fromCharCode(code), strokes: strokes.slice(next, next + own) });
    next += own;
  }
  return templates;
}

function expected(stroke: readonly number[], axis: number, from: readonly [number, number] | undefined): number {
  return from ? ((stroke[from[0] * 2 + axis] ?? 0) + (stroke[from[1] * 2 + axis] ?? 0)) >> 1 : 0;
}
