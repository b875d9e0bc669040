/** So many are free. */
const FREE = 3;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3600;

/** How often a PIN may be tried: after three wrong ones each costs a longer wait. It outlives the menu, and a reload ends nothing that matters: the server of a PIN counts too. */
export class Attempts {
  #wrong = 0;
  #free = 0;
  readonly #now: () => number;

  /** `now` in milliseconds, of a clock that does not jump. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Seconds until the next try. */
  get wait(): number {
    return Math.max(0, Math.ceil((this.#free - this.#now()) / 1000));
  }

  failed(): void {
    this.#wrong += 1;
    if (this.#wrong >= FREE) this.#free = this.#now() + Math.min(FIRST_WAIT_SECONDS * 2 ** (this.#wrong - FREE), LONGEST_WAIT_SECONDS) * 1000;
  }

  succeeded(): void {
    this.#wrong = this.#free = 0;
  }
}
