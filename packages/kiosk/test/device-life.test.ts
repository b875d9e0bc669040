import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { memoryStorage, type KeyValueStorage } from '@sunlit/client';
import { createDeskClient } from '@sunlit/client/desk';
import { saveAgencies } from '../../server/src/agencies/tree.ts';
import { CITY, listening, openSqlite, staffMember } from '../../server/src/fixture.ts';
import { deviceLife, type Facts, type Order } from '../src/device/life.ts';

const FACTS: Facts = { version: '0.1.0', dataDate: new Date().toISOString(), uptime: 12.4, errors: 0, queue: 0, printer: 'ok', touchAge: 3 };
const KEY = { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', secret: 'secret', name: '一号屏', agency: { id: 'liuhe-tuanjie', name: '团结村村民委员会' } };
const told = (more: object = {}) => Response.json({ time: new Date().toISOString(), name: '一号屏', agency: KEY.agency, interval: 60, ...more });
const problem = (status: number, code: string) =>
  Response.json({ type: `urn:sunlit:problem:${code}`, title: code, status, requestId: 'r' }, { status, headers: { 'content-type': 'application/problem+json' } });

/** A device whose server is what the test says, and whose minutes pass when the test says so. */
async function device(answer: (request: Request) => Response | Promise<Response>, { storage = memoryStorage(), facts = FACTS }: { storage?: KeyValueStorage; facts?: Facts } = {}) {
  const [orders, asked, ending]: [Order[], Request[], AbortController] = [[], [], new AbortController()];
  after(() => ending.abort());
  const life = await deviceLife({
    storage, api: 'https://open.example/', facts: () => Promise.resolve(facts), on: (order) => void orders.push(order), signal: ending.signal,
    fetch: async (input) => (asked.push((input as Request).clone()), answer(input as Request)),
  });
  return { life, orders, asked, storage, ending };
}

async function until(condition: () => boolean): Promise<void> {
  for (let n = 0; n < 2000 && !condition(); n++) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(condition(), condition.toString());
}

test('what is not registered says nothing, and begins at once when it is', async () => {
  const { life, orders, asked, storage } = await device(({ url }) => (url.endsWith('/enrol') ? Response.json(KEY) : told()));
  assert.deepEqual([life.registration, orders.length, asked.length], [undefined, 0, 0]);
  await life.enrol('1234567890');
  await until(() => life.heardAt !== undefined);
  assert.equal(asked[1]?.headers.get('authorization'), `Device ${KEY.id}.${KEY.secret}`);
  const { clock, ...said } = (await asked[1].json()) as { clock: string };
  assert.deepEqual([said, Number.isNaN(Date.parse(clock))], [{ version: '0.1.0', dataDate: FACTS.dataDate, uptime: 12, errors: 0, queue: 0, printer: 'ok', touchAge: 3 }, false]);
  assert.deepEqual(life.registration && { ...life.registration, skew: 0 }, { name: '一号屏', agency: KEY.agency, pin: false, skew: 0 });
  assert.ok(JSON.stringify(await storage.get('device')).includes(KEY.secret));
});

test('odd facts are put right instead of silencing the device', async () => {
  const storage = memoryStorage();
  await storage.set('device', { key: KEY });
  const { asked } = await device(() => told(), { storage, facts: { version: 'ein Wort', uptime: -1, errors: NaN, lastError: '无法保存：张三', queue: 2.5, printer: 'out' } });
  await until(() => asked.length > 0);
  const { clock: _, ...said } = (await asked[0]!.json()) as { clock: string };
  assert.deepEqual(said, { version: 'ein-Wort', uptime: 0, errors: 0, lastError: 'other', queue: 3, printer: 'out' });
});

test('name, message and PIN are there without a network, and only a device-refused of ours ends a registration', async () => {
  const storage = memoryStorage();
  await storage.set('device', { key: KEY, told: { name: '二号屏', agency: KEY.agency, message: { text: '今日停电', until: '2999-01-01' }, pin: { algorithm: 'PBKDF2-SHA256', iterations: 1000, salt: 'AAAA', hash: 'AAAA' } } });
  for (const answer of [() => Promise.reject(new TypeError('no network')), () => new Response('<html>', { status: 401 }), () => problem(503, 'unavailable'), () => new Response('<html>'), () => problem(401, 'not-signed-in')]) {
    const { life, orders } = await device(answer, { storage });
    await until(() => life.error !== undefined);
    assert.deepEqual(orders.map(({ type }) => type), ['registered']);
    assert.deepEqual(life.registration, { name: '二号屏', agency: KEY.agency, message: { text: '今日停电', until: '2999-01-01' }, pin: true });
    assert.equal(await life.checkPin('123456'), 'wrong');
    await storage.del('device pin');
  }
  const { life, orders } = await device(() => problem(401, 'device-refused'), { storage });
  await until(() => orders.length === 2);
  assert.deepEqual([orders[1], life.registration, await storage.get('device')], [{ type: 'revoked' }, undefined, undefined]);
});

test('an order to reload is given once, and told as carried out after it', async ({ mock }) => {
  const storage = memoryStorage();
  await storage.set('device', { key: KEY });
  const order = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEG';
  mock.timers.enable({ apis: ['setTimeout'] });
  const before = await device(() => told({ reload: order }), { storage });
  await until(() => before.orders.some(({ type }) => type === 'reload'));
  mock.timers.tick(90_000);
  await until(() => before.asked.length === 2);
  const [reload, ...more] = before.orders.filter((one) => one.type === 'reload');
  assert.deepEqual([reload?.id, more], [order, []]);
  await reload?.done();
  before.ending.abort();
  const next = await device(() => told(), { storage });
  await until(() => next.asked.length === 1);
  assert.equal(((await next.asked[0]!.json()) as { reloaded: string }).reloaded, order);
});

test('a server that asks for patience is given it, and what is the same is not stored again', async ({ mock }) => {
  const kept = memoryStorage();
  await kept.set('device', { key: KEY });
  let writes = 0;
  const storage = { ...kept, set: async (key: string, value: unknown) => (writes++, kept.set(key, value)) };
  const answers = [() => new Response(null, { status: 429, headers: { 'retry-after': '300' } }), () => told(), () => told(), () => told()];
  mock.timers.enable({ apis: ['setTimeout'] });
  const { asked } = await device(() => (answers.shift() ?? (() => told()))(), { storage });
  await until(() => asked.length === 1);
  for (let n = 0; n < 200; n++) await new Promise((resolve) => setImmediate(resolve));
  mock.timers.tick(200_000);
  for (let n = 0; n < 200; n++) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(asked.length, 1);
  mock.timers.tick(160_000);
  await until(() => asked.length === 2);
  for (const count of [3, 4]) {
    for (let n = 0; n < 200; n++) await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(70_000);
    await until(() => asked.length === count);
  }
  assert.equal(writes, 1);
});

test('a storage that fails when the page begins is asked again, and the device lives', async ({ mock }) => {
  const kept = memoryStorage();
  await kept.set('device', { key: KEY });
  let damaged = true;
  const storage = { ...kept, get: async (key: string) => (damaged && key === 'device' ? ((damaged = false), Promise.reject(new Error('The store of the box answered 503'))) : kept.get(key)) };
  mock.timers.enable({ apis: ['setTimeout'] });
  const beginning = device(() => told(), { storage });
  await until(() => !damaged);
  for (let n = 0; n < 200; n++) await new Promise((resolve) => setImmediate(resolve));
  mock.timers.tick(70_000);
  const { life } = await beginning;
  await until(() => life.heardAt !== undefined);
  assert.equal(life.registration?.name, '一号屏');
});

test('with the server: registered by a code from the desk, told of a message and a PIN, revoked', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const server = await listening(database);
  const { headers } = await staffMember(database, { username: 'admin', grants: [{ agencyId: 'qinghe', role: 'administrator' }] });
  const desk = createDeskClient({ baseUrl: server.url, token: headers['authorization']!.replace('Bearer ', '') });
  const { kiosk, code } = await desk.kiosks.create({ agencyId: 'liuhe-tuanjie', name: '一号屏', place: '大厅' });
  await desk.kiosks.save(kiosk.id, { name: '一号屏', place: '大厅', message: { text: '今日停电', until: '2999-01-01' } });
  await desk.kiosks.setPin(kiosk.id, '204816');
  const [orders, ending]: [Order[], AbortController] = [[], new AbortController()];
  const storage = memoryStorage();
  const begin = () => deviceLife({ storage, api: server.url, facts: () => Promise.resolve(FACTS), on: (order) => void orders.push(order), signal: ending.signal });
  after(() => ending.abort());
  const life = await begin();
  await assert.rejects(life.enrol('0000000000'), { code: 'code-refused' });
  await life.enrol(code);
  const arrived = async (condition: () => boolean) => {
    for (const end = Date.now() + 60_000; !condition() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(condition(), condition.toString());
  };
  await arrived(() => life.registration?.message !== undefined);
  assert.deepEqual([life.registration?.message?.text, life.registration?.pin], ['今日停电', true]);
  assert.deepEqual([await life.checkPin('204817'), await life.checkPin('204816')], ['wrong', 'right']);
  const { items: [seen] } = await desk.kiosks.list();
  assert.deepEqual([seen?.state, seen?.heard?.version, seen?.heard?.touchAge], ['ok', '0.1.0', 3]);
  await desk.kiosks.revoke(kiosk.id);
  const anew = await begin();
  await arrived(() => anew.registration === undefined);
  assert.ok(orders.some(({ type }) => type === 'revoked'));
});
