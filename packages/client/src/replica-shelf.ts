import type { SnapshotPart } from './contract.ts';
import type { KeyValueStorage } from './storage.ts';

const PART = 'part ';

/** Where the parts of snapshots lie, compressed where the browser can, each told by the SHA-256 of its text. */
export class Shelf {
  readonly #storage: KeyValueStorage;
  /** Whoever opens one record often opens the next. */
  #last: { readonly sha256: string; readonly part: SnapshotPart } | undefined;

  /** @internal */
  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  /** A part that is there and is what its hash says. @internal */
  async take(sha256: string): Promise<SnapshotPart | undefined> {
    if (this.#last?.sha256 === sha256) return this.#last.part;
    const bytes = await this.bytesOf(sha256);
    if (bytes === undefined) return undefined;
    const part = partFrom(bytes);
    if (part.kind === 'records' || part.kind === 'topic-records') this.#last = { sha256, part };
    return part;
  }

  /** The same as the bytes that its hash is of. @internal */
  async bytesOf(sha256: string): Promise<ArrayBuffer | undefined> {
    const bytes = await this.#storage.get(PART + sha256);
    const whole = bytes instanceof ArrayBuffer ? await unpacked(bytes) : undefined;
    return whole === undefined || (await hashOf(whole)) !== sha256 ? undefined : whole;
  }

  /** Whether all of these are there: whole or not shows when they are taken. @internal */
  async hasAll(hashes: readonly string[]): Promise<boolean> {
    const keys = new Set(await this.#storage.keys());
    return hashes.every((sha256) => keys.has(PART + sha256));
  }

  /** The bytes of a part. Answers by which hash it can be taken again. @throws whatever the storage throws @internal */
  async put(bytes: ArrayBuffer): Promise<string> {
    const sha256 = await hashOf(bytes);
    await this.#storage.set(PART + sha256, await packed(bytes));
    return sha256;
  }

  /** Throws away all others. @internal */
  async keepOnly(hashes: readonly string[]): Promise<void> {
    const wanted = new Set(hashes.map((sha256) => PART + sha256));
    const old = (await this.#storage.keys()).filter((key) => key.startsWith(PART) && !wanted.has(key));
    await Promise.all(old.map((key) => this.#storage.del(key)));
  }
}

/** As the server writes a part, and hashes it. @internal */
export function bytesFrom(part: SnapshotPart): ArrayBuffer {
  return new TextEncoder().encode(JSON.stringify(part)).buffer;
}

/** @internal */
export function partFrom(bytes: ArrayBuffer): SnapshotPart {
  return JSON.parse(new TextDecoder().decode(bytes)) as SnapshotPart;
}

/** @internal */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A third of the room where the browser can. @internal */
export async function packed(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  return 'CompressionStream' in globalThis ? through(new CompressionStream('gzip'), bytes) : bytes;
}

/** The first two bytes of gzip tell. What is damaged comes out empty. @internal */
export async function unpacked(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first !== 0x1f || second !== 0x8b || !('DecompressionStream' in globalThis)) return bytes;
  return through(new DecompressionStream('gzip'), bytes).catch(() => new ArrayBuffer(0));
}

/** Without the streams of a `Blob` and a `Response` around it, which take as long again. */
async function through({ readable, writable }: CompressionStream | DecompressionStream, bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const writer = writable.getWriter();
  // What fails here fails at reading too.
  void Promise.all([writer.write(new Uint8Array(bytes)), writer.close()]).catch(() => undefined);
  const reader = readable.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    length += next.value.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}
