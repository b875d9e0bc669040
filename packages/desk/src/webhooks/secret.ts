import type { WebhookSecret } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { copy } from '../../../../src/disclosure/copy.ts';
import { DoneEvent } from '../published/form.ts';
import { WebhookElement } from './page.ts';

/**
 * @summary The secret of a webhook that was just made, this once, with what the receiver does with it.
 */
export class DeskWebhookSecret extends WebhookElement {
  @property({ attribute: false }) made: WebhookSecret | undefined;

  @state() private copied: boolean | undefined;
  @query('h2') private readonly heading!: HTMLElement;

  protected override firstUpdated(): void {
    // After the dialog around the form has given the focus back.
    void this.updateComplete.then(() => this.heading.focus());
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, made, copied } = this;
    if (!made) return nothing;
    return html`<section class="card" aria-labelledby="secret">
      <h2 id="secret" tabindex="-1">${t('secret')}</h2>
      <p class="notice warn">${t('secret.text')}</p>
      <p><code class="muted">${made.webhook.url}</code></p>
      <p class="secret">${made.secret}</p>
      <p>${t('secret.verify')}</p>
      <p role="status">${copied === undefined ? '' : t(copied ? 'secret.copied' : 'secret.not-copied')}</p>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.#copy(made.secret)}>${t('secret.copy')}</button>
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new DoneEvent())}>${t('secret.done')}</button>
      </div>
    </section>`;
  }

  async #copy(secret: string): Promise<void> {
    this.copied = await copy(secret, this.renderRoot as ShadowRoot);
  }
}
