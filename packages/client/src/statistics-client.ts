import { connect, type ClientOptions } from './reader.ts';
import { Statistics } from './statistics.ts';

export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { CallOptions, Source } from './http.ts';
export type { Statistics } from './statistics.ts';
export type {
  AgencyLevel, AgencyRef, AnnualFault, AnnualFigures, AnnualLine, AnnualQuery, AnnualTableColumn, Carrier, ClosedFigures, DisclosureFigures, DisclosureKind, DisputesTable, FiguresQuery, Freshness,
  FreshnessRule, OpenFormat, OpenTable, OpenTableQuery, OpenTables, Overview, PlaceFigures, ProactiveTable, PublicCount, RatingCount, RatingLevel, RequestsTable, Share, TopicFigures,
} from './contract.ts';

/**
 * The part of `createClient` that reads figures, for pages that count their bytes.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createStatistics } from '@sunlit/client/statistics';
 *
 * const statistics = createStatistics({ baseUrl: 'https://open.example.gov.cn/api' });
 * console.log((await statistics.overview({ agency: 'qinghe' })).whole.published);
 * ```
 */
export function createStatistics(options: ClientOptions): Statistics {
  return new Statistics(connect(options));
}
