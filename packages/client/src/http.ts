import ky, { HTTPError, TimeoutError } from 'ky';
import type { Cache, Kept } from './cache.ts';
import { SunlitError, isSunlitError } from './errors.ts';
import { fromAnswer, headerSeconds, isOffline, shown, unreachable } from './failures.ts';

/** Where an answer came from. `storedAt` is when the server last gave or confirmed it. */
export type Source =
  | { readonly from: 'server' }
  | { readonly from: 'cache'; readonly storedAt: string; readonly because: 'not-modified' }
  /** `error`: why; without it, a copy on this device answered (`replicaFetch`). */
  | { readonly from: 'cache'; readonly storedAt: string; readonly because: 'offline'; readonly error?: SunlitError };

/** What every call takes. */
export interface CallOptions {
  /** Ends the call; it then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt, its body included. Default: that of the client. */
  timeout?: number | undefined;
  /**
   * Told where the answer came from. Who asks this can also be given an older answer: when the server cannot be reached,
   * or fails, the kept one is given with `because: 'offline'`. Without `onSource` such a call throws.
   */
  onSource?: ((source: Source) => void) | undefined;
}

/**
 * Good answers that a page asked for before the client was there, by their full address; `undefined` for what went wrong. The
 * client takes each of them once, out of the map, instead of asking.
 */
export type EarlyAnswers = Map<string, Promise<{ readonly response: Response; readonly body: string } | undefined>>;

export interface HttpOptions {
  readonly base: URL;
  readonly cache: Cache;
  readonly fetch?: typeof fetch | undefined;
  readonly timeout?: number | undefined;
  readonly retry?: number | undefined;
  readonly language?: string | undefined;
  readonly early?: EarlyAnswers | undefined;
}

export interface JsonRequest {
  readonly path: string;
  readonly query?: object;
  /** A property that the answer has, if it is ours at all. */
  readonly expect: string;
  /** Whether the answer may be kept. */
  readonly keep?: boolean;
}

/** A server that asks for more patience is not waited for: the caller is told how long it takes. */
const LONGEST_RETRY_AFTER_SECONDS = 10;
/** A scanned plan on a village line needs longer than any answer in JSON. */
export const FILE_MILLISECONDS = 300_000;
export const LONGEST_BACKOFF_MILLISECONDS = 5_000;

/** Sends the requests of all resources, answers with what was asked for or throws a SunlitError. */
export class Http {
  /** @internal */
  readonly options: HttpOptions;

  constructor(options: HttpOptions) {
    this.options = options;
  }

  /** The address of a path below the base address; empty and `undefined` query values are two things. */
  url(path: string, query: object = {}): URL {
    const url = new URL(path, this.options.base);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    // One order, so that the same question is the same address for every cache on the way.
    url.searchParams.sort();
    return url;
  }

  /** An answer in JSON, from the server or kept. */
  async json<T>({ path, query, expect, keep }: JsonRequest, options: CallOptions): Promise<T> {
    const { cache, early, language = '' } = this.options;
    const url = this.url(path, query);
    const key = `${url.href} ${language}`;
    // What a person searched for is never stored.
    const keeps = keep && !url.searchParams.has('q');
    const came = await early?.get(url.href);
    early?.delete(url.href);
    const conditional = !came && keeps && !isCrossOrigin(url) ? await cache.read(key) : undefined;
    try {
      const response = came && !options.signal?.aborted ? came.response : await this.send(url, options, conditional);
      const unchanged = response.status === 304 ? conditional : undefined;
      const body = (unchanged ?? came)?.body ?? (await response.text());
      const answer = unchanged ? (JSON.parse(body) as T) : this.read<T>(response, body, expect, url);
      const etag = response.headers.get('etag') ?? unchanged?.etag;
      if (keeps && etag && !response.headers.get('cache-control')?.includes('no-store')) void cache.write(key, etag, body);
      const asOf = response.headers.get('sunlit-as-of');
      options.onSource?.(asOf ? { from: 'cache', storedAt: asOf, because: 'offline' } : unchanged ? { from: 'cache', storedAt: new Date().toISOString(), because: 'not-modified' } : { from: 'server' });
      return answer;
    } catch (error) {
      if (!keeps || !isSunlitError(error)) throw error;
      if (error.code === 'not-found') void cache.remove(key);
      const kept = options.onSource && isOutage(error) ? (conditional ?? (await cache.read(key))) : undefined;
      if (!kept) throw error;
      options.onSource?.({ from: 'cache', storedAt: kept.storedAt, because: 'offline', error });
      return JSON.parse(kept.body) as T;
    }
  }

  /** An answer of any type, whole; at `conditional` it may be 304. */
  async send(url: URL, { signal, timeout }: CallOptions, conditional?: Kept): Promise<Response> {
    try {
      return await ky.get(url, {
        headers: { 'accept-language': this.options.language, 'if-none-match': conditional?.etag },
        timeout: timeout ?? this.options.timeout,
        throwHttpErrors: (status) => status >= 400,
        fetch: (request, init) => this.fetchWhole(request as Request, init),
        retry: { limit: this.options.retry, jitter: true, backoffLimit: LONGEST_BACKOFF_MILLISECONDS, shouldRetry: ({ error }) => shouldRetry(error) },
        signal: signal ?? null,
      });
    } catch (error) {
      if (signal?.aborted) throw signal.reason ?? error;
      if (error instanceof HTTPError) throw fromAnswer(error.response, error.data, shown(url), this.checkBase);
      if (error instanceof TimeoutError) {
        throw new SunlitError('timeout', `${shown(url)} was not answered in time`, { hint: 'Try a longer `timeout`.' });
      }
      throw error;
    }
  }

  /** With the body inside, attempts that break off half way are timed and repeated like those that never begin. */
  protected async fetchWhole(request: Request, init?: RequestInit): Promise<Response> {
    const send = this.options.fetch ?? fetch;
    try {
      const response = await send(request, init);
      const body = await response.arrayBuffer();
      return new Response(body.byteLength > 0 ? body : null, response);
    } catch (error) {
      throw request.signal.aborted ? error : unreachable(new URL(request.url), error);
    }
  }

  protected read<T>(response: Response, body: string, expect: string, url: URL): T {
    const unexpected = (what: string, cause?: unknown) =>
      new SunlitError('unexpected-answer', `${shown(url)} was answered ${what}`, { status: response.status, hint: this.checkBase, cause });
    const type = response.headers.get('content-type') ?? 'no content type';
    if (!/[/+]json\b/i.test(type)) throw unexpected(`with ${type} instead of JSON`);
    let answer: unknown;
    try {
      answer = JSON.parse(body);
    } catch (error) {
      throw unexpected(body ? 'with broken JSON' : 'with an empty body', error);
    }
    if ((answer as Record<string, unknown> | null)?.[expect] === undefined) throw unexpected(`without \`${expect}\``);
    return answer as T;
  }

  protected get checkBase(): string {
    return `Check that ${this.options.base.href} is a disclosure API, not a proxy or sign-in page.`;
  }
}

export function shouldRetry(error: unknown): boolean | undefined {
  // ky decides by status.
  if (error instanceof HTTPError) return (headerSeconds(error.response) ?? 0) > LONGEST_RETRY_AFTER_SECONDS ? false : undefined;
  return isSunlitError(error) && !isOffline();
}

/** Whether the server is to blame, not the question. */
function isOutage({ code, status = 500 }: SunlitError): boolean {
  return status >= 500 || code === 'unexpected-answer';
}

/**
 * `If-None-Match` would cost a page of another origin a preflight round trip for every address; there the browser's own
 * HTTP cache revalidates for nothing.
 */
function isCrossOrigin(url: URL): boolean {
  // Deno has a `location` that is undefined.
  const here = globalThis.location?.origin;
  return here !== undefined && here !== url.origin;
}
