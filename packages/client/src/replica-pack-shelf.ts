import type { ReadPiece } from '@sunlit/search';
import { partOf, type Pack, type packRows } from './replica-pack.ts';
import { bytesFrom, hashOf, packed, unpacked } from './replica-shelf.ts';
import type { KeyValueStorage } from './storage.ts';

const PACK = 'pack ';
const PIECE = 'piece ';

/** A pack as it lies there, with a hash of itself. */
interface Kept {
  readonly pack: Pack;
  /** Of the pieces that lie there as they are; compressed ones have a checksum of their own, and a second one costs a start more than reading them. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly seal: string;
}

/** A pack that is whole, and how its pieces are read. */
export interface Taken {
  readonly pack: Pack;
  /** @throws Error for a piece that is gone or damaged */
  readonly read: ReadPiece;
}

/** A pack that lies nowhere yet. @internal */
export function takenFrom({ pack, pieces }: ReturnType<typeof packRows>): Taken {
  return {
    pack,
    read: async (piece) => {
      const bytes = pieces.get(piece);
      if (bytes === undefined) throw new Error(`There is no ${piece} in the pack`);
      return bytes;
    },
  };
}

/** Where packs lie, each by a name: its pieces, compressed where the browser can, and last itself, so that one that is there is whole. */
export class PackShelf {
  readonly #storage: KeyValueStorage;

  /** @internal */
  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  /** @internal */
  async take(name: string): Promise<Taken | undefined> {
    const { pack, hashes, seal } = ((await this.#storage.get(PACK + name)) ?? {}) as Partial<Kept>;
    if (pack === undefined || hashes === undefined || (await sealOf(pack, hashes).catch(() => undefined)) !== seal) return undefined;
    return {
      pack,
      read: async (piece) => {
        const bytes = await this.#storage.get(pieceOf(name, piece));
        const whole = bytes instanceof ArrayBuffer ? await unpacked(bytes) : undefined;
        // What fails its own checksum comes out empty, and no piece is.
        if (whole === undefined || (whole === bytes ? (await hashOf(whole)) !== hashes[piece] : whole.byteLength === 0)) throw new Error(`${piece} of the pack ${name} is gone or damaged`);
        return whole;
      },
    };
  }

  /** @throws whatever the storage throws @internal */
  async put(name: string, { pack, pieces }: ReturnType<typeof packRows>): Promise<void> {
    const hashes: Record<string, string> = {};
    for (const [piece, whole] of pieces) {
      const bytes = await packed(whole);
      if (bytes === whole) hashes[piece] = await hashOf(whole);
      await this.#storage.set(pieceOf(name, piece), bytes);
    }
    await this.#storage.set(PACK + name, { pack, hashes, seal: await sealOf(pack, hashes) } satisfies Kept);
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

  /** The bytes of a part whose rows are in one of the packs, as it came. Never throws. @internal */
  async bytesOf(sha256: string): Promise<ArrayBuffer | undefined> {
    for (const key of (await this.#storage.keys().catch(() => [])).filter((one) => one.startsWith(PACK))) {
      const taken = await this.take(key.slice(PACK.length)).catch(() => undefined);
      const part = taken && (await partOf(taken.pack, taken.read, sha256).catch(() => undefined));
      const bytes = part && bytesFrom(part);
      if (bytes && (await hashOf(bytes)) === sha256) return bytes;
    }
    return undefined;
  }
}

/** What is large as it lies in memory, the rest as JSON. */
async function sealOf({ of, index: { orders, ids, firsts }, values, columns }: Pack, hashes: Kept['hashes']): Promise<string> {
  const large = [orders, firsts.headings, firsts.bodies, firsts.sounds, columns, new TextEncoder().encode(ids)].map(({ buffer }) => hashOf(buffer as ArrayBuffer));
  return hashOf(new TextEncoder().encode(JSON.stringify([await Promise.all(large), of, values, hashes])).buffer);
}

function pieceOf(name: string, piece: string): string {
  return `${PIECE}${name} ${piece}`;
}
