import { isSunlitError, type Session, type SignInWays } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Language } from '../../../../src/shared/i18n.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';
import { DeskElement } from './element.ts';
import { frameIcons } from './icons.ts';
import { passkeyTrouble, passkeysWork } from './passkey.ts';
import { problem } from './problem.ts';

/** Somebody signed in. */
export class SignedInEvent extends Event {
  static readonly type = 'desk-signed-in';

  constructor() {
    super(SignedInEvent.type);
  }
}

type Step = 'password' | 'code' | 'backup';

/** Name and password, then the code of the second factor where one is set up; or a passkey, or the provider of single sign-on. */
export class DeskSignIn extends DeskElement<DeskKey> {
  static override styles = [DeskElement.styles, css`
    h1 {
      margin-bottom: 0.75em;
    }
    .buttons {
      justify-content: space-between;
    }
    .others {
      display: grid;
      gap: 0.6em;
      margin-top: 1.5em;
      padding-top: 1.5em;
      border-top: 1px solid var(--_line);
    }
  `];

  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) speaks: Language = 'zh-CN';
  @property({ attribute: false }) looks = 'auto';
  /** Whose session ran out: the same person signs in again. */
  @property({ attribute: false }) username: string | undefined;

  protected override readonly strings = deskStrings;

  @state() private step: Step = 'password';
  @state() private busy = false;
  @state() private missing: ReadonlySet<string> = new Set();
  @state() private error: unknown;
  /** What the page itself has words for. */
  @state() private refused: DeskKey | undefined;
  @state() private ways: SignInWays = {};
  @query('form') private readonly form!: HTMLFormElement;

  protected override get language(): Language {
    return this.speaks;
  }

  protected override get scheme(): string {
    return this.looks;
  }

  protected override firstUpdated(): void {
    this.#focusFirst();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Over a page with something typed nobody goes to another site.
    if (this.username !== undefined) return;
    void this.session?.ways().then((ways) => (this.ways = ways), () => undefined);
    this.#sayWhatProviderSaid();
  }

  protected override view(): TemplateResult {
    const { t, step } = this;
    const again = this.username !== undefined;
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#submit}>
      <h1 id="title" tabindex="-1">${t(step === 'password' ? (again ? 'sign-in.again.title' : 'sign-in.title') : 'sign-in.code.title')}</h1>
      ${again && step === 'password' ? html`<p>${t('sign-in.again')}</p>` : nothing}
      ${this.error === undefined ? nothing : problem(t, this.error)}
      ${this.refused === undefined ? nothing : html`<div class="notice warn" role="alert">${icons.warning}<p>${t(this.refused)}</p></div>`}
      ${step === 'password' ? html`
        ${this.#field('username', t('sign-in.name'), 'username', { value: this.username })}
        ${this.#field('password', t('sign-in.password'), 'current-password', { type: 'password' })}` : nothing}
      ${step === 'code' ? this.#field('code', t('sign-in.code'), 'one-time-code', { inputmode: 'numeric', hint: t('sign-in.code.hint') }) : nothing}
      ${step === 'backup' ? this.#field('backup', t('sign-in.backup'), 'off', { hint: t('sign-in.backup.hint') }) : nothing}
      <div class="buttons">
        ${step === 'password'
          ? html`<span></span>`
          : html`<button class="button quiet" type="button" @click=${() => this.#show(step === 'code' ? 'backup' : 'code')}>${t(step === 'code' ? 'sign-in.use-backup' : 'sign-in.use-code')}</button>`}
        <button class="button primary" aria-disabled=${String(this.busy)}>${t('sign-in.go')}</button>
      </div>
    </form>
    ${step === 'password' ? this.#others() : nothing}`;
  }

  #others(): TemplateResult | typeof nothing {
    const { t, busy } = this;
    const { singleSignOn } = this.ways;
    const passkeys = passkeysWork();
    if (!passkeys && !singleSignOn) return nothing;
    return html`<div class="others" role="group" aria-label=${t('sign-in.others')}>
      ${passkeys ? html`<button class="button" type="button" aria-disabled=${String(busy)} @click=${this.#withPasskey}>${frameIcons.key}${t('sign-in.passkey')}</button>` : nothing}
      ${singleSignOn ? html`<button class="button" type="button" aria-disabled=${String(busy)} @click=${this.#atProvider}>${singleSignOn.name ? t('sign-in.sso.named', { name: singleSignOn.name }) : t('sign-in.sso')}</button>` : nothing}
    </div>`;
  }

  #field(name: string, label: string, autocomplete: 'username' | 'current-password' | 'one-time-code' | 'off', more: { type?: string; inputmode?: string; hint?: string; value?: string | undefined }): TemplateResult {
    const missing = this.missing.has(name);
    const described = [missing && `${name}-wrong`, more.hint && `${name}-hint`].filter(Boolean).join(' ');
    return html`<div>
      <label class="label" for=${name}>${label}</label>
      <input class="field" id=${name} name=${name} type=${more.type ?? 'text'} autocomplete=${autocomplete} inputmode=${more.inputmode ?? 'text'} autocapitalize="none" spellcheck="false"
        .value=${more.value === undefined ? nothing : live(more.value)} ?readonly=${more.value !== undefined} aria-invalid=${String(missing)} aria-describedby=${described || nothing}>
      ${missing ? html`<p class="wrong" id="${name}-wrong">${this.t('required')}</p>` : nothing}
      ${more.hint ? html`<p class="hint" id="${name}-hint">${more.hint}</p>` : nothing}
    </div>`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { session } = this;
    if (this.busy || !session) return;
    this.#forget();
    const values = Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, String(value).trim()]));
    // Nothing is trimmed off a password.
    const { username = '', code = '', backup = '' } = values;
    const password = String(new FormData(this.form).get('password') ?? '');
    this.missing = new Set(Object.keys(values).filter((name) => (name === 'password' ? password : values[name]) === ''));
    if (this.missing.size > 0) return this.#focusFirst();

    this.busy = true;
    try {
      if (this.step === 'code') await session.verifyCode(code.replaceAll(/\s/g, ''));
      else if (this.step === 'backup') await session.verifyBackupCode(backup);
      else if ((await session.signIn({ username, password })) === 'code') return this.#show('code');
      this.dispatchEvent(new SignedInEvent());
    } catch (error) {
      this.error = error;
      if (isSunlitError(error) && error.code === 'not-signed-in') this.#show('password');
      else this.#focusFirst();
    } finally {
      this.busy = false;
    }
  };

  readonly #withPasskey = async (): Promise<void> => {
    const { session } = this;
    if (this.busy || !session) return;
    this.#forget();
    this.busy = true;
    try {
      const { username } = await session.signInWithPasskey();
      if (this.username === undefined || this.username === username) {
        this.dispatchEvent(new SignedInEvent());
      } else {
        // Somebody else must not go on with what this person has typed.
        await session.signOut();
        this.refused = 'passkey.other';
      }
    } catch (error) {
      this.refused = passkeyTrouble(error);
      if (this.refused === undefined) this.error = error;
    } finally {
      this.busy = false;
    }
  };

  readonly #atProvider = async (): Promise<void> => {
    const { session } = this;
    if (this.busy || !session) return;
    this.#forget();
    this.busy = true;
    try {
      const here = location.pathname;
      location.assign(await session.beginSingleSignOn({ returnTo: here, failedAt: `${here}?sso=failed` }));
    } catch (error) {
      if (isSunlitError(error) && error.code === 'unavailable') this.refused = 'sign-in.sso.away';
      else this.error = error;
      this.busy = false;
    }
  };

  /** The provider sent the browser back without anybody having been let in. */
  #sayWhatProviderSaid(): void {
    const { pathname, search } = location;
    const answered = new URLSearchParams(search);
    if (!answered.has('error')) return;
    this.refused = answered.get('error') === 'access_denied' ? 'sign-in.sso.cancelled' : 'sign-in.sso.failed';
    history.replaceState(history.state, '', pathname);
  }

  #forget(): void {
    this.error = undefined;
    this.refused = undefined;
    this.missing = new Set();
  }

  #show(step: Step): void {
    if (step !== 'password') this.error = undefined;
    this.step = step;
    this.missing = new Set();
    this.#focusFirst();
  }

  /** The first field that wants something. */
  #focusFirst(): void {
    void this.updateComplete.then(() => {
      const fields = [...this.renderRoot.querySelectorAll<HTMLInputElement>('input:not([readonly])')];
      (fields.find(({ value }) => value === '') ?? fields.pop())?.focus();
    });
  }
}
