import type { Problem } from './contract.ts';
import { SunlitError, type ErrorCode } from './errors.ts';

const PROBLEM = 'urn:sunlit:problem:';

/** Method and path as error messages show them: never the words a citizen searched for. */
export function shown(url: URL): string {
  return `GET ${url.pathname}${url.search.replace(/\bq=[^&]*/, 'q=…')}`;
}

/** The error for an answer with a status from 400 up. */
export function fromAnswer(response: Response, data: unknown, asked: string, checkBase: string): SunlitError {
  const { status } = response;
  const problem = isProblem(data) ? data : undefined;
  const code = problem?.type.slice(PROBLEM.length) ?? codeOf(status);
  return new SunlitError(code, `${asked} was answered ${status} ${code}`, {
    status,
    hint: problem?.detail ?? problem?.title ?? checkBase,
    requestId: problem?.requestId,
    errors: problem?.errors,
    retryAfter: headerSeconds(response),
  });
}

/** The error for no answer at all, or for one that broke off. */
export function unreachable(url: URL, cause: unknown): SunlitError {
  const offline = isOffline();
  return new SunlitError(offline ? 'offline' : 'network', `${shown(url)} was not answered`, {
    hint: offline ? 'Connect this device.' : 'Check the connection, in a page also CORS.',
    // Deno and Bun write the whole address into their messages.
    cause: String(cause).includes(url.href) ? undefined : cause,
  });
}

export function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}

/** `Retry-After` in seconds. */
export function headerSeconds({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = /\D/.test(value) ? (Date.parse(value) - Date.now()) / 1000 : Number(value);
  return seconds > 0 ? seconds : 0;
}

/** For an answer without a problem document: some proxy gave it, or something that is no disclosure API. */
function codeOf(status: number): ErrorCode {
  if (status === 429) return 'too-many-requests';
  if (status === 414) return 'too-large';
  if (status < 500) return 'unexpected-answer';
  return status > 501 ? 'unavailable' : 'internal';
}

function isProblem(data: unknown): data is Problem {
  return String((data as Partial<Problem> | null | undefined)?.type).startsWith(PROBLEM);
}
