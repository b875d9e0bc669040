import type { Agency, AgencyPage, AgencyQuery, AgencySummary } from './contract.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';
import { Resource } from './resource.ts';

/** The agencies of the place, as a tree of four levels: 市, 区县, 乡镇街道, 社区村. */
export class Agencies extends Resource {
  /**
   * The agencies directly below `parent`, in the tree's own order; without `parent`, the top of the tree. An unknown
   * parent is `not-found`, one without children an empty list.
   *
   * @throws SunlitError `invalid-input`, `invalid-cursor`, `not-found`, `too-many-requests`, `unavailable`, `internal`,
   * `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const agency of client.agencies.list({ parent: 'qinghe' })) {
   *   console.log(agency.name, agency.disclosures);
   * }
   * ```
   */
  list(query: AgencyQuery = {}, options: CallOptions = {}): PagedList<AgencySummary, AgencyPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/agencies', query: page, expect: 'items', keep: true }, options));
  }

  /**
   * One agency: duties, address, hours, phones, leaders, offices, venues, and its path from the top of the tree.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const agency = await client.agencies.get('qinghe-water');
   * console.log(agency.path.map(({ name }) => name).join(' / '), agency.phones);
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<Agency> {
    return this.http.json({ path: path`v1/agencies/${id}`, expect: 'id', keep: true }, options);
  }
}
