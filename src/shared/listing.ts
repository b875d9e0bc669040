import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Load, type Fetch, type Loaded } from './load.ts';

/** A page of a listing, and the cursor of the page after it. */
interface ListedPage<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

interface ListingOptions<Page> {
  readonly key: () => string | undefined;
  /** Asks for the page at a cursor, the first one without. */
  readonly fetch: (cursor: string | undefined) => Fetch<Page>;
  readonly done: (page: Page) => void;
}

/** A listing that grows page by page. */
export class Listing<Item, Page extends ListedPage<Item>> implements ReactiveController {
  items: readonly Item[] = [];
  /** How the asking for a further page stands. */
  more: 'idle' | 'loading' | 'failed' = 'idle';
  /** Why it failed. */
  error: unknown;
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #first: Load<Page>;
  readonly #fetch: ListingOptions<Page>['fetch'];
  #next: string | undefined;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, options: ListingOptions<Page>) {
    this.#host = host;
    this.#fetch = options.fetch;
    this.#first = new Load(host, {
      key: options.key,
      fetch: async (signal, onSource) => options.fetch(undefined)(signal, onSource),
      done: (page) => {
        this.#running?.abort();
        this.more = 'idle';
        this.items = page.items;
        this.#next = page.next;
        options.done(page);
      },
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.more = 'idle';
  }

  /** Asks before the first drawing, and waits for an answer that is there already. */
  async ahead(): Promise<void> {
    return this.#first.ahead();
  }

  get current(): Loaded<Page> {
    return this.#first.current;
  }

  /** The first page, which has the total and the facets; the previous one while another is on its way. */
  get page(): Page | undefined {
    return this.#first.latest;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  retry(): void {
    this.#first.retry();
  }

  /** Appends the next page; how many rows came, 0 when none did. */
  async next(): Promise<number> {
    const cursor = this.#next;
    if (cursor === undefined || this.more === 'loading' || this.current.state !== 'ready') return 0;
    const running = (this.#running = new AbortController());
    this.more = 'loading';
    this.#host.requestUpdate();
    let added = 0;
    try {
      const page = await this.#fetch(cursor)(running.signal, () => undefined);
      if (running.signal.aborted) return 0;
      added = page.items.length;
      this.items = [...this.items, ...page.items];
      this.#next = page.next;
      this.more = 'idle';
    } catch (error) {
      if (running.signal.aborted) return 0;
      this.more = 'failed';
      this.error = error;
    }
    this.#host.requestUpdate();
    return added;
  }
}
