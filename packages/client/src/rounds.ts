import type { Round, RoundPage, RoundQuery, RoundReport } from './contract.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';
import { Resource } from './resource.ts';

/** Rounds (一轮点题): topics are collected, then answered, then there is a report. */
export class Rounds extends Resource {
  /**
   * The rounds of an agency, newest first.
   *
   * @throws SunlitError `invalid-input`, `invalid-cursor`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { title, state, left } of client.rounds.list({ agency: 'qinghe-water' })) console.log(title, state, left);
   * ```
   */
  list(query: RoundQuery, options: CallOptions = {}): PagedList<Round, RoundPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/rounds', query: page, expect: 'items', keep: true }, options));
  }

  /**
   * A round with its report, and its topics by how many different people support them.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { title, figures, ranking } = await client.rounds.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(title, `${figures.answered} / ${figures.asked}`, ranking[0]?.supports.total);
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<RoundReport> {
    return this.http.json({ path: path`v1/rounds/${id}`, expect: 'ranking', keep: true }, options);
  }
}
