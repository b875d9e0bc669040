import type { Change } from '@sunlit/client';
import { createReader, type Reader } from '@sunlit/client/reader';
import { liveChanges } from '@sunlit/client/live';
import { clients } from '../connection.ts';
import { OLDEST_CACHE, watchedSince } from './news.ts';

/** Told of a change; `old` when it happened before the page began to follow, so that what is shown may already have it. */
export type Listener = (change: Change, old: boolean) => void;

/** So many changes are looked at again, for what a page shows may come from a cache. */
const LOOK_BACK = 20;

const connections = new Map<string, Connection>();

/** Follows the changes of one API, over one connection for all widgets of the page; answers how to stop. */
export function watchChanges(api: string, listener: Listener): () => void {
  let connection = connections.get(api);
  if (!connection) connections.set(api, (connection = new Connection(api)));
  return connection.add(listener);
}

/** Open while somebody listens and the page can be seen; then it goes on from the last change. */
class Connection {
  readonly #api: string;
  readonly #listeners = new Set<Listener>();
  #seq: number | undefined;
  #began = 0;
  #running: AbortController | undefined;

  constructor(api: string) {
    this.#api = api;
  }

  add(listener: Listener): () => void {
    if (this.#listeners.size === 0) document.addEventListener('visibilitychange', this.#look);
    this.#listeners.add(listener);
    this.#look();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) document.removeEventListener('visibilitychange', this.#look);
      this.#look();
    };
  }

  readonly #look = (): void => {
    const wanted = this.#listeners.size > 0 && document.visibilityState !== 'hidden';
    if (!wanted) {
      this.#running?.abort();
      this.#running = undefined;
    } else if (!this.#running) {
      const running = (this.#running = new AbortController());
      void this.#run(running.signal).catch(() => {
        // Another past than before, or no API at all: the widgets show what they have, and begin anew when the page is seen again.
        if (this.#running === running) this.#running = this.#seq = undefined;
      });
    }
  };

  async #run(signal: AbortSignal): Promise<void> {
    this.#began ||= watchedSince(this.#api);
    for await (const change of liveChanges(this.#api, { after: this.#seq ?? -LOOK_BACK, onPlace: (seq) => (this.#seq = seq), signal })) {
      const time = Date.parse(change.time);
      if (time < this.#began - OLDEST_CACHE) continue;
      pastCaches(this.#api);
      for (const listener of [...this.#listeners]) listener(change, time < this.#began);
    }
  }
}

const renewed = new WeakSet<Reader>();

/** From now on the widgets ask past the browser's cache, which would give them what they already show. */
function pastCaches(api: string): void {
  for (const [key, reader] of clients) {
    const [language = '', ...rest] = key.split(' ');
    if (rest.join(' ') !== api || renewed.has(reader)) continue;
    const fresh = createReader({ baseUrl: api, language, fetch: (input, init) => fetch(new Request(input, { ...init, cache: 'no-cache' })) });
    renewed.add(fresh);
    clients.set(key, fresh);
  }
}
