import type { Change } from '@sunlit/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { watchChanges } from './connection.ts';

interface FollowingOptions {
  readonly api: () => string;
  /** Whether the page wants it. */
  readonly on: () => boolean;
  readonly changed: (change: Change, old: boolean) => void;
}

/** Follows the changes for a widget while it stands in the page. */
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
    const wanted = this.#host.isConnected && this.#options.on() ? this.#options.api() : undefined;
    if (wanted === this.#followed) return;
    this.#stop?.();
    this.#followed = wanted;
    this.#stop = wanted === undefined ? undefined : watchChanges(wanted, this.#options.changed);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#followed = undefined;
  }
}
