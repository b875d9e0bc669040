import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { ADMINISTRATOR, CITY, fill, inner, send } from '../admin/testing.ts';
import { WATER, deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskWebhooks } from './element.ts';

const AT = '2026-03-09T02:00:00.000Z';
const HOOK = { id: '01JQ8ZK4T5V6W7X8Y9Z0ABC001', agencyId: CITY.id, url: 'https://archive.example.gov.cn/sunlit', events: ['published', 'withdrawn'], state: 'on', failures: 0, createdAt: AT };
const FAILING = { ...HOOK, id: '01JQ8ZK4T5V6W7X8Y9Z0ABC002', agencyId: WATER.id, url: 'https://slow.example.gov.cn/', failures: 3, reason: 'too-slow', nextAt: AT };
const DISABLED = { ...HOOK, id: '01JQ8ZK4T5V6W7X8Y9Z0ABC003', url: 'https://gone.example.gov.cn/', state: 'disabled', failures: 20, reason: 'gone' };
const SENT = { id: 'msg_01JQ8ZK4T5V6W7X8Y9Z0ABC001', seq: 41, type: 'published', state: 'delivered', attempts: 1, status: 204, createdAt: AT, triedAt: AT, milliseconds: 12 };
const FAILED = { ...SENT, id: 'msg_01JQ8ZK4T5V6W7X8Y9Z0ABC002', seq: 42, type: 'withdrawn', state: 'failed', attempts: 8, status: 500, reason: 'refused' };
const WAITING = { id: 'msg_01JQ8ZK4T5V6W7X8Y9Z0ABC003', seq: 43, type: 'amended', state: 'waiting', attempts: 0, createdAt: AT };

describe('<desk-webhooks>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/webhooks': { items: [HOOK, FAILING, DISABLED] },
      [`/v1/agencies/${WATER.id}`]: WATER,
      [`/v1/webhooks/${HOOK.id}/deliveries`]: { items: [WAITING, FAILED, SENT] },
      [`/v1/webhooks/${DISABLED.id}/deliveries`]: { items: [FAILED] },
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const shown = await showPage<DeskWebhooks>(api, html`<desk-webhooks></desk-webhooks>`, { me: ADMINISTRATOR, ...setting });
    await waitUntil(() => root(shown.element).querySelector('desk-webhook')?.shadowRoot?.querySelector('.row') ?? text(shown.element).includes('还没有推送地址'), 'the webhooks');
    return shown;
  };
  const hook = (element: Element, url: string): Element => [...root(element).querySelectorAll('desk-webhook')].find((one) => text(one).includes(url))!;
  const deliveries = async (card: Element): Promise<Element> => {
    root(card).querySelector<HTMLElement>('button[aria-expanded]')!.click();
    // What stands there while they are loaded has rows, too, and no words.
    await waitUntil(() => root(card).querySelector('desk-deliveries')?.shadowRoot?.querySelector('.rows .row')?.textContent.trim(), 'the deliveries');
    return inner(card, 'desk-deliveries');
  };
  const openForm = async (element: Element): Promise<Element> => {
    named(element, 'button', '添加推送地址').click();
    await waitUntil(() => root(element).querySelector('desk-new-webhook')?.shadowRoot?.querySelector('form'));
    return inner(element, 'desk-new-webhook');
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}, with deliveries and the form open`, async () => {
      const { element } = await show({ scheme });
      await deliveries(hook(element, HOOK.url));
      await expect(element).to.be.accessible();
      await openForm(element);
      await expect(element).to.be.accessible();
    });
  }

  it('needs no sideways scrolling at 390 px', async () => {
    await setViewport({ width: 390, height: 780 });
    const { element } = await show();
    await deliveries(hook(element, HOOK.url));
    await openForm(element);
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    await setViewport({ width: 1280, height: 720 });
  });

  it('lists them by agency, and says in words how each stands', async () => {
    const { element } = await show();
    expect([...root(element).querySelectorAll('section h2')].map(({ textContent }) => textContent)).to.deep.equal([CITY.name, WATER.name]);
    expect(text(hook(element, HOOK.url))).to.include('启用中').and.include('发布、撤回').and.not.include('次没有送达');
    expect(text(hook(element, FAILING.url))).to.include('连续3次没有送达：接收方 10 秒内没有应答');
    expect(text(hook(element, DISABLED.url))).to.include('已自动停用').and.include('接收方表示该地址不再使用');
  });

  it('shows what was sent, and sends again what did not arrive', async () => {
    const { element, frame } = await show();
    const list = await deliveries(hook(element, HOOK.url));
    const [waiting, failed, sent] = [...root(list).querySelectorAll('.rows .row')].map(({ textContent }) => textContent.replaceAll(/\s+/g, ' '));
    expect(waiting).to.include('第43号变更：修订').and.include('等待发送').and.not.include('重新发送');
    expect(failed).to.include('未送达').and.include('状态码 500').and.include('接收方没有接受').and.include('共尝试8次');
    expect(sent).to.include('已送达').and.include('用时12毫秒').and.not.include('共尝试');
    api.answer(`POST /v1/webhooks/${HOOK.id}/deliveries/${FAILED.id}/resend`, { ...FAILED, state: 'waiting' });
    api.answer(`/v1/webhooks/${HOOK.id}/deliveries`, { items: [{ ...FAILED, state: 'delivered', status: 204 }] });
    named(list, 'button', '重新发送第42号变更').click();
    await waitUntil(() => !text(list).includes('状态码 500'));
    expect(frame.said).to.deep.equal(['第42号变更已排入发送。']);
    const off = await deliveries(hook(element, DISABLED.url));
    expect(text(off)).to.include('启用后才能重新发送');
    expect([...root(off).querySelectorAll('button')].map(({ textContent }) => textContent)).to.deep.equal(['刷新']);
  });

  it('turns one off and on, and says why it could not', async () => {
    const { element, frame } = await show();
    const card = hook(element, HOOK.url);
    api.answer(`PUT /v1/webhooks/${HOOK.id}`, refusal(403, 'not-allowed'));
    named(card, 'button', `停用“${HOOK.url}”`).click();
    await waitUntil(() => text(card).includes('因为not-allowed'));
    api.answer(`PUT /v1/webhooks/${HOOK.id}`, { ...HOOK, state: 'off' });
    api.answer('/v1/webhooks', { items: [{ ...HOOK, state: 'off' }] });
    named(card, 'button', `停用“${HOOK.url}”`).click();
    await waitUntil(() => root(element).querySelectorAll('desk-webhook').length === 1);
    expect(text(card)).to.include('已停用').and.include('从停下的地方继续发送');
    api.answer(`PUT /v1/webhooks/${HOOK.id}`, HOOK);
    named(card, 'button', `启用“${HOOK.url}”`).click();
    await waitUntil(() => frame.said.length === 2);
    expect(api.written.map(({ body }) => body)).to.deep.equal([{ state: 'off' }, { state: 'off' }, { state: 'on' }]);
  });

  it('removes one only after asking; what is open of another stays open', async () => {
    const { element, frame } = await show();
    await deliveries(hook(element, DISABLED.url));
    const card = hook(element, HOOK.url);
    named(card, 'button', `删除“${HOOK.url}”`).click();
    await waitUntil(() => root(card).querySelector('dialog')!.open && text(card).includes('不再向'));
    await expect(card).to.be.accessible();
    expect(api.written).to.deep.equal([]);
    api.answer(`DELETE /v1/webhooks/${HOOK.id}`, { id: HOOK.id });
    api.answer('/v1/webhooks', { items: [DISABLED] });
    named(card, 'dialog button', '删除').click();
    await waitUntil(() => root(element).querySelectorAll('desk-webhook').length === 1);
    expect(frame.said).to.deep.equal(['已删除推送地址。']);
    expect(inner(hook(element, DISABLED.url), 'desk-deliveries')).to.not.equal(null);
  });

  it('adds one by keyboard, names each fault at its field, and shows the secret this once', async () => {
    api.answer('/v1/webhooks', { items: [] });
    const { element } = await show();
    expect(text(element)).to.include('还没有推送地址');
    const form = await openForm(element);
    // The only agency of this person is chosen already.
    await waitUntil(() => root(inner(form, 'desk-agency-choice')).querySelector<HTMLInputElement>('input[type=radio]')?.checked);
    for (const box of root(form).querySelectorAll<HTMLInputElement>('[name=events]')) box.click();
    send(form);
    await waitUntil(() => text(form).includes('请填写这一项') && text(form).includes('请至少选择一项') && root(form).activeElement?.id === 'url');
    await expect(form).to.be.accessible();
    for (const box of root(form).querySelectorAll<HTMLInputElement>('[name=events]')) box.checked = box.value === 'withdrawn';
    const fault = (pointer: string, detail: string) => refusal(400, 'invalid-input', { errors: [{ pointer, code: 'other', detail }] });
    for (const [pointer, at] of [['/body/url', '#url-wrong'], ['/body/events/0', '#lacking']] as const) {
      api.answer('POST /v1/webhooks', fault(pointer, `不行：${pointer}`));
      fill(form, 'url', ' https://10.0.0.1/hooks ');
      send(form);
      await waitUntil(() => root(form).querySelector(at)?.textContent === `不行：${pointer}`, pointer);
      expect(root(form).querySelector('.notice')).to.equal(null);
    }
    api.answer('POST /v1/webhooks', fault('/body/agencyId', '没有这个机关'));
    send(form);
    await waitUntil(() => text(inner(form, 'desk-agency-choice')).includes('没有这个机关'));
    api.answer('POST /v1/webhooks', refusal(403, 'not-allowed'));
    send(form);
    await waitUntil(() => root(form).querySelector('.notice')?.textContent.includes('因为not-allowed'));

    api.answer('POST /v1/webhooks', { webhook: { ...HOOK, url: 'https://x.example.gov.cn/hooks' }, secret: 'whsec_c2VjcmV0' });
    api.answer('/v1/webhooks', { items: [HOOK] });
    fill(form, 'url', ' https://x.example.gov.cn/hooks ');
    root(form).getElementById('url')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).querySelector('desk-webhook-secret')?.shadowRoot?.querySelector('.secret'));
    expect(api.written.at(-1)!.body).to.deep.equal({ agencyId: CITY.id, url: 'https://x.example.gov.cn/hooks', events: ['withdrawn'] });
    expect(root(element).querySelector('dialog')!.open).to.equal(false);
    const secret = inner(element, 'desk-webhook-secret');
    await waitUntil(() => root(secret).activeElement?.id === 'secret', 'the focus is at the secret');
    expect(text(secret)).to.include('whsec_c2VjcmV0').and.include('Standard Webhooks');
    expect(element.unsaved).to.equal(true);
    await waitUntil(() => hook(element, HOOK.url));
    await expect(element).to.be.accessible();
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (words: string) => void copied.push(words) }, configurable: true });
    named(secret, 'button', '复制密钥').click();
    await waitUntil(() => text(secret).includes('已复制。'));
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(copied).to.deep.equal(['whsec_c2VjcmV0']);
    named(secret, 'button', '已保存，关闭').click();
    await waitUntil(() => root(element).querySelector('desk-webhook-secret') === null);
    expect(element.unsaved).to.equal(false);
  });

  it('speaks English and traditional Chinese', async () => {
    for (const [language, words] of [['en', 'Disabled by the server: the receiver says that the address is gone.'], ['zh-Hant', '沒有送達，已自動停用：接收方表示該地址不再使用。']] as const) {
      const { element } = await showPage<DeskWebhooks>(api, html`<desk-webhooks></desk-webhooks>`, { me: ADMINISTRATOR, language });
      await waitUntil(() => [...root(element).querySelectorAll('desk-webhook')].some((one) => text(one).includes(words)), language);
    }
  });

  it('says why it shows nothing, and asks again', async () => {
    api.answer('/v1/webhooks', refusal(500, 'internal'));
    const { element } = await showPage<DeskWebhooks>(api, html`<desk-webhooks></desk-webhooks>`, { me: ADMINISTRATOR });
    await waitUntil(() => text(element).includes('r-1'));
    api.answer('/v1/webhooks', { items: [HOOK] });
    named(element, 'button', '重试').click();
    await waitUntil(() => hook(element, HOOK.url));
  });
});
