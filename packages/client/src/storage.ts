import { createStore, del, get, keys, set } from 'idb-keyval';

/**
 * Where the client keeps answers, and nothing else is: when there are more than 200, the oldest go. Any method may fail, the
 * client then works without. Values are structured-clonable.
 */
export interface KeyValueStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/**
 * A storage that lasts as long as the process: the default where there is no IndexedDB.
 *
 * @example
 * ```ts
 * import { createClient, memoryStorage } from '@sunlit/client';
 *
 * // A kiosk that must leave no trace of what was read, although it is a browser.
 * const client = createClient({ baseUrl: '/api', cache: memoryStorage() });
 * console.log(client.cache.state);
 * ```
 */
export function memoryStorage(): KeyValueStorage {
  const entries = new Map<string, unknown>();
  return {
    get: async (key) => entries.get(key),
    set: async (key, value) => void entries.set(key, value),
    del: async (key) => void entries.delete(key),
    keys: async () => [...entries.keys()],
  };
}

/**
 * A storage in IndexedDB that outlives the page, in a database of its own: the default in browsers. Opened at first use.
 * `name` tells apart what must not mix, such as two APIs on one page.
 *
 * @example
 * ```ts
 * import { browserStorage, createClient } from '@sunlit/client';
 *
 * const client = createClient({ baseUrl: '/api', cache: browserStorage('hall') });
 * console.log(client.cache.state);
 * ```
 */
export function browserStorage(name: string): KeyValueStorage {
  const store = createStore(`sunlit ${name}`, 'answers');
  return {
    get: (key) => get<unknown>(key, store),
    set: (key, value) => set(key, value, store),
    del: (key) => del(key, store),
    keys: () => keys<string>(store),
  };
}
