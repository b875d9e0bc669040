import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { publishMany } from '../disclosures/publication.ts';
import { content, onEachEngine } from '../fixture.ts';
import { ask, boards, call, newDevice, refused, topic } from './fixture.ts';

const titles = (items: readonly { readonly title: string }[]) => items.map(({ title }) => title);

onEachEngine('topics', (open) => {
  test('are written without an account, read by an officer, and then by everybody in the words that were approved', async () => {
    const { server, submit, take, get } = await boards(await open());
    const sent = await submit();
    assert.deepEqual([sent.phase, /^\d{8}-0001$/.test(sent.no)], ['submitted', true]);
    assert.deepEqual((await ask(server, 'topics.list')).items, []);
    assert.deepEqual(await refused(server, 'topics.get', { params: { id: sent.id } }), ['404 not-found']);
    assert.deepEqual(Object.keys(await ask(server, 'topics.standing', { params: { id: sent.id } })).sort(), ['id', 'no', 'phase', 'submittedOn']);
    await take(sent.id, { type: 'approve' }, { approved: { title: '采砂许可', text: '发给了谁' } });
    const { title, text, phase, supports, next, may, steps, board } = await get(sent.id);
    assert.deepEqual([title, text, phase, board.id, supports.total, supports.web], ['采砂许可', '发给了谁', 'open', 'qinghe-water', 1, 1]);
    assert.deepEqual([next?.term, next?.workdays, next?.late, may, steps.map(({ type }) => type)], ['claim', 5, false, ['support'], ['submit', 'approve']]);
    assert.deepEqual(titles((await ask(server, 'topics.list', { query: { agency: 'qinghe' } })).items), ['采砂许可']);
    assert.deepEqual((await ask(server, 'topics.list', { query: { agency: 'dongshan' } })).items, []);
  });

  test('come onto the board at once where it says so, but for what looks personal or leads somewhere else', async () => {
    const { submit, configure } = await boards(await open());
    await configure('qinghe-water', { moderated: false });
    const phaseOf = async (changed: object) => (await submit(changed)).phase;
    assert.equal(await phaseOf({ title: '公开河道采砂许可名单', text: '想看名单' }), 'open');
    assert.equal(await phaseOf({ title: '公开河道采砂许可名单', text: '我的电话13800138000' }), 'submitted');
    assert.equal(await phaseOf({ title: '我要举报河道采砂', text: '有人偷采' }), 'submitted');
  });

  test('are answered, and opened again once by whoever wrote them', async () => {
    const database = await open();
    const { server, open: openTopic, answer, get, load, solved } = await boards(database);
    const { id, device } = await openTopic();
    await answer(id, { promise: { text: '下季度公布', due: '2099-01-01' } });
    const answered = await get(id);
    assert.deepEqual([answered.phase, answered.outcome, answered.answer?.post, answered.answer?.promise?.due, answered.may], ['published', 'explained', '水政科', '2099-01-01', ['rate', 'reopen']]);
    assert.deepEqual(answered.deadlines.map(({ term, doneOn }) => [term, doneOn === undefined]), [['review', false], ['claim', false], ['answer', false], ['promise', true]]);
    const reopening = async (token: string, words = '没有说发给了谁') => ({ params: { id }, body: { token, words, challenge: await solved() } });
    assert.deepEqual(await refused(server, 'topics.reopen', await reopening(newDevice())), ['409 not-possible', '/body/token not-writer']);
    assert.deepEqual(await refused(server, 'topics.reopen', await reopening(device, '   ')), ['400 invalid-input', '/body/words minLength']);
    const again = await ask(server, 'topics.reopen', await reopening(device));
    assert.deepEqual([again.phase, again.answer, again.earlierAnswers.length, again.steps.at(-1)?.type, again.steps.at(-1)?.words, again.may], ['assigned', undefined, 1, 'reopen', undefined, ['support']]);
    assert.deepEqual(await refused(server, 'topics.reopen', await reopening(device)), ['409 not-possible', 'state']);
    assert.equal((await load(id)).state.reopened, true);
  });

  test('have the files of their answers once those are public', async () => {
    const { server, open: openTopic, answer, take } = await boards(await open());
    const bytes = Buffer.from('采砂许可名单');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const directory = join(server.settings.dataDirectory, 'files', sha256.slice(0, 2));
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, sha256), bytes);
    const { id } = await openTopic();
    const file = { name: '名单.txt', mediaType: 'text/plain', size: bytes.length, sha256 };
    const named = { params: { id, name: file.name } };
    assert.deepEqual(await refused(server, 'topics.attachment', named), ['404 not-found']);
    await answer(id, { files: [file] });
    assert.equal(await (await call(server, 'topics.attachment', named)).text(), '采砂许可名单');
    assert.deepEqual(await refused(server, 'topics.attachment', { params: { id, name: '别的.txt' } }), ['404 not-found']);
    await take(id, { type: 'reopen' }, { words: '答非所问' });
    assert.equal((await call(server, 'topics.attachment', named)).status, 200, 'what was answered before stays public');
  });

  test('are listed by what they are, in every order, page by page', async () => {
    const { server, open: openTopic, support, answer, take } = await boards(await open());
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) ids.push((await openTopic({ title: `题目${n}`, agencyId: n % 2 === 0 ? 'dongshan-water' : 'qinghe-water', purpose: n === 3 ? 'ask' : 'disclose', ...(n === 4 ? { place: '柳河镇' } : {}), ...(n === 5 ? { categoryId: 'qinghe-water.sand' } : {}) })).id);
    const id = (n: number) => ids[n] ?? '';
    await support(id(2)); await support(id(2)); await support(id(5));
    await answer(id(1));
    await take(id(6), { type: 'decline', reason: 'not-held' }, { words: '不归我局管' });
    await take(id(0), { type: 'merge', into: id(2) });
    const all = async (query: Record<string, unknown>) => {
      const found: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await ask(server, 'topics.list', { query: { ...query, limit: 2, cursor } });
        found.push(...titles(page.items).map((title) => title.replace('题目', '')));
        if (page.next === undefined) {
          assert.deepEqual(page.total, { value: found.length, relation: 'eq' });
          return found.join('');
        }
        cursor = page.next;
      }
    };
    assert.equal(await all({}), '654321');
    assert.equal(await all({ sort: 'supports' }), '256431');
    assert.equal(await all({ sort: 'answered' }), '165432');
    assert.equal(await all({ sort: 'due' }), '234516');
    assert.equal(await all({ state: 'open' }), '5432');
    assert.equal(await all({ state: 'answered' }), '1');
    assert.equal(await all({ state: 'declined' }), '6');
    assert.equal(await all({ state: 'merged' }), '0');
    assert.equal(await all({ agency: 'dongshan' }), '642');
    assert.equal(await all({ agency: 'dongshan', own: true }), '');
    assert.equal(await all({ purpose: 'ask' }), '3');
    assert.equal(await all({ place: '柳河镇' }), '4');
    assert.equal(await all({ category: 'A20_05' }), '5');
    assert.equal(await all({ late: true }), '');
    assert.equal(await all({ q: '题目', sort: 'supports' }), '256431');
    assert.equal(await all({ q: '题目3' }), '3');
    assert.equal(await all({ q: '三家企业' }), '1');
    assert.deepEqual(await refused(server, 'topics.list', { query: { agency: 'nobody' } }), ['400 invalid-input', '/query/agency unknown-agency']);
    assert.deepEqual(await refused(server, 'topics.list', { query: { cursor: 'x' } }), ['400 invalid-cursor', '/query/cursor cursor']);
    const declined = await ask(server, 'topics.get', { params: { id: id(6) } });
    assert.deepEqual([declined.declined?.reason, declined.declined?.words], ['not-held', '不归我局管']);
  });

  test('stand with another agency once they are given to it, and on the board where they were written', async () => {
    const { server, open: openTopic, take } = await boards(await open());
    const { id } = await openTopic({ agencyId: 'liuhe' });
    await take(id, { type: 'assign', agency: 'qinghe-water' });
    const found = async (agency: string) => (await ask(server, 'topics.list', { query: { agency } })).items.map(({ agency: other, board }) => [board.id, other?.id]);
    assert.deepEqual([await found('dongshan'), await found('qinghe-water'), await found('qinghe-tax')], [[['liuhe', 'qinghe-water']], [['liuhe', 'qinghe-water']], []]);
    assert.deepEqual((await ask(server, 'topics.get', { params: { id } })).steps.at(-1)?.to, { id: 'qinghe-water', name: '清河市水利局' });
  });

  test('say of a merge where it went, and are what they were when it is undone', async () => {
    const { server, open: openTopic, take, get } = await boards(await open());
    const [a, b, other] = [await openTopic({ title: '甲' }), await openTopic({ title: '乙' }), await openTopic({ title: '丙', agencyId: 'dongshan' })];
    const before = await get(a.id);
    await assert.rejects(take(a.id, { type: 'merge', into: other.id }), /not-possible/);
    await take(a.id, { type: 'merge', into: b.id });
    await assert.rejects(take(b.id, { type: 'merge', into: a.id }), /not-possible/);
    const [merged, canonical] = [await get(a.id), await get(b.id)];
    assert.deepEqual([merged.phase, merged.mergedInto, merged.next, canonical.supports.total, canonical.merged.map(({ title }) => title)], ['merged', b.id, undefined, 2, ['甲']]);
    await take(a.id, { type: 'unmerge' });
    const { version: _v, updatedAt: _u, steps, ...after } = await get(a.id);
    const { version: _w, updatedAt: _x, steps: _s, ...first } = before;
    assert.deepEqual(after, first);
    assert.deepEqual(steps.map(({ type, topic: named }) => [type, named?.title]), [['submit', undefined], ['approve', undefined], ['merge', '乙'], ['unmerge', '乙']]);
    assert.equal((await get(b.id)).supports.total, 1);
    assert.equal((await ask(server, 'topics.list')).total.value, 3);
  });

  test('are found by what is being typed, as is what is public already', async () => {
    const database = await open();
    const { server, open: openTopic, take } = await boards(database);
    await publishMany(database, [{ content: content({ title: '2025年河道采砂许可证核发名单' }), publishedOn: '2026-01-05' }, { content: content({ title: '政府工作报告' }), publishedOn: '2026-01-06' }]);
    const one = await openTopic({ title: '公布河道采砂许可证名单' });
    const same = await openTopic({ title: '河道采砂许可证发给了谁' });
    await openTopic({ title: '村口路灯什么时候修', text: '天黑看不见' });
    await take(same.id, { type: 'merge', into: one.id });
    const similar = async (text: string) => {
      const { topics, disclosures } = await ask(server, 'topics.similar', { body: { agencyId: 'qinghe-water', text } });
      return [titles(topics), titles(disclosures)];
    };
    assert.deepEqual(await similar('采砂许可证'), [['公布河道采砂许可证名单'], ['2025年河道采砂许可证核发名单']]);
    assert.deepEqual(await similar('请问河道采砂许可证的名单在哪里可以看到'), [['公布河道采砂许可证名单'], ['2025年河道采砂许可证核发名单']]);
    assert.deepEqual(await similar('路灯什么时候修'), [['村口路灯什么时候修'], []]);
    assert.deepEqual(await similar('，。'), [[], []]);
    assert.deepEqual(await similar('养老金认证'), [[], []]);
  });

  test('of a device are listed for it alone, with why one was given back', async () => {
    const { server, submit, open: openTopic, support, take } = await boards(await open());
    const mine = newDevice();
    const [wrote, foreign] = [await submit({}, mine), await openTopic({ title: '别人写的' })];
    await support(foreign.id, mine);
    await take(wrote.id, { type: 'return', reason: 'named-records', way: 'request' }, { words: '这是您本人的档案，请依申请公开', plain: { agency: 'qinghe' } });
    const { items } = await ask(server, 'topics.mine', { body: { token: mine } });
    assert.deepEqual(items.map(({ relation, phase, topic: shown }) => [relation, phase, shown?.title]), [['supports', 'open', '别人写的'], ['wrote', 'returned', undefined]]);
    const returned = { reason: 'named-records', words: '这是您本人的档案，请依申请公开', way: 'request', agency: { id: 'qinghe', name: '清河市人民政府' } };
    assert.deepEqual(items[1]?.returned, returned);
    assert.deepEqual((await ask(server, 'topics.standing', { params: { id: wrote.id } })).returned, returned);
    assert.deepEqual(await ask(server, 'topics.mine', { body: { token: newDevice() } }), { items: [] });
  });

  test('are collected in rounds where the board has them, and ranked by how many different people support them', async () => {
    const database = await open();
    const { server, submit, configure, open: openTopic, support, take, solved } = await boards(database);
    await configure('qinghe-water', { rounds: true });
    const sending = async () => ({ body: { ...topic(), token: newDevice(), challenge: await solved() } });
    assert.deepEqual(await refused(server, 'topics.submit', await sending()), ['409 not-possible', '/body/agencyId between-rounds']);
    const round = { id: '01JRXND0000000000000000001', title: '第一轮', opens_on: '2020-01-01', closes_on: '2099-01-01', answer_on: '2099-01-15', answer_workdays: 10, created_at: '2020-01-01T00:00:00.000Z', version: 1 };
    const { no } = await database.write.selectFrom('agency').select('no').where('id', '=', 'qinghe-water').executeTakeFirstOrThrow();
    await database.write.insertInto('round').values({ ...round, agency_no: no, intro: null, recounts: null, report: null, reported_on: null }).execute();
    const [first, second] = [await submit({ title: '少人支持' }), await submit({ title: '多人支持' })];
    for (const [{ id }, title] of [[first, '少人支持'], [second, '多人支持']] as const) await take(id, { type: 'approve', round: { id: round.id, due: round.answer_on } }, { approved: { title } });
    await support(second.id);
    const shown = await ask(server, 'rounds.get', { params: { id: round.id } });
    assert.deepEqual([shown.state, shown.answerBy.due, shown.figures.asked, titles(shown.ranking)], ['open', '2099-01-15', 2, ['多人支持', '少人支持']]);
    assert.deepEqual((await ask(server, 'rounds.list', { query: { agency: 'qinghe-water' } })).items.map(({ title }) => title), ['第一轮']);
    assert.deepEqual(titles((await ask(server, 'topics.list', { query: { round: round.id } })).items), ['多人支持', '少人支持']);
    const board = await ask(server, 'topics.board', { params: { id: 'qinghe-water' } });
    assert.deepEqual([board.open, board.round?.title, board.promise], [true, '第一轮', { review: 2, claim: 5, answer: 10 }]);
    assert.deepEqual((await ask(server, 'topics.get', { params: { id: first.id } })).next?.due, '2099-01-15');
    await openTopic({ agencyId: 'dongshan' });
    const committee = await ask(server, 'topics.board', { params: { id: 'liuhe-tuanjie' } });
    assert.equal(committee.open, false);
    assert.deepEqual(await refused(server, 'topics.submit', { body: { ...topic({ agencyId: 'liuhe-tuanjie' }), token: newDevice(), challenge: await solved() } }), ['409 not-possible', '/body/agencyId board-closed']);
  });

  test('that correct a disclosure say which, and are found by it', async () => {
    const database = await open();
    const { server, open: openTopic, submit, solved } = await boards(database);
    await publishMany(database, [{ content: content({ title: '收费标准' }), publishedOn: '2026-01-05' }]);
    const { id: disclosureId } = await database.read.selectFrom('disclosure').select('id').executeTakeFirstOrThrow();
    const without = { body: { ...topic({ purpose: 'correct' }), token: newDevice(), challenge: await solved() } };
    assert.deepEqual(await refused(server, 'topics.submit', without), ['400 invalid-input', '/body/disclosureId required']);
    const { id } = await openTopic({ purpose: 'correct', disclosureId, title: '收费标准过期了' });
    assert.equal((await ask(server, 'topics.get', { params: { id } })).disclosure?.title, '收费标准');
    assert.deepEqual(titles((await ask(server, 'topics.list', { query: { disclosure: disclosureId } })).items), ['收费标准过期了']);
    await submit({ disclosureId });
  });

  test('are counted for the agency that has them and for all above it, by what it promised', async () => {
    const { server, open: openTopic, submit, answer, take } = await boards(await open());
    const [answered, declined, merged, waiting] = [await openTopic({ agencyId: 'liuhe' }), await openTopic({ agencyId: 'liuhe' }), await openTopic({ agencyId: 'dongshan' }), await openTopic({ agencyId: 'dongshan' })];
    await answer(answered.id);
    await take(declined.id, { type: 'decline', reason: 'not-held' }, { words: '没有' });
    await take(merged.id, { type: 'merge', into: waiting.id });
    await take((await submit({ agencyId: 'qinghe-water' })).id, { type: 'return', reason: 'unclear' }, { words: '看不明白' });
    await ask(server, 'topics.answered', { params: { id: waiting.id }, body: { agencyId: 'liuhe', instead: 'topic' } });
    const { whole, below } = await ask(server, 'topics.figures', { query: { agency: 'qinghe' } });
    const { ratings: _, ...figures } = whole;
    assert.deepEqual(figures, { asked: 5, open: 1, answered: 1, declined: 1, merged: 1, returned: 1, claimedInTime: { n: 2, of: 2 }, answeredInTime: { n: 1, of: 1 }, overdue: 0, reopened: 0, deflections: 1 });
    assert.deepEqual(below.map(({ agency, figures: { asked, deflections } }) => [agency.id, asked, deflections]), [['qinghe-water', 1, 0], ['qinghe-tax', 0, 0], ['dongshan', 4, 1]]);
    assert.deepEqual((await ask(server, 'topics.figures', { query: { agency: 'qinghe', to: '2020-01-01' } })).whole.asked, 0);
    assert.deepEqual((await ask(server, 'topics.figures')).whole.asked, 5);
    assert.deepEqual(await refused(server, 'topics.figures', { query: { from: '2026-02-30' } }), ['400 invalid-input', '/query/from day']);
  });

  test('that nobody takes up in time are late, on the board and in the figures', async () => {
    const database = await open();
    let now = new Date();
    const moving = { ...database, now: () => now };
    const { server, open: openTopic } = await boards(moving);
    const { id } = await openTopic();
    now = new Date(now.getTime() + 40 * 86_400_000);
    const { next } = await ask(server, 'topics.get', { params: { id } });
    assert.ok(next?.late);
    assert.ok(next.left < 0);
    assert.equal((await ask(server, 'topics.list', { query: { late: true } })).total.value, 1);
    const { whole } = await ask(server, 'topics.figures', { query: { agency: 'qinghe-water' } });
    assert.deepEqual([whole.overdue, whole.claimedInTime], [1, { n: 0, of: 1 }]);
  });

  test('are made once for each key, also with another proof of work', async () => {
    const database = await open();
    const { server, solved } = await boards(database);
    const [key, token] = ['0b9e6a2e-5f0e-4a86-a4ce-000000000001', newDevice()];
    const sending = async () => ask(server, 'topics.submit', { body: { ...topic(), token, challenge: await solved() }, key });
    const [first, second] = [await sending(), await sending()];
    assert.deepEqual(first, second);
    assert.equal((await database.read.selectFrom('topic').select('no').execute()).length, 1);
    const challenge = await solved();
    const again = { ...topic(), token, challenge };
    await ask(server, 'topics.submit', { body: again });
    assert.deepEqual(await refused(server, 'topics.submit', { body: again }), ['403 challenge-refused']);
  });
});
