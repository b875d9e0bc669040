import type { AgencyRef } from '@sunlit/client';
import type { Webhook, WebhookSecret } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { onlyAgency, type AgencyChosenEvent } from '../admin/agency-choice.ts';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { CancelEvent, field } from '../published/form.ts';
import { WebhookElement } from './page.ts';

const EVENTS: readonly Webhook['events'][number][] = ['published', 'amended', 'repealed', 'expired', 'withdrawn'];

/** A webhook was made. */
export class WebhookMadeEvent extends Event {
  static readonly type = 'desk-webhook-made';
  readonly made: WebhookSecret;

  constructor(made: WebhookSecret) {
    super(WebhookMadeEvent.type);
    this.made = made;
  }
}

/**
 * @summary Adds a webhook: for which agency, to which address, at which changes.
 */
export class DeskNewWebhook extends WebhookElement {
  static override styles = [WebhookElement.styles, css`
    .events {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.5em;
    }
  `];

  @state() private agency: AgencyRef | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.agency = onlyAgency(this.me);
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    const lacking = wrong.get('events') ?? [...wrong].find(([name]) => name.startsWith('events.'))?.[1];
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#create}>
      <h2 id="title">${t('add')}</h2>
      ${error === undefined || lacking !== undefined || wrong.has('url') || wrong.has('agencyId') ? nothing : problem(say, error)}
      <desk-agency-choice .label=${t('agency')} .chosen=${this.agency} .wrong=${wrong.get('agencyId') ?? ''} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => (this.agency = agency)}></desk-agency-choice>
      ${field({ name: 'url', label: t('url'), hint: t('url.hint'), wrong: wrong.get('url') },
        (described, invalid) => html`<input class="field" id="url" name="url" type="url" maxlength="2000" autocomplete="off" spellcheck="false" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <fieldset aria-describedby="lacking"><legend class="label">${t('events')}</legend>
        <div class="events">${EVENTS.map((event) => html`<label class="check"><input type="checkbox" name="events" value=${event} checked>${t(`event.${event}`)}</label>`)}</div>
        <p class="wrong" id="lacking" role="alert">${lacking ?? ''}</p></fieldset>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t('add')}</button>
      </div>
    </form>`;
  }

  readonly #create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, agency } = this;
    const url = typed(this.form)('url');
    const chosen = new FormData(this.form ?? undefined).getAll('events');
    const events = EVENTS.filter((one) => chosen.includes(one));
    const wrong = { url: url === '' ? say('required') : undefined, agencyId: agency ? undefined : t('agency.missing'), events: events.length === 0 ? t('events.missing') : undefined };
    if (this.#sending.refuse(wrong) || !agency) return;
    const made = await this.#sending.send(() => this.desk.client.webhooks.create({ agencyId: agency.id, url, events }));
    if (made) this.dispatchEvent(new WebhookMadeEvent(made));
  };
}
