import { solveChallenge, type Challenge as AltchaChallenge } from 'altcha-lib';
import { deriveKey as byPbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2';
import { deriveKey as bySha } from 'altcha-lib/algorithms/web/sha';
import type { Challenge } from './contract.ts';
import { SunlitError } from './errors.ts';

/** Longer than any device of today needs. */
const LONGEST_MILLISECONDS = 300_000;

/**
 * Solves a challenge and writes it as ALTCHA sends it. The platform hashes beside the page's own thread, and between hashes
 * whoever touches the page gets their turn. @internal
 */
export async function solved({ parameters, signature }: Challenge, signal: AbortSignal | undefined): Promise<string> {
  // Browsers hash for secure pages alone; what an applicant writes must not travel in clear either.
  if (!globalThis.crypto?.subtle) throw new SunlitError('not-secure', 'The page did not come by https', { hint: 'Serve this page by https.' });
  const challenge = { parameters, signature } as AltchaChallenge;
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal?.addEventListener('abort', abort);
  try {
    const deriveKey = challenge.parameters.algorithm.startsWith('PBKDF2/') ? byPbkdf2 : bySha;
    const solution = signal?.aborted ? null : await solveChallenge({ challenge, controller, deriveKey, timeout: LONGEST_MILLISECONDS });
    if (signal?.aborted) throw signal.reason;
    if (!solution) throw new SunlitError('timeout', 'The challenge was not solved in time', { hint: 'Try again on a faster device.' });
    return btoa(JSON.stringify({ challenge, solution }));
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
