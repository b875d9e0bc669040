import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onEachEngine } from '../fixture.ts';
import { loadTopic } from './record.ts';
import { readingRequests, writingRequests } from '../requests/store.ts';
import { ask, boards, call, newDevice, officer, refused } from './fixture.ts';
import { addSupports, canonicalOf, removeSupport } from './supports.ts';
import { takeTopicStep } from './take.ts';

const many = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index));

onEachEngine('support', (open) => {
  test('of one device counts once however often it is sent at once, and of two hundred two hundred times', async () => {
    const { server, open: openTopic, get, solved } = await boards(await open());
    const { id } = await openTopic();
    const challenges: string[] = [];
    for (let n = 0; n < 400; n++) challenges.push(await solved());
    const send = (token: string, challenge: string | undefined) => call(server, 'topics.support', { params: { id }, body: { token, basis: 'web', challenge: challenge ?? '' } });
    const [same, others] = [newDevice(), many(200, newDevice)];
    const once = await Promise.all(challenges.slice(0, 200).map((challenge) => send(same, challenge)));
    assert.deepEqual(new Set(once.map(({ status }) => status)), new Set([200]));
    assert.equal((await get(id)).supports.total, 2);
    const each = await Promise.all(others.map((token, index) => send(token, challenges[200 + index])));
    assert.deepEqual(new Set(each.map(({ status }) => status)), new Set([200]));
    assert.deepEqual((await get(id)).supports, { total: 202, web: 202, kiosk: 0, counter: 0, paper: 0, hotline: 0 });
  });

  test('takes a challenge in the transaction that it pays for', async () => {
    const { server, open: openTopic, answer, solved } = await boards(await open());
    const [waiting, answered] = [await openTopic(), await openTopic()];
    await answer(answered.id);
    const challenge = await solved();
    const send = (id: string, token = newDevice()) => ({ params: { id }, body: { token, basis: 'web', challenge } });
    assert.deepEqual(await refused(server, 'topics.support', send(answered.id)), ['409 not-possible', 'answered-already']);
    assert.equal((await ask(server, 'topics.support', send(waiting.id))).supports.total, 2);
    assert.deepEqual(await refused(server, 'topics.support', send(waiting.id)), ['403 challenge-refused']);
    assert.deepEqual(await refused(server, 'topics.support', { params: { id: waiting.id }, body: { token: newDevice(), basis: 'web', challenge: 'bm9uZQ==' } }), ['403 challenge-refused']);
    assert.deepEqual(await refused(server, 'topics.support', send('01JRXND0000000000000000001')), ['404 not-found']);
  });

  test('is taken back, also after a merge, and counts how it came in', async () => {
    const { open: openTopic, support, unsupport, take, get } = await boards(await open());
    const [a, b] = [await openTopic({ title: '甲' }), await openTopic({ title: '乙', channel: 'kiosk' })];
    const device = newDevice();
    assert.equal((await support(a.id, device)).supports.total, 2);
    assert.deepEqual((await support(b.id, device, 'kiosk')).supports, { total: 2, web: 0, kiosk: 2, counter: 0, paper: 0, hotline: 0 });
    await take(a.id, { type: 'merge', into: b.id });
    assert.deepEqual((await get(b.id)).supports, { total: 3, web: 2, kiosk: 1, counter: 0, paper: 0, hotline: 0 }, 'who is in both counts as they came first');
    assert.deepEqual([(await support(a.id, device)).id, (await support(a.id, device)).supports.total], [b.id, 3]);
    assert.equal((await unsupport(a.id, device)).supports.total, 2);
    assert.equal((await unsupport(a.id, device)).supports.total, 2);
    await take(a.id, { type: 'unmerge' });
    assert.deepEqual([(await get(a.id)).supports.total, (await get(b.id)).supports.total], [1, 1]);
  });

  test('is limited for an address and for a device', async () => {
    const { server, open: openTopic, solved } = await boards(await open(), { settings: { boardLimit: 10 } });
    const { id } = await openTopic();
    const send = async (token: string) => call(server, 'topics.support', { params: { id }, body: { token, basis: 'web', challenge: await solved() } });
    const device = newDevice();
    assert.deepEqual([(await send(device)).status, (await send(device)).status], [200, 200]);
    const third = await send(device);
    assert.equal(third.status, 429);
    assert.ok(Number(third.headers.get('retry-after')) > 0);
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length < 20) statuses.push((await send(newDevice())).status);
    assert.ok(statuses.length > 1 && statuses.slice(0, -1).every((status) => status === 200), statuses.join());
  });

  test('is conserved under any order of merging, undoing it, supporting and taking it back', async () => {
    const { store, open: openTopic } = await boards(await open());
    const COUNT = 4;
    const index = fc.nat(COUNT - 1);
    const step = fc.oneof(
      fc.record({ type: fc.constant('merge' as const), of: index, into: index }),
      fc.record({ type: fc.constant('unmerge' as const), of: index }),
      fc.record({ type: fc.constant('support' as const), of: index, by: fc.nat(4) }),
      fc.record({ type: fc.constant('unsupport' as const), of: index, by: fc.nat(4) }),
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const nos: number[] = [];
      for (let n = 0; n < COUNT; n++) nos.push((await loadTopic(readingRequests(store), { id: (await openTopic()).id })).row.no);
      // The model: who supports which topic, and what was merged into what.
      const given = nos.map((_, of) => new Set([`writer ${of}`]));
      const merged = nos.map((): number | undefined => undefined);
      const root = (of: number): number => (merged[of] === undefined ? of : root(merged[of]));
      const cluster = (of: number): number[] => [of, ...nos.flatMap((_, other) => (merged[other] === of ? cluster(other) : []))];
      const no = (of: number) => nos[of] ?? 0;
      const take = (of: number, taken: Parameters<typeof takeTopicStep>[2]['step']) =>
        writingRequests(store, async (w) => takeTopicStep(w, await loadTopic(w, { no: no(of) }), { step: taken, by: officer }));
      for (const one of steps) {
        if (one.type === 'merge') {
          if (one.of === one.into || merged[one.of] !== undefined || merged[one.into] !== undefined) continue;
          const { row: { id } } = await loadTopic(readingRequests(store), { no: no(one.into) });
          await take(one.of, { type: 'merge', into: id });
          merged[one.of] = one.into;
        } else if (one.type === 'unmerge') {
          if (merged[one.of] === undefined) continue;
          await take(one.of, { type: 'unmerge' });
          merged[one.of] = undefined;
        } else {
          const by = `device ${one.by}`;
          await writingRequests(store, async (w) => {
            const canonical = await canonicalOf(w.db, no(one.of));
            assert.equal(canonical, no(root(one.of)));
            if (one.type === 'support') await addSupports(w, canonical, [by], 'web');
            else await removeSupport(w, canonical, by);
          });
          if (one.type === 'support') given[root(one.of)]?.add(by);
          else for (const other of cluster(root(one.of))) given[other]?.delete(by);
        }
        for (const [of, topicNo] of nos.entries()) {
          const { row } = await loadTopic(readingRequests(store), { no: topicNo });
          assert.equal(row.supports, new Set(cluster(of).flatMap((other) => [...(given[other] ?? [])])).size);
          assert.equal(row.web + row.kiosk + row.counter + row.paper + row.hotline, row.supports);
        }
      }
    }), { numRuns: 12 });
  });
});
