import type { Challenge, Problem, SealedAnswer, SealingKeys } from './contract.ts';
import { SunlitError } from './errors.ts';
import { fromAnswer, unreachable } from './failures.ts';
import { routeOf } from './outbox-operations.ts';
import type { Content, Kept } from './outbox-store.ts';
import { path } from './path.ts';

const TIMEOUT_MILLISECONDS = 30_000;
/** Twenty megabytes over a line of 300 kbit/s. */
const FILE_MILLISECONDS = 600_000;
export interface Wire {
  readonly base: URL;
  readonly fetch?: typeof fetch | undefined;
  readonly language?: string | undefined;
}

/** What came of one attempt. Only a receipt or a definitive no ends a submission; anything else, from wherever, is for later. */
export type Outcome =
  | { readonly outcome: 'received'; readonly answer: unknown }
  | { readonly outcome: 'refused'; readonly problem: Problem }
  | { readonly outcome: 'later'; readonly retryAfter?: number | undefined };

/** Sends a submission once. Never throws but for the signal. @internal */
export async function attempt(wire: Wire, { id, operation, content }: Kept & { readonly content: Content }, signal: AbortSignal): Promise<Outcome> {
  const route = routeOf(operation);
  try {
    const challenge = route.challenge && (await solvedChallenge(wire, signal));
    const sealed = content.type === 'sealed';
    const { response, body } = await exchange(wire, signal, {
      method: sealed ? 'POST' : route.method,
      path: sealed ? 'v1/sealed' : filled(route.path, content.params),
      body: { ...(sealed ? content.envelope : content.body), ...(challenge !== undefined && { challenge }) },
      idempotencyKey: id,
    });
    const expect = sealed ? 'receivedAt' : route.expect;
    if (response.ok && isObject(body) && (expect === undefined || expect in body)) return { outcome: 'received', answer: body };
    if (isRefusal(response, body)) return { outcome: 'refused', problem: body };
    return { outcome: 'later', retryAfter: retryAfter(response) };
  } catch (error) {
    if (signal.aborted) throw error;
    // No answer, or no proof of work to send with it.
    return { outcome: 'later', retryAfter: (error as Partial<SunlitError>).retryAfter };
  }
}

/** Sends a sealed file once, after its submission has arrived. Never throws but for the signal. @internal */
export async function attemptFile(wire: Wire, file: Blob, signal: AbortSignal): Promise<Outcome> {
  try {
    const { response, body } = await exchange(wire, signal, { method: 'PUT', path: 'v1/sealed/attachments', body: file });
    if (response.ok && isObject(body) && 'receivedAt' in body) return { outcome: 'received', answer: body };
    if (isRefusal(response, body)) return { outcome: 'refused', problem: body };
    return { outcome: 'later', retryAfter: retryAfter(response) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { outcome: 'later' };
  }
}

/** @throws SunlitError as any read. @internal */
export async function sealingKeys(wire: Wire, signal: AbortSignal): Promise<SealingKeys> {
  return ask<SealingKeys>(wire, signal, { method: 'GET', path: 'v1/keys' }, 'current');
}

/** What a sealed submission was answered; undefined until it has arrived. @throws SunlitError @internal */
export async function exchangeReference(wire: Wire, signal: AbortSignal, reference: string): Promise<SealedAnswer | undefined> {
  try {
    return await ask<SealedAnswer>(wire, signal, { method: 'POST', path: 'v1/sealed/receipt', body: { reference } }, 'answer');
  } catch (error) {
    if ((error as Partial<SunlitError>).code === 'not-found') return undefined;
    throw error;
  }
}

async function solvedChallenge(wire: Wire, signal: AbortSignal): Promise<string> {
  const challenge = await ask<Challenge>(wire, signal, { method: 'GET', path: 'v1/challenge' }, 'parameters');
  const { solved } = await import('./proof-of-work.ts');
  return solved(challenge, signal);
}

interface Question {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
}

/** One answer of the API. @throws SunlitError @internal */
export async function ask<T>(wire: Wire, signal: AbortSignal, question: Question, expect: string): Promise<T> {
  return (await askDated<T>(wire, signal, question, expect)).body;
}

/** The same with the time of the server, where the page may read it; the clock of this device may say anything. @throws SunlitError @internal */
export async function askDated<T>(wire: Wire, signal: AbortSignal, question: Question, expect: string): Promise<{ readonly body: T; readonly time: string }> {
  const { response, body } = await exchange(wire, signal, question);
  if (!response.ok) throw refused(wire, question, response, body);
  if (!isObject(body) || !(expect in body)) throw new SunlitError('unexpected-answer', `${shownAs(question, response)} was answered without \`${expect}\``, { status: response.status, hint: checkBase(wire) });
  const date = Date.parse(response.headers.get('date') ?? '');
  return { body: body as T, time: Number.isNaN(date) ? '' : new Date(date).toISOString() };
}

/** An answer as it came, for who knows by a hash of its bytes whether it is the right one. @throws SunlitError @internal */
export async function askBytes(wire: Wire, signal: AbortSignal, question: Question): Promise<ArrayBuffer> {
  const { response, bytes } = await exchangeBytes(wire, signal, question);
  if (!response.ok) throw refused(wire, question, response, bodyOf(response, bytes));
  return bytes;
}

function refused(wire: Wire, question: Question, response: Response, body: unknown): SunlitError {
  return fromAnswer(response, body, shownAs(question, response), checkBase(wire));
}

function shownAs({ method, path: at }: Question, { url }: Response): string {
  return `${method} ${url ? new URL(url).pathname : at}`;
}

function checkBase({ base }: Wire): string {
  return `Check that ${base.href} is a disclosure API, not a proxy or sign-in page.`;
}

/** One question and its whole answer; `body` is undefined for what is no JSON, such as the page of a captive portal. */
async function exchange(wire: Wire, outer: AbortSignal, question: Question): Promise<{ response: Response; body: unknown }> {
  const { response, bytes } = await exchangeBytes(wire, outer, question);
  return { response, body: bodyOf(response, bytes) };
}

async function exchangeBytes({ base, fetch: send = fetch, language }: Wire, outer: AbortSignal, { method, path: at, body, idempotencyKey }: Question): Promise<{ response: Response; bytes: ArrayBuffer }> {
  const url = new URL(at, base);
  const inner = new AbortController();
  const end = () => inner.abort(outer.reason);
  outer.addEventListener('abort', end);
  if (outer.aborted) end();
  const isFile = body instanceof Blob;
  const timer = setTimeout(() => inner.abort(new Error('No whole answer came in time')), isFile ? FILE_MILLISECONDS : TIMEOUT_MILLISECONDS);
  try {
    const response = await send(url, {
      method,
      headers: {
        accept: 'application/json', ...(language !== undefined && { 'accept-language': language }),
        ...(body && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }), ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body && { body: isFile ? body : JSON.stringify(body) }),
      // Nothing of it in any cache, and no cookie with it.
      cache: 'no-store', credentials: 'omit', signal: inner.signal,
    });
    return { response, bytes: await response.arrayBuffer() };
  } catch (error) {
    if (outer.aborted) throw outer.reason ?? error;
    throw unreachable(url, error);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', end);
  }
}

function bodyOf({ headers }: Response, bytes: ArrayBuffer): unknown {
  if (!/[/+]json\b/i.test(headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Cut off on the way: as good as no answer.
    return undefined;
  }
}

/** A no of the API itself, for good. A proof of work that was refused is done anew, and too many is a matter of time. */
function isRefusal(response: Response, body: unknown): body is Problem {
  if (!isObject(body) || response.status < 400 || response.status >= 500) return false;
  const { type } = body as Partial<Problem>;
  return typeof type === 'string' && type.startsWith('urn:sunlit:problem:') && !/:(too-many-requests|challenge-refused)$/.test(type);
}

/** In seconds. A date is held against the server's own, never the clock of this device. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1000;
  return seconds > 0 ? seconds : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The path of an operation. @throws SunlitError `invalid-input` for a parameter that is missing or none. @internal */
export function filled(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => path`${params[name] ?? ''}`);
}
