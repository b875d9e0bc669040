import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../fixture.ts';
import { ask, boards, call, newDevice, refused, topic } from './fixture.ts';

onEachEngine('bad input to a board', (open) => {
  test('is refused by the name of its field, or stays the plain text that it is', async () => {
    const { server, configure, solved } = await boards(await open());
    await configure('qinghe-water', { moderated: false });
    const sending = async (changed: object) => ({ body: { ...topic(changed), token: newDevice(), challenge: await solved() } });
    const reason = async (changed: object) => refused(server, 'topics.submit', await sending(changed));
    assert.deepEqual(await reason({ title: '' }), ['400 invalid-input', '/body/title minLength', '/body/title pattern']);
    assert.deepEqual(await reason({ title: '   \u200b ' }), ['400 invalid-input', '/body/title minLength']);
    assert.deepEqual(await reason({ title: '水'.repeat(121) }), ['400 invalid-input', '/body/title maxLength']);
    assert.deepEqual(await reason({ text: '水'.repeat(100_000) }), ['400 invalid-input', '/body/text maxLength']);
    assert.deepEqual(await reason({ text: '水'.repeat(1_000_000) }), ['413 too-large']);
    for (const hidden of ['\u202e', '\u2066', '\u200f', '\u0000', '\u0007']) {
      assert.deepEqual(await reason({ title: `公开${hidden}账目` }), ['400 invalid-input', '/body/title pattern']);
      assert.deepEqual(await reason({ text: `公开${hidden}账目` }), ['400 invalid-input', '/body/text pattern']);
      assert.deepEqual(await reason({ place: `柳河${hidden}` }), ['400 invalid-input', '/body/place pattern']);
    }
    assert.deepEqual(await reason({ title: '公开\n账目' }), ['400 invalid-input', '/body/title pattern']);
    for (const title of [null, 12, true, ['公开账目']]) assert.deepEqual(await reason({ title }), ['400 invalid-input', '/body/title type']);
    assert.deepEqual(await reason({ name: '甲某某' }), ['400 invalid-input', '/body/name unknown-parameter']);
    assert.deepEqual(await reason({ agencyId: 'nobody' }), ['400 invalid-input', '/body/agencyId unknown-agency']);
    assert.deepEqual(await reason({ categoryId: 'A99' }), ['400 invalid-input', '/body/categoryId unknown-category']);
    assert.deepEqual(await reason({ disclosureId: '01JRXND0000000000000000001' }), ['400 invalid-input', '/body/disclosureId unknown-disclosure']);

    for (const plain of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[点我](javascript:alert(1))', "'; drop table topic; --", '%00%0a', '{{constructor}}', '水'.repeat(120)]) {
      const { id, phase } = await ask(server, 'topics.submit', await sending({ title: plain, text: plain }));
      assert.equal(phase, 'open', plain);
      const shown = await ask(server, 'topics.get', { params: { id } });
      assert.deepEqual([shown.title, shown.text], [plain, plain]);
    }
    // Half of a character is none, and nothing that is signed could hold it.
    const half = await ask(server, 'topics.submit', await sending({ title: '公开\ud83d账目', text: '\udc00请公开' }));
    const { title, text } = await ask(server, 'topics.get', { params: { id: half.id } });
    assert.deepEqual([title, text], ['公开\ufffd账目', '\ufffd请公开']);
    const flood = await ask(server, 'topics.submit', await sending({ title: `修路${'😀'.repeat(50)}`, text: `快修${'！'.repeat(500)}` }));
    assert.deepEqual((await ask(server, 'topics.get', { params: { id: flood.id } })).title, '修路😀😀😀');
  });

  test('without a solved challenge adds nothing, however much of it there is', async () => {
    const database = await open();
    const { server, solved } = await boards(database);
    const spent = await solved();
    await ask(server, 'topics.submit', { body: { ...topic(), token: newDevice(), challenge: spent } });
    const forged = Buffer.from(spent, 'base64').toString().replace(/"signature":"../, '"signature":"00');
    const sent = Array.from({ length: 300 }, (_, n) => call(server, 'topics.submit', { body: { ...topic({ title: `广告${n}` }), token: newDevice(), challenge: n % 3 === 0 ? spent : n % 3 === 1 ? Buffer.from(forged).toString('base64') : 'x' } }));
    assert.deepEqual(new Set((await Promise.all(sent)).map(({ status }) => status)), new Set([403]));
    for (const [table, rows] of [['topic', 1], ['topic_event', 1], ['topic_support', 1], ['spent_challenge', 1], ['idempotency', 1]] as const) {
      assert.equal((await database.read.selectFrom(table).selectAll().execute()).length, rows, table);
    }
  });
});
