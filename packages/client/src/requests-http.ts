import { Cache } from './cache.ts';
import type { Challenge, Receipt } from './contract.ts';
import { SunlitError, isSunlitError } from './errors.ts';
import type { CallOptions, HttpOptions } from './http.ts';
import { receiptKey } from './receipt.ts';
import { WritingHttp, newKey, type CreateOptions } from './writing-http.ts';

export interface RequestsHttpOptions extends Omit<HttpOptions, 'cache' | 'early'> {
  readonly secret?: string | undefined;
}

/** With what a request is followed: of a receipt, its number and its secret. */
export type ReceiptKey = Pick<Receipt, 'receiptNo' | 'secret'>;

/** What a call takes that goes with a proof of work. */
export interface ProvenOptions extends CreateOptions {
  /** Told what it is at: `solving` the proof of work, which takes a few seconds, then `sending`. */
  onStage?: ((stage: 'solving' | 'sending') => void) | undefined;
}

/** What residents send and are answered: no cookie goes along, nothing is kept, and the secret of a receipt is in one header alone. */
export class RequestsHttp extends WritingHttp {
  private readonly given: RequestsHttpOptions;
  /** Solved challenges of sendings that nobody answered, by key: what is repeated must be the same, letter by letter. */
  private readonly unanswered = new Map<string, string>();

  constructor(given: RequestsHttpOptions) {
    super({ ...given, fetch: alone(given), cache: new Cache(false) });
    this.given = given;
  }

  /** The same connection, but requests are sent by another `fetch`. */
  sentBy(send: typeof fetch): RequestsHttp {
    return new RequestsHttp({ ...this.given, fetch: send });
  }

  /** The same connection with a receipt in hand, and the path of its request. */
  heldBy(receipt: ReceiptKey): { readonly http: RequestsHttp; readonly at: string } {
    const receiptNo = receiptKey(receipt.receiptNo, 'number');
    const secret = receiptKey(receipt.secret, 'secret');
    if (!receiptNo || !secret) throw new SunlitError('invalid-input', 'This is no receipt', { hint: 'A receipt has a number of 14 digits and a secret of 12 letters and digits.' });
    return { http: new RequestsHttp({ ...this.given, secret }), at: `v1/requests/${receiptNo}` };
  }

  /** Gets a proof of work and solves it. */
  async challenge(options: CallOptions): Promise<string> {
    const challenge = await this.json<Challenge>({ path: 'v1/challenge', expect: 'parameters' }, options);
    const { solved } = await import('./proof-of-work.ts');
    return solved(challenge, options.signal);
  }

  /** Sends something new with a solved proof of work. With the same key and the same body it can be repeated. */
  async createProven<T>(path: string, body: object, expect: string, { onStage, idempotencyKey = newKey(), ...options }: ProvenOptions): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      let challenge = this.unanswered.get(idempotencyKey);
      if (challenge === undefined) {
        onStage?.('solving');
        this.unanswered.set(idempotencyKey, (challenge = await this.challenge(options)));
      }
      onStage?.('sending');
      try {
        const answer = await this.create<T>(path, { ...body, challenge }, expect, { ...options, idempotencyKey });
        this.unanswered.delete(idempotencyKey);
        return answer;
      } catch (error) {
        const answered = isSunlitError(error) && error.status !== undefined && error.status < 500;
        if (answered) this.unanswered.delete(idempotencyKey);
        // It was solved so slowly that it is too old.
        if (!isSunlitError(error) || error.code !== 'challenge-refused' || attempt > 1) throw error;
      }
    }
  }
}

function alone({ secret, fetch: send = fetch }: RequestsHttpOptions): typeof fetch {
  return (input, init) => {
    const request = new Request(input, { ...init, cache: 'no-store', credentials: 'omit' });
    if (secret !== undefined) request.headers.set('authorization', `Receipt ${secret}`);
    return send(request);
  };
}
