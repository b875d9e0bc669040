import { clear, createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { Written } from './types.ts';

/** What was typed of a draft and is not yet on the server, kept on this device so that neither a crash nor a power cut loses it. */
export interface LocalCopy {
  readonly written: Written;
  /** When it was typed, RFC 3339. */
  readonly at: string;
  /** The version of the draft it was typed upon; `undefined` for one that is not on the server yet. */
  readonly version: number | undefined;
  /** What that version held: what changed since then is told by it. */
  readonly base: Written | undefined;
  /** With what a new draft is made, so that asking again after a crash does not make two. */
  readonly key: string | undefined;
}

let store: UseStore | undefined;
const opened = (): UseStore => (store ??= createStore('sunlit desk', 'unsaved'));

let last: Promise<unknown> = Promise.resolve();

/**
 * One after the other, also for an editor that opens while the one before still writes: what is dropped after it was kept stays
 * dropped, and what is found is what was written last.
 */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/** Copies of one person: who signs in next on the same computer sees none of them. Each may fail, writing then goes on without. */
export class LocalCopies<Copy = LocalCopy> {
  readonly #person: string;

  constructor(person: string) {
    this.#person = person;
  }

  find(draft: string): Promise<Copy | undefined> {
    return inTurn(() => get<Copy>(this.#key(draft), opened())).catch(() => undefined);
  }

  /** False when the device keeps nothing, for example in a private window. */
  keep(draft: string, copy: Copy): Promise<boolean> {
    return inTurn(() => set(this.#key(draft), copy, opened())).then(() => true, () => false);
  }

  drop(draft: string): Promise<boolean> {
    return inTurn(() => del(this.#key(draft), opened())).then(() => true, () => false);
  }

  #key(draft: string): string {
    return `${this.#person} ${draft}`;
  }
}

/** Removes every copy of everybody from this device: for signing out. */
export function forgetLocalCopies(): Promise<void> {
  return inTurn(() => clear(opened())).catch(() => undefined);
}
