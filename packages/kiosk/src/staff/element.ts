import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SunlitElement } from '../../../../src/shared/element.ts';
import { formatMoment } from '../../../../src/shared/format.ts';
import { VERSION } from '../../../../src/shared/version.ts';
import '../device/define.ts';
import { enrolForm, type DeviceLife, type PinAnswer } from '../device/index.ts';
import { kioskIcons } from '../shell/icons.ts';
import { refusedOf, waitingOf, type Standing } from '../shell/strip.ts';
import { kioskStrings, type KioskKey } from '../strings/index.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'delete', '0', 'enter'] as const;
const LONGEST_PIN = 12;

const staffStyles = css`
  .sunlit {
    height: 100%;
  }
  .staff {
    box-sizing: border-box;
    min-height: 100%;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 1em;
    padding: 2em;
    background: var(--_surface);
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(3, minmax(88px, 4.5em));
    gap: 0.6em;
  }
  .keys .button {
    min-height: max(80px, 3em);
    font-size: 1.3em;
  }
  .dots {
    min-height: 1.6em;
    font-size: 1.6em;
    letter-spacing: 0.3em;
  }
  .menu {
    display: grid;
    gap: 0.8em;
    width: min(100%, 26em);
  }
  .menu .button {
    min-height: max(72px, 2.8em);
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.2em 1.2em;
  }
`;

/** What staff can do at the screen, behind a PIN. */
export class KioskStaff extends SunlitElement<KioskKey> {
  static override styles = [SunlitElement.styles, staffStyles];

  protected override readonly strings = kioskStrings;

  @property({ attribute: false }) standing: Standing | undefined;
  /** This device as the server knows it; while it has no PIN, whoever sets it up comes in. */
  @property({ attribute: false }) device: DeviceLife | undefined;

  @state() private pin = '';
  @state() private open = false;
  /** `failed`: the device cannot note the attempt, without which there would be no end of them. */
  @state() private answer: PinAnswer | 'failed' | undefined;
  @state() private leaving = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.reset();
  }

  reset(): void {
    this.pin = '';
    this.open = this.leaving = false;
    this.answer = undefined;
  }

  protected override view(): TemplateResult {
    return html`<section class="staff">${this.open || !this.device?.registration?.pin ? this.#menu() : this.#entry()}</section>`;
  }

  #entry(): TemplateResult {
    const { t, pin, answer } = this;
    const wait = this.device?.pinWait ?? 0;
    return html`<h1>${t('staff.title')}</h1><p>${t('staff.pin')}</p>
      <p class="dots" aria-hidden="true">${'●'.repeat(pin.length)}</p>
      <p role="alert">${wait > 0 ? t('staff.wait', { n: wait }) : answer === 'wrong' ? t('staff.wrong') : answer === 'unavailable' || answer === 'failed' ? t(`staff.${answer}`) : nothing}</p>
      <div class="keys">${KEYS.map((key) => html`<button class="button ${key === 'enter' ? 'primary' : ''}" type="button" data-key=${key} ?disabled=${wait > 0} aria-label=${key === 'delete' ? t('staff.delete') : nothing} @click=${() => void this.#key(key)}>
        ${key === 'delete' ? kioskIcons.back : key === 'enter' ? t('staff.enter') : key}</button>`)}</div>
      ${this.#backButton()}`;
  }

  #menu(): TemplateResult {
    const { t, standing, language } = this;
    const asOf = standing?.replica?.asOf;
    return html`<h1>${t('staff.title')}</h1>
      ${this.device?.registration ? nothing : html`<p class="notice warn">${t('staff.unset')}</p>`}
      <dl><dt>${t('staff.version')}</dt><dd>${VERSION}</dd><dt>${t('staff.asOf')}</dt><dd>${asOf ? formatMoment(asOf, language) : '-'}</dd>
        <dt>${t('staff.waiting')}</dt><dd>${standing ? waitingOf(standing) : 0}</dd><dt>${t('staff.refused')}</dt><dd>${standing ? refusedOf(standing) : 0}</dd></dl>
      <div class="menu">${this.device ? enrolForm(this.device) : nothing}
        <button class="button" type="button" data-action="reload" @click=${() => location.replace(location.href)}>${t('staff.reload')}</button>
        <button class="button" type="button" data-action="exit" @click=${() => this.#exit()}>${t('staff.leave')}</button>
        ${this.leaving ? html`<p role="status">${t('staff.leave.text')}</p>` : nothing}
        ${this.#backButton()}</div>`;
  }

  #backButton(): TemplateResult {
    return html`<button class="button quiet" type="button" data-action="back" @click=${() => this.dispatchEvent(new Event('kiosk-leave', { bubbles: true, composed: true }))}>${kioskIcons.home}${this.t('staff.back')}</button>`;
  }

  /** A page cannot close the browser that shows it; it can leave a full screen of its own. */
  #exit(): void {
    this.leaving = true;
    if (document.fullscreenElement) void document.exitFullscreen();
  }

  async #key(key: (typeof KEYS)[number]): Promise<void> {
    this.answer = undefined;
    if (key === 'delete') this.pin = this.pin.slice(0, -1);
    else if (key !== 'enter') this.pin = (this.pin + key).slice(0, LONGEST_PIN);
    else {
      const { pin } = this;
      this.pin = '';
      if (pin === '') return;
      this.answer = await this.device?.checkPin(pin).catch(() => 'failed' as const);
      this.open = this.answer === 'right';
    }
  }
}
