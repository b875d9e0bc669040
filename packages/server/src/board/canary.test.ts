import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canaries, filesBelow, found, kept } from '../canary.ts';
import { onEachEngine } from '../fixture.ts';
import { newDevice } from '../topics/fixture.ts';
import { boardRoom } from './desk.ts';

onEachEngine('what officers enter for others, and what is written with ratings', (open, engine) => {
  test('stands nowhere in clear: not in the database, its log, scans, lines of the log, or anything that anyone is answered', async () => {
    const { planted, canary } = canaries();
    const lines: string[] = [];
    const room = await boardRoom(open, { settings: { logLevel: 'trace' }, log: { write: (line) => void lines.push(line) } });
    const { database, server, officer } = room;
    const auditor = await room.person('auditor', 'qinghe/administrator');
    const answers: string[] = [];
    const overheard = async (response: Response) => void answers.push(JSON.stringify([...response.headers]), await response.text());

    const { id } = await room.file({ title: canary('title'), text: canary('text'), place: canary('place') });
    const other = await room.file({ title: canary('unread'), text: undefined });
    await room.take(other.id, 'return', { reason: 'other', words: '不在范围', note: canary('note') });
    await room.take(id, 'approve', { title: '去掉了个人信息' });
    const scan = await officer.upload<{ id: string }>(`/v1/board/${id}/scans?name=${canary('scan')}.txt`, canary('bytes'));
    const signers = () => [{ name: canary('signer'), phone: canary('phone') }, { name: canary('nameless') }];
    await overheard(await officer.call('POST', `/v1/board/${id}/supports`, { basis: 'paper', on: '2026-03-09', signers: signers(), scan: scan.id }));
    await officer.do('POST', `/v1/board/${id}/notes`, { text: canary('entry') });
    const token = newDevice();
    planted.push(token);
    const rating = { subject: { type: 'window', agencyId: 'qinghe-water', window: '一号窗口' }, level: 'dissatisfied', token };
    await overheard(await room.send('POST', '/v1/ratings', { ...rating, words: canary('rating'), challenge: await room.solved() }));
    await overheard(await room.send('POST', '/v1/ratings', { ...rating, words: canary('replaced'), challenge: await room.solved() }));

    // And what fails.
    await overheard(await officer.call('POST', `/v1/board/${id}/supports`, { basis: 'paper', on: '2026-02-30', signers: signers() }));
    await overheard(await officer.call('POST', `/v1/board/${id}/supports`, { basis: 'paper', on: '2026-03-09', signers: [{ name: `${canary('bidi')}\u202e` }, { name: canary('long').repeat(20) }] }));
    await overheard(await officer.call('POST', '/v1/board', { agencyId: 'qinghe-water', purpose: 'correct', title: canary('refused'), channel: 'box' }));
    await overheard(await room.send('POST', '/v1/ratings', { ...rating, words: canary('unsolved'), challenge: canary('challenge') }));
    for (const table of ['topic_support', 'rating'] as const) await database.write.schema.alterTable(table).renameTo(`${table}_gone`).execute();
    const failed = [
      await officer.call('POST', `/v1/board/${id}/supports`, { basis: 'paper', on: '2026-03-09', signers: signers() }),
      await room.send('POST', '/v1/ratings', { ...rating, words: canary('failed'), challenge: await room.solved() }),
    ];
    for (const response of failed) {
      assert.equal(response.status, 500);
      await overheard(response);
    }
    for (const table of ['topic_support', 'rating'] as const) await database.write.schema.alterTable(`${table}_gone`).renameTo(table).execute();

    for (const exit of ['/v1/topics', '/v1/topics?q=cnry', `/v1/topics/${id}`, '/v1/ratings?agency=qinghe', '/v1/agencies/qinghe-water/board', '/metrics']) await overheard(await server.get(exit));
    for (const exit of ['/v1/board?state=all', '/v1/ratings/tasks', `/v1/board/${id}/similar`]) await overheard(await officer.call('GET', exit));
    await overheard(await auditor.call('GET', '/v1/audit.csv'));

    const everything = await kept(database, engine);
    for (const file of filesBelow(server.settings.dataDirectory)) everything.set(file, readFileSync(file));
    everything.set('log lines', Buffer.from(lines.join('\n')));
    everything.set('answers', Buffer.from(answers.join('\n')));
    assert.ok(planted.length > 20 && lines.length > 20 && everything.size > 3);
    assert.ok([...everything.keys()].some((path) => path.includes(`topics/${id}/${scan.id}`)), 'the scan lies where it should');
    assert.deepEqual(found(planted, everything), []);
    const { items } = await officer.do<{ items: { id: string }[] }>('GET', '/v1/ratings/tasks');
    const words = await officer.do<{ words?: string }>('GET', `/v1/ratings/tasks/${items[0]!.id}/words`);
    assert.ok(planted.includes(words.words ?? '') && planted.includes((await room.papers(id)).written?.title ?? ''), 'and yet officers read it');
  });
});
