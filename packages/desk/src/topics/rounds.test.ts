import { expect } from '@open-wc/testing';
import { operations, type Operation } from '@sunlit/contract';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { Check } from 'typebox/value';
import { named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, boardApi, fill, part, words } from './bench.ts';
import type { DeskRound } from './round.ts';
import type { DeskRounds } from './rounds.ts';
import { FIGURES, OFFICER, ROUND_ID, SUPERVISOR, oneRound, report } from './testing.ts';

describe('rounds', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await boardApi()));
  afterEach(() => api.restore());

  const path = `/v1/rounds/${ROUND_ID}`;
  const showRounds = async (setting = {}) => {
    const shown = await showPage<DeskRounds>(api, html`<desk-rounds></desk-rounds>`, { me: OFFICER, ...setting });
    await waitUntil(() => part(shown.element, '.row .what a'), 'the rounds are drawn');
    return shown;
  };
  const showRound = async (one = report(), setting = {}) => {
    api.answer(path, one);
    const shown = await showPage<DeskRound>(api, html`<desk-round .roundId=${ROUND_ID}></desk-round>`, { me: OFFICER, ...setting });
    await waitUntil(() => part(shown.element, '.standing'), 'the round is drawn');
    return shown;
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`are planned, with the day that follows, accessibly in ${scheme}`, async () => {
      const { element, frame } = await showRounds({ scheme });
      expect(all(element, '.row').map(words)[0]).to.include('答复中').and.to.include('已答复7件，共12件');
      named(element, 'button', '安排一轮').click();
      await waitUntil(() => part(element, 'desk-round-plan') && part(part(element, 'desk-round-plan'), 'form'));
      const plan = part(element, 'desk-round-plan');
      fill(plan, 'title', '第四季度点题');
      fill(plan, 'opensOn', '2026-10-08');
      fill(plan, 'closesOn', '2026-10-01');
      named(plan, 'button', '安排').click();
      await waitUntil(() => part(plan, '#closesOn-wrong'));
      expect(words(part(plan, '#closesOn-wrong'))).to.equal('不能早于开始日期。');
      fill(plan, 'closesOn', '2026-10-20');
      await waitUntil(() => api.asked.some(({ path: asked }) => asked === '/v1/calendar/due?from=2026-10-20&workdays=20'));
      await waitUntil(() => text(plan).includes('2026年4月7日24时届满'));
      await expect(element).to.be.accessible();
      expect(element.unsaved).to.equal(true);
      api.answer('POST /v1/rounds', oneRound({ title: '第四季度点题' }));
      named(plan, 'button', '安排').click();
      await waitUntil(() => frame.said.length === 1);
      expect(api.written[0]!.body).to.deep.equal({ agencyId: 'qinghe-water', title: '第四季度点题', opensOn: '2026-10-08', closesOn: '2026-10-20', answerBy: { workdays: 20 } });
      expect(Check((operations['rounds.create'] as Operation).body!, api.written[0]!.body)).to.equal(true);
    });

    it(`show how much is answered and what is supported most, accessibly in ${scheme}`, async () => {
      const { element } = await showRound(report(), { scheme });
      expect(text(element)).to.include('已答复7件，共12件').and.to.include('6 / 7').and.to.include('结束后20个工作日内，即2026年4月20日前答复').and.to.include('这不是投票');
      expect(all(element, '.ranking li').map(words)).to.deep.equal(['水库值班电话是多少（7） 20260301-0007 40人支持已公布答复', '水库值班电话是多少（8） 20260301-0008 12人支持已认领，待答复已超期2个工作日']);
      await expect(element).to.be.accessible();
    });
  }

  it('show at its field that another one collects at the same time', async () => {
    const { element } = await showRounds();
    named(element, 'button', '安排一轮').click();
    await waitUntil(() => part(element, 'desk-round-plan') && part(part(element, 'desk-round-plan'), 'form'));
    const plan = part(element, 'desk-round-plan');
    fill(plan, 'title', '又一轮');
    fill(plan, 'closesOn', '2027-10-20');
    (part(plan, 'input[value=on]') as HTMLInputElement).click();
    await waitUntil(() => part(plan, '#answerOn'));
    fill(plan, 'answerOn', '2027-11-20');
    api.answer('POST /v1/rounds', refusal(409, 'not-possible', { errors: [{ pointer: '/body/opensOn', code: 'overlaps', detail: '与“第二季度点题”重叠。' }] }));
    named(plan, 'button', '安排').click();
    await waitUntil(() => part(plan, '#opensOn-wrong'));
    expect(words(part(plan, '#opensOn-wrong'))).to.equal('与“第二季度点题”重叠。');
    expect((api.written[0]!.body as { answerBy: object }).answerBy).to.deep.equal({ on: '2027-11-20' });
  });

  it('change only their end once they collect, and lose nothing when somebody else changed them', async () => {
    const { element, frame } = await showRound(report({ state: 'open' }));
    named(element, 'button', '修改安排').click();
    await waitUntil(() => part(element, 'desk-round-plan') && part(part(element, 'desk-round-plan'), 'form'));
    const plan = part(element, 'desk-round-plan');
    expect(text(plan)).to.include('征集已经开始，只能推迟结束日期。');
    expect((part(plan, '#title') as HTMLInputElement).readOnly).to.equal(true);
    fill(plan, 'closesOn', '2026-03-31');
    api.answer(`PUT ${path}`, refusal(409, 'changed-meanwhile', { current: oneRound({ state: 'open', version: 5, closesOn: '2026-03-25' }) }));
    api.answer(path, report({ state: 'open', version: 5, closesOn: '2026-03-25' }));
    named(plan, 'button', '保存').click();
    await waitUntil(() => text(plan).includes('现在是2026年3月1日至2026年3月25日征集'));
    await waitUntil(() => text(element).includes('2026年3月1日至2026年3月25日征集'));
    expect((part(plan, '#closesOn') as HTMLInputElement).value).to.equal('2026-03-31');
    api.answer(`PUT ${path}`, oneRound({ state: 'open', version: 6, closesOn: '2026-03-31' }));
    named(plan, 'button', '保存').click();
    await waitUntil(() => frame.said.length === 1);
    expect(api.written.map(({ body }) => (body as { version: number }).version)).to.deep.equal([3, 5]);
    expect(Check((operations['rounds.save'] as Operation).body!, api.written[1]!.body)).to.equal(true);
  });

  it('are reported with their figures, after a question', async () => {
    const { element, frame } = await showRound();
    named(element, 'button', '通报初稿').click();
    await waitUntil(() => (part(element, '#text') as HTMLTextAreaElement).value.startsWith('## 第二季度点题情况通报'));
    expect((part(element, '#text') as HTMLTextAreaElement).value).to.include('共收到点题12件').and.to.include('已公布答复7件，尚未答复3件').and.to.include('应当答复的7件中，按期答复6件');
    named(element, 'button', '支持最多的点题').click();
    await waitUntil(() => (part(element, '#text') as HTMLTextAreaElement).value.includes('| 1 | 水库值班电话是多少（7） | 40 | 已公布答复 |'));
    named(element, 'button', '尚未答复的点题').click();
    await waitUntil(() => (part(element, '#text') as HTMLTextAreaElement).value.includes('- 水库值班电话是多少（8）（应于2026-04-07前答复）'));
    await waitUntil(() => part(element, '.preview table'));
    await expect(element).to.be.accessible();
    named(element, 'button', '公布通报').click();
    await waitUntil(() => text(element).includes('还有3件没有答复，仍按期限答复。'));
    expect(api.written).to.deep.equal([]);
    api.answer(`POST ${path}/report`, refusal(409, 'changed-meanwhile', { current: oneRound({ version: 4 }) }));
    api.answer(path, report({ version: 4, figures: { ...FIGURES, answered: 8, open: 2 } }));
    named(element, 'button', '确认公布').click();
    await waitUntil(() => text(element).includes('现在已答复8件，共12件。'));
    api.answer(`POST ${path}/report`, oneRound({ state: 'reported', version: 5, reportedOn: '2026-04-21' }));
    api.answer(path, report({ state: 'reported', version: 5, reportedOn: '2026-04-21', report: '## 通报\n\n已答复8件。' }));
    named(element, 'button', '公布通报').click();
    await waitUntil(() => named(element, 'button', '确认公布'));
    named(element, 'button', '确认公布').click();
    await waitUntil(() => frame.said.length === 1);
    await waitUntil(() => part(element, '.prose h4'));
    expect(part(element, 'form')).to.equal(null);
    expect(api.written.map(({ body }) => (body as { version: number }).version)).to.deep.equal([3, 4]);
    await expect(element).to.be.accessible();
  });

  it('are read, and not written, by a supervisor; and fit a phone', async () => {
    const { element } = await showRound(report(), { me: SUPERVISOR });
    expect(all(element, 'button, form').length).to.equal(0);
    await setViewport({ width: 390, height: 800 });
    await showRound();
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    const list = await showRounds({ me: SUPERVISOR });
    expect(named(list.element, 'button', '安排一轮')).to.equal(undefined);
    expect(root(list.element).querySelectorAll('.row a').length).to.equal(2);
  });
});
