import type { FeedPosition } from './changes.ts';
import type { Change, TopicChange } from './contract.ts';
import { SunlitError } from './errors.ts';
import { byEventSource, byFetch, eventsOf } from './events.ts';
import { fromAnswer } from './failures.ts';
import { abortReason, historyChanged, wait } from './wait.ts';

export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { FeedPosition } from './changes.ts';
export type { AgencyRef, Change, TopicChange, WithdrawnDisclosure } from './contract.ts';

/** Where the API is: a client of it, or its base URL as `createClient` takes it. */
export type LiveApi = string | URL | { readonly baseUrl: string };

export interface LiveOptions {
  /** Where to go on: the last change that was seen, or its number; below zero, so many before the newest, up to 100. Default: with what happens from now on. */
  after?: FeedPosition | number | undefined;
  /** Only the changes of this agency and all below it. */
  agency?: string | undefined;
  /** Milliseconds between two questions where a proxy on the way lets no stream through. Default: 15,000. */
  interval?: number | undefined;
  /** Told how far it is, also when what happened is none of what was asked for: there a later call can go on. */
  onPlace?: ((seq: number) => void) | undefined;
  /** Ends the following; the iteration then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** Sends the requests instead of the platform's own `fetch` and `EventSource`. */
  fetch?: typeof fetch | undefined;
}

/** As `LiveOptions`; a place is a number. */
export type LiveTopicsOptions = Omit<LiveOptions, 'after'> & { after?: number | undefined };

/** A page of a feed. */
interface Page<C> {
  readonly items: readonly C[];
  readonly latest: number;
}

const INTERVAL_MILLISECONDS = 15_000;
const OPENING_MILLISECONDS = 5_000;
/** The server gives a sign of life every 15 seconds. */
const SILENCE_MILLISECONDS = 40_000;
/** A connection that lived so long was a good one. */
const GOOD_MILLISECONDS = 10_000;
const MOST_CHANGES_A_PAGE = 1000;

/**
 * Every change as it happens, within a second or two: in order, none twice, none left out, over lost connections, restarts of
 * the server and proxies that let no stream through. Ends only by the signal, by leaving the loop, or by an error that time
 * does not mend.
 *
 * @throws SunlitError `history-changed` when what was seen is no more part of the feed: what was copied from it must be copied
 * again. `invalid-input` for an unknown agency, `invalid-base-url`. No `network`, `offline` or `timeout`: it tries on.
 * @example
 * ```ts
 * import { createClient } from '@sunlit/client';
 * import { liveChanges } from '@sunlit/client/live';
 *
 * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
 * for await (const change of liveChanges(client, { agency: 'qinghe-water' })) {
 *   console.log(change.seq, change.type, change.title);
 * }
 * ```
 */
export function liveChanges(api: LiveApi, options: LiveOptions = {}): AsyncGenerator<Change, never, undefined> {
  return followed<Change>(api, 'v1/changes', options.agency === undefined, options);
}

/**
 * Every topic of the boards as it changes, within a second or two: what it is after its last change, so that one which changed
 * twice may come once. Else as `liveChanges`.
 *
 * @throws SunlitError `history-changed`, `invalid-input`, `invalid-base-url`. No `network`, `offline` or `timeout`: it tries on.
 * @example
 * ```ts
 * import { liveTopics } from '@sunlit/client/live';
 *
 * for await (const { id, topic } of liveTopics('https://open.example.gov.cn/api', { agency: 'qinghe-water' })) {
 *   console.log(id, topic ? topic.supports.total : 'no longer public');
 * }
 * ```
 */
export function liveTopics(api: LiveApi, options: LiveTopicsOptions = {}): AsyncGenerator<TopicChange, never, undefined> {
  return followed<TopicChange>(api, 'v1/topics/changes', false, options);
}

/** `gapless`: every number comes, so that one which does not was lost. */
async function* followed<C extends { seq: number }>(
  api: LiveApi, feed: string, gapless: boolean, { after, agency, interval = INTERVAL_MILLISECONDS, onPlace, signal, fetch: send }: LiveOptions,
): AsyncGenerator<C, never, undefined> {
  const address = addressIn(api);
  const given = typeof after === 'object' ? after.seq : after;
  let seq = given !== undefined && given < 0 ? undefined : given;
  const moveTo = (place: number) => {
    seq = place;
    onPlace?.(place);
  };
  const open = () => {
    const url = address(`${feed}/stream`, { after: seq ?? given, agency });
    return eventsOf(!send && 'EventSource' in globalThis ? byEventSource(url, ['latest', 'change']) : byFetch(url, send ?? fetch));
  };

  for (let failures = 0; ; ) {
    if (signal?.aborted) throw abortReason(signal);
    // Where streams do not come through, one is tried now and then: proxies change, and readers move.
    if (failures < 3 || failures % 20 === 0) {
      const began = Date.now();
      const events = open();
      signal?.addEventListener('abort', events.close);
      try {
        let event = await events.next(OPENING_MILLISECONDS);
        for (; event && !signal?.aborted; event = await events.next(SILENCE_MILLISECONDS)) {
          const sent = read<C>(event.data);
          if (typeof sent === 'number') {
            // All up to this number was sent.
            if (gapless && seq !== undefined && sent > seq) break;
            if (sent > (seq ?? -1)) moveTo(sent);
          } else if (sent) {
            if (sent.seq <= (seq ?? 0)) continue;
            if (gapless && seq !== undefined && sent.seq > seq + 1) break;
            moveTo(sent.seq);
            yield sent;
          } else break;
        }
      } finally {
        signal?.removeEventListener('abort', events.close);
        events.close();
      }
      failures = Date.now() - began > GOOD_MILLISECONDS ? 0 : failures + 1;
    } else failures += 1;

    // A stream cannot say why there is none, and may have left something out: asking does, and brings what is missing.
    while (failures > 0 && !signal?.aborted) {
      const page = await list<C>(address(feed, { after: seq, agency, limit: seq === undefined ? 1 : MOST_CHANGES_A_PAGE }), send ?? fetch, signal);
      if (!page) break;
      const { items, latest } = page;
      if (seq === undefined) {
        moveTo(latest);
        break;
      }
      if (latest < seq) throw historyChanged(seq);
      for (const change of items) {
        if (gapless && change.seq !== seq + 1) throw historyChanged(seq + 1);
        moveTo(change.seq);
        yield change;
      }
      if (items.length < MOST_CHANGES_A_PAGE) {
        if (!gapless) moveTo(latest);
        break;
      }
    }
    // Each at a moment of its own, so that a server that comes back is not overrun.
    await wait(Math.min(interval, 1000 * 2 ** failures) * (0.5 + Math.random() / 2), signal);
  }
}

/** Makes addresses of the API. @throws SunlitError `invalid-base-url`. */
function addressIn(api: LiveApi): (path: string, query: Record<string, unknown>) => string {
  const given = String(typeof api === 'object' && 'baseUrl' in api ? api.baseUrl : api);
  let base: URL;
  try {
    base = new URL(given.replace(/\/*$/, '/'), globalThis.document?.baseURI);
  } catch (cause) {
    throw new SunlitError('invalid-base-url', 'baseUrl is no API address', { hint: 'Give https://host/api.', cause });
  }
  return (path, query) => {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    return url.href;
  };
}

function read<C>(data: string): C | number | undefined {
  try {
    return JSON.parse(data) as C | number;
  } catch {
    return undefined;
  }
}

/** A page of the feed, `undefined` where asking again later may help. */
async function list<C>(url: string, send: typeof fetch, signal: AbortSignal | undefined): Promise<Page<C> | undefined> {
  let response: Response | undefined;
  let answer: unknown;
  try {
    response = await send(new Request(url, { cache: 'no-store', signal: signal ?? null }));
    answer = await response.json();
  } catch {
    if (signal?.aborted) throw abortReason(signal);
  }
  const { status = 0 } = response ?? {};
  if (response && answer && status >= 400 && status < 500 && status !== 408 && status !== 429) {
    throw fromAnswer(response, answer, `GET ${new URL(url).pathname}`, 'Check that this is a disclosure API.');
  }
  const page = answer as Partial<Page<C>> | undefined;
  return status === 200 && page?.items && page.latest !== undefined ? (page as Page<C>) : undefined;
}
