import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

interface RowsOptions<Item> {
  /** Changes when other rows are meant. */
  readonly key: () => string;
  readonly fetch: (cursor: string | undefined, signal: AbortSignal) => PromiseLike<Page<Item>>;
}

/** The rows of a list, page by page. What is shown stays while it is asked for again. */
export class Rows<Item> implements ReactiveController {
  items: readonly Item[] = [];
  state: 'loading' | 'ready' | 'failed' = 'loading';
  error: unknown;
  #next: string | undefined;
  #key: string | undefined;
  #running: AbortController | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #options: RowsOptions<Item>;

  constructor(host: ReactiveControllerHost, options: RowsOptions<Item>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const key = this.#options.key();
    if (key === this.#key) return;
    this.#key = key;
    this.items = [];
    this.reload();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#key = undefined;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** Resolves when what was asked for from the first page is there, or is known not to come. */
  settled: Promise<void> = Promise.resolve();

  /** Asks again, from the first page. */
  readonly reload = (): void => {
    this.settled = this.#load(undefined);
  };

  /** Asks for the page after the last one. */
  readonly more = (): void => {
    void this.#load(this.#next);
  };

  async #load(cursor: string | undefined): Promise<void> {
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    this.state = 'loading';
    this.#host.requestUpdate();
    try {
      const page = await this.#options.fetch(cursor, signal);
      if (signal.aborted) return;
      this.items = cursor === undefined ? page.items : [...this.items, ...page.items];
      this.#next = page.next;
      this.state = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      this.state = 'failed';
    }
    this.#host.requestUpdate();
  }
}
