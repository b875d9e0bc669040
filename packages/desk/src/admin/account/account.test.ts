import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { DeskPreferEvent } from '../../frame/desk.ts';
import { WATER, deskApi, named, passkeyAnswers, refusal, root, showPage, text, waitUntil, withPasskeys, EDITOR, type DeskApi } from '../../frame/testing.ts';
import { chooseAgency, fill, inner, send } from '../testing.ts';
import './define.ts';
import type { DeskAccount } from './element.ts';

const TOKEN = { id: 't1', label: '公文系统', agencyId: WATER.id, permissions: ['drafts.write'], createdAt: '2026-03-09T02:00:00.000Z', expiresAt: '2026-06-09T02:00:00.000Z' };
const PASSKEY = { id: 'k1', name: '办公室的电脑', createdAt: '2026-03-09T02:00:00.000Z' };
const URI = 'otpauth://totp/Sunlit:water-editor?secret=JBSWY3DPEHPK3PXP&issuer=Sunlit';

describe('<desk-account>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/tokens': { items: [TOKEN] },
      '/v1/auth/passkey/list-user-passkeys': [PASSKEY],
      'POST /v1/auth/change-password': {},
      'POST /v1/auth/two-factor/enable': { totpURI: URI, backupCodes: ['aaaa-1111', 'bbbb-2222'] },
      'POST /v1/auth/two-factor/disable': {},
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}) => {
    const shown = await showPage<DeskAccount>(api, html`<desk-account></desk-account>`, setting);
    const [password, factor, passkeys, tokens] = ['desk-own-password', 'desk-two-factor', 'desk-passkeys', 'desk-tokens'].map((tag) => inner(shown.element, tag)) as [Element, Element, Element, Element];
    await waitUntil(() => tokens.shadowRoot?.querySelector('.held'), 'the tokens');
    await waitUntil(() => inner(tokens, 'desk-agency-choice').shadowRoot?.querySelector('input[type=radio]'), 'the agencies');
    await waitUntil(() => passkeys.shadowRoot?.querySelector('.held'), 'the passkeys');
    return { ...shown, password, factor, passkeys, tokens };
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

  describe('passkeys', () => {
    it('are listed; another one is added by a name of its own', async () => {
      const { passkeys, frame } = await show();
      expect(text(passkeys)).to.include('办公室的电脑');
      send(passkeys);
      await waitUntil(() => root(passkeys).getElementById('name-wrong') !== null && root(passkeys).activeElement?.id === 'name', 'the field that wants something');
      using browser = withPasskeys();
      api.answer('/v1/auth/passkey/generate-register-options', passkeyAnswers.register);
      api.answer('POST /v1/auth/passkey/verify-registration', { ...PASSKEY, id: 'k2', name: '手机' });
      api.answer('/v1/auth/passkey/list-user-passkeys', [PASSKEY, { ...PASSKEY, id: 'k2', name: '手机' }]);
      fill(passkeys, 'name', ' 手机 ');
      send(passkeys);
      await waitUntil(() => root(passkeys).querySelectorAll('.held').length === 2, 'the new one');
      expect(browser.asked.map(({ what }) => what)).to.deep.equal(['create']);
      expect((api.written[0]!.body as { name: string }).name).to.equal('手机');
      expect(frame.said).to.deep.equal(['已添加通行密钥“手机”。']);
      await expect(passkeys).to.be.accessible();
    });

    it('say in words why none was added, and send nothing then', async () => {
      const { passkeys } = await show();
      api.answer('/v1/auth/passkey/generate-register-options', passkeyAnswers.register);
      for (const [name, words] of [['NotAllowedError', '操作已取消或超时'], ['InvalidStateError', '这台设备上已有您的通行密钥'], ['SecurityError', '在这台设备上不能使用通行密钥']] as const) {
        using browser = withPasskeys(name);
        fill(passkeys, 'name', '手机');
        send(passkeys);
        await waitUntil(() => text(passkeys).includes(words), name);
        expect(browser.asked.length).to.equal(1);
      }
      await expect(passkeys).to.be.accessible();
      expect(api.written).to.deep.equal([]);
    });

    it('go only after asking, and the focus comes back to where it was', async () => {
      const { passkeys, frame } = await show();
      const button = named(passkeys, 'button', '移除“办公室的电脑”');
      const dialog = root(passkeys).querySelector('dialog')!;
      button.focus();
      button.click();
      await waitUntil(() => dialog.open && text(passkeys).includes('用它不能再登录'));
      await expect(passkeys).to.be.accessible();
      named(passkeys, 'dialog button', '取消').click();
      await waitUntil(() => !dialog.open && root(passkeys).activeElement === button);
      expect(api.written).to.deep.equal([]);
      api.answer('POST /v1/auth/passkey/delete-passkey', { status: true });
      api.answer('/v1/auth/passkey/list-user-passkeys', []);
      button.click();
      await waitUntil(() => dialog.open);
      named(passkeys, 'dialog button', '移除').click();
      await waitUntil(() => text(passkeys).includes('没有通行密钥'));
      expect(api.written).to.deep.equal([{ what: 'POST /v1/auth/passkey/delete-passkey', body: { id: 'k1' } }]);
      expect(frame.said).to.deep.equal(['已移除通行密钥“办公室的电脑”。']);
    });

    it('cannot be added where the browser knows none', async () => {
      using _ = withPasskeys('none');
      const { passkeys } = await show();
      expect(text(passkeys)).to.include('在这里不能添加');
      expect(root(passkeys).querySelector('form')).to.equal(null);
    });
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
