import type { KeyValueStorage } from './storage.ts';

/** An answer that was kept. */
export interface Kept {
  readonly etag: string;
  /** When the server last gave or confirmed it. */
  readonly storedAt: string;
  readonly body: string;
}

const MOST_ENTRIES = 200;
/** How many go when there are too many, so that the clearing itself is rare. */
const ENTRIES_CLEARED = 20;
const LONGEST_BODY = 500_000;
/** Some browsers neither open nor refuse a blocked database. */
const STORAGE_MILLISECONDS = 500;

/** Answers kept under their address. A storage that fails once is left alone from then on, one that is late until it has answered; `reason` says why. */
export class Cache {
  reason: string | undefined;
  private readonly storage: KeyValueStorage | undefined;

  constructor(storage: KeyValueStorage | false) {
    if (storage) this.storage = storage;
    else this.reason = 'switched off';
  }

  get state(): 'on' | 'off' {
    return this.reason === undefined ? 'on' : 'off';
  }

  async read(key: string): Promise<Kept | undefined> {
    const value = (await this.use((storage) => storage.get(key))) as Kept | undefined;
    // What another version or another program wrote is no answer.
    return typeof value?.body === 'string' ? value : undefined;
  }

  async write(key: string, etag: string, body: string): Promise<void> {
    if (body.length > LONGEST_BODY) return;
    const kept: Kept = { etag, storedAt: new Date().toISOString(), body };
    await this.use(async (storage) => {
      await storage.set(key, kept);
      const keys = await storage.keys();
      if (keys.length > MOST_ENTRIES) await clearOldest(storage, keys);
    });
  }

  async remove(key: string): Promise<void> {
    await this.use((storage) => storage.del(key));
  }

  private async use<T>(act: (storage: KeyValueStorage) => Promise<T>): Promise<T | undefined> {
    if (!this.storage || this.reason !== undefined) return undefined;
    let work: Promise<T> | undefined;
    try {
      work = act(this.storage);
      return await inTime(work);
    } catch (error) {
      const reason = String(error);
      this.reason = reason;
      // Late is not broken: nobody waits for it meanwhile, and when it has answered it is used again.
      void work?.then(() => { if (this.reason === reason) this.reason = undefined; }, () => undefined);
      return undefined;
    }
  }
}

async function clearOldest(storage: KeyValueStorage, keys: string[]): Promise<void> {
  const dated = await Promise.all(keys.map(async (key) => ({ key, storedAt: ((await storage.get(key)) as Partial<Kept> | undefined)?.storedAt ?? '' })));
  dated.sort((a, b) => (a.storedAt < b.storedAt ? -1 : 1));
  await Promise.all(dated.slice(0, keys.length - MOST_ENTRIES + ENTRIES_CLEARED).map(({ key }) => storage.del(key)));
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The storage does not answer')), STORAGE_MILLISECONDS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
