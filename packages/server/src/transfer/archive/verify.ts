import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { TransferError } from '../transfer-error.ts';
import type { ArchiveReader } from './container.ts';
import { FORMAT, HEAD, RECORDS, SUMS, VERSION, type ArchiveHead } from './records.ts';

/** Reads every byte of an archive and compares it with its list of checksums. @throws TransferError naming the first file that is not as it was. */
export async function verifyArchive(archive: ArchiveReader, name: string, signal?: AbortSignal): Promise<ArchiveHead> {
  for (const file of [SUMS, HEAD]) if (!archive.names.includes(file)) throw new TransferError('archive.none', { name, file });
  const sums = new Map((await text(await archive.open(SUMS))).split('\n').filter((line) => line !== '').map((line) => [line.slice(66), line.slice(0, 64)]));
  const unlisted = archive.names.find((file) => file !== SUMS && !sums.has(file));
  if (unlisted !== undefined) throw new TransferError('archive.unlisted', { file: unlisted });
  const missing = [HEAD, ...Object.values(RECORDS), ...sums.keys()].find((file) => !archive.names.includes(file) || !sums.has(file));
  if (missing !== undefined) throw new TransferError('archive.missing', { file: missing });
  for (const [file, sum] of sums) {
    signal?.throwIfAborted();
    if ((await sumOf(archive, file)) !== sum) throw new TransferError('archive.checksum', { file });
  }
  const head = JSON.parse(await text(await archive.open(HEAD))) as ArchiveHead;
  if (head.format !== FORMAT || head.version !== VERSION) throw new TransferError('archive.version', { version: String(head.version), known: VERSION });
  return head;
}

async function sumOf(archive: ArchiveReader, file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of await archive.open(file)) hash.update(chunk as Buffer);
  } catch (error) {
    // A damaged ZIP cannot be inflated: that, too, is another content.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return undefined;
    throw error;
  }
  return hash.digest('hex');
}
