import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { EDITOR, PUBLISHER, deskApi, disclosure, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskPublished } from './element.ts';

const OTHER = { id: 'qinghe-anping-town', name: '安平镇' };

describe('<desk-published>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/disclosures': { items: [disclosure('1'), disclosure('2', { validity: 'repealed' }), disclosure('3', { revision: 2 }), disclosure('4', { agency: OTHER })], total: { value: 4, relation: 'eq' } },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting: Parameters<typeof showPage>[2] = { me: PUBLISHER }, query = '') => {
    const shown = await showPage<DeskPublished>(api, html`<desk-published .query=${new URLSearchParams(query)}></desk-published>`, setting);
    await waitUntil(() => root(shown.element).querySelectorAll('.row .what').length === 4, 'the rows are drawn');
    return shown;
  };
  const select = (element: Element, ...titles: string[]) => titles.forEach((title) => named(element, 'input', `选择《${title}》`).click());
  const dialog = async (element: Element, tag: string) => {
    await waitUntil(() => root(element).querySelector(tag)?.shadowRoot?.querySelector('h2'), `${tag} is drawn`);
    return root(element).querySelector(tag)!;
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}, with a selection and in both dialogs`, async () => {
      const { element } = await show({ me: PUBLISHER, scheme });
      select(element, '文件1');
      await element.updateComplete;
      await expect(element).to.be.accessible();
      named(element, 'button', '撤回《文件1》').click();
      await dialog(element, 'desk-withdraw');
      await expect(element).to.be.accessible();
      root(element).querySelector<HTMLDialogElement>('dialog.withdraw')!.close();
      named(element, 'button', '废止').click();
      await dialog(element, 'desk-repeal');
      await expect(element).to.be.accessible();
    });
  }

  it('begins with the person’s own agency, and keeps the filters in the address', async () => {
    const { element, frame } = await show();
    expect(api.asked[0]!.path).to.equal('/v1/disclosures?agency=qinghe-water&sort=newest');
    const kind = [...root(element).querySelectorAll('select')].find((one) => one.options.length > 10)!;
    kind.value = 'notice';
    kind.dispatchEvent(new Event('change'));
    root(element).querySelector<HTMLInputElement>('input[name=q]')!.value = '采砂';
    named(element, 'button', '查找').click();
    await waitUntil(() => api.asked.some(({ path }) => path === `/v1/disclosures?agency=qinghe-water&kind=notice&q=${encodeURIComponent('采砂')}&sort=newest`));
    expect(frame.noted.at(-1)).to.deep.equal({ agency: 'qinghe-water', q: '采砂', kind: 'notice', validity: '' });
    await show({}, 'agency=qinghe-anping-town&validity=repealed');
    expect(api.asked.at(-1)!.path).to.equal('/v1/disclosures?agency=qinghe-anping-town&sort=newest&validity=repealed');
  });

  it('offers what the permissions allow', async () => {
    const { element } = await show({ me: EDITOR });
    expect(root(element).querySelector('a[aria-label="修订《文件1》"]')!.getAttribute('href')).to.equal(`/desk/drafts/new?amends=${disclosure('1').id}`);
    expect(named<HTMLAnchorElement>(element, 'a', '《文件1》的张贴证明').getAttribute('href')).to.equal(`/desk/published/${disclosure('1').id}/evidence`);
    expect(root(element).querySelectorAll('.row input').length).to.equal(0);
    expect(named(element, 'button', '撤回《文件1》')).to.equal(undefined);
  });

  it('withdraws with ground, post and replacement, and not before they are there', async () => {
    const { element, frame } = await show();
    named(element, 'button', '撤回《文件1》').click();
    const form = await dialog(element, 'desk-withdraw');
    const field = <E extends HTMLInputElement = HTMLInputElement>(name: string) => root(form).querySelector<E>(`[name=${name}]`)!;
    named(form, 'button', '确认撤回').click();
    await waitUntil(() => root(form).activeElement?.id === 'ground', 'the first missing field has the focus');
    expect(api.written.length).to.equal(0);
    field('ground').value = '含个人隐私\n（第十五条）';
    field('decidedBy').value = '局办公室主任';
    root(form).querySelector<HTMLInputElement>('#words')!.value = '文件';
    named(form, 'button', '查找').click();
    await waitUntil(() => root(form).querySelectorAll('input[type=radio]').length === 4, 'itself is not offered');
    root(form).querySelector<HTMLInputElement>(`input[value="${disclosure('3').id}"]`)!.click();
    api.answer(`POST /v1/disclosures/${disclosure('1').id}/withdraw`, refusal(403, 'not-allowed', { detail: '您的岗位不能这样做。' }));
    named(form, 'button', '确认撤回').click();
    await waitUntil(() => text(form).includes('您的岗位不能这样做。'));
    expect(field('ground').value).to.include('含个人隐私');
    api.answer(`POST /v1/disclosures/${disclosure('1').id}/withdraw`, { id: disclosure('1').id });
    named(form, 'button', '确认撤回').click();
    await waitUntil(() => frame.said.length === 1);
    expect(frame.said).to.deep.equal(['已撤回《文件1》。']);
    expect(api.written.at(-1)!.body).to.deep.equal({ ground: '含个人隐私 （第十五条）', decidedBy: '局办公室主任', replacedBy: disclosure('3').id });
    await waitUntil(() => api.asked.filter(({ path }) => path.startsWith('/v1/disclosures?agency=qinghe-water&sort')).length === 2, 'the list is asked for again');
    expect(root(element).querySelector<HTMLDialogElement>('dialog.withdraw')!.open).to.equal(false);
  });

  it('repeals a batch of one agency once it was checked', async () => {
    const { element, frame } = await show();
    expect(named(element, 'input', '选择《文件2》')).to.equal(undefined);
    select(element, '文件1', '文件3');
    await waitUntil(() => text(element).includes('已选2条'));
    named(element, 'button', '废止').click();
    const form = await dialog(element, 'desk-repeal');
    expect([...root(form).querySelectorAll('li')].map((one) => one.textContent)).to.deep.equal(['文件1', '文件3']);
    root(form).querySelector<HTMLInputElement>('#reason')!.value = '规范性文件清理';
    root(form).querySelector<HTMLInputElement>('#on')!.value = '2026-03-09';
    named(form, 'button', '确认废止').click();
    await waitUntil(() => text(form).includes('请先核对并勾选。'));
    expect(api.written.length).to.equal(0);
    root(form).querySelector<HTMLElement>('#sure')!.click();
    const ids = [disclosure('1').id, disclosure('3').id];
    api.answer('POST /v1/agencies/qinghe-water/repeals', { ids });
    named(form, 'button', '确认废止').click();
    await waitUntil(() => frame.said.length === 1);
    expect(frame.said).to.deep.equal(['已废止2件。']);
    expect(api.written).to.deep.equal([{ what: 'POST /v1/agencies/qinghe-water/repeals', body: { ids, on: '2026-03-09', reason: '规范性文件清理' } }]);
    await waitUntil(() => !text(element).includes('已选'));
  });

  it('refuses a batch of several agencies, and keeps the selection', async () => {
    const { element } = await show();
    select(element, '文件1', '文件4');
    await element.updateComplete;
    named(element, 'button', '废止').click();
    const form = await dialog(element, 'desk-repeal');
    expect(text(form)).to.include('所选信息属于2个机关');
    expect(root(form).querySelector('form')).to.equal(null);
    named(form, 'button', '取消').click();
    await waitUntil(() => !root(element).querySelector<HTMLDialogElement>('dialog.repeal')!.open);
    expect(text(element)).to.include('已选2条');
  });

  it('says when there is nothing, and what went wrong', async () => {
    api.answer('/v1/disclosures', { items: [], total: { value: 0, relation: 'eq' } });
    const { element } = await showPage<DeskPublished>(api, html`<desk-published></desk-published>`);
    await waitUntil(() => text(element).includes('没有符合条件的已发布信息。'));
    api.answer('/v1/disclosures', refusal(400, 'invalid-input', { detail: '查询条件有误。' }));
    const { element: failed } = await showPage<DeskPublished>(api, html`<desk-published></desk-published>`);
    await waitUntil(() => text(failed).includes('查询条件有误。'));
  });
});
