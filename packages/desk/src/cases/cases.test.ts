import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { CASE_COMMANDS, LETTER_COMMANDS, operations, type CaseCommand, type Operation } from '@sunlit/contract';
import { html } from 'lit';
import { Check, Errors } from 'typebox/value';
import type { Case, Me } from '@sunlit/client/desk';
import { WATER, deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { CASE_ID, HELD, MANAGER, OFFICER, PAPERS, SUPERVISOR, oneCase, summary } from './testing.ts';
import type { DeskCase } from './case.ts';
import type { DeskCases } from './list.ts';
import type { DeskCaseCover } from './cover.ts';
import type { DeskRequestSettings } from './settings.ts';
import type { DeskRedaction } from './redaction.ts';
import './define.ts';

const path = `/v1/cases/${CASE_ID}`;
const part = (within: Element, selector: string): HTMLElement => root(within).querySelector<HTMLElement>(selector)!;
const all = (within: Element, selector: string): HTMLElement[] => [...root(within).querySelectorAll<HTMLElement>(selector)];
const words = (element: Node): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

function fill(within: Element, id: string, value: string): void {
  const at = root(within).getElementById(id) as HTMLInputElement;
  at.value = value;
  at.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  at.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('requests on the workbench', () => {
  let api: DeskApi;
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 720 });
    api = deskApi({
      '/v1/cases': {
        items: [
          summary('1', { next: { id: 'reply', term: 'reply', binds: 'agency', due: '2026-03-06', left: -2, light: 'red', provisional: false }, urged: true }),
          summary('2', { next: { id: 'reply', term: 'reply', binds: 'agency', due: '2026-03-12', left: 0, light: 'amber', provisional: false }, label: '水库调度' }),
          summary('3', { phase: 'correcting', waitsFor: ['applicant'], next: { id: 'correction', term: 'correction', binds: 'applicant', due: '2026-03-30', left: 12, light: 'green', provisional: false } }),
        ],
        next: 'two',
      },
      '/v1/cases?cursor=two&state=open': { items: [summary('4', { phase: 'served', outcome: 'granted', waitsFor: [] })] },
      [path]: oneCase(),
      [`${path}/papers`]: PAPERS,
      [`${path}/handlers`]: { items: [{ id: '01JQ8ZK4T5V6W7X8Y9Z0ABCP02', name: '陈承办', post: '水政科科员' }] },
      '/v1/suggest': { items: [{ type: 'agency', id: 'qinghe-housing', text: '清河县住房和城乡建设局' }] },
      '/v1/categories': { items: [{ id: 'A20_05', name: '行政许可' }] },
      '/v1/agencies/qinghe-water/request-settings': HELD,
      '/v1/agencies/qinghe-water': WATER,
      '/v1/agencies/qinghe-water/request-form': { agency: WATER, open: false, identityImage: 'none', routes: ['counter'], office: { name: '政务公开科' }, retentionMonths: 36 },
    });
  });
  afterEach(() => api.restore());

  const showList = async (setting = {}, query = '') => {
    const shown = await showPage<DeskCases>(api, html`<desk-cases .query=${new URLSearchParams(query)}></desk-cases>`, { me: OFFICER, ...setting });
    await waitUntil(() => part(shown.element, '.row .what a'), 'the rows are drawn');
    return shown;
  };
  const showCase = async (one: Case = oneCase(), setting: { me?: Me; language?: 'zh-CN' | 'zh-Hant' | 'en'; scheme?: 'light' | 'dark' } = {}) => {
    api.answer(path, one);
    const shown = await showPage<DeskCase>(api, html`<desk-case .caseId=${CASE_ID}></desk-case>`, { me: OFFICER, ...setting });
    await waitUntil(() => part(shown.element, '.standing'), 'the case is drawn');
    return shown;
  };
  const openStep = async (element: DeskCase, command: CaseCommand) => {
    part(element, `[data-open="${command}"]`).click();
    await waitUntil(() => part(element, 'desk-case-step') && part(part(element, 'desk-case-step'), 'form'), 'the form is drawn');
    return part(element, 'desk-case-step');
  };
  const submit = (step: Element) => part(step, 'form .primary').click();

  describe('the list', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const language of ['zh-CN', 'en'] as const) it(`is accessible in ${scheme} and ${language}`, async () => expect((await showList({ scheme, language })).element).to.be.accessible());
    }

    it('says in words what the lights say, whose move it is, and which are urged', async () => {
      const { element } = await showList();
      expect(all(element, '.light').map(words)).to.deep.equal(['已超期2个工作日', '今天到期', '还剩12个工作日']);
      expect(all(element, '.light').map((one) => one.dataset.light)).to.deep.equal(['red', 'amber', 'green']);
      const [first, , third] = all(element, '.row').map(words);
      expect(first).to.include('督办中').and.to.include('轮到：本机关');
      expect(third).to.include('等待补正').and.to.include('轮到：申请人');
      named(element, 'button', '显示更多').click();
      await waitUntil(() => all(element, '.row').length === 4);
      expect(words(all(element, '.row')[3]!)).to.include('予以公开');
    });

    it('filters by state, phase, agency and number, in the address too', async () => {
      const { element, frame } = await showList({}, 'state=late');
      expect(api.asked[0]!.path).to.equal('/v1/cases?state=late');
      named(element, 'button', '我承办的').click();
      await waitUntil(() => api.asked.at(-1)!.path === '/v1/cases?state=mine');
      const search = part(element, 'input[type=search]') as HTMLInputElement;
      search.value = ' 20260309 0000';
      search.dispatchEvent(new Event('change'));
      await waitUntil(() => api.asked.at(-1)!.path === '/v1/cases?receipt=20260309-0000&state=mine');
      const [phase, agency] = all(element, 'select') as HTMLSelectElement[];
      phase!.value = 'correcting';
      phase!.dispatchEvent(new Event('change'));
      agency!.value = 'qinghe-water';
      agency!.dispatchEvent(new Event('change'));
      await waitUntil(() => api.asked.at(-1)!.path === '/v1/cases?agency=qinghe-water&phase=correcting&receipt=20260309-0000');
      expect(frame.noted.at(-1)).to.deep.equal({ state: '', phase: 'correcting', agency: 'qinghe-water', receipt: '20260309-0000' });
    });

    it('fits a phone, and says when there is none', async () => {
      await setViewport({ width: 390, height: 800 });
      const { element } = await showList();
      expect(document.documentElement.scrollWidth).to.be.at.most(390);
      for (const control of all(element, 'button, .button')) expect(Math.round(control.getBoundingClientRect().height), control.textContent).to.be.at.least(44);
      api.answer('/v1/cases', { items: [] });
      named(element, 'button', '已办结').click();
      await waitUntil(() => text(element).includes('没有符合条件的申请。'));
    });
  });

  describe('the page of a case', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
        it(`is accessible with its papers open in ${scheme} and ${language}`, async () => {
          const { element } = await showCase(oneCase(), { scheme, language });
          part(element, '[data-open=papers]').click();
          await waitUntil(() => text(element).includes('张三'), 'the papers');
          for (const details of all(element, 'details')) (details as HTMLDetailsElement).open = true;
          for (const leak of ['undefined', '[object', '{{']) expect(text(element)).not.to.contain(leak);
          await expect(element).to.be.accessible();
        });
      }
    }

    it('says where it stands and by when, and proves each period day by day', async () => {
      const { element } = await showCase();
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
      const { element } = await showCase();
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
      const { element } = await showCase(oneCase({ may: [] }), { me: SUPERVISOR });
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
      const { element, frame } = await showCase(oneCase({ urged: true }));
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
      const { element } = await showCase();
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

  /** What is filled in for each step, and what then is sent beside version. */
  const FILLED: Readonly<Record<CaseCommand, { readonly one?: Partial<Case>; readonly fields: Readonly<Record<string, string>>; readonly sent: object }>> = {
    receive: { one: { phase: 'submitted' }, fields: { on: '2026-03-08' }, sent: { on: '2026-03-08' } },
    register: { one: { phase: 'received' }, fields: { label: '采砂许可' }, sent: { label: '采砂许可' } },
    assign: { fields: { handler: '01JQ8ZK4T5V6W7X8Y9Z0ABCP02' }, sent: { handler: '01JQ8ZK4T5V6W7X8Y9Z0ABCP02' } },
    'ask-correction': { fields: { points: '请写明文号。\n\n 请写明年份。 ' }, sent: { points: ['请写明文号。', '请写明年份。'], workdays: 15, way: 'hand' } },
    correct: { one: { phase: 'closed' }, fields: { 'wanted.description': '2025 年度许可', goodReason: '住院' }, sent: { wanted: { description: '2025 年度许可' }, goodReason: '住院' } },
    consult: { fields: { party: 'co-maker', name: '住建局', about: '会签文件', way: 'post' }, sent: { party: 'co-maker', name: '住建局', about: '会签文件', way: 'post' } },
    opinion: { one: { phase: 'consulting' }, fields: { opinion: 'consents' }, sent: { question: 'q2', opinion: 'consents' } },
    override: { fields: { reason: '行洪安全' }, sent: { question: 'q1', reason: '行洪安全' } },
    extend: { fields: { workdays: '15', reason: '查阅档案', approvedBy: '办公室主任' }, sent: { workdays: 15, reason: '查阅档案', approvedBy: '办公室主任' } },
    'ask-reasons': { fields: {}, sent: { workdays: 10, way: 'hand' } },
    explain: { one: { phase: 'explaining' }, fields: { reasons: '课题研究' }, sent: { reasons: '课题研究' } },
    delay: { fields: { reason: '数量较多' }, sent: { workdays: 20, reason: '数量较多' } },
    'notice-fee': { fields: { pages: '120' }, sent: { fee: { scale: 'pages', pages: 120 }, way: 'hand' } },
    pay: { one: { phase: 'paying' }, fields: {}, sent: {} },
    deliver: { one: { phase: 'consulting' }, fields: { on: '2026-03-10' }, sent: { question: 'q2', on: '2026-03-10' } },
    transfer: { fields: {}, sent: { to: 'qinghe-housing' } },
    split: { fields: { parts: '许可决定\n监测报告' }, sent: { parts: [{ label: '许可决定' }, { label: '监测报告' }] } },
    withdraw: { fields: { note: '来电撤回' }, sent: { note: '来电撤回' } },
    decide: { fields: { outcome: 'denied-process', grounds: '属于讨论记录。' }, sent: { reply: { outcome: 'denied-process', grounds: '属于讨论记录。', remedy: 'reconsider-first' } } },
    serve: { one: { phase: 'decided' }, fields: { way: 'electronic' }, sent: { way: 'electronic' } },
    archive: { one: { phase: 'served' }, fields: {}, sent: {} },
  };

  describe('steps', () => {
    for (const command of CASE_COMMANDS) {
      it(`${command} has a button and a form, accessibly, and sends what the contract wants`, async () => {
        const { one, fields, sent } = FILLED[command];
        const { element, frame } = await showCase(oneCase({ ...one, may: [command] }), { scheme: CASE_COMMANDS.indexOf(command) % 2 === 0 ? 'light' : 'dark' });
        const step = await openStep(element, command);
        if (command === 'assign') await waitUntil(() => root(step).querySelectorAll('#handler option').length === 2);
        if (command === 'transfer') {
          const choice = part(step, 'desk-agency-choice');
          (part(choice, 'input[type=search]') as HTMLInputElement).value = '住建';
          part(choice, '.find button').click();
          await waitUntil(() => part(choice, 'input[value=qinghe-housing]'));
          part(choice, 'input[value=qinghe-housing]').click();
        }
        for (const [id, value] of Object.entries(fields)) {
          await waitUntil(() => root(step).getElementById(id), id);
          fill(step, id, value);
        }
        await (step as DeskCase).updateComplete;
        await expect(step).to.be.accessible();
        api.answer(`POST ${path}/${command}`, oneCase({ version: 5, may: [], phase: 'archived' }));
        expect(element.unsaved).to.equal(Object.keys(fields).length > 0 || command === 'transfer');
        submit(step);
        await waitUntil(() => part(element, 'desk-case-step') === null, 'the form is closed');
        const [{ what, body }] = api.written as [{ what: string; body: object }];
        expect(what).to.equal(`POST ${path}/${command}`);
        expect(body).to.deep.equal({ version: 4, ...sent });
        const schema = (operations[`cases.${command}`] as Operation).body!;
        expect(Check(schema, body), JSON.stringify(Errors(schema, body))).to.equal(true);
        expect(frame.said.length).to.equal(1);
        expect(element.unsaved).to.equal(false);
        expect(words(part(element, '.standing'))).to.include('已归档');
      });
    }

    it('offers what is legal and nothing else', async () => {
      const { element } = await showCase(oneCase({ may: ['decide', 'extend'] }));
      expect(all(element, '.steps [data-open]').map((one) => one.dataset.open)).to.deep.equal(['decide', 'extend']);
    });

    it('says what is missing at the field, and sends nothing', async () => {
      const { element } = await showCase(oneCase({ may: ['ask-correction'] }));
      const step = await openStep(element, 'ask-correction');
      submit(step);
      await waitUntil(() => root(step).activeElement?.id === 'points');
      expect(words(part(step, '#points-wrong'))).to.equal('请至少写明一项需要补正的事项。');
      expect(api.written).to.deep.equal([]);
    });

    it('shows a refusal at its field, and everything else above, in the words of the server', async () => {
      const { element } = await showCase(oneCase({ may: ['extend'] }));
      const step = await openStep(element, 'extend');
      fill(step, 'reason', '查阅档案');
      fill(step, 'approvedBy', '主任');
      api.answer(`POST ${path}/extend`, refusal(409, 'not-possible', { errors: [{ pointer: '/body/workdays', code: 'too-long', detail: '最多延长20个工作日。' }] }));
      submit(step);
      await waitUntil(() => part(step, '#workdays-wrong'));
      expect(words(part(step, '#workdays-wrong'))).to.equal('最多延长20个工作日。');
      expect(part(step, '[role=alert]')).to.equal(null);
      await waitUntil(() => root(step).activeElement?.id === 'workdays');
      api.answer(`POST ${path}/extend`, refusal(409, 'not-possible', { detail: '不能这样办理。', errors: [{ pointer: '', code: 'too-late', detail: '答复期限已于2026年4月7日届满。' }] }));
      submit(step);
      await waitUntil(() => text(step).includes('答复期限已于2026年4月7日届满。'));
      await expect(step).to.be.accessible();
    });

    it('shows the present case when somebody else was first, and loses nothing that was typed', async () => {
      const { element } = await showCase(oneCase({ may: ['extend'] }));
      const step = await openStep(element, 'extend');
      fill(step, 'reason', '查阅档案');
      fill(step, 'approvedBy', '主任');
      api.answer(`POST ${path}/extend`, refusal(409, 'changed-meanwhile', { current: oneCase({ version: 7, may: ['extend'], phase: 'consulting', waitsFor: ['third-party'] }) }));
      submit(step);
      await waitUntil(() => text(step).includes('刚才有人处理了这件申请'));
      expect(words(part(element, '.standing'))).to.include('征求意见中').and.to.include('轮到：第三方');
      expect((part(step, '#reason') as HTMLInputElement).value).to.equal('查阅档案');
      api.answer(`POST ${path}/extend`, oneCase({ version: 8, may: [] }));
      submit(step);
      await waitUntil(() => part(element, 'desk-case-step') === null);
      expect(api.written.map(({ body }) => (body as { version: number }).version)).to.deep.equal([4, 7]);
    });

    it('keeps what was typed when the step is not possible any more', async () => {
      const { element } = await showCase(oneCase({ may: ['decide'] }));
      const step = await openStep(element, 'decide');
      fill(step, 'outcome', 'not-existing');
      await waitUntil(() => root(step).getElementById('grounds'));
      fill(step, 'grounds', '经检索没有。');
      api.answer(`POST ${path}/decide`, refusal(409, 'changed-meanwhile', { current: oneCase({ version: 7, may: [], phase: 'closed', outcome: 'withdrawn', waitsFor: [] }) }));
      submit(step);
      await waitUntil(() => text(step).includes('现在不能再办理“作出答复”。'));
      expect((part(step, '#grounds') as HTMLTextAreaElement).value).to.equal('经检索没有。');
      submit(step);
      expect(api.written.length).to.equal(1);
      await expect(element).to.be.accessible();
    });

    it('asks how the case stands when no answer came', async () => {
      const { element } = await showCase(oneCase({ may: ['archive'] }));
      const step = await openStep(element, 'archive');
      api.answer(`POST ${path}/archive`, () => { throw new TypeError('Failed to fetch'); });
      api.answer(path, oneCase({ may: [], phase: 'archived', version: 5 }));
      submit(step);
      await waitUntil(() => words(part(element, '.standing')).includes('已归档'));
    });

    it('composes the letter from what is stated, and sends it only when it was edited', async () => {
      for (const command of LETTER_COMMANDS) {
        const { element } = await showCase(oneCase({ may: [command] }));
        expect(part(await openStep(element, command), '.letter'), command).to.not.equal(null);
        element.remove();
      }
      const { element } = await showCase(oneCase({ may: ['extend'] }));
      const step = await openStep(element, 'extend');
      fill(step, 'reason', '查阅档案');
      fill(step, 'approvedBy', '主任');
      api.answer(`POST ${path}/compose`, { title: '延期答复告知书', body: '张三：\n\n需要延期。', fixed: '清河县水利局\n二〇二六年三月九日', missing: ['contact'] });
      named(step, 'button', '查看和修改文书').click();
      await waitUntil(() => part(step, '#letter'));
      expect(api.written[0]).to.deep.equal({ what: `POST ${path}/compose`, body: { command: 'extend', stated: { workdays: 20, reason: '查阅档案', approvedBy: '主任' } } });
      expect(text(step)).to.include('还缺少：{contact}').and.to.include('二〇二六年三月九日');
      await expect(step).to.be.accessible();
      expect((part(step, '#letter') as HTMLTextAreaElement).value).to.equal('张三：\n\n需要延期。');
      fill(step, 'reason', '查阅历史档案');
      await waitUntil(() => text(step).includes('上面填写的内容在生成文书之后有改动'));
      fill(step, 'letter', '张三：\n\n确需延期。');
      api.answer(`POST ${path}/extend`, oneCase({ may: [] }));
      submit(step);
      await waitUntil(() => part(element, 'desk-case-step') === null);
      expect(api.written.at(-1)!.body).to.deep.equal({ version: 4, workdays: 20, reason: '查阅历史档案', approvedBy: '主任', letter: '张三：\n\n确需延期。' });
    });

    it('counts the fee as the law does, with the month’s other requests filled in', async () => {
      const { element } = await showCase(oneCase({ may: ['notice-fee'] }));
      const step = await openStep(element, 'notice-fee');
      part(step, 'input[value=cases]').click();
      await waitUntil(() => root(step).getElementById('before'));
      expect((part(step, '#before') as HTMLInputElement).value).to.equal('12');
      fill(step, 'cases', '3');
      await waitUntil(() => text(step).includes('应缴300元'));
      expect(text(step)).to.include('第13至15件，每件100元，计300元');
    });
  });

  describe('the decision', () => {
    it('groups outcomes by the row of the annual table, and says article and remedy of the chosen one', async () => {
      const { element } = await showCase(oneCase({ may: ['decide'] }));
      const step = await openStep(element, 'decide');
      expect(all(step, 'optgroup').map((group) => group.getAttribute('label'))).to.deep.equal(['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理']);
      expect(all(step, '#outcome option').length).to.equal(22);
      fill(step, 'outcome', 'special-access');
      await waitUntil(() => root(step).getElementById('pointsTo'));
      expect(text(step)).to.include('第三十六条第七项').and.to.include('也可以直接提起行政诉讼');
      fill(step, 'outcome', 'partial');
      await waitUntil(() => text(step).includes('不予公开的部分'));
      expect(text(step)).to.include('复议前置');
    });

    it('lets the server say what is missing, at its field', async () => {
      const { element } = await showCase(oneCase({ may: ['decide'] }));
      const step = await openStep(element, 'decide');
      fill(step, 'outcome', 'partial');
      await waitUntil(() => named(step, 'button', '添加一项'));
      named(step, 'button', '添加一项').click();
      await waitUntil(() => root(step).getElementById('withheld.0.what'));
      api.answer(`POST ${path}/decide`, refusal(409, 'not-possible', { errors: [{ pointer: '/body/reply/withheld/0/what', code: 'withheld-unnamed', detail: '请写明不公开什么。' }] }));
      submit(step);
      await waitUntil(() => root(step).getElementById('withheld.0.what-wrong'));
      expect(words(root(step).getElementById('withheld.0.what-wrong')!)).to.equal('请写明不公开什么。');
      await expect(step).to.be.accessible();
    });
  });

  describe('separating out parts', () => {
    const openRedaction = async (scheme: 'light' | 'dark' = 'light') => {
      const { element, frame } = await showCase(oneCase({ may: ['decide'] }), { scheme });
      part(element, '[data-open=redaction]').click();
      await waitUntil(() => part(element, 'desk-redaction') && part(part(element, 'desk-redaction'), '#text'));
      return { element, frame, redaction: part(element, 'desk-redaction') as DeskRedaction };
    };
    const TEXT = '申请人：张三\n经办人：张三';

    it('is done by keyboard alone, says what is hidden, and offers it to a reply in part', async () => {
      const { element, redaction } = await openRedaction();
      fill(redaction, 'name', '许可决定书（公开件）');
      fill(redaction, 'text', TEXT);
      const area = part(redaction, '#text') as HTMLTextAreaElement;
      area.focus();
      area.setSelectionRange(4, 4);
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ up: 'Shift' });
      await waitUntil(() => text(redaction).includes('已选中2个字：“张三”'));
      await sendKeys({ press: 'Tab' });
      expect(root(redaction).activeElement?.id).to.equal('what');
      await sendKeys({ type: '当事人姓名' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => text(redaction).includes('已遮盖1处'));
      expect(words(part(redaction, '.preview'))).to.equal('申请人：［依照第十五条不予公开］ 经办人：张三');
      await expect(redaction).to.be.accessible();
      const copy = { file: { ...PAPERS.files[1]!, name: '许可决定书（公开件）.docx' }, withheld: [{ what: '当事人姓名', ground: 'E15_THIRD' }] };
      api.answer(`POST ${path}/redactions`, copy);
      expect(element.unsaved).to.equal(true);
      named(redaction, 'button', '生成公开件').click();
      await waitUntil(() => part(element, 'desk-redaction') === null);
      expect(api.written[0]).to.deep.equal({ what: `POST ${path}/redactions`, body: { name: '许可决定书（公开件）', text: TEXT, spans: [{ start: 4, end: 6, ground: 'E15_THIRD', what: '当事人姓名' }] } });
      expect(Check((operations['cases.redact'] as Operation).body!, api.written[0]!.body)).to.equal(true);
      const step = await openStep(element, 'decide');
      fill(step, 'outcome', 'partial');
      await waitUntil(() => root(step).getElementById('withheld.0.what'));
      expect((root(step).getElementById('withheld.0.what') as HTMLInputElement).value).to.equal('当事人姓名');
    });

    it('hides the same words everywhere, and lets each part be changed, shown and removed', async () => {
      const { redaction } = await openRedaction('dark');
      fill(redaction, 'text', TEXT);
      const area = part(redaction, '#text') as HTMLTextAreaElement;
      area.focus();
      area.setSelectionRange(4, 6);
      area.dispatchEvent(new Event('select'));
      part(redaction, '[name=everywhere]').click();
      fill(redaction, 'what', '姓名');
      part(redaction, '#hide').click();
      await waitUntil(() => all(redaction, '.entry').length === 2);
      fill(redaction, 'span.1.what', '经办人姓名');
      fill(redaction, 'span.1.ground', 'E16_INTERNAL');
      await waitUntil(() => words(part(redaction, '.preview')).includes('［依照第十六条第一款不予公开］'));
      named(redaction, 'button', '在原文中选中第2项').click();
      expect([area.selectionStart, area.selectionEnd]).to.deep.equal([11, 13]);
      await expect(redaction).to.be.accessible();
      named(redaction, 'button', '移除第1项').click();
      await waitUntil(() => all(redaction, '.entry').length === 1);
    });

    it('moves hidden parts with the text, drops what was cut into, and says so', async () => {
      const { redaction, frame } = await openRedaction();
      fill(redaction, 'text', TEXT);
      const area = part(redaction, '#text') as HTMLTextAreaElement;
      area.focus();
      area.setSelectionRange(11, 13);
      area.dispatchEvent(new Event('select'));
      fill(redaction, 'what', '姓名');
      part(redaction, '#hide').click();
      await waitUntil(() => all(redaction, '.entry').length === 1);
      fill(redaction, 'text', `标题\n${TEXT}`);
      await waitUntil(() => words(part(redaction, '.hidden-part del')) === '张三');
      fill(redaction, 'text', `标题\n申请人：张三\n经办人：张`);
      await waitUntil(() => all(redaction, '.entry').length === 0);
      expect(frame.said.at(-1)).to.include('1处遮盖失效');
    });

    it('refuses to mark nothing, the same twice, or a part without a name', async () => {
      const { redaction } = await openRedaction();
      fill(redaction, 'text', TEXT);
      part(redaction, '#hide').click();
      await waitUntil(() => words(part(redaction, '#selection-wrong')) === '请先在原文中选中要遮盖的文字。');
      fill(redaction, 'name', '公开件');
      named(redaction, 'button', '生成公开件').click();
      await waitUntil(() => text(redaction).includes('请至少遮盖一处'));
      expect(api.written).to.deep.equal([]);
    });
  });

  describe('files', () => {
    const openFiles = async () => {
      const { element, frame } = await showCase();
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
      const { element } = await showCase(oneCase({ phase: 'served' }));
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

  describe('how an agency takes requests', () => {
    const showSettings = async (setting = {}) => {
      const { element, frame } = await showPage<DeskRequestSettings>(api, html`<desk-request-settings .query=${new URLSearchParams('agency=qinghe-water')}></desk-request-settings>`, { me: MANAGER, ...setting });
      await waitUntil(() => part(element, 'form'));
      return { element, frame };
    };
    for (const scheme of ['light', 'dark'] as const) {
      it(`is accessible with all templates open in ${scheme}`, async () => {
        const { element } = await showSettings({ scheme });
        for (const details of all(element, 'details')) (details as HTMLDetailsElement).open = true;
        await expect(element).to.be.accessible();
      });
    }

    it('saves what was changed, and goes back to a template as shipped', async () => {
      const { element, frame } = await showSettings();
      expect(text(element)).to.include('{reason} 理由');
      expect(text(part(element, 'desk-agency-choice'))).to.include('清河县水利局');
      fill(element, 'docNo', '清水依申请〔{year}〕{n}号');
      fill(element, 'reconsideration', '清河县人民政府');
      fill(element, 'wording.receive', '{applicant}：\n\n收到。');
      (part(element, 'details:nth-of-type(2)') as HTMLDetailsElement).open = true;
      named(element, 'button', '将“延期答复告知书”恢复为系统模板').click();
      await waitUntil(() => named(element, 'button', '将“延期答复告知书”恢复为系统模板') === undefined);
      expect(element.unsaved).to.equal(true);
      const settings = { ...HELD.settings, docNo: '清水依申请〔{year}〕{n}号', remedies: { reconsideration: '清河县人民政府' }, wording: [{ template: 'receive', body: '{applicant}：\n\n收到。' }] };
      api.answer('PUT /v1/agencies/qinghe-water/request-settings', { ...HELD, version: '1'.repeat(64), settings });
      named(element, 'button', '保存').click();
      await waitUntil(() => frame.said.length === 1);
      expect(api.written[0]!.body).to.deep.equal({ version: HELD.version, settings });
      expect(Check((operations['requests.configure'] as Operation).body!, api.written[0]!.body)).to.equal(true);
      expect(element.unsaved).to.equal(false);
    });

    it('shows what the server refuses at its template, and both ways after somebody else saved', async () => {
      const { element, frame } = await showSettings();
      fill(element, 'wording.receive', '{nobody}');
      api.answer('PUT /v1/agencies/qinghe-water/request-settings', refusal(422, 'invalid-input', { errors: [{ pointer: '/body/settings/wording/1/body', code: 'unknown-placeholder', detail: '没有{nobody}这个占位符。' }] }));
      named(element, 'button', '保存').click();
      await waitUntil(() => root(element).getElementById('wording.receive-wrong'));
      expect(words(root(element).getElementById('wording.receive-wrong')!)).to.equal('没有{nobody}这个占位符。');
      api.answer('PUT /v1/agencies/qinghe-water/request-settings', refusal(409, 'changed-meanwhile'));
      named(element, 'button', '保存').click();
      await waitUntil(() => named(element, 'button', '仍保存我的'));
      api.answer('/v1/agencies/qinghe-water/request-settings', { ...HELD, version: '2'.repeat(64) });
      api.answer('PUT /v1/agencies/qinghe-water/request-settings', { ...HELD, version: '3'.repeat(64) });
      named(element, 'button', '仍保存我的').click();
      await waitUntil(() => frame.said.length === 1);
      expect((api.written.at(-1)!.body as { version: string }).version).to.equal('2'.repeat(64));
    });
  });

  describe('filing for an applicant', () => {
    const content = { agencyId: 'qinghe-water', applicant: PAPERS.applicant, wanted: { description: '许可决定书' }, form: 'paper', route: 'counter' };
    for (const scheme of ['light', 'dark'] as const) {
      it(`hands over what the form within asks, and leads to the case, in ${scheme}`, async () => {
        const { element } = await showPage(api, html`<desk-filing></desk-filing>`, { me: OFFICER, scheme });
        await waitUntil(() => part(element, 'sunlit-request')?.shadowRoot?.querySelector('form'), 'the form is there, though the public one is closed');
        await expect(element).to.be.accessible();
        fill(element, 'channel', 'oral');
        await waitUntil(() => text(element).includes('口头申请的，提出之日为收到之日。'));
        const form = part(element, 'sunlit-request') as HTMLElement & { send: (content: object) => Promise<object> };
        expect([form.getAttribute('agency'), form.getAttribute('mode')]).to.deep.equal(['qinghe-water', 'oral']);
        const receipt = { receiptNo: '20260309-000009', secret: 'ABCD-EFGH-JKMN', agency: { id: 'qinghe-water', name: '清河县水利局' }, submittedAt: '2026-03-09T02:00:00.000Z', receivedOn: '2026-03-09' };
        api.answer('POST /v1/cases', { id: CASE_ID, receipt });
        expect(await form.send(content)).to.deep.equal(receipt);
        expect(api.written[0]!.body).to.deep.equal({ ...content, channel: 'oral', readBack: true });
        expect(Check((operations['cases.create'] as Operation).body!, api.written[0]!.body)).to.equal(true);
        await waitUntil(() => text(element).includes('登记号20260309-000009'));
        expect(part(element, 'div.card a').getAttribute('href')).to.equal(`/desk/cases/${CASE_ID}`);
      });
    }
  });

});
