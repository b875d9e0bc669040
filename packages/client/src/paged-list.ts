/**
 * One listing, in two ways: `await` it for the first page with its totals, or iterate it for every item of every page.
 * Nothing is asked before that, the first page is asked once, and a loop that stops early asks for no further page.
 */
export class PagedList<Item, Page extends { items: Item[] }> implements PromiseLike<Page>, AsyncIterable<Item> {
  private readonly first: () => Promise<Page>;
  private readonly after: (page: Page) => Promise<Page> | undefined;
  private asked: Promise<Page> | undefined;

  /**
   * @param first - asks for the first page
   * @param after - asks for the page after the given one, `undefined` when that was the last
   */
  constructor(first: () => Promise<Page>, after: (page: Page) => Promise<Page> | undefined) {
    this.first = first;
    this.after = after;
  }

  then<Fulfilled = Page, Rejected = never>(
    onFulfilled?: ((page: Page) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return (this.asked ??= this.first()).then(onFulfilled, onRejected);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for (let page: Page | undefined = await this; page; page = await this.after(page)) yield* page.items;
  }
}

/** A listing that is paged by cursor: the same query again, with `next` as its cursor. */
export function cursorPaged<Item, Page extends { items: Item[]; next?: string | undefined }, Query extends object>(
  query: Query,
  load: (query: Query) => Promise<Page>,
): PagedList<Item, Page> {
  return new PagedList(
    () => load(query),
    ({ next }) => (next === undefined ? undefined : load({ ...query, cursor: next })),
  );
}
