import type { AgencySummary, Client } from '@sunlit/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SunlitLoadErrorEvent } from './events.ts';

/** The agencies directly below one, as far as they are known. */
export type Branch =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly items: readonly AgencySummary[] }
  | { readonly state: 'failed'; readonly error: unknown };

/** The agency tree as far as a reader has opened it: a branch is asked for when it is first shown. */
export class AgencyTree implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #client: () => Client;
  readonly #branches = new Map<string, Branch>();
  readonly #open = new Set<string>();
  #running = new AbortController();

  constructor(host: ReactiveControllerHost & EventTarget, client: () => Client) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#running.signal.aborted) this.#running = new AbortController();
  }

  hostDisconnected(): void {
    this.#running.abort();
    for (const [id, branch] of this.#branches) if (branch.state === 'loading') this.#branches.delete(id);
  }

  /** What is below an agency; asks for it when nobody has yet. */
  branch(parent: string): Branch {
    const known = this.#branches.get(parent);
    if (known) return known;
    const loading: Branch = { state: 'loading' };
    this.#branches.set(parent, loading);
    void this.#load(parent, this.#running.signal);
    return loading;
  }

  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  toggle(id: string): void {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.#host.requestUpdate();
  }

  open(ids: Iterable<string>): void {
    for (const id of ids) this.#open.add(id);
    this.#host.requestUpdate();
  }

  retry(parent: string): void {
    this.#branches.delete(parent);
    this.#host.requestUpdate();
  }

  /** Forgets everything: another API, or another person at the screen. */
  reset(): void {
    this.#running.abort();
    this.#running = new AbortController();
    this.#branches.clear();
    this.#open.clear();
    this.#host.requestUpdate();
  }

  async #load(parent: string, signal: AbortSignal): Promise<void> {
    try {
      const items: AgencySummary[] = [];
      for await (const agency of this.#client().agencies.list({ parent, limit: 100 }, { signal })) items.push(agency);
      this.#branches.set(parent, { state: 'ready', items });
    } catch (error) {
      if (signal.aborted) return;
      this.#branches.set(parent, { state: 'failed', error });
      this.#host.dispatchEvent(new SunlitLoadErrorEvent(error));
    }
    this.#host.requestUpdate();
  }
}
