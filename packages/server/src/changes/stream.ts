import { Readable } from 'node:stream';
import type { Database } from '../database/database.ts';
import { ProblemError, invalid } from '../problems.ts';
import { topicChanges } from '../topics/changes.ts';
import { Feed, type Source, type Stretch, type Told } from './feed.ts';
import { publicChanges, spanOf } from './list.ts';

/** How many streams may be open at once. */
export interface StreamLimits {
  readonly streams: number;
  readonly streamsPerAddress: number;
}

/** What is streamed. */
const SOURCES = { disclosures: publicChanges, topics: topicChanges } as const;

/** Who asks for a stream, of what, and where it begins. */
export interface StreamRequest {
  readonly of: keyof typeof SOURCES;
  /** After which number, or below zero how many before the newest; without one, with what happens from now on. */
  readonly after?: number | undefined;
  readonly agency?: string | undefined;
  /** Of the caller. */
  readonly address: string;
}

const HEARTBEAT_MILLISECONDS = 15_000;
/** Who does not take what is sent for so long is let go, and resumes where they were. */
const SLOWEST_MILLISECONDS = 30_000;
/** Then a stream ends, so that nobody listens for ever to a tree of agencies that has changed since. */
const LIFE_MILLISECONDS = 3_600_000;

/** Sends public changes to whoever listens; how many may is counted over all that is streamed. */
export class ChangeStreams {
  readonly #database: Database;
  readonly #limits: StreamLimits;
  readonly #feeds: Readonly<Record<keyof typeof SOURCES, { readonly source: Source; readonly feed: Feed }>>;
  readonly #open = new Set<EventStream>();
  readonly #addresses = new Map<string, number>();
  #count = 0;
  #closed = false;

  constructor(database: Database, limits: StreamLimits) {
    this.#database = database;
    this.#limits = limits;
    const feedOf = (of: keyof typeof SOURCES) => {
      const source = SOURCES[of](database);
      return { source, feed: new Feed(database.commits, source) };
    };
    this.#feeds = { disclosures: feedOf('disclosures'), topics: feedOf('topics') };
  }

  /** Server-sent events. @throws ProblemError when too many are open, for an unknown agency, or for a place that is not in the feed. */
  async open(request: StreamRequest): Promise<Readable> {
    const leave = this.#enter(request.address);
    try {
      const stream = await this.#begin(request);
      this.#open.add(stream);
      return stream.once('close', () => {
        this.#open.delete(stream);
        leave();
      });
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Ends all streams, and takes no more. */
  close(): void {
    this.#closed = true;
    for (const stream of this.#open) stream.finish();
  }

  #enter(address: string): () => void {
    const own = this.#addresses.get(address) ?? 0;
    if (this.#closed || this.#count >= this.#limits.streams) throw tryLater('unavailable');
    if (own >= this.#limits.streamsPerAddress) throw tryLater('too-many-requests');
    this.#count += 1;
    this.#addresses.set(address, own + 1);
    return () => {
      this.#count -= 1;
      const left = (this.#addresses.get(address) ?? 1) - 1;
      if (left > 0) this.#addresses.set(address, left);
      else this.#addresses.delete(address);
    };
  }

  async #begin({ of, after, agency: id }: StreamRequest): Promise<EventStream> {
    const { source, feed } = this.#feeds[of];
    const span = await spanOf(this.#database, id);
    const agency = id !== undefined && span !== undefined ? { id, span } : undefined;
    const latest = await source.latest();
    // Who has seen more than there is followed another feed, or this one before it was restored.
    if (after !== undefined && after > latest) throw invalid({ pointer: '/query/after', code: 'maximum', values: { limit: latest } });
    if (this.#closed) throw tryLater('unavailable');
    const from = after === undefined ? latest : after < 0 ? Math.max(0, latest + after) : after;
    return new EventStream(feed, from, latest, (seq) => feed.after(seq, agency));
  }
}

function tryLater(code: 'unavailable' | 'too-many-requests'): ProblemError {
  return new ProblemError(code, [], { headers: { 'retry-after': '30' } });
}

/** One listener. It is asked for more when the connection has room, so a slow one costs no memory. */
class EventStream extends Readable {
  readonly #feed: Feed;
  readonly #after: (seq: number) => Promise<Stretch>;
  readonly #unfollow: () => void;
  readonly #end = Date.now() + LIFE_MILLISECONDS;
  #seq: number;
  /** Whether it began before the newest change, and has not come up to it. */
  #behind: boolean;
  #greeted = false;
  #finished = false;
  /** When a sign of life is due. */
  #due = 0;
  #wake: (() => void) | undefined;
  #patience: NodeJS.Timeout | undefined;

  constructor(feed: Feed, seq: number, latest: number, after: (seq: number) => Promise<Stretch>) {
    super({ highWaterMark: 1 });
    this.#feed = feed;
    this.#seq = seq;
    this.#after = after;
    this.#behind = seq < latest;
    this.#unfollow = feed.follow(latest, () => this.#wake?.());
  }

  finish(): void {
    this.#finished = true;
    if (this.#wake) this.#wake();
    else this.destroy();
  }

  override _read(): void {
    clearTimeout(this.#patience);
    this.#next().then(
      (text) => {
        if (this.destroyed) return;
        this.#patience = setTimeout(() => this.destroy(), SLOWEST_MILLISECONDS).unref();
        this.#due = Date.now() + HEARTBEAT_MILLISECONDS;
        this.push(text);
      },
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#patience);
    this.#unfollow();
    this.#wake?.();
    done(error);
  }

  /** What is to be sent next, after a while when there is nothing; `null` at the end. */
  async #next(): Promise<string | null> {
    if (!this.#greeted) {
      this.#greeted = true;
      // A pause of its own before each comes back, so that after a restart not all come at once.
      return `retry: ${1000 + Math.floor(Math.random() * 2000)}\n${latestEvent(this.#seq)}`;
    }
    while (!this.#finished && !this.destroyed && Date.now() < this.#end) {
      if (this.#behind || this.#feed.isBeyond(this.#seq)) {
        const { items, reached } = await this.#after(this.#seq);
        this.#behind = reached > this.#seq;
        this.#seq = reached;
        if (items.length > 0) return items.map(changeEvent).join('');
      } else if (!(await this.#news())) {
        return `: still here\n${latestEvent(this.#seq)}`;
      }
    }
    return null;
  }

  /** Whether there may be something new before it is time for a sign of life. */
  #news(): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (news: boolean) => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve(news);
      };
      const timer = setTimeout(() => done(false), this.#due - Date.now()).unref();
      this.#wake = () => done(true);
    });
  }
}

function changeEvent({ seq, change }: Told): string {
  return `id: ${seq}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
}

function latestEvent(seq: number): string {
  return `id: ${seq}\nevent: latest\ndata: ${seq}\n\n`;
}
