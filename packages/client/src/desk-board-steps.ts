import type {
  Posting, PostingAnswer, PostingApprove, PostingAssign, PostingClaim, PostingDecline, PostingKeep, PostingMerge, PostingPostpone, PostingPublish, PostingReopen, PostingReturn, PostingReview, PostingUnmerge,
} from './desk-contract.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';

/**
 * The steps of a posting, one method each. Every step names the `version` it was decided on; when somebody else took one since,
 * nothing happens, and the error brings the posting as it stands: `isChangedMeanwhile<Posting>`. What can be done now is in `may`.
 * `note` is for the file alone.
 */
export class PostingSteps extends DeskResource {
  /**
   * Takes it to read, and says so to the others.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible` with every reason in `errors`, `not-signed-in`,
   * `not-allowed`, `not-found`, `invalid-input`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.review('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 1 });
   * ```
   */
  async review(id: string, step: PostingReview, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'review', step, options);
  }

  /**
   * Lets it onto the board, in words from which what is personal was taken. What somebody wrote stays sealed as it is.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.approve('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 2, title: '公开水库防汛值班电话', text: '汛期找不到值班的人。' });
   * ```
   */
  async approve(id: string, step: PostingApprove, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'approve', step, options);
  }

  /**
   * Gives it back with a reason from the list and free words, which whoever wrote it reads; `way` says where it belongs, `agencyId` on whose board.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.return('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 2, reason: 'named-records', words: '您要的是本人的档案，请填写依申请公开表。', way: 'request' });
   * ```
   */
  async return(id: string, step: PostingReturn, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'return', step, options);
  }

  /**
   * Refuses an answer, for a reason that the public reads.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.decline('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, reason: 'trade-secret', words: '涉及投标人的商业秘密。' });
   * ```
   */
  async decline(id: string, step: PostingDecline, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'decline', step, options);
  }

  /**
   * Gives it to the agency, and the officer, whose matter it is; `handler` is one of `handlers`.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.assign('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 3, agencyId: 'qinghe-water' });
   * ```
   */
  async assign(id: string, step: PostingAssign, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'assign', step, options);
  }

  /**
   * Takes it up, and promises until when: so many workdays, the end of a round, or a day.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.claim('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, promise: { workdays: 10 } });
   * ```
   */
  async claim(id: string, step: PostingClaim, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'claim', step, options);
  }

  /**
   * Promises anew, once, with a reason that the public reads.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.postpone('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 5, promise: { on: '2026-04-07' }, words: '需要向县档案馆核实。' });
   * ```
   */
  async postpone(id: string, step: PostingPostpone, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'postpone', step, options);
  }

  /**
   * Writes the answer, or writes it anew. Nobody outside sees it before `publish`. Files are uploaded before, by `files.create` as attachments.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.answer('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', {
   *   version: 5, answer: { outcome: 'explained', text: '值班电话见大坝公示牌。', disclosures: [], files: [], post: '水旱灾害防御科' },
   * });
   * ```
   */
  async answer(id: string, step: PostingAnswer, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'answer', step, options);
  }

  /**
   * Publishes the answer; who follows the topic is told.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.publish('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 6 });
   * ```
   */
  async publish(id: string, step: PostingPublish, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'publish', step, options);
  }

  /**
   * Opens it again, once: the answer was none.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.reopen('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 7, words: '电话已停机，没有回答问题。' });
   * ```
   */
  async reopen(id: string, step: PostingReopen, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'reopen', step, options);
  }

  /**
   * Merges it into another topic of the same board: its supporters count there, each once.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.merge('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 3, into: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEG' });
   * ```
   */
  async merge(id: string, step: PostingMerge, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'merge', step, options);
  }

  /**
   * Undoes a merge exactly.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.unmerge('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4 });
   * ```
   */
  async unmerge(id: string, step: PostingUnmerge, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'unmerge', step, options);
  }

  /**
   * Says what came of what the answer promised.
   *
   * @throws ChangedMeanwhileError with the posting as it now stands; SunlitError `not-possible`. Else as `review`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.keep('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 8, result: '公示牌已更换。' });
   * ```
   */
  async keep(id: string, step: PostingKeep, options: CallOptions = {}): Promise<Posting> {
    return this.take(id, 'keep', step, options);
  }

  private async take(id: string, command: string, body: object, options: CallOptions): Promise<Posting> {
    return this.http.write({ method: 'POST', path: path`v1/board/${id}/${command}`, body, expect: 'may' }, options);
  }
}
