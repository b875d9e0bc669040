import type { Category, CategoryPage, CategoryQuery } from './contract.ts';
import type { CallOptions } from './http.ts';
import { PagedList } from './paged-list.ts';
import { Resource } from './resource.ts';

/** The headings of the catalogue. */
export class Categories extends Resource {
  /**
   * The statutory categories (Reg. 20) in the order of the article, and with `agency` that agency's own below them. The
   * whole list is one page; parents stand before their children.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { items } = await client.categories.list({ agency: 'qinghe-water' });
   * console.log(items.filter(({ agencyId }) => agencyId !== undefined));
   * ```
   */
  list(query: CategoryQuery = {}, options: CallOptions = {}): PagedList<Category, CategoryPage> {
    return new PagedList<Category, CategoryPage>(
      () => this.http.json({ path: 'v1/categories', query, expect: 'items', keep: true }, options),
      () => undefined,
    );
  }
}
