import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { broken, json, problem, serve, silent, tagged, text } from '../test/server.ts';
import { createClient, memoryStorage, type ClientOptions, type EarlyAnswers, type Source } from './index.ts';

mock.method(Math, 'random', () => 0);

const agency = { id: 'qinghe', name: '清河县' };
const other = { id: 'qinghe', name: '清河市' };
const client = (baseUrl: string, options: Partial<ClientOptions> = {}) => createClient({ baseUrl, retry: 0, ...options });

/** The answer of one call and where it came from. */
async function traced<T>(call: (options: { onSource: (source: Source) => void }) => PromiseLike<T>) {
  const sources: Source[] = [];
  const answer = await call({ onSource: (source) => sources.push(source) });
  assert.equal(sources.length, 1);
  return { answer, source: sources[0] as Source };
}

test('an unchanged answer is not sent twice, a changed one replaces it', async () => {
  await using server = await serve(tagged(agency, '"1"'), tagged(agency, '"1"'), tagged(other, '"2"'), tagged(other, '"2"'));
  const sunlit = client(server.url);
  const calls = [];
  for (let call = 0; call < 4; call++) calls.push(await traced((options) => sunlit.agencies.get('qinghe', options)));
  assert.deepEqual(calls.map(({ answer, source }) => [answer.name, 'because' in source ? source.because : source.from]), [
    ['清河县', 'server'], ['清河县', 'not-modified'], ['清河市', 'server'], ['清河市', 'not-modified'],
  ]);
  assert.deepEqual(server.requests.map(({ headers }) => headers['if-none-match']), [undefined, '"1"', '"1"', '"2"']);
  assert.equal(sunlit.cache.state, 'on');
});

test('answers in two languages, and of two addresses, are two', async () => {
  await using server = await serve(tagged(agency, '"1"'));
  const cache = memoryStorage();
  for (const language of ['zh-CN', 'en']) await client(server.url, { cache, language }).agencies.get('qinghe');
  await client(`${server.url}/b`, { cache }).agencies.get('qinghe');
  assert.ok(server.requests.every(({ headers }) => headers['if-none-match'] === undefined));
});

test('an older answer is given only to who asks where it came from', async () => {
  const outages = [problem(503, 'unavailable'), text('<p>', 'text/html', 502), text('<p>sign in', 'text/html'), silent, broken];
  await using server = await serve(tagged(agency, '"1"'), ...outages, ...outages);
  const sunlit = client(server.url, { timeout: 1_000 });
  const before = new Date().toISOString();
  await sunlit.agencies.get('qinghe');
  const codes: string[] = [];
  for (const _ of outages) {
    const { answer, source } = await traced((options) => sunlit.agencies.get('qinghe', options));
    assert.deepEqual(answer, agency);
    assert.ok(source.from === 'cache' && source.because === 'offline' && source.storedAt >= before);
    codes.push(source.error?.code ?? '');
  }
  assert.deepEqual(codes, ['unavailable', 'unavailable', 'unexpected-answer', 'timeout', 'network']);
  for (const _ of outages) await assert.rejects(sunlit.agencies.get('qinghe'));
});

test('what the server says is gone, is gone', async () => {
  await using server = await serve(tagged(agency, '"1"'), problem(404, 'not-found'), problem(503, 'unavailable'));
  const sunlit = client(server.url);
  const onSource = () => undefined;
  await sunlit.agencies.get('qinghe');
  await assert.rejects(sunlit.agencies.get('qinghe', { onSource }), { code: 'not-found' });
  await assert.rejects(sunlit.agencies.get('qinghe', { onSource }), { code: 'unavailable' });
});

test('never stored: what was searched for, health, changes, files, and what must not be', async () => {
  const cache = memoryStorage();
  await using server = await serve(tagged({ items: [], latest: 0, status: 'ok' }, '"1"'));
  const sunlit = client(server.url, { cache });
  await sunlit.disclosures.list({ q: '低保' });
  await sunlit.disclosures.suggest({ q: '低保' });
  await sunlit.changes.list();
  await sunlit.health.live();
  await sunlit.disclosures.attachment('X', 'a');
  await using secretive = await serve(json({ items: [] }, { etag: '"1"', 'cache-control': 'no-store' }), json({ items: [] }));
  await client(secretive.url, { cache }).agencies.list();
  await client(secretive.url, { cache }).agencies.list();
  await setImmediate();
  assert.deepEqual(await cache.keys(), []);
});

test('at most 200 answers are kept; the oldest go', async () => {
  const cache = memoryStorage();
  await using server = await serve(tagged(agency, '"1"'));
  const sunlit = client(server.url, { cache });
  for (let index = 1; index <= 200; index++) await cache.set(`old ${index}`, { etag: '"x"', body: '{}', storedAt: new Date(index * 1000).toISOString() });
  await sunlit.agencies.get('a');
  await setImmediate();
  const keys = await cache.keys();
  assert.ok(keys.length <= 200 && keys.some((key) => key.includes('/agencies/a')) && keys.includes('old 200') && !keys.includes('old 1'), String(keys.length));
});

test('a storage may fail anywhere: answers come all the same, and the state says why', async () => {
  await using server = await serve(tagged(agency, '"1"'));
  const operation = fc.constantFrom('get', 'set', 'del', 'keys');
  const way = fc.constantFrom('reject', 'throw', 'nonsense');
  await fc.assert(
    fc.asyncProperty(operation, way, fc.nat(3), async (name, how, healthy) => {
      const cache = memoryStorage();
      const working = cache[name].bind(cache) as (...values: unknown[]) => unknown;
      let calls = 0;
      const failing = (...values: unknown[]): unknown => {
        if (calls++ < healthy) return working(...values);
        if (how === 'reject') return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        if (how === 'throw') throw new DOMException('blocked', 'SecurityError');
        return Promise.resolve(['nonsense']);
      };
      const sunlit = client(server.url, { cache: { ...cache, [name]: failing } });
      for (let call = 0; call < 3; call++) assert.deepEqual(await sunlit.agencies.get('qinghe'), agency);
      await setImmediate();
      assert.equal(sunlit.cache.state === 'off', sunlit.cache.reason !== undefined);
      if (name !== 'del' && how !== 'nonsense' && healthy < 3) assert.match(sunlit.cache.reason ?? '', /full|blocked/);
    }),
    { numRuns: 40 },
  );
});

test('a storage that neither opens nor refuses is given up', async () => {
  await using server = await serve(tagged(agency, '"1"'));
  const never = () => new Promise<never>(() => undefined);
  const sunlit = client(server.url, { cache: { get: never, set: never, del: never, keys: never } });
  assert.deepEqual(await sunlit.agencies.get('qinghe'), agency);
  assert.match(sunlit.cache.reason ?? '', /does not answer/);
  assert.deepEqual([client(server.url, { cache: false }).cache.state, client(server.url, { cache: false }).cache.reason], ['off', 'switched off']);
});

test('a storage that answers late is left alone until it has answered', async () => {
  await using server = await serve(tagged(agency, '"1"'));
  const memory = memoryStorage();
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  const sunlit = client(server.url, { cache: { ...memory, get: async (key) => { await slow; return memory.get(key); } } });
  assert.deepEqual(await sunlit.agencies.get('qinghe'), agency);
  assert.equal(sunlit.cache.state, 'off');
  answer();
  await setImmediate();
  assert.equal(sunlit.cache.state, 'on');
  for (let call = 0; call < 2; call++) assert.deepEqual(await sunlit.agencies.get('qinghe'), agency);
  assert.deepEqual(server.requests.map(({ headers }) => headers['if-none-match']), [undefined, undefined, '"1"']);
});

test('a page of another origin asks without condition, and has its copy for offline', async () => {
  await using server = await serve(tagged(agency, '"1"'), tagged(agency, '"1"'), problem(503, 'unavailable'));
  Object.assign(globalThis, { location: new URL('https://water.example/') });
  try {
    const sunlit = client(server.url);
    for (let call = 0; call < 2; call++) assert.equal((await traced((options) => sunlit.agencies.get('qinghe', options))).source.from, 'server');
    assert.equal((await traced((options) => sunlit.agencies.get('qinghe', options))).source.from, 'cache');
  } finally {
    Reflect.deleteProperty(globalThis, 'location');
  }
  assert.ok(server.requests.every(({ headers }) => headers['if-none-match'] === undefined));
});

test('what the page asked for early is taken once instead of asking, and kept like any other answer', async () => {
  await using server = await serve(tagged(other, '"2"'), problem(503, 'unavailable'));
  const href = `${server.url}/v1/agencies/qinghe`;
  const response = new Response(null, { headers: { 'content-type': 'application/json', etag: '"1"' } });
  const early = new Map([[href, Promise.resolve({ response, body: JSON.stringify(agency) })]]);
  const sunlit = client(server.url, { early });
  assert.deepEqual(await traced((options) => sunlit.agencies.get('qinghe', options)), { answer: agency, source: { from: 'server' } });
  assert.deepEqual([server.requests.length, early.size], [0, 0]);
  assert.deepEqual(await sunlit.agencies.get('qinghe'), other);
  assert.equal(server.requests[0]?.headers['if-none-match'], '"1"');
  assert.equal((await traced((options) => sunlit.agencies.get('qinghe', options))).source.from, 'cache');
});

test('an early answer that went wrong, or belongs to another address, is no answer', async () => {
  await using server = await serve(tagged(agency, '"1"'), tagged(other, '"2"'));
  const early: EarlyAnswers = new Map([[`${server.url}/v1/agencies/qinghe`, Promise.resolve(undefined)]]);
  const sunlit = client(server.url, { early });
  assert.deepEqual(await sunlit.agencies.get('qinghe'), agency);
  early.set(`${server.url}/v1/agencies/qinghe?lang=en`, Promise.reject(new Error('nobody asks for it')).catch(() => undefined));
  assert.deepEqual(await sunlit.agencies.get('qinghe'), other);
});

test('a call that is ended while it waits for an early answer throws', async () => {
  await using server = await serve(tagged(agency, '"1"'));
  const ending = new AbortController();
  const answer = { response: new Response(null, { headers: { 'content-type': 'application/json' } }), body: JSON.stringify(agency) };
  const early: EarlyAnswers = new Map([[`${server.url}/v1/agencies/qinghe`, Promise.resolve(answer)]]);
  const call = client(server.url, { early }).agencies.get('qinghe', { signal: ending.signal });
  ending.abort(new Error('enough'));
  await assert.rejects(call, /enough/);
  assert.equal(server.requests.length, 0);
});

test('where `location` is there and undefined, as in Deno, what was kept serves as anywhere', async () => {
  await using server = await serve(tagged(agency, '"1"'));
  Object.assign(globalThis, { location: undefined });
  try {
    const sunlit = client(server.url);
    for (let call = 0; call < 2; call++) assert.deepEqual(await sunlit.agencies.get('qinghe'), agency);
  } finally {
    Reflect.deleteProperty(globalThis, 'location');
  }
  assert.deepEqual(server.requests.map(({ headers }) => headers['if-none-match']), [undefined, '"1"']);
});
