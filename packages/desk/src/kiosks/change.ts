import type { Kiosk } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { CancelEvent, DoneEvent, field } from '../published/form.ts';
import { KioskElement } from './page.ts';

/**
 * @summary Changes the name and the place of a touch screen, and the message of the day on it.
 */
export class DeskKioskChange extends KioskElement {
  @property({ attribute: false }) kiosk: Kiosk | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, kiosk } = this;
    if (!kiosk) return nothing;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#save}>
      <h2 id="title">${t('change.title', { name: kiosk.name })}</h2>
      ${error === undefined || wrong.size > 0 ? nothing : problem(say, error)}
      ${field({ name: 'name', label: t('name'), wrong: wrong.get('name') },
        (described, invalid) => html`<input class="field" id="name" name="name" maxlength="60" autocomplete="off" .value=${kiosk.name} aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${field({ name: 'place', label: t('place'), wrong: wrong.get('place') },
        (described, invalid) => html`<input class="field" id="place" name="place" maxlength="100" autocomplete="off" .value=${kiosk.place} aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${field({ name: 'message', label: t('message'), hint: t('message.hint'), wrong: wrong.get('message') ?? wrong.get('message.text') },
        (described, invalid) => html`<input class="field" id="message" name="message" maxlength="200" autocomplete="off" .value=${kiosk.message?.text ?? ''} aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${field({ name: 'until', label: t('message.until'), wrong: wrong.get('until') ?? wrong.get('message.until') },
        (described, invalid) => html`<input class="field" id="until" name="until" type="date" .value=${kiosk.message?.until ?? ''} aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t('change.go')}</button>
      </div>
    </form>`;
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, kiosk } = this;
    const value = typed(this.form);
    const [name, place, text, until] = [value('name'), value('place'), value('message'), value('until')];
    const wrong = { name: name === '' ? say('required') : undefined, place: place === '' ? say('required') : undefined, until: text !== '' && until === '' ? t('message.until.missing') : undefined };
    if (!kiosk || this.#sending.refuse(wrong)) return;
    const saved = await this.#sending.send(() => this.desk.client.kiosks.save(kiosk.id, { name, place, ...(text === '' ? {} : { message: { text, until } }) }));
    if (!saved) return;
    this.desk.say(t('changed', { name }));
    this.dispatchEvent(new DoneEvent());
  };
}
