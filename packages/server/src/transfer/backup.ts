import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';
import { TransferError } from './transfer-error.ts';

export interface BackupRequest {
  readonly dataDirectory: string;
  /** A directory that is not there yet, or empty. */
  readonly out: string;
  readonly signal?: AbortSignal;
}

const DATABASE = 'sunlit.sqlite';

/**
 * Copies the data of a server on SQLite while it runs: the database as it stands at one moment, then the files, of which there
 * are then at least those that it names. Answers how many. @throws TransferError when the copy does not pass its check.
 */
export async function backUp({ dataDirectory, out, signal }: BackupRequest): Promise<number> {
  const there = await namesIn(out);
  if (there !== undefined && there.length > 0) throw new TransferError('target.exists', { name: out });
  const unfinished = `${out}.${process.pid}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    await copyDatabase(join(dataDirectory, DATABASE), join(unfinished, DATABASE));
    let files = 0;
    for (const folder of ['files', 'originals']) files += await copyFiles(join(dataDirectory, folder), join(unfinished, folder), signal);
    for (const folder of ['requests', 'topics']) files += await copySealed(join(dataDirectory, folder), join(unfinished, folder), signal);
    await copySecret(dataDirectory, unfinished);
    signal?.throwIfAborted();
    if (there !== undefined) await rmdir(out);
    await rename(unfinished, out);
    return files;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    source.exec('pragma busy_timeout = 5000');
    // In one step: a copy by steps begins anew whenever another process has written, and a server may write for ever.
    await backup(source, to, { rate: 0x7fff_ffff });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to);
  try {
    const found = [...copy.prepare('pragma quick_check').all().map(({ quick_check }) => String(quick_check)), ...copy.prepare('pragma foreign_key_check').all().map(({ table }) => `foreign key in ${String(table)}`)];
    if (found.join() !== 'ok') throw new TransferError('backup.corrupt', { reason: found[0] === 'ok' ? found[1] : found[0] });
  } finally {
    copy.close();
  }
}

/** By hard link where the disk is the same, for the bytes under a SHA-256 never change; each is compared with its name. */
async function copyFiles(from: string, to: string, signal?: AbortSignal): Promise<number> {
  let copied = 0;
  for (const folder of (await namesIn(from)) ?? []) {
    for (const name of (await namesIn(join(from, folder))) ?? []) {
      // Others are being written.
      if (!/^[0-9a-f]{64}$/.test(name)) continue;
      signal?.throwIfAborted();
      const [source, target] = [join(from, folder, name), join(to, folder, name)];
      await mkdir(dirname(target), { recursive: true });
      await link(source, target).catch(() => copyFile(source, target));
      if ((await sumOf(target)) !== name) throw new TransferError('backup.corrupt', { reason: basename(target) });
      copied++;
    }
  }
  return copied;
}

/** Files of requests and topics, as they lie: sealed. The master keys are not copied, so that whoever has a backup alone can read none. */
async function copySealed(from: string, to: string, signal?: AbortSignal): Promise<number> {
  let copied = 0;
  for (const request of (await namesIn(from)) ?? []) {
    for (const name of (await namesIn(join(from, request))) ?? []) {
      // Others are being written.
      if (name.includes('.')) continue;
      signal?.throwIfAborted();
      await mkdir(join(to, request), { recursive: true });
      const [source, target] = [join(from, request, name), join(to, request, name)];
      await link(source, target).catch(() => copyFile(source, target)).catch((error: unknown) => {
        // Of a request that was erased meanwhile.
        if (!isMissing(error)) throw error;
      });
      copied++;
    }
  }
  return copied;
}

/** Without it, nobody who has a second factor could sign in, and no webhook could be signed. */
async function copySecret(from: string, to: string): Promise<void> {
  const target = join(to, 'secret.key');
  try {
    await copyFile(join(from, 'secret.key'), target);
    await chmod(target, 0o600);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function namesIn(directory: string): Promise<string[] | undefined> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
