import type { Commits } from '../database/commits.ts';
import type { Span } from './list.ts';

/** One change that is told to who follows. */
export interface Told {
  readonly seq: number;
  /** The agencies that it concerns, and all above them. */
  readonly path: readonly string[];
  /** As the operation that lists changes answers it. */
  readonly change: unknown;
}

/** What can be followed: changes with numbers that rise in the order of commits. */
export interface Source {
  latest(): Promise<number>;
  /** After a number, oldest first, and the newest number there is; with a span, only those of its agencies. */
  list(after: number, limit: number, span?: Span): Promise<{ readonly items: readonly Told[]; readonly latest: number }>;
}

/** Part of the feed: `reached` is up to where these are all there are. */
export interface Stretch {
  readonly items: readonly Told[];
  readonly reached: number;
}

const PAGE = 200;
const RECENT = 1000;

/** The newest changes in memory: each is read once, however many follow. It reads only while somebody does. */
export class Feed {
  readonly #commits: Commits;
  readonly #source: Source;
  readonly #followers = new Set<() => void>();
  /** All changes after `#since`, up to `#latest`. */
  #recent: readonly Told[] = [];
  #since = 0;
  #latest = 0;
  #reading = false;
  #again = false;
  #stop: (() => void) | undefined;

  constructor(commits: Commits, source: Source) {
    this.#commits = commits;
    this.#source = source;
  }

  /** Calls back whenever there is more; answers how to stop. `from` is the newest number when the follower came. */
  follow(from: number, more: () => void): () => void {
    this.#followers.add(more);
    if (this.#stop === undefined) {
      this.#since = from;
      this.#latest = from;
      this.#stop = this.#commits.listen(() => void this.#read());
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
    if (this.#recent.length > 0 && seq >= this.#since) {
      const items = this.#recent.slice(this.#recent.findLastIndex((one) => one.seq <= seq) + 1);
      return { items: agency ? items.filter(({ path }) => path.includes(agency.id)) : items, reached: items.at(-1)?.seq ?? seq };
    }
    const { items, latest } = await this.#source.list(seq, PAGE, agency?.span);
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
    if ((await this.#source.latest()) <= from) return;
    const { items } = await this.#source.list(from, RECENT);
    if (this.#stop === undefined || this.#latest !== from) return;
    const all = [...this.#recent, ...items];
    this.#since = all.at(-RECENT - 1)?.seq ?? this.#since;
    this.#recent = all.slice(-RECENT);
    this.#latest = items.at(-1)?.seq ?? from;
    this.#again ||= items.length === RECENT;
    for (const more of this.#followers) more();
  }
}
