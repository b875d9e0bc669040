import { PostingSteps } from './desk-board-steps.ts';
import type { HandlerList, KeptScan, NewPosting, Posting, PostingNote, PostingPage, PostingPapers, PostingQuery, PostingSummary, SimilarPostings, SupportList } from './desk-contract.ts';
import type { UploadOptions } from './desk-files.ts';
import type { CreateOptions } from './desk-http.ts';
import { withProgress } from './upload.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

const FILE_MILLISECONDS = 600_000;

/** The topic board (点题公开) as officers work it: a posting is a topic with what is not public of it. */
export class Postings extends PostingSteps {
  /**
   * Postings of the caller’s agencies, by what is due first; ended ones newest first. Without `state` and `phase`, everything that is not ended.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `invalid-cursor`, `too-many-requests`, `unavailable`, `internal`, `network`,
   * `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { no, title, phase, next } of client.board.list({ state: 'late' })) console.log(no, title, phase, next?.left);
   * ```
   */
  list(query: PostingQuery = {}, options: CallOptions = {}): PagedList<PostingSummary, PostingPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/board', query: page, expect: 'items' }, options));
  }

  /**
   * Writes down a topic that came by card, box, hotline or at the counter. It goes the way of every posting.
   *
   * @throws SunlitError `key-reused` when the key wrote down something else. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { no } = await client.board.create({ agencyId: 'liuhe-tuanjie', channel: 'box', purpose: 'disclose', title: '公开机动地承包情况', on: '2026-03-09' });
   * console.log(no);
   * ```
   */
  async create(posting: NewPosting, options: CreateOptions = {}): Promise<Posting> {
    return this.http.create('v1/board', posting, 'may', options);
  }

  /**
   * One posting: where it stands, its terms, its record, what may be done next. What somebody wrote is not in it.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { phase, deadlines, may } = await client.board.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(phase, may, deadlines.map(({ term, due }) => `${term} ${due}`));
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<Posting> {
    return this.http.json({ path: path`v1/board/${id}`, expect: 'may' }, options);
  }

  /**
   * What somebody wrote, as they wrote it, with what in it looks personal. Each reading goes on record.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { written, marks } = await client.board.papers('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(written?.title, marks.title.map(({ kind }) => kind));
   * ```
   */
  async papers(id: string, options: CallOptions = {}): Promise<PostingPapers> {
    return this.http.json({ path: path`v1/board/${id}/papers`, expect: 'marks' }, options);
  }

  /**
   * Topics and disclosures like this one, unread postings of the same board among them.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { topics, disclosures } = await client.board.similar('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(topics.map(({ title }) => title), disclosures.map(({ title }) => title));
   * ```
   */
  async similar(id: string, options: CallOptions = {}): Promise<SimilarPostings> {
    return this.http.json({ path: path`v1/board/${id}/similar`, expect: 'topics' }, options);
  }

  /**
   * Writes a note that is never public.
   *
   * @throws SunlitError `key-reused`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.board.note('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { text: '已与水管站联系。' });
   * ```
   */
  async note(id: string, note: PostingNote, options: CreateOptions = {}): Promise<Posting> {
    return this.http.create(path`v1/board/${id}/notes`, note, 'may', options);
  }

  /**
   * Enters supporters from a signed sheet, from the counter or the hotline. Each counts once, whatever list or sheet they stand on; the last of the
   * posting’s `lists` says how many were new. Names and numbers are kept as keyed hashes alone.
   *
   * @throws SunlitError `key-reused`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { lists } = await client.board.supports('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { basis: 'paper', on: '2026-03-09', signers: [{ name: '张三', phone: '13800000000' }] });
   * console.log(lists.at(-1)?.added, lists.at(-1)?.already);
   * ```
   */
  async supports(id: string, list: SupportList, options: CreateOptions = {}): Promise<Posting> {
    return this.http.create(path`v1/board/${id}/supports`, list, 'may', options);
  }

  /**
   * Keeps the scan of a signed sheet, sealed; its `id` goes with the list as `scan`. Without a `timeout` of its own it has ten minutes.
   *
   * @throws SunlitError `too-large`, `unsupported-media-type`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function sheet(id: string, file: File) {
   *   return client.board.scan(id, file, file.name, { onProgress: (part) => console.log(`${Math.round(part * 100)} %`) });
   * }
   * ```
   */
  async scan(id: string, file: Blob, name: string, { onProgress, ...options }: UploadOptions = {}): Promise<KeptScan> {
    const http = onProgress && 'XMLHttpRequest' in globalThis ? this.http.sentBy(withProgress(onProgress)) : this.http;
    const patient = { ...options, timeout: options.timeout ?? FILE_MILLISECONDS };
    return http.write({ method: 'PUT', path: path`v1/board/${id}/scans`, query: { name }, body: file, expect: 'sha256' }, patient);
  }

  /**
   * The scan of a list of supporters. The reading goes on record.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export const bytes = (id: string, list: string) => client.board.listScan(id, list);
   * ```
   */
  async listScan(id: string, list: string, options: CallOptions = {}): Promise<Blob> {
    const patient = { ...options, timeout: options.timeout ?? FILE_MILLISECONDS };
    return (await this.http.send(new URL(this.listScanUrl(id, list)), patient)).blob();
  }

  /**
   * The address of the scan of a list for a link on a page of somebody who is signed in. Nothing is asked.
   *
   * @throws SunlitError `invalid-input` for an empty id, `.` and `..`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export const link = (id: string, list: string) => client.board.listScanUrl(id, list);
   * ```
   */
  listScanUrl(id: string, list: string): string {
    return this.http.url(path`v1/board/${id}/lists/${list}/scan`).href;
  }

  /**
   * Who can be given a posting at an agency.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { items } = await client.board.handlers('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', 'qinghe-water');
   * console.log(items.map(({ name, post }) => `${name} ${post}`));
   * ```
   */
  async handlers(id: string, agency: string, options: CallOptions = {}): Promise<HandlerList> {
    return this.http.json({ path: path`v1/board/${id}/handlers`, query: { agency }, expect: 'items' }, options);
  }
}
