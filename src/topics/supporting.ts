import type { Outbox } from '@sunlit/client/outbox';
import type { SupportCount, Supported, TopicsClient } from '@sunlit/client/topics';
import type { ReactiveControllerHost } from 'lit';
import { newKey } from '../shared/drafts.ts';
import { nowOrLater, whenSettled, type Settled } from '../shared/later.ts';
import { SunlitTopicSupportEvent } from './events.ts';
import type { Memory } from './memory.ts';

interface SupportingOptions {
  readonly client: () => TopicsClient;
  readonly memory: () => Memory;
  readonly shared: () => boolean;
  /** Of this visit, on a screen that many people use. */
  readonly token: () => string | undefined;
  readonly outbox: () => Outbox | undefined;
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
  /** What waits in the outbox, and how to stop asking what became of it. */
  readonly #waiting = new Map<string, () => void>();
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
    for (const stop of this.#waiting.values()) stop();
    for (const what of [this.#counts, this.#busy, this.#waiting, this.#errors]) what.clear();
  }

  /** Taps: supports, or takes it back. Whether the server counted it, or the outbox has it. */
  async tap(topic: { readonly id: string; readonly supports: SupportCount }): Promise<boolean> {
    const { id } = topic;
    const { on, busy, waiting } = this.standing(topic);
    if (busy || waiting) return false;
    const { client, shared, token, outbox } = this.#options;
    const { topics } = client();
    const by = { ...(shared() && { channel: 'kiosk' as const }), token: token(), idempotencyKey: newKey() };
    // Taking it back is not worth keeping: it can be done again.
    const keeping = on ? undefined : outbox();
    this.#errors.delete(id);
    this.#busy.set(id, !on);
    this.#host.requestUpdate();
    try {
      const sent = await nowOrLater(keeping, () => (on ? topics.unsupport(id, by) : topics.support(id, by)), (kept) => topics.support(id, { ...by, outbox: kept }));
      if ('answer' in sent) this.#came(id, !on, sent.answer);
      else if (keeping) this.#waiting.set(id, whenSettled(keeping, sent.kept.id, (settled) => this.#settled(id, settled)));
      return true;
    } catch (error) {
      this.#errors.set(id, error);
      return false;
    } finally {
      this.#busy.delete(id);
      this.#host.requestUpdate();
    }
  }

  /** The server has counted it. */
  #came(id: string, on: boolean, { id: canonical, supports }: Partial<Supported>): void {
    const { memory, counted } = this.#options;
    // Of a merged topic, the one it was merged into is supported; of what waited on a shared device, it is said only that it came.
    if (canonical === id && supports) this.#counts.set(id, supports);
    memory().remember(id, on ? 'supports' : undefined);
    counted();
    this.#host.dispatchEvent(new SunlitTopicSupportEvent(id, on));
  }

  #settled(id: string, settled: Settled): void {
    this.#waiting.delete(id);
    if ('refused' in settled) this.#errors.set(id, settled.refused);
    else this.#came(id, true, settled.answer as Partial<Supported>);
    this.#host.requestUpdate();
  }
}
