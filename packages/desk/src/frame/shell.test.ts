import { expect, fixture } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import '../define.ts';
import type { SunlitDesk } from './shell.ts';
import { EDITOR, deskApi, draft, named, passkeyAnswers, refusal, root, text, waitUntil, withPasskeys, type DeskApi } from './testing.ts';

const REAL = location.pathname + location.search;
const signedOut = () => refusal(401, 'not-signed-in');

/** What stands in the shadow root of the shown element of that name. */
const part = (desk: Element, tag: string): Element | null => root(desk).querySelector(tag);
const fill = (element: Element, name: string, value: string) => {
  root(element).querySelector<HTMLInputElement>(`input[name=${name}]`)!.value = value;
};
const submit = (element: Element) => root(element).querySelector<HTMLElement>('button.primary')!.click();

describe('<sunlit-desk>', () => {
  let api: DeskApi;
  beforeEach(() => {
    localStorage.setItem('sunlit-desk', JSON.stringify({ language: 'zh-CN', scheme: 'light' }));
    history.replaceState(null, '', '/desk/');
    api = deskApi({
      '/v1/staff/me': EDITOR,
      '/v1/drafts': { items: [draft('1')] },
      '/v1/due': { items: [] },
      '/v1/auth/sign-in': {},
      '/v1/auth/passkey/generate-authenticate-options': passkeyAnswers.authenticate,
      'POST /v1/auth/sign-in/username': { token: 't', user: {} },
      'POST /v1/auth/sign-out': { success: true },
    });
  });
  afterEach(() => {
    api.restore();
    localStorage.removeItem('sunlit-desk');
    history.replaceState(null, '', REAL);
  });

  const open = () => fixture<SunlitDesk>(html`<sunlit-desk api=${api.url} base="/desk/"></sunlit-desk>`);
  const inbox = async () => {
    const desk = await open();
    await waitUntil(() => { const page = part(desk, 'desk-inbox'); return page && text(page).includes('文稿1'); }, 'the inbox is drawn');
    return desk;
  };
  const signIn = async () => {
    api.answer('/v1/staff/me', signedOut());
    const desk = await open();
    await waitUntil(() => part(desk, 'desk-sign-in') && root(part(desk, 'desk-sign-in')!).querySelector('form'), 'sign-in is asked for');
    return { desk, form: part(desk, 'desk-sign-in')! };
  };

  describe('signing in', () => {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible when it is ${scheme}`, async () => {
        localStorage.setItem('sunlit-desk', JSON.stringify({ language: 'zh-CN', scheme }));
        const { desk, form } = await signIn();
        submit(form);
        await waitUntil(() => text(form).includes('请填写这一项。'));
        await expect(desk).to.be.accessible();
      });
    }

    it('moves to what is missing, sends name and password as typed, and opens the inbox', async () => {
      const { desk, form } = await signIn();
      submit(form);
      await waitUntil(() => root(form).activeElement?.getAttribute('name') === 'username');
      expect(api.written.length).to.equal(0);
      fill(form, 'username', ' water-editor ');
      fill(form, 'password', ' spaces count ');
      api.answer('/v1/staff/me', EDITOR);
      submit(form);
      await waitUntil(() => part(desk, 'desk-inbox'));
      expect(api.written).to.deep.equal([{ what: 'POST /v1/auth/sign-in/username', body: { username: 'water-editor', password: ' spaces count ' } }]);
      expect(document.title).to.equal('收件箱 - 公开工作台');
    });

    it('says in words what was refused and keeps the name', async () => {
      const { form } = await signIn();
      api.answer('POST /v1/auth/sign-in/username', refusal(401, 'sign-in-failed', { detail: '所填内容不正确，请核对后重试。' }));
      fill(form, 'username', 'water-editor');
      fill(form, 'password', 'wrong');
      submit(form);
      await waitUntil(() => text(form).includes('所填内容不正确，请核对后重试。'));
      expect(root(form).querySelector<HTMLInputElement>('input[name=username]')!.value).to.equal('water-editor');
    });

    it('asks for the code where one is set up, or for a backup code', async () => {
      const { desk, form } = await signIn();
      api.answer('POST /v1/auth/sign-in/username', { twoFactorRedirect: true });
      api.answer('POST /v1/auth/two-factor/verify-backup-code', { token: 't' });
      fill(form, 'username', 'water-editor');
      fill(form, 'password', 'right one');
      submit(form);
      await waitUntil(() => root(form).querySelector('input[name=code]'));
      expect(root(form).querySelector('input')!.autocomplete).to.equal('one-time-code');
      await expect(desk).to.be.accessible();
      named(form, 'button', '改用备用码').click();
      await waitUntil(() => root(form).querySelector('input[name=backup]'));
      fill(form, 'backup', 'abcde-12345');
      api.answer('/v1/staff/me', EDITOR);
      submit(form);
      await waitUntil(() => part(desk, 'desk-inbox'));
      expect(api.written.at(-1)).to.deep.equal({ what: 'POST /v1/auth/two-factor/verify-backup-code', body: { code: 'abcde-12345' } });
    });

    it('opens the inbox by a passkey, without a name or a password', async () => {
      using _ = withPasskeys();
      const { desk, form } = await signIn();
      api.answer('POST /v1/auth/passkey/verify-authentication', { session: {}, user: { username: 'water-editor' } });
      api.answer('/v1/staff/me', EDITOR);
      named(form, 'button', '使用通行密钥登录').click();
      await waitUntil(() => part(desk, 'desk-inbox'));
      expect(api.written.map(({ what }) => what)).to.deep.equal(['POST /v1/auth/passkey/verify-authentication']);
    });

    for (const [refuses, words] of [['NotAllowedError', '操作已取消或超时'], ['SecurityError', '在这台设备上不能使用通行密钥'], [undefined, '这个通行密钥在这里没有登记']] as const) {
      it(`says in words why a passkey let nobody in: ${refuses ?? 'it is not known'}`, async () => {
        using _ = withPasskeys(refuses);
        const { desk, form } = await signIn();
        api.answer('POST /v1/auth/passkey/verify-authentication', refusal(401, 'sign-in-failed'));
        named(form, 'button', '使用通行密钥登录').click();
        await waitUntil(() => root(form).querySelector('[role=alert]')?.textContent.includes(words));
        await expect(desk).to.be.accessible();
        expect(api.written.length).to.equal(refuses === undefined ? 1 : 0);
      });
    }

    it('offers no passkey where the browser knows none, and no provider where there is none', async () => {
      using _ = withPasskeys('none');
      const { form } = await signIn();
      await waitUntil(() => api.asked.some(({ path }) => path === '/v1/auth/sign-in'));
      expect(root(form).querySelectorAll('button').length).to.equal(1);
    });

    for (const scheme of ['light', 'dark']) {
      it(`offers single sign-on by the name of its provider, and goes there, when it is ${scheme}`, async () => {
        localStorage.setItem('sunlit-desk', JSON.stringify({ language: 'zh-CN', scheme }));
        history.replaceState(null, '', '/desk/due');
        api.answer('/v1/auth/sign-in', { singleSignOn: { name: '统一身份认证' } });
        api.answer('POST /v1/auth/sign-in/social', { url: '#provider', redirect: true });
        const { desk, form } = await signIn();
        await waitUntil(() => named(form, 'button', '使用统一身份认证登录'));
        await expect(desk).to.be.accessible();
        named(form, 'button', '使用统一身份认证登录').click();
        await waitUntil(() => location.hash === '#provider', 'it goes where it was told to');
        expect(api.written).to.deep.equal([{ what: 'POST /v1/auth/sign-in/social', body: { callbackURL: '/desk/due', errorCallbackURL: '/desk/due?sso=failed' } }]);
      });
    }

    it('says that the provider does not answer', async () => {
      api.answer('/v1/auth/sign-in', { singleSignOn: {} });
      api.answer('POST /v1/auth/sign-in/social', refusal(503, 'unavailable'));
      const { form } = await signIn();
      await waitUntil(() => named(form, 'button', '使用单点登录'));
      named(form, 'button', '使用单点登录').click();
      await waitUntil(() => text(form).includes('统一身份认证没有应答'));
    });

    for (const [error, words] of [['access_denied', '在统一身份认证的页面上取消了'], ['signup_disabled', '统一身份认证没有让您登录本平台']] as const) {
      it(`says why the provider let nobody in, once: ${error}`, async () => {
        history.replaceState(null, '', `/desk/?sso=failed&error=${error}`);
        const { form } = await signIn();
        await waitUntil(() => text(form).includes(words));
        expect(location.search).to.equal('');
      });
    }

    it('lets nobody on before the first password was changed', async () => {
      api.answer('/v1/staff/me', { ...EDITOR, mustChangePassword: true });
      const desk = await open();
      await waitUntil(() => part(desk, 'desk-password'));
      const form = part(desk, 'desk-password')!;
      await waitUntil(() => root(form).querySelector('form'));
      for (const [name, value] of [['current', 'first'], ['new', 'a sentence of mine'], ['again', 'another sentence']] as const) fill(form, name, value);
      submit(form);
      await waitUntil(() => text(form).includes('两次输入的新密码不一致。'));
      api.answer('POST /v1/auth/change-password', refusal(400, 'invalid-input', { errors: [{ pointer: '/body/newPassword', code: 'weak-password', detail: '这个密码太常见。' }] }));
      fill(form, 'again', 'a sentence of mine');
      submit(form);
      await waitUntil(() => root(form).querySelector('#new-wrong')?.textContent === '这个密码太常见。');
      await expect(desk).to.be.accessible();
      api.answer('POST /v1/auth/change-password', { token: 't' });
      api.answer('/v1/staff/me', EDITOR);
      submit(form);
      await waitUntil(() => part(desk, 'desk-inbox'));
      expect(api.written.at(-1)!.body).to.deep.equal({ currentPassword: 'first', newPassword: 'a sentence of mine', revokeOtherSessions: true });
    });
  });

  describe('the frame', () => {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible when it is ${scheme}, with the account panel open`, async () => {
        localStorage.setItem('sunlit-desk', JSON.stringify({ language: 'zh-CN', scheme }));
        const desk = await inbox();
        root(desk).querySelector<HTMLElement>('.account button')!.click();
        await desk.updateComplete;
        expect(text(desk)).to.include('清河县水利局：编辑');
        await expect(desk).to.be.accessible();
      });
    }

    for (const [width, height] of [[1280, 720], [390, 780]] as const) {
      it(`needs no sideways scrolling at ${String(width)} px`, async () => {
        await setViewport({ width, height });
        await inbox();
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
        await setViewport({ width: 1280, height: 720 });
      });
    }

    it('shows the places a person may go to, and of others says that there is no such page', async () => {
      api.answer('/v1/staff/me', { ...EDITOR, permissions: ['audit.read'] });
      const desk = await open();
      await waitUntil(() => text(desk).includes('没有这个页面'));
      expect(root(desk).querySelectorAll('.rail a[href="/desk/drafts"]').length).to.equal(0);
      expect(api.asked.map(({ path }) => path)).to.deep.equal(['/v1/staff/me']);
    });

    it('follows links without loading, moves the focus to the new heading, names the page, and goes back', async () => {
      const desk = await inbox();
      root(desk).querySelector<HTMLElement>('.rail a[href="/desk/drafts"]')!.click();
      await waitUntil(() => part(desk, 'desk-drafts') && root(part(desk, 'desk-drafts')!).activeElement?.localName === 'h1', 'the heading has the focus');
      expect([location.pathname, document.title]).to.deep.equal(['/desk/drafts', '草稿 - 公开工作台']);
      expect(root(desk).querySelector('.rail a[aria-current=page]')!.textContent.trim()).to.equal('草稿');
      history.back();
      await waitUntil(() => part(desk, 'desk-inbox'));
      expect(document.title).to.equal('收件箱 - 公开工作台');
    });

    it('skips to the content by its first link', async () => {
      const desk = await inbox();
      root(desk).querySelector<HTMLElement>('.skip')!.click();
      expect(root(desk).activeElement?.id).to.equal('main');
    });

    it('obeys g and a key, lists the keys at ?, and not when they are turned off or somebody types', async () => {
      const desk = await inbox();
      await sendKeys({ press: 'g' });
      await sendKeys({ press: 'p' });
      await waitUntil(() => part(desk, 'desk-published'));
      const words = root(part(desk, 'desk-published')!).querySelector<HTMLInputElement>('input[name=q]')!;
      words.focus();
      await sendKeys({ type: 'gd?' });
      expect(words.value).to.equal('gd?');
      expect(location.pathname).to.equal('/desk/published');
      words.blur();
      await sendKeys({ press: '?' });
      const help = root(desk).querySelector<HTMLDialogElement>('dialog.help')!;
      await waitUntil(() => help.open);
      await expect(desk).to.be.accessible();
      help.querySelector<HTMLElement>('input[type=checkbox]')!.click();
      help.close();
      await waitUntil(() => !help.open);
      await sendKeys({ press: 'g' });
      await sendKeys({ press: 'd' });
      await sendKeys({ press: '?' });
      await desk.updateComplete;
      expect([location.pathname, help.open]).to.deep.equal(['/desk/published', false]);
    });

    it('speaks the chosen language, also to the API, and remembers it', async () => {
      const desk = await inbox();
      const language = root(desk).querySelector<HTMLSelectElement>('.account select')!;
      language.value = 'en';
      language.dispatchEvent(new Event('change'));
      await waitUntil(() => text(part(desk, 'desk-inbox')!).includes('Waiting for me') && text(desk).includes('Sign out'));
      expect(api.asked.at(-1)!.headers.get('accept-language')).to.equal('en');
      expect(JSON.parse(localStorage.getItem('sunlit-desk')!).language).to.equal('en');
      expect(desk.lang).to.equal('en');
    });

    it('asks before it leaves something unsaved, also when going back', async () => {
      const desk = await inbox();
      root(desk).querySelector<HTMLElement>('.rail a[href="/desk/drafts"]')!.click();
      await waitUntil(() => part(desk, 'desk-drafts'));
      Object.defineProperty(part(desk, 'desk-drafts')!, 'unsaved', { value: true });
      const leaving = root(desk).querySelector<HTMLDialogElement>('dialog.leaving')!;
      history.back();
      await waitUntil(() => leaving.open);
      await expect(desk).to.be.accessible();
      named(desk, 'dialog.leaving button', '留在本页').click();
      await waitUntil(() => !leaving.open && location.pathname === '/desk/drafts', 'the address is again that of the page');
      expect(part(desk, 'desk-drafts')).to.not.equal(null);
      root(desk).querySelector<HTMLElement>('.rail a[href="/desk/"]')!.click();
      await waitUntil(() => leaving.open);
      named(desk, 'dialog.leaving button', '不保存，离开').click();
      await waitUntil(() => part(desk, 'desk-inbox'));
    });

    it('lets the same person sign in again over the page, and loses nothing of it', async () => {
      const desk = await inbox();
      let expired = true;
      api.answer('/v1/disclosures', () => (expired ? signedOut() : { items: [], total: { value: 0, relation: 'eq' } }));
      api.answer('POST /v1/auth/sign-in/username', () => ((expired = false), { token: 't' }));
      root(desk).querySelector<HTMLElement>('.rail a[href="/desk/published"]')!.click();
      const dialog = root(desk).querySelector<HTMLDialogElement>('dialog.expired')!;
      await waitUntil(() => dialog.open && part(desk, 'dialog desk-sign-in'));
      const page = part(desk, 'desk-published')!;
      root(page).querySelector<HTMLInputElement>('input[name=q]')!.value = '采砂';
      await expect(desk).to.be.accessible();
      const form = part(desk, 'dialog desk-sign-in')!;
      expect(root(form).querySelector<HTMLInputElement>('input[name=username]')!.readOnly).to.equal(true);
      fill(form, 'password', 'right one');
      submit(form);
      await waitUntil(() => text(page).includes('没有符合条件的已发布信息。'), 'what was asked is answered');
      expect(dialog.open).to.equal(false);
      expect(part(desk, 'desk-published')).to.equal(page);
      expect(root(page).querySelector<HTMLInputElement>('input[name=q]')!.value).to.equal('采砂');
      expect(api.written.at(-1)!.body).to.deep.equal({ username: 'water-editor', password: 'right one' });
    });

    it('takes no passkey of somebody else for what one person has typed', async () => {
      using _ = withPasskeys();
      const desk = await inbox();
      let expired = true;
      api.answer('/v1/auth/passkey/list-user-passkeys', () => (expired ? signedOut() : []));
      api.answer('POST /v1/auth/passkey/verify-authentication', { session: {}, user: { username: 'somebody-else' } });
      root(desk).querySelector<HTMLElement>('.rail a[href="/desk/settings"]')!.click();
      const dialog = root(desk).querySelector<HTMLDialogElement>('dialog.expired')!;
      await waitUntil(() => dialog.open && part(desk, 'dialog desk-sign-in'));
      const form = part(desk, 'dialog desk-sign-in')!;
      await waitUntil(() => root(form).querySelector('form'));
      named(form, 'button', '使用通行密钥登录').click();
      await waitUntil(() => text(form).includes('这是另一个账户的通行密钥'));
      expect(api.written.map(({ what }) => what)).to.deep.equal(['POST /v1/auth/passkey/verify-authentication', 'POST /v1/auth/sign-out']);
      expect(dialog.open).to.equal(true);
      expired = false;
      api.answer('POST /v1/auth/passkey/verify-authentication', { session: {}, user: { username: 'water-editor' } });
      named(form, 'button', '使用通行密钥登录').click();
      await waitUntil(() => !dialog.open);
    });

    it('signs out to an empty desk', async () => {
      const desk = await inbox();
      root(desk).querySelector<HTMLElement>('.rail a[href="/desk/drafts"]')!.click();
      await waitUntil(() => part(desk, 'desk-drafts'));
      named(desk, '.account button', '退出登录').click();
      await waitUntil(() => part(desk, 'main desk-sign-in'));
      expect(api.written.at(-1)!.what).to.equal('POST /v1/auth/sign-out');
      expect(location.pathname).to.equal('/desk/');
      expect(root(desk).querySelector('desk-drafts')).to.equal(null);
    });

    it('says why it does not start, and tries again', async () => {
      api.answer('/v1/staff/me', refusal(500, 'internal'));
      const desk = await open();
      await waitUntil(() => text(desk).includes('工作台没有打开。'));
      expect(text(desk)).to.include('r-1');
      api.answer('/v1/staff/me', EDITOR);
      named(desk, 'button', '重试').click();
      await waitUntil(() => part(desk, 'desk-inbox'));
    });
  });
});
