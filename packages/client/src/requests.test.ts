import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import fc from 'fast-check';
import { broken, json, problem, serve } from '../test/server.ts';
import { createClient, isSunlitError, memoryStorage, normaliseReceipt, type RequestContent, type SunlitError } from './index.ts';

const receipt = { receiptNo: '20260309-012345', secret: '7KQ2-MX9R-41TB', agency: { id: 'qinghe-water', name: '清河县水利局' }, submittedAt: '2026-03-09T01:00:00Z' };
const tracked = { receiptNo: receipt.receiptNo, branches: [] };
const content: RequestContent = {
  agencyId: 'qinghe-water', wanted: { description: '采砂许可批文' }, form: 'electronic', route: 'online',
  applicant: { type: 'naturalPerson', name: '张三', identity: { type: 'passport', number: 'E12345678' }, contact: { phone: '13800000000' } },
};
const secrets = { algorithm: 'PBKDF2/SHA-256', cost: 5, deriveKey, hmacSignatureSecret: 'server' } as const;
const challenge = await createChallenge({ ...secrets, keyPrefix: '0' });

async function failure(work: PromiseLike<unknown>): Promise<SunlitError> {
  try {
    await work;
  } catch (error) {
    assert.ok(isSunlitError(error), String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'did not fail' });
}

/** Bodies and keys of what was sent with POST, as the platform's `fetch` sent them. */
function listening() {
  const sent: { readonly key: string | null; readonly body: { readonly challenge: string } }[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') sent.push({ key: request.headers.get('idempotency-key'), body: await request.clone().json() });
    return fetch(request);
  };
  return { sent, send };
}

test('a request is sent with a challenge that a server of ALTCHA takes for solved', async () => {
  await using server = await serve(json(challenge), json(receipt));
  const { sent, send } = listening();
  const stages: string[] = [];
  const client = createClient({ baseUrl: server.url, fetch: send });
  assert.deepEqual(await client.requests.submit(content, { onStage: (stage) => stages.push(stage) }), receipt);
  assert.deepEqual(stages, ['solving', 'sending']);
  const { challenge: solved, ...rest } = sent[0]!.body;
  assert.deepEqual(rest, { ...content, channel: 'online' });
  const payload = JSON.parse(atob(solved)) as Payload;
  assert.equal((await verifySolution({ ...payload, ...secrets })).verified, true);
  assert.ok(solved.length <= 4000);
});

test('what nobody answered is sent again as it was, within a call and by the next one', async () => {
  await using server = await serve(json(challenge), broken, broken, problem(503, 'unavailable'), broken, json(receipt));
  const { sent, send } = listening();
  const client = createClient({ baseUrl: server.url, fetch: send });
  const options = { idempotencyKey: 'one-of-its-own' };
  const error = await failure(client.requests.submit(content, options));
  assert.equal(error.code, 'unavailable');
  assert.deepEqual(await client.requests.submit(content, options), receipt);
  assert.equal(sent.length, 5);
  assert.equal(new Set(sent.map((one) => JSON.stringify(one))).size, 1, 'same key, same body');
  assert.equal(server.requests.filter(({ url }) => url === '/v1/challenge').length, 1);
});

test('a challenge that is too old is replaced once, under the same key', async () => {
  const another = await createChallenge({ ...secrets, keyPrefix: '0' });
  await using server = await serve(json(challenge), problem(400, 'challenge-refused'), json(another), json(receipt));
  const { sent, send } = listening();
  await createClient({ baseUrl: server.url, fetch: send }).requests.submit(content);
  assert.equal(new Set(sent.map(({ key }) => key)).size, 1);
  assert.equal(new Set(sent.map(({ body }) => body.challenge)).size, 2);

  await using strict = await serve(json(challenge), problem(400, 'challenge-refused'), json(another), problem(400, 'challenge-refused'));
  assert.equal((await failure(createClient({ baseUrl: strict.url }).requests.submit(content))).code, 'challenge-refused');
  assert.equal(strict.requests.length, 4);
});

test('fields that the server refuses come with their places, and are not sent again', async () => {
  const errors = [{ pointer: '/body/applicant/contact/email', code: 'format', detail: '请检查邮箱。' }];
  await using server = await serve(json(challenge), problem(400, 'invalid-input', { errors }));
  assert.deepEqual((await failure(createClient({ baseUrl: server.url }).requests.submit(content))).errors, errors);
  assert.equal(server.requests.length, 2);
});

test('solving ends when the call is aborted', async () => {
  const hard = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '0'.repeat(30) } };
  await using server = await serve(json(hard));
  const controller = new AbortController();
  const reason = new Error('enough');
  const work = createClient({ baseUrl: server.url }).requests.submit(content, { signal: controller.signal, onStage: () => setTimeout(() => controller.abort(reason), 100) });
  await assert.rejects(work, (error) => error === reason);
});

test('the secret of a receipt is in one header, and nowhere else', async () => {
  const storage = memoryStorage();
  await using server = await serve(json(tracked, { etag: '"1"' }), problem(401, 'receipt-refused'), json({ url: '/v1/papers/t0ken', expiresAt: '2026-03-09T01:05:00Z' }), problem(404, 'not-found'));
  const client = createClient({ baseUrl: server.url, cache: storage });
  assert.deepEqual(await client.requests.track({ receiptNo: ' 20260309 o12345', secret: '7kq2mx9r-4ltb' }), tracked);
  const wrong = await failure(client.requests.withdraw(receipt, { branch: 'main' }));
  const link = await client.requests.link(receipt, { paper: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF' });
  assert.equal(client.requests.paperUrl(link), `${server.url}/v1/papers/t0ken`);
  const old = await failure(client.requests.paper(link));
  for (const { url, headers } of server.requests) {
    assert.doesNotMatch(url ?? '', /7KQ2/);
    assert.equal(headers['if-none-match'], undefined);
    assert.equal(headers.cookie, undefined);
  }
  assert.deepEqual(server.requests.map(({ headers }) => headers.authorization), ['Receipt 7KQ2-MX9R-41TB', 'Receipt 7KQ2-MX9R-41TB', 'Receipt 7KQ2-MX9R-41TB', undefined]);
  assert.deepEqual(await storage.keys(), []);
  assert.equal(wrong.code, 'receipt-refused');
  const malformed = await failure(client.requests.track({ receiptNo: '1', secret: '收据' }));
  assert.equal(malformed.code, 'invalid-input');
  for (const error of [wrong, old, malformed]) assert.doesNotMatch(inspect(error, { depth: 9, showHidden: true }), /7KQ2|t0ken|收据/);
});

test('too many attempts say how long to wait', async () => {
  await using server = await serve(problem(429, 'too-many-requests', {}, { 'retry-after': '900' }));
  const error = await failure(createClient({ baseUrl: server.url }).requests.track(receipt));
  assert.equal(error.retryAfter, 900);
  assert.equal(server.requests.length, 1);
});

test('a receipt is read as it is typed', () => {
  assert.equal(normaliseReceipt('２０２６０３０９－０１２３４５'), '20260309-012345');
  assert.equal(normaliseReceipt('2026-0309 OI2L45'), '20260309-012145');
  assert.equal(normaliseReceipt('7KQ2 MX9R 4ltb'), '7KQ2-MX9R-41TB');
  for (const text of ['', '2026', '20260309-0123456', '7KQ2-MX9R-41T', '7KQ2-MX9R-41TU', '收据']) assert.equal(normaliseReceipt(text), undefined);
  const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
  fc.assert(fc.property(fc.array(fc.constantFrom(...alphabet), { minLength: 12, maxLength: 12 }), fc.constantFrom('', ' ', '-', '—'), (letters, between) => {
    const [a, b, c] = [0, 4, 8].map((at) => letters.slice(at, at + 4).join(''));
    assert.equal(normaliseReceipt([a, b, c].join(between).toLowerCase()), `${a}-${b}-${c}`);
  }));
});
