import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { once } from 'node:events';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { TransferError } from '../transfer-error.ts';
import type { ArchiveReader, ArchiveWriter } from './container.ts';

// Beyond these a ZIP needs the 64-bit form, which fflate does not write.
const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;

/** @throws TransferError when it grows beyond what a ZIP without the 64-bit form holds. */
export function zipWriter(path: string, unfinished: string): Promise<ArchiveWriter> {
  const output = createWriteStream(unfinished, { flush: true });
  let bytes = 0;
  let files = 0;
  let failure: unknown;
  output.on('error', (error) => (failure = error));
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    bytes += chunk.length;
    output.write(chunk);
  });
  const settled = async () => {
    if (bytes > MOST_BYTES || files > MOST_FILES) throw new TransferError('archive.large');
    if (failure !== undefined) throw failure;
    if (output.writableNeedDrain) await once(output, 'drain');
  };
  return Promise.resolve({
    async add(name, content) {
      files++;
      // What people attach is compressed already.
      const entry = name.endsWith('.jsonl') ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
      zip.add(entry);
      const hash = createHash('sha256');
      for await (const chunk of content) {
        hash.update(chunk);
        entry.push(chunk);
        await settled();
      }
      entry.push(new Uint8Array(0), true);
      await settled();
      return hash.digest('hex');
    },
    async finish() {
      zip.end();
      await settled();
      output.end();
      await finished(output);
      await rename(unfinished, path);
    },
    async abandon() {
      zip.terminate();
      output.destroy();
      await rm(unfinished, { force: true });
    },
  });
}

interface Entry {
  readonly method: number;
  readonly compressed: number;
  /** Of its local header. */
  readonly at: number;
}

/** Reads a ZIP by its central directory (APPNOTE 4.3), each file when it is asked for. @throws TransferError when it is none. */
export async function openZip(path: string): Promise<ArchiveReader> {
  const file = await open(path);
  const broken = (cause?: unknown) => new TransferError('archive.zip', { name: path }, { cause });
  try {
    const entries = await centralDirectory(file);
    if (entries === undefined) throw broken();
    return {
      names: [...entries.keys()],
      async open(name) {
        const entry = entries.get(name);
        const header = entry && (await bytesAt(file, entry.at, 30));
        if (entry === undefined || header === undefined || header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw broken();
        const start = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
        if (entry.compressed === 0) return new PassThrough().end();
        const raw = createReadStream(path, { start, end: start + entry.compressed - 1 });
        return entry.method === 0 ? raw : inflated(raw);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error instanceof RangeError ? broken(error) : error;
  }
}

function inflated(raw: Readable): Readable {
  // What goes wrong comes out where it is read.
  return pipeline(raw, createInflateRaw(), () => undefined);
}

async function centralDirectory(file: FileHandle): Promise<Map<string, Entry> | undefined> {
  const { size } = await file.stat();
  // The record at the end may be followed by a comment of up to 65,535 bytes.
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) return undefined;
  const directory = await bytesAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = new Map<string, Entry>();
  for (let at = 0; at < directory.length; ) {
    if (directory.readUInt32LE(at) !== 0x02014b50) return undefined;
    const name = directory.toString('utf8', at + 46, at + 46 + directory.readUInt16LE(at + 28));
    if (!name.endsWith('/')) entries.set(name, { method: directory.readUInt16LE(at + 10), compressed: directory.readUInt32LE(at + 20), at: directory.readUInt32LE(at + 42) });
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
