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
    const bytes = await this.#storage.get(PART + sha256);
    const text = bytes instanceof ArrayBuffer ? await unpacked(bytes) : undefined;
    if (text === undefined || (await sha256Of(text)) !== sha256) return undefined;
    const part = JSON.parse(new TextDecoder().decode(text)) as SnapshotPart;
    if (part.kind === 'records' || part.kind === 'topic-records') this.#last = { sha256, part };
    return part;
  }

  /** Whether all of these are there: whole or not shows when they are taken. @internal */
  async hasAll(hashes: readonly string[]): Promise<boolean> {
    const keys = new Set(await this.#storage.keys());
    return hashes.every((sha256) => keys.has(PART + sha256));
  }

  /** Answers by which hash it can be taken again. @throws whatever the storage throws @internal */
  async put(part: SnapshotPart): Promise<string> {
    const bytes = new TextEncoder().encode(JSON.stringify(part)).buffer;
    const sha256 = await sha256Of(bytes);
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

async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A third of the room where the browser can; the first byte of gzip tells. */
async function packed(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  if (!('CompressionStream' in globalThis)) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

async function unpacked(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  if (new Uint8Array(bytes)[0] !== 0x1f) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer().catch(() => new ArrayBuffer(0));
}
