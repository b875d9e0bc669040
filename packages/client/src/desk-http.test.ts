import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken, json, problem, serve, silent } from '../test/server.ts';
import { createDeskClient, isChangedMeanwhile, isSunlitError } from './desk.ts';

const id = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF';
const content = { agencyId: 'qinghe-water', kind: 'notice', title: '我的标题' } as const;
const draft = { id, version: 3, content };
const keys = (requests: readonly { readonly headers: NodeJS.Dict<string | string[]> }[]) => requests.map(({ headers }) => headers['idempotency-key']);

test('what makes something new carries one key over its retries, and another the next time', async () => {
  await using server = await serve(broken, problem(503, 'unavailable'), json(draft));
  const client = createDeskClient({ baseUrl: server.url });
  await client.drafts.create({ content });
  await client.drafts.create({ content });
  const [first, second, third, other] = keys(server.requests);
  assert.match(String(first), /^[0-9a-f]{32}$/);
  assert.deepEqual([second, third], [first, first]);
  assert.notEqual(other, first);
});

test('a key of one’s own repeats a call of which no answer came', async () => {
  await using server = await serve(broken, json(draft));
  const client = createDeskClient({ baseUrl: server.url, retry: 0 });
  const options = { idempotencyKey: 'mine-0001' };
  await assert.rejects(client.drafts.create({ content }, options), { code: 'network', message: 'POST /v1/drafts was not answered' });
  assert.equal((await client.drafts.create({ content }, options)).id, id);
  assert.deepEqual(keys(server.requests), ['mine-0001', 'mine-0001']);
});

test('a write of which no answer comes in time may have taken effect, and is not sent again', async () => {
  await using server = await serve(silent);
  const client = createDeskClient({ baseUrl: server.url });
  await assert.rejects(client.drafts.save(id, { version: 3, content }, { timeout: 300 }), { code: 'timeout', message: `PUT /v1/drafts/${id} was not answered in time` });
  assert.ok(server.requests.length <= 1);
});

for (const [name, failure, code] of [['a dead line', broken, 'network'], ['a server that is down', problem(503, 'unavailable'), 'unavailable']] as const) {
  test(`what could take effect twice is sent once, at ${name}`, async () => {
    await using server = await serve(failure);
    const client = createDeskClient({ baseUrl: server.url });
    await assert.rejects(client.drafts.save(id, { version: 3, content }), (error) => isSunlitError(error) && error.code === code && error.message.startsWith(`PUT /v1/drafts/${id}`));
    await assert.rejects(client.tokens.revoke('t-1'), { code });
    await assert.rejects(client.drafts.publish(id, { version: 3 }), { code });
    assert.deepEqual(server.requests.map(({ method }) => method), ['PUT', 'DELETE', 'POST']);
    assert.deepEqual(keys(server.requests), [undefined, undefined, undefined]);
  });
}

test('who saved second gets what the first one saved', async () => {
  const current = { ...draft, version: 4, content: { ...content, title: '别人的标题' } };
  await using server = await serve(problem(409, 'changed-meanwhile', { current }), problem(409, 'not-possible'));
  const client = createDeskClient({ baseUrl: server.url });
  const save = () => client.drafts.save(id, { version: 3, content });
  await assert.rejects(save, (error) => isChangedMeanwhile(error) && isSunlitError(error) && error.status === 409 && error.requestId === 'r-1' && error.current.content.title === '别人的标题');
  await assert.rejects(save, (error) => !isChangedMeanwhile(error) && isSunlitError(error) && error.code === 'not-possible');
});

test('a file is sent as it is, with what it is for in the address', async () => {
  await using server = await serve((response, request) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => json({ sha256: Buffer.concat(parts).toString() })(response, request));
  });
  const { files } = createDeskClient({ baseUrl: server.url });
  const { sha256 } = await files.create(new Blob(['%PDF-1.7'], { type: 'application/pdf' }), { agency: 'qinghe', purpose: 'attachment', name: '图 1.pdf' });
  assert.equal(sha256, '%PDF-1.7');
  const [request] = server.requests;
  assert.deepEqual([request?.url, request?.headers['content-type']], ['/v1/files?agency=qinghe&name=%E5%9B%BE+1.pdf&purpose=attachment', 'application/octet-stream']);
});

test('a token goes along with questions and writes, and without one only the cookie does', async () => {
  await using server = await serve(json({ items: [], version: 1 }));
  const client = createDeskClient({ baseUrl: server.url, token: 'secret-1', language: 'zh-Hant' });
  await client.drafts.list();
  await client.drafts.submit(id, { version: 1 });
  await createDeskClient({ baseUrl: server.url }).drafts.list();
  assert.deepEqual(server.requests.map(({ headers }) => headers.authorization), ['Bearer secret-1', 'Bearer secret-1', undefined]);
  assert.deepEqual(server.requests.map(({ headers }) => headers['accept-language']).slice(0, 2), ['zh-Hant', 'zh-Hant']);

  const sent: Request[] = [];
  const fetch = async (input: string | URL | Request) => {
    sent.push(input as Request);
    return Response.json({ items: [], version: 1 });
  };
  await createDeskClient({ baseUrl: 'https://open.example', fetch }).drafts.list();
  await createDeskClient({ baseUrl: 'https://open.example', fetch, token: 'secret-1' }).drafts.list();
  assert.deepEqual(sent.map(({ credentials }) => credentials), ['same-origin', 'omit']);
  assert.deepEqual(sent.map(({ cache }) => cache), ['no-cache', 'no-cache']);
});

test('signing in says whether a code is wanted', async () => {
  await using server = await serve(json({ twoFactorRedirect: true, twoFactorMethods: ['totp'] }), json({ token: 't', user: {} }), json({ token: 't', user: {} }));
  const { session } = createDeskClient({ baseUrl: server.url });
  assert.equal(await session.signIn({ username: 'shuiliju-bianji', password: 'not a real one' }), 'code');
  await session.verifyCode('123456');
  assert.equal(await session.signIn({ username: 'shuiliju-bianji', password: 'not a real one' }), 'done');
  assert.deepEqual(server.requests.map(({ url }) => url), ['/v1/auth/sign-in/username', '/v1/auth/two-factor/verify-totp', '/v1/auth/sign-in/username']);
});
