import type { Outbox, Submission } from '@sunlit/client/outbox';
import type { Receipt, RequestContent, Requests } from '@sunlit/client/requests';
import { keptOrNow, nowOrLater, whenSettled, type Settled } from '../shared/later.ts';
import type { Uploads } from '../shared/uploads/uploads.ts';

/** Files a request in another way than the public one: for members of staff, who file for somebody at the counter. */
export type SendRequest = (content: RequestContent) => Promise<Receipt>;

/** How far a request is that somebody sent. */
export type Sent =
  | { readonly at: 'sending'; readonly stage: 'solving' | 'sending'; readonly reference?: string | undefined }
  | { readonly at: 'kept'; readonly submission: Submission }
  /** `filesLeft`: the outbox has them, and has still to send so many. */
  | { readonly at: 'sent'; readonly receipt: Receipt; readonly filesLeft?: number | undefined };

interface SendingOptions {
  readonly requests: () => Requests;
  readonly outbox: () => Outbox | undefined;
  readonly send: () => SendRequest | undefined;
  /** Whether the next person at this screen is somebody else. */
  readonly shared: () => boolean;
  readonly uploads: Uploads;
  readonly show: (sent: Sent) => void;
  /** The server does not take it, or it could not be sent and not be kept. */
  readonly failed: (error: unknown) => void;
}

/** A request and its files on their way: sent now, or kept in the outbox of the page until there is a network. */
export class Sending {
  readonly #options: SendingOptions;
  #sent: Sent | undefined;
  #ended = new AbortController();
  #waiting: (() => void) | undefined;

  constructor(options: SendingOptions) {
    this.#options = options;
  }

  /** Nobody waits for it any more; what the outbox has, it sends all the same. */
  stop(): void {
    this.#ended.abort();
    this.#waiting?.();
  }

  async submit(content: RequestContent, idempotencyKey: string): Promise<void> {
    const { requests, send, shared, uploads, failed } = this.#options;
    const { signal } = (this.#ended = new AbortController());
    const otherwise = send();
    this.#show({ at: 'sending', stage: otherwise ? 'sending' : 'solving' });
    try {
      const channel = shared() ? 'kiosk' : 'online';
      const outbox = otherwise ? undefined : this.#options.outbox();
      // On one's own device they are sent with the receipt, while the page is there. Who leaves a shared one leaves them there.
      const files = shared() ? uploads.all.map(({ file, purpose }) => ({ file, name: file.name, purpose })) : [];
      const onStage = (stage: 'solving' | 'sending') => {
        if (!signal.aborted) this.#show({ at: 'sending', stage });
      };
      const now = () => (otherwise ? otherwise(content) : requests().submit(content, { idempotencyKey, channel, signal, onStage }));
      const keep = (kept: Outbox) => {
        signal.throwIfAborted();
        return kept.add({ operation: 'requests.submit', body: { ...content, channel }, files, label: content.wanted.title, idempotencyKey });
      };
      const sent = outbox && files.length > 0 ? await keptOrNow(outbox, now, keep) : await nowOrLater(outbox, now, keep);
      if (signal.aborted) return;
      if ('answer' in sent) return this.#filed(sent.answer);
      this.#show(files.length === 0 ? { at: 'kept', submission: sent.kept } : { at: 'sending', stage: 'sending', reference: sent.kept.reference });
      if (outbox) this.#follow(outbox, sent.kept, signal);
    } catch (error) {
      if (!signal.aborted) failed(error);
    }
  }

  #show(sent: Sent): void {
    this.#sent = sent;
    this.#options.show(sent);
  }

  /** What the outbox sends, as long as its screen is there. */
  #follow(outbox: Outbox, kept: Submission, signal: AbortSignal): void {
    this.#waiting = whenSettled(outbox, kept.id, (settled) => void this.#settled(outbox, kept, settled, signal), (now) => {
      if (now.filesLeft !== undefined) void this.#arrived(outbox, { ...kept, filesLeft: now.filesLeft }, undefined, signal);
      else if (this.#sent?.at === 'sending' && now.state === 'waiting' && now.until !== undefined) this.#show({ at: 'kept', submission: kept });
    });
  }

  async #settled(outbox: Outbox, kept: Submission, settled: Settled, signal: AbortSignal): Promise<void> {
    const { shared, uploads, failed } = this.#options;
    if ('refused' in settled) return failed(settled.refused);
    await this.#arrived(outbox, { ...kept, ...(shared() && { filesLeft: 0 }) }, settled.answer, signal);
    if (signal.aborted || this.#sent?.at !== 'sent') return;
    if (settled.refusedFiles === 0) return uploads.arrive();
    // What the server did not take is sent once more, so that it is said which, and why.
    this.#upload(this.#sent.receipt);
  }

  /** The server has the request. Where the line breaks before its receipt is here too, that comes with the next word of the outbox, or for the reference later. */
  async #arrived(outbox: Outbox, kept: Submission, answer: unknown, signal: AbortSignal): Promise<void> {
    const receipt = this.#sent?.at === 'sent' ? this.#sent.receipt : await receiptOf(outbox, kept, answer);
    if (signal.aborted) return;
    const sent = this.#sent;
    // Words overtake each other; files only become fewer.
    if (sent?.at === 'sent') this.#show({ ...sent, filesLeft: Math.min(sent.filesLeft ?? 0, kept.filesLeft ?? 0) });
    else if (receipt) this.#filed(receipt, kept.filesLeft);
    else if (sent?.at !== 'kept' || sent.submission.filesLeft === undefined) this.#show({ at: 'kept', submission: kept });
  }

  #filed(receipt: Receipt, filesLeft?: number): void {
    this.#show({ at: 'sent', receipt, filesLeft });
    if (filesLeft === undefined) this.#upload(receipt);
    else this.#options.uploads.keep();
  }

  #upload(receipt: Receipt): void {
    const requests = this.#options.requests();
    this.#options.uploads.start((file, purpose, options) => requests.attach(receipt, file, { name: file.name, purpose }, options));
  }
}

/** On a shared device the answer says only that it came: the receipt is given for the reference. */
async function receiptOf(outbox: Outbox, { reference }: Submission, answer: unknown): Promise<Receipt | undefined> {
  const found = (reference === undefined ? answer : await outbox.exchange(reference).then((sealed) => sealed?.answer, () => undefined)) as Partial<Receipt> | undefined;
  return found?.receiptNo !== undefined && found.secret !== undefined ? (found as Receipt) : undefined;
}
