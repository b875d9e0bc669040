import ky, { HTTPError, TimeoutError } from 'ky';
import { SunlitError, isSunlitError } from './errors.ts';
import { fromAnswer, shown } from './failures.ts';
import { Http, LONGEST_BACKOFF_MILLISECONDS, shouldRetry, type CallOptions } from './http.ts';

/** What a call takes that makes something new. */
export interface CreateOptions extends CallOptions {
  /**
   * Names what is made, 8 to 100 characters: the same key again answers what it made the first time, and makes nothing.
   * Default: a new key for each call, kept over its retries. Give your own to repeat a call of which no answer came.
   */
  idempotencyKey?: string | undefined;
}

export interface WriteRequest {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: object;
  /** Sent as JSON, or a file as it is. */
  readonly body?: object;
  /** A property that the answer has, if it is ours at all; what signs people in answers differently each time. */
  readonly expect?: string;
}

/** Also writes. What could take effect twice is sent once; what carries a key is repeated like a question. */
export class WritingHttp extends Http {
  async create<T>(path: string, body: object, expect: string, { idempotencyKey = newKey(), ...options }: CreateOptions): Promise<T> {
    return this.write({ method: 'POST', path, body, expect }, options, idempotencyKey);
  }

  async write<T>({ method, path, query, body, expect = 'constructor' }: WriteRequest, { signal, timeout }: CallOptions, idempotencyKey?: string): Promise<T> {
    const url = this.url(path, query);
    // Questions are all that the reading client sends, so its messages begin with their method.
    const named = (error: SunlitError) => new SunlitError(error.code, error.message.replace(/^GET/, method), error);
    try {
      const response = await ky(url, {
        method,
        ...(body instanceof Blob ? { body } : body && { json: body }),
        headers: { 'accept-language': this.options.language, 'idempotency-key': idempotencyKey, ...(body instanceof Blob && { 'content-type': 'application/octet-stream' }) },
        timeout: timeout ?? this.options.timeout,
        throwHttpErrors: (status) => status >= 400,
        fetch: (request, init) => this.fetchWhole(request as Request, init),
        retry: idempotencyKey === undefined ? 0 : {
          methods: ['post'], limit: this.options.retry, jitter: true, backoffLimit: LONGEST_BACKOFF_MILLISECONDS, shouldRetry: ({ error }) => shouldRetry(error),
        },
        signal: signal ?? null,
      });
      return this.read(response, await response.text(), expect, url);
    } catch (error) {
      if (signal?.aborted) throw signal.reason ?? error;
      if (error instanceof TimeoutError) throw named(new SunlitError('timeout', `${shown(url)} was not answered in time`, { hint: 'It may have taken effect: look before you send it again.' }));
      if (!(error instanceof HTTPError)) throw isSunlitError(error) ? named(error) : error;
      throw this.refused(named(fromAnswer(error.response, error.data, shown(url), this.checkBase)), error.data);
    }
  }

  /** What is thrown when the server refuses, from what it says. */
  protected refused(failure: SunlitError, _data: unknown): SunlitError {
    return failure;
  }
}

/** A key nobody else has. Pages without TLS, such as those of an intranet, have no `randomUUID`. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
