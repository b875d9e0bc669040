import type { KeyValueStorage } from './storage.ts';
import { wait } from './wait.ts';

const LEASE = 'lease';
/** How often the holder of a lease shows that it is there, and how long another looks for that before it takes over. */
const BEAT_MILLISECONDS = 2_000;
const SILENCE_MILLISECONDS = 7_000;

/**
 * Does something in one of all tabs at a time: the next takes over when that one ends, is closed or crashes. Answers when the
 * signal ends it. By Web Locks; where they are missing or forbidden, by a lease in the storage, which two tabs may hold at once
 * for some seconds after a crash: what they do must bear that. @internal
 */
export async function lead(name: string, storage: KeyValueStorage, signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const { locks } = (globalThis.navigator ?? {}) as { readonly locks?: LockManager };
  while (!signal.aborted) {
    let led = false;
    const leading = () => ((led = true), work(signal));
    try {
      if (!locks) await byLease(storage, signal, work);
      // A sandboxed frame has locks and may not use them.
      else await locks.request(`sunlit ${name}`, { signal }, leading).catch((error: unknown) => (led || signal.aborted ? Promise.reject(error) : byLease(storage, signal, work)));
    } catch {
      // Ended, or the storage failed: then it is tried again, as long as somebody wants it.
      await wait(SILENCE_MILLISECONDS, signal).catch(() => undefined);
    }
  }
}

/** Does something that others can tell is being done: `unless` asks. Web Locks end with the tab that holds them; where they are missing or forbidden, nobody can tell. @internal */
export async function during<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = (globalThis.navigator ?? {}) as { readonly locks?: LockManager };
  let begun = false;
  const begin = () => ((begun = true), work());
  return locks ? locks.request(`sunlit ${name}`, begin).catch((error: unknown) => (begun ? Promise.reject(error) : work())) : work();
}

/** Does something unless another tab, or this one, does what has that name, or nobody can tell. @internal */
export async function unless(name: string, work: () => Promise<void>): Promise<void> {
  const { locks } = (globalThis.navigator ?? {}) as { readonly locks?: LockManager };
  let begun = false;
  const begin = (lock: Lock | null) => (lock === null ? undefined : ((begun = true), work()));
  await locks?.request(`sunlit ${name}`, { ifAvailable: true }, begin).catch((error: unknown) => (begun ? Promise.reject(error) : undefined));
}

interface Lease {
  readonly holder: string;
  /** Counts up while the holder lives. No time: clocks jump. */
  readonly beat: number;
}

async function byLease(storage: KeyValueStorage, signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const holder = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const read = async () => (await storage.get(LEASE)) as Lease | undefined;
  for (;;) {
    const seen = await read();
    if (seen !== undefined) await wait(SILENCE_MILLISECONDS, signal);
    const now = await read();
    if (now !== undefined && (now.holder !== seen?.holder || now.beat !== seen.beat)) continue;
    await storage.set(LEASE, { holder, beat: 0 } satisfies Lease);
    // Of two that take it at once, the second to write has it.
    await wait(BEAT_MILLISECONDS / 2, signal);
    if ((await read())?.holder === holder) break;
  }
  const lost = new AbortController();
  const end = () => lost.abort(signal.reason);
  signal.addEventListener('abort', end);
  const beats = (async () => {
    for (let beat = 1; !lost.signal.aborted; beat += 1) {
      if ((await read())?.holder !== holder) lost.abort();
      else await storage.set(LEASE, { holder, beat } satisfies Lease);
      await wait(BEAT_MILLISECONDS, lost.signal);
    }
  })().catch(() => lost.abort());
  try {
    await work(lost.signal);
  } finally {
    signal.removeEventListener('abort', end);
    lost.abort();
    await beats;
    if ((await read())?.holder === holder) await storage.del(LEASE);
  }
}
