import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { EDITOR, PUBLISHER, deskApi, draft, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskDrafts } from './element.ts';
import type { DeskNewDraft } from './new.ts';
import type { DeskTogether } from './together.ts';

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

describe('several drafts at once', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({ '/v1/drafts': { items: [draft('1'), draft('2', { state: 'returned', version: 3 }), draft('3', { state: 'approved' })] } });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const { element, frame } = await showPage<DeskDrafts>(api, html`<desk-drafts></desk-drafts>`, setting);
    await waitUntil(() => root(element).querySelectorAll('.row').length === 3);
    const select = (...titles: string[]) => titles.forEach((title) => named(element, 'input', `选择《${title}》`).click());
    const dialog = async () => {
      await waitUntil(() => root(element).querySelector('dialog[open] desk-together'));
      const together = root(element).querySelector<DeskTogether>('desk-together')!;
      await together.updateComplete;
      return together;
    };
    return { element, frame, select, dialog };
  };

  it('are submitted one by one; which did not work says why and stays selected', async () => {
    const { element, frame, select, dialog } = await show();
    api.answer(`POST /v1/drafts/${draft('1').id}/submit`, { ...draft('1'), state: 'review' });
    api.answer(`POST /v1/drafts/${draft('2').id}/submit`, refusal(409, 'not-possible', { errors: [{ pointer: '/content/summary', code: 'required', detail: '缺少摘要。' }] }));
    select('文稿1', '文稿2');
    await waitUntil(() => text(element).includes('已选2条'));
    named(element, '.selection button', '提交审查').click();
    const together = await dialog();
    await expect(together).to.be.accessible();
    named(together, 'button', '提交审查').click();
    await waitUntil(() => text(together).includes('缺少摘要。'));
    expect(api.written).to.deep.equal([
      { what: `POST /v1/drafts/${draft('1').id}/submit`, body: { version: 1 } },
      { what: `POST /v1/drafts/${draft('2').id}/submit`, body: { version: 3 } },
    ]);
    expect(frame.said).to.deep.equal(['已办理1份。']);
    named(together, 'button', '关闭').click();
    await waitUntil(() => text(element).includes('已选1条'));
    expect(named<HTMLInputElement>(element, 'input', '选择《文稿2》').checked).to.equal(true);
  });

  it('are offered only what is possible with all of them, and only to who may', async () => {
    const { element, select } = await show();
    expect(named(element, 'input', '选择《文稿3》')).to.equal(undefined, 'an editor publishes nothing');
    select('文稿1');
    await waitUntil(() => named(element, '.selection button', '放弃草稿'));
    const publisher = await show({ me: PUBLISHER });
    expect(named(publisher.element, 'input', '选择《文稿1》')).to.equal(undefined);
    publisher.select('文稿3');
    await waitUntil(() => named(publisher.element, '.selection button', '发布'));
    expect(named(publisher.element, '.selection button', '提交审查')).to.equal(undefined);
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
