/** The letters and digits of Crockford, 32 of them: five bits each. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY = 'sunlit device';

/** Where nothing can be kept, at least as long as the page. */
let drawn: string | undefined;

/**
 * A token for one visit to a screen that many people use: drawn by lot and kept nowhere.
 *
 * @example
 * ```ts
 * import { visitToken } from '@sunlit/client';
 *
 * console.log(visitToken().length); // 26
 * ```
 */
export function visitToken(): string {
  return [...crypto.getRandomValues(new Uint8Array(26))].map((byte) => ALPHABET.charAt(byte % 32)).join('');
}

/**
 * What this device supports and rates by, so that nobody is counted twice as far as that can be known: drawn by lot at the
 * first use and kept in `localStorage`. It says nothing of anybody, and the server keeps a keyed hash of it alone.
 *
 * @example
 * ```ts
 * import { deviceToken } from '@sunlit/client';
 *
 * console.log(deviceToken() === deviceToken()); // true
 * ```
 */
export function deviceToken(): string {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(kept)) return kept;
    localStorage.setItem(KEY, (drawn ??= visitToken()));
    return drawn;
  } catch {
    return (drawn ??= visitToken()); // no storage: a sandboxed frame, a strict browser, Node
  }
}

/**
 * Whether this device’s token outlives the page. Where it does not, nobody can take back later what they supported here, and
 * whoever asks for support should say so.
 *
 * @example
 * ```ts
 * import { tokenLasts } from '@sunlit/client';
 *
 * if (!tokenLasts()) console.log('This browser keeps nothing: your support can be taken back only now.');
 * ```
 */
export function tokenLasts(): boolean {
  const token = deviceToken();
  try {
    return localStorage.getItem(KEY) === token;
  } catch {
    return false;
  }
}

/**
 * Forgets this device’s token; the next use draws another. What was written, supported or rated by it stays, and nobody can
 * change it from here any more.
 *
 * @example
 * ```ts
 * import { forgetDevice } from '@sunlit/client';
 *
 * forgetDevice();
 * ```
 */
export function forgetDevice(): void {
  drawn = undefined;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // What may not be read holds nothing.
  }
}
