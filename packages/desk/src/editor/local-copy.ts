import { createStore, del, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import type { Written } from './types.ts';

/** What was typed and is not yet on the server, kept on this device so that neither a crash nor a power cut loses it. */
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

/** Copies of one person: who signs in next on the same computer sees none of them. Each may fail, writing then goes on without. */
export class LocalCopies {
  readonly #person: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(person: string) {
    this.#person = person;
  }

  async find(draft: string): Promise<LocalCopy | undefined> {
    await this.#last;
    return get<LocalCopy>(this.#key(draft), opened()).catch(() => undefined);
  }

  /** False when the device keeps nothing, for example in a private window. */
  keep(draft: string, copy: LocalCopy): Promise<boolean> {
    return this.#next(() => set(this.#key(draft), copy, opened()));
  }

  drop(draft: string): Promise<boolean> {
    return this.#next(() => del(this.#key(draft), opened()));
  }

  #key(draft: string): string {
    return `${this.#person} ${draft}`;
  }

  /** One after the other, so that what is dropped after it was kept stays dropped. */
  #next(work: () => Promise<unknown>): Promise<boolean> {
    const done = this.#last.then(work).then(() => true, () => false);
    this.#last = done;
    return done;
  }
}

/** Removes every copy of everybody from this device: for signing out. */
export async function forgetLocalCopies(): Promise<void> {
  const all = await keys(opened()).catch(() => []);
  await delMany(all, opened()).catch(() => undefined);
}
