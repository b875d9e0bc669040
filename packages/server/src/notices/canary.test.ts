import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canaries, filesBelow, found, kept } from '../canary.ts';
import { onEachEngine } from '../fixture.ts';
import { openRequestStore } from '../requests/store.ts';
import { rotateKeys } from '../requests/rotate.ts';
import { newDevice } from '../topics/fixture.ts';
import { OPINION, SEAT, SEATS, noticeRoom } from './fixture.ts';

onEachEngine('what residents write to notices', (open, engine) => {
  test('stands nowhere in clear, nor do their devices: not in the database, its log, lines of the log, or anything that the public is answered', async () => {
    const { planted, canary } = canaries();
    const lines: string[] = [];
    const room = await noticeRoom(open, { settings: { logLevel: 'trace' }, log: { write: (line) => void lines.push(line) } });
    const { server, database } = room;
    const publicly: string[] = [];
    const overheard = async (response: Response) => void publicly.push(JSON.stringify([...response.headers]), await response.text());
    const device = () => {
      const token = newDevice();
      planted.push(token);
      return token;
    };
    const [notice, hearing] = [await room.notice(), await room.hearing()];
    await room.configure(notice, { opinions: { until: '2026-03-20' } });
    await room.configure(hearing, { seats: { ...SEATS, selection: { way: 'lot', source: '开奖号码' } } });
    const who = (place: string) => ({ name: canary(`${place}name`), contact: canary(`${place}contact`), group: canary(`${place}group`), token: device() });
    const opinions = `/v1/notices/${notice}/opinions`;
    const seats = `/v1/notices/${hearing}/seats`;
    for (const stance of ['support', 'object', 'suggest']) await overheard(await room.send(opinions, { ...OPINION, stance, words: canary(stance), ...who(stance) }));
    for (const role of ['presenter', 'observer']) await overheard(await room.send(seats, { ...SEAT, role, ...who(role) }));
    await overheard(await room.send(`/v1/disclosures/${notice}/feedback`, { said: 'wrong', token: device() }));

    // And what fails.
    for (const wrong of [{ words: `${canary('bidi')}\u202e` }, { words: canary('long').repeat(300) }, { words: canary('stance'), stance: 'none' }, { words: canary('more'), [canary('key')]: 1 }, { words: canary('unsolved'), challenge: canary('challenge') }]) {
      const response = await room.send(opinions, { ...OPINION, ...who('wrong'), ...wrong });
      assert.ok(response.status >= 400);
      // What is unknown is named back to whoever sent it, and to nobody else.
      if (!Object.keys(wrong).some((field) => field.startsWith('cnry'))) await overheard(response);
    }
    await database.write.schema.alterTable('spent_challenge').renameTo('gone').execute();
    const failed = await room.send(opinions, { ...OPINION, words: canary('failed'), ...who('failed') });
    assert.equal(failed.status, 500);
    await overheard(failed);
    await database.write.schema.alterTable('gone').renameTo('spent_challenge').execute();

    room.setDay('2026-03-21');
    await room.publisher.do('POST', `/v1/notices/${hearing}/draw`, { version: 2, seed: '5 0 9' });
    await room.publisher.do('PUT', `/v1/notices/${notice}/summary`, { version: 2, words: '已研究', points: [] });
    assert.ok(JSON.stringify(await room.publisher.do('GET', opinions)).includes(planted[1]!), 'officers read it');
    for (const exit of ['/v1/notices', '/v1/notices?state=over', `/v1/notices/${notice}`, `/v1/notices/${hearing}`, `/v1/disclosures/${notice}`, '/v1/disclosures?q=cnry', '/v1/topics?q=cnry', '/v1/suggest?q=cnry', '/v1/changes', '/metrics']) await overheard(await server.get(exit));
    publicly.push(JSON.stringify(await room.publisher.do('GET', `/v1/notices/${notice}/desk`)));

    const everything = await kept(database, engine);
    for (const file of filesBelow(server.settings.dataDirectory)) everything.set(file, readFileSync(file));
    everything.set('log lines', Buffer.from(lines.join('\n')));
    everything.set('answers', Buffer.from(publicly.join('\n')));
    assert.ok(planted.length > 30 && lines.length > 20 && everything.size > 3);
    assert.deepEqual(found(planted, everything), []);
  });

  test('is read after its keys were wrapped anew by another master key', async () => {
    const room = await noticeRoom(open);
    const [notice, hearing] = [await room.notice(), await room.hearing()];
    await room.configure(notice, { opinions: { until: '2026-03-20' } });
    await room.configure(hearing, { seats: SEATS });
    await room.post(`/v1/notices/${notice}/opinions`, OPINION);
    await room.post(`/v1/notices/${hearing}/seats`, SEAT);
    const store = openRequestStore(room.database, room.server.settings);
    const before = await room.database.read.selectFrom('opinion').select('wrapped_key').executeTakeFirstOrThrow();
    // Another one in front; the one before still opens what it wrapped.
    const file = `${room.server.settings.dataDirectory}/data.keys`;
    const keys = readFileSync(file, 'utf8').trim();
    const rotating = openRequestStore(room.database, { ...room.server.settings, dataKeys: [{ id: 'k2', key: Buffer.alloc(32, 7) }, ...keys.split('\n').map((line) => ({ id: line.split(':')[0]!, key: Buffer.from(line.split(':')[1]!, 'base64') }))] });
    assert.equal(await rotateKeys(rotating), 2);
    const after = await room.database.read.selectFrom('opinion').select(['id', 'key_id', 'wrapped_key']).executeTakeFirstOrThrow();
    assert.notEqual(after.wrapped_key, before.wrapped_key);
    assert.equal(after.key_id, 'k2');
    assert.ok(rotating.keys.open(after));
    assert.throws(() => store.keys.open(after), /k2/);
  });
});
