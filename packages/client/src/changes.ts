import type { Change, ChangePage, ChangeQuery } from './contract.ts';
import { SunlitError } from './errors.ts';
import type { CallOptions } from './http.ts';
import { PagedList } from './paged-list.ts';
import { Resource } from './resource.ts';

/** The place in the feed where a follower stands; any change it was given will do. */
export type FeedPosition = Pick<Change, 'seq' | 'leaf'>;

export interface FollowOptions {
  /** Where to go on: the last change that was seen (then the past is checked too), or its number. Default: the beginning. */
  after?: FeedPosition | number | undefined;
  /** Milliseconds between two questions when there is nothing new. Default: 30,000. */
  interval?: number | undefined;
  /** Ends the following; the iteration then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
}

const INTERVAL_MILLISECONDS = 30_000;
const MOST_CHANGES_A_PAGE = 1000;

/** What was published, amended, repealed or withdrawn, in one order. Never answered from the cache. */
export class Changes extends Resource {
  /**
   * The changes after a sequence number, oldest first. `await` gives one page and `latest`, the newest number there is;
   * iteration goes on to the newest.
   *
   * @throws SunlitError `invalid-input`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`,
   * `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { items, latest } = await client.changes.list({ after: 1200, limit: 50 });
   * console.log(items.length, 'of', latest - 1200);
   * ```
   */
  list(query: ChangeQuery = {}, options: CallOptions = {}): PagedList<Change, ChangePage> {
    const load = (after = query.after): Promise<ChangePage> => this.http.json({ path: 'v1/changes', query: { ...query, after }, expect: 'items' }, options);
    return new PagedList<Change, ChangePage>(load, ({ items, latest }) => {
      const seq = items[items.length - 1]?.seq;
      return seq !== undefined && seq < latest ? load(seq) : undefined;
    });
  }

  /**
   * Every change from a place on, and then every new one as it comes: in order, none twice, none left out. A loop that ends
   * or throws can be taken up where it stood, by giving the last change as `after`. A failed question ends the loop, after
   * the retries of the client.
   *
   * @throws SunlitError `history-changed` when a number is missing, or when the last change is no more what it was: what was
   * copied from this feed must then be copied again. Else as `list`.
   * @example
   * ```ts
   * import { createClient, isSunlitError, type Change } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * let last: Change | undefined;
   * try {
   *   for await (const change of client.changes.follow({ after: last, interval: 60_000 })) {
   *     console.log(change.seq, change.type, change.title);
   *     last = change;
   *   }
   * } catch (error) {
   *   if (!isSunlitError(error) || error.code === 'history-changed') throw error;
   *   console.log(`Stopped after ${last?.seq ?? 0}, go on from there later.`, error.hint);
   * }
   * ```
   */
  async *follow({ after = 0, interval = INTERVAL_MILLISECONDS, signal }: FollowOptions = {}): AsyncGenerator<Change, never, undefined> {
    let seq = typeof after === 'number' ? after : after.seq;
    let leaf = typeof after === 'number' ? undefined : after.leaf;
    for (;;) {
      // Asking for the last one again shows whether the past still stands.
      const { items, latest } = await this.list({ after: leaf === undefined ? seq : seq - 1, limit: MOST_CHANGES_A_PAGE }, { signal });
      const seen = leaf === undefined ? undefined : items.shift();
      if (latest < seq || seen?.leaf !== leaf) throw historyChanged(seq);
      for (const change of items) {
        if (change.seq !== seq + 1) throw historyChanged(seq + 1);
        ({ seq, leaf } = change);
        yield change;
      }
      if (seq >= latest || items.length === 0) await wait(interval, signal);
    }
  }
}

function historyChanged(seq: number): SunlitError {
  return new SunlitError('history-changed', `Change ${seq} of the feed is missing, or not what it was`, {
    hint: 'Read the feed from its beginning.',
  });
}

/** Browsers before 2022 abort without a reason. */
function abortReason(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? new DOMException('The call was aborted', 'AbortError');
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, milliseconds);
    if (signal?.aborted) aborted();
    else signal?.addEventListener('abort', aborted, { once: true });
  });
}
