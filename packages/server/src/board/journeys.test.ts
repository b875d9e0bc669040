import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Operations, OwnTopic, Posting, Topic } from '@sunlit/contract';
import { publish } from '../disclosures/publication.ts';
import { passed } from '../drafts/office.ts';
import { content, onEachEngine } from '../fixture.ts';
import { newDevice } from '../topics/fixture.ts';
import { EXPLAINED, boardRoom, written, type BoardRoom } from './desk.ts';

type Submitted = Answer<Operations['topics.submit']>;

/** Writes on the board as a resident with a device. */
async function submit(room: BoardRoom, changed: object = {}): Promise<Submitted & { readonly token: string }> {
  const token = newDevice();
  return { ...(await room.post<Submitted>('/v1/topics', { ...written(changed), channel: 'web', token })), token };
}

async function support(room: BoardRoom, id: string, token = newDevice()): Promise<Topic['supports']> {
  return (await room.post<{ supports: Topic['supports'] }>(`/v1/topics/${id}/supports`, { token, basis: 'web' })).supports;
}

const mine = async (room: BoardRoom, token: string): Promise<OwnTopic[]> => ((await (await room.send('POST', '/v1/topics/mine', { token })).json()) as { items: OwnTopic[] }).items;
const approve = { title: '河道采砂许可的结果', text: '想看今年许可了哪些采砂企业。' };
const phases = ({ steps }: Topic) => steps.map(({ type }) => type);

onEachEngine('the courses of a topic', (open) => {
  test('each from a resident’s words to its end', async (t) => {
    const room = await boardRoom(open);
    const settings = (changed: object) => async () => {
      const administrator = await room.person(`admin-${Math.random()}`, 'qinghe-water/administrator');
      const held = await administrator.do<Answer<Operations['topics.settings']>>('GET', '/v1/agencies/qinghe-water/topic-settings');
      await administrator.do('PUT', '/v1/agencies/qinghe-water/topic-settings', { version: held.version, settings: { ...held.settings, ...changed } });
    };

    await t.test('merged, then answered in its round, which is reported', async () => {
      await settings({ rounds: true })();
      room.setDay('2026-03-09');
      const round = await room.plan();
      assert.deepEqual([round.state, round.left, round.answerBy], ['open', 9, { due: '2026-03-27', workdays: 5, provisional: false }]);
      const first = await submit(room);
      const second = await submit(room, { title: '今年许可了哪些采砂企业' });
      const opened = await room.take(first.id, 'approve', approve);
      assert.deepEqual([opened.round?.id, opened.next?.due, opened.supports.total], [round.id, '2026-03-27', 1], 'a topic of a round is owed by its day, and whoever wrote it supports it');
      await room.take(second.id, 'approve', { title: '今年许可了哪些采砂企业' });
      const both = newDevice();
      await support(room, first.id, both);
      await support(room, second.id, both);
      assert.equal((await support(room, second.id)).total, 3);

      assert.deepEqual((await room.officer.do<Answer<Operations['board.similar']>>('GET', `/v1/board/${second.id}/similar`)).topics.map(({ id }) => id), [first.id]);
      const merged = await room.take(second.id, 'merge', { into: first.id });
      assert.deepEqual([merged.phase, merged.mergedInto, merged.may], ['merged', first.id, ['unmerge']]);
      assert.deepEqual([(await room.get(first.id)).supports.total, (await room.read(second.id)).mergedInto], [4, first.id], 'who supports both counts once');
      const parted = await room.take(second.id, 'unmerge');
      assert.deepEqual([parted.phase, parted.supports.total, (await room.get(first.id)).supports.total], ['open', 3, 2]);
      await room.take(second.id, 'merge', { into: first.id });

      room.setDay('2026-03-23');
      assert.deepEqual(await room.refused(first.id, 'claim', { promise: { workdays: 20 } }), ['409 not-possible', '/body/promise promise-too-late']);
      await room.take(first.id, 'claim', { promise: { round: round.id } });
      const { id: disclosure } = await publish(room.database, { content: content({ agencyId: 'qinghe-water', title: '采砂许可结果' }), publishedOn: '2026-03-23' });
      const answer = { outcome: 'disclosed', text: '许可结果已公开。', disclosures: [disclosure], files: [], post: '水政监察大队' };
      const before = await room.take(first.id, 'answer', { answer });
      assert.deepEqual([before.answer?.text, (await room.read(first.id)).answer], ['许可结果已公开。', undefined], 'nobody outside sees it before it is published');
      await room.take(first.id, 'publish');
      const topic = await room.read(first.id);
      assert.deepEqual([topic.phase, topic.outcome, topic.answer?.disclosures.map(({ id }) => id), topic.merged.map(({ id }) => id), topic.next], ['published', 'disclosed', [disclosure], [second.id], undefined]);
      assert.deepEqual(phases(topic), ['submit', 'approve', 'claim', 'publish']);
      assert.deepEqual((await room.server.json<{ items: Topic[] }>(`/v1/topics?disclosure=${disclosure}`)).items.map(({ id }) => id), [first.id]);

      const text = '## 这一轮\n\n共一题，已答。';
      const { version } = await room.officer.do<{ items: { version: number }[] }>('GET', '/v1/rounds?agency=qinghe-water').then(({ items }) => items[0]!);
      const reported = await room.officer.do<Answer<Operations['rounds.report']>>('POST', `/v1/rounds/${round.id}/report`, { version, text });
      assert.deepEqual([reported.state, reported.reportedOn, reported.figures.answered, reported.figures.answeredInTime], ['reported', '2026-03-23', 1, { n: 1, of: 1 }]);
      const shown = await room.server.json<Answer<Operations['rounds.get']>>(`/v1/rounds/${round.id}`);
      assert.deepEqual([shown.report, shown.ranking.map(({ id, supports }) => [id, supports.total])], [text, [[first.id, 4]]]);
      assert.deepEqual(await room.officer.refused('POST', `/v1/rounds/${round.id}/report`, { version: reported.version, text }), ['409 not-possible', 'reported-already']);
      await settings({ rounds: false })();
    });

    await t.test('a question that the liaison routes to the agency whose matter it is', async () => {
      room.setDay('2026-04-01');
      const asked = await submit(room, { agencyId: 'qinghe', purpose: 'ask', title: '东山县的禁采区在哪里', text: undefined });
      assert.deepEqual(await room.neighbour.refused('GET', `/v1/board/${asked.id}`), ['403 not-allowed']);
      await room.take(asked.id, 'approve', { title: '东山县的禁采区在哪里' }, room.liaison);
      const { items } = await room.liaison.do<Answer<Operations['board.handlers']>>('GET', `/v1/board/${asked.id}/handlers?agency=dongshan-water`);
      assert.deepEqual(items.map(({ id }) => id), [room.neighbour.id]);
      const routed = await room.take(asked.id, 'assign', { agencyId: 'dongshan-water', handler: room.neighbour.id, note: '请答复' }, room.liaison);
      assert.deepEqual([routed.agency?.id, routed.handler?.id, routed.may.includes('claim'), routed.entries.at(-1)?.words], ['dongshan-water', room.neighbour.id, false, '请答复']);
      assert.deepEqual(await room.liaison.refused('POST', `/v1/board/${asked.id}/claim`, { version: routed.version, promise: { workdays: 5 } }), ['403 not-allowed'], 'who routes does not answer');
      const got = await room.get(asked.id, room.neighbour);
      assert.ok(got.may.includes('claim'));
      assert.equal((await room.take(asked.id, 'claim', { promise: { workdays: 5 } }, room.neighbour)).next?.due, '2026-04-09');
      await room.take(asked.id, 'answer', { answer: { ...EXPLAINED, post: '东山县水利局' } }, room.neighbour);
      await room.take(asked.id, 'publish', {}, room.neighbour);
      const topic = await room.read(asked.id);
      assert.deepEqual([topic.agency?.id, topic.steps.find(({ type }) => type === 'assign')?.to?.id, topic.answer?.post], ['dongshan-water', 'dongshan-water', '东山县水利局']);
      assert.equal((await room.server.json<{ items: Topic[] }>('/v1/topics?agency=dongshan&state=answered')).items[0]?.id, asked.id);
    });

    await t.test('a correction that leads to a published clarification', async () => {
      room.setDay('2026-04-07');
      const { id: wrong } = await publish(room.database, { content: content({ agencyId: 'qinghe-water', title: '采砂说明' }), publishedOn: '2026-01-05' });
      const { id } = await submit(room, { purpose: 'correct', title: '说明没有写清是否放开采砂', disclosureId: wrong });
      const opened = await room.take(id, 'approve', { title: '说明没有写清是否放开采砂' });
      assert.equal(opened.disclosure?.id, wrong);
      await room.take(id, 'claim', { promise: { workdays: 10 } });
      const corrected = { outcome: 'corrected', text: '已另行澄清。', disclosures: [] as string[], files: [], post: '办公室' };
      assert.deepEqual(await room.refused(id, 'answer', { answer: corrected }), ['409 not-possible', '/body/answer/disclosures disclosure-missing']);
      // An officer of topics writes the draft; others review and publish it.
      const [reviewer, publisher] = [await room.person('reviewer', 'qinghe-water/reviewer'), await room.person('publisher', 'qinghe-water/publisher')];
      const clarification = { ...content({ kind: 'clarification', agencyId: 'qinghe-water', title: '澄清：没有放开采砂' }), fields: { claim: '放开采砂', fact: '没有放开', evidence: [{ title: '采砂说明', disclosureId: wrong }] } };
      const draft = await room.officer.step(await room.officer.create({ content: clarification }), 'submit');
      assert.deepEqual(await room.refused(id, 'answer', { answer: { ...corrected, disclosures: [draft.id] } }), ['400 invalid-input', '/body/answer/disclosures/0 unknown-disclosure'], 'not before it is public');
      const published = await publisher.step(await reviewer.step(draft, 'approve', passed), 'publish');
      const clarified = published.disclosureId ?? '';
      await room.take(id, 'answer', { answer: { ...corrected, disclosures: [clarified] } });
      await room.take(id, 'publish');
      const topic = await room.read(id);
      assert.deepEqual([topic.outcome, topic.disclosure?.id, topic.answer?.disclosures.map(({ title }) => title)], ['corrected', wrong, ['澄清：没有放开采砂']]);
    });

    await t.test('declined, for a reason that everybody reads', async () => {
      room.setDay('2026-04-08');
      const { id, token } = await submit(room, { title: '公开邻居家的存款' });
      await room.take(id, 'approve', { title: '公开低保家庭的存款' });
      assert.deepEqual(await room.refused(id, 'decline', { reason: 'personal-privacy', words: '　' }), ['400 invalid-input', '/body/words minLength']);
      const declined = await room.take(id, 'decline', { reason: 'personal-privacy', words: '家庭财产属于个人隐私。', note: '与民政核对过' });
      assert.deepEqual([declined.phase, declined.may, declined.entries.at(-1)?.words], ['declined', [], '家庭财产属于个人隐私。\n\n与民政核对过']);
      const topic = await room.read(id);
      assert.deepEqual(topic.declined, { reason: 'personal-privacy', words: '家庭财产属于个人隐私。', on: '2026-04-08' });
      assert.ok(!JSON.stringify(topic).includes('与民政核对过'), 'a note is never public');
      assert.equal((await mine(room, token))[0]?.topic?.phase, 'declined');
    });

    await t.test('returned, with the way that leads further, to whoever wrote it alone', async () => {
      const { id, token } = await submit(room, { title: '查我家的征地档案', text: '我家的档案' });
      const { written: papers, ways } = await room.papers(id);
      assert.deepEqual([papers?.text, ways.map(({ way }) => way)], ['我家的档案', ['request']]);
      await room.take(id, 'return', { reason: 'named-records', way: 'request', words: '请填写申请表。', agencyId: 'qinghe' });
      const [own] = await mine(room, token);
      assert.deepEqual(own?.returned, { reason: 'named-records', words: '请填写申请表。', way: 'request', agency: { id: 'qinghe', name: '清河市人民政府' } });
      assert.deepEqual((await room.get(id)).returned, own?.returned);
      assert.equal((await room.send('GET', `/v1/topics/${id}`)).status, 404);
    });

    await t.test('postponed once, with its reason; late on the board itself', async () => {
      room.setDay('2026-04-13');
      const { id } = await room.opened();
      assert.equal((await room.take(id, 'claim', { promise: { on: '2026-04-15' } })).next?.due, '2026-04-15');
      assert.deepEqual(await room.refused(id, 'postpone', { promise: { on: '2026-04-14' }, words: '需要核对' }), ['409 not-possible', '/body/promise promise-not-later']);
      await room.take(id, 'postpone', { promise: { workdays: 5 }, words: '需要核对' });
      assert.deepEqual(await room.refused(id, 'postpone', { promise: { workdays: 9 }, words: '还要核对' }), ['409 not-possible', 'postponed-already']);
      room.setDay('2026-04-21');
      const topic = await room.read(id);
      assert.deepEqual([topic.next?.due, topic.next?.late, topic.next?.left, topic.steps.at(-1)?.words], ['2026-04-20', true, -1, '需要核对']);
      assert.deepEqual((await room.officer.do<Answer<Operations['board.list']>>('GET', '/v1/board?state=late')).items.map((item) => item.id), [id]);
      await room.take(id, 'decline', { reason: 'not-held', words: '本机关没有这项信息。' });
    });

    await t.test('reopened once by whoever wrote it, and answered anew; what an answer promises is kept', async () => {
      room.setDay('2026-04-22');
      const { id, token } = await submit(room);
      await room.take(id, 'approve', approve);
      await room.take(id, 'claim', { promise: { workdays: 10 } });
      await room.take(id, 'answer', { answer: { ...EXPLAINED, text: '见公示栏。' } });
      await room.take(id, 'publish');
      const reopened = await room.post<Topic>(`/v1/topics/${id}/reopening`, { token, words: '公示栏上没有' });
      assert.deepEqual([reopened.phase, reopened.answer, reopened.earlierAnswers.length], ['assigned', undefined, 1]);
      const posting = await room.get(id);
      assert.ok(!JSON.stringify(posting).includes('公示栏上没有'), 'what a resident writes is in the papers');
      assert.deepEqual((await room.papers(id)).reopenings.map(({ words }) => words), ['公示栏上没有']);
      await room.take(id, 'claim', { promise: { workdays: 3 } });
      const promise = { text: '六月补齐', due: '2026-06-30' };
      await room.take(id, 'answer', { answer: { ...EXPLAINED, text: '已补贴。', promise } });
      const again = await room.take(id, 'publish');
      assert.deepEqual([again.next?.term, again.next?.due, again.may], ['promise', '2026-06-30', ['keep']]);
      assert.deepEqual(await room.refused(id, 'reopen', { words: '还是没有' }), ['409 not-possible', 'reopened-already']);
      room.setDay('2026-06-29');
      const kept = await room.take(id, 'keep', { result: '已补齐。' });
      assert.deepEqual([kept.answer?.promise, kept.next], [{ ...promise, kept: { on: '2026-06-29', result: '已补齐。' } }, undefined]);
      assert.deepEqual((await room.read(id)).answer?.promise?.kept?.result, '已补齐。');
      assert.deepEqual(await room.refused(id, 'keep', { result: '再说一次' }), ['409 not-possible', 'no-promise']);
    });

    await t.test('a paper list, on which some stand twice and one has been counted', async () => {
      room.setDay('2026-07-01');
      const { id } = await submit(room);
      await room.take(id, 'approve', approve);
      const scan = await room.officer.upload<Answer<Operations['board.scan']>>(`/v1/board/${id}/scans?name=${encodeURIComponent('签名表.txt')}`, '签名表');
      assert.equal((await room.officer.upload<Answer<Operations['board.scan']>>(`/v1/board/${id}/scans?name=another.txt`, '签名表')).id, scan.id);
      const list = (signers: object[], more: object = {}) => room.officer.do<Posting>('POST', `/v1/board/${id}/supports`, { basis: 'paper', on: '2026-06-30', signers, ...more });
      const first = await list([{ name: '甲 某', phone: '138-0000-0001' }, { name: '甲某', phone: '+86 13800000001' }, { name: '乙某' }, { name: '乙　某' }, { name: '乙某', phone: '13800000002' }], { scan: scan.id });
      assert.deepEqual([first.supports.total, first.supports.paper, first.supports.web], [4, 3, 1]);
      assert.deepEqual(first.lists.map(({ added, already, scan: has, basis, on }) => [added, already, has, basis, on]), [[3, 2, true, 'paper', '2026-06-30']]);
      const second = await list([{ name: '甲某', phone: '13800000001' }, { name: '丙某' }], { basis: 'counter' });
      assert.deepEqual([second.supports.total, second.supports.counter], [5, 1]);
      assert.deepEqual(second.entries.filter(({ type }) => type === 'supports').map(({ basis, added, already }) => [basis, added, already]), [['paper', 3, 2], ['counter', 1, 1]]);
      const download = await room.officer.call('GET', `/v1/board/${id}/lists/${first.lists[0]!.id}/scan`);
      assert.deepEqual([await download.text(), download.headers.get('content-disposition')], ['签名表', `attachment; filename*=UTF-8''${encodeURIComponent('签名表.txt')}`]);
      const refused = (body: object) => room.officer.refused('POST', `/v1/board/${id}/supports`, { basis: 'paper', on: '2026-06-30', signers: [{ name: '丁某' }], ...body });
      assert.deepEqual(await refused({ signers: [{ name: '丁某' }, { name: '　' }] }), ['400 invalid-input', '/body/signers/1/name minLength']);
      assert.deepEqual(await refused({ on: '2026-07-02' }), ['400 invalid-input', '/body/on future']);
      assert.deepEqual(await refused({ scan: id }), ['400 invalid-input', '/body/scan unknown-scan']);
      assert.equal((await room.get(id)).supports.total, 5);
    });
  });
});
