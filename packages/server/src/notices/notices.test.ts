import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { operations, type Notice, type NoticeDesk, type NoticePage, type Opinion, type Seat } from '@sunlit/contract';
import { amend, repeal, withdraw } from '../disclosures/publication.ts';
import type { complete } from '../drafts/office.ts';
import { answerOf, onEachEngine } from '../fixture.ts';
import { newDevice } from '../topics/fixture.ts';
import { fillNotices } from './days.ts';
import { OPINION, SEAT, SEATS, noticeRoom, type NoticeRoom } from './fixture.ts';
import { sweepNotices } from './sweep.ts';

const isPage = answerOf(operations['notices.list']);
const list = async ({ server }: NoticeRoom, query = ''): Promise<NoticePage> => {
  const page = await server.json<NoticePage>(`/v1/notices${query}`);
  assert.ok(isPage(page), JSON.stringify(isPage.errors));
  return page;
};
const subjects = async (room: NoticeRoom, query = '') => (await list(room, query)).items.map(({ subject }) => subject);
const read = ({ server }: NoticeRoom, id: string) => server.json<Notice>(`/v1/notices/${id}`);

onEachEngine('notices', (open) => {
  test('are listed by what ends first, with the days that are left', async (t) => {
    const room = await noticeRoom(open);
    const { database } = room;
    const first = await room.notice({ subject: '先到期', to: '2026-03-13' });
    await room.notice({ subject: '县里的', to: '2026-03-20' }, { agencyId: 'dongshan-water' });
    await room.notice({ subject: '将开始', from: '2026-04-01', to: '2026-04-05' });
    await room.notice({ subject: '已结束', from: '2026-01-01', to: '2026-03-08' });
    const hearing = await room.hearing({ subject: '听证' });
    await room.hearing({ subject: '未定日期', heldOn: undefined });
    await room.hearing({ subject: '早已举行', heldOn: undefined, outcome: '听证报告另行公布' });
    await room.hearing({ subject: '不是听证', type: 'meeting' });

    await t.test('current ones without being told, others when asked', async () => {
      assert.deepEqual(await subjects(room), ['先到期', '县里的', '将开始', '听证', '未定日期']);
      assert.deepEqual(await subjects(room, '?state=open'), ['先到期', '县里的']);
      assert.deepEqual(await subjects(room, '?state=coming'), ['将开始', '听证', '未定日期']);
      assert.deepEqual(await subjects(room, '?state=over'), ['已结束', '早已举行']);
      assert.deepEqual(await subjects(room, '?type=hearing'), ['听证', '未定日期']);
      assert.deepEqual(await subjects(room, '?agency=dongshan'), ['县里的'], 'with all below it');
      assert.deepEqual(await subjects(room, '?agency=qinghe'), ['先到期', '县里的', '将开始', '听证', '未定日期']);
      assert.deepEqual(await subjects(room, '?agency=qinghe&own=true'), []);
    });

    await t.test('say what is left of them, today among the days', async () => {
      const [one] = (await list(room)).items;
      assert.deepEqual([one?.id, one?.state, one?.from, one?.to, one?.left, one?.agency.id, one?.summarised], [first, 'open', '2026-03-02', '2026-03-13', { days: 5, workdays: 5 }, 'qinghe-water', false]);
      const { type, from, place, roles, selection } = await read(room, hearing);
      assert.deepEqual([type, from, place, roles.length, selection], ['hearing', '2026-04-10', '水利局一楼', 1, '自愿报名']);
    });

    await t.test('come in pages', async () => {
      for (const state of ['current', 'over']) {
        const paged: string[] = [];
        for (let cursor = ''; ; ) {
          const { items, next, total } = await list(room, `?state=${state}&limit=2${cursor}`);
          paged.push(...items.map(({ subject }) => subject));
          assert.equal(total.value, state === 'current' ? 5 : 2);
          if (next === undefined) break;
          cursor = `&cursor=${next}`;
        }
        assert.deepEqual(paged, await subjects(room, `?state=${state}`));
      }
      const { next } = await list(room, '?limit=1');
      assert.equal((await room.server.get(`/v1/notices?limit=1&agency=qinghe&cursor=${next}`)).status, 400, 'a cursor is of its own question');
      assert.equal((await room.server.get('/v1/notices?agency=nowhere')).status, 400);
    });

    await t.test('follow their disclosures: amended, repealed, withdrawn', async () => {
      const id = await room.notice({ subject: '会延长', to: '2026-03-10' });
      const { content } = await database.read.selectFrom('revision').innerJoin('disclosure', 'disclosure.no', 'disclosure_no').select('content').where('disclosure.id', '=', id).executeTakeFirstOrThrow();
      const before = JSON.parse(content) as ReturnType<typeof complete>;
      await amend(database, id, { on: '2026-03-09', reason: '延长', content: { ...before, fields: { ...before.fields, to: '2026-05-01' } } as typeof before });
      assert.equal((await read(room, id)).to, '2026-05-01');
      await room.configure(id, { opinions: { until: '2026-05-01' } });
      await repeal(database, id, { on: '2026-03-08', reason: '撤回' });
      assert.deepEqual([(await read(room, id)).state, (await read(room, id)).opinions?.open], ['over', false]);
      assert.equal(await room.refused(`/v1/notices/${id}/opinions`, OPINION), '409 not-possible window-closed');
      await withdraw(database, id, { on: '2026-03-09', ground: '依据', decidedBy: '办公室' });
      assert.equal((await room.server.get(`/v1/notices/${id}`)).status, 404);
      assert.ok(!(await subjects(room, '?state=over')).includes('会延长'));
    });

    await t.test('are the same when their days are entered anew, as the migration does', async () => {
      const days = () => database.read.selectFrom('notice').selectAll().orderBy('disclosure_no').execute();
      const before = await days();
      await database.write.deleteFrom('notice').execute();
      await fillNotices(database.write);
      assert.deepEqual(await days(), before);
    });
  });

  test('take opinions, sealed, until the last day, and show how they were taken', async (t) => {
    const room = await noticeRoom(open);
    const id = await room.notice();
    const at = `/v1/notices/${id}/opinions`;
    const none = { support: 0, object: 0, suggest: 0 };

    await t.test('nothing before the agency says until when', async () => {
      assert.equal(await room.refused(at, OPINION), '409 not-possible window-closed');
      assert.deepEqual(await room.desk(id).then(({ windows, version, counts }) => ({ windows, version, counts })), { windows: {}, version: 1, counts: none });
      const set = (windows: object) => room.publisher.refused('PUT', `/v1/notices/${id}/windows`, { version: 1, windows });
      assert.deepEqual(await set({ opinions: { until: '2026-02-30' } }), ['400 invalid-input', '/body/windows/opinions/until day']);
      assert.deepEqual(await set({ opinions: { until: '2026-04-01' } }), ['400 invalid-input', '/body/windows/opinions/until after-notice']);
      assert.deepEqual(await set({ seats: SEATS }), ['400 invalid-input', '/body/windows/seats not-hearing']);
      const neighbour = await room.person('neighbour', 'dongshan-water/publisher', 'qinghe-water/editor');
      assert.deepEqual(await neighbour.refused('PUT', `/v1/notices/${id}/windows`, { version: 1, windows: {} }), ['403 not-allowed']);
      const desk = await room.configure(id, { opinions: { until: '2026-03-20' } });
      assert.deepEqual([desk.version, desk.notice.opinions], [2, { until: '2026-03-20', open: true, left: { days: 12, workdays: 10 } }]);
      assert.deepEqual(await set({}), ['409 changed-meanwhile']);
    });

    await t.test('refuse what is empty, too long, disguised or forged', async () => {
      const table: [object, string][] = [
        [{ words: '' }, '400 invalid-input /body/words minLength'],
        [{ words: ' 　\n' }, '400 invalid-input /body/words minLength'],
        [{ words: '好'.repeat(3001) }, '400 invalid-input /body/words maxLength'],
        [{ words: '好'.repeat(100_000) }, '413 too-large'],
        [{ words: 'a\u202eb' }, '400 invalid-input /body/words pattern'],
        [{ name: 'a\u0000b' }, '400 invalid-input /body/name pattern'],
        [{ name: '两\n行' }, '400 invalid-input /body/name pattern'],
        [{ contact: '1'.repeat(121) }, '400 invalid-input /body/contact maxLength'],
        [{ stance: 'maybe' }, '400 invalid-input /body/stance enum'],
        [{ channel: 'counter' }, '400 invalid-input /body/channel enum'],
        [{ token: '../../etc' }, '400 invalid-input /body/token pattern'],
        [{ more: 1 }, '400 invalid-input /body/more unknown-parameter'],
        [{ challenge: 'forged' }, '403 challenge-refused'],
      ];
      for (const [changed, expected] of table) assert.equal(await room.refused(at, { ...OPINION, ...changed }), expected, JSON.stringify(changed).slice(0, 60));
      for (const other of ['01JRXND0000000000000000001', await room.hearing({ type: 'meeting' })]) assert.equal(await room.refused(`/v1/notices/${other}/opinions`, OPINION), '404 not-found');
      assert.match(await room.refused(`/v1/notices/'%20or%201=1/opinions`, OPINION), /^40[04] /);
      assert.deepEqual((await room.desk(id)).counts, none, 'nothing of it was kept');
    });

    await t.test('once for each key, whatever is written in it', async () => {
      const body = { ...OPINION, words: '<script>alert(1)</script> "; drop table opinion; --\n第二行', name: '  乙某  ', group: '　', token: newDevice(), challenge: await room.solved() };
      const key = 'one-opinion-only';
      const [one, again] = [await room.send(at, body, key), await room.send(at, body, key)];
      assert.deepEqual(await one.json(), await again.json());
      assert.equal((await room.send(at, { ...body, stance: 'support' }, key)).status, 422);
      await room.post(at, { stance: 'support', words: '同意', channel: 'kiosk' });
      assert.deepEqual((await room.desk(id)).counts, { ...none, object: 1, support: 1 });
      assert.ok(!('counts' in (await read(room, id))), 'nobody else is told before the summary');
      const { items } = await room.publisher.do<{ items: Opinion[] }>('GET', at);
      assert.deepEqual(items.map(({ id: _, at: __, ...rest }) => rest), [
        { stance: 'object', channel: 'web', words: body.words, name: '乙某' }, { stance: 'support', channel: 'kiosk', words: '同意' },
      ]);
      assert.equal((await room.publisher.do<{ items: Opinion[] }>('GET', `${at}?stance=support`)).items.length, 1);
      const paged = await room.publisher.do<{ items: Opinion[]; next?: string }>('GET', `${at}?limit=1`);
      assert.equal((await room.publisher.do<{ items: Opinion[] }>('GET', `${at}?limit=1&cursor=${paged.next}`)).items[0]?.stance, 'support');
      const supervisor = await room.person('supervisor', 'qinghe/supervisor');
      assert.deepEqual(await supervisor.refused('GET', at), ['403 not-allowed']);
      const lines = (await supervisor.do<{ items: { outcome: string; subject?: string }[] }>('GET', '/v1/audit?operation=opinions.list&limit=100')).items;
      assert.deepEqual([lines.filter(({ outcome }) => outcome === 'done').length, lines.filter(({ outcome }) => outcome === 'refused').length], [4, 1], 'each reading is on record');
      assert.ok(lines.every(({ subject }) => subject === id));
    });

    await t.test('and how they were taken is published when none can come any more', async () => {
      const summary = { words: '共收到两条意见，逐条研究。', points: [{ point: '选址离学校太近', n: 1, outcome: 'partly', reason: '已向北移动五十米。' }] };
      const write = (version: number, changed: object = {}) => ({ version, ...summary, ...changed });
      assert.deepEqual(await room.publisher.refused('PUT', `/v1/notices/${id}/summary`, write(2)), ['409 not-possible', 'window-open']);
      room.setDay('2026-03-20');
      await room.post(at, { ...OPINION, stance: 'suggest' });
      room.setDay('2026-03-21');
      assert.equal(await room.refused(at, OPINION), '409 not-possible window-closed');
      assert.deepEqual(await room.publisher.refused('PUT', `/v1/notices/${id}/summary`, write(2, { words: '　' })), ['400 invalid-input', '/body/words minLength']);
      const desk = await room.publisher.do<NoticeDesk>('PUT', `/v1/notices/${id}/summary`, write(2));
      assert.deepEqual(desk.notice.summary, { ...summary, counts: { support: 1, object: 1, suggest: 1 }, on: '2026-03-21' });
      assert.deepEqual(await room.publisher.refused('PUT', `/v1/notices/${id}/summary`, write(2)), ['409 changed-meanwhile']);
      room.setDay('2026-03-23');
      await room.publisher.do('PUT', `/v1/notices/${id}/summary`, write(3, { words: '更正后的说明' }));
      const shown = await read(room, id);
      assert.deepEqual([shown.summarised, shown.summary?.words, shown.summary?.on, shown.summary?.revisedOn], [true, '更正后的说明', '2026-03-21', '2026-03-23']);
      assert.ok((await list(room)).items.find((one) => one.id === id)?.summarised);
    });

    await t.test('and what was written goes when it has been kept long enough; the counts stay', async () => {
      room.setDay('2027-03-20');
      await sweepNotices(room.database);
      assert.equal((await room.publisher.do<{ items: Opinion[] }>('GET', at)).items[0]?.name, '乙某', 'a year to the day');
      room.setDay('2027-03-21');
      await sweepNotices(room.database);
      assert.ok((await room.publisher.do<{ items: Opinion[] }>('GET', at)).items.every(({ words, name }) => words === undefined && name === undefined));
      assert.deepEqual((await room.desk(id)).counts, { support: 1, object: 1, suggest: 1 });
      const rows = await room.database.read.selectFrom('opinion').select(['written', 'wrapped_key', 'key_id']).execute();
      assert.ok(rows.every(({ written, wrapped_key, key_id }) => written === null && wrapped_key === null && key_id === null));
    });
  });

  test('hearings give their seats by the rule that was published, and only that', async (t) => {
    const room = await noticeRoom(open);
    const lots = { ...SEATS, selection: { way: 'lot', source: '福彩3D第2026071期' } };
    const draw = (id: string, version: number, more: object = {}) => room.publisher.refused('POST', `/v1/notices/${id}/draw`, { version, ...more });

    await t.test('in the order in which people came, each device once', async () => {
      const id = await room.hearing();
      const at = `/v1/notices/${id}/seats`;
      assert.equal(await room.refused(at, SEAT), '409 not-possible window-closed');
      await room.configure(id, { seats: { ...SEATS, observers: 0 } });
      assert.equal(await room.refused(at, { ...SEAT, role: 'observer' }), '409 not-possible /body/role no-seats');
      for (const [changed, expected] of [[{ name: '　' }, 'name minLength'], [{ contact: ' ' }, 'contact minLength'], [{ name: 'a\u2066b' }, 'name pattern'], [{ name: 'x'.repeat(61) }, 'name maxLength'], [{ role: 'chair' }, 'role enum']] as const) {
        assert.equal(await room.refused(at, { ...SEAT, ...changed }), `400 invalid-input /body/${expected}`);
      }
      const token = newDevice();
      await room.post(at, { ...SEAT, token, group: '用水户' });
      assert.equal(await room.refused(at, { ...SEAT, token }), '409 not-possible registered-already');
      for (const name of ['乙某', '丙某']) await room.post(at, { ...SEAT, name });
      assert.deepEqual((await read(room, id)).seats?.registered, { presenters: 3, observers: 0 });
      assert.deepEqual(await draw(id, 2), ['409 not-possible', 'window-open']);
      room.setDay('2026-03-21');
      assert.equal(await room.refused(at, SEAT), '409 not-possible window-closed');
      const more = await room.publisher.refused('PUT', `/v1/notices/${id}/windows`, { version: 2, windows: { seats: { ...SEATS, presenters: 3 } } });
      assert.deepEqual(more, ['400 invalid-input', '/body/windows/seats rule-stands']);
      const given = await room.publisher.do<NoticeDesk>('POST', `/v1/notices/${id}/draw`, { version: 2 });
      assert.deepEqual(given.notice.result, { on: '2026-03-21', draws: [{ role: 'presenter', registered: 3, chosen: 2 }, { role: 'observer', registered: 0, chosen: 0 }] });
      assert.deepEqual((await room.publisher.do<{ items: Seat[] }>('GET', at)).items.map(({ name, group, chosen }) => [name, group, chosen]), [['甲某某', '用水户', true], ['乙某', undefined, true], ['丙某', undefined, false]]);
      assert.deepEqual(await draw(id, 3), ['409 not-possible', 'seats-given']);
      assert.deepEqual(await room.publisher.refused('PUT', `/v1/notices/${id}/windows`, { version: 3, windows: {} }), ['400 invalid-input', '/body/windows/seats seats-given']);
      room.setDay('2026-03-09');
    });

    await t.test('by lots that whoever holds an id draws again', async () => {
      const id = await room.hearing();
      await room.configure(id, { seats: lots });
      const mine: string[] = [];
      for (let n = 0; n < 5; n++) mine.push((await room.post(`/v1/notices/${id}/seats`, { ...SEAT, name: `第${n}位` })).id);
      room.setDay('2026-03-21');
      assert.deepEqual(await draw(id, 2), ['400 invalid-input', '/body/seed required']);
      const seed = '第2026071期 5 0 9';
      const { notice: { result } } = await room.publisher.do<NoticeDesk>('POST', `/v1/notices/${id}/draw`, { version: 2, seed: ` ${seed} ` });
      const hash = (text: string) => createHash('sha256').update(text).digest('hex');
      const won = mine.filter((one) => hash(seed + one) <= (result?.draws[0]?.last ?? ''));
      assert.deepEqual([result?.seed, result?.draws[0]?.registered, result?.draws[0]?.chosen, won.length], [seed, 5, 2, 2]);
      const chosen = (await room.publisher.do<{ items: Seat[] }>('GET', `/v1/notices/${id}/seats?role=presenter`)).items.filter((seat) => seat.chosen);
      assert.deepEqual(chosen.map((seat) => seat.id).sort(), won.sort());
      const everything = JSON.stringify([await read(room, id), await list(room)]);
      assert.ok(!everything.includes('第0位') && !mine.some((one) => everything.includes(one)), 'no name and no id is public');
    });

    await t.test('and forget who registered, in time', async () => {
      room.setDay('2027-03-21');
      await sweepNotices(room.database);
      const rows = await room.database.read.selectFrom('seat').select(['id', 'written', 'wrapped_key', 'device', 'chosen']).execute();
      assert.ok(rows.length === 8 && rows.every(({ id, written, wrapped_key, device, chosen }) => written === null && wrapped_key === null && device === id && chosen !== null));
    });
  });

  test('feedback counts once for a device and day, what was said last', async () => {
    const room = await noticeRoom(open);
    const id = await room.notice();
    const at = `/v1/disclosures/${id}/feedback`;
    const token = newDevice();
    const say = (said: string, by = token) => room.post<{ useful: number }>(at, { said, token: by });
    assert.equal((await say('useful')).useful, 1);
    assert.equal((await say('useful')).useful, 1);
    assert.equal((await say('wrong')).useful, 0);
    await say('unclear', newDevice());
    assert.deepEqual(await room.publisher.do('GET', at), { useful: 0, unclear: 1, wrong: 1 });
    room.setDay('2026-03-10');
    assert.equal((await say('useful')).useful, 1);
    await sweepNotices(room.database);
    assert.deepEqual((await room.database.read.selectFrom('feedback').select('day').execute()).map(({ day }) => day), ['2026-03-10'], 'who said it before today is forgotten');
    assert.deepEqual(await room.publisher.do('GET', at), { useful: 1, unclear: 1, wrong: 1 });
    assert.equal(await room.refused(at, { said: 'bad' }), '400 invalid-input /body/said enum');
    assert.equal(await room.refused('/v1/disclosures/01JRXND0000000000000000001/feedback', { said: 'useful' }), '404 not-found');
    assert.equal((await room.server.get(at)).status, 401);
    await withdraw(room.database, id, { on: '2026-03-10', ground: '依据', decidedBy: '办公室' });
    assert.equal(await room.refused(at, { said: 'useful' }), '404 not-found');
  });

  test('many at once by one device are one', async () => {
    const room = await noticeRoom(open);
    const id = await room.hearing();
    await room.configure(id, { seats: SEATS });
    const token = newDevice();
    const answers = await Promise.all(Array.from({ length: 6 }, async () => [(await room.send(`/v1/notices/${id}/seats`, { ...SEAT, token })).status, (await room.send(`/v1/disclosures/${id}/feedback`, { said: 'useful', token })).status]));
    assert.equal(answers.filter(([seat]) => seat === 200).length, 1);
    assert.equal((await room.publisher.do<{ useful: number }>('GET', `/v1/disclosures/${id}/feedback`)).useful, 1);
  });
});
