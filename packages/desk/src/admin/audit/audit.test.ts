import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { WATER, deskApi, refusal, root, showPage, text, waitUntil, type DeskApi } from '../../frame/testing.ts';
import { ADMINISTRATOR, person } from '../testing.ts';
import './define.ts';
import type { DeskAudit } from './element.ts';
import { OPERATIONS, operationName } from './operations.ts';
import { translator } from '../../../../../src/shared/i18n.ts';
import { adminStrings } from '../strings/index.ts';

const entry = (no: number, changed: object = {}) => ({
  no, at: '2026-03-09T02:00:00.000Z', operation: 'drafts.publish', personId: '1', name: '编辑1', post: '科员', via: 'session', agencyId: WATER.id, subject: '01JQ8ZK4T5V6W7X8Y9Z0ABC001', outcome: 'done', address: '192.0.2.7', ...changed,
});

describe('<desk-audit>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/staff': { items: [person('1')] },
      '/v1/audit': { items: [entry(3), entry(2, { outcome: 'refused', via: 'token' })], next: 'c1' },
      '/v1/audit?cursor=c1&limit=50': { items: [entry(1, { operation: 'auth.sign-in.username', name: undefined, post: undefined, outcome: 'refused' })] },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}, query = '') => {
    const shown = await showPage<DeskAudit>(api, html`<desk-audit .query=${new URLSearchParams(query)}></desk-audit>`, { me: ADMINISTRATOR, ...setting });
    await waitUntil(() => root(shown.element).querySelector('tbody tr') && root(shown.element).querySelectorAll('select').length === 3, 'the entries');
    return shown;
  };
  const asked = () => api.asked.filter(({ path }) => path.startsWith('/v1/audit')).map(({ path }) => path);
  const rows = (element: Element) => [...root(element).querySelectorAll('tbody tr')].map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}`, async () => {
      const { element } = await show({ scheme });
      await expect(element).to.be.accessible();
    });
  }

  it('says who did what, and goes on page by page', async () => {
    const { element } = await show();
    expect(rows(element)[0]).to.include('编辑1 科员 文稿：发布');
    expect(rows(element)[1]).to.include('令牌').and.include('拒绝');
    root(element).querySelector<HTMLElement>('.empty button')!.click();
    await waitUntil(() => rows(element).length === 3);
    expect(rows(element)[2]).to.include('未知人员 登录');
    expect(asked()).to.deep.equal(['/v1/audit?limit=50', '/v1/audit?cursor=c1&limit=50']);
  });

  it('filters by agency, person, operation and days of Shanghai, in the address and the table to keep too', async () => {
    const { element, frame } = await show({}, 'operation=drafts.publish&from=2026-03-01');
    const [, people] = root(element).querySelectorAll('select');
    people!.value = '1';
    people!.dispatchEvent(new Event('change'));
    const [, to] = root(element).querySelectorAll<HTMLInputElement>('input[type=date]');
    to!.value = '2026-03-09';
    to!.dispatchEvent(new Event('change'));
    await waitUntil(() => asked().length > 1 && asked().at(-1)!.includes('to='));
    const expected = { from: '2026-02-28T16:00:00.000Z', limit: '50', operation: 'drafts.publish', person: '1', to: '2026-03-09T16:00:00.000Z' };
    expect(Object.fromEntries(new URLSearchParams(asked().at(-1)!.split('?')[1]))).to.deep.equal(expected);
    expect(frame.noted.at(-1)).to.deep.equal({ agency: '', person: '1', operation: 'drafts.publish', from: '2026-03-01', to: '2026-03-09' });
    const { limit: _, ...filters } = expected;
    const link = root(element).querySelector<HTMLAnchorElement>('a[download]')!;
    expect([new URL(link.href).pathname, Object.fromEntries(new URL(link.href).searchParams)]).to.deep.equal(['/v1/audit.csv', filters]);
  });

  it('says so when it fails, and when there is nothing', async () => {
    api.answer('/v1/audit', refusal(503, 'unavailable'));
    const { element } = await showPage<DeskAudit>(api, html`<desk-audit></desk-audit>`, { me: ADMINISTRATOR });
    await waitUntil(() => text(element).includes('因为unavailable'));
    api.answer('/v1/audit', { items: [] });
    root(element).querySelector<HTMLElement>('.notice button')!.click();
    await waitUntil(() => text(element).includes('没有符合条件的记录'));
  });

  it('has a name for every operation that can be looked for', () => {
    const t = translator(adminStrings, 'zh-CN');
    expect(OPERATIONS.filter((id) => operationName(t, id) === id)).to.deep.equal([]);
    expect(operationName(t, 'archives.create')).to.equal('archives.create');
  });
});
