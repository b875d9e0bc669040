import type { Kiosk } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { CancelEvent, DoneEvent, field } from '../published/form.ts';
import { KioskElement } from './page.ts';

/** As the server takes them. */
const PIN = /^\d{6,12}$/;

/**
 * @summary Sets the PIN with which staff leave the app on a touch screen, or takes it away.
 */
export class DeskKioskPin extends KioskElement {
  @property({ attribute: false }) kiosk: Kiosk | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, kiosk } = this;
    if (!kiosk) return nothing;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#set}>
      <h2 id="title">${t('pin.title', { name: kiosk.name })}</h2>
      <p>${t('pin.text')}</p>
      ${error === undefined || wrong.size > 0 ? nothing : problem(say, error)}
      ${field({ name: 'pin', label: t('pin'), hint: t('pin.hint'), wrong: wrong.get('pin') },
        (described, invalid) => html`<input class="field" id="pin" name="pin" inputmode="numeric" maxlength="12" autocomplete="off" spellcheck="false" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="buttons">
        ${kiosk.pin ? html`<button class="button" type="button" aria-disabled=${String(busy)} @click=${() => this.#send(kiosk, undefined)}>${t('pin.remove')}</button>` : nothing}
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t('pin.go')}</button>
      </div>
    </form>`;
  }

  readonly #set = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const pin = typed(this.form)('pin');
    if (!this.kiosk || this.#sending.refuse({ pin: PIN.test(pin) ? undefined : this.t('pin.wrong') })) return;
    await this.#send(this.kiosk, pin);
  };

  async #send({ id, name }: Kiosk, pin: string | undefined): Promise<void> {
    if (!(await this.#sending.send(() => this.desk.client.kiosks.setPin(id, pin)))) return;
    this.desk.say(this.t(pin === undefined ? 'pin.removed' : 'pin.set', { name }));
    this.dispatchEvent(new DoneEvent());
  }
}
