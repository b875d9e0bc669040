import type { DisclosurePage, DisclosureQuery } from './contract.ts';
import { SunlitError, type ErrorDetails } from './errors.ts';
import { parseBaseUrl } from './reader.ts';
import type { Question } from './replica-questions.ts';
import type { CoreOptions, Read, ReplicaCore, ReplicaStatus, Sentinel, ToWorker } from './replica-core.ts';
import type { KeyValueStorage } from './storage.ts';

export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { Question } from './replica-questions.ts';
export type { Read, ReplicaStatus } from './replica-core.ts';
export { replicaFetch, type ReplicaFetchOptions } from './replica-fetch.ts';
export { memoryStorage, type KeyValueStorage } from './storage.ts';
export type { DisclosurePage, DisclosureQuery, DisclosureSummary } from './contract.ts';

export interface ReplicaOptions {
  /** Where the API is, as `createClient` takes it. */
  baseUrl: string | URL;
  /** Only this agency with all below it, and what those above it published themselves. Default: everything. */
  agency?: string | undefined;
  /** Milliseconds between two looks for changes. Default: 60,000. */
  interval?: number | undefined;
  /** Makes a worker of `@sunlit/client/replica-worker`, as the bundler of the page wants it. Without, it all runs in the page. */
  worker?: (() => Worker) | undefined;
  /** Sends the requests instead of the platform's own `fetch`. Not with a worker. */
  fetch?: typeof fetch | undefined;
  /** Where the copy is kept. Default: IndexedDB, in a database of its own. Not with a worker. */
  storage?: KeyValueStorage | undefined;
}

/** A copy of the directory on this device, with its search, kept current while there is a network. */
export interface Replica {
  /** Shows what is kept and begins to copy and follow. Resolves when what was kept can be searched; what is not kept comes later, see `watch`. */
  start(): Promise<void>;
  stop(): Promise<void>;
  status(): ReplicaStatus;
  /** Tells where it stands, now and after every change. Answers how to stop that. */
  watch(listener: (status: ReplicaStatus) => void): () => void;
  /** As `client.disclosures.list`: the same shapes, rows, order and counts for the rows it holds. @throws SunlitError `invalid-input`, `invalid-cursor`, `unavailable` while it holds nothing */
  list(query?: DisclosureQuery): Promise<DisclosurePage>;
  /** The same with words to find. @throws SunlitError as `list` */
  search(q: string, query?: Omit<DisclosureQuery, 'q'>): Promise<DisclosurePage>;
  /** What the API answers to a question, and how old that is; `undefined` for what is not held. @throws SunlitError `invalid-input`, `invalid-cursor` */
  read(question: Question): Promise<Read | undefined>;
  /** Where the API is, with a slash at its end. */
  readonly baseUrl: string;
}

/**
 * A replica of one API. Nothing is opened or asked before `start`. `status().asOf` says how fresh it is by the server’s clock:
 * the one of the device may be wrong by years.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createReplica } from '@sunlit/client/replica';
 *
 * const replica = createReplica({ baseUrl: 'https://open.example.gov.cn/api', agency: 'liuhe-tuanjie' });
 * await replica.start();
 * replica.watch(({ state, asOf, kept }) => console.log(state, asOf, kept ? '' : 'not kept on this device'));
 * const { items } = await replica.search('低保', { limit: 10 });
 * console.log(items.map(({ title }) => title));
 * ```
 */
export function createReplica({ baseUrl, agency, interval, worker: makeWorker, fetch: send, storage }: ReplicaOptions): Replica {
  const base = parseBaseUrl(baseUrl).href;
  const listeners = new Set<(status: ReplicaStatus) => void>();
  let status: ReplicaStatus = { state: 'empty', rows: 0, kept: true, rebuilt: false, historyChanged: false };
  const place = `sunlit replica ${base} ${agency ?? ''}`;
  const onStatus: CoreOptions['onStatus'] = (now, sentinel) => {
    status = now;
    if (sentinel) writeSentinel(place, sentinel);
    for (const listener of listeners) listener(now);
  };
  const options = () => ({ baseUrl: base, agency, interval, sentinel: readSentinel(place) });
  let starting: Promise<Core> | undefined;
  let core: Core | undefined;
  // Who gives a worker needs none of its code in the page.
  const made = async (): Promise<Core> => (makeWorker ? remote(makeWorker(), options(), onStatus) : new (await import('./replica-core.ts')).ReplicaCore({ ...options(), fetch: send, storage, onStatus }));
  const list = async (query: DisclosureQuery = {}) => {
    if (core === undefined) throw new SunlitError('unavailable', 'The replica was not started', { hint: 'Call `start` first.' });
    return core.list(query);
  };
  return {
    async start() {
      if (starting) return;
      starting = made();
      core = await starting;
      await core.start();
    },
    async stop() {
      await (await starting)?.stop();
      starting = core = undefined;
    },
    status: () => status,
    watch(listener) {
      listeners.add(listener);
      listener(status);
      return () => listeners.delete(listener);
    },
    list,
    search: (q, query = {}) => list({ ...query, q }),
    read: async (question) => core?.read(question),
    baseUrl: base,
  };
}

type Core = Pick<ReplicaCore, 'start' | 'stop' | 'list' | 'read'>;

type FromWorker =
  | { readonly type: 'status'; readonly status: ReplicaStatus; readonly sentinel?: Sentinel }
  | { readonly type: 'started' }
  | { readonly type: 'answer'; readonly n: number; readonly answer: unknown; readonly error?: ErrorDetails & { readonly code: string; readonly message: string } };

/** A core in a worker. */
function remote(worker: Worker, options: Extract<ToWorker, { type: 'start' }>['options'], onStatus: CoreOptions['onStatus']): Core {
  const asked = new Map<number, { readonly resolve: (answer: unknown) => void; readonly reject: (error: unknown) => void }>();
  let count = 0;
  let started: () => void = () => undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'status') onStatus(data.status, data.sentinel);
    else if (data.type === 'started') started();
    else {
      const waiting = asked.get(data.n);
      asked.delete(data.n);
      if (data.error) waiting?.reject(new SunlitError(data.error.code, data.error.message, data.error));
      else waiting?.resolve(data.answer);
    }
  });
  const send = (message: ToWorker) => worker.postMessage(message);
  const call = (message: (n: number) => ToWorker) => new Promise<unknown>((resolve, reject) => {
    asked.set((count += 1), { resolve, reject });
    send(message(count));
  });
  return {
    start: () => new Promise((resolve, reject) => {
      started = resolve;
      worker.addEventListener('error', () => reject(new SunlitError('unavailable', 'The worker of the replica could not be loaded', { hint: 'Check its address and the Content-Security-Policy.' })));
      send({ type: 'start', options });
    }),
    async stop() {
      await call((n) => ({ type: 'stop', n }));
      worker.terminate();
    },
    list: async (query) => (await call((n) => ({ type: 'list', n, query }))) as DisclosurePage,
    read: async (question) => (await call((n) => ({ type: 'read', n, question }))) as Read | undefined,
  };
}

/** Outside the database: after damage that opens without an error, and empty. */
function readSentinel(place: string): Sentinel | undefined {
  try {
    const kept = JSON.parse(globalThis.localStorage?.getItem(place) ?? 'null') as Sentinel | null;
    return kept?.version === 1 ? kept : undefined;
  } catch {
    // Blocked, or not ours.
    return undefined;
  }
}

function writeSentinel(place: string, sentinel: Sentinel): void {
  try {
    globalThis.localStorage?.setItem(place, JSON.stringify(sentinel));
  } catch {
    // Then losing the database is noticed by its being empty alone.
  }
}
