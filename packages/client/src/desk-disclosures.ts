import type { DisclosureContent } from './contract.ts';
import type { Repeal, Repealed, Withdrawal, Withdrawn } from './desk-contract.ts';
import type { DeskHttp } from './desk-http.ts';
import { Disclosures } from './disclosures.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';

/** What agencies have published, and what those may do with it who published it. To amend is to draft: `drafts.create`. */
export class PublishedDisclosures extends Disclosures {
  /** @internal */
  protected declare readonly http: DeskHttp;

  /**
   * The content of a disclosure as it is written, to begin an amendment from.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const id = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF';
   * const content = await client.disclosures.content(id);
   * const draft = await client.drafts.create({ amends: id, content: { ...content, title: '新标题' }, reason: '更正标题' });
   * console.log(draft.id);
   * ```
   */
  async content(id: string, options: CallOptions = {}): Promise<DisclosureContent> {
    return this.http.json({ path: path`v1/disclosures/${id}/content`, expect: 'kind' }, options);
  }

  /**
   * Withdraws a disclosure. The public reads when, on what ground, who decided (a post), and what stands in its place.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`, `not-possible`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.disclosures.withdraw('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { ground: '含个人隐私（第十五条）', decidedBy: '办公室主任' });
   * ```
   */
  async withdraw(id: string, withdrawal: Withdrawal, options: CallOptions = {}): Promise<Withdrawn> {
    return this.http.write({ method: 'POST', path: path`v1/disclosures/${id}/withdraw`, body: withdrawal, expect: 'id' }, options);
  }

  /**
   * Repeals texts of one agency in a batch (清理): all of them or none. They stay readable, marked as repealed.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`, `not-possible`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.disclosures.repeal('qinghe-water', { ids: ['01JQ8ZK4T5V6W7X8Y9Z0ABCDEF'], on: '2026-03-09', reason: '规范性文件清理' });
   * ```
   */
  async repeal(agencyId: string, repeal: Repeal, options: CallOptions = {}): Promise<Repealed> {
    return this.http.write({ method: 'POST', path: path`v1/agencies/${agencyId}/repeals`, body: repeal, expect: 'ids' }, options);
  }
}
