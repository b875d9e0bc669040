/*
 * The second line behind the server on the box: the page starts from here when nothing answers. Files are taken as one version, verified
 * by their hashes, and only then offered; the version before is kept. It answers for the files of the page alone: never for the API.
 */

interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; get(id: string): Promise<{ readonly url: string; navigate(url: string): Promise<unknown> } | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown; waitUntil(work: Promise<unknown>): void }) => void): void;
}

interface Asked {
  readonly request: Request;
  /** Of the page that comes of it. */
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

const worker = globalThis as unknown as WorkerScope;

/** Written by the build: every file of this version, with its SHA-256. */
const { build, files } = '__BUILD__' as unknown as { readonly build: string; readonly files: Readonly<Record<string, string>> };
const PREFIX = 'sunlit kiosk ';
const VERSION = `${PREFIX}${build}`;
/** Names of this version and the one before, and how often the page was begun without saying that it lives. */
const STATE = 'sunlit kiosk state';
/** So often may a page not come to life until the version before is shown again: somebody loads it anew, or a watchdog does. */
const MOST_STILLBORN = 3;
/** So long has a page of a version that never lived, where nobody loads it anew. At a fourth of a usual processor's speed it needs two seconds. */
const BIRTH_MILLISECONDS = 20_000;
/** Answered as it was kept, so that a page begins without waiting for a line; past that with `no-cache`, which the page does when it is on the screen. */
const CONFIGURATION = 'config.json';

interface State {
  readonly now?: string;
  readonly before?: string;
  readonly stillborn: number;
  /** A page of this version has lived, or none did and the version before is shown until there is another. */
  readonly proven?: 'lives' | 'failed';
}

/** A page that is awaited, and how to end that. */
let born = (): void => undefined;

const at = (file: string): string => new URL(file, worker.registration.scope).href;

worker.addEventListener('install', (event) => event.waitUntil(stage()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
  else if (event.data === 'alive') event.waitUntil(alive());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(worker.registration.scope)) return;
  url.search = url.hash = '';
  const file = url.href.slice(worker.registration.scope.length) || 'index.html';
  if (file.startsWith('v1/') || file.startsWith('box/')) return;
  event.respondWith(file === CONFIGURATION ? configuration(request) : file === 'index.html' ? begin(event) : answer(file, request));
});

/** Fetches every file past all caches and holds it against its hash: one that is wrong, and the version is not there. */
async function stage(): Promise<void> {
  const cache = await caches.open(VERSION);
  try {
    await Promise.all(Object.entries(files).map(async ([file, hash]) => {
      const response = await fetch(at(file), { cache: 'no-store' });
      const body = await response.clone().arrayBuffer();
      if (!response.ok || (await sha256(body)) !== hash) throw new Error(`${file} is not the one of this version.`);
      await cache.put(at(file), response);
    }));
    const configured = await fetch(at(CONFIGURATION), { cache: 'no-store' });
    if (configured.ok) await cache.put(at(CONFIGURATION), configured);
  } catch (error) {
    await caches.delete(VERSION);
    throw error;
  }
}

async function takeOver(): Promise<void> {
  const state = await readState();
  // The one to come back to is the last that lived.
  const last = state.proven === 'failed' ? state.before : state.now;
  const before = last === VERSION ? undefined : last;
  await writeState({ now: VERSION, ...(before !== undefined && { before }), stillborn: 0 });
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && ![VERSION, before, STATE].includes(name)) await caches.delete(name);
  await worker.clients.claim();
}

/** The page itself. Of a version that has not lived yet, it must say so in time, or the one before comes back. */
async function begin(event: Asked): Promise<Response> {
  const state = await readState();
  const stillborn = state.stillborn + 1;
  const failed = state.proven === 'failed' || stillborn > MOST_STILLBORN;
  // What begins does not wait for the disk.
  event.waitUntil(writeState({ ...state, stillborn, ...(failed && state.before !== undefined && { proven: 'failed' }) }));
  if (state.proven === undefined && state.before !== undefined && !failed) event.waitUntil(birth(event.resultingClientId));
  return answer('index.html', event.request);
}

/**
 * A file of the version that is shown, or of the one before: whose page somebody may have in hand when this one takes over. Where neither has it,
 * from the network; the page itself is never of another version than the rest.
 */
async function answer(file: string, request: Request): Promise<Response> {
  const { proven, before } = await readState();
  const isBefore = proven === 'failed' && before !== undefined;
  const own = await kept(isBefore ? before : VERSION, file);
  if (own !== undefined || isBefore || before === undefined || file === 'index.html') return own ?? fetch(request);
  return (await kept(before, file)) ?? fetch(request);
}

async function alive(): Promise<void> {
  born();
  const state = await readState();
  await writeState({ proven: 'lives', ...state, stillborn: 0 });
}

/** Waits for a page to live. One that does not is loaded anew, from the version before. */
async function birth(id: string): Promise<void> {
  const lives = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), BIRTH_MILLISECONDS);
    born = () => {
      clearTimeout(timer);
      resolve(true);
    };
  });
  if (lives) return;
  await writeState({ ...(await readState()), proven: 'failed' });
  const page = await worker.clients.get(id);
  await page?.navigate(page.url);
}

async function configuration(request: Request): Promise<Response> {
  const last = await kept(VERSION, CONFIGURATION);
  if (last && request.cache !== 'no-cache') return last;
  try {
    const response = await fetch(request);
    if (response.ok) {
      const cache = await caches.open(VERSION);
      await cache.put(at(CONFIGURATION), response.clone());
      return response;
    }
  } catch {
    // No network: what it said last.
  }
  return last ?? Response.error();
}

/** A damaged cache throws where it should answer. */
async function kept(version: string, file: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(version)).match(at(file));
  } catch {
    return undefined;
  }
}

/** Once read or written, it is remembered: a page asks for some forty files. */
let known: State | undefined;

async function readState(): Promise<State> {
  if (known) return known;
  try {
    const found = await (await caches.open(STATE)).match(at('state'));
    known = found ? ((await found.json()) as State) : { stillborn: 0 };
    return known;
  } catch {
    return { stillborn: 0 };
  }
}

async function writeState(state: State): Promise<void> {
  known = state;
  try {
    await (await caches.open(STATE)).put(at('state'), new Response(JSON.stringify(state)));
  } catch {
    // Then the version before is not found again; this one works.
  }
}

async function sha256(body: ArrayBuffer): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', body))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
