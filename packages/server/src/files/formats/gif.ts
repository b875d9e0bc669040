import type { RemovedTrace } from '@sunlit/contract';
import { damaged, latin1, slice, type Cleaned } from './format.ts';

/** A GIF (GIF89a) without comments, XMP and other extensions of applications; how often it repeats is kept. */
export function cleanGif(bytes: Uint8Array): Cleaned {
  const removed = new Set<RemovedTrace>();
  let at = 13 + colours(slice(bytes, 0, 13)[10]);
  const kept: Uint8Array[] = [slice(bytes, 0, at)];
  for (;;) {
    const start = at;
    const kind = bytes[at];
    if (kind === 0x3b) break;
    if (kind === 0x2c) {
      at += 10 + colours(slice(bytes, at, 10)[9]) + 1;
      at = endOfBlocks(bytes, at);
      kept.push(bytes.subarray(start, at));
    } else if (kind === 0x21) {
      at = endOfBlocks(bytes, at + 2);
      const label = bytes[start + 1];
      const application = latin1(bytes.subarray(start + 3, start + 14));
      if (label === 0xf9 || label === 0x01 || (label === 0xff && /^(NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/.test(application))) kept.push(bytes.subarray(start, at));
      else removed.add(label === 0xfe ? 'comment' : application.startsWith('XMP') ? 'author' : 'other');
    } else throw damaged();
  }
  if (at + 1 < bytes.length) removed.add('other');
  return removed.size === 0 ? { bytes, removed: [], warnings: [] } : { bytes: Buffer.concat([...kept, Uint8Array.of(0x3b)]), removed: [...removed], warnings: [] };
}

/** Bytes of the colour table that the packed field announces. */
const colours = (packed = 0) => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

function endOfBlocks(bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    const length = bytes[at];
    if (length === undefined) throw damaged();
    at += length + 1;
    if (length === 0) return at;
  }
}
