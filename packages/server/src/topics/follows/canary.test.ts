import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canaries, filesBelow, found, kept } from '../../canary.ts';
import { onEachEngine } from '../../fixture.ts';
import { solved } from '../../requests/fixture.ts';
import { boards, call } from '../fixture.ts';
import { follower, follow, mailing, pageIn, press, receiver } from './fixture.ts';

onEachEngine('where somebody can be reached', (open, engine) => {
  test('stands nowhere in clear, nor the links of letters: not in the database, its log, lines of the log, or anything that anyone is answered', async () => {
    const { planted, canary } = canaries();
    const address = (place: string) => `${canary(place)}@mail.example`;
    const database = await open();
    const lines: string[] = [];
    // It tells back to whom it will not deliver, as mail servers do.
    const mailbox = await receiver({ onRcptTo: ({ address: to }, _session, done) => (to.includes('refused') ? done(Object.assign(new Error(`no such user ${to}`), { responseCode: 550 })) : done()) });
    const { server, open: openTopic, take, answer } = await boards(database, { settings: { ...mailing(mailbox), logLevel: 'trace' }, log: { write: (line) => void lines.push(line) } });
    const { id } = await openTopic();
    const publicly: string[] = [];
    const overheard = async (response: Response) => void publicly.push(JSON.stringify([...response.headers]), await response.text());
    const tokenOf = (page: string) => {
      planted.push(page.replace('/v1/follows/', ''));
      return page;
    };

    const stays = tokenOf(await follower(server, mailbox, { topic: id }, address('stays')));
    const stops = tokenOf(await follower(server, mailbox, { agency: 'qinghe-water' }, address('stops')));
    await follow(server, { topic: id }, address('asks'));
    tokenOf(pageIn(await mailbox.next()));
    await take(id, { type: 'claim', promise: { workdays: 5 } });
    await mailbox.next();
    await press(server, `${stops}/end`);
    await follow(server, { topic: id }, address('refused'));
    while (!lines.some((line) => line.includes('EENVELOPE 550'))) await new Promise((resolve) => setImmediate(resolve));

    // And what fails. A page says nothing but its own link, to whoever has it.
    for (const email of [canary('none'), `${canary('list')}@mail.example,${canary('two')}@mail.example`, `${canary('break')}@mail.example\r\nBcc: x`, `${canary('long').repeat(30)}@mail.example`]) {
      await overheard(await call(server, 'follows.create', { body: { of: { topic: id }, email, language: 'en', challenge: await solved(server) } }));
    }
    await overheard(await call(server, 'follows.create', { body: { of: { agency: 'nowhere' }, email: address('nowhere'), language: 'en', challenge: await solved(server) } }));
    await overheard(await call(server, 'follows.create', { body: { of: { topic: id }, email: address('unsolved'), language: 'en', challenge: 'x' } }));
    await overheard(await fetch(`${server.url}/v1/follows`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: `{"email":"${address('broken')}` }));
    await database.write.schema.alterTable('spent_challenge').renameTo('gone').execute();
    const failed = await call(server, 'follows.create', { body: { of: { topic: id }, email: address('failed'), language: 'en', challenge: await solved(server) } });
    assert.equal(failed.status, 500);
    await overheard(failed);
    await database.write.schema.alterTable('gone').renameTo('spent_challenge').execute();
    await database.write.schema.alterTable('letter_out').renameTo('gone').execute();
    assert.equal((await press(server, `${stays}/end`)).status, 500);
    await database.write.schema.alterTable('gone').renameTo('letter_out').execute();
    await answer((await openTopic()).id);
    for (const exit of ['/metrics', `/v1/topics/${id}`, '/v1/topics/changes', '/v1/feeds/topics.atom', '/v1/agencies/qinghe-water/board']) await overheard(await server.get(exit));

    const everything = await kept(database, engine);
    for (const file of filesBelow(server.settings.dataDirectory)) everything.set(file, readFileSync(file));
    everything.set('log lines', Buffer.from(lines.join('\n')));
    everything.set('answers', Buffer.from(publicly.join('\n')));
    assert.ok(planted.length > 12 && lines.length > 20 && everything.size > 3);
    assert.ok(lines.some((line) => line.includes('"internal"')), 'the failure is told');
    assert.deepEqual(found(planted, everything), []);
    assert.deepEqual((await database.read.selectFrom('follow').select('state').orderBy('no').execute()).map(({ state }) => state), ['confirmed', 'asked', 'asked']);
  });
});
