import { crc32 } from 'node:zlib';
import type { RemovedTrace } from '@sunlit/contract';
import { orientationOnly, readExif } from './exif.ts';
import { damaged, latin1, slice, viewOf, type Cleaned } from './format.ts';

/** What a picture, its colours and its movement are made of (PNG third edition, APNG). Every other chunk that may be left out is. */
const KEPT = new Set([
  'IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT',
]);
const SIGNATURE = 8;

/** A PNG without texts, EXIF, times and private chunks. Which way is up is kept. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const kept: Uint8Array[] = [slice(bytes, 0, SIGNATURE)];
  const removed = new Set<RemovedTrace>();
  const view = viewOf(bytes);
  let at = SIGNATURE;
  for (let type = ''; type !== 'IEND';) {
    const length = viewOf(slice(bytes, at, 8)).getUint32(0);
    const chunk = slice(bytes, at, length + 12);
    type = latin1(chunk.subarray(4, 8));
    if (view.getUint32(at + 8 + length) !== crc32(chunk.subarray(4, 8 + length))) throw damaged();
    at += chunk.length;
    if (KEPT.has(type)) {
      kept.push(chunk);
      continue;
    }
    // An upper-case first letter says that the picture cannot be shown without it.
    if (/^[A-Z]/.test(type)) throw damaged();
    const content = chunk.subarray(8, 8 + length);
    const exif = type === 'eXIf' ? readExif(content) : undefined;
    // Before the picture's data, as the header demands.
    if (exif && exif.orientation !== 1) kept.splice(2, 0, chunkOf('eXIf', orientationOnly(exif.orientation)));
    for (const trace of exif?.traces ?? tracesOf(type, content)) removed.add(trace);
  }
  if (at < bytes.length) removed.add('other');
  return removed.size === 0 ? { bytes, removed: [], warnings: [] } : { bytes: Buffer.concat(kept), removed: [...removed], warnings: [] };
}

function tracesOf(type: string, content: Uint8Array): RemovedTrace[] {
  if (type === 'tIME') return ['times'];
  if (!/^[tzi](EXt|TXt)$/.test(type)) return ['other'];
  switch (latin1(content.subarray(0, 79)).split('\0', 1)[0]) {
    case 'Author': case 'Copyright': return ['author'];
    case 'Software': case 'Source': return ['software'];
    case 'Creation Time': return ['times'];
    case 'XML:com.adobe.xmp': return ['author', 'other'];
    default: return ['comment'];
  }
}

function chunkOf(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
