import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { WATER, deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../../frame/testing.ts';
import { ADMINISTRATOR, CITY, chooseAgency, fill, inner, person, send } from '../testing.ts';
import './define.ts';
import type { DeskPeople } from './element.ts';
import { firstPassword } from './first-password.ts';

describe('<desk-people>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/staff': { items: [person('1'), person('2', { disabled: true, twoFactor: true })] },
      '/v1/agencies/qinghe-water': { ...WATER },
      '/v1/suggest': { items: [{ type: 'agency', id: 'dongshan', text: '东山县人民政府', marks: [] }, { type: 'disclosure', id: 'x', text: '东山规划', marks: [], agency: WATER }] },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const shown = await showPage<DeskPeople>(api, html`<desk-people></desk-people>`, { me: ADMINISTRATOR, ...setting });
    await waitUntil(() => root(shown.element).querySelector('.row .facts'), 'the people');
    return shown;
  };
  const open = async (element: Element, name: string, tag: string) => {
    named(element, 'button', name).click();
    await waitUntil(() => root(element).querySelector(tag)?.shadowRoot?.querySelector('desk-agency-choice')?.shadowRoot?.querySelector('input[type=radio]'), `<${tag}>`);
    return inner(element, tag);
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}, the dialogs too`, async () => {
      const { element } = await show({ scheme });
      await expect(element).to.be.accessible();
      await open(element, '管理编辑1', 'desk-person');
      await expect(element).to.be.accessible();
    });
  }

  it('names the agency of every role', async () => {
    const { element } = await show();
    expect(root(element).querySelector('.row .facts span')!.textContent).to.equal(`${WATER.name}：编辑`);
  });

  it('adds a person with a password that is shown once', async () => {
    const { element } = await show();
    api.answer('POST /v1/staff', person('3'));
    const dialog = await open(element, '添加人员', 'desk-new-person');
    send(dialog);
    await waitUntil(() => root(dialog).getElementById('name')?.getAttribute('aria-invalid') === 'true');
    expect(api.written).to.deep.equal([]);
    for (const [id, value] of Object.entries({ name: '新编辑', post: '科员', username: 'new-editor', role: 'publisher' })) fill(dialog, id, value);
    chooseAgency(dialog, CITY.id);
    await expect(element).to.be.accessible();
    send(dialog);
    await waitUntil(() => root(dialog).querySelectorAll('.secret').length === 2);
    const body = api.written[0]?.body as { password: string };
    expect(body).to.deep.equal({ name: '新编辑', post: '科员', username: 'new-editor', role: 'publisher', agencyId: CITY.id, password: body.password });
    expect([...root(dialog).querySelectorAll('.secret')].map((one) => one.textContent)).to.deep.equal(['new-editor', body.password]);
    named(dialog, 'button', '已记下，关闭').click();
    await waitUntil(() => !root(element).querySelector('desk-new-person'));
    expect(text(element)).not.to.include(body.password);
  });

  it('gives a role for an agency found in the tree, after asking in words', async () => {
    const { element, frame } = await show();
    const granted = person('1', { grants: [{ agencyId: WATER.id, role: 'editor' }, { agencyId: 'dongshan', role: 'supervisor' }] });
    api.answer('POST /v1/staff/1/grants', granted);
    const dialog = await open(element, '管理编辑1', 'desk-person');
    const choice = inner(dialog, 'desk-agency-choice');
    root(choice).querySelector('input')!.value = '东山';
    named(choice, 'button', '查找').click();
    await waitUntil(() => root(choice).querySelector('input[value=dongshan]'));
    expect(root(choice).querySelectorAll('input[type=radio]').length).to.equal(1);
    chooseAgency(dialog, 'dongshan');
    fill(dialog, 'role', 'supervisor');
    send(dialog);
    await waitUntil(() => text(dialog).includes('授予编辑1“东山县人民政府”及其全部下级的“监督”角色？'));
    expect(api.written).to.deep.equal([]);
    named(dialog, 'button.primary', '授予角色').click();
    await waitUntil(() => frame.said.length === 1);
    expect(api.written).to.deep.equal([{ what: 'POST /v1/staff/1/grants', body: { agencyId: 'dongshan', role: 'supervisor' } }]);
    await waitUntil(() => text(dialog).includes('东山县人民政府：监督'));
  });

  it('takes a role away, locks out and resets only when it is confirmed', async () => {
    const { element, frame } = await show();
    api.answer('POST /v1/staff/1/revocations', refusal(403, 'not-allowed'));
    api.answer('POST /v1/staff/1/disable', person('1', { disabled: true }));
    api.answer('POST /v1/staff/1/password', person('1'));
    const dialog = await open(element, '管理编辑1', 'desk-person');
    const press = async (button: string, then: string) => {
      await waitUntil(() => named(dialog, 'button', button), button);
      named(dialog, 'button', button).click();
      await waitUntil(() => text(dialog).includes(then), then);
    };
    await press(`收回编辑1在${WATER.name}的“编辑”角色`, '其登录立即失效');
    await press('收回', '因为not-allowed');
    await press('取消', '现有角色');
    expect(api.written.length).to.equal(1);
    await press('停用', '令牌以后也不恢复');
    await press('停用', '恢复使用');
    expect(frame.said).to.deep.equal(['已停用编辑1。']);
    await press('重设密码', '重设初始密码');
    await press('重设密码', '请现在记下');
    const { body } = api.written.at(-1)!;
    expect(text(dialog)).to.include((body as { password: string }).password);
  });

  it('lets nobody change their own roles', async () => {
    api.answer('/v1/staff', { items: [person(ADMINISTRATOR.id)] });
    const { element } = await show();
    const dialog = await open(element, `管理编辑${ADMINISTRATOR.id}`, 'desk-person');
    expect(root(dialog).querySelectorAll('.held button').length).to.equal(0);
    expect(named(dialog, 'button', '停用')).to.equal(undefined);
  });

  it('shows supervisors who there is, and nothing to change', async () => {
    const { element } = await show({ me: { ...ADMINISTRATOR, permissions: ['staff.read'] } });
    expect(root(element).querySelectorAll('button').length).to.equal(0);
  });

  it('makes first passwords that can be read out', () => {
    const made = Array.from({ length: 200 }, firstPassword);
    expect(new Set(made).size).to.equal(200);
    for (const one of made) expect(one).to.match(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
  });
});
