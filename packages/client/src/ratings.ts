import type { NewRating, NewRequestRating, Rated, RatingQuery, RatingsSaid, RequestRated } from './contract.ts';
import { deviceToken } from './device-token.ts';
import type { CallOptions } from './http.ts';
import type { ProvenOptions, ReceiptKey, RequestsHttp } from './requests-http.ts';
import type { CreateOptions } from './writing-http.ts';

/** What is rated, how, and if they like why. */
export type Rating = Omit<NewRating, 'token' | 'challenge'>;

export interface RateOptions extends ProvenOptions {
  /** Whose rating it is: the same token again replaces it. Default: this device’s. A screen that many people use takes `visitToken()`. */
  token?: string | undefined;
}

/**
 * Ratings (好差评) of windows, disclosures, answers and of how requests were handled: five levels, without an account. What
 * is written with one is sealed; only officers read it.
 */
export class Ratings {
  private readonly http: RequestsHttp;

  /** @internal Made by `createClient`. */
  constructor(http: RequestsHttp) {
    this.http = http;
  }

  /**
   * Rates a window, a disclosure or an answer. The same token on the same day, or for an answer ever, replaces what it said
   * before. `followUp` in the answer says until when an officer looks into a low one.
   *
   * @throws SunlitError `invalid-input` with the fields in `errors`, `not-found`, `not-possible` (nothing to rate yet),
   * `key-reused`, `challenge-refused`, `not-secure` on a page without https, `too-many-requests`, `unavailable`, `internal`,
   * `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient, visitToken } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const subject = { type: 'window', agencyId: 'qinghe', window: '社保综合窗口' } as const;
   * const { count } = await client.ratings.create({ subject, level: 'satisfied', reasons: ['manner'] }, { token: visitToken() });
   * console.log(`${count.levels.satisfied} of ${count.n}`);
   * ```
   */
  async create(rating: Rating, { token = deviceToken(), ...options }: RateOptions = {}): Promise<Rated> {
    return this.http.createProven('v1/ratings', { ...rating, token }, 'count', options);
  }

  /**
   * Rates how a request was handled, with its receipt. Once; said again, it replaces what was said.
   *
   * @throws SunlitError `receipt-refused`, `not-possible` (the request is not answered yet), `invalid-input`, `key-reused`,
   * `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient, type ReceiptKey } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function rate(receipt: ReceiptKey) {
   *   const { followUp } = await client.ratings.request(receipt, { level: 'dissatisfied', reasons: ['speed'] });
   *   return followUp?.due;
   * }
   * ```
   */
  async request(receipt: ReceiptKey, rating: NewRequestRating, options: CreateOptions = {}): Promise<RequestRated> {
    const { http, at } = this.http.heldBy(receipt);
    return http.create(`${at}/rating`, rating, 'id', options);
  }

  /**
   * How many said what of a window, a disclosure, an answer, or of an agency with all below it. A share is honest only beside
   * its number: `n` and each level come as counts.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { n, levels } = await client.ratings.count({ type: 'window', agency: 'qinghe', from: '2026-03-01' });
   * console.log(`${levels['very-satisfied'] + levels.satisfied} of ${n}`);
   * ```
   */
  async count(query: RatingQuery, options: CallOptions = {}): Promise<RatingsSaid> {
    return this.http.json({ path: 'v1/ratings', query, expect: 'levels' }, options);
  }
}
