import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { operations } from '@sunlit/contract';
import { canaries, filesBelow, found, kept } from '../canary.ts';
import { onEachEngine } from '../fixture.ts';
import { ask, boards, call, newDevice, topic } from './fixture.ts';

onEachEngine('what residents write on a board', (open, engine) => {
  test('stands nowhere in clear before it is approved, nor do their devices ever: not in the database, its log, lines of the log, or anything that anyone is answered', async () => {
    const { planted, canary } = canaries();
    const database = await open();
    const lines: string[] = [];
    const { server, take, submit, open: openTopic, answer, support, unsupport, solved } = await boards(database, { settings: { logLevel: 'trace' }, log: { write: (line) => void lines.push(line) } });
    const publicly: string[] = [];
    const overheard = async (response: Response) => void publicly.push(JSON.stringify([...response.headers]), await response.text());
    const written = (place: string) => ({ title: canary(`${place}title`), text: canary(`${place}text`), place: canary(`${place}place`) });

    const mine = newDevice();
    planted.push(mine);
    const waiting = await submit(written('waiting'), mine);
    const returned = await submit(written('returned'));
    planted.push(returned.device);
    await take(returned.id, { type: 'return', reason: 'personal-information' }, { words: '含有个人信息', said: { note: canary('note') } });
    const other = await openTopic({ title: '已公开的题目' });
    await take((await submit(written('merged'))).id, { type: 'merge', into: other.id });
    const approved = await submit(written('approved'), mine);
    await take(approved.id, { type: 'approve' }, { approved: { title: '去掉了个人信息的题目' } });
    await answer(approved.id);
    await overheard(await call(server, 'topics.reopen', { params: { id: approved.id }, body: { token: mine, words: canary('reopening'), challenge: await solved() } }));
    await support(other.id, mine);
    await unsupport(other.id, mine);
    for (const agencyId of ['qinghe-water', 'nowhere']) await overheard(await call(server, 'topics.similar', { body: { agencyId, text: canary('similar') } }));

    // And what fails.
    const challenge = await solved();
    const wrong = [
      { ...topic({ title: `${canary('bidi')}\u202e` }) }, { ...topic({ text: canary('long').repeat(400) }) }, { ...topic({ ...written('closed'), agencyId: 'liuhe-tuanjie' }) }, { ...topic({ ...written('nowhere'), agencyId: 'nowhere' }) },
      { ...topic({ ...written('category'), categoryId: 'none' }) }, { ...topic({ ...written('disclosure'), disclosureId: '01JRXND0000000000000000001' }) },
    ];
    for (const body of wrong) {
      const response = await call(server, 'topics.submit', { body: { ...body, token: newDevice(), challenge } });
      assert.ok(response.status >= 400);
      await overheard(response);
    }
    await overheard(await call(server, 'topics.submit', { body: { ...topic(written('unsolved')), token: newDevice(), challenge: canary('challenge') } }));
    await overheard(await fetch(server.url + operations['topics.submit'].path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: `{"title":"${canary('broken')}` }));
    // The database itself fails in the middle of it.
    await database.write.schema.alterTable('spent_challenge').renameTo('gone').execute();
    const failed = await call(server, 'topics.submit', { body: { ...topic(written('failed')), token: newDevice(), challenge } });
    assert.equal(failed.status, 500);
    await overheard(failed);
    await database.write.schema.alterTable('gone').renameTo('spent_challenge').execute();

    for (const exit of ['/v1/topics', '/v1/topics?state=merged', '/v1/topics?q=cnry', '/v1/topics/figures', '/v1/agencies/qinghe-water/board', '/metrics', `/v1/topics/${approved.id}`, `/v1/topics/${other.id}`, ...[waiting, returned].flatMap(({ id }) => [`/v1/topics/${id}`, `/v1/topics/${id}/standing`])]) {
      await overheard(await server.get(exit));
    }
    await overheard(await call(server, 'topics.mine', { body: { token: mine } }));
    assert.equal((await ask(server, 'topics.mine', { body: { token: mine } })).items.length, 2);

    const everything = await kept(database, engine);
    for (const file of filesBelow(server.settings.dataDirectory)) everything.set(file, readFileSync(file));
    everything.set('log lines', Buffer.from(lines.join('\n')));
    everything.set('answers', Buffer.from(publicly.join('\n')));
    assert.ok(planted.length > 25 && lines.length > 20 && everything.size > 3);
    assert.ok(lines.some((line) => line.includes('"internal"')), 'the failure is told');
    assert.deepEqual(found(planted, everything), []);
  });
});
