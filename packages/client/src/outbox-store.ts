import { del, get, keys, set, type UseStore } from 'idb-keyval';
import type { Envelope, Problem } from './contract.ts';
import { SunlitError, isSunlitError } from './errors.ts';
import { dropChunks, ownersOfChunks, sealedFile, storeSealed, type NewFile } from './outbox-files.ts';
import type { SubmissionOperation } from './outbox-operations.ts';
import type { KeyValueStorage } from './storage.ts';

/** A submission as it is kept. What was sent goes with the answer to it: nobody needs it any more, and it is personal. */
export interface Kept {
  readonly id: string;
  /** In which order they go. A number of our own: clocks jump. */
  readonly order: number;
  readonly operation: SubmissionOperation;
  readonly createdAt: string;
  readonly label?: string | undefined;
  readonly attempts: number;
  readonly content?: Content | undefined;
  /** Files that are still to be sent after it, by their numbers. Their chunks lie beside it. */
  readonly files?: readonly KeptFile[] | undefined;
  /** What it was answered itself, while its files are on their way. */
  readonly arrived?: unknown;
  /** How many of its files the server did not take. */
  readonly refusedFiles?: number | undefined;
  readonly stands: { readonly state: 'waiting' } | { readonly state: 'received'; readonly answer: unknown } | { readonly state: 'refused'; readonly problem: Problem };
}

/** A file sealed on this device, and the envelope with what opens it. */
export interface KeptFile {
  readonly n: number;
  readonly chunks: number;
  readonly envelope: Envelope;
}

/** What is sent: as it was given, or sealed on a device that many people use. */
export type Content =
  | { readonly type: 'plain'; readonly params: Readonly<Record<string, string>>; readonly body: object }
  | { readonly type: 'sealed'; readonly envelope: Envelope };

const ITEM = 'item ';
const PROBE_MILLISECONDS = 3_000;
/** Less than this is no room for a queue. */
const LEAST_BYTES = 5_000_000;

/** Keeps submissions in a storage and says in its own words when it cannot. @internal */
export class OutboxStore {
  private readonly storage: KeyValueStorage;

  /** @internal */
  constructor(storage: KeyValueStorage) {
    this.storage = storage;
  }

  /** All of them, in the order in which they were added. @internal */
  async all(): Promise<Kept[]> {
    return told(async () => {
      const names = (await this.storage.keys()).filter((key) => key.startsWith(ITEM));
      const kept = (await Promise.all(names.map((key) => this.storage.get(key)))) as (Kept | undefined)[];
      return kept.filter((item) => item !== undefined).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    });
  }

  /** @internal */
  get(id: string): Promise<Kept | undefined> {
    return told(async () => (await this.storage.get(ITEM + id)) as Kept | undefined);
  }

  /** @internal */
  add(item: Omit<Kept, 'order'>): Promise<Kept> {
    return told(async () => {
      const last = (await this.all()).at(-1)?.order ?? 0;
      return this.put({ ...item, order: last + 1 });
    });
  }

  /** @internal */
  async put(item: Kept): Promise<Kept> {
    await told(() => this.storage.set(ITEM + item.id, item));
    return item;
  }

  /** @internal */
  remove(id: string): Promise<void> {
    return told(async () => {
      await this.storage.del(ITEM + id);
      await dropChunks(this.storage, id);
    });
  }

  /** Stores a file sealed, and answers what is to be sealed of it. @internal */
  storeFile(id: string, n: number, file: NewFile) {
    return told(() => storeSealed(this.storage, id, n, file));
  }

  /** A kept file as it is sent; undefined when it is no more whole. @internal */
  file(id: string, file: KeptFile): Promise<Blob | undefined> {
    return told(() => sealedFile(this.storage, id, file.n, file));
  }

  /** Forgets the chunks of a submission, or of this file of it alone. @internal */
  dropFiles(id: string, n?: number): Promise<void> {
    return told(() => dropChunks(this.storage, id, n));
  }

  /** Submissions that have chunks here, and are not here themselves. @internal */
  unpromised(): Promise<string[]> {
    return told(async () => {
      const names = await this.storage.keys();
      return [...ownersOfChunks(names)].filter((id) => !names.includes(ITEM + id));
    });
  }

  /** Throws when what is stored now would not be there later. @internal */
  async probe(): Promise<void> {
    const name = `probe ${crypto.getRandomValues(new Uint32Array(1)).join()}`;
    await told(() => inTime((async () => {
      await this.storage.set(name, name);
      const found = await this.storage.get(name);
      await this.storage.del(name);
      if (found !== name) throw new Error('What was stored is not there');
    })()));
    const { quota, usage = 0 } = (await globalThis.navigator?.storage?.estimate?.().catch(() => undefined)) ?? {};
    if (quota !== undefined && quota - usage < LEAST_BYTES) throw notKept('storage-full');
  }
}

const HINTS = {
  'storage-unavailable': 'This device keeps nothing: storage is switched off or blocked. Send while connected, or use the counter.',
  'storage-full': 'This device has no room left. Send while connected, or use the counter.',
};

function notKept(code: keyof typeof HINTS, cause?: unknown): SunlitError {
  return new SunlitError(code, 'The submission could not be stored on this device', { hint: HINTS[code], cause });
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isSunlitError(error)) throw error;
    throw notKept((error as { name?: unknown } | undefined)?.name === 'QuotaExceededError' ? 'storage-full' : 'storage-unavailable', error);
  }
}

/** Some browsers neither open nor refuse a blocked database. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The storage does not answer')), PROBE_MILLISECONDS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A database of its own in IndexedDB, of which every write is on the disk when it is said to be done: power may fail. @internal */
export function lastingStorage(name: string): KeyValueStorage {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`sunlit outbox ${name}`);
    request.onupgradeneeded = () => request.result.createObjectStore('outbox');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const forget = () => (opened = undefined);
      request.result.onclose = forget;
      request.result.onversionchange = () => (request.result.close(), forget());
      resolve(request.result);
    };
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));
  const store: UseStore = async (mode, use) => use((await open()).transaction('outbox', mode, { durability: 'strict' }).objectStore('outbox'));
  return { get: (key) => get<unknown>(key, store), set: (key, value) => set(key, value, store), del: (key) => del(key, store), keys: () => keys<string>(store) };
}
