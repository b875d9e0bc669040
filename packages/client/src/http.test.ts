import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import fc from 'fast-check';
import { halfBody, json, problem, serve, silent, text } from '../test/server.ts';
import { createClient, isSunlitError, type SunlitError } from './index.ts';

// Full jitter of nothing: retries without waiting.
mock.method(Math, 'random', () => 0);

const agency = { id: 'qinghe' };
const client = (baseUrl: string, options = {}) => createClient({ baseUrl, cache: false, ...options });

async function failure(work: PromiseLike<unknown>): Promise<SunlitError> {
  try {
    await work;
  } catch (error) {
    assert.ok(isSunlitError(error), String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'did not fail' });
}

test('a failing server is asked again, twice unless said', async () => {
  await using server = await serve(problem(503, 'unavailable'), problem(500, 'internal'), json(agency));
  assert.deepEqual(await client(server.url).agencies.get('qinghe'), agency);
  await using never = await serve(problem(503, 'unavailable'));
  assert.equal((await failure(client(never.url, { retry: 1 }).agencies.get('qinghe'))).code, 'unavailable');
  assert.equal(never.requests.length, 2);
});

test('what is wrong with the question is not asked again', async () => {
  await using server = await serve(problem(404, 'not-found', { detail: '请检查编号。' }));
  const error = await failure(client(server.url).agencies.get('nobody'));
  assert.deepEqual({ ...error, errors: error.errors.length }, { ...error, code: 'not-found', status: 404, requestId: 'r-1', hint: '请检查编号。', errors: 0 });
  assert.equal(error.message, 'GET /v1/agencies/nobody was answered 404 not-found');
  assert.equal(error.name, 'SunlitError');
  assert.equal(server.requests.length, 1);
});

test('invalid fields and codes of newer servers come through', async () => {
  const errors = [{ pointer: '/query/limit', code: 'maximum', detail: '最多 100' }];
  await using server = await serve(problem(400, 'invalid-input', { errors }), problem(451, 'something-new'));
  assert.deepEqual((await failure(client(server.url).disclosures.list({ limit: 101 }))).errors, errors);
  assert.equal((await failure(client(server.url).health.live())).code, 'something-new');
});

test('Retry-After is waited for, but not for long', async () => {
  await using server = await serve(problem(429, 'too-many-requests', {}, { 'retry-after': '1' }), json(agency));
  const start = performance.now();
  await client(server.url).agencies.get('qinghe');
  assert.ok(performance.now() - start >= 990);

  await using strict = await serve(problem(429, 'too-many-requests', {}, { 'retry-after': '3600' }));
  const error = await failure(client(strict.url).agencies.get('qinghe'));
  assert.equal(error.retryAfter, 3600);
  assert.equal(strict.requests.length, 1);

  const date = new Date(Date.now() + 600_000).toUTCString();
  await using dated = await serve(problem(503, 'unavailable', {}, { 'retry-after': date }));
  assert.ok(Math.abs(((await failure(client(dated.url).agencies.get('qinghe'))).retryAfter ?? 0) - 600) < 5);
  assert.equal(dated.requests.length, 1);
});

test('time is limited before the answer and within it', async () => {
  await using mute = await serve(silent);
  await using slow = await serve((response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{'));
  assert.equal((await failure(client(mute.url, { timeout: 30 }).health.live())).code, 'timeout');
  const error = await failure(client(slow.url).health.live({ timeout: 1_000 }));
  assert.equal(error.code, 'timeout');
  assert.equal(error.message, 'GET /healthz was not answered in time');
  assert.equal(slow.requests.length, 1);
});

test('half an answer is asked for again, then a network error', async () => {
  await using server = await serve(halfBody, json({ items: [] }));
  assert.deepEqual(await client(server.url).disclosures.list(), { items: [] });
  await using broken = await serve(halfBody);
  assert.equal((await failure(client(broken.url).disclosures.list())).code, 'network');
  assert.equal(broken.requests.length, 3);
});

test('nobody there is a network error, at once offline when the device says so', async () => {
  const { url } = await (async () => { await using server = await serve(silent); return server; })();
  let asked = 0;
  const counting: typeof fetch = (...call) => { asked++; return fetch(...call); };
  const error = await failure(client(url, { fetch: counting }).health.ready());
  assert.equal(error.code, 'network');
  assert.ok(error.cause instanceof TypeError);
  assert.equal(asked, 3);
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  try {
    assert.equal((await failure(client(url, { fetch: counting }).health.ready())).code, 'offline');
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
  assert.equal(asked, 4);
});

test('an abort throws its own reason: before, during, and between two attempts', async () => {
  const reason = new Error('the reader went on');
  await using mute = await serve(silent);
  await assert.rejects(client(mute.url).health.live({ signal: AbortSignal.abort(reason) }), (error) => error === reason);

  const during = new AbortController();
  await using server = await serve(() => during.abort(reason));
  await assert.rejects(client(server.url).health.live({ signal: during.signal }), (error) => error === reason);

  const between = new AbortController();
  await using failing = await serve((response, request) => {
    response.once('close', () => setImmediate(() => between.abort(reason)));
    problem(503, 'unavailable', {}, { 'retry-after': '9' })(response, request);
  });
  await assert.rejects(client(failing.url).health.live({ signal: between.signal }), (error) => error === reason);
  assert.equal(failing.requests.length, 1);

  await assert.rejects(client(mute.url).health.live({ signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('what is no disclosure API is an unexpected answer, with the address to check', async () => {
  const cases: [answer: Parameters<typeof serve>[0], message: RegExp][] = [
    [text('<!doctype html><title>登录</title>', 'text/html'), /with text\/html instead of JSON$/],
    [text('{"items":[]}', 'text/plain'), /with text\/plain instead of JSON$/],
    [(response) => void response.writeHead(200).end('{"items":[]}'), /with no content type instead of JSON$/],
    [text('{"items":[', 'application/json'), /with broken JSON$/],
    [text('', 'application/json'), /with an empty body$/],
    [(response) => void response.writeHead(204, { 'content-type': 'application/json' }).end(), /with an empty body$/],
    [json({ hello: 'world' }), /without `items`$/],
    [json(null), /without `items`$/],
    [json('items'), /without `items`$/],
    [text('<h1>Not Found</h1>', 'text/html', 404), /404 unexpected-answer$/],
    [json({ type: 'about:blank' }, {}, 403), /403 unexpected-answer$/],
    [(response) => void response.writeHead(304).end(), /instead of JSON$/],
  ];
  for (const [answer, message] of cases) {
    await using server = await serve(answer);
    const error = await failure(client(`${server.url}/api`).disclosures.list());
    assert.equal(error.code, 'unexpected-answer');
    assert.match(error.message, message);
    assert.ok(error.hint.includes(`${server.url}/api/`), error.hint);
    assert.equal(server.requests.length, 1);
  }
});

test('answers of proxies keep their meaning', async () => {
  for (const [status, code] of [[500, 'internal'], [502, 'unavailable'], [504, 'unavailable'], [429, 'too-many-requests'], [414, 'too-large']] as const) {
    await using server = await serve(text('<h1>oh</h1>', 'text/html', status));
    assert.equal((await failure(client(server.url, { retry: 0 }).health.live())).code, code);
  }
});

test('no error holds what was searched for', async () => {
  const words = '低保 怎么办';
  const leaky: typeof fetch = (request) => Promise.reject(new TypeError(`error sending request for url (${(request as Request).url})`));
  await using server = await serve(problem(400, 'invalid-input'), text('<p>', 'text/html'), silent);
  const sunlit = client(server.url, { retry: 0, timeout: 30 });
  const query = { q: words, agency: 'qinghe' };
  const list = () => sunlit.disclosures.list(query);
  const calls = [list, () => sunlit.disclosures.suggest(query), list, () => client(server.url, { retry: 0, fetch: leaky }).disclosures.list(query)];
  for (const call of calls) {
    const error = await failure(call());
    const told = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
    assert.match(error.message, /\?agency=qinghe&q=… /);
    for (const form of [words, '低保', encodeURIComponent('低保')]) assert.ok(!told.includes(form), told);
  }
});

test('the base address keeps its path; values are encoded and in one order', async () => {
  await using server = await serve(json({ items: [] }));
  for (const base of [server.url, `${server.url}/`, `${server.url}/a/b`, `${server.url}/a/b//`]) await client(base).disclosures.list({ q: 'a&b=c/ 采', agency: 'x', facets: false });
  await client(new URL(`${server.url}/a`).href).agencies.list();
  assert.deepEqual(
    server.requests.map(({ url }) => url),
    [...['', '', '/a/b', '/a/b'].map((path) => `${path}/v1/disclosures?agency=x&facets=false&q=a%26b%3Dc%2F+%E9%87%87`), '/a/v1/agencies'],
  );
});

test('any identifier stays one segment of its path', async () => {
  const sunlit = client('https://open.example/api');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 12 }), async (name) => {
      if (/^\.{0,2}$/.test(name)) {
        assert.throws(() => sunlit.disclosures.attachmentUrl('X', name), { code: 'invalid-input' });
        assert.equal((await failure(sunlit.agencies.get(name))).code, 'invalid-input');
        return;
      }
      const { pathname, origin, search } = new URL(sunlit.disclosures.attachmentUrl('X', name));
      assert.deepEqual([origin, search, pathname.split('/').slice(0, 6).join('/')], ['https://open.example', '', '/api/v1/disclosures/X/attachments']);
      assert.equal(decodeURIComponent(pathname.split('/').slice(6).join('/')), name);
    }),
  );
  assert.throws(() => sunlit.disclosures.attachmentUrl('X', '\ud800'), { code: 'invalid-input' });
});

test('the language is asked for only when it was chosen', async () => {
  await using server = await serve(json({ status: 'ok' }));
  await client(server.url, { language: 'zh-Hant' }).health.live();
  await client(server.url).health.live();
  assert.deepEqual(server.requests.map(({ headers }) => headers['accept-language']), ['zh-Hant', '*']);
});

test('a file comes whole, whatever its type', async () => {
  const bytes = Buffer.from([0, 255, 128, 10]);
  await using server = await serve((response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(bytes), text('<feed/>', 'application/atom+xml'));
  const file = await client(server.url).disclosures.attachment('X', '图 1.png');
  assert.deepEqual([file.type, Buffer.from(await file.arrayBuffer())], ['image/png', bytes]);
  assert.equal(await client(server.url).feeds.atom({ agency: 'qinghe' }), '<feed/>');
});
