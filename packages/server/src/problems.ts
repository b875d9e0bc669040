import type { FieldError, Problem, ProblemCode } from '@sunlit/contract';
import type { Language } from './language.ts';
import { translate } from './language.ts';

/** The status of every problem. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  'invalid-input': 400,
  'invalid-cursor': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  'origin-not-allowed': 403,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'password-must-change': 403,
  'not-allowed': 403,
  'not-possible': 409,
  'changed-meanwhile': 409,
  'key-reused': 422,
  'receipt-refused': 401,
  'code-refused': 403,
  'device-refused': 401,
  'challenge-refused': 403,
  'envelope-refused': 409,
  unavailable: 503,
  internal: 500,
};

/** An invalid part of a request; its sentence is made in the language of the caller, from `code` and `values`. */
export interface InvalidPart {
  readonly pointer: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** Thrown anywhere below a handler; answered as a problem document. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly parts: readonly InvalidPart[];
  readonly headers: Readonly<Record<string, string>>;
  /** The record as it now stands, when the caller saw an older one. */
  readonly current: unknown;

  constructor(code: ProblemCode, parts: readonly InvalidPart[] = [], options: { headers?: Readonly<Record<string, string>>; cause?: unknown; current?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.parts = parts;
    this.headers = options.headers ?? {};
    this.current = options.current;
  }
}

export const invalid = (...parts: InvalidPart[]) => new ProblemError('invalid-input', parts);
export const notFound = () => new ProblemError('not-found');

/** The parts as sentences in the language of the caller. */
export function fieldErrors(parts: readonly InvalidPart[], language: Language): FieldError[] {
  return parts.map(({ pointer, code, values }) => ({
    pointer,
    code,
    detail: translate(language, [`field.${code}`, 'field.other'], { reason: code, ...values }),
  }));
}

export function problemDocument(error: ProblemError, language: Language, request: { readonly id: string; readonly path?: string }): Problem {
  const errors = fieldErrors(error.parts, language);
  return {
    type: `urn:sunlit:problem:${error.code}`,
    title: translate(language, `${error.code}.title`),
    status: PROBLEM_STATUS[error.code],
    detail: translate(language, `${error.code}.detail`),
    ...(request.path === undefined ? {} : { instance: request.path }),
    requestId: request.id,
    ...(errors.length > 0 ? { errors } : {}),
    ...(error.current === undefined ? {} : { current: error.current }),
  };
}
