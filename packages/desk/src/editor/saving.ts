import { isChangedMeanwhile, type Draft } from '@sunlit/client/desk';
import { isSunlitError } from '@sunlit/client';
import type { ReactiveControllerHost } from 'lit';
import type { LocalCopies } from './local-copy.ts';
import { same } from './pointer.ts';
import type { Written } from './types.ts';

/** How it stands with what was typed. `partly`: saved but for what the server does not take unfinished; that stays on the device. */
export type SaveState =
  | { readonly state: 'nothing' }
  | { readonly state: 'unsaved' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved' | 'partly'; readonly at: string }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'conflict'; readonly theirs: Draft };

export interface SavingOptions {
  /** Sends what was written upon a draft, or makes a new one under `key`. Throws what the client throws. */
  readonly send: (written: Written, draft: Draft | undefined, key: string) => Promise<Draft>;
  readonly copies: LocalCopies;
  /** Under which name the copy on this device is kept until a new draft is saved for the first time, and has an id. */
  readonly name: string;
  readonly saved: (draft: Draft, first: boolean) => void;
}

const PAUSE = 2000;
const COPY_PAUSE = 300;
/** Somebody who types without a pause is saved all the same. */
const LONGEST = 20_000;
const AGAIN = [5000, 15_000, 60_000];
/** Failures that pass by themselves; what a person must mend is not sent again unasked. */
const PASSING = new Set(['network', 'offline', 'timeout', 'unavailable', 'internal', 'too-many-requests', 'unexpected-answer']);

/** What the server takes: rows of `withheld` must be whole there, and a reason is one or is not there. */
export function sendable(written: Written): Written {
  const { reason, ...rest } = written;
  const whole = written.withheld.filter(({ what, ground, reason: why, nextReviewOn }) => what && ground && why && nextReviewOn);
  return { ...rest, withheld: whole, ...(reason?.trim() ? { reason } : {}) };
}

/** What a draft holds, as it is written. */
export const writtenOf = ({ content, reason, withheld }: Pick<Draft, 'content' | 'reason' | 'withheld'>): Written => ({ content, withheld, ...(reason === undefined ? {} : { reason }) });

/**
 * Saves what is typed: a copy on this device at once, the draft two seconds after the last keystroke and when the page is left.
 * One save at a time; what is typed meanwhile goes with the next.
 */
export class Saving {
  state: SaveState = { state: 'nothing' };
  draft: Draft | undefined;
  /** What the draft held when it was loaded or last saved. */
  base: Written | undefined;
  now: Written;
  readonly key: string;
  readonly #host: ReactiveControllerHost;
  readonly #options: SavingOptions;
  /** Of the copy on this device. It stays with what is saved here, whatever is opened while the last save is on its way. */
  #name: string;
  #running: Promise<void> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #copying: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;
  #failures = 0;
  #ended = false;
  #abandoned = false;

  constructor(host: ReactiveControllerHost, written: Written, draft: Draft | undefined, key: string | undefined, options: SavingOptions) {
    this.#host = host;
    this.#options = options;
    this.#name = options.name;
    this.now = written;
    this.draft = draft;
    this.base = draft && written;
    this.key = key ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (draft) this.state = { state: 'saved', at: draft.updatedAt };
    addEventListener('visibilitychange', this.#leaving);
    addEventListener('pagehide', this.#leaving);
    addEventListener('online', this.#online);
  }

  /** Saves what is left and stops. What could not be saved stays on the device. */
  end(): void {
    this.#leaving();
    this.#ended = true;
    clearTimeout(this.#pause);
    removeEventListener('visibilitychange', this.#leaving);
    removeEventListener('pagehide', this.#leaving);
    removeEventListener('online', this.#online);
  }

  /** Signing out: nothing is sent and nothing is kept, unless the sign-out fails and somebody types on. */
  async abandon(): Promise<void> {
    this.#abandoned = true;
    clearTimeout(this.#pause);
    await this.forgetCopy();
  }

  change(written: Written): void {
    if (written === this.now) return;
    this.now = written;
    this.#failures = 0;
    this.#abandoned = false;
    this.#copying ??= setTimeout(() => this.#copy(), COPY_PAUSE);
    if (this.state.state === 'conflict') return this.#host.requestUpdate();
    this.#since ??= Date.now();
    if (this.state.state !== 'saving') this.#be({ state: 'unsaved' });
    this.#later(Math.min(PAUSE, Math.max(0, this.#since + LONGEST - Date.now())));
  }

  /** Removes the copy from this device, also one of before a crash. */
  async forgetCopy(): Promise<void> {
    clearTimeout(this.#copying);
    this.#copying = undefined;
    await this.#options.copies.drop(this.#name);
  }

  /** Whether something typed is not on the server. */
  get pending(): boolean {
    return this.state.state !== 'nothing' && !(this.base && same(sendable(this.now), sendable(this.base)));
  }

  /** Saves now. After it, `state` says how it went. */
  async save(): Promise<void> {
    clearTimeout(this.#pause);
    if (this.#running) await this.#running;
    if (this.state.state === 'conflict' || this.#ended || this.#abandoned) return;
    if (this.draft && !this.pending) return this.#be({ state: same(this.now.withheld, sendable(this.now).withheld) ? 'saved' : 'partly', at: this.draft.updatedAt });
    this.#running = this.#send().finally(() => (this.#running = undefined));
    await this.#running;
  }

  /** Goes on from another state of the draft: after a step was taken, or with the version somebody else saved. */
  async goOn(draft: Draft, written: Written, base: Written = written): Promise<void> {
    this.draft = draft;
    this.base = base;
    this.now = written;
    this.#be({ state: 'saved', at: draft.updatedAt });
    if (this.pending) {
      this.#copy();
      this.#be({ state: 'unsaved' });
      await this.save();
    } else {
      await this.forgetCopy();
    }
  }

  async #send(): Promise<void> {
    const written = this.now;
    const { draft } = this;
    const name = this.#name;
    this.#since = undefined;
    this.#be({ state: 'saving' });
    try {
      const saved = await this.#options.send(sendable(written), draft, this.key);
      this.draft = saved;
      this.#name = saved.id;
      this.base = written;
      if (draft === undefined && written.withheld.length === 0) this.#inherit(saved);
      this.#failures = 0;
      const later = !same(this.now, this.base);
      const whole = this.now.withheld.length === sendable(this.now).withheld.length;
      this.#be(later ? { state: 'unsaved' } : { state: whole ? 'saved' : 'partly', at: saved.updatedAt });
      this.#options.saved(saved, draft === undefined);
      if (draft === undefined || (!later && whole)) await this.#options.copies.drop(name);
      if (later || !whole) this.#copy();
      if (later) this.#later(PAUSE);
    } catch (error) {
      if (isChangedMeanwhile(error) && this.base) return this.#meanwhile(error.current, written, this.base);
      this.#copy();
      this.#be({ state: 'failed', error });
      const pause = AGAIN[Math.min(this.#failures, AGAIN.length - 1)];
      this.#failures += 1;
      if (pause !== undefined && isSunlitError(error) && PASSING.has(error.code)) this.#later(pause);
    }
  }

  /** An amendment keeps what was withheld before, which the server knows. */
  #inherit({ withheld }: Draft): void {
    if (withheld.length === 0 || !this.base) return;
    this.base = { ...this.base, withheld };
    if (this.now.withheld.length === 0) this.now = { ...this.now, withheld };
  }

  /** Somebody else saved, or an answer of ours was lost on the way, or only a step was taken. */
  async #meanwhile(theirs: Draft, sent: Written, base: Written): Promise<void> {
    const held = writtenOf(theirs);
    this.draft = theirs;
    if (same(sendable(held), sendable(sent))) {
      this.base = sent;
      this.#be({ state: 'saved', at: theirs.updatedAt });
      if (this.now === sent) await this.forgetCopy();
      else this.#later(0);
    } else if (same(sendable(held), sendable(base))) {
      await this.#send();
    } else {
      this.#copy();
      this.#be({ state: 'conflict', theirs });
    }
  }

  #later(pause: number): void {
    clearTimeout(this.#pause);
    if (!this.#ended && !this.#abandoned) this.#pause = setTimeout(() => void this.save(), pause);
  }

  #copy(): void {
    clearTimeout(this.#copying);
    this.#copying = undefined;
    if (this.#abandoned) return;
    const version = this.state.state === 'conflict' ? undefined : this.draft?.version;
    void this.#options.copies.keep(this.#name, { written: this.now, at: new Date().toISOString(), version, base: this.base, key: this.key });
  }


  #be(state: SaveState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  readonly #leaving = (event?: Event): void => {
    if (event?.type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
    if (this.#copying !== undefined) this.#copy();
    if (this.state.state === 'unsaved' || this.state.state === 'failed') void this.save();
  };

  readonly #online = (): void => {
    if (this.state.state === 'failed') void this.save();
  };
}
