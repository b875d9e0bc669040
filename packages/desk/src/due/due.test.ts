import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { deskApi, disclosure, dueDraft, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskDue } from './element.ts';

const term = { length: 20, unit: 'calendar-days', from: '2026-02-09', article: '《预算法》第十四条', provisional: true } as const;
const late = { ...dueDraft('2', -4), term, type: 'late' as const, disclosureId: disclosure('2').id, publishedOn: '2026-03-18' };

describe('<desk-due>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/due': { items: [dueDraft('1', -1), late] },
      '/v1/calendar/due': {
        due: '2026-03-12', provisional: false, calendarVersion: '1',
        trail: [{ date: '2026-02-10', counted: true, reason: 'weekday' }, { date: '2026-02-14', counted: true, reason: 'make-up' }, { date: '2026-02-16', counted: false, reason: 'off' }],
      },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}, query = '') => {
    const shown = await showPage<DeskDue>(api, html`<desk-due .query=${new URLSearchParams(query)}></desk-due>`, setting);
    await waitUntil(() => root(shown.element).querySelector('.row details'), 'the rows are drawn');
    return shown;
  };
  const unfold = (element: Element) => {
    root(element).querySelector('details')!.open = true;
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}, with a trail open`, async () => {
      const { element } = await show({ scheme });
      unfold(element);
      await waitUntil(() => root(element).querySelectorAll('.days li').length === 3);
      await expect(element).to.be.accessible();
    });
  }

  it('says of what is late and of what was late by how much', async () => {
    const { element } = await show();
    expect([...root(element).querySelectorAll('.badge.bad')].map((one) => one.textContent.trim())).to.deep.equal(['已超期1个工作日', '超期4个工作日后公开']);
  });

  it('counts the days only when somebody asks how', async () => {
    const { element } = await show();
    expect(api.asked.some(({ path }) => path.startsWith('/v1/calendar'))).to.equal(false);
    unfold(element);
    await waitUntil(() => root(element).querySelectorAll('.days li').length === 3);
    expect(api.asked.at(-1)!.path).to.equal('/v1/calendar/due?from=2026-02-09&workdays=20');
    const days = [...root(element).querySelectorAll('.days li')].map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim());
    expect(days).to.deep.equal(['2026年2月10日 工作日 · 第1个工作日', '2026年2月14日 调休上班 · 第2个工作日', '2026年2月16日 放假']);
    expect(text(element)).to.include('《条例》第二十六条：自2026年2月9日起20个工作日').and.to.include('《预算法》第十四条：自2026年2月9日起20个自然日').and.to.include('日期为暂定');
  });

  it('filters by matter, in the address too', async () => {
    const { element, frame } = await show({}, 'type=late');
    expect(api.asked[0]!.path).to.equal('/v1/due?limit=50&type=late');
    const [type] = root(element).querySelectorAll('select');
    type!.value = 'period';
    type!.dispatchEvent(new Event('change'));
    await waitUntil(() => api.asked.at(-1)!.path === '/v1/due?limit=50&type=period');
    expect(frame.noted).to.deep.equal([{ type: 'period', agency: '' }]);
  });

  it('says when there is nothing, and what went wrong', async () => {
    api.answer('/v1/due', { items: [] });
    const { element } = await showPage<DeskDue>(api, html`<desk-due></desk-due>`);
    await waitUntil(() => text(element).includes('没有需要留意的时限。'));
    api.answer('/v1/due', refusal(500, 'internal'));
    const { element: failed } = await showPage<DeskDue>(api, html`<desk-due></desk-due>`);
    await waitUntil(() => text(failed).includes('数据是安全的'));
  });
});
