import type { RemovedTrace } from '@sunlit/contract';
import { damaged, latin1, slice, viewOf, type Cleaned } from './format.ts';

/** An MP3 without ID3 tags (versions 1 and 2) and APE tags: only its frames. */
export function cleanMp3(bytes: Uint8Array): Cleaned {
  let start = 0;
  while (latin1(bytes.subarray(start, start + 3)) === 'ID3') {
    const header = slice(bytes, start, 10);
    // Four bytes of seven bits (ID3v2.4 §6.2), and a footer of ten when the flag says so.
    const size = header.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
    start += 10 + size + (((header[5] ?? 0) & 0x10) === 0 ? 0 : 10);
  }
  let end = bytes.length;
  if (latin1(bytes.subarray(end - 128, end - 125)) === 'TAG') end -= 128;
  if (latin1(bytes.subarray(end - 32, end - 24)) === 'APETAGEX') {
    const footer = viewOf(bytes.subarray(end - 32, end));
    end -= footer.getUint32(12, true) + ((footer.getUint32(20, true) & 0x8000_0000) === 0 ? 0 : 32);
  }
  if (start >= end) throw damaged();
  return start === 0 && end === bytes.length ? { bytes, removed: [], warnings: [] } : { bytes: bytes.slice(start, end), removed: ['author', 'other'], warnings: [] };
}

/** Boxes that hold others and may hold something about people or places (ISO/IEC 14496-12). */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf']);

/** An MP4 whose boxes of metadata (place, camera, author) are emptied where they stand, so that no offset in it changes. */
export function cleanMp4(bytes: Uint8Array): Cleaned {
  const out = Buffer.from(bytes);
  const removed = new Set<RemovedTrace>();
  emptyBoxes(out, 0, out.length, removed);
  return removed.size === 0 ? { bytes, removed: [], warnings: [] } : { bytes: out, removed: [...removed], warnings: [] };
}

function emptyBoxes(bytes: Buffer, from: number, to: number, removed: Set<RemovedTrace>): void {
  for (let at = from; at + 8 <= to;) {
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const stated = bytes.readUInt32BE(at);
    const long = stated === 1;
    const size = long ? Number(viewOf(slice(bytes, at, 16)).getBigUint64(8)) : stated === 0 ? to - at : stated;
    const head = long ? 16 : 8;
    if (size < head || at + size > to) throw damaged();
    if (CONTAINERS.has(type)) emptyBoxes(bytes, at + head, at + size, removed);
    else if (type === 'udta' || type === 'meta' || type === 'uuid') {
      if (latin1(bytes.subarray(at, at + size)).includes('\u00a9xyz')) removed.add('place');
      removed.add('other');
      bytes.write('free', at + 4, 'latin1');
      bytes.fill(0, at + head, at + size);
    }
    at += size;
  }
}
