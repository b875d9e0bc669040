import { expect } from '@open-wc/testing';
import { operations, type Operation, type TopicCommand } from '@sunlit/contract';
import type { Posting } from '@sunlit/client/desk';
import { Check, Errors } from 'typebox/value';
import { named, refusal, root, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, boardApi, chooseFound, fill, openStep, part, path, showPosting, submit, words } from './bench.ts';
import { ROUND_ID, answer, claimed, id, onePosting, posted } from './testing.ts';

type Filled = Exclude<TopicCommand, 'rate'>;

describe('steps of a posting', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await boardApi()));
  afterEach(() => api.restore());

  /** What is filled in for each step, and what then is sent beside version. */
  const FILLED: Readonly<Record<Filled, { readonly one?: Partial<Posting>; readonly fields: Readonly<Record<string, string>>; readonly act?: (step: HTMLElement) => Promise<void>; readonly sent: object }>> = {
    review: { fields: { note: '我来看' }, sent: { note: '我来看' } },
    approve: { fields: { title: '公开值班电话', text: '找不到人', place: '' }, sent: { title: '公开值班电话', text: '找不到人', round: '01JQ8ZK4T5V6W7X8Y9Z0ABCR02' } },
    return: { fields: { reason: 'petition', words: '请向信访\n部门反映。', way: 'petition' }, sent: { reason: 'petition', words: '请向信访 部门反映。', way: 'petition' } },
    decline: { fields: { reason: 'trade-secret', words: '涉及商业秘密。' }, sent: { reason: 'trade-secret', words: '涉及商业秘密。' } },
    assign: { fields: { handler: '01JQ8ZK4T5V6W7X8Y9Z0ABCP02' }, act: chooseFound, sent: { agencyId: 'qinghe-housing', handler: '01JQ8ZK4T5V6W7X8Y9Z0ABCP02' } },
    claim: { fields: { workdays: '10' }, sent: { promise: { workdays: 10 } }, act: async (step) => { (part(step, 'input[value=workdays]') as HTMLInputElement).click(); } },
    postpone: {
      fields: { words: '需要核实。', on: '2027-04-30' }, sent: { promise: { on: '2027-04-30' }, words: '需要核实。' },
      act: async (step) => { (part(step, 'input[value=on]') as HTMLInputElement).click(); },
    },
    answer: { fields: { outcome: 'explained', text: '见公示牌。' }, sent: { answer: { outcome: 'explained', text: '见公示牌。', disclosures: [], files: [], post: '政务公开科科员' } } },
    publish: { one: { phase: 'answered', answer }, fields: {}, sent: {} },
    reopen: { one: { phase: 'published', answer }, fields: { words: '没有回答。' }, sent: { words: '没有回答。' } },
    merge: {
      fields: {}, sent: { into: id('9') },
      act: async (step) => {
        const find = part(step, '#into') as HTMLInputElement;
        find.value = '值班';
        named(step, 'button', '查找').click();
        await waitUntil(() => part(step, `input[value="${id('9')}"]`));
        part(step, `input[value="${id('9')}"]`).click();
      },
    },
    unmerge: { one: { phase: 'merged', mergedInto: id('9') }, fields: {}, sent: {} },
    keep: { one: { phase: 'published', answer }, fields: { result: '已更换。' }, sent: { result: '已更换。' } },
  };

  for (const [index, command] of (Object.keys(FILLED) as Filled[]).entries()) {
    it(`${command} has a button and a form, accessibly, and sends what the contract wants`, async () => {
      const { one, fields, act, sent } = FILLED[command];
      api.answer('/v1/board', { items: [posted('9', { title: '公开值班电话' }), posted('8', { phase: 'merged', mergedInto: id('9') })] });
      const { element, frame } = await showPosting(api, claimed({ ...one, may: [command] }), { scheme: index % 2 === 0 ? 'light' : 'dark' });
      const step = await openStep(element, command);
      await act?.(step);
      if (command === 'assign') await waitUntil(() => root(step).querySelectorAll('#handler option').length === 2);
      if (command === 'approve') await waitUntil(() => root(step).querySelectorAll('#round option').length === 3);
      for (const [name, value] of Object.entries(fields)) {
        await waitUntil(() => root(step).getElementById(name), name);
        fill(step, name, value);
      }
      await element.updateComplete;
      await expect(step).to.be.accessible();
      api.answer(`POST ${path}/${command}`, claimed({ version: 5, may: [], phase: 'declined' }));
      expect(element.unsaved).to.equal(Object.keys(fields).length > 0 || act !== undefined);
      submit(step);
      await waitUntil(() => all(element, 'desk-posting-step, desk-approval, desk-answer').length === 0, 'the form is closed');
      const [{ what, body }] = api.written as [{ what: string; body: object }];
      expect(what).to.equal(`POST ${path}/${command}`);
      expect(body).to.deep.equal({ version: 4, ...sent });
      const schema = (operations[`board.${command}`] as Operation).body!;
      expect(Check(schema, body), JSON.stringify(Errors(schema, body))).to.equal(true);
      expect(frame.said.length).to.equal(1);
      expect(element.unsaved).to.equal(false);
      expect(words(part(element, '.standing'))).to.include('不予答复');
    });
  }

  it('offers what may be done and nothing else', async () => {
    const { element } = await showPosting(api, claimed({ may: ['answer', 'postpone', 'rate'] }));
    expect(all(element, '.steps [data-open]').map((one) => one.dataset.open)).to.deep.equal(['answer', 'postpone']);
  });

  it('says what is missing at its field, and sends nothing', async () => {
    const { element } = await showPosting(api, onePosting({ may: ['return'] }));
    const step = await openStep(element, 'return');
    submit(step);
    await waitUntil(() => root(step).activeElement?.id === 'reason');
    expect(part(step, '#words-wrong')).not.to.equal(null);
    expect(api.written).to.deep.equal([]);
  });

  it('shows what the writer will read while it is being written', async () => {
    const { element } = await showPosting(api, onePosting({ may: ['return'] }));
    const step = await openStep(element, 'return');
    fill(step, 'reason', 'named-records');
    fill(step, 'words', '请填写申请表。');
    fill(step, 'way', 'other-board');
    await chooseFound(step);
    await waitUntil(() => words(part(step, '.preview')).includes('其他机关的点题栏：清河县住房和城乡建设局'));
    expect(words(part(step, '.preview'))).to.include('写的人会看到').and.to.include('申请本人或特定对象的信息').and.to.include('请填写申请表。');
  });

  it('says on which day promised workdays end, and lets a round be promised', async () => {
    const { element } = await showPosting(api, claimed({ phase: 'assigned', may: ['claim'] }));
    const step = await openStep(element, 'claim');
    await waitUntil(() => (part(step, 'input[value=round]') as HTMLInputElement | null)?.checked, 'it is in a round');
    (part(step, 'input[value=workdays]') as HTMLInputElement).click();
    await waitUntil(() => text(step).includes('2026年4月7日24时届满'));
    fill(step, 'workdays', '30');
    await waitUntil(() => api.asked.some(({ path: asked }) => asked.startsWith('/v1/calendar/due') && asked.includes('workdays=30')));
    (part(step, 'input[value=round]') as HTMLInputElement).click();
    await waitUntil(() => part(step, '#round'));
    expect(all(step, '#round option').map(words)).to.deep.equal(['第二季度点题（2026年4月20日前答复）', '第三季度点题（2026年8月20日前答复）']);
    api.answer(`POST ${path}/claim`, claimed({ version: 5 }));
    submit(step);
    await waitUntil(() => api.written.length === 1);
    expect(api.written[0]!.body).to.deep.equal({ version: 4, promise: { round: ROUND_ID } });
  });

  it('suggests the workdays that the board promises', async () => {
    const { round: _, ...alone } = claimed({ phase: 'assigned', may: ['claim'] });
    const { element } = await showPosting(api, alone);
    const step = await openStep(element, 'claim');
    await waitUntil(() => (part(step, '#workdays') as HTMLInputElement).value === '15', 'what the board promises');
    await waitUntil(() => api.asked.some(({ path: asked }) => asked.startsWith('/v1/calendar/due') && asked.includes('workdays=15')));
    api.answer(`POST ${path}/claim`, claimed({ version: 5 }));
    submit(step);
    await waitUntil(() => api.written.length === 1);
    expect(api.written[0]!.body).to.deep.equal({ version: 4, promise: { workdays: 15 } });
  });

  it('shows a refusal at its field, and everything else above, in the words of the server', async () => {
    const { round: _, ...alone } = claimed({ phase: 'assigned', may: ['claim'] });
    const { element } = await showPosting(api, alone);
    const step = await openStep(element, 'claim');
    api.answer(`POST ${path}/claim`, refusal(409, 'not-possible', { errors: [{ pointer: '/body/promise', code: 'promise-too-late', detail: '不能晚于2026年4月1日。' }] }));
    submit(step);
    await waitUntil(() => part(step, '#workdays-wrong'));
    expect(words(part(step, '#workdays-wrong'))).to.equal('不能晚于2026年4月1日。');
    expect(part(step, '[role=alert]')).to.equal(null);
    api.answer(`POST ${path}/claim`, refusal(409, 'not-possible', { detail: '不能这样办理。', errors: [{ pointer: '', code: 'phase', detail: '现在不能认领。' }] }));
    submit(step);
    await waitUntil(() => text(step).includes('现在不能认领。'));
    await expect(step).to.be.accessible();
  });

  it('shows what somebody else did meanwhile, and loses nothing that was typed', async () => {
    const { element } = await showPosting(api, claimed({ may: ['decline'] }));
    const step = await openStep(element, 'decline');
    fill(step, 'reason', 'internal');
    fill(step, 'words', '属于内部事务。');
    const theirs = { n: 6, at: '2026-03-12T02:00:00.000Z', type: 'postpone', on: '2026-03-12', by: 'agency', person: { id: id('P9'), name: '周同事', post: '办公室科员' } } as const;
    api.answer(`POST ${path}/decline`, refusal(409, 'changed-meanwhile', { current: claimed({ version: 7, may: ['decline'], entries: [...claimed().entries, theirs] }) }));
    submit(step);
    await waitUntil(() => text(step).includes('刚才有人处理了这个点题'));
    expect(words(part(step, '.notice'))).to.include('延期一次').and.to.include('办公室科员 周同事').and.not.to.include('认领 ');
    expect((part(step, '#words') as HTMLTextAreaElement).value).to.equal('属于内部事务。');
    await expect(step).to.be.accessible();
    api.answer(`POST ${path}/decline`, claimed({ version: 8, may: [] }));
    submit(step);
    await waitUntil(() => part(element, 'desk-posting-step') === null);
    expect(api.written.map(({ body }) => (body as { version: number }).version)).to.deep.equal([4, 7]);
  });

  it('says that a step is no longer possible, and keeps what was typed', async () => {
    const { element } = await showPosting(api, claimed({ may: ['decline'] }));
    const step = await openStep(element, 'decline');
    fill(step, 'reason', 'internal');
    fill(step, 'words', '属于内部事务。');
    api.answer(`POST ${path}/decline`, refusal(409, 'changed-meanwhile', { current: claimed({ version: 7, may: [], phase: 'merged' }) }));
    submit(step);
    await waitUntil(() => text(step).includes('现在不能再办理“不予答复”。'));
    expect((part(step, '#words') as HTMLTextAreaElement).value).to.equal('属于内部事务。');
    submit(step);
    expect(api.written.length).to.equal(1);
  });

  it('asks in words before an answer is published, and shows it as it will be read', async () => {
    const { element } = await showPosting(api, claimed({ phase: 'answered', answer, may: ['publish', 'answer'] }));
    const step = await openStep(element, 'publish');
    await waitUntil(() => part(step, '.prose h4'));
    expect(text(step)).to.include('公布对“公开水库汛期值班电话”的答复吗？公布以后不能收回。').and.to.include('防汛值班安排').and.to.include('汛期前更换公示牌。');
    expect(api.written).to.deep.equal([]);
  });

  it('asks how the posting stands when no answer came', async () => {
    const { element } = await showPosting(api, claimed({ may: ['unmerge'], phase: 'merged' }));
    const step = await openStep(element, 'unmerge');
    api.answer(`POST ${path}/unmerge`, () => { throw new TypeError('gone'); });
    const asked = () => api.asked.filter((one) => one.method === 'GET' && one.path === path).length;
    const before = asked();
    submit(step);
    await waitUntil(() => asked() > before);
    expect(part(element, 'desk-posting-step')).not.to.equal(null);
  });
});
