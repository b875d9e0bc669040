import type { Outbox, Problem, Submission } from '@sunlit/client/outbox';
import { SunlitError, isSunlitError } from '@sunlit/client/reader';

/** Whether it failed for want of a network or a server, so that it may go well later. */
const mayGoWellLater = (error: unknown): boolean => isSunlitError(error) && ['network', 'offline', 'timeout', 'unavailable'].includes(error.code);

/**
 * Sends something now, or keeps it in the page's outbox where that may go well later. A device that says it is online may not be, so what
 * failed on the way is kept too; `later` must use the key it was tried under, since the server may have it.
 */
export async function nowOrLater<T>(outbox: Outbox | undefined, now: () => Promise<T>, later: (outbox: Outbox) => Promise<Submission>): Promise<{ readonly answer: T } | { readonly kept: Submission }> {
  if (!outbox) return { answer: await now() };
  if (globalThis.navigator?.onLine === false) return { kept: await later(outbox) };
  try {
    return { answer: await now() };
  } catch (error) {
    if (!mayGoWellLater(error)) throw error;
    return { kept: await later(outbox) };
  }
}

/**
 * Keeps first what must outlast the visit of whoever sends it, such as files on a shared device: the outbox sends it at once. Where the device can keep
 * nothing it is sent now, and what goes after it only as long as the page is there.
 */
export async function keptOrNow<T>(outbox: Outbox, now: () => Promise<T>, keep: (outbox: Outbox) => Promise<Submission>): Promise<{ readonly answer: T } | { readonly kept: Submission }> {
  try {
    return { kept: await keep(outbox) };
  } catch (error) {
    if (!isSunlitError(error) || !['storage-unavailable', 'storage-full', 'no-sealing-key', 'not-secure'].includes(error.code)) throw error;
    return { answer: await now() };
  }
}

/** What became of what was kept. On a shared device the answer says only that it came. */
export type Settled = { readonly answer: unknown; readonly refusedFiles: number } | { readonly refused: SunlitError };

/**
 * Calls `told` once, when what was kept has arrived or was refused for good; then the outbox need not have it any more. Until then `meanwhile` is told how it
 * stands. Answers how to stop waiting for that.
 */
export function whenSettled(outbox: Outbox, id: string, told: (settled: Settled) => void, meanwhile?: (submission: Submission) => void): () => void {
  const stop = outbox.watch((all) => {
    const one = all.find((submission) => submission.id === id);
    if (!one) return;
    if (one.state !== 'received' && one.state !== 'refused') return meanwhile?.(one);
    stop();
    // What cannot be taken out stays, and is seen as settled the next time.
    outbox.remove(id).catch(() => false);
    told(one.state === 'received' ? { answer: one.answer, refusedFiles: one.refusedFiles ?? 0 } : { refused: errorOf(one.problem) });
  });
  return stop;
}

const errorOf = ({ type, title, detail, status, requestId, errors }: Problem): SunlitError => new SunlitError(type.slice(type.lastIndexOf(':') + 1), title, { hint: detail ?? title, status, requestId, errors });
