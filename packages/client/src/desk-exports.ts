import type { ExportQuery } from './desk-contract.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';

/** Whole listings as files. */
export class Exports extends DeskResource {
  /**
   * All rows of a listing as one file: `csv` and `xlsx` hold the catalogue, `jsonl` everything that is public of each disclosure.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `too-many-requests`, `unavailable`, `internal`, `network`,
   * `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const file = await client.exports.listing({ format: 'xlsx', agency: 'qinghe-water', year: 2026 });
   * console.log(file.size);
   * ```
   */
  async listing(query: ExportQuery, options: CallOptions = {}): Promise<Blob> {
    return (await this.http.send(new URL(this.listingUrl(query)), options)).blob();
  }

  /**
   * The address of that file, for a link on a page of somebody who is signed in. Nothing is asked.
   *
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * console.log(client.exports.listingUrl({ format: 'csv', kind: 'notice' }));
   * ```
   */
  listingUrl(query: ExportQuery): string {
    return this.http.url('v1/exports/disclosures', query).href;
  }
}
