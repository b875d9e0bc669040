import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { DeskPreferEvent } from '../../frame/desk.ts';
import { WATER, deskApi, named, refusal, root, showPage, text, waitUntil, EDITOR, type DeskApi } from '../../frame/testing.ts';
import { chooseAgency, fill, inner, send } from '../testing.ts';
import './define.ts';
import type { DeskAccount } from './element.ts';

const TOKEN = { id: 't1', label: '公文系统', agencyId: WATER.id, permissions: ['drafts.write'], createdAt: '2026-03-09T02:00:00.000Z', expiresAt: '2026-06-09T02:00:00.000Z' };
const URI = 'otpauth://totp/Sunlit:water-editor?secret=JBSWY3DPEHPK3PXP&issuer=Sunlit';

describe('<desk-account>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/tokens': { items: [TOKEN] },
      'POST /v1/auth/change-password': {},
      'POST /v1/auth/two-factor/enable': { totpURI: URI, backupCodes: ['aaaa-1111', 'bbbb-2222'] },
      'POST /v1/auth/two-factor/disable': {},
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const shown = await showPage<DeskAccount>(api, html`<desk-account></desk-account>`, setting);
    const [password, factor, tokens] = ['desk-own-password', 'desk-two-factor', 'desk-tokens'].map((tag) => inner(shown.element, tag)) as [Element, Element, Element];
    await waitUntil(() => tokens.shadowRoot?.querySelector('.held'), 'the tokens');
    await waitUntil(() => inner(tokens, 'desk-agency-choice').shadowRoot?.querySelector('input[type=radio]'), 'the agencies');
    return { ...shown, password, factor, tokens };
  };
  const beginFactor = async (factor: Element) => {
    fill(factor, 'password', ' seven clear rivers ');
    send(factor);
    await waitUntil(() => root(factor).querySelector('svg'), 'the QR code');
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}, with a second factor being set up`, async () => {
      const { element, factor } = await show({ scheme });
      await beginFactor(factor);
      await expect(element).to.be.accessible();
    });
  }

  it('asks the frame for another language or look', async () => {
    const { element } = await show();
    const preferred: unknown[] = [];
    element.addEventListener(DeskPreferEvent.type, (event) => preferred.push((event as DeskPreferEvent).preferred));
    for (const [index, value] of ['en', 'dark'].entries()) {
      const select = root(element).querySelectorAll('select')[index]!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }
    expect(preferred).to.deep.equal([{ language: 'en' }, { scheme: 'dark' }]);
  });

  it('changes the password when both new ones agree, and trims nothing', async () => {
    const { password, frame } = await show();
    fill(password, 'currentPassword', 'old');
    fill(password, 'newPassword', ' nine quiet harbours');
    fill(password, 'again', 'another');
    send(password);
    await waitUntil(() => text(password).includes('两次输入的新密码不一致'));
    expect(api.written).to.deep.equal([]);
    api.answer('POST /v1/auth/change-password', refusal(400, 'invalid-input', { errors: [{ pointer: '/body/currentPassword', code: 'wrong-password', detail: '密码不对' }] }));
    fill(password, 'again', ' nine quiet harbours');
    send(password);
    await waitUntil(() => root(password).getElementById('currentPassword-wrong')?.textContent === '密码不对');
    api.answer('POST /v1/auth/change-password', {});
    send(password);
    await waitUntil(() => frame.said.length === 1);
    expect(api.written.at(-1)!.body).to.deep.equal({ currentPassword: 'old', newPassword: ' nine quiet harbours', revokeOtherSessions: true });
    expect((root(password).getElementById('newPassword') as HTMLInputElement).value).to.equal('');
  });

  it('sets up a second factor with a code that can be scanned or typed, and counts it on only when a code was right', async () => {
    const { factor, frame } = await show();
    await beginFactor(factor);
    expect(api.written[0]!.body).to.deep.equal({ password: ' seven clear rivers ' });
    expect(text(factor)).to.include('JBSWY3DPEHPK3PXP').and.include('bbbb-2222');
    // The three corners of a QR code are dark.
    const path = root(factor).querySelectorAll('svg path')[1]!.getAttribute('d')!;
    expect(['M2 2h', 'M8 8h'].map((corner) => path.includes(corner))).to.deep.equal([true, true]);
    expect(root(factor).querySelector('[style]')).to.equal(null);
    api.answer('POST /v1/auth/two-factor/verify-totp', refusal(401, 'sign-in-failed'));
    fill(factor, 'code', '000 000');
    send(factor);
    await waitUntil(() => text(factor).includes('因为sign-in-failed'));
    api.answer('POST /v1/auth/two-factor/verify-totp', {});
    send(factor);
    await waitUntil(() => text(factor).includes('已启用'));
    expect(api.written.at(-1)!.body).to.deep.equal({ code: '000000' });
    expect(frame.said).to.deep.equal(['两步验证已启用。']);
    fill(factor, 'password', 'seven clear rivers');
    send(factor);
    await waitUntil(() => text(factor).includes('未启用'));
  });

  it('makes a token with some of the person’s own permissions; its secret is shown once', async () => {
    const { tokens } = await show();
    api.answer('POST /v1/tokens', { token: { ...TOKEN, id: 't2', label: '导入' }, secret: 'sunlit_secret' });
    expect(text(tokens)).to.include('从未使用');
    expect([...root(tokens).querySelectorAll<HTMLInputElement>('[name=permissions]')].map(({ value }) => value)).to.deep.equal(EDITOR.permissions);
    fill(tokens, 'label', '导入');
    chooseAgency(tokens, WATER.id);
    send(tokens);
    await waitUntil(() => text(tokens).includes('请至少选择一项'));
    root(tokens).querySelector<HTMLInputElement>('[value="drafts.write"]')!.checked = true;
    send(tokens);
    await waitUntil(() => text(tokens).includes('sunlit_secret'));
    expect(api.written).to.deep.equal([{ what: 'POST /v1/tokens', body: { label: '导入', agencyId: WATER.id, permissions: ['drafts.write'], days: 90 } }]);
    named(tokens, 'button', '已复制，关闭').click();
    await waitUntil(() => !text(tokens).includes('sunlit_secret'));
  });

  it('ends a token only after asking', async () => {
    const { tokens, frame } = await show();
    api.answer('DELETE /v1/tokens/t1', { id: 't1' });
    named(tokens, 'button', '作废“公文系统”').click();
    await waitUntil(() => text(tokens).includes('作废“公文系统”？'));
    expect(api.written).to.deep.equal([]);
    named(tokens, 'button.danger', '作废').click();
    await waitUntil(() => frame.said.length === 1);
    expect(api.written.map(({ what }) => what)).to.deep.equal(['DELETE /v1/tokens/t1']);
  });
});
