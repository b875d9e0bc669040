import { expect } from '@open-wc/testing';
import { operations, type Operation, type OperationId } from '@sunlit/contract';
import { html } from 'lit';
import { Check } from 'typebox/value';
import { sameVocabulary } from '../../../../test/widgets/words.ts';
import { deskApi, named, PUBLISHER, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskNotices } from './list.ts';
import type { DeskNotice } from './notice.ts';
import { translated as en } from './strings/en.ts';
import { source as zhCN } from './strings/zh-CN.ts';
import { translated as zhHant } from './strings/zh-Hant.ts';
import { ID, hearing, opinions, record, seats } from './testing.ts';

const fits = (id: OperationId, body: unknown) => Check((operations[id] as Operation).body!, body);
const inner = (element: Element, name: 'desk-notice-windows' | 'desk-opinion-summary') => root(element).querySelector<HTMLElement>(name)!;
const fill = (element: Element, id: string, value: string) => {
  const field = root(element).querySelector<HTMLInputElement>(`[id="${id}"]`)!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

describe('notices at the desk', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/notices': { items: [hearing], total: { value: 1, relation: 'eq' } }, [`/v1/notices/${ID}/desk`]: record(), [`/v1/notices/${ID}/opinions`]: opinions, [`/v1/notices/${ID}/seats`]: seats,
      [`/v1/disclosures/${ID}/feedback`]: { useful: 3, unclear: 1, wrong: 0 },
    });
  });
  afterEach(() => api.restore());

  const open = async (setting = {}) => {
    const shown = await showPage<DeskNotice>(api, html`<desk-notice .noticeId=${ID}></desk-notice>`, { me: PUBLISHER, ...setting });
    await waitUntil(() => root(shown.element).querySelector('desk-notice-windows'));
    return shown;
  };

  it('are listed with what waits to be done, of one’s own agency, and filtered in the address too', async () => {
    const { element, frame } = await showPage<DeskNotices>(api, html`<desk-notices></desk-notices>`, { me: PUBLISHER });
    await waitUntil(() => root(element).querySelector('.row a'));
    expect(api.asked[0]!.path).to.equal('/v1/notices?agency=qinghe-water&state=current');
    expect(text(element)).to.include('待公布采纳情况').and.to.include('待产生席位').and.to.include('已报名4人');
    expect(root(element).querySelector('.row a')!.getAttribute('href')).to.equal(`/desk/notices/${ID}`);
    await expect(element).to.be.accessible();
    named(element, 'button', '已经结束').click();
    await waitUntil(() => api.asked.at(-1)!.path.includes('state=over'));
    expect(frame.noted.at(-1)).to.deep.equal({ state: 'over', agency: '' });
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`show what came only when it is asked for, accessibly in ${scheme}`, async () => {
      const { element } = await open({ scheme });
      await waitUntil(() => text(element).includes('有用3次'));
      expect(api.asked.some(({ path }) => /\/(opinions|seats)$/.test(path))).to.equal(false);
      expect(text(element)).to.include('赞成1条，反对1条，建议0条');
      named(element, 'button', '查看意见').click();
      await waitUntil(() => text(element).includes('涨得太多'));
      expect(root(element).activeElement?.id).to.equal('opinions');
      expect(text(element)).to.include('姓名：甲某').and.to.include('内容已到期清除');
      named(element, 'button', '查看报名').click();
      await waitUntil(() => text(element).includes('代表：用水户'));
      named(inner(element, 'desk-opinion-summary'), 'button', '增加一条').click();
      await expect(element).to.be.accessible();
    });
  }

  it('set their windows, and keep what was typed when somebody else was first', async () => {
    const { element, frame } = await open();
    const form = inner(element, 'desk-notice-windows');
    fill(form, 'opinions', '2026-03-25');
    expect(element.unsaved).to.equal(true);
    api.answer(`PUT /v1/notices/${ID}/windows`, refusal(409, 'changed-meanwhile', { current: record({}, 5) }));
    named(form, 'button', '保存').click();
    await waitUntil(() => text(form).includes('别人刚才改过'));
    expect(root(form).querySelector<HTMLInputElement>('#opinions')!.value).to.equal('2026-03-25');
    api.answer(`PUT /v1/notices/${ID}/windows`, record({}, 6));
    named(form, 'button', '保存').click();
    await waitUntil(() => frame.said.length === 1);
    const { body } = api.written.at(-1)!;
    expect(body).to.deep.equal({ version: 5, windows: { opinions: { until: '2026-03-25' }, seats: record().windows.seats } });
    expect(fits('notices.configure', body)).to.equal(true);
    expect(element.unsaved).to.equal(false);
    fill(form, 'source', '');
    named(form, 'button', '保存').click();
    await waitUntil(() => root(form).querySelector('.wrong'));
    expect(text(form)).to.include('抽签需要说明种子的来源');
  });

  it('publish how opinions were taken, point by point', async () => {
    const { element, frame } = await open();
    const form = inner(element, 'desk-opinion-summary');
    named(form, 'button', '增加一条').click();
    await waitUntil(() => root(form).activeElement?.id === 'points.0.point');
    named(form, 'button', '公布采纳情况').click();
    await waitUntil(() => root(form).querySelectorAll('.wrong').length === 3);
    fill(form, 'words', '逐条研究。');
    fill(form, 'points.0.point', '涨得太多');
    fill(form, 'points.0.n', '2');
    fill(form, 'points.0.reason', '分两年调整。');
    const outcome = root(form).querySelector<HTMLSelectElement>('[id="points.0.outcome"]')!;
    outcome.value = 'partly';
    outcome.dispatchEvent(new Event('change'));
    const summary = { words: '逐条研究。', points: [{ point: '涨得太多', n: 2, outcome: 'partly' as const, reason: '分两年调整。' }] };
    api.answer(`PUT /v1/notices/${ID}/summary`, record({ summarised: true, summary: { ...summary, counts: record().counts, on: '2026-03-23' } }, 3));
    named(form, 'button', '公布采纳情况').click();
    await waitUntil(() => frame.said.includes('采纳情况已公布。'));
    expect(api.written.at(-1)!.body).to.deep.equal({ version: 2, ...summary });
    expect(fits('opinions.answer', api.written.at(-1)!.body)).to.equal(true);
    await waitUntil(() => text(form).includes('公布修改后的采纳情况'));
  });

  it('give the seats by the seed of the source that was named, once', async () => {
    const { element, frame } = await open();
    expect(text(element)).to.include('照抄公布的来源：福彩3D第2026071期');
    named(element, 'button', '产生席位').click();
    await waitUntil(() => root(element).querySelector('#seed-wrong'));
    fill(element, 'seed', ' 5 0 9 ');
    api.answer(`POST /v1/notices/${ID}/draw`, record({ result: { on: '2026-03-23', seed: '5 0 9', draws: [{ role: 'presenter', registered: 3, chosen: 2, last: 'a'.repeat(64) }, { role: 'observer', registered: 1, chosen: 1 }] } }, 3));
    named(element, 'button', '产生席位').click();
    await waitUntil(() => frame.said.includes('席位已产生并公布。'));
    expect(api.written.at(-1)!.body).to.deep.equal({ version: 2, seed: '5 0 9' });
    expect(text(element)).to.include('听证陈述人：3人报名，产生2人');
    expect(named(element, 'button', '产生席位')).to.equal(undefined);
    expect(text(inner(element, 'desk-notice-windows'))).to.include('席位已经产生');
  });

  it('say the same in each language', () => sameVocabulary({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en }));
});
