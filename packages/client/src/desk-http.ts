import { Cache } from './cache.ts';
import { ChangedMeanwhileError } from './desk-errors.ts';
import type { SunlitError } from './errors.ts';
import type { HttpOptions } from './http.ts';
import { WritingHttp } from './writing-http.ts';

export type { CreateOptions } from './writing-http.ts';

export interface DeskHttpOptions extends Omit<HttpOptions, 'cache'> {
  readonly token?: string | undefined;
}

/** What staff send, with what says who they are. Nothing is stored. */
export class DeskHttp extends WritingHttp {
  private readonly given: DeskHttpOptions;

  constructor(given: DeskHttpOptions) {
    super({ ...given, fetch: authorised(given), cache: new Cache(false) });
    this.given = given;
  }

  /** The same connection, but requests are sent by another `fetch`. */
  sentBy(send: typeof fetch): DeskHttp {
    return new DeskHttp({ ...this.given, fetch: send });
  }

  protected override refused(failure: SunlitError, data: unknown): SunlitError {
    const { current } = (data ?? {}) as { readonly current?: unknown };
    return current === undefined ? failure : new ChangedMeanwhileError(failure, current);
  }
}

/** With the token, or with the cookie of whoever is signed in; past any cache, since staff act on what they see. */
function authorised({ token, fetch: send = fetch }: DeskHttpOptions): typeof fetch {
  return (input, init) => {
    const request = new Request(input, { ...init, cache: 'no-cache', credentials: token === undefined ? 'same-origin' : 'omit' });
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
    return send(request);
  };
}
