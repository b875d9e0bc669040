import type {
  AttachmentQuery, Deflection, NewRequest, PaperLink, PaperOrder, Receipt, RequestContent, RequestCorrection, RequestForm, RequestReasons, RequestWithdrawal, TrackedRequest,
} from './contract.ts';
import { SunlitError, isSunlitError } from './errors.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';
import type { ProvenOptions, ReceiptKey, RequestsHttp } from './requests-http.ts';
import { withProgress } from './upload.ts';
import type { CreateOptions } from './writing-http.ts';

/** A scanned paper on a village line needs longer than any answer in JSON. */
const FILE_MILLISECONDS = 600_000;

export interface SubmitOptions extends ProvenOptions {
  /** `kiosk` on a screen that many people use. Default: `online`. */
  channel?: NewRequest['channel'] | undefined;
}

export interface AttachOptions extends CallOptions {
  /** Told how much of the file was sent, as a part of 1. Only in browsers: elsewhere it is never called. */
  onProgress?: ((part: number) => void) | undefined;
}

/**
 * Requests for what is not public yet (依申请公开): filed without an account, followed with the receipt that comes back. Its
 * secret travels in a header alone, and is in no address, error, log or store of this package.
 */
export class Requests {
  private readonly http: RequestsHttp;

  /** @internal Made by `createClient`. */
  constructor(http: RequestsHttp) {
    this.http = http;
  }

  /**
   * What an agency’s form must know before anybody writes: whether it takes requests here, by which routes it answers, whether
   * it asks for an image of the proof of identity, where its office is, how long it keeps personal data.
   *
   * @throws SunlitError `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`,
   * `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { open, office } = await client.requests.form('qinghe-water');
   * console.log(open ? 'Open' : `Go to ${office.name}, ${office.address ?? ''}`);
   * ```
   */
  async form(agencyId: string, options: CallOptions = {}): Promise<RequestForm> {
    return this.http.json({ path: path`v1/agencies/${agencyId}/request-form`, expect: 'routes' }, options);
  }

  /**
   * Gets a proof of work and solves it: some seconds of computing that keep machines from flooding an agency, instead of a
   * puzzle for people. `submit` does this itself; the answer is what goes with it.
   *
   * @throws SunlitError `not-secure` on a page without https, `too-many-requests`, `unavailable`, `internal`, `network`,
   * `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.time('solved');
   * await client.requests.challenge();
   * console.timeEnd('solved');
   * ```
   */
  async challenge(options: CallOptions = {}): Promise<string> {
    return this.http.challenge(options);
  }

  /**
   * Files a request. Its receipt is shown once: keep number and secret. No answer, or the wrong one, is no loss: with the same
   * `idempotencyKey` and the same content the call can be repeated, and answers the receipt of the first.
   *
   * @throws SunlitError `invalid-input` with the fields in `errors`, `not-found`, `not-possible` (the agency takes none here),
   * `key-reused`, `challenge-refused`. Else as `challenge`.
   * @example
   * ```ts
   * import { createClient, type RequestContent } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function file(content: RequestContent, idempotencyKey: string) {
   *   const { receiptNo, secret } = await client.requests.submit(content, { idempotencyKey, onStage: (stage) => console.log(stage) });
   *   return { receiptNo, secret };
   * }
   * ```
   */
  async submit(content: RequestContent, { channel = 'online', ...options }: SubmitOptions = {}): Promise<Receipt> {
    return this.http.createProven('v1/requests', { ...content, channel }, 'receiptNo', options);
  }

  /**
   * A request with every step, whose move it is and until when.
   *
   * @throws SunlitError `receipt-refused` for a wrong number or secret alike, `invalid-input` for what is no receipt at all,
   * `too-many-requests` with `retryAfter`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient, type ReceiptKey } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function waitsForMe(receipt: ReceiptKey) {
   *   const { branches } = await client.requests.track(receipt);
   *   return branches.filter(({ waitsFor }) => waitsFor.includes('applicant'));
   * }
   * ```
   */
  async track(receipt: ReceiptKey, options: CallOptions = {}): Promise<TrackedRequest> {
    const { http, at } = this.http.heldBy(receipt);
    return http.json({ path: at, expect: 'branches' }, options);
  }

  /**
   * Answers a correction notice: says anew what is asked for.
   *
   * @throws SunlitError `receipt-refused`, `not-possible`, `invalid-input`, `key-reused`. Else as `track`.
   * @example
   * ```ts
   * import { createClient, type ReceiptKey } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function correct(receipt: ReceiptKey) {
   *   return client.requests.correct(receipt, { branch: 'main', wanted: { description: '2024 年柳林河采砂许可的全部批文' } });
   * }
   * ```
   */
  async correct(receipt: ReceiptKey, correction: RequestCorrection, options: CreateOptions = {}): Promise<TrackedRequest> {
    return this.act(receipt, 'correction', correction, options);
  }

  /**
   * Gives the reasons that were asked for, why so much or so often.
   *
   * @throws SunlitError as `correct`
   * @example
   * ```ts
   * import { createClient, type ReceiptKey } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function explain(receipt: ReceiptKey, reasons: string) {
   *   return client.requests.explain(receipt, { branch: 'main', reasons });
   * }
   * ```
   */
  async explain(receipt: ReceiptKey, reasons: RequestReasons, options: CreateOptions = {}): Promise<TrackedRequest> {
    return this.act(receipt, 'reasons', reasons, options);
  }

  /**
   * Withdraws a request, or a branch of it. That cannot be taken back; the same can be asked for again.
   *
   * @throws SunlitError as `correct`
   * @example
   * ```ts
   * import { createClient, type ReceiptKey } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function withdraw(receipt: ReceiptKey) {
   *   return client.requests.withdraw(receipt, { branch: 'main' });
   * }
   * ```
   */
  async withdraw(receipt: ReceiptKey, withdrawal: RequestWithdrawal, options: CreateOptions = {}): Promise<TrackedRequest> {
    return this.act(receipt, 'withdrawal', withdrawal, options);
  }

  /**
   * Adds an attachment: up to 10 of 20 MB. It may be repeated: the same bytes under the same name are kept once. Without a
   * `timeout` of its own it has ten minutes.
   *
   * @throws SunlitError `receipt-refused`, `not-possible`, `too-large`, `unsupported-media-type`. Else as `track`.
   * @example
   * ```ts
   * import { createClient, type ReceiptKey } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function attach(receipt: ReceiptKey, file: File, signal: AbortSignal) {
   *   return client.requests.attach(receipt, file, { name: file.name }, { signal, onProgress: (part) => console.log(`${Math.round(part * 100)} %`) });
   * }
   * ```
   */
  async attach(receipt: ReceiptKey, file: Blob, query: AttachmentQuery, { onProgress, ...options }: AttachOptions = {}): Promise<TrackedRequest> {
    const sender = onProgress && 'XMLHttpRequest' in globalThis ? this.http.sentBy(withProgress(onProgress)) : this.http;
    const { http, at } = sender.heldBy(receipt);
    return http.write({ method: 'PUT', path: `${at}/attachments`, query, body: file, expect: 'branches' }, { ...options, timeout: options.timeout ?? FILE_MILLISECONDS });
  }

  /**
   * An address from which one letter or released file can be taken for some minutes. Ask for a new one each time.
   *
   * @throws SunlitError `receipt-refused`, `not-found`. Else as `track`.
   * @example
   * ```ts
   * import { createClient, type ReceiptKey } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function letters(receipt: ReceiptKey) {
   *   const [branch] = (await client.requests.track(receipt)).branches;
   *   const links = (branch?.letters ?? []).map(({ id }) => client.requests.link(receipt, { paper: id, format: 'docx' }));
   *   return (await Promise.all(links)).map((link) => client.requests.paperUrl(link));
   * }
   * ```
   */
  async link(receipt: ReceiptKey, order: PaperOrder, options: CallOptions = {}): Promise<PaperLink> {
    const { http, at } = this.http.heldBy(receipt);
    return http.write({ method: 'POST', path: `${at}/links`, body: order, expect: 'url' }, options);
  }

  /**
   * Takes the letter or file that a link is for.
   *
   * @throws SunlitError `not-found` when the link is too old. Else as `track`; no message names the address.
   * @example
   * ```ts
   * import { createClient, type PaperLink } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function take(link: PaperLink) {
   *   return (await client.requests.paper(link)).size;
   * }
   * ```
   */
  async paper(link: PaperLink, options: CallOptions = {}): Promise<Blob> {
    try {
      return await (await this.http.send(new URL(this.paperUrl(link)), { ...options, timeout: options.timeout ?? FILE_MILLISECONDS })).blob();
    } catch (error) {
      // Who has the address has the paper.
      if (!isSunlitError(error)) throw error;
      throw new SunlitError(error.code, error.message.replace(/(papers\/)\S+/, '$1…'), { ...error, cause: undefined });
    }
  }

  /**
   * The address of a link for a page. Nothing is asked.
   *
   * @throws SunlitError `invalid-input` for a link without its token
   * @example
   * ```ts
   * import { createClient, type PaperLink } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export const open = (link: PaperLink) => location.assign(client.requests.paperUrl(link));
   * ```
   */
  paperUrl({ url }: PaperLink): string {
    // Behind a proxy the server does not know below which path it is reached; the client does.
    return this.http.url(path`v1/papers/${url.slice(url.lastIndexOf('/') + 1)}`).href;
  }

  /**
   * Counts that what is already public answered somebody who was about to ask for it. Only which disclosure and which agency
   * is sent, nothing of what they typed.
   *
   * @throws SunlitError `not-found`, `invalid-input`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.requests.answered('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { agencyId: 'qinghe-water', instead: 'request' });
   * ```
   */
  async answered(disclosureId: string, deflection: Deflection, options: CreateOptions = {}): Promise<void> {
    await this.http.create(path`v1/disclosures/${disclosureId}/answers`, deflection, 'id', options);
  }

  private async act(receipt: ReceiptKey, what: string, body: object, options: CreateOptions): Promise<TrackedRequest> {
    const { http, at } = this.http.heldBy(receipt);
    return http.create(`${at}/${what}`, body, 'branches', options);
  }
}
