import type { Change } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import { latestChange, listChanges, type Span } from './list.ts';

/** Part of the feed: `reached` is up to where these are all there are. */
export interface Stretch {
  readonly items: readonly Change[];
  readonly reached: number;
}

const PAGE = 200;
const RECENT = 1000;

/** The newest changes in memory: each is read once, however many follow. It reads only while somebody does. */
export class Feed {
  readonly #database: Database;
  readonly #followers = new Set<() => void>();
  /** The newest changes, without a gap up to `#latest`. */
  #recent: readonly Change[] = [];
  #latest = 0;
  #reading = false;
  #again = false;
  #stop: (() => void) | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Calls back whenever there is more; answers how to stop. `from` is the newest number when the follower came. */
  follow(from: number, more: () => void): () => void {
    this.#followers.add(more);
    if (this.#stop === undefined) {
      this.#latest = from;
      this.#stop = this.#database.commits.listen(() => void this.#read());
    }
    return () => {
      this.#followers.delete(more);
      if (this.#followers.size > 0) return;
      this.#stop?.();
      this.#stop = undefined;
      this.#recent = [];
    };
  }

  isBeyond(seq: number): boolean {
    return seq < this.#latest;
  }

  /** What comes after a number, in one agency and all below it when one is given. From memory, unless it is too long ago. */
  async after(seq: number, agency?: { readonly id: string; readonly span: Span }): Promise<Stretch> {
    const oldest = this.#recent[0]?.seq;
    if (oldest !== undefined && oldest <= seq + 1) {
      const items = this.#recent.slice(seq + 1 - oldest);
      return { items: agency ? items.filter(({ path }) => path.includes(agency.id)) : items, reached: items.at(-1)?.seq ?? seq };
    }
    const { items, latest } = await listChanges(this.#database, seq, PAGE, agency?.span);
    return { items, reached: items.length === PAGE ? (items.at(-1)?.seq ?? latest) : latest };
  }

  async #read(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      // When the database does not answer, the next commit, or the next second, tries again.
      await this.#readOnce().catch(() => undefined);
    }
    this.#reading = false;
  }

  async #readOnce(): Promise<void> {
    const from = this.#latest;
    if ((await latestChange(this.#database)) <= from) return;
    const { items } = await listChanges(this.#database, from, RECENT);
    if (this.#stop === undefined || this.#latest !== from) return;
    this.#recent = [...this.#recent, ...items].slice(-RECENT);
    this.#latest = items.at(-1)?.seq ?? from;
    this.#again ||= items.length === RECENT;
    for (const more of this.#followers) more();
  }
}
