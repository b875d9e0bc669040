import { Agencies } from './agencies.ts';
import { Cache } from './cache.ts';
import { Categories } from './categories.ts';
import { Disclosures } from './disclosures.ts';
import { SunlitError } from './errors.ts';
import { Feeds } from './feeds.ts';
import { Http, type EarlyAnswers } from './http.ts';
import { browserStorage, memoryStorage, type KeyValueStorage } from './storage.ts';

export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { EarlyAnswers } from './http.ts';

export interface ClientOptions {
  /** Where the API is: `https://open.example.gov.cn/api`, or on a web page `/api`. What stands before `/v1`. */
  baseUrl: string | URL;
  /** Sends the requests instead of the platform's own `fetch`: for tests, proxies, logging. */
  fetch?: typeof fetch | undefined;
  /** Milliseconds for one attempt, its body included. Default: 10,000. */
  timeout?: number | undefined;
  /** How often a failed question is asked again, after growing pauses or what `Retry-After` says up to 10 s. Default: 2. */
  retry?: number | undefined;
  /** The language of hints and field errors, such as `zh-CN`. Default: what the platform sends. */
  language?: string | undefined;
  /** Where answers are kept, `false` for nowhere. Default: IndexedDB in browsers, else memory. */
  cache?: KeyValueStorage | false | undefined;
  /** Answers to questions that were asked before the client was there. */
  early?: EarlyAnswers | undefined;
}

/** Whether answers are kept, and if not, why. */
export interface CacheState {
  readonly state: 'on' | 'off';
  readonly reason: string | undefined;
}

/** What a page needs to show what was published. */
export interface Reader {
  /** The full address the client asks, with a slash at its end. */
  readonly baseUrl: string;
  readonly agencies: Agencies;
  readonly categories: Categories;
  readonly disclosures: Disclosures;
  readonly feeds: Feeds;
  readonly cache: CacheState;
}

/**
 * The part of `createClient` that shows what was published, for pages that count their bytes: a bundler leaves the rest out.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createReader } from '@sunlit/client/reader';
 *
 * const { disclosures } = createReader({ baseUrl: 'https://open.example.gov.cn/api' });
 * console.log((await disclosures.list({ kind: 'service' })).total);
 * ```
 */
export function createReader(options: ClientOptions): Reader {
  return reader(connect(options));
}

/** @internal */
export function connect(options: ClientOptions): Http {
  const base = parseBaseUrl(options.baseUrl);
  return new Http({ ...options, base, cache: new Cache(options.cache ?? ('indexedDB' in globalThis ? browserStorage(base.href) : memoryStorage())) });
}

/** @internal */
export function reader(http: Http): Reader {
  const { base, cache } = http.options;
  return { baseUrl: base.href, agencies: new Agencies(http), categories: new Categories(http), disclosures: new Disclosures(http), feeds: new Feeds(http), cache };
}

/** The base address with a slash at its end. @throws SunlitError `invalid-base-url` @internal */
export function parseBaseUrl(baseUrl: string | URL): URL {
  try {
    const url = new URL(baseUrl, globalThis.document?.baseURI ?? globalThis.location?.href);
    const { protocol, username, password, search, hash } = url;
    if (/^https?:$/.test(protocol) && !(username || password || search || hash)) {
      url.pathname = url.pathname.replace(/\/*$/, '/');
      return url;
    }
  } catch {
    // No address at all: the same answer as for one of no use.
  }
  throw new SunlitError('invalid-base-url', 'baseUrl is no API address', {
    hint: 'Give https://host/api.',
  });
}
