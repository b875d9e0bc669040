import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Source } from '@sunlit/client';
import { SunlitLoadErrorEvent } from './events.ts';

/** Where a piece of content stands. `asOf` is there when it comes from the device because the network did not answer. */
export type Loaded<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly previous?: T | undefined }
  | { readonly state: 'ready'; readonly value: T; readonly asOf?: string | undefined }
  | { readonly state: 'failed'; readonly error: unknown; readonly previous?: T | undefined };

/** More microtasks than the client takes to read an answer that it has. */
const MOST_TURNS = 100;

export type Fetch<T> = (signal: AbortSignal, onSource: (source: Source) => void) => Promise<T>;

/**
 * Loads content for a widget whenever `key` changes, and aborts what is no longer wanted. `key` returns `undefined`
 * when there is nothing to load; equal keys load once.
 */
export class Load<T> implements ReactiveController {
  current: Loaded<T> = { state: 'idle' };
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #key: () => string | undefined;
  readonly #fetch: Fetch<T>;
  readonly #done: ((value: T) => void) | undefined;
  #running: AbortController | undefined;
  #loadedKey: string | undefined;
  #answered: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, options: { key: () => string | undefined; fetch: Fetch<T>; done?: (value: T) => void }) {
    this.#host = host;
    this.#key = options.key;
    this.#fetch = options.fetch;
    this.#done = options.done;
    host.addController(this);
  }

  hostUpdate(): void {
    const key = this.#key();
    if (key === this.#loadedKey) return;
    this.#loadedKey = key;
    this.#run(key);
  }

  /** Asks before the first drawing, and waits for an answer that is there already. */
  async ahead(): Promise<void> {
    this.hostUpdate();
    let answered = false;
    void this.#answered?.then(() => (answered = true));
    // Such an answer comes within some microtasks. Waiting longer would let a frame be drawn in which there is nothing yet.
    for (let turn = 0; turn < MOST_TURNS && !answered; turn += 1) await undefined;
  }

  hostDisconnected(): void {
    if (this.current.state === 'loading') this.#loadedKey = undefined; // a moved widget asks again
    this.#running?.abort();
  }

  /** The value to show while a new one is on its way. */
  get latest(): T | undefined {
    const now = this.current;
    return now.state === 'ready' ? now.value : now.state === 'idle' ? undefined : now.previous;
  }

  /** Asks again for the same key. */
  retry(): void {
    this.#run(this.#loadedKey);
    this.#host.requestUpdate();
  }

  #run(key: string | undefined): void {
    this.#running?.abort();
    if (key === undefined) {
      this.current = { state: 'idle' };
      return;
    }
    const running = (this.#running = new AbortController());
    this.current = { state: 'loading', previous: this.latest };
    let asOf: string | undefined;
    const fetched = (async () => this.#fetch(running.signal, (source) => {
      asOf = source.from === 'cache' && source.because === 'offline' ? source.storedAt : undefined;
    }))();
    this.#answered = fetched.then(
      (value) => {
        if (running.signal.aborted) return;
        this.current = { state: 'ready', value, asOf };
        this.#host.requestUpdate();
        this.#done?.(value);
      },
      (error: unknown) => {
        if (running.signal.aborted) return;
        this.current = { state: 'failed', error, previous: this.latest };
        this.#host.requestUpdate();
        this.#host.dispatchEvent(new SunlitLoadErrorEvent(error));
      },
    );
  }
}
