import type { DueItem, DueListQuery, DuePage } from './desk-contract.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';

/** What must be seen to, and by when. */
export class DueList extends DeskResource {
  /**
   * What is due and what was late in the caller's agencies, earliest first: drafts to publish, next issues and stages, what is
   * withheld and to be looked at again. `left` is in workdays, below zero when it is too late.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `invalid-cursor`, `too-many-requests`, `unavailable`,
   * `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { due, left, title } of client.due.list({ agency: 'qinghe-water' })) console.log(due, left, title);
   * ```
   */
  list(query: DueListQuery = {}, options: CallOptions = {}): PagedList<DueItem, DuePage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/due', query: page, expect: 'items' }, options));
  }
}
