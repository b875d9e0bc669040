import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, casesApi, fill, part, path, showCase, words } from './bench.ts';
import type { DeskCaseCover } from './cover.ts';
import { CASE_ID, OFFICER, PAPERS, SUPERVISOR, oneCase } from './testing.ts';

describe('the page of one request', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await casesApi()));
  afterEach(() => api.restore());

  describe('the page of a case', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
        it(`is accessible with its papers open in ${scheme} and ${language}`, async () => {
          const { element } = await showCase(api, oneCase(), { scheme, language });
          part(element, '[data-open=papers]').click();
          await waitUntil(() => text(element).includes('张三'), 'the papers');
          for (const details of all(element, 'details')) (details as HTMLDetailsElement).open = true;
          for (const leak of ['undefined', '[object', '{{']) expect(text(element)).not.to.contain(leak);
          await expect(element).to.be.accessible();
        });
      }
    }

    it('says where it stands and by when, and proves each period day by day', async () => {
      const { element } = await showCase(api);
      expect(words(part(element, '.standing'))).to.include('办理中').and.to.include('轮到：本机关').and.to.include('答复：2026年4月7日前').and.to.include('还剩4个工作日');
      const [reply, opinion] = all(element, '.period').map(words);
      expect(reply).to.include('《政府信息公开条例》第三十三条').and.to.include('2026-1').and.to.include('发出次日起');
      expect(all(element, '.trail tbody tr').map((row) => [...row.children].map(words).join(' '))).to.deep.equal([
        '2026年3月10日 第1日 工作日', '2026年3月11日 不计入 征求第三方意见', '2026年3月14日 不计入 周末', '2026年3月16日 第2日 工作日', '2026年4月6日 不计入 放假', '2026年4月7日 第3日 调休上班',
      ]);
      expect(opinion).to.include('邮件在途');
      expect(words(part(element, '.record'))).to.include('由2026年4月3日改为2026年4月7日').and.to.include('国办发明电〔2025〕7号');
    });

    it('reads the papers only when told to, once, and shows what was written beside the record', async () => {
      const { element } = await showCase(api);
      expect(api.asked.some(({ path: asked }) => asked.endsWith('/papers'))).to.equal(false);
      expect(text(element)).not.to.contain('张三').and.not.to.contain('清河砂石');
      part(element, '[data-open=papers]').click();
      await waitUntil(() => text(element).includes('附图涉及本公司商业秘密。'));
      expect(text(element)).to.include('申请人说明有2个附件，收到1个。').and.to.include('还收到该申请人12件申请');
      expect(part(element, '[data-open=papers]')).to.equal(null);
      expect(api.asked.filter(({ path: asked }) => asked.endsWith('/papers')).length).to.equal(1);
      expect(root(element).activeElement?.id).to.equal('papers');
      const [page, word] = all(element, '.links a').map((link) => link.getAttribute('href'));
      expect(page).to.include('/letters/01JQ8ZK4T5V6W7X8Y9Z0ABCL01?format=html');
      expect(word).to.include('format=docx');
    });

    it('lets supervisors see and urge, and nothing else', async () => {
      const { element } = await showCase(api, oneCase({ may: [] }), { me: SUPERVISOR });
      expect(all(element, '[data-open]')).to.deep.equal([]);
      expect(text(element)).to.include('您的岗位不能查阅申请人的材料。');
      expect(part(element, 'desk-case-files')).to.equal(null);
      expect(all(element, 'desk-case-saying').map((one) => one.getAttribute('kind'))).to.deep.equal(['urge']);
      const urging = part(element, 'desk-case-saying');
      api.answer(`POST ${path}/urgings`, oneCase({ may: [], urged: true }));
      submitSaying(urging, '请于本周内答复。');
      await waitUntil(() => text(element).includes('监督人员正在督办'));
      expect(api.written).to.deep.equal([{ what: `POST ${path}/urgings`, body: { text: '请于本周内答复。' } }]);
      await expect(element).to.be.accessible();
    });

    it('asks the officer to answer an urging, and keeps notes', async () => {
      const { element, frame } = await showCase(api, oneCase({ urged: true }));
      expect(all(element, 'desk-case-saying').map((one) => one.getAttribute('kind'))).to.deep.equal(['answer', 'note']);
      api.answer(`POST ${path}/urgings/answer`, oneCase());
      submitSaying(part(element, 'desk-case-saying'), '已送达。');
      await waitUntil(() => all(element, 'desk-case-saying').length === 1);
      expect(frame.said).to.deep.equal(['已回复督办。']);
      api.answer(`POST ${path}/notes`, refusal(503, 'unavailable', { detail: '正在维护。' }));
      submitSaying(part(element, 'desk-case-saying'), '已联系档案室。');
      await waitUntil(() => text(part(element, 'desk-case-saying')).includes('正在维护。'));
      const keys = () => api.asked.filter(({ path: asked }) => asked.endsWith('/notes')).map(({ headers }) => headers.get('idempotency-key'));
      api.answer(`POST ${path}/notes`, oneCase());
      part(part(element, 'desk-case-saying'), 'button').click();
      await waitUntil(() => frame.said.length === 2);
      expect(new Set(keys()).size).to.equal(1);
    }).timeout(30_000);

    it('fits a phone', async () => {
      await setViewport({ width: 390, height: 800 });
      const { element } = await showCase(api);
      part(element, '[data-open=papers]').click();
      await waitUntil(() => text(element).includes('张三'));
      expect(document.documentElement.scrollWidth).to.be.at.most(390);
      for (const control of all(element, 'button, .button, summary')) expect(Math.round(control.getBoundingClientRect().height), control.textContent).to.be.at.least(44);
    });
  });

  function submitSaying(saying: Element, said: string): void {
    fill(saying, 'text', said);
    part(saying, 'button').click();
  }

  describe('files', () => {
    const openFiles = async () => {
      const { element, frame } = await showCase(api);
      part(element, '[data-open=papers]').click();
      await waitUntil(() => text(part(element, 'desk-case-files')).includes('公开件'));
      return { element, frame, files: part(element, 'desk-case-files') };
    };

    it('adds one with its purpose, by name', async () => {
      const { files, frame } = await openFiles();
      named(files, 'button', '添加').click();
      await waitUntil(() => text(files).includes('请选择文件。'));
      const chosen = new DataTransfer();
      chosen.items.add(new File(['%PDF-1.7'], '许可决定书.pdf'));
      (part(files, '#file') as HTMLInputElement).files = chosen.files;
      fill(files, 'purpose', 'record');
      const real = globalThis.XMLHttpRequest;
      // Uploads with progress go by XMLHttpRequest, which the stand-in for the API does not see.
      Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
      try {
        api.answer(`PUT ${path}/files`, PAPERS.files[1]);
        named(files, 'button', '添加').click();
        await waitUntil(() => frame.said.length === 1);
      } finally {
        globalThis.XMLHttpRequest = real;
      }
      expect(api.asked.find(({ method }) => method === 'PUT')!.path).to.equal(`${path}/files?name=${encodeURIComponent('许可决定书.pdf')}&purpose=record`);
      await waitUntil(() => api.asked.filter(({ path: asked }) => asked.endsWith('/papers')).length === 2, 'who has the papers open sees the new file');
    });

    it('takes out its own after asking, never the applicant’s', async () => {
      const { files, frame } = await openFiles();
      expect(named(files, 'button', '移除“身份证.jpg”')).to.equal(undefined);
      named(files, 'button', '移除“采砂许可决定书（公开件）.docx”').click();
      await waitUntil(() => named(files, 'button', '确认移除“采砂许可决定书（公开件）.docx”'));
      api.answer(`DELETE ${path}/files/01JQ8ZK4T5V6W7X8Y9Z0ABCF02`, { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCF02' });
      named(files, 'button', '确认移除“采砂许可决定书（公开件）.docx”').click();
      await waitUntil(() => frame.said.length === 1);
    });

    it('lets nothing be taken out once the reply was served', async () => {
      const { element } = await showCase(api, oneCase({ phase: 'served' }));
      part(element, '[data-open=papers]').click();
      await waitUntil(() => text(part(element, 'desk-case-files')).includes('公开件'));
      expect(text(part(element, 'desk-case-files'))).not.to.contain('移除');
    });

    it('begins a disclosure from what was released', async () => {
      const { files, frame } = await openFiles();
      named(files, 'button', '将“采砂许可决定书（公开件）.docx”转为主动公开').click();
      await waitUntil(() => root(files).querySelectorAll('#categoryId option').length === 2);
      await expect(files).to.be.accessible();
      fill(files, 'title', '采砂许可决定书');
      fill(files, 'summary', '2025 年度许可');
      fill(files, 'categoryId', 'A20_05');
      api.answer(`POST ${path}/publications`, { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCD01', version: 1 });
      named(files, 'button', '生成草稿').click();
      await waitUntil(() => frame.gone.length === 1);
      expect(frame.gone).to.deep.equal(['drafts/01JQ8ZK4T5V6W7X8Y9Z0ABCD01']);
      expect(api.written[0]!.body).to.deep.equal({ file: '01JQ8ZK4T5V6W7X8Y9Z0ABCF02', title: '采砂许可决定书', summary: '2025 年度许可', categoryId: 'A20_05' });
    });
  });

  it('prints a cover with everything an archive wants, after the papers were opened', async () => {
    const served = oneCase({ phase: 'archived', outcome: 'partial', endedOn: '2026-03-30', entries: [...oneCase().entries, { n: 7, at: '2026-03-28T02:00:00.000Z', type: 'decide', on: '2026-03-28', by: 'agency' }, { n: 8, at: '2026-03-30T02:00:00.000Z', type: 'serve', on: '2026-03-30', by: 'agency', way: 'hand' }] });
    api.answer(path, served);
    const { element } = await showPage<DeskCaseCover>(api, html`<desk-case-cover .caseId=${CASE_ID}></desk-case-cover>`, { me: OFFICER });
    await waitUntil(() => named(element, 'button', '打开材料'));
    expect(api.asked.some(({ path: asked }) => asked.endsWith('/papers'))).to.equal(false);
    named(element, 'button', '打开材料').click();
    await waitUntil(() => part(element, '.cover'));
    expect(text(element)).to.include('20260309-000001').and.to.include('张三').and.to.include('部分公开').and.to.include('2026年3月30日 当面交付').and.to.include('清水公开〔2026〕第3号').and.to.include('b'.repeat(64));
    await expect(element).to.be.accessible();
  });
});
