import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { RequestContent } from '@sunlit/contract';
import { annualCases, type RequestStep } from '@sunlit/rules';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { CITY, onEachEngine, testSettings } from '../fixture.ts';
import { ProblemError } from '../problems.ts';
import { filesOf, keepFile, readKept } from './files.ts';
import { fileOnce } from './open.ts';
import { contentOf, loadRequest, saidOf, wholeStep, type RequestOnRecord } from './record.ts';
import { openRequestStore, readingRequests, writingRequests, type RequestStore } from './store.ts';
import { addEntry, lettersOf, newBranches, nextLetterNumber, openLetter, takeStep, type AskedStep } from './take.ts';

const content: RequestContent = {
  agencyId: 'qinghe-water',
  applicant: { type: 'naturalPerson', name: '王小明', identity: { type: 'passport', number: 'E1234567' }, contact: { phone: '13800000000' } },
  wanted: { description: '2025年河道采砂许可' }, form: 'electronic', route: 'online',
};
const person = { id: 'officer', name: '李静', post: '科员' };
const agency = { role: 'agency', person } as const;

async function opened(open: () => Promise<Database>) {
  let now = new Date('2026-03-09T09:00:00+08:00');
  const database: Database = { ...(await open()), now: () => now };
  await saveAgencies(database, CITY);
  const store = openRequestStore(database, testSettings());
  const { id, receipt } = await writingRequests(store, (w) => fileOnce(w, { operation: 'cases.create', owner: 'officer', key: 'a-key-of-ours', body: content }, () => Promise.resolve({ content, channel: 'counter', by: agency })));
  const take = (step: RequestStep, more: Partial<AskedStep> = {}) =>
    writingRequests(store, async (w) => takeStep(w, await loadRequest(w, { caseId: id }), { branch: 'main', step, by: agency, ...more }));
  return { store, id, receipt, take, load: () => loadRequest(readingRequests(store), { caseId: id }), setDay: (day: string) => (now = new Date(`${day}T09:00:00+08:00`)) };
}

const texts = async (store: RequestStore) => JSON.stringify(await Promise.all((['request', 'request_case', 'request_event', 'request_file', 'request_letter', 'idempotency'] as const).map((table) => store.database.read.selectFrom(table).selectAll().execute())));
const shown = ({ cases }: RequestOnRecord) => cases.map(({ branch, agency_id, phase, outcome, due_on, version }) => [branch, agency_id, phase, outcome, due_on, version]);

onEachEngine('the record of a request', (open) => {
  test('is taken step by step: what was written is sealed, and put together again', async () => {
    const { store, receipt, take, load } = await opened(open);
    assert.match(receipt.receiptNo, /^20260309-\d{6}$/);
    assert.match(receipt.secret, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    assert.equal(receipt.receivedOn, '2026-03-09');
    await take({ type: 'register' }, { labels: { main: '采砂许可' } });
    const asked: RequestStep = { type: 'ask-correction', points: ['哪一条河'], workdays: 10, way: 'electronic' };
    await take(asked, { letter: { title: '补正告知书', docNo: '清水公开〔2026〕第1号', body: '请写明是哪一条河', fixed: '' } });
    await take({ type: 'correct' }, { by: { role: 'applicant' }, wanted: { description: '清河' } });
    const decided: RequestStep = { type: 'decide', reply: { outcome: 'partial', remedy: 'reconsider-first', withheld: [{ what: '当事人姓名', ground: 'E15_THIRD' }] } };
    const request = await take(decided, { texts: { note: '已核对' } });
    assert.deepEqual(shown(request), [['main', 'qinghe-water', 'decided', 'partial', '2026-04-07', 5]]);
    assert.equal(request.cases[0]?.label, '采砂许可');
    assert.deepEqual(contentOf(request), content);
    const on = '2026-03-09';
    assert.deepEqual(wholeStep(request, request.events[2]!), { ...asked, on, by: { role: 'agency', id: 'officer' }, branch: 'main' });
    assert.deepEqual(wholeStep(request, request.events[4]!), { ...decided, on, by: { role: 'agency', id: 'officer' }, branch: 'main' });
    assert.deepEqual(saidOf(request, request.events[3]!), { texts: {}, wanted: { description: '清河' } });
    assert.equal(saidOf(request, request.events[4]!)?.texts['note'], '已核对');
    const [letter] = await lettersOf(readingRequests(store), request);
    assert.deepEqual([letter?.command, letter?.doc_no, letter?.event_n, openLetter(request, letter!)], ['ask-correction', '清水公开〔2026〕第1号', 3, { body: '请写明是哪一条河', fixed: '' }]);
    const stored = await texts(store);
    for (const secret of ['王小明', 'E1234567', '13800000000', '采砂许可书', '哪一条河', '清河"', '当事人姓名', '已核对', receipt.secret]) assert.ok(!stored.includes(secret), secret);
    assert.equal((await load()).row.applicant_type, 'naturalPerson');
    await assert.rejects(store.database.write.deleteFrom('request_event').execute(), /only appended to/);
  });

  test('refuses with the reasons of the rules, and changes nothing then', async () => {
    const { take, load } = await opened(open);
    await take({ type: 'register' });
    const before = await load();
    const refused = async (step: RequestStep, on?: string) => {
      try {
        await take(step, { on });
      } catch (error) {
        assert.ok(error instanceof ProblemError, String(error));
        return [error.code, ...error.parts.map(({ pointer, code }) => `${pointer} ${code}`.trim())];
      }
      return assert.fail();
    };
    assert.deepEqual(await refused({ type: 'decide', reply: { outcome: 'denied-secret' } }), ['not-possible', '/body/reply/grounds grounds-missing', '/body/reply/remedy remedy-missing']);
    assert.deepEqual(await refused({ type: 'archive' }), ['not-possible', 'state']);
    assert.deepEqual(await refused({ type: 'extend', workdays: 21, approvedBy: ' ' }), ['not-possible', '/body/workdays too-long', '/body/approvedBy approval-missing']);
    assert.deepEqual(await refused({ type: 'withdraw' }, '2026-03-10'), ['not-possible', '/body/on future']);
    assert.deepEqual(await load(), before);
  });

  test('a transfer and a split make cases of their own, each with its clock', async () => {
    const { take, load } = await opened(open);
    await take({ type: 'register' });
    const [b2 = '', b3 = ''] = newBranches(await load(), 2);
    await take({ type: 'split', into: [b2, b3] }, { labels: { [b2]: '许可', [b3]: '处罚' } });
    const [b4 = ''] = newBranches(await load(), 1);
    const request = await take({ type: 'transfer', to: 'dongshan-water', into: b4 }, { branch: b3 });
    assert.deepEqual(shown(request), [
      ['main', 'qinghe-water', 'split', null, null, 3], ['b2', 'qinghe-water', 'processing', null, '2026-04-07', 1],
      ['b3', 'qinghe-water', 'transferred', 'transferred', null, 2], ['b4', 'dongshan-water', 'received', null, '2026-04-07', 1],
    ]);
    assert.deepEqual(request.cases.map(({ label, parent_no }) => [label, request.cases.findIndex(({ no }) => no === parent_no)]), [[null, -1], ['许可', 0], ['处罚', 0], [null, 2]]);
    assert.equal(annualCases(request.state).length, 3);
  });

  test('what is no step stands beside the steps: notes, urgings', async () => {
    const { store, id } = await opened(open);
    const add = (type: 'note' | 'urging' | 'urging-answer', text: string) => writingRequests(store, async (w) => addEntry(w, await loadRequest(w, { caseId: id }), { branch: 'main', type, by: agency, texts: { text } }));
    assert.equal((await add('urging', '请抓紧')).cases[0]?.urged, 1);
    const request = await add('urging-answer', '正在办理');
    assert.deepEqual([request.cases[0]?.urged, request.cases[0]?.version, request.steps.length], [0, 3, 1]);
    assert.equal(saidOf(request, request.events[1]!)?.texts['text'], '请抓紧');
    assert.deepEqual(await writingRequests(store, async (w) => [await nextLetterNumber(w, 1, 2026), await nextLetterNumber(w, 1, 2026), await nextLetterNumber(w, 1, 2027)]), [1, 2, 1]);
  });

  test('files lie sealed, under no name of theirs, and once each', async () => {
    const { store, id } = await opened(open);
    const keep = (name: string) => writingRequests(store, async (w) => {
      const request = await loadRequest(w, { caseId: id });
      return keepFile(w, request, { bytes: Buffer.from('身份证影像'), name, mediaType: 'text/plain', purpose: 'identity', by: { role: 'applicant' } });
    });
    const kept = await keep('身份证.txt');
    assert.equal((await keep('身份证.txt')).id, kept.id);
    assert.notEqual((await keep('户口本.txt')).id, kept.id);
    const request = await loadRequest(readingRequests(store), { caseId: id });
    assert.deepEqual((await filesOf(readingRequests(store), request)).map(({ name, size, role }) => [name, size, role]), [['身份证.txt', 15, 'applicant'], ['户口本.txt', 15, 'applicant']]);
    assert.equal((await readKept(store, request, kept)).toString(), '身份证影像');
    assert.deepEqual(readdirSync(`${store.dataDirectory}/requests/${request.row.id}`).sort(), (await filesOf(readingRequests(store), request)).map((file) => file.id).sort());
    assert.ok(!(await texts(store)).includes('身份证'));
  });
});
