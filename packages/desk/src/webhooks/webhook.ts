import type { Webhook } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { Sending } from '../admin/sending.ts';
import { Dialog } from '../frame/dialog.ts';
import { problem } from '../frame/problem.ts';
import { DoneEvent } from '../published/form.ts';
import { WebhookElement } from './page.ts';

const LOOKS: Readonly<Record<Webhook['state'], string>> = { on: 'good', off: '', disabled: 'bad' };

/**
 * @summary One webhook: where it leads, how it stands and why, turning it off and on, removing it.
 */
export class DeskWebhook extends WebhookElement {
  static override styles = [WebhookElement.styles, css`
    .row {
      align-items: start;
    }
    .row:hover {
      background: none;
    }
    .what > * + * {
      margin-top: 0.35em;
    }
    .button[aria-expanded='true'] {
      border-color: var(--_accent);
      background: var(--_accent-soft);
      color: var(--_accent-strong);
    }
    .deliveries {
      padding: 0 1em 1em;
    }
  `];

  @property({ attribute: false }) webhook: Webhook | undefined;

  /** Whether its deliveries are shown. */
  @state() private open = false;
  readonly #turning = new Sending(this);
  readonly #removing = new Sending(this);
  readonly #leaving = new Dialog<Webhook>(this, 'dialog');

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, language, webhook, open } = this;
    if (!webhook) return nothing;
    const { url, events, createdAt } = webhook;
    const on = webhook.state === 'on';
    return html`<div class="row">
        <div class="what">
          <p><code>${url}</code> <span class="badge ${LOOKS[webhook.state]}">${t(`state.${webhook.state}`)}</span></p>
          <p class="facts"><span>${events.map((event) => t(`event.${event}`)).join(t('comma'))}</span><span>${t('created', { time: formatMoment(createdAt, language) })}</span></p>
          ${this.#standing(webhook)}
        </div>
        <div class="marks">
          <button class="button" type="button" aria-expanded=${String(open)} aria-controls="deliveries" aria-label=${t('deliveries.of', { url })} @click=${() => (this.open = !open)}>${t('deliveries')}</button>
          <button class="button" type="button" aria-label=${t(on ? 'turn-off.of' : 'turn-on.of', { url })} aria-disabled=${String(this.#turning.busy)} @click=${() => this.#turn(webhook)}>${t(on ? 'turn-off' : 'turn-on')}</button>
          <button class="button" type="button" aria-label=${t('remove.of', { url })} @click=${() => this.#ask(webhook)}>${t('remove')}</button>
        </div>
      </div>
      ${this.#turning.error === undefined ? nothing : problem(say, this.#turning.error)}
      <div class="deliveries" id="deliveries" ?hidden=${!open}>${open ? html`<desk-deliveries .webhook=${webhook}></desk-deliveries>` : nothing}</div>
      <dialog aria-labelledby="sure" @close=${this.#leaving.close}>${this.#leaving.subject ? this.#sure(this.#leaving.subject) : nothing}</dialog>`;
  }

  /** What is the matter with it, if anything is. */
  #standing({ state: stands, reason, failures, nextAt }: Webhook): TemplateResult | typeof nothing {
    const { t, language } = this;
    const why = t(reason === undefined ? 'reason.unknown' : `reason.${reason}`);
    if (stands === 'disabled') return html`<p class="notice bad">${t('state.disabled.text', { reason: why })}</p>`;
    if (stands === 'off') return html`<p class="small muted">${t('state.off.text')}</p>`;
    if (failures === 0 || nextAt === undefined) return nothing;
    return html`<p class="notice warn">${t('failing', { count: formatNumber(failures, language), reason: why, time: formatMoment(nextAt, language) })}</p>`;
  }

  #sure(webhook: Webhook): TemplateResult {
    const { t, say } = this;
    const { error, busy } = this.#removing;
    return html`<div class="form">
      <h2 id="sure">${t('remove.sure')}</h2>
      <p>${t('remove.text', { url: webhook.url })}</p>
      ${error === undefined ? nothing : problem(say, error)}
      <div class="buttons">
        <button class="button" type="button" @click=${this.#leaving.close}>${say('cancel')}</button>
        <button class="button danger" type="button" aria-disabled=${String(busy)} @click=${() => this.#remove(webhook)}>${t('remove')}</button>
      </div>
    </div>`;
  }

  async #turn({ id, state: stands }: Webhook): Promise<void> {
    const state = stands === 'on' ? 'off' : 'on';
    const turned = await this.#turning.send(() => this.desk.client.webhooks.update(id, { state }));
    if (!turned) return;
    this.webhook = turned;
    this.desk.say(this.t(state === 'on' ? 'turned-on' : 'turned-off'));
    this.dispatchEvent(new DoneEvent());
  }

  #ask(webhook: Webhook): void {
    this.#removing.clear();
    this.#leaving.open(webhook);
  }

  async #remove({ id }: Webhook): Promise<void> {
    if (!(await this.#removing.send(() => this.desk.client.webhooks.delete(id)))) return;
    this.#leaving.close();
    this.desk.say(this.t('removed'));
    this.dispatchEvent(new DoneEvent());
  }
}
