import type { SupportCount, TopicsClient, TopicsOutbox } from '@sunlit/client/topics';
import type { ReactiveControllerHost } from 'lit';
import { SunlitTopicSupportEvent } from './events.ts';
import type { Memory } from './memory.ts';

interface SupportingOptions {
  readonly client: () => TopicsClient;
  readonly memory: () => Memory;
  readonly shared: () => boolean;
  /** Of this visit, on a screen that many people use. */
  readonly token: () => string | undefined;
  readonly outbox: () => TopicsOutbox | undefined;
  /** The server has counted it. */
  readonly counted: () => void;
}

/** How this device and a topic stand, from the tap on. */
export interface Standing {
  readonly on: boolean;
  /** Said, and not confirmed yet. */
  readonly busy: boolean;
  /** It waits in the outbox until there is a network. */
  readonly waiting: boolean;
  readonly total: number;
  /** Why the last tap was taken back. */
  readonly error: unknown;
}

/** Supports of topics: shown as soon as they are tapped, and taken back, with the reason, when the server does not count them. */
export class Supporting {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #options: SupportingOptions;
  /** The newest counts, of this device's taps and of what others do. */
  readonly #counts = new Map<string, SupportCount>();
  readonly #busy = new Map<string, boolean>();
  readonly #waiting = new Set<string>();
  readonly #errors = new Map<string, unknown>();

  constructor(host: ReactiveControllerHost & EventTarget, options: SupportingOptions) {
    this.#host = host;
    this.#options = options;
  }

  count({ id, supports }: { readonly id: string; readonly supports: SupportCount }): SupportCount {
    return this.#counts.get(id) ?? supports;
  }

  standing(topic: { readonly id: string; readonly supports: SupportCount }): Standing {
    const { id } = topic;
    const was = this.#options.memory().relation(id) !== undefined;
    const wished = this.#busy.get(id);
    const waiting = this.#waiting.has(id);
    const on = wished ?? (was || waiting);
    const { total } = this.count(topic);
    return { on, waiting, busy: wished !== undefined, total: Math.max(0, total + (wished === undefined || wished === was ? 0 : wished ? 1 : -1)), error: this.#errors.get(id) };
  }

  /** What others did; a tap of one's own that is on its way stands. */
  heard(id: string, supports: SupportCount): void {
    this.#counts.set(id, supports);
    this.#host.requestUpdate();
  }

  /** A list that was asked for anew knows better. */
  forget(): void {
    this.#counts.clear();
  }

  reset(): void {
    for (const what of [this.#counts, this.#busy, this.#waiting, this.#errors]) what.clear();
  }

  /** Taps: supports, or takes it back. Whether the server counted it, or the outbox has it. */
  async tap(topic: { readonly id: string; readonly supports: SupportCount }): Promise<boolean> {
    const { id } = topic;
    const { on, busy, waiting } = this.standing(topic);
    if (busy || waiting) return false;
    const { client, memory, shared, token, outbox, counted } = this.#options;
    const remembered = memory();
    const { topics } = client();
    const by = { ...(shared() && { channel: 'kiosk' as const }), token: token() };
    const kept = !on && globalThis.navigator?.onLine === false ? outbox() : undefined;
    this.#errors.delete(id);
    this.#busy.set(id, !on);
    this.#host.requestUpdate();
    try {
      if (kept) {
        await topics.support(id, { ...by, outbox: kept });
        this.#waiting.add(id);
        return true;
      }
      const { supports, id: canonical } = await (on ? topics.unsupport(id, by) : topics.support(id, by));
      // Of a merged topic, the one it was merged into is supported.
      if (canonical === id) this.#counts.set(id, supports);
      remembered.remember(id, on ? undefined : 'supports');
      counted();
      this.#host.dispatchEvent(new SunlitTopicSupportEvent(id, !on));
      return true;
    } catch (error) {
      this.#errors.set(id, error);
      return false;
    } finally {
      this.#busy.delete(id);
      this.#host.requestUpdate();
    }
  }
}
