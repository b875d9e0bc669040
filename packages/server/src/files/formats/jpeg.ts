import type { RemovedTrace } from '@sunlit/contract';
import { orientationOnly, readExif } from './exif.ts';
import { damaged, latin1, slice, viewOf, type Cleaned } from './format.ts';

/*
 * Segments of ITU-T T.81 Annex B. Kept are those that the picture is made of, JFIF (APP0), the colour profile (APP2
 * `ICC_PROFILE`) and Adobe's colour transform (APP14); everything else that an application put there goes.
 */
const SOI = 0xd8, EOI = 0xd9, SOS = 0xda, COMMENT = 0xfe;

/** A JPEG without EXIF, XMP, IPTC, comments and what follows its end. Which way is up is kept. */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw damaged();
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  const removed = new Set<RemovedTrace>();
  let orientation = 1;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw damaged();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    const length = at + 4 > bytes.length ? 0 : view.getUint16(at + 2);
    if (length < 2) throw damaged();
    const segment = slice(bytes, at, length + 2);
    at += segment.length;
    if (marker === SOS) {
      const end = endOfScan(bytes, at);
      kept.push(segment, bytes.subarray(at, end));
      at = end;
      continue;
    }
    const content = segment.subarray(4);
    if (isPartOfPicture(marker, content)) kept.push(segment);
    else {
      const exif = marker === 0xe1 && starts(content, 'Exif\0\0') ? readExif(content.subarray(6)) : undefined;
      if (exif) orientation = exif.orientation;
      for (const trace of exif?.traces ?? tracesOf(marker, content)) removed.add(trace);
    }
  }
  // Other pictures, or a film that some phones put behind the picture.
  if (at + 2 < bytes.length) removed.add('preview');
  const upright = orientation === 1 ? [] : [exifSegment(orientation)];
  const out = Buffer.concat([Uint8Array.of(0xff, SOI), ...upright, ...kept, Uint8Array.of(0xff, EOI)]);
  return removed.size === 0 ? { bytes, removed: [], warnings: [] } : { bytes: out, removed: [...removed], warnings: [] };
}

/** Entropy-coded data: up to the next marker that is no restart and no stuffed zero. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw damaged();
}

function isPartOfPicture(marker: number, content: Uint8Array): boolean {
  switch (marker) {
    case COMMENT: return false;
    case 0xe0: return starts(content, 'JFIF\0');
    case 0xe2: return starts(content, 'ICC_PROFILE\0');
    case 0xee: return starts(content, 'Adobe');
    default: return (marker >= 0xc0 && marker <= 0xcf) || (marker > SOS && marker <= 0xdf);
  }
}

function tracesOf(marker: number, content: Uint8Array): RemovedTrace[] {
  if (marker === COMMENT) return ['comment'];
  if (starts(content, 'http://ns.adobe.com/x') || starts(content, 'Photoshop 3.0')) return ['author', 'other'];
  if (marker === 0xe0 || starts(content, 'MPF\0')) return ['preview'];
  return ['other'];
}

const starts = (bytes: Uint8Array, text: string) => latin1(bytes.subarray(0, text.length)) === text;

function exifSegment(orientation: number): Uint8Array {
  const tiff = orientationOnly(orientation);
  const length = 2 + 6 + tiff.length;
  return Buffer.concat([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
