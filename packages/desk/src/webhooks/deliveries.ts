import type { Delivery, Webhook } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { Sending } from '../admin/sending.ts';
import { moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { WebhookElement } from './page.ts';

const LOOKS: Readonly<Record<Delivery['state'], string>> = { waiting: '', delivered: 'good', failed: 'bad' };
const AT_ONCE = 10;

/**
 * @summary What was sent to a webhook or waits for it: when, with what answer, and sending it again.
 */
export class DeskDeliveries extends WebhookElement {
  static override styles = [WebhookElement.styles, css`
    .sunlit > * + * {
      margin-top: 0.5em;
    }
    .head {
      align-items: center;
    }
  `];

  @property({ attribute: false }) webhook: Webhook | undefined;

  readonly #deliveries = new Rows<Delivery>(this, {
    key: () => this.webhook?.id ?? '',
    fetch: (cursor, signal) => this.desk.client.webhooks.deliveries(this.webhook?.id ?? '', { limit: AT_ONCE, ...(cursor && { cursor }) }, { signal }),
  });
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult {
    const { t, say, webhook } = this;
    const { error } = this.#sending;
    return html`<div class="head"><h3>${t('deliveries')}</h3><button class="button" type="button" @click=${this.#deliveries.reload}>${t('deliveries.refresh')}</button></div>
      ${error === undefined ? nothing : problem(say, error)}
      ${this.#list()}
      ${webhook?.state === 'on' || this.#deliveries.items.length === 0 ? nothing : html`<p class="small muted">${t('resend.off')}</p>`}`;
  }

  #list(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#deliveries;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 2);
    if (items.length === 0) return html`<p class="muted">${t('deliveries.none')}</p>`;
    return html`<ul class="rows">${items.map((delivery) => this.#row(delivery))}</ul>${moreRows(say, this.#deliveries)}`;
  }

  #row(delivery: Delivery): TemplateResult {
    const { t, language } = this;
    const { seq, type, state: stands, attempts, status, reason, createdAt, triedAt, milliseconds } = delivery;
    const count = (number: number) => formatNumber(number, language);
    const facts = [
      triedAt === undefined ? t('delivery.made', { time: formatMoment(createdAt, language) }) : t('delivery.tried', { time: formatMoment(triedAt, language) }),
      status !== undefined && t('delivery.status', { status }),
      reason !== undefined && t(`reason.${reason}`),
      milliseconds !== undefined && t('delivery.took', { count: count(milliseconds) }),
      attempts > 1 && t('delivery.attempts', { count: count(attempts) }),
    ];
    return html`<li class="row">
      <div class="what"><p>${t('delivery', { seq, event: t(`event.${type}`) })} <span class="badge ${LOOKS[stands]}">${t(`delivery.${stands}`)}</span></p>
        <p class="facts">${facts.map((fact) => (fact === false ? nothing : html`<span>${fact}</span>`))}</p></div>
      ${this.webhook?.state === 'on' && attempts > 0
        ? html`<button class="button" type="button" aria-label=${t('resend.of', { seq })} aria-disabled=${String(this.#sending.busy)} @click=${() => this.#resend(delivery)}>${t('resend')}</button>` : nothing}
    </li>`;
  }

  async #resend({ id, seq }: Delivery): Promise<void> {
    const webhook = this.webhook?.id;
    if (webhook === undefined || !(await this.#sending.send(() => this.desk.client.webhooks.resend(webhook, id)))) return;
    this.desk.say(this.t('resent', { seq }));
    this.#deliveries.reload();
  }
}
