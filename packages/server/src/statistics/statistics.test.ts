import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnnualDraft, Answer, Operations } from '@sunlit/contract';
import { desk } from '../cases/desk.ts';
import { onEachEngine } from '../fixture.ts';

type Figures = Answer<Operations['statistics.annual']>;
const NONE = { upheld: 0, corrected: 0, otherResult: 0, pending: 0, total: 0 };
const PROACTIVE = { regulations: { issued: 0, repealed: 0, inForce: 2 }, normativeDocs: { issued: 3, repealed: 1, inForce: 9 }, licences: 40, penalties: 12, coercions: 0, feesWanYuan: 1.25 };

onEachEngine('annual figures', (open) => {
  test('counted, closed, corrected', async (t) => {
    const room = await desk(open);
    const keeper = await room.person('keeper', 'qinghe-water/publisher');
    const year = (id: string, of: number) => `/v1/agencies/${id}/statistics/${String(of)}`;
    const draft = (of: number) => keeper.do<AnnualDraft>('GET', year('qinghe-water', of));
    const figures = (query: string) => room.server.json<Figures>(`/v1/statistics/annual?${query}`);
    const close = (of: number, version: number, reason?: string) => keeper.do<AnnualDraft>('POST', `${year('qinghe-water', of)}/versions`, { version, ...(reason && { reason }) });

    room.setDay('2025-12-22');
    const filed = await room.file();
    await room.take(filed.id, 'register');

    await t.test('a year that is not over cannot be closed, and nobody sees its figures', async () => {
      assert.deepEqual(await keeper.refused('POST', `${year('qinghe-water', 2025)}/versions`, { version: 0 }), ['409 not-possible', '/params/year year-not-over']);
      assert.equal((await room.server.get('/v1/statistics/annual?agency=qinghe-water&year=2025')).status, 404);
      const { requests, due, faults } = await draft(2025);
      assert.deepEqual([requests.newReceived.naturalPerson, requests.carriedForward.total, requests.total.total, due, faults], [1, 1, 0, '2026-01-31', []]);
    });

    await t.test('what no event tells is entered, with who did; a second hand meanwhile is told', async () => {
      const entered = await keeper.do<AnnualDraft>('PUT', year('qinghe-water', 2025), { version: 0, proactive: PROACTIVE });
      assert.deepEqual([entered.entered?.proactive, entered.entered?.by.name, entered.entered?.version], [PROACTIVE, 'keeper', 1]);
      assert.deepEqual(await keeper.refused('PUT', year('qinghe-water', 2025), { version: 0 }), ['409 changed-meanwhile']);
      assert.deepEqual(await keeper.refused('PUT', year('qinghe-water', 2025), { version: 1, proactive: { ...PROACTIVE, licences: -1 } }), ['400 invalid-input', '/body/proactive/licences minimum']);
    });

    await t.test('closed, it is public and stays as it is whatever happens later', async () => {
      room.setDay('2026-01-20');
      await room.take(filed.id, 'decide', { reply: { outcome: 'granted', remedy: 'either' } });
      await room.take(filed.id, 'serve', { way: 'hand' });
      const closed = await close(2025, 0);
      assert.deepEqual([closed.closed?.version, closed.differences], [1, []]);
      const shown = await figures('agency=qinghe-water&year=2025');
      assert.deepEqual([shown.figures.requests, shown.figures.proactive, shown.faults, shown.versions.length], [closed.requests, PROACTIVE, [], 1]);
      assert.ok(!JSON.stringify(shown).includes('keeper'));
      assert.deepEqual(await keeper.refused('POST', `${year('qinghe-water', 2025)}/versions`, { version: 0 }), ['409 changed-meanwhile']);
      const { requests, faults, lastYear } = await draft(2026);
      assert.deepEqual([requests.carriedOver.total, requests.granted.total, faults, lastYear?.version], [1, 1, [], 1], 'carried over, and ended');
    });

    await t.test('what is entered late differs from what was closed, which is told cell by cell; a correction needs a reason', async () => {
      // A letter of December that turned up in January.
      room.setDay('2025-12-30');
      const late = await room.file({ applicant: { type: 'research', name: '某研究所', creditCode: '91350100M000100Y43', contactPerson: '经办人', contact: { email: 'a@example.org' } } });
      room.setDay('2026-01-21');
      const { differences } = await draft(2025);
      assert.deepEqual(differences.map(({ line, column, closed, now }) => `${line} ${column} ${String(closed)} ${String(now)}`), ['newReceived research 0 1', 'newReceived total 1 2', 'carriedForward research 0 1', 'carriedForward total 1 2']);
      assert.deepEqual((await draft(2026)).faults.map(({ check, cells: [cell], stated, computed }) => [check, cell?.column, stated, computed]), [['carried-over', 'research', 1, 0], ['carried-over', 'total', 2, 1]]);
      assert.equal((await figures('agency=qinghe-water&year=2025')).figures.requests.newReceived.total, 1);
      assert.deepEqual(await keeper.refused('POST', `${year('qinghe-water', 2025)}/versions`, { version: 1 }), ['400 invalid-input', '/body/reason reason-for-figures']);
      await close(2025, 1, '补登一件邮寄申请');
      const shown = await figures('agency=qinghe-water&year=2025');
      assert.deepEqual([shown.figures.requests.newReceived.total, shown.figures.reason, shown.versions.map(({ version }) => version)], [2, '补登一件邮寄申请', [2, 1]]);
      assert.deepEqual((await draft(2026)).faults, []);
      const { items } = await room.officer.do<Answer<Operations['statistics.cases']>>('GET', '/v1/statistics/cases?agency=qinghe-water&year=2026&line=carriedOver&column=research');
      assert.deepEqual(items.map(({ id, receivedOn }) => [id, receivedOn]), [[late.id, '2025-12-30']]);
    });

    await t.test('figures of others that do not add up are kept as they were stated, and told', async () => {
      await keeper.do('PUT', year('qinghe-water', 2025), { version: 1, proactive: PROACTIVE, disputes: { reconsideration: { upheld: 275, corrected: 6, otherResult: 34, pending: 0, total: 316 }, litigationDirect: NONE, litigationAfter: NONE } });
      await close(2025, 2, '按复议机关公布的数字');
      const { figures: now, faults } = await figures('agency=qinghe-water&year=2025');
      assert.deepEqual([now.disputes?.reconsideration.total, faults.map(({ check, cells, stated, computed }) => [check, cells[0]?.line, stated, computed])], [316, [['dispute', 'reconsideration', 316, 315]]]);
    });

    await t.test('a subtree is the sum of what is closed in it, and says of how many', async () => {
      const above = await room.person('above', 'qinghe/publisher');
      await above.do('PUT', year('qinghe-tax', 2025), { version: 0, proactive: PROACTIVE });
      await above.do('POST', `${year('qinghe-tax', 2025)}/versions`, { version: 0 });
      const { figures: sum, sumOf } = await figures('agency=qinghe&year=2025&below=true');
      assert.deepEqual([sum.requests.newReceived.total, sum.proactive?.licences, sum.proactive?.feesWanYuan, sumOf], [2, 80, 2.5, { closed: 2, of: 7 }]);
      assert.deepEqual(await keeper.refused('GET', year('qinghe-tax', 2025)), ['403 not-allowed']);
      assert.equal((await room.server.get('/v1/statistics/annual?agency=nowhere&year=2025')).status, 400);
      assert.equal((await room.server.get('/v1/statistics/annual?agency=qinghe&year=1999')).status, 400);
    });
  });
});
