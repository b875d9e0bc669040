import { Ratings } from './ratings.ts';
import { parseBaseUrl, type ClientOptions } from './reader.ts';
import { RequestsHttp } from './requests-http.ts';

export { deviceToken, visitToken } from './device-token.ts';
export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { CallOptions } from './http.ts';
export type { RateOptions, Rating, Ratings } from './ratings.ts';
export type { ProvenOptions, ReceiptKey } from './requests-http.ts';
export type { CreateOptions } from './writing-http.ts';
export type { NewRequestRating, Rated, RatingCount, RatingLevel, RatingQuery, RatingReason, RatingSubject, RatingsSaid, RequestRated } from './contract.ts';

/**
 * The part of `createClient` that rates and counts ratings, for pages that count their bytes.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createRatings } from '@sunlit/client/ratings';
 *
 * const ratings = createRatings({ baseUrl: 'https://open.example.gov.cn/api' });
 * console.log((await ratings.count({ agency: 'qinghe' })).n);
 * ```
 */
export function createRatings(options: Omit<ClientOptions, 'cache' | 'early'>): Ratings {
  return new Ratings(new RequestsHttp({ ...options, base: parseBaseUrl(options.baseUrl) }));
}
