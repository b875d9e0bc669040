import type {
  AssessmentSheet, Breach, BreachPage, BreachQuery, LateItem, LatePage, LateQuery, LightsByAgency, NewUrging, NewUrgingAnswer, NewWeights, SupervisionUrging,
} from './desk-contract.ts';
import type { CreateOptions } from './desk-http.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

/** Who is about to be late and who is (电子监察), what was said about it, and how agencies are assessed. */
export class Supervision extends DeskResource {
  /**
   * What is late or about to be in an agency and all below it, earliest last day first. `left` counts workdays; below zero, it is so many too late.
   *
   * @throws SunlitError `invalid-input`, `invalid-cursor`, `not-signed-in`, `not-allowed`, `not-found`, `too-many-requests`, `unavailable`, `internal`,
   * `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { title, agency, left } of client.supervision.list({ agency: 'qinghe', light: 'red' })) console.log(agency.name, title, left);
   * ```
   */
  list(query: LateQuery, options: CallOptions = {}): PagedList<LateItem, LatePage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/supervision', query: page, expect: 'items' }, options));
  }

  /**
   * How many lights are on in an agency with all below it, by what they are of, and in each one directly below with all below that.
   *
   * @throws SunlitError as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { whole, below } = await client.supervision.tree('qinghe');
   * console.log(whole.red, below.map(({ agency, lights }) => `${agency.name} ${lights.red}`));
   * ```
   */
  async tree(agency: string, options: CallOptions = {}): Promise<LightsByAgency> {
    return this.http.json({ path: 'v1/supervision/tree', query: { agency }, expect: 'whole' }, options);
  }

  /**
   * Urges an agency about something that is late or about to be (督办).
   *
   * @throws SunlitError `not-possible` once it is done, `key-reused`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { urgings } = await client.supervision.urge({
   *   agencyId: 'qinghe-water', type: 'topic', id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', words: '请说明逾期原因并尽快答复。', answerBy: '2026-03-13',
   * });
   * console.log(urgings[0]?.on);
   * ```
   */
  async urge(urging: NewUrging, options: CreateOptions = {}): Promise<LateItem> {
    return this.http.create('v1/supervision/urgings', urging, 'urgings', options);
  }

  /**
   * Says what the agency does about it. An urging is answered once.
   *
   * @throws SunlitError `not-possible` when it is answered. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.supervision.answer('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { words: '已于今日答复申请人。' });
   * ```
   */
  async answer(id: string, answer: NewUrgingAnswer, options: CallOptions = {}): Promise<SupervisionUrging> {
    return this.http.write({ method: 'POST', path: path`v1/supervision/urgings/${id}/answer`, body: answer, expect: 'answerBy' }, options);
  }

  /**
   * The register of what was late in an agency and all below it, newest first. Nothing is ever taken out of it; `doneOn` says that it is done by now.
   *
   * @throws SunlitError as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { items, total } = await client.supervision.breaches({ agency: 'qinghe', year: 2025, state: 'open' });
   * console.log(total, items.map(({ no, title, days }) => `${no} ${title} ${days}`));
   * ```
   */
  breaches(query: BreachQuery, options: CallOptions = {}): PagedList<Breach, BreachPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/supervision/breaches', query: page, expect: 'items' }, options));
  }

  /**
   * The assessment sheet of the agencies directly below one. A measure of which there is nothing has no score, and its weight is left out of the total.
   *
   * @throws SunlitError as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { below } = await client.supervision.sheet('qinghe', 2025);
   * console.log(below.map(({ agency, total }) => `${agency.name}: ${total ?? '-'}`));
   * ```
   */
  async sheet(id: string, year: number, options: CallOptions = {}): Promise<AssessmentSheet> {
    return this.http.json({ path: path`v1/agencies/${id}/assessment/${String(year)}`, expect: 'weights' }, options);
  }

  /**
   * Sets by which weights the agencies directly below are assessed. Together they are 100.
   *
   * @throws ChangedMeanwhileError with the sheet as it now stands; SunlitError `invalid-input` when they are not 100. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.supervision.weigh('qinghe', 2025, { version: 0, weights: { publication: 30, freshness: 15, requests: 25, topics: 10, ratings: 10, urgings: 10 } });
   * ```
   */
  async weigh(id: string, year: number, weights: NewWeights, options: CallOptions = {}): Promise<AssessmentSheet> {
    return this.http.write({ method: 'PUT', path: path`v1/agencies/${id}/assessment/${String(year)}`, body: weights, expect: 'weights' }, options);
  }
}
