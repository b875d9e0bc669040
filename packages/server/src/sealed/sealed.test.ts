import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import type { Answer, Operations, Receipt } from '@sunlit/contract';
import fc from 'fast-check';
import { createOutbox, memoryStorage, type KeyValueStorage, type NewFile, type Outbox, type Submission, type SubmissionBody } from '../../../client/src/outbox.ts';
import { seal } from '../../../client/src/seal.ts';
import { forgetOld } from '../database/idempotency.ts';
import { office } from '../drafts/office.ts';
import { listening, onEachEngine, openSqlite, type Server } from '../fixture.ts';
import { holder, reasons, solved } from '../requests/fixture.ts';
import type { Envelope } from './open.ts';

const body: SubmissionBody<'requests.submit'> = {
  agencyId: 'qinghe-water', channel: 'kiosk', form: 'electronic', route: 'online',
  applicant: { type: 'naturalPerson', name: '甲某某', identity: { type: 'passport', number: 'E00000001' }, contact: { phone: '010-00000000' } },
  wanted: { description: '2025年清河河道采砂许可证的核发情况' },
};
const request = { operation: 'requests.submit', body } as const;
type Keys = Answer<Operations['keys.get']>;

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
const putOff = ([first]: readonly Submission[]) => first?.state === 'waiting' && first.until !== undefined;

function send(server: Server, envelope: object, key: string): Promise<Response> {
  return fetch(`${server.url}/v1/sealed`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': 'en' }, body: JSON.stringify(envelope) });
}

/** A kiosk without a network, what it stores, and an envelope as a thief of its disk would find it. */
async function kiosk(server: Server, more: { readonly body?: SubmissionBody<'requests.submit'>; readonly files?: readonly NewFile[]; readonly fetch?: typeof fetch } = {}) {
  const kept = new Map<string, unknown>();
  const storage: KeyValueStorage = {
    get: async (key) => structuredClone(kept.get(key)), set: async (key, value) => void kept.set(key, structuredClone(value)),
    del: async (key) => void kept.delete(key), keys: async () => [...kept.keys()],
  };
  const box = createOutbox({ baseUrl: server.url, device: 'shared', storage, fetch: more.fetch });
  assert.equal(await box.canKeep(), true, box.problem()?.message);
  const added = await box.add({ operation: 'requests.submit', body: more.body ?? body, files: more.files, label: '甲某某的申请' });
  const { content: { envelope } } = kept.get(`item ${added.id}`) as { content: { envelope: Envelope } };
  return { box, kept, added, envelope, reference: added.reference ?? '' };
}

onEachEngine('a submission sealed on a shared device', (open) => {
  test('shows nothing on the disk, is filed as it was written, and its receipt is given for the slip alone', async () => {
    const { server, database } = await office(open);
    const { box, kept, reference } = await kiosk(server);
    const onDisk = JSON.stringify([...kept]);
    for (const personal of ['甲某某', 'E00000001', '010-00000000', '采砂', reference, reference.replaceAll('-', '')]) assert.ok(!onDisk.includes(personal), personal);
    assert.match(reference, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    assert.equal(await box.exchange(reference), undefined, 'it has not arrived');
    box.start();
    const [received] = await until(box, settled);
    await box.stop();
    assert.deepEqual(received?.state === 'received' && received.answer, { operation: 'requests.submit', receivedAt: '2026-03-09T01:00:00.000Z' });
    const { operation, answer } = (await box.exchange(reference.toLowerCase().replaceAll('-', ' '))) ?? {};
    const receipt = answer as Receipt;
    assert.deepEqual([operation, receipt.agency.id], ['requests.submit', 'qinghe-water']);
    const tracked = await holder(server, receipt).track();
    assert.deepEqual([tracked.wanted, tracked.channel], [body.wanted, 'kiosk']);
    const after = JSON.stringify([...kept]);
    for (const secret of [receipt.receiptNo, receipt.secret, reference]) assert.ok(!after.includes(secret), 'the device knows no receipt');
    const rows = JSON.stringify(await database.read.selectFrom('sealed_answer').selectAll().execute());
    for (const secret of [receipt.receiptNo, receipt.secret, reference]) assert.ok(!rows.includes(secret), 'nor does the database, by itself');
  });

  test('whatever is interrupted, it is one request with one receipt', async () => {
    const { server, database } = await office(open);
    const faults = fc.array(fc.constantFrom('unreachable', 'answer lost', 'half', 'portal', 'failing'), { maxLength: 5 });
    let filed = 0;
    await fc.assert(fc.asyncProperty(faults, fc.boolean(), async (plan, shared) => {
      const left = [...plan];
      const send: typeof fetch = async (input, init) => {
        if (init?.method !== 'POST') return fetch(input, init);
        const fault = left.shift();
        if (fault === 'unreachable') throw new TypeError('fetch failed');
        if (fault === 'portal') return new Response('<h1>登录</h1>', { headers: { 'content-type': 'text/html' } });
        if (fault === 'failing') return new Response('{}', { status: 502 });
        const response = await fetch(input, init);
        if (fault === 'answer lost') throw new TypeError('terminated');
        return fault === 'half' ? new Response((await response.text()).slice(0, 10), response) : response;
      };
      const box = createOutbox({ baseUrl: server.url, device: shared ? 'shared' : 'own', storage: memoryStorage(), fetch: send });
      assert.equal(await box.canKeep(), true);
      const { id, reference } = await box.add(request);
      box.start();
      for (let n = 1; n <= plan.length; n += 1) {
        await until(box, (all) => putOff(all) && all[0]?.attempts === n);
        await box.retry(id);
      }
      const [received] = await until(box, settled);
      await box.stop();
      assert.equal(received?.state, 'received');
      const receipt = reference === undefined ? (received?.state === 'received' ? received.answer : undefined) : (await box.exchange(reference))?.answer;
      await holder(server, receipt as Receipt).track();
      filed += 1;
      assert.equal((await database.read.selectFrom('request').select('no').execute()).length, filed);
    }), { numRuns: 12 });
  });

  test('the same envelope does nothing new, also fifty times at once and after months; another under its key is refused', async () => {
    const { server, database, setDay } = await office(open);
    const { envelope, added, reference, box } = await kiosk(server);
    const challenge = await solved(server);
    const answers = await Promise.all(Array.from({ length: 50 }, async () => JSON.stringify(await (await send(server, { ...envelope, challenge }, added.id)).json())));
    assert.deepEqual([...new Set(answers)], ['{"operation":"requests.submit","receivedAt":"2026-03-09T01:00:00.000Z"}']);
    const { answer } = (await box.exchange(reference)) ?? {};
    setDay('2026-04-25');
    await forgetOld(database);
    assert.equal((await send(server, { ...envelope, challenge: await solved(server) }, added.id)).status, 200);
    assert.equal((await database.read.selectFrom('request').select('no').execute()).length, 1);
    assert.deepEqual((await box.exchange(reference))?.answer, answer);
    setDay('2026-03-09');
    const { current } = await server.json<Keys>('/v1/keys');
    const other = await seal(current, { params: {}, body: { ...body, form: 'paper' }, reference }, envelope.aad);
    assert.deepEqual(await reasons(await send(server, { ...other, challenge: await solved(server) }, added.id)), ['422 key-reused']);
  });

  test('files are sealed in chunks before they are stored, go after their request, and are what they were; a crash or a lost answer makes no second one', async () => {
    const { server } = await office(open);
    const large = new File([`张三的身份证明\n${'低保名单\n'.repeat(200_000)}`], '证明.txt');
    const faults = ['answer lost', 'half', 'failing'];
    const send: typeof fetch = async (input, init) => {
      const isFile = String(input).endsWith('/v1/sealed/attachments');
      const fault = isFile ? faults.shift() : undefined;
      if (fault === 'failing') return new Response('<h1>502</h1>', { status: 502 });
      const response = await fetch(input, init);
      if (fault === 'answer lost') throw new TypeError('terminated');
      return fault === 'half' ? new Response((await response.text()).slice(0, 10), response) : response;
    };
    const { box, kept, added, reference } = await kiosk(server, { body: { ...body, files: 2 }, files: [{ file: large, name: large.name, purpose: 'identity' }, { file: new Blob(['附图说明']), name: '说明.txt' }], fetch: send });
    assert.ok(large.size > 2 * 1024 * 1024);
    const bytes = [...kept.values()].filter((value) => value instanceof Uint8Array);
    const rest = JSON.stringify([...kept].filter(([, value]) => !(value instanceof Uint8Array)));
    assert.deepEqual(bytes.map(({ length }) => length), [1048592, 1048592, large.size - 2 * 1048576 + 16, 12 + 16], 'one mebibyte each, and a tag');
    for (const words of ['低保名单', '证明', '附图说明']) assert.ok(!bytes.some((chunk) => Buffer.from(chunk).includes(words)) && !rest.includes(words), words);
    box.start();
    for (let n = 2; n <= 4; n += 1) {
      const [waiting] = await until(box, (all) => putOff(all) && all[0]?.attempts === n);
      assert.equal(waiting?.filesLeft, 2);
      assert.ok(await box.exchange(reference), 'the request itself is there');
      assert.equal(await box.remove(added.id), false, 'what waits stays');
      await box.retry(added.id);
    }
    const [received] = await until(box, settled);
    await box.stop();
    assert.deepEqual([received?.state, received?.attempts, received?.state === 'received' && received.refusedFiles, added.filesLeft, received?.filesLeft], ['received', 6, undefined, undefined, undefined]);
    assert.deepEqual([...kept.keys()].filter((key) => key.startsWith('chunk ')), []);
    const { attachments } = await holder(server, (await box.exchange(reference))?.answer as Receipt).track();
    const hash = createHash('sha256').update(new Uint8Array(await large.arrayBuffer())).digest('hex');
    assert.deepEqual([attachments.length, attachments[0], attachments[1]?.name], [2, { name: '证明.txt', size: large.size, sha256: hash }, '说明.txt']);
  });

  test('a chunk that is missing, moved, cut or changed is no file, and holds up neither the request nor the other files', async () => {
    const { server } = await office(open);
    const file = new Blob([new TextEncoder().encode('公开'.repeat(400_000))]);
    const spoiled = [
      (chunks: Uint8Array[]) => chunks.slice(0, -1), (chunks: Uint8Array[]) => chunks.slice(1), (chunks: Uint8Array[]) => [chunks[1]!, chunks[0]!, ...chunks.slice(2)],
      (chunks: Uint8Array[]) => [...chunks, chunks.at(-1)!], (chunks: Uint8Array[]) => [chunks[0]!.with(7, chunks[0]![7]! ^ 1), ...chunks.slice(1)],
    ];
    for (const spoil of spoiled) {
      const { box, kept, added, reference } = await kiosk(server, { files: [{ file, name: '一.txt' }, { file: new Blob(['二']), name: '二.txt' }] });
      const name = (n: number) => `chunk ${added.id} 0 ${String(n)}`;
      const chunks = spoil([0, 1, 2].map((n) => kept.get(name(n)) as Uint8Array));
      const item = kept.get(`item ${added.id}`) as { files: { chunks: number }[] };
      item.files[0]!.chunks = chunks.length;
      chunks.forEach((chunk, n) => kept.set(name(n), chunk));
      box.start();
      const [received] = await until(box, settled);
      await box.stop();
      assert.deepEqual([received?.state, received?.state === 'received' && received.refusedFiles], ['received', 1], String(spoil));
      const { attachments } = await holder(server, (await box.exchange(reference))?.answer as Receipt).track();
      assert.deepEqual(attachments.map((one) => one.name), ['二.txt']);
    }
  });

  test('a file for a reference that nothing was sealed with is refused before it is read, and guesses are counted', async () => {
    const { server } = await office(open);
    const { current } = await server.json<Keys>('/v1/keys');
    const label = { idempotencyKey: 'none-of-these', operation: 'requests.attach', formVersion: '1', createdAt: '' };
    const file = { key: 'A'.repeat(43), name: 'a.txt', purpose: 'attachment', size: 1 };
    const put = async (envelope: unknown) => reasons(await fetch(`${server.url}/v1/sealed/attachments`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream', 'accept-language': 'en' }, body: `${JSON.stringify(envelope)}\n0123456789` }));
    const sealed = (content: object, aad: Partial<typeof label> = {}) => seal(current, { body: content, reference: '7KQ2-MX9R-41TC' }, { ...label, ...aad });
    assert.deepEqual(await put(await sealed(file)), ['404 not-found']);
    assert.deepEqual(await put(await sealed(file, { operation: 'requests.submit' })), ['409 envelope-refused', '/body/aad/operation not-sealable']);
    assert.deepEqual((await put(await sealed({ ...file, size: 0 })))[0], '400 invalid-input');
    assert.deepEqual((await put({ v: 1 }))[0], '400 invalid-input');
    for (let n = 0; n < 100; n += 1) await put(await sealed(file));
    assert.deepEqual((await put(await sealed(file)))[0], '429 too-many-requests');
  });

  test('tampered with, cut, moved, or sealed for anything else, it is refused, and says to go to the counter', async () => {
    const { server, database } = await office(open);
    const { envelope, added } = await kiosk(server);
    const challenge = await solved(server);
    const refused = async (changed: Partial<Envelope>, key = added.id) => reasons(await send(server, { ...envelope, challenge, ...changed }, key));
    const flipped = (text: string, at: number) => {
      const bytes = Buffer.from(text, 'base64url');
      bytes[at] = bytes[at]! ^ 1;
      return bytes.toString('base64url');
    };
    const { ciphertext, enc, aad } = envelope;
    for (const changed of [
      { ciphertext: flipped(ciphertext, 0) }, { ciphertext: flipped(ciphertext, 60) }, { ciphertext: ciphertext.slice(0, -4) }, { ciphertext: `${ciphertext}AAAA` }, { ciphertext: 'AAAA' },
      { enc: flipped(enc, 40) }, { enc: enc.slice(4) }, { aad: { ...aad, agency: 'qinghe-tax' } }, { aad: { ...aad, operation: 'requests.answered' } },
      { aad: { ...aad, formVersion: '2' } }, { aad: { ...aad, createdAt: '2026-01-01T00:00:00.000Z' } },
    ] satisfies Partial<Envelope>[]) assert.deepEqual(await refused(changed), ['409 envelope-refused', '/body tampered'], JSON.stringify(changed));
    assert.deepEqual(await refused({}, 'another-key-of-mine'), ['409 envelope-refused', '/headers/idempotency-key other-key']);
    assert.deepEqual(await refused({ aad: { ...aad, idempotencyKey: 'another-key-of-mine' } }, 'another-key-of-mine'), ['409 envelope-refused', '/body tampered']);
    for (const operation of ['sealed.send', 'requests.track', 'drafts.create', 'no.such', 'constructor.x']) {
      assert.deepEqual(await refused({ aad: { ...aad, operation } }), ['409 envelope-refused', '/body/aad/operation not-sealable'], operation);
    }
    assert.deepEqual(await refused({ keyId: 'A'.repeat(16) }), ['409 envelope-refused', '/body/keyId key-expired']);
    const { current } = await server.json<Keys>('/v1/keys');
    const reference = '7KQ2-MX9R-41TB';
    const sealed = async (inside: object, label = aad) => reasons(await send(server, { ...(await seal(current, inside, label)), challenge }, added.id));
    assert.deepEqual(await sealed({ body, reference }, { ...aad, agency: 'qinghe-tax' }), ['409 envelope-refused', '/body/aad/agency other-agency']);
    assert.deepEqual(await sealed({ body: { ...body, form: 'papyrus' }, reference }), ['400 invalid-input', '/body/form enum'], 'what is inside is validated like any other');
    assert.deepEqual(await sealed({ body, params: { id: 'x' }, reference }), ['404 not-found']);
    for (const inside of [{ body }, { body: [], reference }, { reference }, { body, reference: 'short' }]) assert.deepEqual(await sealed(inside), ['409 envelope-refused', '/body tampered']);
    const response = await send(server, { ...envelope, keyId: 'A'.repeat(16) }, added.id);
    assert.match(((await response.json()) as { detail: string }).detail, /counter/);
    assert.equal((await database.read.selectFrom('request').select('no').execute()).length, 0);
    assert.deepEqual(await reasons(await send(server, envelope, added.id)), ['400 invalid-input', '/body/challenge required']);
  });

  test('the outbox of a kiosk shows what was refused, and why', async () => {
    const { server } = await office(open);
    const { box } = await kiosk(server, { body: { ...body, route: 'fax' } });
    box.start();
    const [refused] = await until(box, settled);
    await box.stop();
    assert.deepEqual(refused?.state === 'refused' && refused.problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`), ['/body/route route-not-offered']);
  });

  test('a key is current for ninety days and opens for thirty more; one master key follows another', async () => {
    const { server, setDay, database } = await office(open);
    const { current, next } = await server.json<Keys>('/v1/keys');
    assert.equal(current.until, next.from);
    const day = (moment: string, days: number) => new Date(Date.parse(moment) + days * 86_400_000).toISOString().slice(0, 10);
    setDay(day(next.from, 1));
    assert.deepEqual((await server.json<Keys>('/v1/keys')).current, next, 'what was announced is what comes');
    setDay('2026-03-09');
    const { box, envelope, added } = await kiosk(server);
    setDay(day(current.until, 28));
    box.start();
    assert.equal((await until(box, settled))[0]?.state, 'received');
    await box.stop();
    setDay(day(current.until, 31));
    const late = await send(server, { ...envelope, challenge: await solved(server) }, added.id);
    assert.deepEqual(await reasons(late), ['409 envelope-refused', '/body/keyId key-expired']);

    setDay('2026-03-09');
    const [old, fresh] = ['old', 'new'].map((id) => ({ id, key: randomBytes(32) })) as [{ id: string; key: Buffer }, { id: string; key: Buffer }];
    const before = await listening(database, { settings: { ...server.settings, dataKeys: [old] } });
    const sealedBefore = await kiosk(before);
    const after = await listening(database, { settings: { ...server.settings, dataKeys: [fresh, old] } });
    assert.notEqual((await after.json<Keys>('/v1/keys')).current.id, (await before.json<Keys>('/v1/keys')).current.id);
    assert.equal((await send(after, { ...sealedBefore.envelope, challenge: await solved(after) }, sealedBefore.added.id)).status, 200);
    const without = await listening(database, { settings: { ...server.settings, dataKeys: [fresh] } });
    assert.deepEqual(await reasons(await send(without, { ...sealedBefore.envelope, challenge: await solved(without) }, sealedBefore.added.id)), ['409 envelope-refused', '/body/keyId key-expired']);
  });

  test('who guesses at references is told to wait', async () => {
    const { server } = await office(open);
    const { box } = await kiosk(server);
    for (let n = 0; n < 100; n += 1) assert.equal(await box.exchange(`${n}`.padStart(12, '0')), undefined);
    await assert.rejects(box.exchange('7KQ2-MX9R-41TB'), { code: 'too-many-requests' });
  });
});

test('of two pages one sweeps what a page left that ended while it stored a file, and nothing of what the other stores just now', async () => {
  const { server } = await office(openSqlite);
  const kept = new Map<string, unknown>();
  const storage: KeyValueStorage = { get: async (key) => kept.get(key), set: async (key, value) => void kept.set(key, value), del: async (key) => void kept.delete(key), keys: async () => [...kept.keys()] };
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: KeyValueStorage = {
    ...storage,
    async set(key, value) {
      if (/^chunk .* 1$/.test(key)) {
        reached.resolve();
        await released.promise;
      }
      return storage.set(key, value);
    },
  };
  const [sending, storing] = [storage, slow].map((one) => createOutbox({ baseUrl: server.url, device: 'shared', storage: one })) as [Outbox, Outbox];
  assert.equal(await storing.canKeep(), true);
  const file = new Blob(['公开'.repeat(250_000)]);
  const adding = storing.add({ ...request, body: { ...body, files: 1 }, files: [{ file, name: '证明.txt' }] });
  await reached.promise;
  const chunks = () => [...kept.keys()].filter((key) => key.startsWith('chunk ')).length;
  const swept = async (key: string) => {
    while (kept.has(key)) await new Promise(setImmediate);
  };
  // Behind the other's, so that those would have gone first.
  kept.set('chunk left 0 0', new Uint8Array(16));
  after(() => sending.stop());
  sending.start();
  await swept('chunk left 0 0');
  assert.equal(chunks(), 1);
  kept.set('chunk later 0 0', new Uint8Array(16));
  released.resolve();
  const { reference = '' } = await adding;
  const [received] = await until(sending, settled);
  assert.equal(received?.state === 'received' && received.refusedFiles, undefined);
  const { attachments } = await holder(server, (await sending.exchange(reference))?.answer as Receipt).track();
  assert.deepEqual(attachments.map(({ size }) => size), [file.size]);
  await swept('chunk later 0 0');
  assert.equal(chunks(), 0);
});

test('a device that never met the server, or not for a season, says so before anybody types; its clock may be set meanwhile', async () => {
  const { server } = await office(openSqlite);
  let connected = false;
  const network: typeof fetch = (input, init) => (connected ? fetch(input, init) : Promise.reject(new TypeError('fetch failed')));
  const box = createOutbox({ baseUrl: server.url, device: 'shared', storage: memoryStorage(), fetch: network });
  assert.deepEqual([await box.canKeep(), box.problem()?.code], [false, 'no-sealing-key']);
  await assert.rejects(box.add(request), { code: 'no-sealing-key' });
  connected = true;
  assert.equal(await box.canKeep(), true);
  connected = false;
  const { now } = Date;
  try {
    for (const [days, can] of [[60, true], [300, false], [-20_000, true], [26_000, true], [1, true]] as const) {
      Date.now = () => now() + days * 86_400_000;
      assert.equal(await box.canKeep(), can, `${days} days later by its clock`);
    }
  } finally {
    Date.now = now;
  }
});
