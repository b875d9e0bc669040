import { SunlitError } from './errors.ts';

/* What `changes.ts` has too: whatever that imports travels with every page, and this comes only with those that follow. */

/** Browsers before 2022 abort without a reason. */
export function abortReason(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? new DOMException('The call was aborted', 'AbortError');
}

/** Ends after a while, or with the reason of the signal; leaves no timer. */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, milliseconds);
    if (signal?.aborted) aborted();
    else signal?.addEventListener('abort', aborted, { once: true });
  });
}

/** What was seen of the feed is no more part of it. */
export function historyChanged(seq: number): SunlitError {
  return new SunlitError('history-changed', `Change ${seq} of the feed is missing, or not what it was`, {
    hint: 'Read the feed from its beginning.',
  });
}
