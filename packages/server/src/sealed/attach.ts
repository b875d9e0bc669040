import { createDecipheriv } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FileEnvelope, LARGEST_ATTACHMENT, SealedFile, type Answer, type Operations } from '@sunlit/contract';
import { attach, examinedFile, streamOf, tidyName, whole } from '../requests/attach.ts';
import type { RequestStore } from '../requests/store.ts';
import { compileWhenAsked, invalidParts } from '../validation.ts';
import { ProblemError } from '../problems.ts';
import { openEnvelope, refusedEnvelope } from './open.ts';
import type { SealingKeys } from './sealing-keys.ts';

const CHUNK_BYTES = 1024 * 1024;
const TAG_BYTES = 16;
const LARGEST_LINE = 8 * 1024;
const LARGEST_SEALED = LARGEST_ATTACHMENT + TAG_BYTES * Math.ceil(LARGEST_ATTACHMENT / CHUNK_BYTES);

/** Where what was sealed with a reference has been answered: the number of its request. @throws ProblemError `not-found` */
export type FindRequest = (reference: string) => Promise<string>;

/** Adds a sealed attachment to its request. Who sends is looked at before the file is: nothing of what nobody sealed is read. */
export function sealedAttachments(store: RequestStore, keys: SealingKeys): (body: unknown, find: FindRequest) => Promise<Answer<Operations['sealed.attach']>> {
  const compile = compileWhenAsked();
  const checked = <T>(schema: object, value: unknown): T => {
    const { error } = compile({ schema, method: 'PUT', url: '/v1/sealed/attachments', httpPart: 'body' })(value) as { readonly error?: Parameters<typeof invalidParts>[0] };
    if (error !== undefined) throw new ProblemError('invalid-input', invalidParts(error, 'body'));
    return value as T;
  };
  return async (body, find) => {
    const stream = streamOf(body);
    try {
      const envelope = checked<FileEnvelope>(FileEnvelope, await firstLine(stream));
      const operation = 'requests.attach';
      if (envelope.aad.operation !== operation) throw refusedEnvelope('not-sealable', '/body/aad/operation');
      const opened = await openEnvelope(keys, envelope);
      const { key, name, purpose, size } = checked<SealedFile>(SealedFile, opened.body);
      const receiptNo = await find(opened.reference);
      const bytes = openChunks(await whole(stream, LARGEST_SEALED), { key, size });
      await attach(store, receiptNo, { ...(await examinedFile(bytes, tidyName(name))), purpose });
      return { operation, receivedAt: store.database.now().toISOString() };
    } catch (error) {
      // Who is still sending reads the answer afterwards.
      stream.resume();
      throw error;
    }
  };
}

/** The envelope before the chunks; what follows it is still to be read. */
async function firstLine(stream: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    const end = piece.indexOf('\n');
    pieces.push(end < 0 ? piece : piece.subarray(0, end));
    size += piece.length;
    if (end >= 0) {
      stream.unshift(piece.subarray(end + 1));
      return parsed(Buffer.concat(pieces).toString('utf8'));
    }
    if (size > LARGEST_LINE) break;
  }
  throw refusedEnvelope('tampered');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw refusedEnvelope('tampered');
  }
}

/** One that is missing, moved, cut off or added does not open: each knows its number, and the last that it is. */
function openChunks(sealed: Buffer, { key, size }: Pick<SealedFile, 'key' | 'size'>): Buffer {
  const secret = Buffer.from(key, 'base64url');
  const count = Math.max(1, Math.ceil(sealed.length / (CHUNK_BYTES + TAG_BYTES)));
  const parts: Buffer[] = [];
  for (let n = 0; n < count; n += 1) {
    const chunk = sealed.subarray(n * (CHUNK_BYTES + TAG_BYTES), (n + 1) * (CHUNK_BYTES + TAG_BYTES));
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(n, 7);
    nonce[11] = n === count - 1 ? 1 : 0;
    const decipher = createDecipheriv('aes-256-gcm', secret, nonce);
    try {
      decipher.setAuthTag(chunk.subarray(-TAG_BYTES));
      parts.push(decipher.update(chunk.subarray(0, -TAG_BYTES)), decipher.final());
    } catch {
      throw refusedEnvelope('tampered');
    }
  }
  const bytes = Buffer.concat(parts);
  if (bytes.length !== size) throw refusedEnvelope('tampered');
  return bytes;
}
