import type { SealedFile } from './contract.ts';
import type { KeyValueStorage } from './storage.ts';

/** A file that goes with a submission. */
export interface NewFile {
  readonly file: Blob;
  readonly name: string;
  /** Default: `attachment`. */
  readonly purpose?: 'attachment' | 'identity' | undefined;
}

const CHUNK_BYTES = 1024 * 1024;
const PREFIX = 'chunk ';
const keyOf = (id: string, file: number, chunk: number) => `${PREFIX}${id} ${file} ${chunk}`;

/**
 * Stores a file sealed, 1 MiB at a time, and answers what opens it. AES-256-GCM by a key of its own; the nonce is the number of the chunk and whether it
 * is the last, so that one that is cut off, left out or moved opens nowhere. @internal
 */
export async function storeSealed(storage: KeyValueStorage, id: string, n: number, { file, name, purpose = 'attachment' }: NewFile): Promise<{ readonly chunks: number; readonly sealed: SealedFile }> {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const key = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt']);
  const chunks = Math.max(1, Math.ceil(file.size / CHUNK_BYTES));
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const part = await file.slice(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES).arrayBuffer();
    await storage.set(keyOf(id, n, chunk), new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonceOf(chunk, chunk === chunks - 1) }, key, part)));
  }
  return { chunks, sealed: { key: textOf(secret), name, purpose, size: file.size } };
}

/** What goes over the line: the envelope, a line's end, and the chunks. Undefined where one of them is gone. @internal */
export async function sealedFile(storage: KeyValueStorage, id: string, n: number, { chunks, envelope }: { readonly chunks: number; readonly envelope: object }): Promise<Blob | undefined> {
  const parts: BlobPart[] = [`${JSON.stringify(envelope)}\n`];
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const part = (await storage.get(keyOf(id, n, chunk))) as Uint8Array<ArrayBuffer> | undefined;
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return new Blob(parts);
}

/** The submissions of which these are the chunks, of all names in a storage. @internal */
export function ownersOfChunks(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => (name.startsWith(PREFIX) ? [name.split(' ')[1] ?? ''] : [])));
}

/** Forgets chunks: of one submission, or of one of its files. @internal */
export async function dropChunks(storage: KeyValueStorage, id: string, n?: number): Promise<void> {
  const prefix = `${PREFIX}${id} ${n === undefined ? '' : `${n} `}`;
  for (const name of await storage.keys()) if (name.startsWith(prefix)) await storage.del(name);
}

/** The number in four bytes, big end first, before a byte that is 1 for the last. */
function nonceOf(chunk: number, last: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, chunk);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
