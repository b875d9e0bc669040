import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LETTER_COMMANDS, type Case, type CaseSummary, type Draft, type LetterDraft, type Problem } from '@sunlit/contract';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { onEachEngine } from '../fixture.ts';
import { APPLICANT, desk, dueOf, type Filed } from './desk.ts';

onEachEngine('cases', (open) => {
  test('as officers work them', async (t) => {
    const room = await desk(open);
    const supervisor = await room.person('supervisor', 'qinghe/supervisor');
    const administrator = await room.person('administrator', 'qinghe-water/administrator');
    const begin = async (changed: object = {}) => {
      room.setDay('2026-03-09');
      const filed = await room.file(changed);
      await room.take(filed.id, 'register');
      return filed;
    };
    const denied = { outcome: 'denied-law', grounds: '法律禁止公开。', remedy: 'reconsider-first' };
    const audit = async () => (await administrator.do<{ items: { operation: string; subject?: string; outcome: string; by?: { name: string } }[] }>('GET', '/v1/audit?limit=100')).items;

    await t.test('a step with a version that is no more answers the present case, and changes nothing', async () => {
      const { id } = await begin();
      const response = await room.officer.call('POST', `/v1/cases/${id}/withdraw`, { version: 1 });
      const { type, current } = (await response.json()) as Problem;
      assert.deepEqual([response.status, type, (current as Case).version, (current as Case).phase], [409, 'urn:sunlit:problem:changed-meanwhile', 2, 'processing']);
      assert.equal((await room.get(id)).version, 2);
    });

    await t.test('officers of another agency may not, and that goes on record; so does each reading of papers', async () => {
      const { id } = await begin();
      for (const path of [`/v1/cases/${id}`, `/v1/cases/${id}/papers`]) assert.deepEqual(await room.neighbour.refused('GET', path), ['403 not-allowed']);
      assert.deepEqual(await room.neighbour.refused('POST', `/v1/cases/${id}/decide`, { version: 2, reply: denied }), ['403 not-allowed']);
      assert.deepEqual(await supervisor.refused('GET', `/v1/cases/${id}/papers`), ['403 not-allowed'], 'who supervises sees what is not personal');
      assert.deepEqual((await room.get(id, supervisor)).may, []);
      await room.papers(id);
      const lines = (await audit()).filter(({ subject }) => subject === id).map(({ operation, outcome }) => `${operation} ${outcome}`);
      assert.deepEqual(lines.filter((line) => line.startsWith('cases.papers')).sort(), ['cases.papers done', 'cases.papers refused', 'cases.papers refused']);
      assert.ok(lines.includes('cases.decide refused') && lines.includes('cases.get refused'), lines.join());
    });

    await t.test('nothing that anybody wrote is in a case, in the audit or in the database in clear', async () => {
      const { id } = await begin({ wanted: { description: '机密的描述' }, assistance: '需要大字' });
      await room.take(id, 'consult', { party: 'third-party', name: '被征求意见者', about: '采砂方案之问', way: 'hand', note: '内部备注' });
      await room.officer.do('POST', `/v1/cases/${id}/notes`, { text: '一条说明' });
      const written = ['机密的描述', '需要大字', '被征求意见者', '采砂方案之问', '内部备注', '一条说明', APPLICANT.name, APPLICANT.contact.phone];
      const { read } = room.database;
      const everything = JSON.stringify([
        await room.get(id), (await room.officer.do<{ items: unknown[] }>('GET', '/v1/cases')).items, await audit(),
        ...await Promise.all((['request', 'request_case', 'request_event', 'request_file', 'request_letter', 'idempotency', 'audit'] as const).map((table) => read.selectFrom(table).selectAll().execute())),
      ]);
      assert.deepEqual(written.filter((text) => everything.includes(text)), []);
      const papers = JSON.stringify(await room.papers(id));
      assert.deepEqual(written.filter((text) => !papers.includes(text)), []);
    });

    await t.test('a decision without its ground or its remedy is refused, naming what is missing', async () => {
      const { id } = await begin();
      assert.deepEqual(await room.refused(id, 'decide', { reply: { ...denied, grounds: ' ' } }), ['409 not-possible', '/body/reply/grounds grounds-missing']);
      assert.deepEqual(await room.refused(id, 'decide', { reply: { outcome: 'denied-law' } }), ['409 not-possible', '/body/reply/grounds grounds-missing', '/body/reply/remedy remedy-missing']);
      assert.deepEqual(await room.refused(id, 'decide', { reply: { ...denied, remedy: 'either' } }), ['409 not-possible', '/body/reply/remedy remedy-wrong']);
      assert.deepEqual(await room.refused(id, 'decide', { reply: { ...denied, outcome: 'withdrawn', remedy: undefined } }), ['409 not-possible', '/body/reply/outcome not-decided']);
      assert.deepEqual(await room.refused(id, 'decide', { on: '2026-03-10', reply: denied }), ['409 not-possible', '/body/on future']);
      assert.deepEqual(await room.refused(id, 'decide', { on: '2026-03-08', reply: denied }), ['409 not-possible', '/body/on order']);
      assert.deepEqual(await room.refused(id, 'decide', { on: '2026-02-30', reply: denied }), ['400 invalid-input', '/body/on day']);
      assert.equal((await room.get(id)).entries.length, 2);
    });

    await t.test('a letter is composed, edited and numbered; its remedy stays, and one with something missing does not go out', async () => {
      const { id } = await begin();
      const compose = (stated: object, command = 'decide') => room.officer.do<LetterDraft>('POST', `/v1/cases/${id}/compose`, { command, stated });
      assert.deepEqual((await compose({ reply: { outcome: 'denied-law' } })).missing, ['grounds']);
      const draft = await compose({ reply: denied });
      assert.deepEqual([draft.title, draft.missing], ['政府信息不予公开答复书', []]);
      assert.ok(draft.body.startsWith('申请人甲：') && draft.body.includes('《河道采砂许可决定》'), draft.body);
      assert.match(draft.fixed, /理由：法律禁止公开。[^]*先向[^]*行政复议/);
      assert.deepEqual(await room.officer.refused('POST', `/v1/cases/${id}/compose`, { command: 'decide', stated: { reply: { outcome: 'withdrawn' } } }), ['400 invalid-input', '/body/stated/reply/outcome choice']);
      const noNumber = { toString: [] };
      const fees = [{ before: 9e15, cases: 1 }, { before: 3, cases: '12' }, { before: '3', cases: 12 }, { before: noNumber, cases: 12 }, { cases: noNumber }];
      for (const fee of fees) assert.equal((await compose({ fee: { scale: 'cases', ...fee } }, 'notice-fee')).missing.includes('yuan'), true, JSON.stringify(fee));
      for (const command of ['extend', 'delay']) assert.ok((await compose({ workdays: noNumber }, command)).missing.includes('workdays'));
      for (const stated of [{}, { points: 'x', workdays: '5' }, { points: [1, null] }]) assert.deepEqual((await compose(stated, 'ask-correction')).missing.sort(), ['points', 'workdays']);

      assert.deepEqual(await room.refused(id, 'extend', { workdays: 5, reason: '　', approvedBy: '主任' }), ['409 not-possible', '/body/letter letter-missing']);
      await room.take(id, 'decide', { reply: denied, letter: '申请人甲：\n\n{grounds} <b>另行</b>措辞。' });
      const [letter] = (await room.papers(id)).letters;
      assert.match(letter!.docNo, /公开〔2026〕第\d+号$/);
      const page = await room.page(id, letter!.id);
      assert.match(page, /\{grounds\} &#60;b&#62;另行&#60;\/b&#62;措辞。[^]*行政复议/);
      const response = await room.officer.call('GET', `/v1/cases/${id}/letters/${letter!.id}?format=docx`);
      const docx = strFromU8(unzipSync(new Uint8Array(await response.arrayBuffer()))['word/document.xml']!);
      assert.ok(docx.includes('行政复议') && docx.includes(letter!.docNo));
      assert.match(response.headers.get('content-disposition') ?? '', /^attachment/);
      const numbers: number[] = [];
      for (let n = 0; n < 2; n++) {
        const next = await begin();
        await room.take(next.id, 'decide', { reply: denied });
        numbers.push(Number(/第(\d+)号/.exec((await room.papers(next.id)).letters[0]!.docNo)![1]));
      }
      assert.equal(numbers[1], numbers[0]! + 1, 'without a gap for the letter that did not go out');
    });

    await t.test('whatever stands half written in a step, a letter is composed or the call refused', async () => {
      const { id } = await begin();
      const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('third-party', 'granted', 'E15_THIRD', 'cases', 'pages', '2026-03-09', -1, 1e300), fc.constant({ toString: [] }));
      const names = ['on', 'party', 'name', 'about', 'points', 'workdays', 'reason', 'question', 'fee', 'to', 'letter'] as const;
      const reply = fc.record({ outcome: odd, grounds: odd, withheld: fc.oneof(odd, fc.array(fc.record({ what: odd, ground: odd }))), pointsTo: odd }, { requiredKeys: [] });
      const stated = fc.record({ ...Object.fromEntries(names.map((name) => [name, odd])), reply: fc.oneof(odd, reply), fee: fc.record({ scale: odd, before: odd, cases: odd, pages: odd }, { requiredKeys: [] }) }, { requiredKeys: [] });
      await fc.assert(fc.asyncProperty(fc.constantFrom(...LETTER_COMMANDS), stated, async (command, some) => {
        const response = await room.officer.call('POST', `/v1/cases/${id}/compose`, { command, stated: some });
        assert.ok(response.status === 200 || response.status === 400, `${command}: ${await response.text()}`);
      }), { numRuns: 120 });
    });

    await t.test('an agency words its letters, within what it may', async () => {
      const path = '/v1/agencies/qinghe-water/request-settings';
      const held = await administrator.do<{ version: string; settings: object; templates: { template: string; placeholders: string[] }[] }>('GET', path);
      assert.ok(held.templates.length > 25 && !held.templates.find(({ template }) => template === 'consult-third-party')!.placeholders.includes('applicant'));
      const save = (version: string, changed: object) => ({ version, settings: { ...held.settings, ...changed } });
      const wording = [{ template: 'extend', body: '{applicant}：{Due}' }, { template: 'letter', body: '甲' }, { template: 'consult-third-party', body: '{applicant}' }];
      assert.deepEqual(await administrator.refused('PUT', path, save(held.version, { wording })), [
        '400 invalid-input', '/body/settings/wording/0/body unknown-placeholder', '/body/settings/wording/1/template unknown-template', '/body/settings/wording/2/body unknown-placeholder',
      ]);
      const kept = await administrator.do<typeof held>('PUT', path, save(held.version, {
        docNo: '清水公开〔{year}〕第{n}号', wording: [{ template: 'denied-law', body: '{applicant}您好：{wanted}不予公开。' }], remedies: { reconsideration: '清河市人民政府' },
      }));
      assert.deepEqual(await administrator.refused('PUT', path, save(held.version, {})), ['409 changed-meanwhile']);
      assert.deepEqual(await room.officer.refused('GET', path), ['403 not-allowed']);
      const { id } = await begin();
      await room.take(id, 'decide', { reply: denied });
      const [letter] = (await room.papers(id)).letters;
      assert.match(letter!.docNo, /^清水公开〔2026〕第\d+号$/);
      assert.match(await room.page(id, letter!.id), /申请人甲您好：《河道采砂许可决定》不予公开。[^]*先向清河市人民政府申请行政复议/);
      await administrator.do('PUT', path, { version: kept.version, settings: held.settings });
    });

    await t.test('lists answer by what is due first, page by page, with filters', async () => {
      const list = async (query: string, by = room.officer) => by.do<{ items: CaseSummary[]; next?: string }>('GET', `/v1/cases?${query}`);
      const filed: Filed[] = [];
      for (const day of ['2026-03-03', '2026-03-02', '2026-03-04']) {
        room.setDay(day);
        filed.push(await room.file({ agencyId: 'qinghe-water' }));
      }
      room.setDay('2026-03-26');
      const [first, second, third] = filed.map(({ id }) => id) as [string, string, string];
      const all = (await list('limit=100')).items;
      const dues = all.map(({ next }) => next?.due ?? '9999');
      assert.deepEqual(dues, [...dues].sort());
      assert.deepEqual(all.filter(({ id }) => filed.some((one) => one.id === id)).map(({ id }) => id), [second, first, third]);
      assert.deepEqual(all.find(({ id }) => id === second)?.next, { id: 'reply', term: 'reply', binds: 'agency', due: '2026-03-30', left: 2, light: 'amber', provisional: false });
      const pages: string[] = [];
      for (let cursor = ''; ; ) {
        const { items, next } = await list(`limit=2${cursor}`);
        pages.push(...items.map(({ id }) => id));
        if (next === undefined) break;
        cursor = `&cursor=${next}`;
      }
      assert.deepEqual(pages, all.map(({ id }) => id));
      assert.deepEqual((await list(`receipt=${filed[0]!.receipt.receiptNo}`)).items.map(({ id }) => id), [first]);
      assert.deepEqual((await list('receipt=%25')).items, []);
      const clerk = await room.person('clerk', 'qinghe/request-officer');
      assert.deepEqual((await list('state=mine', clerk)).items, []);
      await room.take(first, 'assign', { handler: clerk.id });
      assert.deepEqual((await list('state=mine', clerk)).items.map(({ id, handler }) => [id, handler?.name]), [[first, 'clerk']]);
      assert.deepEqual(await room.refused(first, 'assign', { handler: room.neighbour.id }), ['400 invalid-input', '/body/handler unknown-handler']);
      assert.deepEqual((await room.officer.do<{ items: { name: string }[] }>('GET', `/v1/cases/${first}/handlers`)).items.map(({ name }) => name), ['officer', 'clerk']);
      for (const id of [first, second]) await room.take(id, 'withdraw');
      assert.deepEqual((await list('phase=closed&limit=2')).items.map(({ id }) => id), [second, first]);
      assert.deepEqual((await list('state=ended&limit=1')).items.map(({ id }) => id), [second]);
      assert.deepEqual((await list('', room.neighbour)).items, []);
      assert.ok((await list('agency=qinghe-water&limit=100', supervisor)).items.length >= all.length - 2);
    });

    await t.test('files are attached once, taken out, and kept from the applicant until the reply is served', async () => {
      const filed = await begin();
      const { id } = filed;
      const record = await room.attach(id, '记录.txt', 'record', '办案记录');
      assert.equal(await room.attach(id, '记录.txt', 'record', '办案记录'), record);
      const mistaken = await room.attach(id, '错.txt', 'release', '错附');
      await room.officer.do('DELETE', `/v1/cases/${id}/files/${mistaken}`);
      assert.deepEqual(await room.officer.refused('GET', `/v1/cases/${id}/files/${mistaken}`), ['404 not-found']);
      assert.equal(await (await room.officer.call('GET', `/v1/cases/${id}/files/${record}`)).text(), '办案记录');
      assert.ok((await audit()).some(({ operation, subject }) => operation === 'cases.file' && subject === id));
      assert.deepEqual(await room.officer.refused('POST', `/v1/cases/${id}/redactions`, { name: '甲', text: '甲乙', spans: [{ start: 1, end: 3, ground: 'E15_THIRD', what: '乙' }] }), ['400 invalid-input', '/body/spans/0/end span-outside']);
      await room.take(id, 'decide', { reply: denied });
      await room.take(id, 'serve', { way: 'hand' });
      assert.deepEqual(await room.officer.refused('DELETE', `/v1/cases/${id}/files/${record}`), ['409 not-possible', '/params/file served-already']);
      assert.deepEqual((await room.track(filed)).branches[0]!.files, []);
    });

    await t.test('a released file begins a disclosure that bears no trace of the applicant', async () => {
      const { id } = await begin();
      const file = await room.attach(id, '给申请人甲的决定.txt', 'release', '决定全文');
      const publication = { file, title: '二〇二五年河道采砂许可决定', summary: '许可决定全文', categoryId: 'A20_05' };
      const refused = (changed: object) => room.officer.refused('POST', `/v1/cases/${id}/publications`, { ...publication, ...changed });
      assert.deepEqual(await refused({}), ['409 not-possible', '/body/file not-released']);
      await room.take(id, 'decide', { reply: { outcome: 'granted', remedy: 'either' } });
      await room.take(id, 'serve', { way: 'hand' });
      assert.deepEqual(await refused({ title: '申请 人甲要的决定', summary: '申请人甲' }), ['400 invalid-input', '/body/title names-applicant', '/body/summary names-applicant']);
      const draft = await room.officer.do<Draft>('POST', `/v1/cases/${id}/publications`, publication);
      const { receiptNo } = await room.get(id);
      for (const trace of ['申请人甲', receiptNo, id, file]) assert.ok(!JSON.stringify(draft).includes(trace), trace);
      assert.deepEqual((draft.content as unknown as { attachments: { name: string }[] }).attachments.map(({ name }) => name), ['二〇二五年河道采砂许可决定.txt']);
      const files = JSON.stringify(await room.database.read.selectFrom('file').selectAll().execute());
      assert.ok(!files.includes('申请人甲') && !files.includes(id));
    });

    await t.test('a supervisor urges, the agency answers, notes stay inside', async () => {
      const { id } = await begin();
      assert.deepEqual(await room.officer.refused('POST', `/v1/cases/${id}/urgings`, { text: '请办理' }), ['403 not-allowed']);
      assert.deepEqual(await room.officer.refused('POST', `/v1/cases/${id}/urgings/answer`, { text: '即办' }), ['409 not-possible', 'not-urged']);
      assert.equal((await supervisor.do<Case>('POST', `/v1/cases/${id}/urgings`, { text: '请按期答复' })).urged, true);
      const answered = await room.officer.do<Case>('POST', `/v1/cases/${id}/urgings/answer`, { text: '本周答复' });
      assert.deepEqual([answered.urged, answered.entries.slice(-2).map(({ type, person, text }) => `${type} ${person?.name} ${text}`)], [false, ['urging supervisor 请按期答复', 'urging-answer officer 本周答复']]);
      assert.deepEqual((await room.papers(id)).said, [], 'they stand in the case itself');
    });

    await t.test('what is said at the counter is read back; one key files once', async () => {
      const body = { agencyId: 'qinghe-water', applicant: APPLICANT, wanted: { description: '口头申请' }, form: 'paper', route: 'counter', channel: 'oral' };
      assert.deepEqual(await room.officer.refused('POST', '/v1/cases', body), ['400 invalid-input', '/body/readBack read-back-missing']);
      const headers = { 'idempotency-key': 'one-counter-filing' };
      const [first, second] = [await room.officer.call('POST', '/v1/cases', { ...body, readBack: true }, headers), await room.officer.call('POST', '/v1/cases', { ...body, readBack: true }, headers)];
      assert.deepEqual(await first.json(), await second.json());
      assert.deepEqual(await room.neighbour.refused('POST', '/v1/cases', { ...body, readBack: true }), ['403 not-allowed']);
    });

    await t.test('what was erased is no longer to be read, and what is no longer personal stays', async () => {
      const filed = await begin();
      await room.take(filed.id, 'decide', { reply: denied });
      await room.take(filed.id, 'serve', { way: 'hand' });
      await room.passTo('2031-03-11');
      const erased = await room.get(filed.id);
      assert.deepEqual([erased.erasedOn, erased.outcome, erased.endedOn, erased.entries.at(-1)?.type, erased.inMonth], ['2031-03-11', 'denied-law', '2026-03-09', 'erasure', 0]);
      assert.deepEqual(await room.officer.refused('GET', `/v1/cases/${filed.id}/papers`), ['409 not-possible', 'erased']);
      assert.deepEqual(await room.counted(filed), ['qinghe-water denied.lawForbidden 2026-03-09 2026-03-09']);
      room.setDay('2026-03-09');
    });

    await t.test('a new calendar moves the periods of an open case, and the record says why', async () => {
      const { id } = await begin();
      const before = await room.get(id);
      assert.equal(dueOf(before, 'reply'), '2026-04-07');
      const top = await room.person('top', 'qinghe/administrator');
      const present = (await room.server.json<{ years: { year: number; notice: string; off: string[]; work: string[] }[] }>('/v1/calendar')).years.find(({ year }) => year === 2026)!;
      const year = { year: 2026, notice: `${present.notice}（调整）`, off: [...present.off, '2026-03-12'].sort(), work: present.work };
      const { version } = await top.do<{ version: string }>('POST', '/v1/calendar/2026/preview', year);
      await top.do('PUT', '/v1/calendar/2026', { ...year, version, reason: '调休' });
      const after = await room.get(id);
      assert.equal(dueOf(after, 'reply'), '2026-04-08');
      const moved = after.entries.at(-1);
      assert.deepEqual([moved?.type, moved?.moved?.find(({ deadline }) => deadline === 'reply')], ['recount', { deadline: 'reply', from: '2026-04-07', to: '2026-04-08' }]);
      assert.ok(moved?.notice?.includes('调整'), moved?.notice);
    });
  });
});
