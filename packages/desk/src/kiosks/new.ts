import type { AgencyRef } from '@sunlit/client';
import type { KioskCode } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { onlyAgency, type AgencyChosenEvent } from '../admin/agency-choice.ts';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { CancelEvent, field } from '../published/form.ts';
import { KioskElement } from './page.ts';

/** A code was made that registers a device. */
export class CodeMadeEvent extends Event {
  static readonly type = 'desk-kiosk-code';
  readonly made: KioskCode;

  constructor(made: KioskCode) {
    super(CodeMadeEvent.type, { bubbles: true, composed: true });
    this.made = made;
  }
}

/**
 * @summary Adds a touch screen: of which agency, its name, and where it stands.
 */
export class DeskNewKiosk extends KioskElement {
  @state() private agency: AgencyRef | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);
  readonly #attempt = new Attempt();

  override connectedCallback(): void {
    super.connectedCallback();
    this.agency = onlyAgency(this.me);
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#create}>
      <h2 id="title">${t('add')}</h2>
      ${error === undefined || wrong.size > 0 ? nothing : problem(say, error)}
      <desk-agency-choice .label=${t('agency')} .chosen=${this.agency} .wrong=${wrong.get('agencyId') ?? ''} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => (this.agency = agency)}></desk-agency-choice>
      ${field({ name: 'name', label: t('name'), hint: t('name.hint'), wrong: wrong.get('name') },
        (described, invalid) => html`<input class="field" id="name" name="name" maxlength="60" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${field({ name: 'place', label: t('place'), hint: t('place.hint'), wrong: wrong.get('place') },
        (described, invalid) => html`<input class="field" id="place" name="place" maxlength="100" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t('add.go')}</button>
      </div>
    </form>`;
  }

  readonly #create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, agency } = this;
    const value = typed(this.form);
    const [name, place] = [value('name'), value('place')];
    const wrong = { agencyId: agency ? undefined : t('agency.missing'), name: name === '' ? say('required') : undefined, place: place === '' ? say('required') : undefined };
    if (this.#sending.refuse(wrong) || !agency) return;
    const body = { agencyId: agency.id, name, place };
    const made = await this.#sending.send(() => this.desk.client.kiosks.create(body, { idempotencyKey: this.#attempt.keyFor(body) }));
    if (made) this.dispatchEvent(new CodeMadeEvent(made));
  };
}
