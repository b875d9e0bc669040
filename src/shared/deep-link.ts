import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface DeepLinkOptions {
  /** The attribute: `undefined` and `null` leave the address alone, `hash` is the hash, anything else the query. */
  readonly mode: () => string | null | undefined;
  /** Tells several widgets of one page apart. */
  readonly name: () => string;
  readonly keys: readonly string[];
  /** The reader went back or forward. */
  readonly restore: (state: Record<string, string>) => void;
}

/**
 * Keeps the state of a widget in the address of the page, where the page asks for it. Only parameters that begin with
 * `sunlit-` and are ours are read or written; all others stay as they are, to the letter, and so does `history.state`.
 */
export class DeepLink implements ReactiveController {
  readonly #options: DeepLinkOptions;

  constructor(host: ReactiveControllerHost, options: DeepLinkOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#restore);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#restore);
  }

  get on(): boolean {
    return typeof this.#options.mode() === 'string';
  }

  /** What the address says now. */
  read(): Record<string, string> {
    const state: Record<string, string> = {};
    if (!this.on) return state;
    for (const part of this.#parts(new URL(location.href))) {
      const key = this.#keyOf(part);
      const value = key && decoded(part.slice(part.indexOf('=') + 1));
      if (key && value) state[key] = value;
    }
    return state;
  }

  /** The address of the page with another state, `undefined` where the page does not want any. */
  href(state: Readonly<Partial<Record<string, string>>>): string | undefined {
    if (!this.on) return undefined;
    const url = new URL(location.href);
    const ours = this.#options.keys.flatMap((key) => (state[key] ? [`${this.#prefix}${key}=${encodeURIComponent(state[key])}`] : []));
    const text = [...this.#parts(url).filter((part) => !this.#keyOf(part)), ...ours].join('&');
    if (this.#inHash) url.hash = text;
    else url.search = text;
    return url.href;
  }

  write(state: Readonly<Partial<Record<string, string>>>, how: 'push' | 'replace'): void {
    const href = this.href(state);
    if (href === undefined || href === location.href) return;
    try {
      if (how === 'push') history.pushState(history.state, '', href);
      else history.replaceState(history.state, '', href);
    } catch {
      // Sandboxed frames and local files may not write their address; the widget works without.
    }
  }

  readonly #restore = (): void => {
    if (this.on) this.#options.restore(this.read());
  };

  get #inHash(): boolean {
    return this.#options.mode() === 'hash';
  }

  get #prefix(): string {
    const name = this.#options.name();
    return name ? `sunlit-${name}-` : 'sunlit-';
  }

  #parts(url: URL): string[] {
    const text = (this.#inHash ? url.hash : url.search).slice(1);
    return text ? text.split('&') : [];
  }

  #keyOf(part: string): string | undefined {
    return this.#options.keys.find((key) => part.startsWith(`${this.#prefix}${key}=`));
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.split('+').join(' '));
  } catch {
    return undefined; // half a percent sign: somebody's broken link is no state
  }
}
