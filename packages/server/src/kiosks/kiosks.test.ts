import assert from 'node:assert/strict';
import { pbkdf2Sync, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Answer, Heartbeat, HeartbeatAnswer, Kiosk, Operations, Problem } from '@sunlit/contract';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { CITY, listening, onEachEngine, staffMember } from '../fixture.ts';

const WELL: Heartbeat = { version: '0.1.0', dataDate: '2026-03-09T01:00:00.000Z', uptime: 60, errors: 0, queue: 0, printer: 'ok' };

/** A city with a clock that the test sets, its administrator, and calls by whom one likes. */
async function hall(open: () => Promise<Database>) {
  const opened = await open();
  await saveAgencies(opened, CITY);
  let at = new Date('2026-03-09T02:00:00.000Z');
  const database: Database = { ...opened, now: () => at };
  const server = await listening(database);
  const { headers } = await staffMember(database, { username: 'admin', grants: [{ agencyId: 'qinghe', role: 'administrator' }] });
  const call = async (method: string, path: string, body?: object, as: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/v1/kiosks${path}`, {
      method, headers: { ...as, 'idempotency-key': randomUUID(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
  };
  const desk = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await call(method, path, body, headers);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as T;
  };
  const create = () => desk<Answer<Operations['kiosks.create']>>('POST', '', { agencyId: 'liuhe-tuanjie', name: '一号屏', place: '村委会大厅' });
  const enrol = async (code: string) => {
    const { status, body } = await call('POST', '/enrol', { code });
    assert.equal(status, 200, JSON.stringify(body));
    return body as Answer<Operations['kiosks.enrol']>;
  };
  const beat = ({ id, secret }: { id: string; secret: string }, said: object = WELL) => call('POST', '/heartbeat', said, { authorization: `Device ${id}.${secret}` });
  const heard = async (device: { id: string; secret: string }, said?: object) => {
    const { status, body } = await beat(device, said);
    assert.equal(status, 200, JSON.stringify(body));
    return body as HeartbeatAnswer;
  };
  const only = async () => (await desk<{ items: Kiosk[] }>('GET', '')).items[0]!;
  const pass = (minutes: number) => void (at = new Date(at.getTime() + minutes * 60_000));
  return { database, server, headers, call, desk, create, enrol, beat, heard, only, pass };
}

const codeOf = ({ body }: { body: unknown }) => (body as Problem).type.replace('urn:sunlit:problem:', '');

onEachEngine('kiosks', (open) => {
  test('a code registers one device once, within a day, however it was typed', async () => {
    const { create, call, enrol, desk, only, pass } = await hall(open);
    const { kiosk, code } = await create();
    assert.match(code, /^\d{10}$/);
    assert.deepEqual([kiosk.state, kiosk.enrolledAt, typeof kiosk.codeUntil], ['never', undefined, 'string']);
    const device = await enrol(`${code.slice(0, 3)} ${code.slice(3, 6)}-${code.slice(6)}`);
    assert.deepEqual([device.id, device.name, device.agency.id], [kiosk.id, '一号屏', 'liuhe-tuanjie']);
    assert.deepEqual([(await only()).state, (await only()).codeUntil], ['never', undefined], 'registered is not heard of');
    const again = await call('POST', '/enrol', { code });
    assert.deepEqual([again.status, codeOf(again)], [403, 'code-refused']);
    const { code: later } = await desk<{ code: string }>('POST', `/${kiosk.id}/code`);
    pass(24 * 60 + 1);
    assert.equal(codeOf(await call('POST', '/enrol', { code: later })), 'code-refused');
  });

  test('a device that takes the place of another ends its registration, and a renewed code the one before', async () => {
    const { create, call, desk, enrol, beat } = await hall(open);
    const { kiosk, code: first } = await create();
    const { code: second } = await desk<{ code: string }>('POST', `/${kiosk.id}/code`);
    assert.equal(codeOf(await call('POST', '/enrol', { code: first })), 'code-refused');
    const old = await enrol(second);
    const { code: third } = await desk<{ code: string }>('POST', `/${kiosk.id}/code`);
    assert.equal((await beat(old)).status, 200, 'until the code is used');
    const successor = await enrol(third);
    assert.equal(codeOf(await beat(old)), 'device-refused');
    assert.equal((await beat(successor)).status, 200);
  });

  test('guessing at codes ends after ten from one address, and right ones are not counted', async () => {
    const { create, call, enrol } = await hall(open);
    for (let n = 0; n < 12; n++) await enrol((await create()).code);
    for (let n = 0; n < 10; n++) assert.equal((await call('POST', '/enrol', { code: '0000000000' })).status, 403);
    const refused = await call('POST', '/enrol', { code: (await create()).code });
    assert.deepEqual([refused.status, Number(refused.headers.get('retry-after')) > 0], [429, true]);
  });

  test('the database holds neither code nor secret nor PIN, and the record of staff names each step', async () => {
    const { create, enrol, desk, database } = await hall(open);
    const { kiosk, code } = await create();
    const kept = async () => JSON.stringify([await database.read.selectFrom('kiosk').selectAll().execute(), await database.read.selectFrom('idempotency').selectAll().execute(), await database.read.selectFrom('audit').selectAll().execute()]);
    assert.ok(!(await kept()).includes(code));
    const { secret } = await enrol(code);
    await desk('PUT', `/${kiosk.id}`, { name: '二号屏', place: '门厅' });
    await desk('PUT', `/${kiosk.id}/pin`, { pin: '73209146' });
    await desk('POST', `/${kiosk.id}/reload`);
    await desk('POST', `/${kiosk.id}/revoke`);
    const all = await kept();
    for (const text of [code, secret, '73209146']) assert.ok(!all.includes(text));
    const audit = await database.read.selectFrom('audit').select(['operation', 'via', 'subject', 'name']).where('operation', 'like', 'kiosks.%').orderBy('no').execute();
    assert.deepEqual(audit.map(({ operation, via, name }) => [operation, via, name]), [
      ['kiosks.create', 'token', 'admin'], ['kiosks.enrol', 'system', null], ['kiosks.save', 'token', 'admin'], ['kiosks.pin', 'token', 'admin'], ['kiosks.reload', 'token', 'admin'], ['kiosks.revoke', 'token', 'admin'],
    ]);
    assert.ok(audit.every(({ subject }) => subject === kiosk.id));
  });

  test('a heartbeat says how the device is, and what is wrong is dated from when it began', async () => {
    const { create, enrol, heard, only, pass, database } = await hall(open);
    const device = await enrol((await create()).code);
    const changes = async () => (await database.read.selectFrom('change_head').select('seq').executeTakeFirstOrThrow()).seq;
    const before = await changes();
    const { time, interval, name } = await heard(device);
    assert.deepEqual([time, interval, name], ['2026-03-09T02:00:00.000Z', 60, '一号屏']);
    assert.deepEqual([(await only()).state, (await only()).heard?.queue], ['ok', 0]);
    const wrong = { ...WELL, printer: 'out', queue: 3, clock: '1970-01-01T00:00:00.000Z', errors: 2, lastError: 'storage-full' };
    pass(1);
    await heard(device, wrong);
    pass(1);
    await heard(device, wrong);
    assert.deepEqual((await only()).reasons, [{ code: 'printer', since: '2026-03-09T02:01:00.000Z' }, { code: 'clock', since: '2026-03-09T02:01:00.000Z' }]);
    for (let n = 0; n < 60; n++) {
      pass(1);
      await heard(device, wrong);
    }
    assert.deepEqual((await only()).reasons.map(({ code }) => code), ['queue', 'printer', 'clock']);
    pass(1);
    await heard(device, WELL);
    assert.deepEqual([(await only()).state, (await only()).reasons], ['ok', []]);
    pass(4);
    assert.deepEqual([(await only()).state, (await only()).reasons.map(({ code }) => code)], ['amber', ['silent']]);
    pass(12);
    assert.equal((await only()).state, 'red');
    assert.equal(await changes(), before, 'no change of the disclosures');
  });

  test('a heartbeat takes nothing that is not its own, and no more than one in five seconds', async () => {
    const { create, enrol, beat, pass } = await hall(open);
    const device = await enrol((await create()).code);
    assert.equal((await beat(device, { ...WELL, name: '张三' })).status, 400);
    assert.equal((await beat(device, { ...WELL, lastError: '无法保存：张三的申请' })).status, 400);
    assert.equal((await beat(device)).status, 200);
    const soon = await beat(device);
    assert.deepEqual([soon.status, soon.headers.get('retry-after')], [429, '5']);
    pass(1);
    assert.equal((await beat(device)).status, 200);
  });

  test('an order to reload is given until the device says that it was carried out, the message until its last day', async () => {
    const { create, enrol, heard, desk, only, pass } = await hall(open);
    const { kiosk, code } = await create();
    const device = await enrol(code);
    assert.deepEqual([(await heard(device)).reload, (await heard({ ...device }).catch(() => undefined))], [undefined, undefined]);
    await desk('POST', `/${kiosk.id}/reload`);
    await desk('PUT', `/${kiosk.id}`, { name: '一号屏', place: '大厅', message: { text: '今日下午停电', until: '2026-03-09' } });
    pass(1);
    const { reload, message } = await heard(device);
    assert.deepEqual([typeof reload, message], ['string', { text: '今日下午停电', until: '2026-03-09' }]);
    pass(1);
    assert.equal((await heard(device, { ...WELL, reloaded: kiosk.id })).reload, reload, 'another order was carried out');
    pass(1);
    assert.equal((await heard(device, { ...WELL, reloaded: reload })).reload, undefined);
    assert.equal((await only()).reload?.doneAt, '2026-03-09T02:03:00.000Z');
    await desk('POST', `/${kiosk.id}/reload`);
    pass(16 * 60);
    const next = await heard(device, { ...WELL, reloaded: reload });
    assert.notEqual(next.reload, reload);
    assert.equal(next.message, undefined, 'in Shanghai the next day has begun');
  });

  test('the PIN is given as a slow hash that the device can compare with', async () => {
    const { create, enrol, heard, desk, pass } = await hall(open);
    const { kiosk, code } = await create();
    const device = await enrol(code);
    assert.equal((await desk<Kiosk>('PUT', `/${kiosk.id}/pin`, { pin: '204816' })).pin, true);
    const { pin } = await heard(device);
    assert.ok(pin);
    assert.equal(pbkdf2Sync('204816', Buffer.from(pin.salt, 'base64'), pin.iterations, 32, 'sha256').toString('base64'), pin.hash);
    assert.equal((await desk<Kiosk>('PUT', `/${kiosk.id}/pin`, {})).pin, false);
    pass(1);
    assert.equal((await heard(device)).pin, undefined);
  });

  test('a kiosk that was revoked is refused at once and for good, and its code with it', async () => {
    const { create, enrol, beat, desk, call, headers, only } = await hall(open);
    const { kiosk, code } = await create();
    const device = await enrol(code);
    const { code: unused } = await desk<{ code: string }>('POST', `/${kiosk.id}/code`);
    await desk('POST', `/${kiosk.id}/revoke`);
    const refused = await beat(device);
    assert.deepEqual([refused.status, codeOf(refused)], [401, 'device-refused']);
    assert.equal(codeOf(await call('POST', '/enrol', { code: unused })), 'code-refused');
    assert.equal((await only()).state, 'revoked');
    for (const path of ['code', 'reload', 'revoke']) assert.equal(codeOf(await call('POST', `/${kiosk.id}/${path}`, undefined, headers)), 'not-possible');
  });

  test('without its secret, with another’s, or half of it, nobody is a device', async () => {
    const { create, enrol, call } = await hall(open);
    const [one, other] = [await enrol((await create()).code), await enrol((await create()).code)];
    for (const authorization of ['', `Device ${one.id}`, `Device ${one.id}.`, `Device ${one.id}.${other.secret}`, `Device ${one.id}.${one.secret.slice(0, -1)}`, `Bearer ${one.id}.${one.secret}`]) {
      assert.equal(codeOf(await call('POST', '/heartbeat', WELL, { authorization })), 'device-refused', authorization);
    }
  });

  test('staff see the kiosks of their own agencies and below, and Prometheus counts them', async () => {
    const { database, server, create, call, enrol, heard } = await hall(open);
    await heard(await enrol((await create()).code));
    await create();
    const seen = async (agencyId: string, query = '') => {
      const { headers } = await staffMember(database, { username: `s${randomUUID().slice(0, 8)}`, grants: [{ agencyId, role: 'supervisor' }] });
      return ((await call('GET', query, undefined, headers)).body as { items: Kiosk[] }).items.length;
    };
    assert.deepEqual([await seen('dongshan'), await seen('liuhe-tuanjie'), await seen('qinghe-water'), await seen('qinghe', '?agency=liuhe'), await seen('qinghe', '?agency=qinghe-tax')], [2, 2, 0, 2, 0]);
    const metrics = await (await server.get('/metrics')).text();
    assert.match(metrics, /sunlit_kiosks\{state="ok"\} 1\nsunlit_kiosks\{state="amber"\} 0\nsunlit_kiosks\{state="red"\} 0\nsunlit_kiosks\{state="never"\} 1/);
  });
});
