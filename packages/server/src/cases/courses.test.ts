import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANNUAL_LINES, type AnnualDraft, type Answer, type Case, type Operations, type RequestsTable, type TrackedBranch } from '@sunlit/contract';
import { onEachEngine } from '../fixture.ts';
import { desk, dueOf, type Filed } from './desk.ts';

const refusal = { outcome: 'denied-third-party', grounds: '涉及第三方商业秘密，第三方不同意公开且理由合理。', remedy: 'reconsider-first' };
const granted = { outcome: 'granted', remedy: 'either' };
const consultation = { party: 'third-party', name: '某采砂企业', about: '采砂许可决定中的开采方案', way: 'hand' };

onEachEngine('the courses of a request', (open) => {
  test('each from its beginning to its end', async (t) => {
    const room = await desk(open);

    /** Files on a day at the counter and enters it in the register. */
    const begin = async (day = '2026-03-09', changed: object = {}): Promise<Filed> => {
      room.setDay(day);
      const filed = await room.file(changed);
      await room.take(filed.id, 'register');
      return filed;
    };
    /** Decides and serves, each on its day. */
    const end = async (id: string, reply: object, day: string, way = 'hand'): Promise<Case> => {
      room.setDay(day);
      await room.take(id, 'decide', { reply });
      return room.take(id, 'serve', { way });
    };
    const main = async (filed: Filed): Promise<TrackedBranch> => (await room.track(filed)).branches[0]!;

    await t.test('granted on the spot, with what is released once the reply is served', async () => {
      const filed = await begin();
      const file = await room.attach(filed.id, '许可决定.txt', 'release', '许可决定全文');
      await room.take(filed.id, 'decide', { reply: granted });
      assert.deepEqual([(await main(filed)).files, (await main(filed)).letters], [[], []], 'what is decided is the applicant’s to see when it is served');
      const served = await room.take(filed.id, 'serve', { way: 'hand' });
      assert.deepEqual([served.phase, served.endedOn, dueOf(served, 'reconsideration'), dueOf(served, 'suit')], ['served', '2026-03-09', '2026-05-08', '2026-09-09']);
      const branch = await main(filed);
      assert.deepEqual([branch.files.map(({ id, name }) => [id, name]), branch.letters.length, branch.remedy?.remedy], [[[file, '许可决定.txt']], 1, 'either']);
      assert.match(branch.remedy?.text ?? '', /六十日内.*六个月内/);
      assert.deepEqual(await room.counted(filed), ['qinghe-water granted 2026-03-09 2026-03-09']);
    });

    await t.test('corrected, then granted in part', async () => {
      room.setDay('2026-03-09');
      const filed = await room.file({ channel: 'post-ordinary' });
      assert.equal((await room.get(filed.id)).receivedOn, undefined);
      assert.equal((await room.take(filed.id, 'receive')).receivedOn, '2026-03-09');
      assert.equal(dueOf(await room.take(filed.id, 'register', { label: '采砂许可' }), 'reply'), '2026-04-07');
      room.setDay('2026-03-11');
      const correcting = await room.take(filed.id, 'ask-correction', { points: ['年度', '河段'], workdays: 15, way: 'electronic' });
      assert.deepEqual([correcting.phase, correcting.waitsFor, dueOf(correcting, 'correction'), dueOf(correcting, 'reply')], ['correcting', ['applicant'], '2026-04-01', 'paused']);
      assert.deepEqual((await main(filed)).events.at(-1)?.points, ['年度', '河段']);
      room.setDay('2026-03-16');
      const tracked = await room.act(filed, 'correction', { branch: 'main', wanted: { description: '清河安平段二〇二五年的许可决定' } });
      assert.equal(dueOf(tracked.branches[0]!, 'reply'), '2026-04-14');
      assert.equal((await room.get(filed.id)).label, '采砂许可');
      const text = '许可某采砂企业在安平段采砂，联系电话8800123。';
      const copy = await room.officer.do<{ withheld: object[]; file: { id: string; redacted: boolean } }>('POST', `/v1/cases/${filed.id}/redactions`, {
        name: '许可决定', text, spans: [{ start: text.indexOf('8800123'), end: text.indexOf('8800123') + 7, ground: 'E15_THIRD', what: '联系电话' }],
      });
      const served = await end(filed.id, { outcome: 'partial', withheld: copy.withheld, remedy: 'reconsider-first' }, '2026-04-10', 'electronic');
      assert.deepEqual([served.outcome, served.endedOn, dueOf(served, 'suit')], ['partial', '2026-04-10', undefined]);
      const branch = await main(filed);
      assert.deepEqual([branch.files.map(({ id }) => id), branch.letters.map(({ name }) => name.replace(/\.\w+$/, '').slice(0, 4)), branch.remedy?.remedy], [[copy.file.id], ['政府信息', '政府信息', '政府信息'], 'reconsider-first']);
      assert.deepEqual(await room.counted(filed), ['qinghe-water partial 2026-03-09 2026-04-10']);
      const { said, reply, wanted } = await room.papers(filed.id);
      assert.deepEqual([said.filter(({ field }) => field.startsWith('points')).map((one) => one.text), reply?.withheld, wanted.length], [['年度', '河段'], [{ what: '联系电话', ground: 'E15_THIRD' }], 2]);
    });

    await t.test('given up, because what was to be corrected was not; and taken up again for a good reason', async () => {
      const filed = await begin();
      room.setDay('2026-03-10');
      await room.take(filed.id, 'ask-correction', { points: ['年度'], workdays: 15, way: 'hand' });
      await room.passTo('2026-04-01');
      const closed = await room.get(filed.id);
      assert.deepEqual([closed.phase, closed.outcome, closed.entries.at(-1)?.type, closed.entries.at(-1)?.bound, closed.endedOn], ['closed', 'abandoned-correction', 'silence', 'applicant', '2026-04-01']);
      assert.deepEqual(await room.counted(filed), ['qinghe-water other.uncorrected 2026-03-09 2026-04-01']);
      assert.equal((await main(filed)).outcome, 'abandoned-correction');
      assert.deepEqual(await room.refused(filed.id, 'correct', { wanted: { description: '补正' } }), ['409 not-possible', '/body/goodReason reason-missing']);
      assert.equal((await room.take(filed.id, 'correct', { wanted: { description: '补正' }, goodReason: '住院' })).phase, 'processing');
    });

    await t.test('refused, because a third party objects with good reason', async () => {
      const filed = await begin();
      room.setDay('2026-03-10');
      const consulting = await room.take(filed.id, 'consult', consultation);
      const { id: question } = consulting.questions[0]!;
      assert.deepEqual([consulting.phase, dueOf(consulting, question), dueOf(consulting, 'reply')], ['consulting', '2026-03-31', 'paused']);
      room.setDay('2026-03-18');
      const answered = await room.take(filed.id, 'opinion', { question, opinion: 'objects-with-reason', text: '涉及工艺参数' });
      assert.equal(dueOf(answered, 'reply'), '2026-04-15', 'six workdays were not counted');
      assert.deepEqual(await room.refused(filed.id, 'decide', { reply: granted }), ['409 not-possible', '/body/reply/outcome objection-stands']);
      const served = await end(filed.id, refusal, '2026-04-15');
      assert.deepEqual([served.remedy?.remedy, dueOf(served, 'suit')], ['reconsider-first', undefined]);
      const tracked = await room.track(filed);
      assert.ok(!JSON.stringify(tracked).includes('某采砂企业'), 'who was consulted is not the applicant’s to know');
      assert.ok(!JSON.stringify(tracked).includes('工艺参数'));
      assert.equal(tracked.branches[0]!.letters.length, 1, 'nor is the letter to them');
      assert.deepEqual(await room.counted(filed), ['qinghe-water denied.thirdPartyRights 2026-03-09 2026-04-15']);
    });

    await t.test('granted against an objection, which the third party is told', async () => {
      const filed = await begin();
      const { questions: [asked] } = await room.take(filed.id, 'consult', consultation);
      await room.take(filed.id, 'opinion', { question: asked!.id, opinion: 'objects-with-reason' });
      const overridden = await room.take(filed.id, 'override', { question: asked!.id, reason: '涉及沿岸居民饮用水安全' });
      assert.equal(overridden.questions[0]?.overriddenOn, '2026-03-09');
      await end(filed.id, granted, '2026-03-20');
      for (const { id, command } of (await room.papers(filed.id)).letters) {
        const page = await room.page(filed.id, id);
        assert.equal(page.includes('申请人甲'), command === 'decide', `${command}: to others, nothing of the applicant`);
        if (command === 'override') assert.match(page, /沿岸居民饮用水安全[^]*第三十二条[^]*行政复议/);
      }
      assert.deepEqual(await room.counted(filed), ['qinghe-water granted 2026-03-09 2026-03-20']);
    });

    await t.test('a co-maker’s silence is consent', async () => {
      const filed = await begin();
      room.setDay('2026-03-10');
      await room.take(filed.id, 'consult', { ...consultation, party: 'co-maker', name: '清河市生态环境局' });
      await room.passTo('2026-04-01');
      const silent = await room.get(filed.id);
      assert.deepEqual([silent.phase, silent.questions[0]?.answer, silent.entries.at(-1)?.bound], ['processing', 'silent', 'co-maker']);
      await end(filed.id, granted, '2026-04-02');
      assert.deepEqual(await room.counted(filed), ['qinghe-water granted 2026-03-09 2026-04-02']);
    });

    await t.test('extended once, by no more than twenty workdays, and only in time', async () => {
      const filed = await begin();
      room.setDay('2026-03-20');
      const extension = { workdays: 20, reason: '涉及多个年度的档案', approvedBy: '办公室主任' };
      assert.deepEqual(await room.refused(filed.id, 'extend', { ...extension, workdays: 21 }), ['409 not-possible', '/body/workdays too-long']);
      const extended = await room.take(filed.id, 'extend', extension);
      const { due } = await room.server.json<{ due: string }>('/v1/calendar/due?from=2026-03-09&workdays=40');
      assert.equal(dueOf(extended, 'reply'), due);
      assert.deepEqual(await room.refused(filed.id, 'extend', extension), ['409 not-possible', 'extended-already']);
      const letter = (await room.papers(filed.id)).letters.find(({ command }) => command === 'extend')!;
      const page = await room.page(filed.id, letter.id);
      const [year, month, date] = due.split('-').map(Number);
      assert.ok(page.includes(`至${year}年${month}月${date}日届满`) && page.includes('因涉及多个年度的档案'), page);
      await end(filed.id, granted, '2026-05-06');
      assert.deepEqual(await room.counted(filed), ['qinghe-water granted 2026-03-09 2026-05-06']);
      const late = await begin('2026-03-09');
      await room.passTo('2026-04-08');
      assert.deepEqual(await room.refused(late.id, 'extend', extension), ['409 not-possible', '/body/on too-late']);
      const overdue = await room.get(late.id);
      assert.deepEqual([overdue.entries.at(-1)?.type, overdue.next?.light, overdue.remedy?.remedy], ['overdue', 'red', 'reconsider-first']);
      assert.ok((await room.officer.do<{ items: Case[] }>('GET', '/v1/cases?state=late')).items.some(({ id }) => id === late.id));
      await end(late.id, granted, '2026-04-09');
    });

    await t.test('transferred, with a clock of its own at the other agency', async () => {
      const filed = await begin();
      await room.officer.do('POST', `/v1/cases/${filed.id}/notes`, { text: '本机关内部意见' });
      room.setDay('2026-03-12');
      const transferred = await room.take(filed.id, 'transfer', { to: 'dongshan-water' });
      assert.deepEqual([transferred.phase, transferred.outcome, transferred.endedOn, transferred.may], ['transferred', 'transferred', '2026-03-12', []]);
      const [child] = transferred.children;
      assert.equal(child?.agency.id, 'dongshan-water');
      const there = await room.get(child.id, room.neighbour);
      assert.deepEqual([there.phase, there.parent, dueOf(there, 'reply'), there.firstHandler?.name], ['received', filed.id, '2026-04-10', 'officer']);
      const { applicant, said, letters } = await room.papers(child.id, room.neighbour);
      assert.deepEqual([applicant.name, said, letters], ['申请人甲', [], []], 'what the other agency wrote for itself stays there');
      room.setDay('2026-03-20');
      await room.take(child.id, 'register', {}, room.neighbour);
      await room.take(child.id, 'decide', { reply: granted }, room.neighbour);
      await room.take(child.id, 'serve', { way: 'electronic' }, room.neighbour);
      assert.deepEqual(await room.counted(filed), ['qinghe-water other.other 2026-03-09 2026-03-12', 'dongshan-water granted 2026-03-12 2026-03-20']);
      const { branches } = await room.track(filed);
      assert.deepEqual(branches.map(({ phase, letters }) => [phase, letters.length]), [['transferred', 1], ['served', 1]]);
      assert.deepEqual(await room.neighbour.refused('GET', `/v1/cases/${filed.id}`), ['403 not-allowed']);
    });

    await t.test('split into parts, each with an outcome of its own', async () => {
      const filed = await begin();
      const split = await room.take(filed.id, 'split', { parts: [{ label: '许可' }, {}] });
      assert.deepEqual([split.phase, split.children.length], ['split', 2]);
      const [first, second] = split.children.map(({ id }) => id) as [string, string];
      assert.deepEqual([(await room.get(first)).label, (await room.get(second)).label, dueOf(await room.get(first), 'reply')], ['许可', undefined, '2026-04-07']);
      await end(first, granted, '2026-03-20');
      await end(second, { outcome: 'denied-internal', grounds: '内部值班安排', remedy: 'reconsider-first' }, '2026-03-23');
      assert.deepEqual(await room.counted(filed), ['qinghe-water granted 2026-03-09 2026-03-20', 'qinghe-water denied.internalAffairs 2026-03-09 2026-03-23']);
      const { branches } = await room.track(filed);
      assert.deepEqual(branches.map(({ phase, parent }) => [phase, parent]), [['split', undefined], ['served', 'main'], ['served', 'main']]);
    });

    await t.test('a fee that is not paid, and one that is', async () => {
      const filed = await begin();
      room.setDay('2026-03-10');
      const paying = await room.take(filed.id, 'notice-fee', { fee: { scale: 'cases', before: 10, cases: 21 }, way: 'hand' });
      assert.deepEqual([paying.phase, paying.entries.at(-1)?.fee?.yuan, dueOf(paying, 'payment')], ['paying', 2200, '2026-04-08']);
      assert.deepEqual((await main(filed)).events.at(-1)?.fee?.lines.map(({ each }) => each), [100, 200]);
      await room.passTo('2026-04-09');
      assert.deepEqual(await room.counted(filed), ['qinghe-water other.unpaid 2026-03-09 2026-04-09']);

      const paid = await begin();
      assert.deepEqual(await room.refused(paid.id, 'notice-fee', { fee: { scale: 'pages', pages: 30 }, way: 'hand' }), ['409 not-possible', '/body/fee no-fee']);
      room.setDay('2026-03-10');
      await room.take(paid.id, 'notice-fee', { fee: { scale: 'pages', pages: 31 }, way: 'hand' });
      room.setDay('2026-03-20');
      const { due } = await room.server.json<{ due: string }>('/v1/calendar/due?from=2026-03-20&workdays=20');
      assert.equal(dueOf(await room.take(paid.id, 'pay'), 'reply'), due);
      await end(paid.id, granted, '2026-04-01');
      assert.deepEqual(await room.counted(paid), ['qinghe-water granted 2026-03-09 2026-04-01']);
    });

    await t.test('a repeat, told by the other requests of the same applicant', async () => {
      const who = { applicant: { type: 'business', name: '某养殖企业', creditCode: '91350100M000100Y43', contactPerson: '经办人', contact: { email: 'a@example.org' } } };
      const first = await begin('2026-03-02', who);
      await end(first.id, granted, '2026-03-03');
      const again = await begin('2026-03-09', who);
      const present = await room.get(again.id);
      assert.equal(present.inMonth, 1);
      const { others } = await room.papers(again.id);
      assert.deepEqual(others.map(({ receiptNo, phase, outcome }) => [receiptNo, phase, outcome]), [[first.receipt.receiptNo, 'served', 'granted']]);
      const reply = { outcome: 'repeat', grounds: '已就相同政府信息作出答复。', pointsTo: `登记号${first.receipt.receiptNo}的答复`, remedy: 'either' };
      assert.equal((await end(again.id, reply, '2026-03-10')).outcome, 'repeat');
      assert.deepEqual(await room.counted(again), ['qinghe-water notProcessed.repeat 2026-03-09 2026-03-10']);
      assert.equal((await main(again)).remedy?.remedy, 'either');
    });

    await t.test('withdrawn by the applicant', async () => {
      const filed = await begin();
      room.setDay('2026-03-11');
      const { branches: [branch] } = await room.act(filed, 'withdrawal', { branch: 'main' });
      assert.deepEqual([branch?.phase, branch?.outcome, branch?.remedy], ['closed', 'withdrawn', undefined]);
      assert.deepEqual(await room.counted(filed), ['qinghe-water other.other 2026-03-09 2026-03-11']);
      assert.deepEqual((await room.get(filed.id)).may, ['archive']);
    });

    await t.test('refused with reconsideration first: the letter says so, and an edited one says it too', async () => {
      const filed = await begin();
      await end(filed.id, { ...refusal, outcome: 'denied-secret', grounds: '依法定密' }, '2026-03-16');
      const { letters } = await room.papers(filed.id);
      const page = await room.page(filed.id, letters[0]!.id);
      assert.match(page, /依法定密[^]*第十四条、第三十六条第三项[^]*六十日内先向[^]*行政复议[^]*二〇二六年三月十六日/);
      assert.deepEqual(await room.counted(filed), ['qinghe-water denied.stateSecret 2026-03-09 2026-03-16']);
      assert.equal((await main(filed)).remedy?.remedy, 'reconsider-first');
    });

    await t.test('excessive, once reasons were asked for and are not good', async () => {
      const filed = await begin();
      const reply = { outcome: 'excessive', grounds: '一个月内就同一事项申请上百件，理由与所申请的信息无关。', remedy: 'either' };
      assert.deepEqual(await room.refused(filed.id, 'decide', { reply }), ['409 not-possible', '/body/reply/outcome reasons-not-asked']);
      await room.take(filed.id, 'ask-reasons', { workdays: 10, way: 'electronic' });
      await room.act(filed, 'reasons', { branch: 'main', reasons: '研究用' });
      assert.deepEqual((await room.papers(filed.id)).said.filter(({ field }) => field === 'reasons').map(({ text }) => text), ['研究用']);
      await end(filed.id, reply, '2026-03-18');
      assert.deepEqual(await room.counted(filed), ['qinghe-water notProcessed.excessive 2026-03-09 2026-03-18']);
    });

    await t.test('all together, the annual table as it is counted by hand, and behind each cell its cases', async () => {
      room.setDay('2026-12-01');
      const reader = await room.person('reader', 'qinghe/request-officer', 'dongshan-water/request-officer');
      const table = async (agency: string) => (await reader.do<AnnualDraft>('GET', `/v1/agencies/${agency}/statistics/2026`)).requests;
      const shown = (requests: RequestsTable) => ANNUAL_LINES.flatMap((line) => (requests[line].total === 0 ? [] : [`${line} ${String(requests[line].naturalPerson)}+${String(requests[line].business)}=${String(requests[line].total)}`]));
      const own = await table('qinghe-water');
      assert.deepEqual(shown(own), [
        'newReceived 16+2=18', 'granted 7+1=8', 'partial 1+0=1', 'denied.stateSecret 1+0=1', 'denied.thirdPartyRights 1+0=1', 'denied.internalAffairs 1+0=1',
        'notProcessed.repeat 0+1=1', 'notProcessed.excessive 1+0=1', 'other.unpaid 1+0=1', 'other.other 2+0=2', 'total 15+2=17', 'carriedForward 1+0=1',
      ]);
      assert.deepEqual(shown(await table('dongshan-water')), ['newReceived 1+0=1', 'granted 1+0=1', 'total 1+0=1']);
      for (const line of ANNUAL_LINES) {
        for (const column of ['naturalPerson', 'business', 'total'] as const) {
          const page = await reader.do<Answer<Operations['statistics.cases']>>('GET', `/v1/statistics/cases?agency=qinghe-water&year=2026&line=${line}&column=${column}&limit=100`);
          assert.deepEqual([page.total, page.items.length], [own[line][column], own[line][column]], `${line} ${column}`);
        }
      }
    });
  });
});
