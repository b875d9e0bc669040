import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Answer, Operations, Round } from '@sunlit/contract';
import { boardRoom } from '../board/desk.ts';
import { onEachEngine, staffMember, testSettings } from '../fixture.ts';
import { rotateKeys } from '../requests/rotate.ts';
import { openRequestStore, readingRequests } from '../requests/store.ts';
import { ask, boards } from './fixture.ts';
import { loadTopic, writtenOf } from './record.ts';
import { sweepTopics } from './sweep.ts';

const failed = (item: object, error: unknown) => assert.fail(`${JSON.stringify(item)}: ${String(error)}`);

onEachEngine('what time brings to topics', (open) => {
  test('erases what was written when its board has kept it long enough, and nothing that was approved', async () => {
    let now = new Date();
    const database = { ...(await open()), now: () => now };
    const { server, store, open: openTopic, submit, answer, take, configure, load } = await boards(database);
    await configure('dongshan', { writtenMonths: 24 });
    const [published, longer, waiting] = [await openTopic(), await submit({ agencyId: 'dongshan' }), await openTopic({ title: '还在等' })];
    await answer(published.id);
    await take(longer.id, { type: 'return', reason: 'unclear' }, { words: '看不明白' });
    const scans = join(server.settings.dataDirectory, 'topics', published.id);
    mkdirSync(scans, { recursive: true });
    writeFileSync(join(scans, 'scan'), 'sealed');
    const written = async () => Promise.all([published, longer, waiting].map(async ({ id }) => writtenOf(await load(id))?.title !== undefined));
    const later = (months: number) => void (now = new Date(now.getFullYear(), now.getMonth() + months, now.getDate() + 1, 12));
    await sweepTopics(store, failed);
    assert.deepEqual(await written(), [true, true, true]);
    later(13);
    await sweepTopics(store, failed);
    assert.deepEqual([await written(), existsSync(scans)], [[false, true, true], false]);
    later(12);
    await sweepTopics(store, failed);
    assert.deepEqual(await written(), [false, false, true]);
    const { title, answer: shown, supports } = await ask(server, 'topics.get', { params: { id: published.id } });
    assert.deepEqual([title, shown?.post, supports.total], ['清河河道采砂许可', '水政科', 1]);
    assert.equal((await ask(server, 'topics.standing', { params: { id: longer.id } })).returned?.words, '看不明白');
  });

  test('counts terms anew when a calendar is loaded', async () => {
    let now = new Date('2026-12-28T04:00:00Z');
    const database = { ...(await open()), now: () => now };
    const { server, open: openTopic, get } = await boards(database);
    const { id } = await openTopic();
    const before = await get(id);
    assert.equal(before.next?.provisional, true);
    now = new Date('2026-12-29T04:00:00Z');
    const { headers } = await staffMember(database, { username: 'administrator', grants: [{ agencyId: 'qinghe', role: 'administrator' }] });
    const { version } = await ask(server, 'calendar.get');
    const year = { year: 2027, notice: '国办发明电〔2026〕9号', off: ['2027-01-01', '2027-01-04', '2027-01-05'], work: [] };
    const loaded = await fetch(`${server.url}/v1/calendar/2027`, { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ ...year, version, reason: '公布' }) });
    assert.equal(loaded.status, 200, await loaded.text());
    const { next } = await get(id);
    assert.deepEqual([next?.provisional, (next?.due ?? '') > (before.next?.due ?? '')], [false, true]);
  });

  test('moves rounds, what was promised by them, and follow-ups of low ratings when a calendar is loaded, and keeps why', async () => {
    const room = await boardRoom(open);
    room.setDay('2026-12-28');
    const planned = { opensOn: '2026-12-28', closesOn: '2026-12-30' };
    const [round, fixed] = [await room.plan(planned), await room.plan({ opensOn: '2027-02-01', closesOn: '2027-02-10', answerBy: { on: '2027-02-20' } })];
    const [inRound, ...claimed] = [await room.opened(), await room.opened()];
    await room.take(inRound.id, 'claim', { promise: { round: round.id } });
    await room.take(claimed[0].id, 'claim', { promise: { round: round.id } });
    await room.rate({ type: 'window', agencyId: 'qinghe-water', window: '取水许可窗口' }, 'dissatisfied');
    const tasks = async () => (await room.officer.do<Answer<Operations['ratings.tasks']>>('GET', '/v1/ratings/tasks')).items;
    const shown = (id: string) => room.server.json<Round>(`/v1/rounds/${id}`);
    const [task] = await tasks();
    assert.ok(task && round.answerBy.provisional && round.recounts === undefined && task.recounts === undefined);
    room.setDay('2026-12-29');
    const administrator = await room.person('calendar', 'qinghe/administrator');
    const { version } = await ask(room.server, 'calendar.get');
    const year = { year: 2027, notice: '国办发明电〔2026〕9号', off: ['2027-01-01', '2027-01-04', '2027-01-05'], work: [] };
    await administrator.do('PUT', '/v1/calendar/2027', { ...year, version, reason: '公布' });
    const moved = await shown(round.id);
    assert.equal(round.answerBy.due, '2027-01-07');
    assert.deepEqual([moved.answerBy, moved.version], [{ due: '2027-01-11', workdays: 5, provisional: false }, round.version + 1]);
    assert.deepEqual(moved.recounts, [{ notice: year.notice, on: '2026-12-29', from: round.answerBy.due, to: moved.answerBy.due }]);
    for (const { id } of [inRound, ...claimed]) assert.equal((await room.read(id)).next?.due, moved.answerBy.due, 'what was promised by the round goes with it');
    assert.deepEqual([(await shown(fixed.id)).answerBy.due, (await shown(fixed.id)).version, (await shown(fixed.id)).recounts], ['2027-02-20', fixed.version, undefined]);
    const [later] = await tasks();
    assert.ok(later && later.deadline.due > task.deadline.due);
    assert.deepEqual([later.recounts, later.version], [[{ notice: year.notice, on: '2026-12-29', from: task.deadline.due, to: later.deadline.due }], task.version + 1]);
    const stored = await room.database.read.selectFrom('rating_task').select('due_on').execute();
    assert.deepEqual(stored, [{ due_on: later.deadline.due }], 'by which lists are ordered');
  });

  test('is sealed anew by another master key', async () => {
    const { server, store, submit } = await boards(await open());
    const { id } = await submit();
    const old = await loadTopic(readingRequests(store), { id });
    const [, encoded = ''] = readFileSync(join(server.settings.dataDirectory, 'data.keys'), 'utf8').trim().split(':');
    const [second, first] = [{ id: 'second', key: randomBytes(32) }, { id: String(old.row.key_id), key: Buffer.from(encoded, 'base64') }];
    const both = openRequestStore(store.database, { ...testSettings(), dataDirectory: server.settings.dataDirectory, secret: 'a secret of the tests, 32 bytes long', dataKeys: [second, first] });
    assert.deepEqual([await rotateKeys(both), await rotateKeys(both)], [1, 0]);
    const alone = openRequestStore(store.database, { ...testSettings(), dataDirectory: server.settings.dataDirectory, secret: 'a secret of the tests, 32 bytes long', dataKeys: [second] });
    assert.equal(writtenOf(await loadTopic(readingRequests(alone), { id }))?.title, '清河河道采砂许可');
  });
});
