import type { AnnualFigures, AnnualQuery } from './contract.ts';
import type { CallOptions } from './http.ts';
import { Resource } from './resource.ts';

/** The figures that agencies answer for. */
export class Statistics extends Resource {
  /**
   * The tables of the annual report (国办公开办函〔2021〕30号) as an agency closed them, or their sum with all below it, with what in them does not add up.
   *
   * @throws SunlitError `not-found` for a year that is not closed, `invalid-input`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { figures, faults, sumOf } = await client.statistics.annual({ agency: 'qinghe', year: 2025, below: true });
   * console.log(figures.requests.newReceived.total, figures.requests.granted.total, faults, sumOf);
   * ```
   */
  async annual(query: AnnualQuery, options: CallOptions = {}): Promise<AnnualFigures> {
    return this.http.json({ path: 'v1/statistics/annual', query, expect: 'figures', keep: true }, options);
  }
}
