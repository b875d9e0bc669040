import type { AgencyRef } from '@sunlit/client';
import type { Webhook, WebhookSecret } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Dialog } from '../frame/dialog.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import type { WebhookMadeEvent } from './new.ts';
import { WebhookElement } from './page.ts';

/** The webhooks of one agency. */
interface Group {
  readonly agency: AgencyRef;
  readonly webhooks: readonly Webhook[];
}

/**
 * @summary Where the public changes of my agencies are sent: adding an address, turning it off, what arrived there.
 */
export class DeskWebhooks extends WebhookElement {
  /** What was made: its secret is shown until somebody closes it, and never again. */
  @state() private made: WebhookSecret | undefined;

  readonly #groups = new Rows<Group>(this, { key: () => 'webhooks', fetch: async (_, signal) => ({ items: await this.#grouped(signal) }) });
  readonly #adding = new Dialog<true>(this, 'dialog');

  /** Who leaves before the secret was kept must make the webhook anew. */
  get unsaved(): boolean {
    return this.made !== undefined;
  }

  protected override view(): TemplateResult {
    const { t, say, made } = this;
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.webhooks')}</h1><button class="button primary" type="button" @click=${() => this.#adding.open(true)}>${t('add')}</button>
        <p class="muted">${t('text')}</p></div>
      ${made ? html`<desk-webhook-secret .made=${made} @desk-done=${() => (this.made = undefined)}></desk-webhook-secret>` : nothing}
      ${this.#list()}
      <dialog aria-label=${t('add')} @close=${this.#adding.close}>
        ${this.#adding.subject ? html`<desk-new-webhook @desk-webhook-made=${this.#added} @desk-cancel=${this.#adding.close}></desk-new-webhook>` : nothing}</dialog>
    </div>`;
  }

  #list(): TemplateResult | TemplateResult[] {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#groups;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 3);
    if (items.length === 0) return html`<p class="empty muted">${t('none')}</p>`;
    return items.map(({ agency, webhooks }) => html`<section aria-labelledby=${agency.id}>
      <h2 id=${agency.id}>${agency.name}</h2>
      <ul class="rows">${repeat(webhooks, ({ id }) => id, (webhook) => html`<li><desk-webhook .webhook=${webhook} @desk-done=${reload}></desk-webhook></li>`)}</ul>
    </section>`);
  }

  /** A webhook names its agency by id; the names of the caller's own are known, the others are asked for. */
  async #grouped(signal: AbortSignal): Promise<Group[]> {
    const { items } = await this.desk.client.webhooks.list({ signal });
    const names = new Map(this.me.grants.map(({ agency }) => [agency.id, agency.name]));
    const ids = [...new Set(items.map(({ agencyId }) => agencyId))];
    const asked = await Promise.all(ids.filter((id) => !names.has(id)).map((id) => this.desk.client.agencies.get(id, { signal })));
    for (const { id, name } of asked) names.set(id, name);
    return ids.map((id) => ({ agency: { id, name: names.get(id) ?? id }, webhooks: items.filter(({ agencyId }) => agencyId === id) }));
  }

  readonly #added = ({ made }: WebhookMadeEvent): void => {
    this.made = made;
    this.#adding.close();
    this.#groups.reload();
  };
}
