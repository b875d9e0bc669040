import type { AnnualDraft, CountedCase, CountedCasePage, CountedCaseQuery, NewFigures, YearToClose } from './desk-contract.ts';
import type { DeskHttp } from './desk-http.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';
import { Statistics } from './statistics.ts';

/** The figures of annual reports, as they stand and as they were closed. */
export class KeptStatistics extends Statistics {
  /** @internal */
  protected declare readonly http: DeskHttp;

  /**
   * The figures of a year as they stand, with what was entered by hand, what does not add up, what was closed and where that differs now.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`. Else as `annual`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { requests, faults, due } = await client.statistics.draft('qinghe-water', 2025);
   * console.log(requests.carriedForward.total, faults.length, due);
   * ```
   */
  async draft(id: string, year: number, options: CallOptions = {}): Promise<AnnualDraft> {
    return this.http.json({ path: path`v1/agencies/${id}/statistics/${String(year)}`, expect: 'requests' }, options);
  }

  /**
   * Enters what no event tells: the second and the fourth table, as they are stated. What is left out is taken out.
   *
   * @throws ChangedMeanwhileError with the figures as they now stand. Else as `draft`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const none = { upheld: 0, corrected: 0, otherResult: 0, pending: 0, total: 0 };
   * await client.statistics.enter('qinghe-water', 2025, { version: 0, disputes: { reconsideration: { ...none, upheld: 1, total: 1 }, litigationDirect: none, litigationAfter: none } });
   * ```
   */
  async enter(id: string, year: number, figures: NewFigures, options: CallOptions = {}): Promise<AnnualDraft> {
    return this.http.write({ method: 'PUT', path: path`v1/agencies/${id}/statistics/${String(year)}`, body: figures, expect: 'requests' }, options);
  }

  /**
   * Closes a year: its figures are public and stay as they are. Again, with a reason, it corrects them by a new version.
   *
   * @throws ChangedMeanwhileError when another version is closed; SunlitError `not-possible` for a year that is not over, `invalid-input` without the
   * reason that a correction, or figures that do not add up, need. Else as `draft`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.statistics.close('qinghe-water', 2025, { version: 1, reason: '补登一件邮寄申请' });
   * ```
   */
  async close(id: string, year: number, closing: YearToClose, options: CallOptions = {}): Promise<AnnualDraft> {
    return this.http.write({ method: 'POST', path: path`v1/agencies/${id}/statistics/${String(year)}/versions`, body: closing, expect: 'requests' }, options);
  }

  /**
   * The cases behind a cell of the third table.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-cursor`. Else as `annual`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const cell = { agency: 'qinghe-water', year: 2025, line: 'carriedForward', column: 'total' } as const;
   * for await (const { receiptNo, receivedOn } of client.statistics.cases(cell)) console.log(receiptNo, receivedOn);
   * ```
   */
  cases(query: CountedCaseQuery, options: CallOptions = {}): PagedList<CountedCase, CountedCasePage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/statistics/cases', query: page, expect: 'items' }, options));
  }
}
