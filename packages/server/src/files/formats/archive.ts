import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync, type ZippableFile } from 'fflate';
import { Refusal, damaged, slice, viewOf } from './format.ts';

/*
 * Reads ZIP by its central directory (APPNOTE 6.3.10 §4.3.12), as office programs do. Nothing is unpacked that is larger
 * than it says, and nothing that says it is larger than we take, so that a small file cannot fill the memory.
 */

/** One file in an archive. */
export interface Entry {
  readonly name: string;
  /** Bytes when unpacked, as the archive states and `contentOf` holds it to. */
  readonly size: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: Uint8Array;
}

const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 400 * 1024 * 1024;
const END = 0x0605_4b50, CENTRAL = 0x0201_4b50, LOCAL = 0x0403_4b50;
const ENCRYPTED = 0x1, STRONGLY_ENCRYPTED = 0x40, UTF8 = 0x800;

/** The files of an archive. @throws Refusal when it is a bomb, encrypted, damaged or tries to write outside a folder. */
export function entriesOf(archive: Uint8Array): Entry[] {
  const view = viewOf(archive);
  const end = endRecord(archive);
  const count = view.getUint16(end + 10, true);
  // 0xffff: ZIP64, for archives larger than those we take.
  if (count > MOST_ENTRIES) throw new Refusal('file-too-many-parts', { limit: MOST_ENTRIES });
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let index = 0; index < count; index++) {
    const head = viewOf(slice(archive, at, 46));
    if (head.getUint32(0, true) !== CENTRAL) throw damaged();
    const flags = head.getUint16(8, true);
    if ((flags & (ENCRYPTED | STRONGLY_ENCRYPTED)) !== 0) throw new Refusal('file-encrypted');
    const [packedSize, size] = [head.getUint32(20, true), head.getUint32(24, true)];
    const [nameLength, extraLength, commentLength] = [head.getUint16(28, true), head.getUint16(30, true), head.getUint16(32, true)];
    const name = new TextDecoder((flags & UTF8) === 0 ? 'gb18030' : 'utf-8').decode(slice(archive, at + 46, nameLength));
    if (/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/.test(name)) throw new Refusal('file-unsafe-path');
    unpacked += size;
    if (unpacked > MOST_UNPACKED) throw new Refusal('file-bomb', { limit: MOST_UNPACKED / 1024 / 1024 });
    if (!name.endsWith('/')) {
      entries.push({ name, size, method: head.getUint16(10, true), crc: head.getUint32(16, true), packed: packedBytes(archive, head.getUint32(42, true), packedSize) });
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  // Two of one name: which of them is seen depends on the program that opens it.
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) throw damaged();
  return entries;
}

/** A file unpacked. @throws Refusal when it is not what the archive says of it. */
export function contentOf({ size, method, crc, packed }: Entry): Uint8Array {
  if (method !== 0 && method !== 8) throw damaged();
  let content: Uint8Array;
  try {
    content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') throw new Refusal('file-bomb', { limit: MOST_UNPACKED / 1024 / 1024 });
    throw damaged();
  }
  if (content.length > size) throw new Refusal('file-bomb', { limit: MOST_UNPACKED / 1024 / 1024 });
  if (content.length < size || crc32(content) !== crc) throw damaged();
  return content;
}

/** An archive of these files and nothing else: no times, no comments, nothing between them. */
export function pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // Local midday, so that no time zone is before the first year there is.
  const mtime = '1980-01-01T12:00:00';
  return zipSync(Object.fromEntries([...parts].map(([name, part]): [string, ZippableFile] => [name, [part, { mtime, level: /\.(png|jpe?g|gif)$/i.test(name) ? 0 : 6 }]])));
}

function endRecord(archive: Uint8Array): number {
  const view = viewOf(archive);
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function packedBytes(archive: Uint8Array, at: number, size: number): Uint8Array {
  const head = viewOf(slice(archive, at, 30));
  if (head.getUint32(0, true) !== LOCAL) throw damaged();
  return slice(archive, at + 30 + head.getUint16(26, true) + head.getUint16(28, true), size);
}
