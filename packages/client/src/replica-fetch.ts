import { isSunlitError, type SunlitError } from './errors.ts';
import type { Replica } from './replica.ts';
import type { Read } from './replica-core.ts';
import { REPLICA_CURSOR } from './replica-paging.ts';
import { askedBy, type Question } from './replica-questions.ts';
import { abortReason } from './wait.ts';

export interface ReplicaFetchOptions {
  /** Sends what goes over the network. Default: the platform’s own. */
  fetch?: typeof fetch | undefined;
  /** Milliseconds for the network, before the replica answers. Default: 4,000. */
  patience?: number | undefined;
}

/** Where an answer of a replica says how old it is. */
const AS_OF = 'sunlit-as-of';

const PATIENCE_MILLISECONDS = 4_000;
/** So long a line that gave nothing counts as down: the replica answers at once, and one question in the meantime looks whether it is back. */
const DOWN_MILLISECONDS = 15_000;
/** So long that question may take, while nobody waits for it. */
const LOOK_MILLISECONDS = 30_000;
const PROBLEM = 'urn:sunlit:problem:';

/**
 * A `fetch` for the clients of a page: over the network, and from the replica where that gives nothing — no connection, no whole answer
 * in time, 5xx, or a page of a captive portal. What the API itself refuses is passed on. An answer of the replica has the header
 * `Sunlit-As-Of`, by which clients and widgets tell how old it is. What is written, and what a replica cannot know, goes
 * over the network as it is.
 *
 * @example
 * ```ts
 * import { createReader } from '@sunlit/client/reader';
 * import { createReplica, replicaFetch } from '@sunlit/client/replica';
 *
 * const baseUrl = 'https://open.example.gov.cn/api';
 * const replica = createReplica({ baseUrl, agency: 'liuhe-tuanjie' });
 * await replica.start();
 * const { disclosures } = createReader({ baseUrl, fetch: replicaFetch(replica) });
 * await disclosures.list({ kind: 'service' }, { onSource: (source) => console.log(source.from === 'cache' ? `as of ${source.storedAt}` : 'as it is now') });
 * ```
 */
export function replicaFetch(replica: Pick<Replica, 'read' | 'baseUrl'>, { fetch: send = (input, init) => fetch(input, init), patience = PATIENCE_MILLISECONDS }: ReplicaFetchOptions = {}): typeof fetch {
  let downUntil = 0;
  let looking = false;
  const over = async (request: Request, milliseconds: number): Promise<Response> => {
    try {
      const response = await whole(send, request, milliseconds);
      downUntil = 0;
      return response;
    } catch (error) {
      if (!request.signal.aborted) downUntil = performance.now() + DOWN_MILLISECONDS;
      throw error;
    }
  };
  /** Whether the line is back, by a question that was asked anyway. */
  const look = (request: Request) => {
    if (looking) return;
    looking = true;
    void over(request, LOOK_MILLISECONDS).catch(() => undefined).finally(() => (looking = false));
  };
  return async (input, init) => {
    const request = new Request(input, init);
    const question = await questionOf(replica.baseUrl, request);
    if (question === undefined) return send(request);
    const held = () => read(replica, question, request);
    // Its next page comes from where the first came.
    if (REPLICA_CURSOR.test(question.query['cursor'] ?? '')) return (await held()) ?? send(request);
    if (performance.now() < downUntil) {
      const answer = await held();
      if (answer !== undefined) {
        look(new Request(request, { signal: null }));
        return answer;
      }
    }
    try {
      return await over(request.clone(), patience);
    } catch (error) {
      if (request.signal.aborted) throw error;
      const answer = await held();
      if (answer !== undefined) return answer;
      if (error instanceof Nothing && error.response) return error.response;
      // Nobody else has it: then the network gets the time that it takes.
      if (error instanceof Nothing) return send(request);
      throw error;
    }
  };
}

/** The network gave nothing; `response` is what came instead. */
class Nothing extends Error {
  readonly response: Response | undefined;

  constructor(why: string, response?: Response) {
    super(why);
    this.name = 'Nothing';
    this.response = response;
  }
}

/** What is asked of the API, where a replica may know it. */
async function questionOf(baseUrl: string, request: Request): Promise<Question | undefined> {
  const url = new URL(request.url);
  const { method } = request;
  const path = url.href.startsWith(baseUrl) ? url.pathname.slice(new URL(baseUrl).pathname.length) : '';
  if (askedBy(method, path) === undefined) return undefined;
  const query = Object.fromEntries(url.searchParams);
  return method === 'GET' ? { path, query } : { path, query, body: await request.clone().json() as unknown };
}

/** An answer of the API with all its body. @throws Nothing for anything else @internal */
async function whole(send: typeof fetch, request: Request, milliseconds: number): Promise<Response> {
  const inner = new AbortController();
  const end = () => inner.abort(abortReason(request.signal));
  request.signal.addEventListener('abort', end);
  if (request.signal.aborted) end();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    inner.abort();
  }, milliseconds);
  try {
    const response = await send(new Request(request, { signal: inner.signal }));
    if (response.status === 304) return response;
    const bytes = await response.arrayBuffer();
    const again = new Response(bytes.byteLength > 0 ? bytes : null, response);
    if (response.status >= 500) throw new Nothing(`Answered ${String(response.status)}`, again);
    const body = parsed(response, bytes);
    const refused = String((body as { readonly type?: unknown } | undefined)?.type).startsWith(PROBLEM);
    if (body === undefined || (!response.ok && !refused)) throw new Nothing('What came is no answer of the API', again);
    return again;
  } catch (error) {
    throw late && !request.signal.aborted ? new Nothing('No whole answer came in time') : error;
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', end);
  }
}

/** Undefined for what is no JSON, or broke off. */
function parsed(response: Response, bytes: ArrayBuffer): unknown {
  if (!/[/+]json\b/i.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

async function read(replica: Pick<Replica, 'read'>, question: Question, request: Request): Promise<Response | undefined> {
  try {
    const found = await replica.read(question);
    return found && answered(found);
  } catch (error) {
    if (request.signal.aborted || !isSunlitError(error)) throw error;
    return refusal(error);
  }
}

function answered({ answer, asOf }: Read): Response {
  return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json', 'cache-control': 'no-store', [AS_OF]: asOf } });
}

/** Words in which nothing can be looked for are refused as the server refuses them. An agency that is not here may well be there, and so a cursor. */
function refusal(error: SunlitError): Response | undefined {
  if (error.code !== 'invalid-input' || !error.errors?.some(({ pointer }) => pointer === '/query/q')) return undefined;
  const problem = { type: `${PROBLEM}${error.code}`, title: error.message, detail: error.hint, status: 400, errors: error.errors };
  return new Response(JSON.stringify(problem), { status: 400, headers: { 'content-type': 'application/problem+json' } });
}
