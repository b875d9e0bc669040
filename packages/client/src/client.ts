import { Agencies } from './agencies.ts';
import { Cache } from './cache.ts';
import { WorkCalendar } from './calendar.ts';
import { Categories } from './categories.ts';
import { Changes } from './changes.ts';
import { Disclosures } from './disclosures.ts';
import { SunlitError } from './errors.ts';
import { Feeds } from './feeds.ts';
import { HealthChecks } from './health.ts';
import { Http, type EarlyAnswers } from './http.ts';
import { RequestsHttp } from './requests-http.ts';
import { Requests } from './requests.ts';
import { browserStorage, memoryStorage, type KeyValueStorage } from './storage.ts';

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

export interface Client extends Reader {
  readonly changes: Changes;
  readonly calendar: WorkCalendar;
  readonly health: HealthChecks;
  readonly requests: Requests;
}

/**
 * A client of one disclosure API. Nothing is asked or opened yet; a page can have as many as it has APIs.
 *
 * @throws SunlitError `invalid-base-url` when `baseUrl` is no http(s) address, has credentials, a query or a fragment, or is
 * relative where there is no page to relate it to
 * @example
 * ```ts
 * import { createClient } from '@sunlit/client';
 *
 * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api', language: 'zh-CN', timeout: 5_000 });
 * const { items } = await client.disclosures.list({ agency: 'qinghe-water', limit: 5 });
 * console.log(items.map(({ title }) => title), client.cache.state);
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const http = connect(options);
  const requests = new Requests(new RequestsHttp(http.options));
  return { ...reader(http), changes: new Changes(http), calendar: new WorkCalendar(http), health: new HealthChecks(http), requests };
}

/**
 * The part of `createClient` that shows what was published, for pages that count their bytes: a bundler leaves the rest out.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createReader } from '@sunlit/client';
 *
 * const { disclosures } = createReader({ baseUrl: 'https://open.example.gov.cn/api' });
 * console.log((await disclosures.list({ kind: 'service' })).total);
 * ```
 */
export function createReader(options: ClientOptions): Reader {
  return reader(connect(options));
}

function connect(options: ClientOptions): Http {
  const base = parseBaseUrl(options.baseUrl);
  return new Http({ ...options, base, cache: new Cache(options.cache ?? ('indexedDB' in globalThis ? browserStorage(base.href) : memoryStorage())) });
}

function reader(http: Http): Reader {
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
