import type { RatingResult, RatingTask, RatingTaskPage, RatingTaskQuery, RatingWords } from './desk-contract.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

/** Low ratings (差评) that somebody follows up. */
export class RatingTasks extends DeskResource {
  /**
   * Low ratings of the caller’s agencies, by what is due first. Without `state`, the open ones.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `invalid-cursor`, `too-many-requests`, `unavailable`, `internal`, `network`,
   * `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { subject, level, deadline } of client.ratingTasks.list({ state: 'late' })) console.log(subject.name, level, deadline.due);
   * ```
   */
  list(query: RatingTaskQuery = {}, options: CallOptions = {}): PagedList<RatingTask, RatingTaskPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/ratings/tasks', query: page, expect: 'items' }, options));
  }

  /**
   * What was written with a low rating. Each reading goes on record.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { words } = await client.ratingTasks.words('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(words);
   * ```
   */
  async words(id: string, options: CallOptions = {}): Promise<RatingWords> {
    return this.http.json({ path: path`v1/ratings/tasks/${id}/words`, expect: 'id' }, options);
  }

  /**
   * Says what was done about a low rating.
   *
   * @throws ChangedMeanwhileError with the task as it now stands; SunlitError `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.ratingTasks.close('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 1, result: '已增设窗口，并向当事人致歉。' });
   * ```
   */
  async close(id: string, result: RatingResult, options: CallOptions = {}): Promise<RatingTask> {
    return this.http.write({ method: 'POST', path: path`v1/ratings/tasks/${id}/result`, body: result, expect: 'version' }, options);
  }
}
