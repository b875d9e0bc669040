import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Attachment } from '@sunlit/contract';

/** Where attachments lie, by their SHA-256: `files/ab/ab12…`. The name a reader sees is only ever in the database. */
export function filesDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'files');
}

/** Where files lie that are for staff only: evidence, and originals of what is published without their traces. No public exit reads here. */
export function originalsDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'originals');
}

export function pathOfFile(sha256: string): string {
  return join(sha256.slice(0, 2), sha256);
}

/** Keeps the bytes and answers what a disclosure's `attachments` says of them. The same bytes are kept once. */
export async function storeFile(dataDirectory: string, bytes: Uint8Array, { name, mediaType }: Pick<Attachment, 'name' | 'mediaType'>): Promise<Attachment> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(filesDirectory(dataDirectory), pathOfFile(sha256));
  if (!(await exists(path))) {
    await mkdir(join(path, '..'), { recursive: true });
    // Renamed when whole, so that no reader meets half a file.
    const unfinished = `${path}.${randomUUID()}`;
    await writeFile(unfinished, bytes, { flush: true });
    await rename(unfinished, path);
  }
  return { name, mediaType, size: bytes.length, sha256 };
}

/** Moves a file that lies on the same disk, flushed, to its place by its SHA-256. It is there for good when this has returned. */
export async function keepFile(directory: string, { path, sha256 }: { readonly path: string; readonly sha256: string }): Promise<void> {
  const place = join(directory, pathOfFile(sha256));
  await mkdir(dirname(place), { recursive: true });
  // Over the same bytes, if they are there already.
  await rename(path, place);
  const folder = await open(dirname(place));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Bytes of a file that may be published, if there is one. */
export async function sizeOfFile(dataDirectory: string, sha256: string): Promise<number | undefined> {
  return sizeOf(join(filesDirectory(dataDirectory), pathOfFile(sha256)));
}

async function exists(path: string): Promise<boolean> {
  return (await sizeOf(path)) !== undefined;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
