/** One answer of the stubbed API: JSON with status 200, or a response made by hand. */
export type StubAnswer = unknown | Response | ((url: URL) => unknown | Response | Promise<unknown | Response>);

export interface StubApi {
  /** Base URL to give to a widget's `api`. */
  readonly url: string;
  /** What was asked, as path and query, oldest first. */
  readonly asked: string[];
  /** What was posted as JSON, oldest first. */
  readonly sent: { readonly path: string; readonly body: Record<string, string> }[];
  /** How often the changes were followed, from where: the streams that are open now. */
  readonly streams: readonly string[];
  /** Sends a change to all open streams. */
  emit(change: { readonly seq: number }): void;
  /** From now on no stream comes through. */
  breakStreams(): void;
  /** Whether the reader sees the page, whatever the browser thinks of the tab a test runs in. */
  see(visible: boolean): void;
  /** Replaces one answer from now on. */
  answer(path: string, answer: StubAnswer): void;
  /** Gives `fetch` and `EventSource` back to the page. */
  restore(): void;
}

let number = 0;

/**
 * Stands in for the API at the one place where widgets meet it: `fetch`. Every stub has a base URL of its own, because
 * widgets share one client per URL and a cached answer of another test must not be seen.
 */
export function stubApi(answers: Record<string, StubAnswer>): StubApi {
  const url = `https://api-${String((number += 1))}.test`;
  const known = new Map(Object.entries(answers).map(([path, answer]) => [inOrder(path), answer]));
  const asked: string[] = [];
  const sent: StubApi['sent'][number][] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const at = new URL(request.url);
    if (at.origin !== url) return real(request);
    asked.push(at.pathname + at.search);
    if (request.method === 'POST' && request.headers.get('content-type') === 'application/json') sent.push({ path: at.pathname, body: (await request.clone().json()) as Record<string, string> });
    const found = known.get(inOrder(at.pathname + at.search)) ?? known.get(at.pathname);
    const answer: unknown = typeof found === 'function' ? await (found as (url: URL) => unknown)(at) : found;
    if (request.signal.aborted) throw request.signal.reason;
    if (answer instanceof Response) return answer.clone();
    if (answer === undefined) return problem(404, 'not-found');
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  };
  let state: DocumentVisibilityState = 'visible';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  const open = new Set<StubStream>();
  const emitted: { readonly seq: number }[] = [];
  let broken = false;
  const RealEventSource = globalThis.EventSource;
  globalThis.EventSource = class extends StubStream {
    constructor(address: string | URL) {
      const at = String(address);
      super(at, open, emitted);
      if (broken) queueMicrotask(() => this.dispatchEvent(new Event('error')));
      if (!at.startsWith(url)) throw new TypeError(`no stream at ${at}`);
    }
  } as unknown as typeof EventSource;
  return {
    url,
    asked,
    sent,
    get streams() {
      return [...open].map(({ at }) => at.slice(url.length));
    },
    emit: (change) => {
      emitted.push(change);
      for (const stream of [...open]) stream.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(change) }));
    },
    breakStreams: () => {
      broken = true;
    },
    see: (visible) => {
      state = visible ? 'visible' : 'hidden';
      document.dispatchEvent(new Event('visibilitychange'));
    },
    answer: (path, answer) => known.set(inOrder(path), answer),
    restore: () => {
      globalThis.fetch = real;
      globalThis.EventSource = RealEventSource;
      Reflect.deleteProperty(document, 'visibilityState');
    },
  };
}

/** An EventSource that opens at once, gives what was said before as the server does, and says what a test lets it say. */
class StubStream extends EventTarget {
  readonly at: string;
  readonly #open: Set<StubStream>;

  constructor(at: string, open: Set<StubStream>, emitted: readonly { readonly seq: number }[]) {
    super();
    this.at = at;
    this.#open = open;
    open.add(this);
    const after = Number(new URL(at).searchParams.get('after') ?? '100');
    const before = after < 0 ? emitted.slice(after) : emitted.filter(({ seq }) => seq > after);
    queueMicrotask(() => {
      this.dispatchEvent(new MessageEvent('latest', { data: String(after < 0 ? (before[0]?.seq ?? 101) - 1 : after) }));
      for (const change of before) this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(change) }));
    });
  }

  close(): void {
    this.#open.delete(this);
  }
}

/** The order of parameters means nothing. */
function inOrder(path: string): string {
  const url = new URL(path, 'https://api.test');
  url.searchParams.sort();
  return url.pathname + url.search;
}

/** A problem document as the server writes it. */
export function problem(status: number, code: string): Response {
  return new Response(JSON.stringify({ type: `urn:sunlit:problem:${code}`, title: code, status, requestId: 'r-1' }), { status, headers: { 'content-type': 'application/problem+json' } });
}
