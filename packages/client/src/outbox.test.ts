import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { operations, type OperationId } from '@sunlit/contract';
import fc from 'fast-check';
import { api, problem, type Api, type Fault } from '../test/api.ts';
import { ROUTES } from './outbox-operations.ts';
import { createOutbox, isSunlitError, memoryStorage, type KeyValueStorage, type NewSubmission, type Outbox, type Submission, type SubmissionBody } from './outbox.ts';

const body: SubmissionBody<'requests.submit'> = {
  agencyId: 'qinghe-water', channel: 'online', wanted: { description: '采砂许可批文' }, form: 'electronic', route: 'online',
  applicant: { type: 'naturalPerson', name: '张三', identity: { type: 'passport', number: 'E12345678' }, contact: { phone: '13800000000' } },
};
const request = { operation: 'requests.submit', body } as const satisfies NewSubmission;

const open: Outbox[] = [];
function outbox(of: Api, storage: KeyValueStorage, started = true): Outbox {
  const made = createOutbox({ baseUrl: of.baseUrl, device: 'own', fetch: of.fetch, storage });
  open.push(made);
  if (started) made.start();
  return made;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
  mock.timers.reset();
});

/** Resolves as soon as what is in the outbox is as asked. */
function until(box: Outbox, met: (all: readonly Submission[]) => boolean): Promise<readonly Submission[]> {
  return new Promise((resolve) => {
    const stop = box.watch((all) => {
      if (!met(all)) return;
      setImmediate(() => stop());
      resolve(all);
    });
  });
}
const settled = (all: readonly Submission[]) => all.length > 0 && all.every(({ state }) => state === 'received' || state === 'refused');
/** It was tried, and is put off. */
const putOff = ([first]: readonly Submission[]) => first?.state === 'waiting' && first.until !== undefined;
const tries = (n: number) => (all: readonly Submission[]) => putOff(all) && all[0]!.attempts === n;

test('a submission is stored before it is said to be, sent, and received when its receipt is here', async () => {
  const server = api();
  const storage = memoryStorage();
  const states: string[] = [];
  const box = outbox(server, storage, false);
  assert.equal(await box.canKeep(), true);
  const added = await box.add({ ...request, label: '采砂许可' });
  assert.deepEqual([added.state, added.attempts, added.label], ['waiting', 0, '采砂许可']);
  assert.equal((await storage.keys()).length, 1);
  box.watch((all) => states.push(all.map(({ state }) => state).join()));
  box.start();
  const [received] = await until(box, settled);
  assert.deepEqual(received, { ...added, state: 'received', attempts: 1, answer: { receiptNo: '20260309-000000', secret: '7KQ2-MX9R-41TB' } });
  assert.deepEqual([...new Set(states)], ['waiting', 'sending', 'received']);
  assert.deepEqual(server.rows.map(({ key, body: sent }) => [key, sent]), [[added.id, body]]);
  assert.ok(!JSON.stringify(await storage.get(`item ${added.id}`)).includes('张三'), 'what was sent is forgotten with the answer');
  assert.equal(await box.remove(added.id), true);
  assert.deepEqual(await box.list(), []);
});

for (const fault of ['unreachable', 'answer lost', 'half an answer', 'captive portal', 'captive portal in JSON', 'failing', 'too many'] as const satisfies Fault[]) {
  test(`${fault}: it waits, is sent again under the same key, and is one`, async () => {
    const server = api();
    server.faults.push(fault, fault);
    const box = outbox(server, memoryStorage());
    const { id } = await box.add(request);
    await until(box, tries(1));
    await box.retry(id);
    await until(box, tries(2));
    assert.equal(await box.remove(id), false, 'what waits stays');
    await box.retry(id);
    const [received] = await until(box, settled);
    assert.deepEqual([received?.state, received?.attempts, server.rows.length, server.rows[0]?.key], ['received', 3, 1, id]);
  });
}

test('an answer that never comes is given up after half a minute; pauses grow from seconds to five minutes', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const server = api();
  server.faults.push('nothing comes');
  const box = outbox(server, memoryStorage());
  const { id } = await box.add(request);
  while (server.sent === 0) await new Promise(setImmediate);
  mock.timers.tick(30_000);
  await until(box, tries(1));
  server.otherwise = 'failing';
  const pauses: number[] = [];
  for (let n = 2; n < 14; n += 1) {
    await box.retry(id);
    const [waiting] = await until(box, tries(n));
    assert.ok(waiting?.state === 'waiting' && waiting.until !== undefined);
    pauses.push((Date.parse(waiting.until) - Date.now()) / 1000);
  }
  pauses.forEach((pause, index) => {
    const whole = Math.min(2 ** (index + 3), 300);
    assert.ok(pause >= whole / 2 - 1 && pause <= whole, `${pause} of ${whole}`);
  });
});

test('Retry-After is waited for, and ends by a timer whatever the clock says', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const server = api();
  server.faults.push('too many');
  const box = outbox(server, memoryStorage());
  await box.add(request);
  await until(box, tries(1));
  mock.timers.tick(599_000);
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  assert.equal(server.sent, 1);
  mock.timers.tick(2_000);
  await until(box, settled);
});

for (const year of [1970, 2099]) {
  test(`with the clock in ${year}, what waits is sent all the same`, async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 2, 9) });
    const server = api();
    server.faults.push('unreachable');
    const box = outbox(server, memoryStorage());
    const first = await box.add(request);
    await until(box, tries(1));
    mock.timers.setTime(Date.UTC(year, 0, 2));
    const second = await box.add(request);
    assert.equal(second.createdAt, `${year}-01-02T00:00:00.000Z`);
    await box.retry(first.id);
    const all = await until(box, (now) => now.length === 2 && settled(now));
    assert.deepEqual(all.map(({ id }) => id), [first.id, second.id], 'in the order in which they were added');
  });
}

test('what the API refuses is refused with its reasons, blocks nothing, and can be sent again', async () => {
  const server = api();
  server.refuse = ({ route }) => (route === 'hand' ? problem(400, 'invalid-input') : undefined);
  const box = outbox(server, memoryStorage(), false);
  const wrong = await box.add({ ...request, body: { ...body, route: 'hand' as never } });
  const right = await box.add(request);
  box.start();
  const [first, second] = await until(box, (all) => all.length === 2 && settled(all));
  assert.deepEqual([first?.id, first?.state === 'refused' && first.problem.type], [wrong.id, 'urn:sunlit:problem:invalid-input']);
  assert.deepEqual([second?.id, second?.state], [right.id, 'received']);
  server.refuse = () => undefined;
  await box.retry(wrong.id);
  await until(box, (all) => all.every(({ state }) => state === 'received'));
  assert.deepEqual(server.rows.map(({ key }) => key), [right.id, wrong.id]);
});

test('one that always fails does not hold up the others; they go in order', async () => {
  const server = api();
  server.refuse = ({ route }) => (route === 'hand' ? problem(500, 'internal') : undefined);
  const box = outbox(server, memoryStorage(), false);
  const ids = [];
  for (const route of ['hand', 'online', 'online', 'online']) ids.push((await box.add({ ...request, body: { ...body, route: route as never } })).id);
  box.start();
  await until(box, (all) => all.length === 4 && all.slice(1).every(({ state }) => state === 'received') && putOff(all));
  assert.deepEqual(server.rows.map(({ key }) => key), ids.slice(1));
});

test('a proof of work that was too old is done anew', async () => {
  const server = api();
  let refusals = 1;
  server.refuse = () => (refusals-- > 0 ? problem(403, 'challenge-refused') : undefined);
  const box = outbox(server, memoryStorage());
  const { id } = await box.add(request);
  await until(box, tries(1));
  await box.retry(id);
  assert.equal((await until(box, settled))[0]?.state, 'received');
});

/** A storage that a crash cuts off: from then on nothing of what the page does reaches it. */
function crashing(kept: Map<string, unknown>) {
  let crashed = false;
  const gone = () => Promise.reject(new Error('The page is gone'));
  return {
    crash: () => void (crashed = true),
    storage: {
      get: async (key) => (crashed ? gone() : structuredClone(kept.get(key))),
      set: async (key, value) => (crashed ? gone() : void kept.set(key, structuredClone(value))),
      del: async (key) => (crashed ? gone() : void kept.delete(key)),
      keys: async () => (crashed ? gone() : [...kept.keys()]),
    } satisfies KeyValueStorage,
  };
}

type Point = 'before it is stored' | 'after it is stored' | 'during sending' | 'after the server has it, before the answer' | 'after the answer, before it is stored' | 'after the answer is stored';
const points: Point[] = ['before it is stored', 'after it is stored', 'during sending', 'after the server has it, before the answer', 'after the answer, before it is stored', 'after the answer is stored'];

for (const point of points) {
  test(`a crash ${point} leaves one submission and one receipt, or none of either that was promised`, async () => {
    const server = api();
    const kept = new Map<string, unknown>();
    const { storage, crash } = crashing(kept);
    let atPoint: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      atPoint = () => {
        crash();
        resolve();
      };
    });
    const set = storage.set;
    storage.set = async (key, value) => {
      const state = (value as { stands?: { state: string } }).stands?.state;
      if (point === 'before it is stored' && state === 'waiting') atPoint();
      if (point === 'after the answer, before it is stored' && state === 'received') atPoint();
      await set(key, value);
      if (point === 'after it is stored' && state === 'waiting') atPoint();
      if (point === 'after the answer is stored' && state === 'received') atPoint();
    };
    if (point === 'during sending') server.faults.push('nothing comes');
    server.onArrival = () => point === 'after the server has it, before the answer' && atPoint();
    const first = outbox(server, storage, false);
    const added = await first.add(request).then(({ id }) => id, () => undefined);
    if (added !== undefined) first.start();
    if (point === 'during sending') {
      while (server.sent === 0) await new Promise(setImmediate);
      atPoint();
    }
    await reached;
    server.onArrival = () => undefined;
    await first.stop();

    const second = outbox(server, crashing(kept).storage);
    if (added === undefined) {
      assert.deepEqual([await second.list(), server.rows], [[], []], 'nobody was told that it is kept, and nothing is');
      return;
    }
    const [received] = await until(second, settled);
    assert.deepEqual([received?.id, received?.state, server.rows.map(({ key }) => key)], [added, 'received', [added]]);
    assert.deepEqual(received?.state === 'received' && received.answer, { receiptNo: '20260309-000000', secret: '7KQ2-MX9R-41TB' });
  });
}

test('whatever is interrupted, each submission that was promised is filed once', async () => {
  const faults = fc.constantFrom<Fault>('none', 'unreachable', 'answer lost', 'half an answer', 'captive portal', 'failing', 'too many');
  const step = fc.record({ crashes: fc.boolean(), faults: fc.array(faults, { maxLength: 4 }), adds: fc.integer({ min: 0, max: 2 }) });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
    const server = api();
    const kept = new Map<string, unknown>();
    const promised: string[] = [];
    for (const { crashes, faults: some, adds } of steps) {
      const { storage, crash } = crashing(kept);
      server.faults.splice(0, Infinity, ...some);
      const box = outbox(server, storage);
      for (let n = 0; n < adds; n += 1) promised.push((await box.add(request)).id);
      if (crashes) crash();
      await box.stop();
    }
    server.faults.splice(0);
    const last = outbox(server, crashing(kept).storage);
    const all = promised.length === 0 ? [] : await until(last, (now) => now.length === promised.length && settled(now));
    assert.deepEqual(all.map(({ id }) => id).sort(), [...promised].sort());
    assert.deepEqual(server.rows.map(({ key }) => key).sort(), [...promised].sort());
    await last.stop();
  }), { numRuns: 60 });
});

test('of two outboxes of one storage one sends, the other sees it; the next takes over', async () => {
  const server = api();
  const storage = memoryStorage();
  const [one, other] = [outbox(server, storage), outbox(server, storage)];
  const { id } = await other.add(request);
  await until(one, settled);
  await until(other, settled);
  assert.equal(server.sent, 1);
  await one.stop();
  await other.add(request);
  await until(other, (all) => all.length === 2 && settled(all));
  assert.equal(server.rows[0]?.key, id);
});

test('where locks are missing, a lease in the storage lets one send at a time, and ends with who held it', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
  Object.defineProperty(Navigator.prototype, 'locks', { configurable: true, get: () => undefined });
  try {
    const server = api();
    const kept = new Map<string, unknown>();
    const first = crashing(kept);
    const pass = async (milliseconds: number) => {
      for (let spent = 0; spent < milliseconds; spent += 500) {
        mock.timers.tick(500);
        for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
      }
    };
    const passUntil = async (isSo: () => Promise<boolean>) => {
      for (let spent = 0; spent < 120_000 && !(await isSo()); spent += 500) await pass(500);
    };
    const one = outbox(server, first.storage);
    await pass(5_000);
    const other = outbox(server, crashing(kept).storage);
    await pass(20_000);
    server.otherwise = 'unreachable';
    const { id } = await one.add(request);
    await passUntil(async () => (await other.list())[0]?.attempts !== 0);
    assert.equal((await other.list())[0]?.attempts, 1, 'tried by the one that has the lease');
    first.crash();
    server.otherwise = 'none';
    await passUntil(async () => (await other.list())[0]?.state === 'received');
    assert.deepEqual([(await other.list())[0]?.state, server.rows.map(({ key }) => key)], ['received', [id]]);
  } finally {
    Object.defineProperty(Navigator.prototype, 'locks', locks);
  }
});

test('a device that cannot keep anything says so before anybody types', async () => {
  const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  const failing = (error: Error): KeyValueStorage => ({ ...memoryStorage(), set: () => Promise.reject(error) });
  for (const [storage, code] of [
    [failing(full), 'storage-full'], [failing(new Error('blocked')), 'storage-unavailable'],
    [{ ...memoryStorage(), set: async () => undefined }, 'storage-unavailable'], [undefined, 'storage-unavailable'],
  ] as const) {
    const server = api();
    const box = createOutbox({ baseUrl: server.baseUrl, device: 'own', fetch: server.fetch, ...(storage && { storage }) });
    assert.equal(box.problem(), undefined);
    assert.deepEqual([await box.canKeep(), box.problem()?.code], [false, code]);
    if (code === 'storage-full' || storage === undefined) await assert.rejects(box.add(request), (error) => isSunlitError(error) && error.code === code);
  }
});

test('a parameter that is missing is refused at once; a path is made of it', async () => {
  const support = { token: '0123456789ABCDEFGHJKMNPQRS', basis: 'web' } as const;
  const server = api();
  const box = outbox(server, memoryStorage());
  await assert.rejects(box.add({ operation: 'topics.support', body: support }), { code: 'invalid-input' });
  assert.equal(box.problem(), undefined);
  const arrived = new Promise<void>((resolve) => { server.onArrival = () => resolve(); });
  await box.add({ operation: 'topics.support', params: { id: '01JQ/8' }, body: support });
  await arrived;
  assert.equal(server.rows[0]?.path, '/v1/topics/01JQ%2F8/supports');
});

test('what an outbox can send are operations of the contract that make something new', () => {
  for (const [id, route] of Object.entries(ROUTES)) {
    if (!(id in operations)) continue;
    const operation = operations[id as OperationId] as { method: string; path: string; access: string; creates?: true; body?: { properties?: object } };
    const challenge = 'challenge' in (operation.body?.properties ?? {});
    assert.deepEqual([`/${route.path}`, route.method, 'challenge' in route], [operation.path, operation.method, challenge], id);
    assert.deepEqual([operation.access, operation.creates], ['public', true], id);
  }
});
