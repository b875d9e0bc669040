import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Turning {
  readonly pages: () => number;
  readonly on: () => boolean;
  /** Seconds a page stands: three lines are read in five. */
  readonly seconds: () => number;
}

/** Turns the pages of a wall, where motion is allowed and nobody stopped it (WCAG 2.2.2). Else the first page stands still. */
export class WallPages implements ReactiveController {
  /** Which page is shown, from 0. */
  page = 0;
  paused = false;
  readonly #host: ReactiveControllerHost;
  readonly #turning: Turning;
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  #timer: ReturnType<typeof setInterval> | undefined;
  #seconds = 0;

  constructor(host: ReactiveControllerHost, turning: Turning) {
    this.#host = host;
    this.#turning = turning;
    host.addController(this);
  }

  /** Whether pages turn at all, so that they can be stopped. */
  get moves(): boolean {
    return this.#turning.on() && !this.#still.matches && this.#turning.pages() > 1;
  }

  readonly pause = (): void => {
    this.paused = !this.paused;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    this.#still.addEventListener?.('change', this.#look);
  }

  hostDisconnected(): void {
    this.#still.removeEventListener?.('change', this.#look);
    this.#stop();
  }

  hostUpdate(): void {
    if (!this.moves || this.page >= this.#turning.pages()) this.page = 0;
    const seconds = this.#turning.seconds();
    if (!this.moves || this.paused || seconds !== this.#seconds) this.#stop();
    if (this.moves && !this.paused) {
      this.#seconds = seconds;
      this.#timer ??= setInterval(() => this.#next(), seconds * 1000);
    }
  }

  #next(): void {
    this.page = (this.page + 1) % Math.max(1, this.#turning.pages());
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  readonly #look = (): void => this.#host.requestUpdate();
}
