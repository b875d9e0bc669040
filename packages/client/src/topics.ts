import type {
  Board, NewFollow, OwnTopic, Similar, SimilarQuery, SubmittedTopic, Supported, Topic, TopicChange, TopicChangePage, TopicChangeQuery, TopicContent, TopicDeflection, TopicFeedQuery,
  TopicFiguresByAgency, TopicPage, TopicQuery, TopicStanding, TopicSummary,
} from './contract.ts';
import { FILE_MILLISECONDS, type CallOptions, type Http } from './http.ts';
import type { Outbox, Submission } from './outbox.ts';
import { PagedList, cursorPaged } from './paged-list.ts';
import { path } from './path.ts';
import { Resource } from './resource.ts';
import type { ProvenOptions } from './requests-http.ts';
import type { TopicsWriting } from './topics-writing.ts';
import type { CreateOptions } from './writing-http.ts';

/** Who writes or supports. */
export interface TopicsOptions {
  /** The same token is the same person as far as that can be known. Default: this device’s. A screen that many people use takes `visitToken()`. */
  token?: string | undefined;
}

export interface SubmitTopicOptions extends TopicsOptions, ProvenOptions {
  /** `kiosk` on a screen that many people use. Default: `web`. */
  channel?: 'web' | 'kiosk' | undefined;
}

/** The topic board (点题公开): what residents want to see next, and what became of it. */
export class Topics extends Resource {
  private readonly writing: () => Promise<TopicsWriting>;

  /** @internal Made by `createClient`. What writes may come only when it is needed. */
  constructor(http: Http, writing: () => Promise<TopicsWriting>) {
    super(http);
    this.writing = writing;
  }

  /**
   * Topics on the boards of an agency and below it. `await` gives one page with `total`, iteration every topic of every
   * page. What is asked with `q` is never stored on the device.
   *
   * @throws SunlitError `invalid-input`, `invalid-cursor`, `not-found`, `too-large`, `too-many-requests`, `unavailable`,
   * `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { title, supports, next } of topics.list({ agency: 'qinghe-water', state: 'open', sort: 'supports' })) {
   *   console.log(supports.total, title, next?.late ? 'overdue' : next?.due);
   * }
   * ```
   */
  list(query: TopicQuery = {}, options: CallOptions = {}): PagedList<TopicSummary, TopicPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/topics', query: page, expect: 'items', keep: true }, options));
  }

  /**
   * One topic with its steps, its terms and its answer.
   *
   * @throws SunlitError `invalid-input`, `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { phase, answer, may } = await topics.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(answer?.text ?? phase, may.includes('support'));
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<Topic> {
    return this.http.json({ path: path`v1/topics/${id}`, expect: 'steps', keep: true }, options);
  }

  /**
   * The address of a file of a published answer, for a link. Nothing is asked.
   *
   * @throws SunlitError `invalid-input` for an empty name, `.` and `..`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log(topics.attachmentUrl('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', '支出明细.xlsx'));
   * ```
   */
  attachmentUrl(id: string, name: string): string {
    return this.http.url(path`v1/topics/${id}/attachments/${name}`).href;
  }

  /**
   * One file of a published answer, whole; nothing of it is stored. Without a `timeout` of its own it has five minutes.
   *
   * @throws SunlitError `invalid-input`, `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await topics.attachment('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', '支出明细.xlsx')).size);
   * ```
   */
  async attachment(id: string, name: string, options: CallOptions = {}): Promise<Blob> {
    return (await this.http.send(new URL(this.attachmentUrl(id, name)), { ...options, timeout: options.timeout ?? FILE_MILLISECONDS })).blob();
  }

  /**
   * What a board must know of its agency: purposes, promises, the round, how it keeps its word.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { round, figures } = await topics.board('liuhe-heping');
   * console.log(round?.left, `${figures.answeredInTime.n} of ${figures.answeredInTime.of} in time`);
   * ```
   */
  async board(agencyId: string, options: CallOptions = {}): Promise<Board> {
    return this.http.json({ path: path`v1/agencies/${agencyId}/board`, expect: 'figures', keep: true }, options);
  }

  /**
   * How agencies keep their word: one with all below it, and each directly below with all below that.
   *
   * @throws SunlitError `invalid-input`, `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { below } = await topics.figures({ agency: 'qinghe', from: '2026-01-01' });
   * for (const { agency, figures } of below) console.log(agency.name, figures.overdue);
   * ```
   */
  async figures(query: { agency?: string; from?: string; to?: string } = {}, options: CallOptions = {}): Promise<TopicFiguresByAgency> {
    return this.http.json({ path: 'v1/topics/figures', query, expect: 'whole', keep: true }, options);
  }

  /**
   * Where a topic stands, by the id on its slip: also before and instead of being public, and nothing of what was written.
   *
   * @throws SunlitError `invalid-input`, `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { phase, returned } = await topics.standing('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(phase, returned?.words);
   * ```
   */
  async standing(id: string, options: CallOptions = {}): Promise<TopicStanding> {
    return this.http.json({ path: path`v1/topics/${id}/standing`, expect: 'phase' }, options);
  }

  /**
   * Topics that changed after a sequence number, each once, oldest first. `await` gives one page and `latest`; iteration
   * goes on to the newest. Never answered from the cache.
   *
   * @throws SunlitError `invalid-input`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { id, topic } of topics.changes({ after: 120, agency: 'qinghe' })) console.log(id, topic?.phase ?? 'no longer public');
   * ```
   */
  changes(query: TopicChangeQuery = {}, options: CallOptions = {}): PagedList<TopicChange, TopicChangePage> {
    const load = (after = query.after): Promise<TopicChangePage> => this.http.json({ path: 'v1/topics/changes', query: { ...query, after }, expect: 'items' }, options);
    return new PagedList<TopicChange, TopicChangePage>(load, ({ items, latest }) => {
      const seq = items[items.length - 1]?.seq;
      return seq !== undefined && seq < latest ? load(seq) : undefined;
    });
  }

  /**
   * The address of a board, of its answers, or of the steps of one topic, as Atom to subscribe to. Nothing is asked.
   *
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log(topics.feedUrl({ agency: 'qinghe-water', state: 'answered' }));
   * ```
   */
  feedUrl(query: TopicFeedQuery = {}): string {
    return this.http.url('v1/feeds/topics.atom', query).href;
  }

  /**
   * The same as the text of an Atom document.
   *
   * @throws SunlitError `invalid-input`, `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await topics.feed({ topic: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF' })).length);
   * ```
   */
  async feed(query: TopicFeedQuery = {}, options: CallOptions = {}): Promise<string> {
    return (await this.http.send(new URL(this.feedUrl(query)), options)).text();
  }

  /**
   * Topics and disclosures like what is being typed. The words are in no address and kept nowhere; abort the call that a
   * further letter makes useless.
   *
   * @throws SunlitError `invalid-input`, `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const typing = new AbortController();
   * const { disclosures } = await topics.similar({ agencyId: 'qinghe-water', text: '河道采砂' }, { signal: typing.signal });
   * console.log(disclosures.map(({ title }) => title));
   * ```
   */
  async similar(query: SimilarQuery, options: CallOptions = {}): Promise<Similar> {
    return (await this.writing()).similar(query, options);
  }

  /**
   * What this device wrote or supports, newest first: also what is not public yet, and what was returned and why.
   *
   * @throws SunlitError as `list`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for (const { no, phase, relation, returned } of await topics.mine()) console.log(no, relation, returned?.words ?? phase);
   * ```
   */
  async mine(options: TopicsOptions & CallOptions = {}): Promise<OwnTopic[]> {
    return (await this.writing()).mine(options);
  }

  /**
   * Writes a topic on a board, without an account; the device supports it with it. Its proof of work is solved inside. No
   * answer is no loss: with the same `idempotencyKey` and the same content the call can be repeated. With an `outbox` it is
   * kept on the device and sent when that is possible.
   *
   * @throws SunlitError `invalid-input` with the fields in `errors`, `not-found`, `not-possible` (the board takes none now),
   * `key-reused`, `challenge-refused`, `not-secure` on a page without https. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { no, phase } = await topics.submit({ agencyId: 'liuhe-heping', purpose: 'disclose', title: '公开2025年村集体鱼塘发包合同' });
   * console.log(no, phase);
   * ```
   */
  submit(content: TopicContent, options: SubmitTopicOptions & { outbox: Outbox }): Promise<Submission>;
  submit(content: TopicContent, options?: SubmitTopicOptions & { outbox?: undefined }): Promise<SubmittedTopic>;
  async submit(content: TopicContent, options: SubmitTopicOptions & { outbox?: Outbox | undefined } = {}): Promise<SubmittedTopic | Submission> {
    return (await this.writing()).submit(content, options);
  }

  /**
   * Supports a topic, once per device: again changes nothing. Answers how many different supporters there are.
   *
   * @throws SunlitError `not-found`, `not-possible`, `challenge-refused`, `not-secure`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { supports } = await topics.support('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(supports.total, 'of them on paper:', supports.paper);
   * ```
   */
  support(id: string, options: SubmitTopicOptions & { outbox: Outbox }): Promise<Submission>;
  support(id: string, options?: SubmitTopicOptions & { outbox?: undefined }): Promise<Supported>;
  async support(id: string, options: SubmitTopicOptions & { outbox?: Outbox | undefined } = {}): Promise<Supported | Submission> {
    return (await this.writing()).support(id, options);
  }

  /**
   * Takes back this device’s support.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await topics.unsupport('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * ```
   */
  async unsupport(id: string, options: TopicsOptions & CreateOptions = {}): Promise<Supported> {
    return (await this.writing()).unsupport(id, options);
  }

  /**
   * Says that the answer did not answer it: whoever wrote it, once. The words are sealed until an officer has read them.
   *
   * @throws SunlitError `not-possible` for anybody else or a second time, `invalid-input`, `challenge-refused`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function again(id: string, words: string) {
   *   return topics.reopen(id, words);
   * }
   * ```
   */
  async reopen(id: string, words: string, options: TopicsOptions & ProvenOptions = {}): Promise<Topic> {
    return (await this.writing()).reopen(id, words, options);
  }

  /**
   * Counts that a topic already answered somebody who was about to write. Nothing of what they typed is sent.
   *
   * @throws SunlitError `not-found`, `invalid-input`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await topics.answered('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { agencyId: 'qinghe-water', instead: 'topic' });
   * ```
   */
  async answered(id: string, deflection: TopicDeflection, options: CreateOptions = {}): Promise<void> {
    return (await this.writing()).answered(id, deflection, options);
  }

  /**
   * Has a letter sent, whose link begins to tell an address what becomes of a topic or a board. The answer is the same
   * whether the address takes letters or not.
   *
   * @throws SunlitError `invalid-input`, `not-found`, `not-possible` (no mail here), `challenge-refused`. Else as `list`.
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const { topics } = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await topics.followByMail({ of: { agency: 'qinghe-water' }, email: 'office@example.edu.cn', language: 'zh-CN' });
   * ```
   */
  async followByMail(follow: Omit<NewFollow, 'challenge'>, options: ProvenOptions = {}): Promise<void> {
    return (await this.writing()).followByMail(follow, options);
  }
}
