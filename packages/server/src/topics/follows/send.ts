import { Looking } from '../../looking.ts';
import { readingRequests, type RequestStore } from '../../requests/store.ts';
import type { Settings } from '../../settings.ts';
import { composeLetter } from './letters.ts';
import { LetterRefused, type Post } from './post.ts';

interface LetterSweepOptions extends Pick<Settings, 'publicUrl' | 'topicPage'> {
  readonly post: Post;
  /** Told of a letter that did not go out, or of a sweep that failed: never to whom, or what it says. */
  readonly failed: (item: { readonly letter?: number; readonly attempts?: number; readonly givenUp?: boolean }, error: unknown) => void;
}

const EVERY_MILLISECONDS = 10_000;
const AT_ONCE = 4;
const PAGE = 200;
/** A letter is handed over in this time or not at all. */
const HANDING_OVER_MILLISECONDS = 45_000;
/** How long one process has a letter to itself; longer than handing it over takes. */
const LEASE_MILLISECONDS = 120_000;
const FIRST_PAUSE_MILLISECONDS = 60_000;
const LONGEST_PAUSE_MILLISECONDS = 3 * 3_600_000;
/** About a day. */
const MOST_ATTEMPTS = 14;

/**
 * Sends what is queued. Any number of processes may: who tries a letter has it for two minutes, which is longer than a try takes, so that two
 * that run never send it twice. A process that ends after the mail server took a letter and before that is noted, or whose connection
 * breaks in between, leaves it to be sent again, with the same Message-ID: nobody can do both at once, and a letter twice is better than none.
 * Where it is only the note that fails, the process remembers what it handed over, and notes it as soon as the database takes it.
 */
export class LetterSweep {
  readonly #store: RequestStore;
  readonly #options: LetterSweepOptions;
  readonly #looking: Looking;
  /** What the mail server took and the database does not know of yet. */
  readonly #handedOver = new Set<number>();

  constructor(store: RequestStore, options: LetterSweepOptions) {
    this.#store = store;
    this.#options = options;
    const look = async () => {
      if (await this.sweep()) this.#looking.soon();
    };
    this.#looking = new Looking({ commits: store.database.commits, everyMilliseconds: EVERY_MILLISECONDS, look, failed: (error) => options.failed({}, error) });
  }

  start(): void {
    this.#looking.start();
  }

  /** Ends when what is being sent has been sent. */
  async stop(): Promise<void> {
    await this.#looking.stop();
  }

  /** Tries every letter that is due, once; or so many of them, and answers that there may be more. */
  async sweep(): Promise<boolean> {
    for (const no of this.#handedOver) await this.#note(no);
    const due = await this.#store.database.read.selectFrom('letter_out').select(['no', 'follow_no']).where('sent_at', 'is', null).where('failed_at', 'is', null).where('next_at', '<=', this.#at(0))
      .orderBy('next_at').orderBy('no').limit(PAGE).execute();
    // What one person is told comes in its order.
    const left = Map.groupBy(due, ({ follow_no }) => follow_no).values();
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (const letters of left) {
        for (const { no } of letters) await this.#letter(no).catch((error: unknown) => this.#options.failed({ letter: no }, error));
      }
    }));
    return due.length === PAGE;
  }

  async #letter(no: number): Promise<void> {
    if (!(await this.#claim(no))) return;
    try {
      const letter = await composeLetter(readingRequests(this.#store), no, this.#options);
      // What it was about is no more: who followed has stopped, or nothing is left to tell.
      if (letter === undefined) return await this.#drop(no);
      await this.#options.post(letter, AbortSignal.timeout(HANDING_OVER_MILLISECONDS));
    } catch (error) {
      return this.#putOff(no, error);
    }
    this.#handedOver.add(no);
    await this.#note(no);
  }

  async #note(no: number): Promise<void> {
    await this.#store.database.write.updateTable('letter_out').set({ sent_at: this.#at(0) }).where('no', '=', no).execute();
    this.#handedOver.delete(no);
  }

  /** Before it is sent, so that whoever comes second finds it taken. */
  async #claim(no: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#store.database.write.updateTable('letter_out').set((row) => ({ next_at: this.#at(LEASE_MILLISECONDS), attempts: row('attempts', '+', 1) }))
      .where('no', '=', no).where('sent_at', 'is', null).where('failed_at', 'is', null).where('next_at', '<=', this.#at(0)).executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async #drop(no: number): Promise<void> {
    await this.#store.database.write.deleteFrom('letter_out').where('no', '=', no).execute();
  }

  async #putOff(no: number, error: unknown): Promise<void> {
    const { write } = this.#store.database;
    const row = await write.selectFrom('letter_out').select('attempts').where('no', '=', no).executeTakeFirst();
    // Stopped meanwhile.
    if (row === undefined) return;
    const givenUp = row.attempts >= MOST_ATTEMPTS || (error instanceof LetterRefused && error.final);
    await write.updateTable('letter_out').set(givenUp ? { failed_at: this.#at(0) } : { next_at: this.#at(pause(row.attempts)) }).where('no', '=', no).execute();
    this.#options.failed({ letter: no, attempts: row.attempts, givenUp }, error);
  }

  #at(milliseconds: number): string {
    return new Date(this.#store.database.now().getTime() + milliseconds).toISOString();
  }
}

/** Twice as long after each attempt, up to three hours, and none at the same moment as another. */
function pause(attempts: number): number {
  return Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_MILLISECONDS) * (0.75 + Math.random() / 2);
}
