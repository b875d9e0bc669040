import type { TwoFactorSetup } from '@sunlit/client/desk';
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { encode } from 'uqr';
import { problem } from '../../frame/problem.ts';
import { field } from '../../published/form.ts';
import { AdminPage } from '../page.ts';
import { Sending, typed } from '../sending.ts';

/**
 * @summary Sets up the second factor with a QR code and backup codes, or takes it away.
 */
export class DeskTwoFactor extends AdminPage {
  static override styles = [AdminPage.styles, css`
    .qr {
      display: block;
      width: 13em;
      max-width: 100%;
      border-radius: var(--_radius);
    }
    .codes {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
      gap: 0.25em 1em;
    }
  `];

  /** As it was set here; otherwise as the person signed in with it. */
  @state() private changed: boolean | undefined;
  @state() private setup: TwoFactorSetup | undefined;
  @query('form') private readonly form!: HTMLFormElement;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult {
    const { setup } = this;
    return setup ? this.#confirmation(setup) : this.#password(this.changed ?? this.me.twoFactor);
  }

  #password(on: boolean): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-label=${t('account.factor')} @submit=${on ? this.#disable : this.#enable}>
      <p>${t(on ? 'factor.on' : 'factor.off')}</p>
      ${error === undefined ? nothing : problem(say, error)}
      ${field({ name: 'password', label: say('password.current'), wrong: wrong.get('password') },
        (described, invalid) => html`<input class="field" id="password" name="password" type="password" autocomplete="current-password" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="buttons"><button class="button ${on ? 'danger' : 'primary'}" aria-disabled=${String(busy)}>${t(on ? 'factor.disable' : 'factor.enable')}</button></div>
    </form>`;
  }

  #confirmation({ uri, backupCodes }: TwoFactorSetup): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-label=${t('account.factor')} @submit=${this.#confirm}>
      <div class="two">
        <div class="form"><p>${t('factor.scan')}</p>${qr(uri, t('factor.qr'))}
          <p class="small">${t('factor.by-hand')}</p><p class="secret">${new URL(uri).searchParams.get('secret')}</p></div>
        <div class="form"><p>${t('factor.backup')}</p><ul class="codes secret">${backupCodes.map((code) => html`<li>${code}</li>`)}</ul></div>
      </div>
      ${error === undefined ? nothing : problem(say, error)}
      ${field({ name: 'code', label: say('sign-in.code'), hint: say('sign-in.code.hint'), wrong: wrong.get('code') },
        (described, invalid) => html`<input class="field" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="buttons">
        <button class="button" type="button" @click=${this.#leave}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t('factor.confirm')}</button>
      </div>
    </form>`;
  }

  readonly #enable = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const password = this.#typedPassword();
    if (password === undefined) return;
    this.setup = await this.#sending.send(() => this.desk.client.session.enableTwoFactor(password));
  };

  readonly #confirm = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const code = typed(this.form)('code').replaceAll(/\s/g, '');
    if (this.#sending.refuse({ code: code === '' ? this.say('required') : undefined })) return;
    const done = await this.#sending.send(async () => {
      await this.desk.client.session.verifyCode(code);
      return true;
    });
    if (!done) return;
    this.setup = undefined;
    this.changed = true;
    this.desk.say(this.t('factor.enabled'));
  };

  readonly #disable = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const password = this.#typedPassword();
    if (password === undefined) return;
    const done = await this.#sending.send(async () => {
      await this.desk.client.session.disableTwoFactor(password);
      return true;
    });
    if (!done) return;
    this.changed = false;
    this.form.reset();
    this.desk.say(this.t('factor.disabled'));
  };

  #typedPassword(): string | undefined {
    const password = String(new FormData(this.form).get('password') ?? '');
    return this.#sending.refuse({ password: password === '' ? this.say('required') : undefined }) ? undefined : password;
  }

  readonly #leave = (): void => {
    this.setup = undefined;
    this.#sending.clear();
  };
}

/** A QR code as one path; dark on light whatever the scheme, since cameras expect that. */
function qr(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">${svg`<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d=${path}/>`}</svg>`;
}
