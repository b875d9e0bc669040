import { CaseSteps } from './desk-case-steps.ts';
import type {
  Case, CaseFile, CaseFileQuery, CaseNote, CasePage, CasePapers, CasePublication, CaseQuery, CaseSummary, Draft, FiledCase, FiledRequest, HandlerList, LetterDraft, LetterOrder, RedactedCopy,
  Redaction, Urging, UrgingAnswer,
} from './desk-contract.ts';
import type { UploadOptions } from './desk-files.ts';
import type { CreateOptions } from './desk-http.ts';
import { withProgress } from './upload.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

const FILE_MILLISECONDS = 600_000;

/** Requests for information (依申请公开) as officers work them: each a case at one agency. */
export class Cases extends CaseSteps {
  /**
   * Cases of the caller’s agencies, by what is due first; ended ones newest first. Without `state` and `phase`, the open ones.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `invalid-cursor`, `too-many-requests`, `unavailable`, `internal`, `network`,
   * `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { receiptNo, phase, next } of client.cases.list({ state: 'late' })) console.log(receiptNo, phase, next?.left);
   * ```
   */
  list(query: CaseQuery = {}, options: CallOptions = {}): PagedList<CaseSummary, CasePage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/cases', query: page, expect: 'items' }, options));
  }

  /**
   * Files for an applicant what came in at the counter, by word of mouth, by post or by fax (Reg. 29). The receipt is for the applicant:
   * its secret is shown once, and the same key answers the same one.
   *
   * @throws SunlitError `key-reused` when the key filed something else. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { receipt } = await client.cases.create({
   *   agencyId: 'qinghe-water', channel: 'counter', form: 'paper', route: 'counter',
   *   applicant: { type: 'naturalPerson', name: '张三', identity: { type: 'resident-id', number: '110101199003074477' }, contact: { phone: '13800000000' } },
   *   wanted: { description: '2025 年度采砂许可决定书' },
   * });
   * console.log(receipt.receiptNo, receipt.secret);
   * ```
   */
  async create(request: FiledRequest, options: CreateOptions = {}): Promise<FiledCase> {
    return this.http.create('v1/cases', request, 'receipt', options);
  }

  /**
   * One case: where it stands, its periods with their proof, its record, what may be done next. Nothing in it is personal.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { phase, deadlines, may } = await client.cases.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(phase, may, deadlines.map(({ term, stands }) => `${term} ${stands}`));
   * ```
   */
  async get(id: string, options: CallOptions = {}): Promise<Case> {
    return this.http.json({ path: path`v1/cases/${id}`, expect: 'may' }, options);
  }

  /**
   * What people wrote in a case: who asks, what for, texts, files and letters. Each reading goes on record.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { applicant, wanted } = await client.cases.papers('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(applicant.name, wanted.at(-1)?.wanted.description);
   * ```
   */
  async papers(id: string, options: CallOptions = {}): Promise<CasePapers> {
    return this.http.json({ path: path`v1/cases/${id}/papers`, expect: 'wanted' }, options);
  }

  /**
   * The letter of a step before it is taken, from the agency’s template: `body` may be edited and given to the step as `letter`.
   * It goes on record, since the letter names the applicant.
   *
   * @throws SunlitError `not-possible` where the step is not. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { title, body, missing } = await client.cases.compose('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { command: 'extend', stated: { workdays: 20, reason: '需要查阅历史档案。' } });
   * console.log(title, body, missing);
   * ```
   */
  async compose(id: string, order: LetterOrder, options: CallOptions = {}): Promise<LetterDraft> {
    return this.http.write({ method: 'POST', path: path`v1/cases/${id}/compose`, body: order, expect: 'body' }, options);
  }

  /**
   * A letter that went out, as a page to print or a DOCX file. The reading goes on record.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export const word = (id: string, letter: string) => client.cases.letter(id, letter, 'docx');
   * ```
   */
  async letter(id: string, letter: string, format: 'html' | 'docx', options: CallOptions = {}): Promise<Blob> {
    return (await this.http.send(new URL(this.letterUrl(id, letter, format)), options)).blob();
  }

  /**
   * The address of a letter for a link on a page of somebody who is signed in. Nothing is asked.
   *
   * @throws SunlitError `invalid-input` for an empty id, `.` and `..`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export const link = (id: string, letter: string) => client.cases.letterUrl(id, letter, 'html');
   * ```
   */
  letterUrl(id: string, letter: string, format: 'html' | 'docx'): string {
    return this.http.url(path`v1/cases/${id}/letters/${letter}`, { format }).href;
  }

  /**
   * Adds a file to a case. It may be repeated: the same bytes under the same name and purpose are kept once. Without a `timeout` of its
   * own it has ten minutes.
   *
   * @throws SunlitError `too-large`, `unsupported-media-type`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function release(id: string, file: File) {
   *   const query = { name: file.name, purpose: 'release' } as const;
   *   return client.cases.attach(id, file, query, { onProgress: (part) => console.log(`${Math.round(part * 100)} %`) });
   * }
   * ```
   */
  async attach(id: string, file: Blob, query: CaseFileQuery, { onProgress, ...options }: UploadOptions = {}): Promise<CaseFile> {
    const http = onProgress && 'XMLHttpRequest' in globalThis ? this.http.sentBy(withProgress(onProgress)) : this.http;
    const patient = { ...options, timeout: options.timeout ?? FILE_MILLISECONDS };
    return http.write({ method: 'PUT', path: path`v1/cases/${id}/files`, query, body: file, expect: 'sha256' }, patient);
  }

  /**
   * Downloads a file of a case. It goes on record.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export const bytes = (id: string, file: string) => client.cases.file(id, file);
   * ```
   */
  async file(id: string, file: string, options: CallOptions = {}): Promise<Blob> {
    const patient = { ...options, timeout: options.timeout ?? FILE_MILLISECONDS };
    return (await this.http.send(new URL(this.fileUrl(id, file)), patient)).blob();
  }

  /**
   * The address of a file of a case for a link on a page of somebody who is signed in. Nothing is asked.
   *
   * @throws SunlitError `invalid-input` for an empty id, `.` and `..`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export const link = (id: string, file: string) => client.cases.fileUrl(id, file);
   * ```
   */
  fileUrl(id: string, file: string): string {
    return this.http.url(path`v1/cases/${id}/files/${file}`).href;
  }

  /**
   * Takes out a file that the agency added by mistake.
   *
   * @throws SunlitError `not-possible` for a file of the applicant’s, and once the reply was served. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.remove('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', '01JQ8ZK4T5V6W7X8Y9Z0ABCDEG');
   * ```
   */
  async remove(id: string, file: string, options: CallOptions = {}): Promise<Pick<CaseFile, 'id'>> {
    return this.http.write({ method: 'DELETE', path: path`v1/cases/${id}/files/${file}`, expect: 'id' }, options);
  }

  /**
   * Separates out parts of a text (区分处理, Reg. 37): answers a copy in which they are not, to be released, and what was withheld, as
   * the reply of outcome `partial` states it. Spans are half-open, in UTF-16 code units, rising, and do not overlap.
   *
   * @throws SunlitError `key-reused`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { file, withheld } = await client.cases.redact('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', {
   *   name: '采砂许可决定书（公开件）', text: '经办人：张三', spans: [{ start: 4, end: 6, ground: 'E15_THIRD', what: '经办人姓名' }],
   * });
   * console.log(file.id, withheld);
   * ```
   */
  async redact(id: string, redaction: Redaction, options: CreateOptions = {}): Promise<RedactedCopy> {
    return this.http.create(path`v1/cases/${id}/redactions`, redaction, 'withheld', options);
  }

  /**
   * Begins a disclosure from a released file (Reg. 44), without any trace of the applicant. The draft then goes the way of every draft.
   *
   * @throws SunlitError `not-possible` for a file that was not released, `key-reused`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const draft = await client.cases.publish('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', {
   *   file: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEG', title: '采砂许可决定书', summary: '2025 年度河道采砂许可', categoryId: 'A20_05',
   * });
   * console.log(draft.id);
   * ```
   */
  async publish(id: string, publication: CasePublication, options: CreateOptions = {}): Promise<Draft> {
    return this.http.create(path`v1/cases/${id}/publications`, publication, 'version', options);
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
   * await client.cases.note('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { text: '已与档案室联系。' });
   * ```
   */
  async note(id: string, note: CaseNote, options: CreateOptions = {}): Promise<Case> {
    return this.http.create(path`v1/cases/${id}/notes`, note, 'may', options);
  }

  /**
   * Urges the agency (督办); for supervisors.
   *
   * @throws SunlitError `key-reused`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.urge('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { text: '请于本周内答复。' });
   * ```
   */
  async urge(id: string, urging: Urging, options: CreateOptions = {}): Promise<Case> {
    return this.http.create(path`v1/cases/${id}/urgings`, urging, 'may', options);
  }

  /**
   * Answers what the supervisor urged.
   *
   * @throws SunlitError `not-possible` where nothing waits for an answer, `key-reused`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.answer('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { text: '已于今日送达答复书。' });
   * ```
   */
  async answer(id: string, answer: UrgingAnswer, options: CreateOptions = {}): Promise<Case> {
    return this.http.create(path`v1/cases/${id}/urgings/answer`, answer, 'may', options);
  }

  /**
   * Who can be given a case.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { items } = await client.cases.handlers('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(items.map(({ name, post }) => `${name} ${post}`));
   * ```
   */
  async handlers(id: string, options: CallOptions = {}): Promise<HandlerList> {
    return this.http.json({ path: path`v1/cases/${id}/handlers`, expect: 'items' }, options);
  }
}
