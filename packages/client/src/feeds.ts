import type { FeedQuery, JsonFeed } from './contract.ts';
import type { CallOptions } from './http.ts';
import { Resource } from './resource.ts';

const JSON_FEED = 'v1/feeds/disclosures.json';

/** The newest 50 of any listing, for feed readers. */
export class Feeds extends Resource {
  /**
   * The address of a listing as Atom (RFC 4287), to subscribe to. Nothing is asked.
   *
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log(client.feeds.atomUrl({ agency: 'qinghe-water', kind: 'notice', lang: 'zh-CN' }));
   * ```
   */
  atomUrl(query: FeedQuery = {}): string {
    return this.http.url('v1/feeds/disclosures.atom', query).href;
  }

  /**
   * The address of a listing as JSON Feed 1.1. Nothing is asked.
   *
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log(client.feeds.jsonUrl({ category: 'A20_05' }));
   * ```
   */
  jsonUrl(query: FeedQuery = {}): string {
    return this.http.url(JSON_FEED, query).href;
  }

  /**
   * A listing as the text of an Atom document.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const xml = await client.feeds.atom({ agency: 'qinghe-water' });
   * console.log(xml.length);
   * ```
   */
  async atom(query: FeedQuery = {}, options: CallOptions = {}): Promise<string> {
    return (await this.http.send(new URL(this.atomUrl(query)), options)).text();
  }

  /**
   * A listing as JSON Feed 1.1.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const feed = await client.feeds.json({ agency: 'qinghe-water' });
   * console.log(feed.title, feed.items.length);
   * ```
   */
  async json(query: FeedQuery = {}, options: CallOptions = {}): Promise<JsonFeed> {
    return this.http.json({ path: JSON_FEED, query, expect: 'items' }, options);
  }
}
