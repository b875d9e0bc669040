import type { ReadPiece } from '@sunlit/search';
import type { SnapshotPart } from './contract.ts';
import { partOf, type Pack, type packRows } from './replica-pack.ts';
import { packed, sha256Of, unpacked } from './replica-shelf.ts';
import type { KeyValueStorage } from './storage.ts';

const PACK = 'pack ';
const PIECE = 'piece ';

/** Where packs lie, each by a name: its pieces, compressed where the browser can, and last itself, so that one that is there is whole. */
export class PackShelf {
  readonly #storage: KeyValueStorage;

  /** @internal */
  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  /** @internal */
  async take(name: string): Promise<Pack | undefined> {
    return (await this.#storage.get(PACK + name)) as Pack | undefined;
  }

  /** Reads pieces of a pack. It throws for one that is gone; one that is damaged is short, and does not parse. @internal */
  reader(name: string): ReadPiece {
    return async (piece) => {
      const bytes = await this.#storage.get(pieceOf(name, piece));
      if (!(bytes instanceof ArrayBuffer)) throw new Error(`There is no ${piece} in the pack ${name}`);
      return unpacked(bytes);
    };
  }

  /** @throws whatever the storage throws @internal */
  async put(name: string, { pack, pieces }: ReturnType<typeof packRows>): Promise<void> {
    for (const [piece, bytes] of pieces) await this.#storage.set(pieceOf(name, piece), await packed(bytes));
    await this.#storage.set(PACK + name, pack);
  }

  /** Itself alone: without it nobody asks for its pieces, which `keepOnly` throws away. @internal */
  async drop(name: string): Promise<void> {
    await this.#storage.del(PACK + name);
  }

  /** Throws away all others. @throws whatever the storage throws @internal */
  async keepOnly(name: string): Promise<void> {
    const old = (await this.#storage.keys()).filter((key) => (key.startsWith(PACK) && key !== PACK + name) || (key.startsWith(PIECE) && !key.startsWith(pieceOf(name, ''))));
    await Promise.all(old.map((key) => this.#storage.del(key)));
  }

  /** A part whose rows are in one of the packs, as it came. Never throws. @internal */
  async partOf(sha256: string): Promise<SnapshotPart | undefined> {
    for (const key of (await this.#storage.keys().catch(() => [])).filter((one) => one.startsWith(PACK))) {
      const pack = (await this.#storage.get(key).catch(() => undefined)) as Pack | undefined;
      const part = pack && (await partOf(pack, this.reader(key.slice(PACK.length)), sha256).catch(() => undefined));
      if (part && (await sha256Of(part)) === sha256) return part;
    }
    return undefined;
  }
}

function pieceOf(name: string, piece: string): string {
  return `${PIECE}${name} ${piece}`;
}
