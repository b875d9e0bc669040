import type { Round, RoundPage, RoundQuery, RoundReport } from './contract.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';
import { Resource } from './resource.ts';

/** Rounds of topics (一轮点题): collected, then answered, then reported. */
export class Rounds extends Resource {
  /**
   * The rounds of an agency, newest first. `await` gives one page, iteration every round.
   *
   * @throws SunlitError `invalid-input`, `invalid-cursor`, `not-found`, `too-many-requests`, `unavailable`, `internal`,
   * `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { rounds } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { title, state, left } of rounds.list({ agency: 'liuhe-heping' })) console.log(title, state, left);
   * ```
   */
  list(query: RoundQuery, options: CallOptions = {}): PagedList<Round, RoundPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/rounds', query: page, expect: 'items', keep: true }, options));
  }

  /**
   * A round with its report, once there is one, and its topics by how many different people support them.
   *
   * @throws SunlitError `invalid-input`, `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { rounds } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { report, ranking } = await rounds.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(report ?? 'Not reported yet', ranking.map(({ title, supports }) => `${supports.total} ${title}`));
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<RoundReport> {
    return this.http.json({ path: path`v1/rounds/${id}`, expect: 'ranking', keep: true }, options);
  }
}
