import type { AnnualFigures, AnnualQuery, DisclosureFigures, FiguresQuery, Freshness, OpenTable, OpenTableQuery, OpenTables, Overview } from './contract.ts';
import { FILE_MILLISECONDS, type CallOptions } from './http.ts';
import { path } from './path.ts';
import { Resource } from './resource.ts';

/** The figures that agencies answer for, and those that are counted from what happened. All are of a calendar year in Asia/Shanghai. */
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

  /**
   * What an agency, with all below it, published, was asked, answered and is late with in a year; and the same of each place directly below. Shares come as `n` and `of`; a
   * count of requests may be `few`, which is from one to four.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { whole, below, years } = await client.statistics.overview({ agency: 'qinghe', year: 2025 });
   * console.log(`${whole.onTime.n} of ${whole.onTime.of} in time`, below.map(({ agency, figures }) => [agency.name, figures.late]), years);
   * ```
   */
  async overview(query: FiguresQuery = {}, options: CallOptions = {}): Promise<Overview> {
    return this.http.json({ path: 'v1/statistics/overview', query, expect: 'whole', keep: true }, options);
  }

  /**
   * What was published in a year: by category, kind, level, carrier and month, with last year's months, and how much of it by its last day.
   *
   * @throws SunlitError as `overview`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { total, byMonth, onTime } = await client.statistics.disclosures({ agency: 'qinghe-water' });
   * console.log(total, byMonth, onTime.map(({ kind, n, of }) => `${kind}: ${n} of ${of}`));
   * ```
   */
  async disclosures(query: FiguresQuery = {}, options: CallOptions = {}): Promise<DisclosureFigures> {
    return this.http.json({ path: 'v1/statistics/disclosures', query, expect: 'byMonth', keep: true }, options);
  }

  /**
   * How current an agency's columns are now, by the rules of the inspection of government websites (国办秘函〔2019〕19号), and how many agencies below it break one.
   *
   * @throws SunlitError as `overview`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { checks, columns } = await client.statistics.freshness('qinghe-water');
   * console.log(checks.filter(({ holds }) => !holds), columns.filter(({ state }) => state === 'stale').length);
   * ```
   */
  async freshness(agency: string, options: CallOptions = {}): Promise<Freshness> {
    return this.http.json({ path: 'v1/statistics/freshness', query: { agency }, expect: 'checks', keep: true }, options);
  }

  /**
   * Which tables of figures there are to take away, with what their columns mean: a Frictionless Data Package.
   *
   * @throws SunlitError as `overview`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { resources } = await client.statistics.tables({ agency: 'qinghe', year: 2025 });
   * console.log(resources.map(({ name, schema }) => [name, schema.fields.length]));
   * ```
   */
  async tables(query: FiguresQuery = {}, options: CallOptions = {}): Promise<OpenTables> {
    return this.http.json({ path: 'v1/open-data', query, expect: 'resources', keep: true }, options);
  }

  /**
   * The address of a table of figures, for a link. `format` is `csv` when left out. Nothing is asked.
   *
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log(client.statistics.tableUrl('requests', { agency: 'qinghe', year: 2025, format: 'xlsx' }));
   * ```
   */
  tableUrl(table: OpenTable, query: OpenTableQuery = {}): string {
    return this.http.url(path`v1/open-data/${table}`, query).href;
  }

  /**
   * A table of figures: its text as CSV (UTF-8, RFC 4180) or JSON, or the file of a spreadsheet. Nothing of it is stored. Without a `timeout` of its own it has five minutes.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const csv = await client.statistics.table('timeliness', { agency: 'qinghe', year: 2025 });
   * const workbook = await client.statistics.table('timeliness', { agency: 'qinghe', year: 2025, format: 'xlsx' });
   * console.log(csv.split('\r\n').length, workbook.size);
   * ```
   */
  async table(table: OpenTable, query: OpenTableQuery & { format: 'xlsx' }, options?: CallOptions): Promise<Blob>;
  async table(table: OpenTable, query?: OpenTableQuery & { format?: 'csv' | 'json' }, options?: CallOptions): Promise<string>;
  async table(table: OpenTable, query: OpenTableQuery = {}, options: CallOptions = {}): Promise<Blob | string> {
    const answer = await this.http.send(new URL(this.tableUrl(table, query)), { ...options, timeout: options.timeout ?? FILE_MILLISECONDS });
    return query.format === 'xlsx' ? answer.blob() : answer.text();
  }
}
