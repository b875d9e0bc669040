import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, AnnualDraft, Disclosure, Draft, Operations, ReportDraft } from '@sunlit/contract';
import { desk } from '../cases/desk.ts';
import { publish } from '../disclosures/publication.ts';
import { passed } from '../drafts/office.ts';
import { content, onEachEngine } from '../fixture.ts';
import { textOfDocx, textOfPdf } from './fixture.ts';

type Preview = Answer<Operations['reports.preview']>;
const NONE = { upheld: 0, corrected: 0, otherResult: 0, pending: 0, total: 0 };
const PROACTIVE = { regulations: { issued: 0, repealed: 0, inForce: 2 }, normativeDocs: { issued: 3, repealed: 1, inForce: 9 }, licences: 40, penalties: 12, coercions: 0, feesWanYuan: 1.25 };
const DISPUTES = { reconsideration: { upheld: 275, corrected: 6, otherResult: 34, pending: 0, total: 316 }, litigationDirect: NONE, litigationAfter: NONE };

onEachEngine('reports of a year', (open) => {
  test('written with figures by reference, previewed, made into files, drafted once closed, and published', async (t) => {
    const room = await desk(open);
    const keeper = await room.person('keeper', 'qinghe-water/publisher');
    const path = (rest = '', template = 'annual') => `/v1/agencies/qinghe-water/reports/2025/${template}${rest}`;
    const year = '/v1/agencies/qinghe-water/statistics/2025';
    room.setDay('2025-06-03');
    const { id } = await room.file();
    await room.take(id, 'register');
    await room.take(id, 'decide', { reply: { outcome: 'granted', remedy: 'either' } });
    await room.take(id, 'serve', { way: 'hand' });
    await publish(room.database, { content: content({ kind: 'normative' }), publishedOn: '2025-07-01' });
    await publish(room.database, { content: content(), publishedOn: '2025-08-01' });
    await publish(room.database, { content: content(), publishedOn: '2024-08-01' });
    room.setDay('2026-01-12');

    await t.test('before anybody writes, it proposes what follows from the figures, and says what is missing', async () => {
      const report = await keeper.do<ReportDraft>('GET', path());
      assert.deepEqual([report.version, report.closed, report.due, report.saved, report.sections.length, report.empty], [0, false, '2026-01-31', undefined, 6, ['problems', 'other']]);
      assert.deepEqual(report.unknown, [{ section: 'proactive', ref: 'proactive' }, { section: 'disputes', ref: 'disputes' }], 'tables that nobody has entered');
      const figure = (ref: string) => report.figures.find((one) => one.ref === ref);
      assert.deepEqual([figure('requests.granted.total')?.value, figure('disclosures.total')?.value, figure('disclosures.total')?.lastYear, figure('disclosures.normative')?.value, figure('proactive.licences')?.value], ['1', '2', '1', '1', undefined]);
      const { title, markdown } = await keeper.do<Preview>('GET', path('/preview'));
      assert.equal(title, '清河市水利局2025年政府信息公开工作年度报告');
      assert.ok(markdown.includes('主动公开政府信息2条；收到政府信息公开申请1件') && markdown.includes('〔没有这个数字：disputes〕'), markdown);
    });

    await t.test('what is saved is a version, and a second hand meanwhile is told', async () => {
      const sections = [{ name: 'problems', text: '存在的问题：**答复** {{requests.granted.total}}件、{{requests.nothing.total}}件。' }];
      const saved = await keeper.do<ReportDraft>('PUT', path(), { version: 0, sections });
      assert.deepEqual([saved.version, saved.saved?.by.name, saved.empty], [1, 'keeper', ['other']]);
      assert.ok(saved.unknown.some(({ section, ref }) => section === 'problems' && ref === 'requests.nothing.total'));
      assert.ok(saved.sections[0]?.text.includes('{{disclosures.total}}'), 'what was not sent stays');
      assert.ok((await keeper.do<Preview>('GET', path('/preview'))).markdown.includes('**答复** 1件、〔没有这个数字：requests.nothing.total〕件。'));
      assert.deepEqual(await keeper.refused('PUT', path(), { version: 0, sections }), ['409 changed-meanwhile']);
      assert.deepEqual(await keeper.refused('PUT', path(), { version: 1, sections: [{ name: 'plans', text: '' }] }), ['400 invalid-input', '/body/sections/0/name unknown-section']);
      assert.deepEqual(await keeper.refused('PUT', path(), { version: 1, sections: [...sections, ...sections] }), ['400 invalid-input', '/body/sections/1/name section-twice']);
      assert.deepEqual(await room.officer.refused('PUT', path(), { version: 1, sections }), ['403 not-allowed']);
    });

    await t.test('it is a draft only when the year is closed and every reference leads to a figure', async () => {
      assert.deepEqual(await keeper.refused('POST', path('/draft'), { version: 1 }), ['409 not-possible', '/params/year year-not-closed']);
      await keeper.do<AnnualDraft>('PUT', year, { version: 0, proactive: PROACTIVE, disputes: DISPUTES });
      await keeper.do<AnnualDraft>('POST', `${year}/versions`, { version: 0, reason: '按复议机关公布的数字' });
      assert.deepEqual(await keeper.refused('POST', path('/draft'), { version: 1 }), ['409 not-possible', '/sections/problems unknown-reference']);
      const mended = await keeper.do<ReportDraft>('PUT', path(), { version: 1, sections: [{ name: 'problems', text: '存在的问题：答复{{requests.granted.total}}件。' }, { name: 'other', text: '无。' }] });
      assert.deepEqual([mended.closed, mended.unknown, mended.empty, mended.faults.map(({ check }) => check)], [true, [], [], ['dispute']]);
      assert.deepEqual(await keeper.refused('POST', path('/draft'), { version: 1 }), ['409 changed-meanwhile']);
    });

    await t.test('its files say what the preview says, with what does not add up told and not mended', async () => {
      for (const [format, read] of [['docx', (bytes: Uint8Array) => Promise.resolve(textOfDocx(bytes))], ['pdf', async (bytes: Uint8Array) => (await textOfPdf(bytes)).join('')]] as const) {
        const response = await keeper.call('GET', path(`/file?format=${format}`));
        assert.equal(response.status, 200);
        assert.equal(decodeURIComponent(response.headers.get('content-disposition') ?? ''), `attachment; filename*=UTF-8''清河市水利局2025年政府信息公开工作年度报告.${format}`);
        const text = await read(new Uint8Array(await response.arrayBuffer()));
        for (const said of ['清河市水利局2025年政府信息公开工作年度报告', '六、其他需要报告的事项', '存在的问题：答复1件。', '316', '各项之和为315']) assert.ok(text.replaceAll(/\s/g, '').includes(said), `${format}: ${said}`);
      }
    });

    await t.test('the draft has its text and both files, goes the way of any other, and is found again', async () => {
      const key = { 'idempotency-key': 'the-same-call' };
      const call = async () => (await (await keeper.call('POST', path('/draft'), { version: 2 }, key)).json()) as ReportDraft;
      const begun = await call();
      assert.equal((await call()).draftId, begun.draftId, 'the same call again begins nothing');
      assert.deepEqual(await keeper.refused('POST', path('/draft'), { version: 2 }), ['409 not-possible', 'report-drafted']);
      const draft = await keeper.do<Draft>('GET', `/v1/drafts/${begun.draftId ?? ''}`);
      assert.deepEqual([draft.kind, draft.problems, (draft.content as { fields?: { type: string } }).fields?.type], ['report', [], 'annual']);
      const { attachments } = draft.content as { readonly attachments?: readonly { readonly name: string; readonly sha256: string }[] };
      assert.deepEqual(attachments?.map(({ name }) => name.slice(-7)), ['报告.docx', '度报告.pdf']);
      const writer = await room.person('writer', 'qinghe-water/editor');
      const reviewer = await room.person('reviewer', 'qinghe-water/reviewer');
      const own = await writer.do<Draft>('GET', `/v1/drafts/${draft.id}`);
      const published = await keeper.step(await reviewer.step(await writer.step(own, 'submit'), 'approve', passed), 'publish');
      const report = await keeper.do<ReportDraft>('GET', path());
      assert.deepEqual([report.draftId, report.disclosureId], [draft.id, published.disclosureId]);
      const shown = await room.server.json<Extract<Disclosure, { body: string }>>(`/v1/disclosures/${report.disclosureId ?? ''}`);
      assert.deepEqual([shown.title, shown.body.includes('| 行政复议 | 275 | 6 | 34 | 0 | 316 |'), shown.attachments.length], ['清河市水利局2025年政府信息公开工作年度报告', true, 2]);
      const pdf = await room.server.get(`/v1/disclosures/${shown.id}/attachments/${encodeURIComponent(shown.attachments[1]?.name ?? '')}`);
      assert.ok((await textOfPdf(new Uint8Array(await pdf.arrayBuffer()))).join('').includes('存在的问题：答复1件。'), 'cleaned as any upload, it says the same');
      assert.deepEqual(await keeper.refused('POST', path('/draft'), { version: 2 }), ['409 not-possible', 'report-drafted']);
    });

    await t.test('a report on the rule of law has its eight parts and no tables', async () => {
      const report = await keeper.do<ReportDraft>('GET', path('', 'rule-of-law'));
      assert.deepEqual([report.version, report.sections.map(({ name }) => name), report.unknown], [0, ['general', 'rules', 'decisions', 'enforcement', 'disputes', 'disclosure', 'problems', 'plans'], []]);
      const { title, markdown } = await keeper.do<Preview>('GET', path('/preview', 'rule-of-law'));
      assert.equal(title, '清河市水利局2025年法治政府建设年度报告');
      assert.ok(markdown.includes('作出行政许可决定40件、行政处罚决定12件') && markdown.includes('行政复议316件') && !markdown.includes('| '), markdown);
      await keeper.do<ReportDraft>('PUT', path('', 'rule-of-law'), { version: 0, sections: [] });
      const begun = await keeper.do<ReportDraft>('POST', path('/draft', 'rule-of-law'), { version: 1 });
      const draft = await keeper.do<Draft>('GET', `/v1/drafts/${begun.draftId ?? ''}`);
      const again = async () => keeper.do<ReportDraft>('GET', path('', 'rule-of-law'));
      await (await room.person('second', 'qinghe-water/editor')).step(draft, 'discard').catch(() => keeper.step(draft, 'discard'));
      assert.equal((await again()).draftId, undefined, 'one that was given up leaves room for another');
      assert.deepEqual(await keeper.refused('GET', '/v1/agencies/qinghe-tax/reports/2025/annual'), ['403 not-allowed']);
      assert.deepEqual(await keeper.refused('GET', path('', 'weekly')), ['404 not-found']);
    });
  });
});
