import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { WATER, deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../../frame/testing.ts';
import { ADMINISTRATOR, CITY, chooseAgency, fill, inner, send } from '../testing.ts';
import './define.ts';
import type { DeskAgencies } from './element.ts';

const CONTENT = {
  id: WATER.id, parentId: CITY.id, level: 'city', kind: 'department', name: WATER.name, duties: '管理河道', phones: [{ label: '值班', number: '0000-1' }],
  leaders: [{ post: '局长', portfolio: '主持全面工作' }], offices: [], venues: [{ type: 'hall', name: '办事大厅', address: '河东路1号' }],
};
const AGENCY = { ...CONTENT, children: 1, disclosures: 3, path: [CITY, WATER] };
const OWN = { id: 'qinghe-water.sand', parentId: 'A20_05', agencyId: WATER.id, name: '河道采砂' };

describe('<desk-agencies>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/agencies/qinghe-water': AGENCY,
      '/v1/agencies/qinghe-water/content': { id: WATER.id, version: 'v1', content: CONTENT },
      '/v1/agencies': { items: [{ id: 'station', name: '水文站', level: 'county', kind: 'authorised', children: 0, disclosures: 0 }] },
      '/v1/categories': { items: [{ id: 'A20_01', name: '规范性文件' }, { id: 'A20_05', name: '行政许可' }, OWN] },
      'PUT /v1/agencies/qinghe-water': { id: WATER.id, version: 'v2', content: CONTENT },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const shown = await showPage<DeskAgencies>(api, html`<desk-agencies .agency=${WATER.id}></desk-agencies>`, { me: ADMINISTRATOR, ...setting });
    await waitUntil(() => root(shown.element).querySelector('desk-agency-form')?.shadowRoot?.querySelector('form'), 'the form');
    await waitUntil(() => inner(shown.element, 'desk-categories').shadowRoot?.querySelector('.held'), 'the categories');
    await waitUntil(() => root(shown.element).querySelector('.row'), 'what is below');
    return { ...shown, form: inner(shown.element, 'desk-agency-form'), categories: inner(shown.element, 'desk-categories') };
  };
  const change = () => api.written.filter(({ what }) => what.startsWith('PUT')).map(({ body }) => body);

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}`, async () => {
      const { element, form } = await show({ scheme });
      named(form, 'button', '添加内设机构').click();
      await waitUntil(() => root(form).querySelector('[id="offices.0.name"]'));
      await expect(element).to.be.accessible();
    });
  }

  it('saves particulars against the version they were read in, without what was left empty', async () => {
    const { element, form, frame } = await show();
    expect(element.unsaved).to.equal(false);
    fill(form, 'address', ' 河东路1号 ');
    fill(form, 'phones.0.number', '0000-2');
    named(form, 'button', '添加电话').click();
    named(form, 'button', '添加公开场所').click();
    await waitUntil(() => root(form).querySelector('[id="venues.1.name"]'));
    expect(element.unsaved).to.equal(true);
    send(form);
    await waitUntil(() => frame.said.length === 1);
    expect(change()).to.deep.equal([{ version: 'v1', content: { ...CONTENT, address: '河东路1号', phones: [{ label: '值班', number: '0000-2' }] } }]);
    expect(element.unsaved).to.equal(false);
  });

  it('asks for what is missing in an entry, and sends nothing until it is there', async () => {
    const { form } = await show();
    named(form, 'button', '添加内设机构').click();
    await waitUntil(() => root(form).querySelector('[id="offices.0.name"]'));
    fill(form, 'offices.0.name', '政策法规科');
    send(form);
    await waitUntil(() => root(form).getElementById('offices.0.duties')?.getAttribute('aria-invalid') === 'true');
    expect(change()).to.deep.equal([]);
    expect(root(form).activeElement?.id).to.equal('offices.0.duties');
  });

  it('loses nothing when somebody else saved first: both are shown, and one is chosen', async () => {
    const { form, frame } = await show();
    api.answer('PUT /v1/agencies/qinghe-water', refusal(409, 'changed-meanwhile', { current: { id: WATER.id, version: 'v7', content: { ...CONTENT, duties: '别人写的' } } }));
    fill(form, 'duties', '我写的');
    send(form);
    await waitUntil(() => root(form).querySelector('table.list'));
    expect([...root(form).querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))).to.deep.equal([['职责', '我写的', '别人写的']]);
    expect((root(form).getElementById('duties') as HTMLTextAreaElement).value).to.equal('我写的');
    api.answer('PUT /v1/agencies/qinghe-water', { id: WATER.id, version: 'v8', content: { ...CONTENT, duties: '我写的' } });
    named(form, 'button', '保存我填写的').click();
    await waitUntil(() => frame.said.length === 1);
    expect(change().at(-1)).to.deep.equal({ version: 'v7', content: { ...CONTENT, duties: '我写的' } });
  });

  it('enters an agency below, and goes there', async () => {
    const { element, frame } = await show();
    api.answer('POST /v1/agencies', { id: 'dam', version: 'v1', content: {} });
    named(element, 'button', '添加下级机关').click();
    await waitUntil(() => root(element).querySelector('desk-new-agency')?.shadowRoot?.querySelector('form'));
    const dialog = inner(element, 'desk-new-agency');
    fill(dialog, 'name', '水库管理所');
    fill(dialog, 'id', 'Dam');
    send(dialog);
    await waitUntil(() => root(dialog).getElementById('id')?.getAttribute('aria-invalid') === 'true');
    fill(dialog, 'id', 'dam');
    send(dialog);
    await waitUntil(() => frame.gone.length === 1);
    expect(frame.gone).to.deep.equal(['agencies/dam']);
    const { body } = api.written.find(({ what }) => what === 'POST /v1/agencies')!;
    expect(body).to.deep.equal({ id: 'dam', parentId: WATER.id, level: 'city', kind: 'department', name: '水库管理所', phones: [], leaders: [], offices: [], venues: [] });
  });

  it('moves an agency after saying what that means', async () => {
    const { element, frame } = await show();
    api.answer('POST /v1/agencies/qinghe-water/move', { id: WATER.id, version: 'v2', content: CONTENT });
    named(element, 'button', '移动').click();
    await waitUntil(() => root(element).querySelector('desk-move-agency')?.shadowRoot?.querySelector('desk-agency-choice')?.shadowRoot?.querySelector('input[type=radio]'));
    const dialog = inner(element, 'desk-move-agency');
    await expect(element).to.be.accessible();
    chooseAgency(dialog, CITY.id);
    await waitUntil(() => text(dialog).includes('移到清河市人民政府之下'));
    send(dialog);
    await waitUntil(() => frame.said.length === 1);
    expect(api.written).to.deep.equal([{ what: 'POST /v1/agencies/qinghe-water/move', body: { version: 'v1', parentId: CITY.id } }]);
  });

  it('adds a category under the agency’s own name, and asks before it removes one', async () => {
    const { categories, frame } = await show();
    api.answer('PUT /v1/agencies/qinghe-water/categories/qinghe-water.dams', { ...OWN, id: 'qinghe-water.dams', name: '水库' });
    api.answer('DELETE /v1/agencies/qinghe-water/categories/qinghe-water.sand', refusal(409, 'not-possible', { errors: [{ pointer: '/params/category', code: 'in-use', detail: '正在使用' }] }));
    fill(categories, 'name', '水库');
    fill(categories, 'suffix', 'dams');
    send(categories);
    await waitUntil(() => frame.said.length === 1);
    expect(api.written).to.deep.equal([{ what: 'PUT /v1/agencies/qinghe-water/categories/qinghe-water.dams', body: { parentId: 'A20_01', name: '水库' } }]);
    await waitUntil(() => named(categories, 'button', '删除类目“河道采砂”'));
    named(categories, 'button', '删除类目“河道采砂”').click();
    await waitUntil(() => text(categories).includes('确定删除“河道采砂”？'));
    expect(api.written.length).to.equal(1);
    named(categories, 'button.danger', '删除').click();
    await waitUntil(() => text(categories).includes('正在使用'));
  });

  it('keeps what is typed of a category that somebody else changed first, shows theirs, and lets either stay', async () => {
    const { categories, frame } = await show();
    const path = 'PUT /v1/agencies/qinghe-water/categories/qinghe-water.sand';
    const parentId = OWN.parentId;
    const meanwhile = () => api.answer(path, refusal(409, 'changed-meanwhile', { current: { ...OWN, name: '别人改的' } }));
    const typedName = () => root(categories).querySelector<HTMLInputElement>('#name')!.value;
    const edit = async () => {
      meanwhile();
      named(categories, 'button', '修改类目“河道采砂”').click();
      await waitUntil(() => typedName() === '河道采砂');
      fill(categories, 'name', '我改的');
      send(categories);
      await waitUntil(() => text(categories).includes('已保存的 别人改的'));
      expect(typedName()).to.equal('我改的');
    };
    await edit();
    api.answer(path, { ...OWN, name: '我改的' });
    named(categories, 'button', '保存我填写的').click();
    await waitUntil(() => frame.said.length === 1);
    expect(api.written.map(({ body }) => body)).to.deep.equal([
      { parentId, name: '我改的', before: { parentId, name: '河道采砂' } }, { parentId, name: '我改的', before: { parentId, name: '别人改的' } },
    ]);
    await waitUntil(() => typedName() === '');
    await edit();
    named(categories, 'button', '采用已保存的').click();
    await waitUntil(() => typedName() === '别人改的');
    expect(text(categories)).not.to.include('已保存的');
  });

  it('begins with the agencies that the person administers', async () => {
    const { element } = await showPage<DeskAgencies>(api, html`<desk-agencies></desk-agencies>`, { me: ADMINISTRATOR });
    await waitUntil(() => root(element).querySelector('.row a'));
    expect([...root(element).querySelectorAll('.row a')].map((link) => link.getAttribute('href'))).to.deep.equal(['/desk/agencies/qinghe']);
    await expect(element).to.be.accessible();
  });
});
