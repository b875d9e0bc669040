import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface FollowingOptions {
  readonly api: () => string;
  /** Whether the page wants it. */
  readonly on: () => boolean;
  /** Begins to watch an API; answers how to stop. */
  readonly watch: (api: string) => () => void;
}

/** Watches the API of a widget while it stands in the page. */
export class Following implements ReactiveController {
  readonly #options: FollowingOptions;
  readonly #host: ReactiveControllerHost & Element;
  #followed: string | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element, options: FollowingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const { api, on, watch } = this.#options;
    const wanted = this.#host.isConnected && on() ? api() : undefined;
    if (wanted === this.#followed) return;
    this.#stop?.();
    this.#followed = wanted;
    this.#stop = wanted === undefined ? undefined : watch(wanted);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#followed = undefined;
  }
}
