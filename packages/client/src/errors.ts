import type { FieldError, ProblemCode } from './contract.ts';

/**
 * Why a call failed. The codes of the API's problem documents, and those the client finds out itself:
 *
 * - `network`: no answer came; `offline`: and the device says that it has no network at all
 * - `timeout`: no whole answer came in time
 * - `unexpected-answer`: something answered, but not a disclosure API
 * - `history-changed`: the change feed has a gap, or says something else than it said before
 * - `not-secure`: the page came without https, and what an applicant writes is not sent from there
 * - `storage-unavailable`, `storage-full`: the device cannot keep a submission; `no-sealing-key`: nor seal it, for it has not met
 *   the server yet, or not for too long (`@sunlit/client/outbox`)
 * - `invalid-base-url`: `createClient` was given no usable address
 *
 * An aborted call throws the reason of its signal, not one of these.
 */
export type ErrorCode = ProblemCode | 'network' | 'offline' | 'timeout' | 'unexpected-answer' | 'history-changed' | 'not-secure' | 'storage-unavailable' | 'storage-full' | 'no-sealing-key' | 'invalid-base-url';

/** What a SunlitError is made from; see its properties. */
export interface ErrorDetails {
  hint: string;
  status?: number | undefined;
  requestId?: string | undefined;
  errors?: readonly FieldError[] | undefined;
  retryAfter?: number | undefined;
  cause?: unknown;
}

// Registered, so that it is the same symbol in every copy of this package on a page, whatever a minifier did to names.
const brand: unique symbol = Symbol.for('sunlit.error') as never;

/**
 * What every method throws. `code` is for programs, `message` for developers (English; no words a citizen searched for, no
 * credentials), `hint` says what to check or do next. Where the API gave the reason, `hint` is in the caller's language.
 *
 * Recognise it with `isSunlitError`: `instanceof` fails when two copies of the package meet on one page.
 */
export class SunlitError extends Error {
  override readonly name = 'SunlitError';
  readonly [brand] = true;
  /** Stable. A server newer than this package may send a code that is not in `ErrorCode`. */
  readonly code: ErrorCode | (string & {});
  readonly hint: string;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** Name this when you ask the operator of the API for help. */
  readonly requestId: string | undefined;
  /** Which parts of the call were invalid, with `invalid-input`. */
  readonly errors: readonly FieldError[];
  /** Seconds the server asks to wait, with `too-many-requests` and `unavailable`. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode | (string & {}), message: string, details: ErrorDetails) {
    super(message, { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.status = details.status;
    this.requestId = details.requestId;
    this.errors = details.errors ?? [];
    this.retryAfter = details.retryAfter;
  }
}

/**
 * Whether a caught value is an error of this package, of whatever copy of it.
 *
 * @example
 * ```ts
 * import { createClient, isSunlitError } from '@sunlit/client';
 *
 * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
 * try {
 *   await client.disclosures.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
 * } catch (error) {
 *   if (!isSunlitError(error) || error.code !== 'not-found') throw error;
 *   console.log('Never published here.', error.hint);
 * }
 * ```
 */
export function isSunlitError(value: unknown): value is SunlitError {
  return typeof value === 'object' && value !== null && brand in value;
}
