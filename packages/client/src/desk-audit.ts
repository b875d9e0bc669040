import type { AuditEntry, AuditFilters, AuditPage, AuditQuery } from './desk-contract.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';

/** Who did what to which record, when, from where. */
export class Audit extends DeskResource {
  /**
   * The record of what staff did in the caller's agencies, newest first.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `invalid-cursor`, `too-many-requests`, `unavailable`,
   * `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { at, post, operation, subject } of client.audit.list({ operation: 'drafts.publish' })) {
   *   console.log(at, post, operation, subject);
   * }
   * ```
   */
  list(query: AuditQuery = {}, options: CallOptions = {}): PagedList<AuditEntry, AuditPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/audit', query: page, expect: 'items' }, options));
  }

  /**
   * The same record as a table (CSV), all of it.
   *
   * @throws SunlitError as `list`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log(await client.audit.export({ from: '2026-01-01T00:00:00Z' }));
   * ```
   */
  async export(query: AuditFilters = {}, options: CallOptions = {}): Promise<string> {
    return (await this.http.send(new URL(this.exportUrl(query)), options)).text();
  }

  /**
   * The address of that table, for a link on a page of somebody who is signed in. Nothing is asked.
   *
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * console.log(client.audit.exportUrl({ agency: 'qinghe-water' }));
   * ```
   */
  exportUrl(query: AuditFilters = {}): string {
    return this.http.url('v1/audit.csv', query).href;
  }
}
