import type { Draft, DraftApproval, DraftChange, DraftPage, DraftQuery, DraftReturn, DraftSchedule, DraftStep, DraftSummary, NewDraft } from './desk-contract.ts';
import type { CreateOptions } from './desk-http.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

/**
 * What is being written, reviewed and published. Every save and step names the `version` it was decided on; when somebody
 * else changed the draft since, nothing happens, and the error brings theirs: `isChangedMeanwhile`.
 */
export class Drafts extends DeskResource {
  /**
   * Drafts of the caller's agencies, most urgent first; with `waiting`, those whose next step the caller can take.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `invalid-cursor`, `too-many-requests`, `unavailable`,
   * `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { title, state, dueOn } of client.drafts.list({ waiting: true })) console.log(dueOn, state, title);
   * ```
   */
  list(query: DraftQuery = {}, options: CallOptions = {}): PagedList<DraftSummary, DraftPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/drafts', query: page, expect: 'items' }, options));
  }

  /**
   * One draft, with its steps, what is still missing, and what the caller may do with it now.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { problems, commands } = await client.drafts.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(commands, problems.map(({ pointer, detail }) => `${pointer}: ${detail}`));
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<Draft> {
    return this.http.json({ path: path`v1/drafts/${id}`, expect: 'version' }, options);
  }

  /**
   * Begins a draft of something new or, with `amends`, of an amendment. It need not be complete.
   *
   * @throws SunlitError `not-found` for what is amended, `key-reused` when the key made something else. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const draft = await client.drafts.create({ content: { agencyId: 'qinghe-water', kind: 'notice', title: '关于河道采砂的公告' } });
   * console.log(draft.id, draft.version);
   * ```
   */
  async create(draft: NewDraft, options: CreateOptions = {}): Promise<Draft> {
    return this.http.create('v1/drafts', draft, 'version', options);
  }

  /**
   * Saves a draft whole.
   *
   * @throws ChangedMeanwhileError when it is no more of that `version`; SunlitError `not-found`, `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { id, version, content } = await client.drafts.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * const saved = await client.drafts.save(id, { version, content: { ...content, title: '关于河道采砂的通告' } });
   * console.log(saved.version);
   * ```
   */
  async save(id: string, change: DraftChange, options: CallOptions = {}): Promise<Draft> {
    return this.http.write({ method: 'PUT', path: path`v1/drafts/${id}`, body: change, expect: 'version' }, options);
  }

  /**
   * Sends a complete draft to secrecy review.
   *
   * @throws ChangedMeanwhileError; SunlitError `not-possible` with what is missing in `errors`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await client.drafts.submit('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 3 })).state);
   * ```
   */
  async submit(id: string, step: DraftStep, options: CallOptions = {}): Promise<Draft> {
    return this.step(id, 'submit', step, options);
  }

  /**
   * Takes a draft back to go on writing.
   *
   * @throws ChangedMeanwhileError; SunlitError `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.drafts.recall('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4 });
   * ```
   */
  async recall(id: string, step: DraftStep, options: CallOptions = {}): Promise<Draft> {
    return this.step(id, 'recall', step, options);
  }

  /**
   * Refers to the secrecy authority what the agency cannot decide.
   *
   * @throws ChangedMeanwhileError; SunlitError `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.drafts.refer('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, note: '涉及水利工程坐标，请保密行政管理部门确定。' });
   * ```
   */
  async refer(id: string, step: DraftStep, options: CallOptions = {}): Promise<Draft> {
    return this.step(id, 'refer', step, options);
  }

  /**
   * Returns a draft to its author, saying what must be mended.
   *
   * @throws ChangedMeanwhileError; SunlitError `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.drafts.return('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, note: '附件第 2 页有身份证号，请遮盖。' });
   * ```
   */
  async return(id: string, step: DraftReturn, options: CallOptions = {}): Promise<Draft> {
    return this.step(id, 'return', step, options);
  }

  /**
   * Records that the secrecy review is passed, with every question answered; never by the author.
   *
   * @throws ChangedMeanwhileError; SunlitError `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.drafts.approve('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', {
   *   version: 4, checks: ['no-state-secret', 'no-personal-data', 'no-trade-secret', 'safe', 'accurate'],
   * });
   * ```
   */
  async approve(id: string, approval: DraftApproval, options: CallOptions = {}): Promise<Draft> {
    return this.step(id, 'approve', approval, options);
  }

  /**
   * Sets the day on which an approved draft is published; without `on`, takes it away.
   *
   * @throws ChangedMeanwhileError; SunlitError `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await client.drafts.schedule('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 5, on: '2026-03-09' })).publishOn);
   * ```
   */
  async schedule(id: string, schedule: DraftSchedule, options: CallOptions = {}): Promise<Draft> {
    return this.step(id, 'schedule', schedule, options);
  }

  /**
   * Publishes an approved draft now. The public reads it under `disclosureId`.
   *
   * @throws ChangedMeanwhileError; SunlitError `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { disclosureId } = await client.drafts.publish('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 5 });
   * console.log(disclosureId);
   * ```
   */
  async publish(id: string, step: DraftStep, options: CallOptions = {}): Promise<Draft> {
    return this.step(id, 'publish', step, options);
  }

  /**
   * Gives a draft up. It stays on record.
   *
   * @throws ChangedMeanwhileError; SunlitError `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.drafts.discard('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 2 });
   * ```
   */
  async discard(id: string, step: DraftStep, options: CallOptions = {}): Promise<Draft> {
    return this.step(id, 'discard', step, options);
  }

  private async step(id: string, command: string, body: object, options: CallOptions): Promise<Draft> {
    return this.http.write({ method: 'POST', path: path`v1/drafts/${id}/${command}`, body, expect: 'version' }, options);
  }
}
