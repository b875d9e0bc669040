import type { PinCheck } from '@sunlit/client/kiosk';
import type { KeyValueStorage } from '@sunlit/client';

/** So many wrong ones cost nothing but a look at the paper it stands on. */
const FREE = 3;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;
const KEY = 'device pin';

/** `unavailable`: the page came without https and not from the device itself, where browsers do no cryptography. */
export type PinAnswer = 'right' | 'wrong' | 'waiting' | 'unavailable';

/**
 * Compares PINs on the device, without a network. After three wrong ones each costs a longer wait. How many were wrong is
 * stored before a PIN is compared, and the wait begins anew with the page, so that neither a reload nor a wrong clock gives more tries.
 */
export class PinGuard {
  readonly #storage: KeyValueStorage;
  readonly #now: () => number;
  #wrong = 0;
  #free = 0;
  #busy = false;

  /** `now` in milliseconds, of a clock that does not jump. */
  constructor(storage: KeyValueStorage, now: () => number = () => performance.now()) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Reads what was tried before this page. */
  async open(): Promise<this> {
    const kept = await this.#storage.get(KEY);
    this.#wrong = typeof kept === 'number' ? kept : 0;
    this.#hold();
    return this;
  }

  /** Seconds until the next try. */
  get wait(): number {
    return Math.max(0, Math.ceil((this.#free - this.#now()) / 1000));
  }

  async check(pin: string, { iterations, salt, hash }: PinCheck): Promise<PinAnswer> {
    if (this.wait > 0 || this.#busy) return 'waiting';
    // The DOM's types do not know pages without it.
    const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
    if (subtle === undefined) return 'unavailable';
    this.#busy = true;
    try {
      await this.#storage.set(KEY, (this.#wrong += 1));
      const key = await subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
      const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations }, key, 256);
      if (!sameBytes(new Uint8Array(bits), bytesOf(hash))) {
        this.#hold();
        return 'wrong';
      }
      await this.#storage.set(KEY, (this.#wrong = 0));
      return 'right';
    } finally {
      this.#busy = false;
    }
  }

  #hold(): void {
    if (this.#wrong >= FREE) this.#free = this.#now() + Math.min(FIRST_WAIT_SECONDS * 2 ** (this.#wrong - FREE), LONGEST_WAIT_SECONDS) * 1000;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.reduce((difference, byte, at) => difference | (byte ^ (other[at] ?? 0)), 0) === 0;
}
