import type { FeedbackTaken, NewFeedback, NewOpinion, NewSeat, Notice, NoticePage, NoticeQuery, NoticeSummary, OpinionTaken, SeatRegistered } from './contract.ts';
import { deviceToken } from './device-token.ts';
import type { CallOptions, Http } from './http.ts';
import type { Outbox, Submission } from './outbox.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';
import type { ProvenOptions, RequestsHttp } from './requests-http.ts';
import { Resource } from './resource.ts';

/** What somebody says to a notice. */
export type WrittenOpinion = Omit<NewOpinion, 'channel' | 'token' | 'challenge'>;

/** Who wants which seat at a hearing. */
export type SeatWish = Omit<NewSeat, 'channel' | 'token' | 'challenge'>;

export interface NoticeWritingOptions extends ProvenOptions {
  /** Who says it. Default: this device. A screen that many people use takes `visitToken()`. */
  token?: string | undefined;
  /** `kiosk` on a screen that many people use. Default: `web`. */
  channel?: 'web' | 'kiosk' | undefined;
}

/** Public notices (公示) and hearings (听证), to be read. */
export class NoticesReading extends Resource {
  /**
   * Current notices and hearings of an agency and all below it, by what ends first, or with `state: 'over'` those that ended last.
   *
   * @throws SunlitError `invalid-input`, `invalid-cursor`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`,
   * `unexpected-answer`
   * @example
   * ```ts
   * import { createNotices } from '@sunlit/client/notices';
   *
   * const client = createNotices({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { subject, left, opinions } of client.notices.list({ agency: 'qinghe' })) console.log(subject, left?.days, opinions?.open);
   * ```
   */
  list(query: NoticeQuery = {}, options: CallOptions = {}): PagedList<NoticeSummary, NoticePage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/notices', query: page, expect: 'items', keep: true }, options));
  }

  /**
   * One notice or hearing by the id of its disclosure: what may be said, and how opinions were taken.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createNotices } from '@sunlit/client/notices';
   *
   * const client = createNotices({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { summary } = await client.notices.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * for (const { point, n, outcome } of summary?.points ?? []) console.log(point, n, outcome);
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<Notice> {
    return this.http.json({ path: path`v1/notices/${id}`, expect: 'summarised', keep: true }, options);
  }
}

/** Notices and hearings, and what anybody may say to them without an account. */
export class Notices extends NoticesReading {
  private readonly writing: RequestsHttp;

  /** @internal Made by `createNotices`. */
  constructor(http: Http, writing: RequestsHttp) {
    super(http);
    this.writing = writing;
  }

  /**
   * Says what one thinks of what a notice shows. It is sealed, and read by officers alone; public are the counts and the agency’s summary. With
   * an `outbox` it is kept on the device and sent when that is possible.
   *
   * @throws SunlitError `not-possible` when nothing is taken now, `invalid-input` with the fields in `errors`, `not-found`, `key-reused`,
   * `challenge-refused`, `not-secure` on a page without https. Else as `list`.
   * @example
   * ```ts
   * import { createNotices } from '@sunlit/client/notices';
   *
   * const client = createNotices({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.notices.opine('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { stance: 'suggest', words: '建议增加夜间照明。' });
   * ```
   */
  opine(id: string, opinion: WrittenOpinion, options: NoticeWritingOptions & { outbox: Outbox }): Promise<Submission>;
  opine(id: string, opinion: WrittenOpinion, options?: NoticeWritingOptions & { outbox?: undefined }): Promise<OpinionTaken>;
  async opine(id: string, opinion: WrittenOpinion, { outbox, channel = 'web', token = deviceToken(), ...options }: NoticeWritingOptions & { outbox?: Outbox | undefined } = {}): Promise<OpinionTaken | Submission> {
    const body = { ...opinion, channel, token };
    if (outbox) return outbox.add({ operation: 'opinions.create', params: { id }, body, idempotencyKey: options.idempotencyKey });
    return this.writing.createProven(path`v1/notices/${id}/opinions`, body, 'id', options);
  }

  /**
   * Registers for a seat at a hearing. The id in the answer is what lots are drawn by: the SHA-256 of the published seed followed by it, against
   * the largest hash that was chosen, shows whether one has a seat.
   *
   * @throws SunlitError `not-possible` when registration is over, there are no seats of that kind or this device is registered. Else as `opine`.
   * @example
   * ```ts
   * import { createNotices } from '@sunlit/client/notices';
   *
   * const client = createNotices({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { id } = await client.notices.register('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { role: 'observer', name: '某某', contact: '000-8800001' });
   * console.log(id);
   * ```
   */
  register(id: string, seat: SeatWish, options: NoticeWritingOptions & { outbox: Outbox }): Promise<Submission>;
  register(id: string, seat: SeatWish, options?: NoticeWritingOptions & { outbox?: undefined }): Promise<SeatRegistered>;
  async register(id: string, seat: SeatWish, { outbox, channel = 'web', token = deviceToken(), ...options }: NoticeWritingOptions & { outbox?: Outbox | undefined } = {}): Promise<SeatRegistered | Submission> {
    const body = { ...seat, channel, token };
    if (outbox) return outbox.add({ operation: 'seats.create', params: { id }, body, idempotencyKey: options.idempotencyKey });
    return this.writing.createProven(path`v1/notices/${id}/seats`, body, 'id', options);
  }
}

/** What readers find of disclosures, with one tap. */
export class Feedbacks {
  private readonly http: RequestsHttp;

  /** @internal Made by `createNotices`. */
  constructor(http: RequestsHttp) {
    this.http = http;
  }

  /**
   * Says whether a disclosure was useful, unclear or wrong: once for each device and day, and said again it replaces what was said. Words
   * belong on the board: `client.topics.submit` with the purpose `correct`.
   *
   * @throws SunlitError `not-found`, `invalid-input`, `key-reused`, `challenge-refused`, `not-secure` on a page without https,
   * `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createNotices } from '@sunlit/client/notices';
   *
   * const client = createNotices({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { useful } = await client.feedback.give('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', 'useful');
   * console.log(useful);
   * ```
   */
  async give(disclosureId: string, said: NewFeedback['said'], { token = deviceToken(), ...options }: Omit<NoticeWritingOptions, 'channel'> = {}): Promise<FeedbackTaken> {
    return this.http.createProven(path`v1/disclosures/${disclosureId}/feedback`, { said, token }, 'useful', options);
  }
}
