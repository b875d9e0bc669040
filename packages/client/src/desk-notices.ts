import type { FeedbackCount, NewOpinionSummary, NoticeDesk, NoticeWindowsChange, Opinion, OpinionPage, OpinionQuery, Seat, SeatDrawOrder, SeatPage, SeatQuery } from './desk-contract.ts';
import type { DeskHttp } from './desk-http.ts';
import type { CallOptions } from './http.ts';
import { NoticesReading } from './notices.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

/** Notices and hearings, and what whoever may publish them does with what comes in. */
export class NoticeDesks extends NoticesReading {
  /** @internal */
  protected declare readonly http: DeskHttp;

  /**
   * A notice with its windows, and how many opinions came.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { windows, counts } = await client.noticeDesk.open('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(windows.opinions?.until, counts.object);
   * ```
   */
  async open(id: string, options: CallOptions = {}): Promise<NoticeDesk> {
    return this.http.json({ path: path`v1/notices/${id}/desk`, expect: 'version' }, options);
  }

  /**
   * Sets until when opinions and registrations are taken, and how many seats there are.
   *
   * @throws ChangedMeanwhileError with the notice as it now stands; SunlitError `invalid-input`. Else as `open`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.noticeDesk.configure('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 1, windows: { opinions: { until: '2026-04-30' } } });
   * ```
   */
  async configure(id: string, change: NoticeWindowsChange, options: CallOptions = {}): Promise<NoticeDesk> {
    return this.http.write({ method: 'PUT', path: path`v1/notices/${id}/windows`, body: change, expect: 'version' }, options);
  }

  /**
   * The opinions that came to a notice, oldest first. Each reading goes on record.
   *
   * @throws SunlitError as `open`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { stance, words } of client.noticeDesk.opinions('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF')) console.log(stance, words);
   * ```
   */
  opinions(id: string, query: OpinionQuery = {}, options: CallOptions = {}): PagedList<Opinion, OpinionPage> {
    return cursorPaged(query, (page) => this.http.json({ path: path`v1/notices/${id}/opinions`, query: page, expect: 'items' }, options));
  }

  /**
   * Publishes how the opinions were taken, once none can come any more.
   *
   * @throws ChangedMeanwhileError with the notice as it now stands; SunlitError `not-possible` while opinions are taken. Else as `open`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const points = [{ point: '选址离学校太近', n: 3, outcome: 'taken', reason: '已另行选址。' }] as const;
   * await client.noticeDesk.answer('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 2, words: '共收到意见三条，逐条研究。', points: [...points] });
   * ```
   */
  async answer(id: string, summary: NewOpinionSummary, options: CallOptions = {}): Promise<NoticeDesk> {
    return this.http.write({ method: 'PUT', path: path`v1/notices/${id}/summary`, body: summary, expect: 'version' }, options);
  }

  /**
   * Who registered for a hearing, in the order they came. Each reading goes on record.
   *
   * @throws SunlitError as `open`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { role, name, chosen } of client.noticeDesk.seats('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF')) console.log(role, name, chosen);
   * ```
   */
  seats(id: string, query: SeatQuery = {}, options: CallOptions = {}): PagedList<Seat, SeatPage> {
    return cursorPaged(query, (page) => this.http.json({ path: path`v1/notices/${id}/seats`, query: page, expect: 'items' }, options));
  }

  /**
   * Gives the seats of a hearing by the rule that was published; once.
   *
   * @throws ChangedMeanwhileError with the notice as it now stands; SunlitError `not-possible` while people register or when it was done. Else as `open`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { notice } = await client.noticeDesk.select('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 2, seed: '5 0 9' });
   * console.log(notice.result?.draws);
   * ```
   */
  async select(id: string, order: SeatDrawOrder, options: CallOptions = {}): Promise<NoticeDesk> {
    return this.http.write({ method: 'POST', path: path`v1/notices/${id}/draw`, body: order, expect: 'version' }, options);
  }

  /**
   * How many found a disclosure useful, unclear or wrong.
   *
   * @throws SunlitError as `open`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await client.noticeDesk.feedback('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF')).wrong);
   * ```
   */
  async feedback(disclosureId: string, options: CallOptions = {}): Promise<FeedbackCount> {
    return this.http.json({ path: path`v1/disclosures/${disclosureId}/feedback`, expect: 'useful' }, options);
  }
}
