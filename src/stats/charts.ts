import type { ReactiveControllerHost } from 'lit';
import { SunlitLoadErrorEvent } from '../shared/events.ts';

type Drawing = typeof import('./drawing.ts');

/** What draws charts. It is loaded when the first chart is to be shown, so that a page without one loads nothing of it. */
export class Charts {
  readonly #host: ReactiveControllerHost & EventTarget;
  #asked = false;
  #state: { readonly state: 'waiting' } | { readonly state: 'failed' } | { readonly state: 'ready'; readonly drawing: Drawing } = { state: 'waiting' };

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
  }

  get current() {
    if (!this.#asked) {
      this.#asked = true;
      void this.#load();
    }
    return this.#state;
  }

  /** After a failure the next chart asks anew. */
  retry(): void {
    if (this.#state.state !== 'failed') return;
    this.#asked = false;
    this.#state = { state: 'waiting' };
  }

  async #load(): Promise<void> {
    try {
      this.#state = { state: 'ready', drawing: await import('./drawing.ts') };
    } catch (error) {
      this.#state = { state: 'failed' };
      this.#host.dispatchEvent(new SunlitLoadErrorEvent(error));
    }
    this.#host.requestUpdate();
  }
}
