import type pg from 'pg';

/** Names the notification that every writing transaction sends on PostgreSQL. */
export const CHANNEL = 'sunlit_commit';

type Watch = (committed: () => void) => { end(): Promise<void> | void };

/** Tells who listens that something was committed: at once when by this process, else as soon as the database lets us know. */
export class Commits {
  readonly #watch: Watch;
  readonly #listeners = new Set<() => void>();
  #watching: ReturnType<Watch> | undefined;
  #ended = false;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** Answers how to stop listening. The database is watched only while somebody listens. */
  listen(committed: () => void): () => void {
    this.#listeners.add(committed);
    if (!this.#ended) this.#watching ??= this.#watch(() => this.announce());
    return () => {
      this.#listeners.delete(committed);
      if (this.#listeners.size > 0) return;
      void this.#watching?.end();
      this.#watching = undefined;
    };
  }

  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#listeners.clear();
    await this.#watching?.end();
  }
}

/** SQLite tells nobody what another process, such as the command line, has written: listeners look again each second. */
export function everySecond(committed: () => void): ReturnType<Watch> {
  const timer = setInterval(committed, 1000).unref();
  return { end: () => clearInterval(timer) };
}

const RECONNECT_MILLISECONDS = 1000;
/** Poolers that share connections between transactions swallow LISTEN without a word. */
const UNTOLD_MILLISECONDS = 10_000;

/** Listens on a connection of its own, and anew when it breaks. */
export function notifications(connectionString: string): Watch {
  return (committed) => {
    let client: pg.Client | undefined;
    let retry: NodeJS.Timeout | undefined;
    let ended = false;
    const connect = async () => {
      const { Client } = (await import('pg')).default;
      if (ended) return;
      const current = (client = new Client({ connectionString }));
      let lost = false;
      const again = () => {
        if (lost || ended) return;
        lost = true;
        void current.end().catch(() => undefined);
        retry = setTimeout(() => void connect(), RECONNECT_MILLISECONDS).unref();
      };
      current.on('error', again).on('end', again).on('notification', committed);
      // What was committed while nobody listened is told now.
      current.connect().then(() => current.query(`listen ${CHANNEL}`)).then(committed, again);
    };
    void connect();
    const untold = setInterval(committed, UNTOLD_MILLISECONDS).unref();
    return {
      async end() {
        ended = true;
        clearTimeout(retry);
        clearInterval(untold);
        await client?.end().catch(() => undefined);
      },
    };
  };
}
