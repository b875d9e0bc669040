import type { Disclosure, DisclosurePage, DisclosureQuery, DisclosureSummary, Revision, Suggestions, SuggestQuery } from './contract.ts';
import { FILE_MILLISECONDS, type CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';
import { Resource } from './resource.ts';

/** What agencies have published. */
export class Disclosures extends Resource {
  /**
   * Finds disclosures by words, agency, category, kind, year, validity, term and date. `await` gives one page with `total`,
   * `facets` (when asked for) and what was searched; iteration gives every match of every page, in order, none twice.
   * What is asked with `q` is never stored on the device.
   *
   * @throws SunlitError `invalid-input`, `invalid-cursor`, `not-found`, `too-large`, `too-many-requests`, `unavailable`,
   * `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const page = await client.disclosures.list({ q: '河道采砂', agency: 'qinghe', facets: true, limit: 10 });
   * console.log(page.total, page.facets?.kind, page.items.map(({ title }) => title));
   *
   * for await (const item of client.disclosures.list({ kind: 'notice', year: 2025 })) {
   *   console.log(item.publishedOn, item.title);
   * }
   * ```
   */
  list(query: DisclosureQuery = {}, options: CallOptions = {}): PagedList<DisclosureSummary, DisclosurePage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/disclosures', query: page, expect: 'items', keep: true }, options));
  }

  /**
   * One disclosure with everything it replaced, clarified or interprets. `state` tells a published one from the tombstone
   * of a withdrawn one, `kind` tells its `fields`.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const disclosure = await client.disclosures.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', {
   *   onSource: (source) => {
   *     if (source.from === 'cache' && source.because === 'offline') console.log(`Offline, as of ${source.storedAt}`);
   *   },
   * });
   * console.log(disclosure.state === 'withdrawn' ? disclosure.ground : disclosure.body);
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<Disclosure> {
    return this.http.json({ path: path`v1/disclosures/${id}`, expect: 'state', keep: true }, options);
  }

  /**
   * One revision in full, to read or to compare. The numbers are those of `chain.revisions`.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { content, reason } = await client.disclosures.revision('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', 1);
   * console.log(content.title, reason);
   * ```
   */
  async revision(id: string, revision: number, options: CallOptions = {}): Promise<Revision> {
    return this.http.json({ path: path`v1/disclosures/${id}/revisions/${revision}`, expect: 'content', keep: true }, options);
  }

  /**
   * The address of one file, for a link or an `<img>`. Nothing is asked.
   *
   * @throws SunlitError `invalid-input` for an empty name, `.` and `..`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log(client.disclosures.attachmentUrl('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', '采砂规划图.pdf'));
   * ```
   */
  attachmentUrl(id: string, name: string): string {
    return this.http.url(path`v1/disclosures/${id}/attachments/${name}`).href;
  }

  /**
   * One file of a published disclosure, whole; nothing of it is stored. Without a `timeout` of its own it has five minutes.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const file = await client.disclosures.attachment('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', '采砂规划图.pdf');
   * console.log(file.type, file.size);
   * ```
   */
  async attachment(id: string, name: string, options: CallOptions = {}): Promise<Blob> {
    const patient = { ...options, timeout: options.timeout ?? FILE_MILLISECONDS };
    return (await this.http.send(new URL(this.attachmentUrl(id, name)), patient)).blob();
  }

  /**
   * Titles and agencies while someone types, by characters, pinyin or initials. Abort the call that a further letter makes
   * useless. Nothing of it is stored.
   *
   * @throws SunlitError `invalid-input`, `too-large`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const typing = new AbortController();
   * const { items } = await client.disclosures.suggest({ q: 'hdcs', limit: 5 }, { signal: typing.signal });
   * console.log(items.map(({ type, text }) => `${type}: ${text}`));
   * ```
   */
  async suggest(query: SuggestQuery, options: CallOptions = {}): Promise<Suggestions> {
    return this.http.json({ path: 'v1/suggest', query, expect: 'items' }, options);
  }
}
