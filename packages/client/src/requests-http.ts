import { Cache } from './cache.ts';
import type { Receipt } from './contract.ts';
import { SunlitError } from './errors.ts';
import type { HttpOptions } from './http.ts';
import { receiptKey } from './receipt.ts';
import { WritingHttp } from './writing-http.ts';

export interface RequestsHttpOptions extends Omit<HttpOptions, 'cache' | 'early'> {
  readonly secret?: string | undefined;
}

/** With what a request is followed: of a receipt, its number and its secret. */
export type ReceiptKey = Pick<Receipt, 'receiptNo' | 'secret'>;

/** What applicants send and are answered: no cookie goes along, nothing is kept, and the secret of a receipt is in one header alone. */
export class RequestsHttp extends WritingHttp {
  private readonly given: RequestsHttpOptions;

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
}

function alone({ secret, fetch: send = fetch }: RequestsHttpOptions): typeof fetch {
  return (input, init) => {
    const request = new Request(input, { ...init, cache: 'no-store', credentials: 'omit' });
    if (secret !== undefined) request.headers.set('authorization', `Receipt ${secret}`);
    return send(request);
  };
}
