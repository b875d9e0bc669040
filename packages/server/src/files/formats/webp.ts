import type { RemovedTrace } from '@sunlit/contract';
import { orientationOnly, readExif } from './exif.ts';
import { damaged, latin1, slice, viewOf, type Cleaned } from './format.ts';

/** Chunks of the WebP container (RFC 9649 §2). */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_FLAG = 0x08, XMP_FLAG = 0x04;

/** A WebP without EXIF, XMP and unknown chunks. Which way is up is kept. */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  const end = 8 + viewOf(slice(bytes, 0, 12)).getUint32(4, true);
  if (end > bytes.length) throw damaged();
  const kept: Uint8Array[] = [];
  const removed = new Set<RemovedTrace>();
  let orientation = 1;
  for (let at = 12; at + 8 <= end;) {
    const length = viewOf(slice(bytes, at, 8)).getUint32(4, true);
    const chunk = slice(bytes, at, 8 + length + (length % 2));
    const type = latin1(chunk.subarray(0, 4));
    at += chunk.length;
    if (KEPT.has(type)) {
      kept.push(Buffer.from(chunk));
      continue;
    }
    const content = chunk.subarray(8, 8 + length);
    const exif = type === 'EXIF' ? readExif(latin1(content.subarray(0, 4)) === 'Exif' ? content.subarray(6) : content) : undefined;
    if (exif) orientation = exif.orientation;
    for (const trace of exif?.traces ?? (type === 'XMP ' ? ['author', 'other'] as const : ['other'] as const)) removed.add(trace);
  }
  if (end < bytes.length) removed.add('other');
  if (removed.size === 0) return { bytes, removed: [], warnings: [] };
  const header = kept.find((chunk) => latin1(chunk.subarray(0, 4)) === 'VP8X');
  if (orientation !== 1 && header) kept.push(chunkOf('EXIF', orientationOnly(orientation)));
  if (header) header[8] = ((header[8] ?? 0) & ~EXIF_FLAG & ~XMP_FLAG) | (orientation === 1 ? 0 : EXIF_FLAG);
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  return { bytes: Buffer.concat([riff(body.length), body]), removed: [...removed], warnings: [] };
}

function riff(length: number): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(length, 4);
  return head;
}

function chunkOf(type: string, content: Uint8Array): Uint8Array {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
