import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVERY_MILLISECONDS = 30_000;
/** Who has touched nothing for so long is not there: looking on for them would keep their session alive. */
const AWAY_MILLISECONDS = 600_000;

/** Looks for what is new, while the page is seen and somebody is there. */
export class Watching implements ReactiveController {
  readonly #look: () => PromiseLike<void>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #touched = 0;

  constructor(host: ReactiveControllerHost, look: () => PromiseLike<void>) {
    this.#look = look;
    host.addController(this);
  }

  hostConnected(): void {
    this.#touch();
    for (const sign of ['keydown', 'pointermove', 'pointerdown', 'scroll']) addEventListener(sign, this.#touch, { passive: true, capture: true });
    document.addEventListener('visibilitychange', this.#turn);
    this.#timer = setInterval(this.#turn, EVERY_MILLISECONDS);
  }

  hostDisconnected(): void {
    for (const sign of ['keydown', 'pointermove', 'pointerdown', 'scroll']) removeEventListener(sign, this.#touch, { capture: true });
    document.removeEventListener('visibilitychange', this.#turn);
    clearInterval(this.#timer);
  }

  readonly #touch = (): void => {
    this.#touched = performance.now();
  };

  readonly #turn = (): void => {
    if (document.visibilityState === 'visible' && performance.now() - this.#touched < AWAY_MILLISECONDS) void this.#look();
  };
}
