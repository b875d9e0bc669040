import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Disclosure, Draft } from '@sunlit/contract';
import { publish } from '../disclosures/publication.ts';
import { onEachEngine } from '../fixture.ts';
import { startSweeping } from '../sweeping.ts';
import { complete, office, passed, titles, type Office } from './office.ts';
import { sweep } from './sweep.ts';

const none = (item: object, error: unknown) => assert.fail(`${JSON.stringify(item)}: ${String(error)}`);

/** Three officers, and a way to have a draft approved and scheduled. */
async function scheduling(room: Office) {
  const writer = await room.person('writer', 'qinghe-water/editor');
  const reviewer = await room.person('reviewer', 'qinghe-water/reviewer');
  const publisher = await room.person('publisher', 'qinghe-water/publisher');
  const schedule = async (title: string, on: string, more: object = {}) => {
    const approved = await reviewer.step(await writer.step(await writer.create({ content: complete({ title }), ...more }), 'submit'), 'approve', passed);
    return publisher.step(approved, 'schedule', { on });
  };
  const read = (draft: Draft) => writer.do<Draft>('GET', `/v1/drafts/${draft.id}`);
  return { writer, reviewer, publisher, schedule, read };
}

onEachEngine('sweeps', (open) => {
  test('what was scheduled is published on its day, once, by whichever process comes first', async () => {
    const room = await office(open);
    const { publisher, schedule, read } = await scheduling(room);
    const first = await schedule('到期', '2026-03-16');
    assert.deepEqual([first.publishOn, first.events.at(-1)?.on], ['2026-03-16', '2026-03-16']);
    await schedule('未到', '2026-03-17');
    assert.deepEqual(await publisher.refused('POST', `/v1/drafts/${first.id}/schedule`, { version: first.version, on: '2026-03-08' }), ['409 not-possible', '/body/on day-past']);
    assert.deepEqual(await publisher.refused('POST', `/v1/drafts/${first.id}/schedule`, { version: first.version, on: '2027-02-29' }), ['400 invalid-input', '/body/on day']);
    room.setDay('2026-03-15');
    await sweep(room.store, none);
    assert.deepEqual(await titles(room.server), []);
    room.setDay('2026-03-16');
    await Promise.all([1, 2, 3].map(() => sweep(room.store, none)));
    await sweep(room.store, none);
    assert.deepEqual(await titles(room.server), ['到期']);
    const published = await read(first);
    assert.deepEqual([published.state, published.publishOn, published.events.at(-1)], ['published', undefined, { type: 'publish', at: '2026-03-16T01:00:00.000Z' }]);
    assert.equal((await room.server.json<Disclosure>(`/v1/disclosures/${published.disclosureId as string}`)).publishedOn, '2026-03-16');
  });

  test('what the rules no longer let pass is told, and holds up nothing', async () => {
    const room = await office(open);
    const { schedule, read, publisher } = await scheduling(room);
    const stale = await schedule('过期依据', '2026-03-16', { withheld: [{ what: '身份证号', ground: 'E15_THIRD', reason: '个人隐私', nextReviewOn: '2026-03-12' }] });
    await schedule('其他', '2026-03-16');
    const broken = await schedule('坏', '2026-03-16');
    // Something unforeseen: the number of its next step is taken.
    const { no } = await room.database.read.selectFrom('draft').select('no').where('id', '=', broken.id).executeTakeFirstOrThrow();
    await room.database.write.insertInto('draft_event')
      .values({ draft_no: no, n: broken.version + 1, type: 'schedule', at: '2026-03-09T00:00:00.000Z', person_id: null, person_name: null, person_post: null, note: null, checks: null, on_day: null }).execute();
    await publish(room.database, { content: complete({ title: '临时', openTerm: { term: 'temporary', until: '2026-03-15' } }), publishedOn: '2026-03-09' });
    room.setDay('2026-03-16');
    const failed: object[] = [];
    await sweep(room.store, (item) => failed.push(item));
    assert.deepEqual(failed, [{ draft: broken.id }]);
    assert.deepEqual(await titles(room.server), ['临时', '其他']);
    const told = await read(stale);
    assert.deepEqual([told.state, told.publishOn, told.events.at(-1)?.by, told.events.at(-1)?.note], ['approved', undefined, undefined, '/withheld/0/nextReviewOn 应为今天之后的日期（《条例》第十八条）']);
    assert.deepEqual((await publisher.do<{ items: Draft[] }>('GET', '/v1/drafts?waiting=true')).items.map(({ id }) => id), [stale.id]);
    const lines: string[] = [];
    await new Promise<void>((resolve) => {
      const sweeping = startSweeping(room.database, room.server.settings, { error: (line: unknown) => {
        lines.push(JSON.stringify(line));
        void sweeping.stop().then(resolve);
      } } as never);
    });
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', new RegExp(`^\\{"draft":"${broken.id}","failure":"\\w+ ?[\\w-]*"\\}$`));
  });

  test('what is temporary expires after its last day, and a normative document after its own', async () => {
    const room = await office(open);
    const on = async (title: string, more: object) => (await publish(room.database, { content: { ...complete({ kind: 'normative', title }), ...more }, publishedOn: '2026-03-09' })).id;
    const until = (day: string) => ({ openTerm: { term: 'temporary', until: day } });
    const over = await on('临时', until('2026-03-14'));
    const last = await on('今天', until('2026-03-15'));
    const rule = await on('办法', { fields: { genre: 'rules', issuers: ['水利局'], validUntil: '2026-03-12' } });
    room.setDay('2026-03-15');
    await sweep(room.store, none, AbortSignal.abort());
    assert.equal((await room.server.json<{ latest: number }>('/v1/changes')).latest, 3, 'what is told to end leaves it to the next');
    await Promise.all([sweep(room.store, none), sweep(room.store, none)]);
    await sweep(room.store, none);
    const shown = async (id: string) => {
      const { validity, repealedOn } = await room.server.json<Disclosure & { state: 'published' }>(`/v1/disclosures/${id}`);
      return [validity, repealedOn];
    };
    assert.deepEqual([await shown(over), await shown(last), await shown(rule)], [['expired', '2026-03-15'], ['in-force', undefined], ['expired', '2026-03-13']]);
    assert.equal((await room.server.json<{ latest: number }>('/v1/changes')).latest, 5);
  });

  test('what a call under a key was answered is remembered for a day, and the texts in it no longer', async () => {
    const room = await office(open);
    const { writer } = await scheduling(room);
    const create = async () => {
      const response = await writer.call('POST', '/v1/drafts', { content: complete({ title: '只在草稿里' }) }, { 'idempotency-key': 'the-same-key' });
      return ((await response.json()) as Draft).id;
    };
    const first = await create();
    room.setDay('2026-03-10');
    await sweep(room.store, none);
    assert.equal(await create(), first, 'after 24 hours, to the second');
    room.setDay('2026-03-11');
    await sweep(room.store, none);
    assert.deepEqual(await room.database.read.selectFrom('idempotency').selectAll().execute(), []);
    assert.notEqual(await create(), first);
  });
});
