import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UNFINISHED, removeDurably, syncFolder, writeDurably } from './durable.ts';

/** More than the longest topic that is sealed, and than a chunk of a file, in base64. */
export const LARGEST_VALUE = 2 * 1024 * 1024;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_KEYS = 5_000;

/** No room, by our own limits or on the disk. */
export class StoreFullError extends Error {}
/** What was stored is not what lies there; it was set aside, and is gone for whoever asks next. */
export class DamagedError extends Error {}

/** One file of the store: what it holds, and by what it is known to be whole. */
interface Entry {
  readonly key: string;
  readonly value: string;
}

/**
 * What the page keeps on the box: JSON by key, each in a file of its own. Whatever was answered as stored is on the disk. A file that is
 * not whole is told, set aside in `damaged/` for whoever looks after the box, and counted; nobody is told that there was nothing.
 */
export class BoxStore {
  readonly #folder: string;
  readonly #tell: (file: string) => void;
  /** Bytes of each key's value. */
  readonly #sizes: Map<string, number>;
  /** One write after the other: two of the same key never overtake each other. */
  #writing: Promise<unknown> = Promise.resolve();
  #damaged = 0;

  private constructor(folder: string, tell: (file: string) => void) {
    this.#folder = folder;
    this.#tell = tell;
    this.#sizes = new Map();
  }

  /** Opens the store of a folder and looks at every file in it. `tell` is told the name of each that is damaged. */
  static async open(folder: string, tell: (file: string) => void): Promise<BoxStore> {
    await mkdir(join(folder, 'damaged'), { recursive: true, mode: 0o700 });
    const store = new BoxStore(folder, tell);
    for (const name of await readdir(folder)) {
      if (name.endsWith(UNFINISHED)) await rm(join(folder, name), { force: true });
      else if (name.endsWith('.json')) await store.#take(name);
    }
    return store;
  }

  /** Files that were found damaged since the start. */
  get damaged(): number {
    return this.#damaged;
  }

  keys(): string[] {
    return [...this.#sizes.keys()];
  }

  /** The value as it was given. @throws DamagedError once for a file that is not whole */
  async get(key: string): Promise<string | undefined> {
    if (!this.#sizes.has(key)) return undefined;
    const name = fileOf(key);
    const read = await readEntry(join(this.#folder, name));
    if (read?.key === key) return read.value;
    // Removed or replaced while it was read.
    await this.#writing;
    if (!this.#sizes.has(key)) return undefined;
    const again = await readEntry(join(this.#folder, name));
    if (again?.key === key) return again.value;
    await this.#inTurn(() => this.#setAside(name, key));
    throw new DamagedError(name);
  }

  /** @throws StoreFullError when there is no room; nothing was changed then */
  set(key: string, value: string): Promise<void> {
    return this.#inTurn(async () => {
      const size = Buffer.byteLength(value);
      const others = [...this.#sizes].reduce((sum, [other, bytes]) => sum + (other === key ? 0 : bytes), 0);
      if (size > LARGEST_VALUE || others + size > MOST_BYTES || (this.#sizes.size >= MOST_KEYS && !this.#sizes.has(key))) throw new StoreFullError(key);
      try {
        await writeDurably(join(this.#folder, fileOf(key)), written({ key, value }));
      } catch (error) {
        if (NO_ROOM.has((error as { readonly code?: string }).code ?? '')) throw new StoreFullError(key, { cause: error });
        throw error;
      }
      this.#sizes.set(key, size);
    });
  }

  del(key: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#sizes.has(key)) return;
      await removeDurably(join(this.#folder, fileOf(key)));
      this.#sizes.delete(key);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(work);
    this.#writing = done.catch(() => undefined);
    return done;
  }

  async #take(name: string): Promise<void> {
    const entry = await readEntry(join(this.#folder, name));
    if (entry !== undefined && fileOf(entry.key) === name) this.#sizes.set(entry.key, Buffer.byteLength(entry.value));
    else await this.#setAside(name);
  }

  async #setAside(name: string, key?: string): Promise<void> {
    if (key !== undefined) this.#sizes.delete(key);
    this.#damaged += 1;
    this.#tell(name);
    await rename(join(this.#folder, name), join(this.#folder, 'damaged', `${name}.${Date.now()}`)).catch((error: unknown) => {
      if ((error as { readonly code?: unknown }).code !== 'ENOENT') throw error;
    });
    await syncFolder(this.#folder);
  }
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Some file systems know no difference between `a` and `A`, and none takes every character. */
const fileOf = (key: string) => `${hash(key)}.json`;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function written({ key, value }: Entry): string {
  return `${JSON.stringify({ key, sha256: hash(value) })}\n${value}`;
}

/** `undefined` for a file that is missing or not whole. */
async function readEntry(path: string): Promise<Entry | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    // An error of the disk itself (EIO) is damage, too; a lack of rights is not.
    if (['EACCES', 'EPERM', 'EMFILE'].includes((error as { readonly code?: string }).code ?? '')) throw error;
    return '';
  });
  const end = text.indexOf('\n');
  try {
    const { key, sha256 } = JSON.parse(text.slice(0, end)) as { readonly key: unknown; readonly sha256: unknown };
    const value = text.slice(end + 1);
    return typeof key === 'string' && sha256 === hash(value) ? { key, value } : undefined;
  } catch {
    return undefined;
  }
}
