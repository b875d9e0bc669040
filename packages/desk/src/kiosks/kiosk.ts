import type { Kiosk } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDay, formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Sending } from '../admin/sending.ts';
import { Dialog } from '../frame/dialog.ts';
import { problem } from '../frame/problem.ts';
import { DoneEvent } from '../published/form.ts';
import { CodeMadeEvent } from './new.ts';
import { KioskElement } from './page.ts';
import { LOOKS, lasting, whatIsWrong } from './standing.ts';

/** What a dialog is open for. */
type Asked = 'change' | 'pin' | 'code' | 'revoke';

/**
 * @summary One touch screen: how it is, since when, what to do, and what can be ordered from it.
 */
export class DeskKiosk extends KioskElement {
  static override styles = [KioskElement.styles, css`
    .row {
      align-items: start;
    }
    .row:hover {
      background: none;
    }
    .what > * + * {
      margin-top: 0.35em;
    }
    .name {
      font-weight: 600;
    }
    .wrong-list {
      padding: 0;
      list-style: none;
    }
    .wrong-list > li + li {
      margin-top: 0.5em;
    }
    .badge svg {
      width: 1em;
      height: 1em;
      vertical-align: -0.12em;
    }
    .button[aria-expanded='true'] {
      border-color: var(--_accent);
      background: var(--_accent-soft);
      color: var(--_accent-strong);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
      padding: 0 1em 1em;
    }
    .acts[hidden] {
      display: none;
    }
  `];

  @property({ attribute: false }) kiosk: Kiosk | undefined;
  /** What the server took for now when it was asked. */
  @property({ attribute: false }) now = '';

  /** Whether what can be ordered is shown. */
  @state() private open = false;
  readonly #sending = new Sending(this);
  readonly #asking = new Dialog<Asked>(this, 'dialog');

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, language, kiosk, now } = this;
    if (!kiosk) return nothing;
    const { name, place, agency, state: stands, message, reload, revokedAt } = kiosk;
    const wrong = whatIsWrong(t, language, kiosk, now);
    return html`<div class="row">
        <div class="what">
          <p><span class="name"><bdi>${name}</bdi></span> <span class="badge ${LOOKS[stands]}">${stands === 'red' || stands === 'amber' ? icons.warning : nothing} ${t(`state.${stands}`)}</span></p>
          <p class="facts"><span><bdi>${agency.name}</bdi></span><span><bdi>${place}</bdi></span>${this.#facts(kiosk)}</p>
          ${wrong.length === 0 ? nothing : html`<ul class="wrong-list">${wrong.map(({ what, todo }) => html`<li><p>${what}</p><p class="small muted">${todo}</p></li>`)}</ul>`}
          ${message ? html`<p class="small">${t('message.shown', { text: message.text, day: formatDay(message.until, language) })}</p>` : nothing}
          ${reload ? html`<p class="small muted">${reload.doneAt === undefined ? t('reload.waiting', { time: formatMoment(reload.at, language) }) : t('reload.done', { time: formatMoment(reload.doneAt, language) })}</p>` : nothing}
          ${revokedAt === undefined ? nothing : html`<p class="small muted">${t('revoked.at', { time: formatMoment(revokedAt, language) })}</p>`}
        </div>
        ${stands === 'revoked' || !this.desk.may('kiosks.manage') ? nothing : html`<div class="marks">
          <button class="button" type="button" aria-expanded=${String(this.open)} aria-controls="acts" aria-label=${t('manage.of', { name })} @click=${() => (this.open = !this.open)}>${t('manage')}</button></div>`}
      </div>
      ${this.#sending.error === undefined || this.#asking.subject ? nothing : problem(say, this.#sending.error)}
      <div class="acts" id="acts" role="group" aria-label=${t('manage.of', { name })} ?hidden=${!this.open}>${this.open ? this.#acts(kiosk) : nothing}</div>
      <dialog aria-label=${t('manage.of', { name })} @close=${this.#asking.close}>${this.#asked(kiosk)}</dialog>`;
  }

  /** What it last said, where it has said anything. */
  #facts({ heard, pin, reasons, enrolledAt, state: stands }: Kiosk): TemplateResult[] {
    const { t, language, now } = this;
    const facts = [
      heard && !reasons.some(({ code }) => code === 'silent') && t('heard', { lasting: lasting(t, language, heard.at, now) }),
      heard && t('version', { version: heard.version }),
      heard?.dataDate !== undefined && t('data-date', { time: formatMoment(heard.dataDate, language) }),
      heard && heard.errors > 0 && t('errors', { count: formatNumber(heard.errors, language), code: heard.lastError ?? '-' }),
      heard?.touchAge !== undefined && t('touched', { lasting: lasting(t, language, new Date(Date.parse(heard.at) - heard.touchAge * 1000).toISOString(), heard.at) }),
      stands !== 'revoked' && enrolledAt !== undefined && !pin && t('pin.none'),
    ];
    return facts.flatMap((fact) => (fact ? [html`<span>${fact}</span>`] : []));
  }

  #acts({ id, name, enrolledAt }: Kiosk): TemplateResult {
    const { t } = this;
    const act = (asked: Asked, text: string) => html`<button class="button" type="button" @click=${() => this.#ask(asked)}>${text}</button>`;
    return html`${act('change', t('change'))}
      ${enrolledAt === undefined ? nothing : html`<button class="button" type="button" aria-disabled=${String(this.#sending.busy)} @click=${() => this.#reload(id, name)}>${t('reload')}</button>`}
      ${act('pin', t('pin.change'))}${act('code', t('code'))}${act('revoke', t('revoke'))}`;
  }

  #asked(kiosk: Kiosk): TemplateResult | typeof nothing {
    switch (this.#asking.subject) {
      case 'change': return html`<desk-kiosk-change .kiosk=${kiosk} @desk-cancel=${this.#asking.close} @desk-done=${this.#done}></desk-kiosk-change>`;
      case 'pin': return html`<desk-kiosk-pin .kiosk=${kiosk} @desk-cancel=${this.#asking.close} @desk-done=${this.#done}></desk-kiosk-pin>`;
      case 'code': return this.#sure(this.t('code.sure', { name: kiosk.name }), this.t(kiosk.enrolledAt === undefined ? 'code.text' : 'code.text.enrolled'), this.t('code'), 'primary', () => this.#renew(kiosk.id));
      case 'revoke': return this.#sure(this.t('revoke.sure', { name: kiosk.name }), this.t('revoke.text'), this.t('revoke'), 'danger', () => this.#revoke(kiosk));
      case undefined: return nothing;
    }
  }

  #sure(title: string, text: string, act: string, look: 'primary' | 'danger', go: () => void): TemplateResult {
    const { error, busy } = this.#sending;
    return html`<div class="form">
      <h2>${title}</h2>
      <p>${text}</p>
      ${error === undefined ? nothing : problem(this.say, error)}
      <div class="buttons">
        <button class="button" type="button" @click=${this.#asking.close}>${this.say('cancel')}</button>
        <button class="button ${look}" type="button" aria-disabled=${String(busy)} @click=${go}>${act}</button>
      </div>
    </div>`;
  }

  #ask(asked: Asked): void {
    this.#sending.clear();
    this.#asking.open(asked);
  }

  readonly #done = (): void => {
    this.#asking.close();
    this.dispatchEvent(new DoneEvent());
  };

  async #reload(id: string, name: string): Promise<void> {
    if (!(await this.#sending.send(() => this.desk.client.kiosks.reload(id)))) return;
    this.desk.say(this.t('reload.ordered', { name }));
    this.dispatchEvent(new DoneEvent());
  }

  async #renew(id: string): Promise<void> {
    const made = await this.#sending.send(() => this.desk.client.kiosks.renewCode(id));
    if (!made) return;
    this.#asking.close();
    this.dispatchEvent(new CodeMadeEvent(made));
  }

  async #revoke({ id, name }: Kiosk): Promise<void> {
    if (!(await this.#sending.send(() => this.desk.client.kiosks.revoke(id)))) return;
    this.desk.say(this.t('revoke.done', { name }));
    this.#done();
  }
}
