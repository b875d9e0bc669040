/** What somebody does; in the capture phase, so that nothing on the screen can keep it from us. */
const ACTS = ['pointerdown', 'pointermove', 'touchstart', 'click', 'keydown', 'input', 'wheel', 'scroll'] as const;
const TICK_MILLISECONDS = 250;

export interface IdleOptions {
  /** Seconds without a touch until it is asked whether somebody is there. */
  readonly seconds: () => number;
  /** Whether nothing is to happen now: nobody has touched anything since the last wipe, or the screen is a wall. */
  readonly resting: () => boolean;
  /** Seconds that are left while it is asked; `undefined` when it is not. */
  readonly asking: (left: number | undefined) => void;
  readonly wipe: () => void;
}

export const ASKING_SECONDS = 30;

/** Whether anybody is still there: counted by the clock that never jumps, while the other one is watched for having jumped. */
export class Idle {
  readonly #options: IdleOptions;
  #touched = performance.now();
  /** Wall clock and steady clock at the last tick. */
  #seen = { wall: Date.now(), steady: performance.now() };
  #asking = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: IdleOptions) {
    this.#options = options;
  }

  start(): void {
    for (const act of ACTS) document.addEventListener(act, this.#act, { capture: true, passive: true });
    document.addEventListener('visibilitychange', this.#tick);
    this.#timer = setInterval(this.#tick, TICK_MILLISECONDS);
    this.stay();
  }

  stop(): void {
    for (const act of ACTS) document.removeEventListener(act, this.#act, { capture: true });
    document.removeEventListener('visibilitychange', this.#tick);
    clearInterval(this.#timer);
  }

  /** Milliseconds since the last touch. */
  get age(): number {
    return performance.now() - this.#touched;
  }

  /** Somebody is there. */
  stay(): void {
    this.#touched = performance.now();
    this.#ask(undefined);
  }

  readonly #act = (): void => {
    // While it is asked, only an answer counts: a sleeve on the glass is none.
    if (!this.#asking) this.#touched = performance.now();
  };

  readonly #tick = (): void => {
    const { seconds, resting, wipe } = this.#options;
    const now = { wall: Date.now(), steady: performance.now() };
    const slept = now.wall - this.#seen.wall - (now.steady - this.#seen.steady);
    this.#seen = now;
    if (resting()) {
      this.#touched = now.steady;
      return this.#ask(undefined);
    }
    const patience = seconds();
    // It slept, or its clock was set: who comes now may be somebody else.
    if (Math.abs(slept) > patience * 1000) return this.#end(wipe);
    const over = this.age / 1000 - patience;
    if (over < 0) return this.#ask(undefined);
    if (over >= ASKING_SECONDS) return this.#end(wipe);
    this.#ask(Math.ceil(ASKING_SECONDS - over));
  };

  #end(wipe: () => void): void {
    this.stay();
    wipe();
  }

  #left: number | undefined;
  #ask(left: number | undefined): void {
    this.#asking = left !== undefined;
    if (left === this.#left) return;
    this.#left = left;
    this.#options.asking(left);
  }
}
