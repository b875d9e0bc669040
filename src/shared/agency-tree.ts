import type { AgencySummary, Reader } from '@sunlit/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TOP = '';
const PAGE = 100;

type Level =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly agencies: readonly AgencySummary[] };

interface AgencyTreeOptions {
  /** The agency whose subtree it is; `undefined` for the whole tree. */
  readonly root: () => string | undefined;
  /** Changes when another tree is meant; `undefined` while none is wanted. */
  readonly key: () => string | undefined;
  readonly client: () => Reader;
}

/** The tree of agencies, of which only the opened levels are asked for. */
export class AgencyTree implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: AgencyTreeOptions;
  readonly #levels = new Map<string, Level>();
  readonly #open = new Set<string>();
  #running = new AbortController();
  #key: string | undefined;

  constructor(host: ReactiveControllerHost, options: AgencyTreeOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const key = this.#options.key();
    if (key !== this.#key) {
      this.#key = key;
      this.#open.clear();
      this.reload();
    }
    if (key === undefined) return;
    for (const parent of [this.root, ...this.#open]) if (!this.#levels.has(parent)) void this.#load(parent);
  }

  hostDisconnected(): void {
    this.#running.abort();
    this.#running = new AbortController();
    for (const [parent, { state }] of this.#levels) if (state === 'loading') this.#levels.delete(parent);
  }

  /** The id that stands for the top level here. */
  get root(): string {
    return this.#options.root() ?? TOP;
  }

  /** Whether everything that is open has come, or will not. */
  get settled(): boolean {
    return [this.root, ...this.#open].every((parent) => ['ready', 'failed'].includes(this.#levels.get(parent)?.state ?? ''));
  }

  level(parent: string): Level | undefined {
    return this.#levels.get(parent);
  }

  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  find(id: string): AgencySummary | undefined {
    for (const level of this.#levels.values()) {
      const found = level.state === 'ready' && level.agencies.find((agency) => agency.id === id);
      if (found) return found;
    }
    return undefined;
  }

  toggle(id: string): void {
    if (!this.#open.delete(id)) this.open([id]);
    this.#host.requestUpdate();
  }

  open(ids: readonly string[]): void {
    for (const id of ids) {
      this.#open.add(id);
      if (this.#levels.get(id)?.state === 'failed') this.#levels.delete(id);
    }
    this.#host.requestUpdate();
  }

  /** Forgets everything, and asks again for what is shown. */
  reload(): void {
    this.#running.abort();
    this.#running = new AbortController();
    this.#levels.clear();
    this.#host.requestUpdate();
  }

  async #load(parent: string): Promise<void> {
    const { signal } = this.#running;
    this.#levels.set(parent, { state: 'loading' });
    let level: Level;
    try {
      const agencies: AgencySummary[] = [];
      for await (const agency of this.#options.client().agencies.list({ ...(parent && { parent }), limit: PAGE }, { signal })) agencies.push(agency);
      level = { state: 'ready', agencies };
    } catch (error) {
      level = { state: 'failed', error };
    }
    if (signal.aborted) return;
    this.#levels.set(parent, level);
    const [only, ...others] = level.state === 'ready' ? level.agencies : [];
    if (parent === this.root && only && others.length === 0) this.#open.add(only.id); // a tree with one trunk
    this.#host.requestUpdate();
  }
}
