import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '@sunlit/contract';

/** Where attachments lie, by their SHA-256: `files/ab/ab12…`. The name a reader sees is only ever in the database. */
export function filesDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'files');
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

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
