import type { Kiosk, Me } from '@sunlit/client/desk';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { ADMINISTRATOR, CITY, chooseAgency, fill, inner, send } from '../admin/testing.ts';
import { WATER, deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskKiosks } from './element.ts';

const AT = '2026-03-09T02:00:00.000Z';
const id = (n: number) => `01JQ8ZK4T5V6W7X8Y9Z0ABC00${n}`;
const HEARD = { at: '2026-03-09T01:59:30.000Z', version: '0.1.0', dataDate: '2026-03-09T01:00:00.000Z', uptime: 86_400, errors: 0, queue: 0, printer: 'ok' as const, touchAge: 300 };
const WELL: Kiosk = { id: id(1), agency: CITY, name: '一号屏', place: '政务大厅东门', state: 'ok', reasons: [], heard: HEARD, pin: true, createdAt: AT, enrolledAt: AT };
const DEAD: Kiosk = { ...WELL, id: id(2), agency: WATER, name: '水利屏', state: 'red', reasons: [{ code: 'silent', since: '2026-03-08T22:00:00.000Z' }], heard: { ...HEARD, at: '2026-03-08T22:00:00.000Z' }, pin: false };
const ILL: Kiosk = {
  ...WELL, id: id(3), name: '二号屏', state: 'amber', heard: { ...HEARD, queue: 3, printer: 'out', skew: -1800, errors: 2, lastError: 'storage-full' },
  reasons: [{ code: 'queue', since: '2026-03-09T00:30:00.000Z' }, { code: 'data' }, { code: 'printer', since: '2026-03-07T01:00:00.000Z' }, { code: 'clock', since: AT }],
  message: { text: '今日下午停电', until: '2026-03-09' }, reload: { at: AT },
};
const { heard: _, enrolledAt: __, ...bare } = WELL;
const NEW: Kiosk = { ...bare, id: id(4), name: '村里的屏', state: 'never', pin: false, codeUntil: '2026-03-10T02:00:00.000Z' };
const GONE: Kiosk = { ...bare, id: id(5), name: '旧屏', state: 'revoked', pin: false, revokedAt: AT };
const SUPERVISOR: Me = { ...ADMINISTRATOR, permissions: ['kiosks.read'] };

describe('<desk-kiosks>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({ '/v1/kiosks': { items: [WELL, DEAD, ILL, NEW, GONE], at: AT } });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const shown = await showPage<DeskKiosks>(api, html`<desk-kiosks></desk-kiosks>`, { me: ADMINISTRATOR, ...setting });
    await waitUntil(() => root(shown.element).querySelector('desk-kiosk')?.shadowRoot?.querySelector('.row') ?? root(shown.element).querySelector('.none, [role=alert]'), 'the kiosks');
    return shown;
  };
  const card = (element: Element, name: string): Element => [...root(element).querySelectorAll('desk-kiosk')].find((one) => text(one).includes(name))!;
  const manage = async (element: Element, name: string, act: string): Promise<Element> => {
    const one = card(element, name);
    named(one, 'button', `管理${name}`).click();
    await waitUntil(() => named(one, '.acts button', act), act);
    named(one, '.acts button', act).click();
    return one;
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}, with a form and a code`, async () => {
      const { element } = await show({ scheme });
      const one = await manage(element, '二号屏', '名称与今日提示');
      await waitUntil(() => root(one).querySelector('desk-kiosk-change')?.shadowRoot?.querySelector('form'));
      await expect(element).to.be.accessible();
    });
  }

  it('needs no sideways scrolling at 390 px', async () => {
    await setViewport({ width: 390, height: 780 });
    const { element } = await show();
    await manage(element, '二号屏', '名称与今日提示');
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    await setViewport({ width: 1280, height: 720 });
  });

  it('shows the worst first, in words, for how long, and what to do', async () => {
    const { element } = await show();
    const names = [...root(element).querySelectorAll('desk-kiosk')].map((one) => root(one).querySelector('.name')!.textContent);
    expect(names).to.deep.equal(['水利屏', '二号屏', '村里的屏', '一号屏', '旧屏']);
    expect(text(element)).to.include('中断1台').and.include('需要留意1台').and.include('尚未启用1台').and.include('正常1台');
    expect(text(card(element, '水利屏'))).to.include('中断').and.include('已有4小时没有上报').and.include('查看电源和网络').and.include('未设退出密码');
    expect(text(card(element, '二号屏'))).to.include('3件已等待90分钟').and.include('还没有数据').and.include('已有2天').and.include('慢了30分钟').and.include('出错2次（storage-full）').and.include('今日下午停电').and.include('等没有人使用时执行');
    expect(text(card(element, '村里的屏'))).to.include('尚未启用').and.include('还没有登记').and.not.include('上报').and.not.include('版本');
    expect(root(card(element, '旧屏')).querySelector('button')).to.equal(null);
  });

  it('explains itself where there is none, and lets who only reads change nothing', async () => {
    api.answer('/v1/kiosks', { items: [], at: AT });
    const { element } = await show();
    expect(text(element)).to.include('还没有触摸屏').and.include('得到10位登记码');
    const { element: read } = await show({ me: SUPERVISOR });
    expect(text(read)).to.include('由管理人员办理');
    expect(root(read).querySelectorAll('button')).to.have.length(0);
    api.answer('/v1/kiosks', { items: [DEAD], at: AT });
    const { element: listed } = await show({ me: SUPERVISOR });
    expect(root(card(listed, '水利屏')).querySelectorAll('button')).to.have.length(0);
  });

  it('adds one, and shows its code large and once', async () => {
    const { element } = await show();
    named(element, 'button', '新增触摸屏').click();
    await waitUntil(() => root(element).querySelector('desk-new-kiosk')?.shadowRoot?.querySelector('desk-agency-choice')?.shadowRoot?.querySelector('input[type=radio]'));
    const form = inner(element, 'desk-new-kiosk');
    send(form);
    await waitUntil(() => root(form).querySelector('[aria-invalid=true]'));
    chooseAgency(form, CITY.id);
    fill(form, 'name', '三号屏');
    fill(form, 'place', '西门');
    api.answer('POST /v1/kiosks', { kiosk: { ...NEW, name: '三号屏' }, code: '1234567890', until: '2026-03-10T02:00:00.000Z' });
    send(form);
    await waitUntil(() => root(element).querySelector('desk-kiosk-code')?.shadowRoot?.querySelector('.code'));
    const code = inner(element, 'desk-kiosk-code');
    expect(root(code).querySelector('.code')!.textContent).to.equal('1234567890');
    expect(text(code)).to.include('“三号屏”的登记码').and.include('登记本设备');
    expect(element.unsaved).to.equal(true);
    await expect(element).to.be.accessible();
    named(code, 'button', '已经记下').click();
    await waitUntil(() => root(element).querySelector('desk-kiosk-code') === null);
    expect(element.unsaved).to.equal(false);
  });

  it('saves a message with its last day, and asks for it', async () => {
    const { element, frame } = await show();
    const one = await manage(element, '一号屏', '名称与今日提示');
    await waitUntil(() => root(one).querySelector('desk-kiosk-change')?.shadowRoot?.querySelector('form'));
    const form = inner(one, 'desk-kiosk-change');
    fill(form, 'message', '今日停水');
    send(form);
    await waitUntil(() => text(form).includes('请填写显示到哪一天'));
    fill(form, 'until', '2026-03-10');
    api.answer(`PUT /v1/kiosks/${WELL.id}`, WELL);
    send(form);
    await waitUntil(() => frame.said.length > 0);
    expect(frame.said[0]).to.include('已保存');
  });

  it('sets a PIN of digits alone, orders a reload, and says why either failed', async () => {
    const { element, frame } = await show();
    const one = await manage(element, '一号屏', '退出密码');
    await waitUntil(() => root(one).querySelector('desk-kiosk-pin')?.shadowRoot?.querySelector('form'));
    const form = inner(one, 'desk-kiosk-pin');
    fill(form, 'pin', 'abc123');
    send(form);
    await waitUntil(() => text(form).includes('请输入6至12位数字'));
    fill(form, 'pin', '204816');
    api.answer(`PUT /v1/kiosks/${WELL.id}/pin`, WELL);
    send(form);
    await waitUntil(() => frame.said.length > 0);
    await waitUntil(() => root(one).querySelector('desk-kiosk-pin') === null);
    api.answer(`POST /v1/kiosks/${WELL.id}/reload`, refusal(409, 'not-possible'));
    named(card(element, '一号屏'), '.acts button', '重新加载').click();
    await waitUntil(() => text(card(element, '一号屏')).includes('因为not-possible'));
    expect(frame.said).to.have.length(1);
  });

  it('asks before it revokes, and before a new code', async () => {
    const { element, frame } = await show();
    const one = await manage(element, '一号屏', '撤销登记');
    await waitUntil(() => text(one).includes('不能恢复'));
    api.answer(`POST /v1/kiosks/${WELL.id}/revoke`, { ...WELL, state: 'revoked' });
    api.answer('/v1/kiosks', { items: [{ ...WELL, state: 'revoked', revokedAt: AT }], at: AT });
    named(one, 'dialog button', '撤销登记').click();
    await waitUntil(() => frame.said.length > 0);
    await waitUntil(() => root(element).querySelectorAll('desk-kiosk').length === 1);
    expect(frame.said).to.deep.equal(['“一号屏”的登记已撤销。']);
  });

  it('keeps what was known when the line is gone', async () => {
    const { element } = await show();
    api.answer('/v1/kiosks', refusal(503, 'unavailable'));
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => root(element).querySelector('[role=alert]'));
    expect(text(card(element, '水利屏'))).to.include('中断');
  });

  for (const language of ['en', 'zh-Hant'] as const) {
    it(`speaks ${language}`, async () => {
      const { element } = await show({ language });
      const word = language === 'en' ? 'Needs attention' : '需要留意';
      await waitUntil(() => [...root(element).querySelectorAll('desk-kiosk')].some((one) => text(one).includes(word)));
      for (const one of root(element).querySelectorAll('desk-kiosk')) if (language === 'en') expect(text(one)).not.to.match(/[\u4e00-\u9fff]{2,}(?<!屏)(台|分钟|小时)/);
    });
  }
});
