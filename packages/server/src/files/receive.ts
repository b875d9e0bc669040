import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '../problems.ts';

/** A file that has arrived, still under a temporary name. */
export interface Received {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

const uploadsDirectory = (dataDirectory: string) => join(dataDirectory, 'uploads');

/**
 * Writes what arrives to a temporary file and reckons its SHA-256 on the way; never more of it than a piece is in memory.
 * @throws ProblemError `too-large` beyond `limit` bytes, `invalid-input` when the sender stopped; nothing is left behind.
 */
export async function receive(dataDirectory: string, body: IncomingMessage, limit: number): Promise<Received> {
  // Refused before a single byte is kept.
  if (Number(body.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const path = await temporaryPath(dataDirectory);
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      hash.update(piece);
      done(size > limit ? tooLarge(limit) : null, piece);
    },
  });
  try {
    // Not destroyed with the rest: the answer goes the way it came.
    await pipeline(body.iterator({ destroyOnReturn: false }), measure, createWriteStream(path, { flags: 'wx', flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    // Who is still sending reads the answer afterwards.
    body.resume();
    if (error instanceof ProblemError || !body.errored) throw error;
    throw new ProblemError('invalid-input', [{ pointer: '/body', code: 'cut-off' }], { cause: error });
  }
  return { path, size, sha256: hash.digest('hex') };
}

export async function temporaryPath(dataDirectory: string): Promise<string> {
  await mkdir(uploadsDirectory(dataDirectory), { recursive: true });
  return join(uploadsDirectory(dataDirectory), randomUUID());
}

/** What a file of ours holds now. */
export async function measured(path: string): Promise<Received> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { path, size: (await stat(path)).size, sha256: hash.digest('hex') };
}

const STALE = 24 * 60 * 60 * 1000;

/** Removes what uploads left that were under way when a server ended. Newer ones may belong to another server on the same disk. */
export async function sweepUploads(dataDirectory: string, now = Date.now()): Promise<void> {
  const directory = uploadsDirectory(dataDirectory);
  await mkdir(directory, { recursive: true });
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => undefined);
    if (found && now - found.mtimeMs > STALE) await rm(path, { force: true });
  }
}

const tooLarge = (limit: number) => new ProblemError('too-large', [{ pointer: '/body', code: 'file-too-large', values: { limit: Math.floor(limit / 1024 / 1024) } }]);
