/** Where the desk stands: the place below its base, and its query. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

interface RouterOptions {
  /** The path all places are below, with a slash at both ends: `/desk/`. */
  readonly base: string;
  /** Whether the page may be left now; it may ask first. */
  readonly mayLeave: () => Promise<boolean>;
  readonly arrived: (place: Place) => void;
}

/** Addresses of the desk by the History API: links are followed without loading, and nothing unsaved is left without asking. */
export class Router {
  readonly #options: RouterOptions;
  /** How many steps of the history are behind us: what to go back when leaving was refused. */
  #step = 0;
  #undoing = false;

  constructor(options: RouterOptions) {
    this.#options = options;
  }

  start(): void {
    this.#step = stepOf(history.state) ?? 0;
    history.replaceState({ desk: this.#step }, '');
    addEventListener('popstate', this.#moved);
    addEventListener('click', this.#clicked);
  }

  stop(): void {
    removeEventListener('popstate', this.#moved);
    removeEventListener('click', this.#clicked);
  }

  get place(): Place {
    const { pathname, search } = location;
    return { path: pathname.startsWith(this.#options.base) ? pathname.slice(this.#options.base.length).replace(/\/$/, '') : '', query: new URLSearchParams(search) };
  }

  href(place: string): string {
    return this.#options.base + place;
  }

  async go(place: string, how: 'push' | 'replace' = 'push'): Promise<void> {
    if (!(await this.#options.mayLeave())) return;
    if (how === 'push') history.pushState({ desk: (this.#step += 1) }, '', this.href(place));
    else history.replaceState({ desk: this.#step }, '', this.href(place));
    this.#options.arrived(this.place);
  }

  /** The page that is shown has an address of its own from now on. */
  rename(place: string): void {
    history.replaceState(history.state, '', this.href(place));
  }

  /** Says in the address what the page shows, without leaving it. */
  note(query: Readonly<Record<string, string>>): void {
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
    history.replaceState(history.state, '', location.pathname + (search && `?${search}`));
  }

  readonly #moved = async ({ state }: PopStateEvent): Promise<void> => {
    if (this.#undoing) {
      this.#undoing = false;
      return;
    }
    const step = stepOf(state) ?? 0;
    if (await this.#options.mayLeave()) {
      this.#step = step;
      this.#options.arrived(this.place);
    } else if (step !== this.#step) {
      this.#undoing = true;
      history.go(this.#step - step);
    }
  };

  readonly #clicked = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.href !== '');
    if (!link || (link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return;
    const { origin, pathname, search, hash } = new URL(link.href);
    if (origin !== location.origin || !pathname.startsWith(this.#options.base) || hash !== '') return;
    event.preventDefault();
    void this.go(pathname.slice(this.#options.base.length) + search);
  };
}

function stepOf(state: unknown): number | undefined {
  const { desk } = (state ?? {}) as { readonly desk?: unknown };
  return typeof desk === 'number' ? desk : undefined;
}
