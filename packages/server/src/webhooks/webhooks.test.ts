import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { Change, Delivery, Webhook } from '@sunlit/contract';
import { Webhook as Verifier } from 'standardwebhooks';
import { saveAgencies } from '../agencies/tree.ts';
import { listChanges } from '../changes/list.ts';
import type { Database } from '../database/database.ts';
import { amend, publish } from '../disclosures/publication.ts';
import { CITY, content, listening, onEachEngine, staffMember } from '../fixture.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on this machine that answers what it is told. */
async function receiver() {
  const received: Received[] = [];
  let answer: { status: number; headers?: Record<string, string> } = { status: 204 };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answer.status, answer.headers).end();
    });
  }).listen(0, '127.0.0.1');
  after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, answers: (status: number, headers?: Record<string, string>) => (answer = { status, ...(headers && { headers }) }) };
}

async function until<T>(read: () => T | undefined | false | Promise<T | undefined | false>, what: string): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const value = await read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not come`);
}

const secret = 'one secret for all servers of these tests';

/** A city with an administrator of its water bureau, whose clock a test can turn. */
async function office(opened: Database, local = true) {
  let ahead = 0;
  const database: Database = { ...opened, now: () => new Date(Date.now() + ahead) };
  await saveAgencies(database, CITY);
  const server = await listening(database, { settings: { webhooksLocal: local, secret } });
  const { headers } = await staffMember(database, { username: 'shuiguan', grants: [{ agencyId: 'dongshan', role: 'administrator' }] });
  const call = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    fetch(server.url + path, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const json = async <T>(...given: Parameters<typeof call>): Promise<T> => {
    const response = await call(...given);
    const answer = (await response.json()) as T;
    assert.equal(response.status, 200, JSON.stringify(answer));
    return answer;
  };
  return {
    database, server, call, json,
    create: (body: object, key = 'some key 1') => json<{ webhook: Webhook; secret: string }>('POST', '/v1/webhooks', { agencyId: 'dongshan', events: ['published', 'amended', 'withdrawn', 'repealed', 'expired'], ...body }, { 'idempotency-key': key }),
    find: async (id: string) => (await json<{ items: Webhook[] }>('GET', '/v1/webhooks')).items.find((one) => one.id === id)!,
    deliveries: async (id: string) => (await json<{ items: Delivery[] }>('GET', `/v1/webhooks/${id}/deliveries`)).items,
    /** Turns the clock on, and lets the sweep see it. */
    later(milliseconds: number) {
      ahead += milliseconds;
      database.commits.announce();
    },
  };
}

const publishIn = (database: Database, agencyId: string) => publish(database, { content: content({ agencyId }), publishedOn: '2026-01-01' });
const HOUR = 3_600_000;

onEachEngine('webhooks', (open) => {
  test('get the changes of their agencies and types from now on, signed, in order, once', async () => {
    const { database, create, deliveries, find } = await office(await open());
    await publishIn(database, 'dongshan');
    const { url, received } = await receiver();
    const { webhook, secret } = await create({ url, events: ['published'] });
    assert.match(secret, /^whsec_[A-Za-z0-9+/=]{44}$/);
    const { id } = await publishIn(database, 'liuhe-tuanjie');
    await publishIn(database, 'qinghe-tax');
    await amend(database, id, { content: content({ agencyId: 'liuhe-tuanjie', title: '改' }), on: '2026-01-02', reason: '更正' });
    await publishIn(database, 'dongshan-water');
    await until(async () => (await deliveries(webhook.id)).filter(({ state }) => state === 'delivered').length === 2, 'two deliveries');
    const { items } = await listChanges(database, 0, 100);
    assert.deepEqual(received.map(({ body }) => JSON.parse(body) as Change), [items[1], items[4]]);
    for (const { headers, body } of received) {
      assert.deepEqual(new Verifier(secret).verify(body, headers as Record<string, string>), JSON.parse(body));
      assert.equal(headers['content-type'], 'application/json');
    }
    assert.throws(() => new Verifier(secret).verify(received[0]!.body.replace('published', 'withdrawn'), received[0]!.headers as Record<string, string>));
    const made = await deliveries(webhook.id);
    assert.deepEqual(made.map(({ seq, type, attempts, status, state }) => [seq, type, attempts, status, state]), [[5, 'published', 1, 204, 'delivered'], [2, 'published', 1, 204, 'delivered']]);
    assert.deepEqual(received.map(({ headers }) => headers['webhook-id']), made.map(({ id: message }) => message).reverse());
    assert.deepEqual(await find(webhook.id), webhook);
    const stored = [await database.read.selectFrom('webhook').selectAll().execute(), await database.read.selectFrom('idempotency').selectAll().execute()];
    assert.ok(!JSON.stringify(stored).includes(secret), 'the secret is nowhere to be read');
  });

  test('are made once for a key, for their own agencies only, and refuse bad addresses', async () => {
    const { create, call, json, find, database, server } = await office(await open(), false);
    const url = 'https://8.8.8.8/hook';
    const [one, again] = [await create({ url }), await create({ url })];
    assert.deepEqual(again, one);
    for (const [bad, code] of [['http://8.8.8.8/', 'https'], ['https://a:b@8.8.8.8/', 'https'], ['nonsense', 'https'], ['https://127.0.0.1/', 'private-address'], ['https://2130706433/', 'private-address'], ['https://[::1]/', 'private-address'], ['https://localhost/', 'private-address'], ['https://no-such-host.invalid/', 'unknown-host']]) {
      const response = await call('POST', '/v1/webhooks', { agencyId: 'dongshan', events: ['published'], url: bad }, { 'idempotency-key': `key for ${bad}` });
      const problem = (await response.json()) as { errors: { pointer: string; code: string; detail: string }[] };
      assert.deepEqual([response.status, problem.errors[0]?.pointer, problem.errors[0]?.code], [400, '/body/url', code], bad);
      assert.ok(!problem.errors[0]?.detail.includes('不符合要求'), 'said in words of its own');
    }
    assert.equal((await call('POST', '/v1/webhooks', { agencyId: 'qinghe', events: ['published'], url }, { 'idempotency-key': 'some key 2' })).status, 403);
    const { headers } = await staffMember(database, { username: 'shuiwu', grants: [{ agencyId: 'qinghe-tax', role: 'administrator' }] });
    for (const [method, path] of [['PUT', ''], ['DELETE', ''], ['GET', '/deliveries']] as const) {
      const body = method === 'PUT' ? { body: JSON.stringify({ state: 'off' }), headers: { ...headers, 'content-type': 'application/json' } } : { headers };
      assert.equal((await fetch(`${server.url}/v1/webhooks/${one.webhook.id}${path}`, { method, ...body })).status, 403, method);
    }
    assert.deepEqual(((await (await fetch(`${server.url}/v1/webhooks`, { headers })).json()) as { items: unknown[] }).items, []);
    await json('DELETE', `/v1/webhooks/${one.webhook.id}`);
    assert.equal(await find(one.webhook.id), undefined);
    assert.equal((await call('GET', `/v1/webhooks/${one.webhook.id}/deliveries`)).status, 404);
  });

  test('are tried again with growing pauses, under the same id, and lose nothing while off', async () => {
    const { database, create, deliveries, find, later, json } = await office(await open());
    const { url, received, answers } = await receiver();
    const { webhook: { id } } = await create({ url });
    answers(500);
    await publishIn(database, 'dongshan');
    await publishIn(database, 'dongshan');
    const first = await until(async () => ((await find(id)).failures === 1 ? find(id) : undefined), 'a failure');
    assert.equal(first.reason, 'refused');
    const pause = (webhook: Webhook) => Date.parse(webhook.nextAt!) - database.now().getTime();
    assert.ok(pause(first) > 2000 && pause(first) < 6500, `${pause(first)} ms`);
    later(7000);
    const second = await until(async () => ((await find(id)).failures === 2 ? find(id) : undefined), 'another');
    assert.ok(pause(second) > 13_000 && pause(second) < 25_500, `${pause(second)} ms`);
    answers(302, { location: 'http://169.254.169.254/' });
    later(26_000);
    await until(async () => (await find(id)).reason === 'redirected', 'a redirect that is not followed');
    assert.equal(new Set(received.map(({ headers }) => headers['webhook-id'])).size, 1, 'the first holds up the second');
    await json('PUT', `/v1/webhooks/${id}`, { state: 'off' });
    await publishIn(database, 'dongshan');
    answers(200);
    later(HOUR);
    assert.equal((await json<Webhook>('PUT', `/v1/webhooks/${id}`, { state: 'on' })).failures, 0);
    await until(async () => (await deliveries(id)).filter(({ state }) => state === 'delivered').length === 3, 'all three');
    assert.deepEqual(received.slice(3).map(({ body }) => (JSON.parse(body) as Change).seq), [1, 2, 3]);
    assert.deepEqual((await deliveries(id)).map(({ attempts }) => attempts), [1, 1, 4]);

    const resent = (await deliveries(id))[1]!;
    assert.equal((await json<Delivery>('POST', `/v1/webhooks/${id}/deliveries/${resent.id}/resend`)).state, 'waiting');
    await until(() => received.length === 7, 'it again');
    assert.equal(received[6]?.headers['webhook-id'], resent.id);
    await until(async () => (await deliveries(id))[1]?.attempts === 2 && (await deliveries(id))[1]?.state === 'delivered', 'counted');
  });

  test('give up a message after eight attempts, and are disabled after twenty failures, or at once when gone', async () => {
    const { database, create, deliveries, find, later, json, call } = await office(await open());
    const { url, answers, received } = await receiver();
    answers(400);
    const { webhook: { id } } = await create({ url });
    await publishIn(database, 'dongshan');
    for (let n = 0; n < 2; n += 1) await publishIn(database, 'dongshan');
    for (let failures = 1; failures <= 20; failures += 1) {
      await until(async () => (await find(id)).failures === failures, `failure ${failures}`);
      later(8 * HOUR);
    }
    const disabled = await find(id);
    assert.deepEqual([disabled.state, disabled.reason, disabled.nextAt], ['disabled', 'refused', undefined]);
    assert.deepEqual((await deliveries(id)).map(({ state, attempts, status }) => [state, attempts, status]), [['waiting', 4, 400], ['failed', 8, 400], ['failed', 8, 400]]);
    assert.equal((await call('POST', `/v1/webhooks/${id}/deliveries/${(await deliveries(id))[2]!.id}/resend`)).status, 409);
    later(8 * HOUR);
    answers(410);
    await json('PUT', `/v1/webhooks/${id}`, { state: 'on' });
    const gone = await until(async () => ((await find(id)).state === 'disabled' ? find(id) : undefined), 'its end');
    assert.deepEqual([gone.reason, gone.failures, received.length], ['gone', 1, 21]);
  });

  test('go on after a crash where they stopped, and two servers send each change once', async () => {
    const { database, server, create, later } = await office(await open());
    const { url, received } = await receiver();
    const { webhook: { id } } = await create({ url });
    await server.app.close();
    for (let n = 0; n < 8; n += 1) await publishIn(database, 'dongshan');
    // What a process that is killed while it sends leaves behind: nobody else tries for a minute.
    await database.write.updateTable('webhook').set({ next_at: new Date(Date.now() + 60_000).toISOString() }).execute();
    for (let n = 0; n < 2; n += 1) await listening(database, { settings: { webhooksLocal: true, secret } });
    later(61_000);
    await until(async () => {
      const rows = await database.read.selectFrom('webhook_delivery').select('state').where('webhook_id', '=', id).execute();
      return rows.filter(({ state }) => state === 'delivered').length === 8;
    }, 'all eight');
    assert.deepEqual(received.map(({ body }) => (JSON.parse(body) as Change).seq), [1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
