import { expect } from '@open-wc/testing';
import { CASE_COMMANDS, LETTER_COMMANDS, operations, type CaseCommand, type Operation } from '@sunlit/contract';
import type { Case } from '@sunlit/client/desk';
import { Check, Errors } from 'typebox/value';
import { named, refusal, root, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, casesApi, fill, openStep, part, path, showCase, submit, words } from './bench.ts';
import type { DeskCase } from './case.ts';
import { oneCase } from './testing.ts';

describe('steps of a request', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await casesApi()));
  afterEach(() => api.restore());

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
        const { element, frame } = await showCase(api, oneCase({ ...one, may: [command] }), { scheme: CASE_COMMANDS.indexOf(command) % 2 === 0 ? 'light' : 'dark' });
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
      const { element } = await showCase(api, oneCase({ may: ['decide', 'extend'] }));
      expect(all(element, '.steps [data-open]').map((one) => one.dataset.open)).to.deep.equal(['decide', 'extend']);
    });

    it('says what is missing at the field, and sends nothing', async () => {
      const { element } = await showCase(api, oneCase({ may: ['ask-correction'] }));
      const step = await openStep(element, 'ask-correction');
      submit(step);
      await waitUntil(() => root(step).activeElement?.id === 'points');
      expect(words(part(step, '#points-wrong'))).to.equal('请至少写明一项需要补正的事项。');
      expect(api.written).to.deep.equal([]);
    });

    it('shows a refusal at its field, and everything else above, in the words of the server', async () => {
      const { element } = await showCase(api, oneCase({ may: ['extend'] }));
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
      const { element } = await showCase(api, oneCase({ may: ['extend'] }));
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
      const { element } = await showCase(api, oneCase({ may: ['decide'] }));
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
      const { element } = await showCase(api, oneCase({ may: ['archive'] }));
      const step = await openStep(element, 'archive');
      api.answer(`POST ${path}/archive`, () => { throw new TypeError('Failed to fetch'); });
      api.answer(path, oneCase({ may: [], phase: 'archived', version: 5 }));
      submit(step);
      await waitUntil(() => words(part(element, '.standing')).includes('已归档'));
    });

    it('composes the letter from what is stated, and sends it only when it was edited', async () => {
      for (const command of LETTER_COMMANDS) {
        const { element } = await showCase(api, oneCase({ may: [command] }));
        expect(part(await openStep(element, command), '.letter'), command).to.not.equal(null);
        element.remove();
      }
      const { element } = await showCase(api, oneCase({ may: ['extend'] }));
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
      const { element } = await showCase(api, oneCase({ may: ['notice-fee'] }));
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
      const { element } = await showCase(api, oneCase({ may: ['decide'] }));
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
      const { element } = await showCase(api, oneCase({ may: ['decide'] }));
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
});
