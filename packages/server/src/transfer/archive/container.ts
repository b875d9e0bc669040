import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TransferError } from '../transfer-error.ts';
import { openZip, zipWriter } from './zip.ts';

/** Where an archive is written: a directory or a ZIP. Nothing is at its place until `finish`. */
export interface ArchiveWriter {
  /** Adds a file and answers its SHA-256. */
  add(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string>;
  finish(): Promise<void>;
  /** Leaves nothing. */
  abandon(): Promise<void>;
}

/** Where an archive is read from. */
export interface ArchiveReader {
  readonly names: readonly string[];
  open(name: string): Promise<Readable>;
  close(): Promise<void>;
}

/** @throws TransferError when there is something at that place already. */
export async function archiveWriter(path: string): Promise<ArchiveWriter> {
  if (await isThere(path)) throw new TransferError('target.exists', { name: path });
  const unfinished = `${path}.${process.pid}.part`;
  await rm(unfinished, { recursive: true, force: true });
  return isZip(path) ? zipWriter(path, unfinished) : directoryWriter(path, unfinished);
}

/** @throws TransferError when there is no archive. */
export async function archiveReader(path: string): Promise<ArchiveReader> {
  const found = await stat(path);
  if (!found.isDirectory()) return openZip(path);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return {
    names: entries.filter((entry) => !entry.isDirectory()).map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/')),
    open: (name) => Promise.resolve(createReadStream(join(path, name))),
    close: () => Promise.resolve(),
  };
}

export function isZip(path: string): boolean {
  return /\.zip$/i.test(path);
}

async function directoryWriter(path: string, unfinished: string): Promise<ArchiveWriter> {
  await mkdir(unfinished, { recursive: true });
  return {
    async add(name, bytes) {
      const place = join(unfinished, name);
      await mkdir(dirname(place), { recursive: true });
      const hash = createHash('sha256');
      await pipeline(hashing(bytes, hash), createWriteStream(place, { flush: true }));
      return hash.digest('hex');
    },
    finish: () => rename(unfinished, path),
    abandon: () => rm(unfinished, { recursive: true, force: true }),
  };
}

/** Passes bytes on and counts them in. */
export async function* hashing(bytes: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
