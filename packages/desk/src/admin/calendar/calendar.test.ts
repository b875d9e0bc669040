import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { WATER, deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../../frame/testing.ts';
import { ADMINISTRATOR, CITY, YEAR_2026, fill, send } from '../testing.ts';
import './define.ts';
import type { DeskCalendar } from './element.ts';

const NEW = { year: 2027, notice: '国办发明电〔2026〕9号', off: ['2027-01-01'], work: ['2027-01-03'] };
const LOAD = { year: 2026, notice: YEAR_2026.notice, at: '2025-11-05T01:00:00.000Z', by: { id: 'p9', name: '系统管理', post: '政务公开办主任' }, reason: '年度安排', before: '1', after: '2', moved: 2, movedCases: 5, drafts: [{ id: '01JQ8ZK4T5V6W7X8Y9Z0ABC002', title: '水库调度', agency: WATER, from: '2026-02-24', to: '2026-02-25' }] };
const PREVIEW = {
  version: 'v1', added: { off: NEW.off, work: NEW.work }, removed: { off: [], work: [] }, moved: 1, movedCases: 3,
  drafts: [{ id: '01JQ8ZK4T5V6W7X8Y9Z0ABC001', title: '采砂规划', agency: WATER, from: '2027-01-19', to: '2027-01-20' }],
};

describe('<desk-calendar>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/calendar': { version: 'v1', years: [YEAR_2026] },
      '/v1/calendar/loads': { items: [LOAD] },
      '/v1/agencies': { items: [{ ...CITY, level: 'city', kind: 'government', children: 1, disclosures: 0 }] },
      'POST /v1/calendar/2027/preview': PREVIEW,
      'PUT /v1/calendar/2027': { ...LOAD, year: 2027, moved: 1, movedCases: 3 },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const shown = await showPage<DeskCalendar>(api, html`<desk-calendar></desk-calendar>`, { me: ADMINISTRATOR, ...setting });
    await waitUntil(() => root(shown.element).querySelector('.month') && root(shown.element).querySelector('.row strong'), 'the page is drawn');
    return shown;
  };
  const preview = async (element: Element) => {
    await waitUntil(() => root(element).querySelector('textarea'), 'the form');
    fill(element, 'text', JSON.stringify(NEW));
    send(element);
    await waitUntil(() => root(element).querySelector('#reason'), 'the preview');
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}, with a preview open`, async () => {
      const { element } = await show({ scheme });
      await preview(element);
      await expect(element).to.be.accessible();
    });
  }

  it('marks days off and make-up days by words, not by colour alone', async () => {
    const { element } = await show();
    const marked = (mark: string) => [...root(element).querySelectorAll<HTMLElement>(`.month .${mark}`)];
    expect(marked('off').map(({ dataset }) => dataset['day'])).to.deep.equal(YEAR_2026.off);
    expect(marked('work').map(({ dataset }) => dataset['day'])).to.deep.equal(YEAR_2026.work);
    expect(new Set(marked('off').map((cell) => cell.querySelector('small')!.textContent))).to.deep.equal(new Set(['休']));
    expect(new Set(marked('work').map((cell) => cell.querySelector('small')!.textContent))).to.deep.equal(new Set(['班']));
    // 1 January 2026 is a Thursday.
    expect((root(element).querySelector('[data-day="2026-01-01"]') as HTMLTableCellElement).cellIndex).to.equal(3);
  });

  it('lists under a notice that was loaded which days it moved, and how many of others', async () => {
    const { element } = await show();
    const row = root(element).querySelector('ul.rows .row')!;
    expect(row.querySelector('summary')!.textContent).to.equal('时限变动的草稿：2件');
    row.querySelector('summary')!.click();
    expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).to.deep.equal(['水库调度', WATER.name, '2026年2月24日', '2026年2月25日']);
    expect(row.textContent).to.include('另有1件未列出。');
    await expect(element).to.be.accessible();
  });

  it('shows what a notice moves before it is loaded, and asks for the reason', async () => {
    const { element, frame } = await show();
    await preview(element);
    expect(text(element)).to.include('期限变动的依申请公开案件：3件').and.to.include('期限变动的依申请公开案件：5件');
    expect([...root(element).querySelectorAll('form .moved td')].map((cell) => cell.textContent)).to.deep.equal(['采砂规划', WATER.name, '2027年1月19日', '2027年1月20日']);
    expect(text(element)).to.include('新增调休上班2027年1月3日');
    send(element);
    await waitUntil(() => root(element).querySelector('#reason')!.getAttribute('aria-invalid') === 'true');
    expect(api.written.map(({ what }) => what)).to.deep.equal(['POST /v1/calendar/2027/preview']);
    fill(element, 'reason', '公布2027年放假安排');
    send(element);
    await waitUntil(() => frame.said.length === 1);
    expect(api.written.at(-1)).to.deep.equal({ what: 'PUT /v1/calendar/2027', body: { ...NEW, version: 'v1', reason: '公布2027年放假安排' } });
    expect(frame.said).to.deep.equal(['已载入2027年放假安排，1件草稿的时限已变动。']);
    expect(element.unsaved).to.equal(false);
  });

  it('counts anew when somebody else loaded a notice meanwhile', async () => {
    const { element } = await show();
    await preview(element);
    api.answer('PUT /v1/calendar/2027', refusal(409, 'changed-meanwhile', { current: {} }));
    api.answer('POST /v1/calendar/2027/preview', { ...PREVIEW, version: 'v2', moved: 0, drafts: [] });
    fill(element, 'reason', '放假安排');
    send(element);
    await waitUntil(() => text(element).includes('没有草稿的时限变动 期限变动的依申请公开案件：3件 载入原因'));
    expect(text(element)).to.include('因为changed-meanwhile');
    api.answer('PUT /v1/calendar/2027', { ...LOAD, year: 2027 });
    send(element);
    await waitUntil(() => !root(element).querySelector('#reason'));
    expect((api.written.at(-1)!.body as { version: string }).version).to.equal('v2');
  });

  it('keeps what was pasted for whoever goes back, and says what could not be read', async () => {
    const { element } = await show();
    await preview(element);
    named(element, 'button', '返回修改').click();
    await waitUntil(() => root(element).querySelector('textarea'));
    expect(root(element).querySelector('textarea')!.value).to.equal(JSON.stringify(NEW));
    fill(element, 'text', '另行通知');
    send(element);
    await waitUntil(() => text(element).includes('没有写明年度'));
    expect(element.unsaved).to.equal(true);
  });

  it('lets nobody below the top of the tree load anything', async () => {
    const { element } = await show({ me: { ...ADMINISTRATOR, grants: [{ agency: WATER, role: 'administrator' }] } });
    await waitUntil(() => api.asked.some(({ path }) => path === '/v1/agencies'));
    await element.updateComplete;
    expect(root(element).querySelector('form')).to.equal(null);
  });

  it('needs no sideways scrolling at 390 px', async () => {
    await setViewport({ width: 390, height: 800 });
    const { element } = await show({ language: 'en' });
    await preview(element);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    await setViewport({ width: 1280, height: 720 });
  });
});
