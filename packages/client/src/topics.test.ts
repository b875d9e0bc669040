import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { broken, json, problem, serve, tagged } from '../test/server.ts';
import { liveTopics } from './live.ts';
import { memoryStorage } from './storage.ts';
import { createTopics, deviceToken, isSunlitError, tokenLasts, visitToken, type Outbox } from './topics-client.ts';

const id = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF';
const supports = { total: 12, web: 8, kiosk: 1, counter: 0, paper: 3, hotline: 0 };
const submitted = { id, no: '20260309-0001', phase: 'submitted' };
const secrets = { algorithm: 'PBKDF2/SHA-256', cost: 5, deriveKey, hmacSignatureSecret: 'server' } as const;
const challenge = await createChallenge({ ...secrets, keyPrefix: '0' });
const TOKEN = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** A page whose storage does what it is told. */
function withStorage(storage: Pick<Storage, 'getItem' | 'setItem'>): Disposable {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
  return { [Symbol.dispose]: () => void Reflect.deleteProperty(globalThis, 'localStorage') };
}

function kept(entries = new Map<string, string>()) {
  return { entries, getItem: (name: string) => entries.get(name) ?? null, setItem: (name: string, value: string) => void entries.set(name, value) };
}

/** What is sent with POST, as the platform's `fetch` sends it. */
function listening() {
  const sent: { readonly path: string; readonly key: string | null; readonly body: Record<string, unknown> }[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') sent.push({ path: new URL(request.url).pathname, key: request.headers.get('idempotency-key'), body: (await request.clone().json()) as Record<string, unknown> });
    return fetch(request);
  };
  return { sent, send };
}

const failure = async (work: PromiseLike<unknown>) => {
  try {
    await work;
  } catch (error) {
    assert.ok(isSunlitError(error), String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'did not fail' });
};

test('a topic is sent with the token of the device and a challenge that a server of ALTCHA takes for solved', async () => {
  await using server = await serve(json(challenge), json(submitted));
  const { sent, send } = listening();
  const storage = kept();
  const stages: string[] = [];
  using _ = withStorage(storage);
  const { topics } = createTopics({ baseUrl: server.url, fetch: send });
  const content = { agencyId: 'liuhe-heping', purpose: 'disclose', title: '公开鱼塘发包合同' } as const;
  assert.deepEqual(await topics.submit(content, { onStage: (stage) => stages.push(stage) }), submitted);
  assert.deepEqual(stages, ['solving', 'sending']);
  const { challenge: solved, token, ...rest } = sent[0]!.body;
  assert.deepEqual(rest, { ...content, channel: 'web' });
  assert.match(String(token), TOKEN);
  assert.deepEqual([...storage.entries.values()], [token]);
  assert.equal((await verifySolution({ ...(JSON.parse(atob(String(solved))) as Payload), ...secrets })).verified, true);
});

test('a device has one token; a visit has one of its own', async () => {
  await using server = await serve(json({ supports, id }));
  const { sent, send } = listening();
  const storage = kept();
  using _ = withStorage(storage);
  const { topics } = createTopics({ baseUrl: server.url, fetch: send });
  await topics.unsupport(id);
  await topics.unsupport(id);
  await topics.unsupport(id, { token: visitToken() });
  const [first, second, third] = sent.map(({ body }) => body.token);
  assert.equal(first, second);
  assert.notEqual(first, third);
  assert.match(String(third), TOKEN);
  assert.deepEqual([[...storage.entries.values()], tokenLasts()], [[first], true]);
});

test('where a page may store nothing, the token lasts for the page and that can be asked', () => {
  const refuse = () => {
    throw new Error('SecurityError');
  };
  for (const storage of [{ getItem: refuse, setItem: refuse }, { ...kept(), setItem: () => undefined }]) {
    using _ = withStorage(storage);
    assert.equal(deviceToken(), deviceToken());
    assert.equal(tokenLasts(), false);
  }
});

test('a support that nobody answered is sent again as it was', async () => {
  await using server = await serve(json(challenge), broken, broken, problem(503, 'unavailable'), json({ id, supports }));
  const { sent, send } = listening();
  const { topics } = createTopics({ baseUrl: server.url, fetch: send });
  const options = { idempotencyKey: 'one-of-its-own' };
  assert.equal((await failure(topics.support(id, options))).code, 'unavailable');
  assert.deepEqual((await topics.support(id, options)).supports, supports);
  assert.equal(new Set(sent.map((one) => JSON.stringify(one))).size, 1, 'same key, same body');
});

test('a kiosk says that it is one', async () => {
  await using server = await serve(json(challenge), json({ id, supports }), json(challenge), json(submitted));
  const { sent, send } = listening();
  const { topics } = createTopics({ baseUrl: server.url, fetch: send });
  await topics.support(id, { channel: 'kiosk' });
  await topics.submit({ agencyId: 'x', purpose: 'ask', title: '几点开门' }, { channel: 'kiosk' });
  assert.deepEqual(sent.map(({ body }) => body.basis ?? body.channel), ['kiosk', 'kiosk']);
});

test('with an outbox nothing is asked or solved now', async () => {
  await using server = await serve(problem(500, 'internal'));
  const added: unknown[] = [];
  const submission = { id: 's1', operation: 'topics.submit' as const, createdAt: '2026-03-09T02:00:00.000Z', attempts: 0, state: 'waiting' as const };
  const outbox = { add: async (entry: unknown) => (added.push(entry), submission) } as unknown as Outbox;
  const storage = kept();
  using _ = withStorage(storage);
  const { topics } = createTopics({ baseUrl: server.url });
  assert.deepEqual(await topics.submit({ agencyId: 'x', purpose: 'ask', title: '几点开门' }, { outbox, idempotencyKey: 'tried-before' }), submission);
  await topics.support(id, { outbox });
  const [token] = storage.entries.values();
  assert.deepEqual(added, [
    { operation: 'topics.submit', body: { agencyId: 'x', purpose: 'ask', title: '几点开门', channel: 'web', token }, label: '几点开门', idempotencyKey: 'tried-before' },
    { operation: 'topics.support', params: { id }, body: { token, basis: 'web' }, idempotencyKey: undefined },
  ]);
  assert.equal(server.requests.length, 0);
});

test('what is read is kept and revalidated; neither the token nor what somebody types is in any address, error or store', async () => {
  const topic = { id, steps: [] };
  await using server = await serve(tagged(topic, '"1"'), tagged(topic, '"1"'), json({ items: [] }, { etag: '"2"' }), json({ topics: [], disclosures: [] }), problem(429, 'too-many-requests', {}, { 'retry-after': '60' }));
  const cache = memoryStorage();
  const storage = kept();
  using _ = withStorage(storage);
  const { topics } = createTopics({ baseUrl: server.url, cache });
  await topics.get(id);
  let from = '';
  await topics.get(id, { onSource: (source) => (from = source.from) });
  assert.equal(from, 'cache');
  await topics.list({ q: '我家的事' });
  await topics.similar({ agencyId: 'x', text: '我叫王某' });
  const error = await failure(topics.unsupport(id));
  assert.equal(error.retryAfter, 60);
  const [token = ''] = storage.entries.values();
  assert.match(token, TOKEN);
  assert.equal((await cache.keys()).length, 1);
  for (const { url, headers } of server.requests) {
    assert.ok(!url?.includes(token) && !url?.includes(encodeURIComponent('我叫王某')));
    assert.equal(headers.cookie, undefined);
  }
  assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(token));
});

test('topics are followed as they change, gaps and all, and past a stream that breaks', async () => {
  const change = (seq: number) => ({ seq, id, time: '2026-03-09T01:00:00Z' });
  const stream = (text: string): Parameters<typeof serve>[0] => (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text);
  await using server = await serve(
    stream(`event: latest\ndata: 7\n\nevent: change\ndata: ${JSON.stringify(change(9))}\n\n`),
    json({ items: [change(14)], latest: 20 }),
    stream(`event: change\ndata: ${JSON.stringify(change(31))}\n\n`),
  );
  const seen: number[] = [];
  for await (const { seq } of liveTopics(server.url, { agency: 'qinghe', interval: 1 })) {
    seen.push(seq);
    if (seen.length === 3) break;
  }
  assert.deepEqual(seen, [9, 14, 31]);
  assert.deepEqual(server.requests.map(({ url }) => url), [
    '/v1/topics/changes/stream?agency=qinghe', '/v1/topics/changes?after=9&agency=qinghe&limit=1000', '/v1/topics/changes/stream?after=20&agency=qinghe',
  ]);
});
