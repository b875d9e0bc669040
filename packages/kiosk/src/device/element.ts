import { isSunlitError } from '@sunlit/client/kiosk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SunlitElement } from '../../../../src/shared/element.ts';
import { formatMoment } from '../../../../src/shared/format.ts';
import type { DeviceLife } from './life.ts';
import { deviceStrings, type DeviceKey } from './strings/index.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'delete', '0', 'enter'] as const;
const LENGTH = 10;
/** In the groups in which the desk shows it. */
const GROUPS = [[0, 3], [3, 6], [6, 10]] as const;

/**
 * @summary Registers this device by the code that the desk shows, on ten large buttons; or says as what it is registered, and how it stands.
 */
export class KioskEnrol extends SunlitElement<DeviceKey> {
  static override styles = [SunlitElement.styles, css`
    .sunlit,
    .keys {
      display: grid;
      gap: 0.8em;
    }
    .keys {
      grid-template-columns: repeat(3, 1fr);
    }
    .button {
      min-height: max(72px, 2.8em);
      font-size: 1.2em;
    }
    .code {
      display: flex;
      justify-content: center;
      gap: 0.8em;
      margin: 0;
      min-height: 1.6em;
      font: 1.8em ui-monospace, monospace;
      letter-spacing: 0.1em;
    }
    h2,
    p {
      margin: 0;
    }
  `];

  protected override readonly strings = deviceStrings;

  @property({ attribute: false }) device: DeviceLife | undefined;

  @state() private code = '';
  @state() private busy = false;
  @state() private failure: unknown;
  /** Somebody registers it anew although it is registered. */
  @state() private again = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // When it was last heard changes inside the device, which stays the same one.
    this.#timer = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** Nothing of a code that somebody began to type stays. */
  reset(): void {
    this.code = '';
    this.failure = undefined;
    this.again = false;
  }

  protected override view(): TemplateResult | typeof nothing {
    if (!this.device) return nothing;
    return this.device.registration && !this.again ? this.#registered(this.device) : this.#entry();
  }

  #registered({ registration, heardAt, error }: DeviceLife): TemplateResult {
    const { t, language } = this;
    return html`<h2>${t('registered')}</h2>
      <p><bdi>${registration?.name}</bdi>, <bdi>${registration?.agency.name}</bdi></p>
      <p>${heardAt === undefined ? t('heard.not-yet') : t('heard', { time: formatMoment(heardAt, language) })}</p>
      ${error === undefined ? nothing : html`<p class="notice warn">${this.#reason(error)}</p>`}
      <button class="button" type="button" data-action="again" @click=${() => (this.again = true)}>${t('again')}</button>`;
  }

  #entry(): TemplateResult {
    const { t, code, busy, failure, again } = this;
    return html`<h2 id="title">${t('title')}</h2>
      <p>${t(again ? 'text.again' : 'text')}</p>
      <p class="code" role="status" aria-label=${t('typed', { code: [...code].join(' ') || t('nothing') })}>${GROUPS.map(([from, to]) => html`<span aria-hidden="true">${code.slice(from, to).padEnd(to - from, '–')}</span>`)}</p>
      <div role="alert">${failure === undefined ? nothing : html`<p class="notice bad">${this.#reason(failure)}</p>`}${busy ? t('busy') : nothing}</div>
      <div class="keys" role="group" aria-labelledby="title">${KEYS.map((key) => html`<button class="button ${key === 'enter' ? 'primary' : ''}" type="button" data-key=${key}
        aria-disabled=${String(busy || (key === 'enter' && code.length < LENGTH))} @click=${() => void this.#key(key)}>${key === 'delete' || key === 'enter' ? t(key) : key}</button>`)}</div>
      ${again ? html`<button class="button quiet" type="button" data-action="keep" @click=${() => this.reset()}>${t('keep')}</button>` : nothing}`;
  }

  /** The server's own words where it answered, since it knows the code. */
  #reason(error: unknown): string {
    const { t } = this;
    if (!isSunlitError(error)) return t('error.storage');
    if (error.code === 'code-refused') return t('error.code');
    if (error.code === 'too-many-requests') return t('error.often', { minutes: Math.ceil((error.retryAfter ?? 60) / 60) });
    return error.requestId === undefined ? t('error.network') : error.hint;
  }

  async #key(key: (typeof KEYS)[number]): Promise<void> {
    if (this.busy) return;
    this.failure = undefined;
    if (key === 'delete') this.code = this.code.slice(0, -1);
    else if (key !== 'enter') this.code = (this.code + key).slice(0, LENGTH);
    else if (this.code.length === LENGTH) await this.#enrol(this.code);
  }

  async #enrol(code: string): Promise<void> {
    this.busy = true;
    try {
      await this.device?.enrol(code);
      this.reset();
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }
}
