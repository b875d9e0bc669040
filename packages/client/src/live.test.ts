import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import fc from 'fast-check';
import { createClient, type Change } from './index.ts';
import { liveChanges, type LiveOptions } from './live.ts';

const change = (seq: number) => ({ seq, leaf: `leaf ${seq}`, type: 'published', title: `第\u2028${seq}件`, path: seq % 3 === 0 ? ['a'] : ['a', 'b'] }) as unknown as Change;

/** How one stream goes: whether it opens at all, what it sends in between, and after how many changes it breaks off. */
interface Weather {
  readonly opens: boolean;
  readonly sends: 'all' | 'twice' | 'holes' | 'rubbish';
  readonly breaksAfter: number;
  readonly listWorks: boolean;
}

/** A server in memory whose feed grows each time somebody looks. */
function server(weather: Iterator<Weather>, growth: Iterator<number>) {
  let latest = 0;
  const calm: Weather = { opens: true, sends: 'all', breaksAfter: 3, listWorks: true };
  const grow = () => (latest += growth.next().value as number);
  const matching = (agency: string | null, after: number) =>
    Array.from({ length: latest - after }, (_, index) => change(after + 1 + index)).filter(({ path }) => agency === null || path.includes(agency));

  function* stream(agency: string | null, after: number, { sends, breaksAfter }: Weather) {
    yield `retry: 1\nid: ${after}\nevent: latest\ndata: ${after}\n\n: still here\n\n`;
    let seq = after;
    for (let round = 0; round <= breaksAfter; round += 1) {
      grow();
      for (const one of matching(agency, seq)) {
        if (sends === 'rubbish' && one.seq % 4 === 0) yield 'event: change\ndata: {"seq":\n\n';
        if (sends === 'holes' && agency === null && one.seq % 4 === 0) continue;
        const text = `id: ${one.seq}\nevent: change\ndata: ${JSON.stringify(one)}\n\n`;
        yield text;
        if (sends === 'twice') yield text;
      }
      seq = latest;
      yield `: still here\nid: ${seq}\nevent: latest\ndata: ${seq}\n\n`;
    }
  }

  return {
    latest: () => latest,
    /** The chunks of a stream, or `undefined` when it does not open. */
    events(url: URL): Iterable<string> | undefined {
      const now = (weather.next().value as Weather | undefined) ?? calm;
      const after = url.searchParams.get('after');
      return now.opens ? stream(url.searchParams.get('agency'), after === null ? latest : Number(after), now) : undefined;
    },
    page(url: URL): Response {
      const now = (weather.next().value as Weather | undefined) ?? calm;
      if (!now.listWorks) return new Response('<html>', { status: 503 });
      grow();
      const items = matching(url.searchParams.get('agency'), Number(url.searchParams.get('after') ?? 0)).slice(0, Number(url.searchParams.get('limit')));
      return Response.json({ items, latest });
    },
  };
}

type Served = ReturnType<typeof server>;

/** As `fetch` sees it, in chunks that end anywhere, also within a character. */
const byFetch = (served: Served): typeof fetch => async (input) => {
  const url = new URL((input as Request).url);
  if (url.pathname === '/v1/changes') return served.page(url);
  const chunks = served.events(url);
  if (!chunks) throw new TypeError('fetch failed');
  const bytes = new TextEncoder().encode([...chunks].join(''));
  let at = 0;
  return new Response(new ReadableStream({
    pull(controller) {
      const to = at + 1 + ((at * 7) % 50);
      controller.enqueue(bytes.slice(at, to));
      at = to;
      if (at >= bytes.length) controller.close();
    },
  }));
};

/** As a browser's EventSource sees it. */
function useEventSource(served: Served) {
  class FakeEventSource extends EventTarget {
    #closed = false;
    constructor(url: string) {
      super();
      setImmediate(() => {
        for (const block of [...(served.events(new URL(url)) ?? [])].join('').split('\n\n')) {
          const [, type] = /^event: (.*)/m.exec(block) ?? [];
          if (!this.#closed && type) this.dispatchEvent(new MessageEvent(type, { data: block.slice(block.indexOf('data: ') + 6) }));
        }
        if (!this.#closed) this.dispatchEvent(new Event('error'));
      });
    }
    close() {
      this.#closed = true;
    }
  }
  globalThis.EventSource = FakeEventSource as never;
  globalThis.fetch = async (input) => served.page(new URL((input as Request).url));
}
const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
  Reflect.deleteProperty(globalThis, 'EventSource');
});

async function take(count: number, options: LiveOptions): Promise<number[]> {
  const taken: number[] = [];
  if (count > 0) for await (const { seq } of liveChanges('https://x/', { interval: 0, ...options })) if (taken.push(seq) === count) break;
  return taken;
}

const weathers = fc.infiniteStream(fc.record<Weather>({
  opens: fc.boolean(), sends: fc.constantFrom('all', 'twice', 'holes', 'rubbish'), breaksAfter: fc.nat(3), listWorks: fc.boolean(),
}));

for (const way of ['fetch', 'EventSource'] as const) {
  test(`by ${way}: in any weather, every change once and in order, over any stops`, async () => {
    await fc.assert(
      fc.asyncProperty(weathers, fc.infiniteStream(fc.nat(4)), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), fc.boolean(), async (weather, growth, portions, ofAgency) => {
        const served = server(weather[Symbol.iterator](), growth[Symbol.iterator]());
        if (way === 'EventSource') useEventSource(served);
        const seen: number[] = [];
        for (const portion of portions) {
          seen.push(...(await take(portion, { after: seen.at(-1) ?? 0, ...(ofAgency ? { agency: 'b' } : {}), ...(way === 'fetch' ? { fetch: byFetch(served) } : {}) })));
        }
        const all = Array.from({ length: served.latest() }, (_, index) => index + 1).filter((seq) => !ofAgency || seq % 3 !== 0);
        assert.deepEqual(seen, all.slice(0, seen.length));
        assert.equal(seen.length, portions.reduce((sum, one) => sum + one, 0));
      }),
      { numRuns: 60 },
    );
  });
}

const steady = function* (weather: Partial<Weather>): Generator<Weather> {
  for (;;) yield { opens: true, sends: 'all', breaksAfter: 3, listWorks: true, ...weather };
};
const one = function* (): Generator<number> {
  for (;;) yield 1;
};

test('without a place it begins with what happens from now on, also where no stream comes through', async () => {
  for (const opens of [true, false]) {
    const served = server(steady({ opens }), one());
    for (let before = 0; before < 5; before += 1) served.page(new URL('https://x/v1/changes?limit=1'));
    const [first] = await take(1, { fetch: byFetch(served) });
    assert.equal(first, opens ? 6 : 7);
  }
});

test('takes a client, and its base path', async () => {
  const served = server(steady({}), one());
  const asked: string[] = [];
  const spy: typeof fetch = async (input) => {
    asked.push((input as Request).url);
    return byFetch(served)(input);
  };
  for await (const { seq } of liveChanges(createClient({ baseUrl: 'https://x/api' }), { after: 0, agency: 'b', fetch: spy, interval: 0 })) if (seq > 0) break;
  assert.equal(asked[0], 'https://x/api/v1/changes/stream?after=0&agency=b');
  await assert.rejects(liveChanges('http://', {}).next(), { code: 'invalid-base-url' });
});

test('what time does not mend is thrown: another past, an unknown agency', async () => {
  const answer = (...answers: Response[]): typeof fetch => async (input) => {
    if (new URL((input as Request).url).pathname.endsWith('stream')) throw new TypeError('fetch failed');
    return (answers.length > 1 ? answers.shift()! : answers[0]!).clone();
  };
  await assert.rejects(take(1, { after: 5, fetch: answer(Response.json({ items: [], latest: 3 })) }), { code: 'history-changed' });
  await assert.rejects(take(1, { after: 5, fetch: answer(Response.json({ items: [change(7)], latest: 7 })) }), { code: 'history-changed' });
  const problem = Response.json({ type: 'urn:sunlit:problem:invalid-input', status: 400, detail: '没有这个机关' }, { status: 400 });
  await assert.rejects(take(1, { agency: 'nowhere', fetch: answer(problem) }), { code: 'invalid-input', hint: '没有这个机关' });
  assert.deepEqual(await take(1, { after: 5, fetch: answer(new Response('<html>'), Response.json({}, { status: 429 }), Response.json({}, { status: 502 }), Response.json({ items: [change(6)], latest: 6 })) }), [6]);
});

test('an abort ends it with its reason, whatever it waits for, and closes the connection', async () => {
  const reason = new Error('closed');
  const silent = (): { fetch: typeof fetch; cancelled: Promise<void>; opened: Promise<void> } => {
    let [cancel, open] = [() => {}, () => {}];
    const [cancelled, opened] = [new Promise<void>((resolve) => (cancel = resolve)), new Promise<void>((resolve) => (open = resolve))];
    return {
      cancelled, opened,
      fetch: async (input) => {
        (input as Request).signal.addEventListener('abort', cancel);
        open();
        return new Response(new ReadableStream({}));
      },
    };
  };
  const { fetch: send, cancelled, opened } = silent();
  const stop = new AbortController();
  const waiting = liveChanges('https://x', { fetch: send, signal: stop.signal }).next();
  await opened;
  stop.abort(reason);
  await assert.rejects(waiting, (error) => error === reason);
  await cancelled;
  await assert.rejects(liveChanges('https://x', { signal: AbortSignal.abort(reason) }).next(), (error) => error === reason);
});
