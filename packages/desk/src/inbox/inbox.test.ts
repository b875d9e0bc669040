import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { EDITOR, deskApi, draft, dueDraft, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { OFFICER, summary } from '../cases/testing.ts';
import './define.ts';
import type { DeskInbox } from './element.ts';

const period = { type: 'period', disclosureId: draft('9').id, agency: draft('9').agency, kind: 'budget', title: '季度决算', due: '2026-03-10', left: 0 } as const;

describe('<desk-inbox>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/drafts': { items: [draft('1', { state: 'returned' }), draft('2', { state: 'review', title: '' })] },
      '/v1/due': { items: [dueDraft('3', -2), dueDraft('1', 3), period, { ...dueDraft('4', -5), type: 'late', disclosureId: draft('4').id, publishedOn: '2026-02-01' }] },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const { element } = await showPage<DeskInbox>(api, html`<desk-inbox></desk-inbox>`, setting);
    await waitUntil(() => root(element).querySelectorAll('.row .what a').length >= 4, 'both lists are drawn');
    return element;
  };

  for (const scheme of ['light', 'dark'] as const) {
    for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
      it(`is accessible in ${scheme} and ${language}`, async () => {
        await expect(await show({ scheme, language })).to.be.accessible();
      });
    }
  }

  it('counts in one sentence, and says in words how long there still is', async () => {
    const element = await show();
    await waitUntil(() => text(element).includes('2件文稿等您处理，1项已超期，2项在三个工作日内到期。'));
    const marks = (badge: string) => [...root(element).querySelectorAll(`.badge.${badge}`)].map((one) => one.textContent.trim());
    expect(marks('bad')).to.deep.equal(['已超期2个工作日']);
    expect(marks('warn')).to.include.members(['还剩3个工作日', '今天到期', '已退回']);
    expect(api.asked[0]!.path).to.equal('/v1/drafts?waiting=true');
  });

  it('shows a draft that waits for me once, and no lateness that has ended', async () => {
    const element = await show();
    const links = [...root(element).querySelectorAll('.row a')].map((link) => `${link.textContent.trim()} ${link.getAttribute('href')!}`);
    expect(links).to.deep.equal([
      `文稿1 /desk/drafts/${draft('1').id}`, `（未填标题） /desk/drafts/${draft('2').id}/review`, `文稿3 /desk/drafts/${draft('3').id}`, `季度决算 /desk/drafts/new?amends=${period.disclosureId}`,
    ]);
  });

  it('says what is wrong in the words of the server, with the number to name, and tries again', async () => {
    api.answer('/v1/drafts', refusal(503, 'unavailable', { detail: '正在维护，请稍后再试。' }));
    const { element } = await showPage<DeskInbox>(api, html`<desk-inbox></desk-inbox>`);
    await waitUntil(() => root(element).querySelector('[role=alert]'), 'the client has given up');
    expect(text(element)).to.include('正在维护，请稍后再试。').and.to.include('r-1');
    await expect(element).to.be.accessible();
    api.answer('/v1/drafts', { items: [] });
    root(element).querySelector<HTMLElement>('[role=alert] button')!.click();
    await waitUntil(() => text(element).includes('没有等您处理的文稿。'));
  });

  it('shows a request officer which requests wait: those that are theirs or nobody’s', async () => {
    const handler = { id: 'p7', name: '别人', post: '科员' };
    api.answer('/v1/cases', { items: [summary('1'), summary('2', { waitsFor: ['applicant'] }), summary('3', { handler }), summary('4', { handler: { ...handler, id: OFFICER.id } })] });
    const waiting = root(await show({ me: OFFICER })).querySelector('desk-waiting-cases')!;
    await waitUntil(() => waiting.shadowRoot?.querySelectorAll('.row a').length === 2);
    expect([...root(waiting).querySelectorAll('.row a')].map((one) => one.textContent.trim())).to.deep.equal(['20260309-000001', '20260309-000004']);
    expect(root(await show()).querySelector('desk-waiting-cases')).to.equal(null);
  });

  it('offers a new draft only to those who write', async () => {
    expect(root(await show()).querySelector('a[href="/desk/drafts/new"]')).to.not.equal(null);
    const reader = await show({ me: { ...EDITOR, permissions: ['drafts.read'] } });
    expect(root(reader).querySelector('a[href="/desk/drafts/new"]')).to.equal(null);
  });
});
