import type { RemovedTrace } from '@sunlit/contract';
import { viewOf } from './format.ts';

/** What a TIFF structure of EXIF says that matters here. */
export interface Exif {
  /** 1 to 8 as in EXIF; 1 is upright. */
  readonly orientation: number;
  readonly traces: readonly RemovedTrace[];
}

const ORIENTATION = 0x0112;
/** Tags of the first directory (CIPA DC-008): description, camera, software, time, artist, copyright, and the directories of camera and place. */
const TRACES: ReadonlyMap<number, RemovedTrace> = new Map([
  [0x010e, 'comment'], [0x010f, 'camera'], [0x0110, 'camera'], [0x0131, 'software'], [0x0132, 'times'], [0x013b, 'author'], [0x8298, 'author'],
  [0x8769, 'camera'], [0x8825, 'place'], [0x9c9b, 'comment'], [0x9c9c, 'comment'], [0x9c9d, 'author'], [0x9c9e, 'keywords'], [0x9c9f, 'comment'],
]);

/** Reads the first directory. What cannot be read has no orientation to keep, and goes like the rest. */
export function readExif(tiff: Uint8Array): Exif {
  const traces = new Set<RemovedTrace>();
  let orientation = 1;
  try {
    const view = viewOf(tiff);
    const little = view.getUint16(0) === 0x4949;
    const start = view.getUint32(4, little);
    for (let index = 0; index < view.getUint16(start, little); index++) {
      const at = start + 2 + index * 12;
      const tag = view.getUint16(at, little);
      if (tag === ORIENTATION) orientation = view.getUint16(at + 8, little);
      const trace = TRACES.get(tag);
      if (trace) traces.add(trace);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const known = orientation >= 1 && orientation <= 8 ? orientation : 1;
  const nothingElse = known !== 1 && Buffer.from(orientationOnly(known)).equals(tiff);
  return { orientation: known, traces: traces.size > 0 ? [...traces] : nothingElse ? [] : ['other'] };
}

/** A TIFF structure that says nothing but which way is up. */
export function orientationOnly(orientation: number): Uint8Array {
  return Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0);
}
