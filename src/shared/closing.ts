import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long before the end the seconds are shown. */
const SHOWN = 15;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/** Closes what is open when nobody has touched it for a while: the next person at the screen is somebody else. */
export class Closing implements ReactiveController {
  /** Seconds to the end, once they are to be shown. */
  left: number | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #after: () => number | undefined;
  readonly #close: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #touched = 0;

  /** `after`: seconds without a touch, `undefined` while nothing is to be closed. */
  constructor(host: ReactiveControllerHost & HTMLElement, after: () => number | undefined, close: () => void) {
    this.#host = host;
    this.#after = after;
    this.#close = close;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of TOUCHES) this.#host.addEventListener(type, this.stay, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    for (const type of TOUCHES) this.#host.removeEventListener(type, this.stay, { capture: true });
    this.#stop();
  }

  hostUpdated(): void {
    const on = this.#after() !== undefined;
    if (on && this.#timer === undefined) {
      this.#touched = performance.now();
      this.#timer = setInterval(() => this.#tick(), 250);
    } else if (!on) this.#stop();
  }

  /** Somebody is there. */
  readonly stay = (): void => {
    this.#touched = performance.now();
    if (this.left !== undefined) this.#show(undefined);
  };

  #tick(): void {
    const after = this.#after();
    if (after === undefined) return this.#stop();
    // By the clock, not by ticks: a screen that slept closes at once.
    const left = Math.ceil(after - (performance.now() - this.#touched) / 1000);
    if (left <= 0) {
      this.#stop();
      this.#close();
    } else this.#show(left <= SHOWN ? left : undefined);
  }

  #show(left: number | undefined): void {
    if (this.left === left) return;
    this.left = left;
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.left = undefined;
  }
}
