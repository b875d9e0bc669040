import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { EDITOR, deskApi, draft, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskDrafts } from './element.ts';
import type { DeskNewDraft } from './new.ts';

describe('<desk-drafts>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/drafts': { items: [draft('1'), draft('2', { state: 'approved', publishOn: '2026-03-12', amends: draft('9').id, dueOn: '2026-03-20' })], next: 'two' },
      '/v1/drafts?cursor=two': { items: [draft('3', { state: 'review' })] },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}, query = '') => {
    const shown = await showPage<DeskDrafts>(api, html`<desk-drafts .query=${new URLSearchParams(query)}></desk-drafts>`, setting);
    await waitUntil(() => root(shown.element).querySelector('.row .what a'), 'the rows are drawn');
    return shown;
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}`, async () => {
      const { element } = await show({ scheme });
      await expect(element).to.be.accessible();
    });
  }

  it('says of each where it stands, and goes on with the next page where the last one ended', async () => {
    const { element } = await show();
    expect(text(element)).to.include('待发布').and.to.include('定于2026年3月12日发布').and.to.include('修订').and.to.include('2026年3月20日前公开');
    named(element, 'button', '显示更多').click();
    await waitUntil(() => root(element).querySelectorAll('.row').length === 3);
    expect(named(element, 'button', '显示更多')).to.equal(undefined);
    expect([...root(element).querySelectorAll('.row a')].map((one) => one.getAttribute('href'))).to.deep.equal([
      `/desk/drafts/${draft('1').id}`, `/desk/drafts/${draft('2').id}/review`, `/desk/drafts/${draft('3').id}/review`,
    ]);
  });

  it('sends who does not write to the page for reading', async () => {
    const { element } = await show({ me: { ...EDITOR, permissions: ['drafts.read'] } });
    expect(root(element).querySelector('.row a')!.getAttribute('href')).to.equal(`/desk/drafts/${draft('1').id}/review`);
  });

  it('filters by state and agency, in the address too', async () => {
    const { element, frame } = await show({}, 'state=approved');
    expect(api.asked[0]!.path).to.equal('/v1/drafts?state=approved');
    const [state, agency] = root(element).querySelectorAll('select');
    expect(state!.value).to.equal('approved');
    agency!.value = 'qinghe-water';
    agency!.dispatchEvent(new Event('change'));
    await waitUntil(() => api.asked.at(-1)!.path === '/v1/drafts?agency=qinghe-water&state=approved');
    expect(frame.noted).to.deep.equal([{ state: 'approved', agency: 'qinghe-water' }]);
  });

  it('says when there is none, and what went wrong', async () => {
    api.answer('/v1/drafts', { items: [] });
    const { element } = await showPage<DeskDrafts>(api, html`<desk-drafts></desk-drafts>`);
    await waitUntil(() => text(element).includes('还没有草稿。'));
    api.answer('/v1/drafts', refusal(403, 'not-allowed', { detail: '您的岗位不能这样做。' }));
    const { element: failed } = await showPage<DeskDrafts>(api, html`<desk-drafts></desk-drafts>`);
    await waitUntil(() => text(failed).includes('您的岗位不能这样做。'));
  });
});

describe('<desk-new-draft>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({ '/v1/agencies': { items: [{ id: 'qinghe-water-station', name: '水利站' }] } });
  });
  afterEach(() => api.restore());

  for (const scheme of ['light', 'dark'] as const) {
    it(`asks for kind and agency, accessibly when it is ${scheme}`, async () => {
      const { element, frame } = await showPage<DeskNewDraft>(api, html`<desk-new-draft></desk-new-draft>`, { scheme });
      await waitUntil(() => root(element).querySelector('form'));
      named(element, 'button', '开始起草').click();
      await waitUntil(() => text(element).includes('请选择类别。'));
      await expect(element).to.be.accessible();
      root(element).querySelector<HTMLElement>('input[value=notice]')!.click();
      const agency = root(element).querySelector('select')!;
      expect([...agency.options].map(({ text: name }) => name)).to.deep.equal(['清河县水利局', '水利站']);
      agency.value = 'qinghe-water-station';
      named(element, 'button', '开始起草').click();
      expect(frame.gone).to.deep.equal(['drafts/new?kind=notice&agency=qinghe-water-station']);
    });
  }
});
