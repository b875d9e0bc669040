import { ContextConsumer } from '@lit/context';
import { isSunlitError, type SealedAnswer } from '@sunlit/client/outbox';
import { normaliseReceipt } from '@sunlit/client/requests';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SunlitElement } from '../../../../src/shared/element.ts';
import { formStyles } from '../../../../src/shared/form-styles.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { kioskContext } from '../kiosk.ts';
import { printSlip } from '../printing/slip.ts';
import { kioskIcons } from '../shell/icons.ts';
import { kioskStrings, type KioskKey } from '../strings/index.ts';
import { screenStyles } from './screen-styles.ts';

/** Twelve letters and digits, and two hyphens. */
const REFERENCE_LENGTH = 14;

type Standing =
  | { readonly is: 'open' }
  | { readonly is: 'asking' }
  | { readonly is: 'unread' | 'waiting' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'arrived'; readonly answer: SealedAnswer };

/** Where the reference on a slip is exchanged for what the server answered, once it has arrived. */
export class KioskExchange extends SunlitElement<KioskKey> {
  static override styles = [SunlitElement.styles, formStyles, screenStyles];

  protected override readonly strings = kioskStrings;
  readonly #kiosk = new ContextConsumer(this, { context: kioskContext, subscribe: true });

  /** What stands in the field at first. */
  @property({ attribute: false }) reference = '';

  @state() private written = '';
  @state() private standing: Standing = { is: 'open' };

  reset(): void {
    this.written = '';
    this.standing = { is: 'open' };
  }

  back(): boolean {
    if (this.standing.is !== 'arrived') return false;
    this.reset();
    return true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('reference')) this.written = this.reference;
  }

  protected override view(): TemplateResult {
    const { t, standing } = this;
    if (standing.is === 'arrived') return this.#arrived(standing.answer);
    return html`<section class="card">
      <h1 tabindex="-1">${t('exchange.title')}</h1>
      <p class="lead">${t('exchange.lead')}</p>
      ${this.#said()}
      <form novalidate @submit=${this.#ask}>
        <div class="row"><label class="label" for="reference">${t('exchange.reference')}</label><span class="hint" id="hint">${t('exchange.hint')}</span>
          <input class="field code" id="reference" type="text" maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint" aria-invalid=${standing.is === 'unread' ? 'true' : 'false'}
            .value=${this.written} @input=${(event: Event) => (this.written = (event.target as HTMLInputElement).value)} /></div>
        <div class="actions"><button class="button primary" type="submit" ?disabled=${standing.is === 'asking'}>${t(standing.is === 'asking' ? 'exchange.busy' : 'exchange.go')}</button></div>
      </form>
    </section>`;
  }

  #said(): TemplateResult | typeof nothing {
    const { t, standing } = this;
    switch (standing.is) {
      case 'unread': return html`<div class="notice bad" role="alert">${icons.warning}<p>${t('exchange.unread')}</p></div>`;
      case 'waiting': return html`<div class="notice warn" role="alert">${kioskIcons.track}<div><p><strong>${t('exchange.waiting')}</strong></p><p>${t('exchange.waiting.text')}</p></div></div>`;
      case 'failed': return html`<div class="notice warn" role="alert">${kioskIcons.offline}<p>${t(isSunlitError(standing.error) && standing.error.code === 'too-many-requests' ? 'exchange.busy.later' : 'exchange.failed')}</p></div>`;
      default: return nothing;
    }
  }

  #arrived({ operation, answer }: SealedAnswer): TemplateResult {
    const { t } = this;
    const kiosk = this.#kiosk.value;
    const printing = kiosk?.configuration.printing ?? 'no';
    const { receiptNo, secret, no } = answer as { readonly receiptNo?: string; readonly secret?: string; readonly no?: string };
    const isRequest = receiptNo !== undefined && secret !== undefined;
    const lines: readonly (readonly [string, string])[] = isRequest ? [[t('exchange.receiptNo'), receiptNo], [t('exchange.secret'), secret]] : no ? [[t('exchange.receiptNo'), no]] : [];
    const text: KioskKey = isRequest ? 'exchange.request' : no ? 'exchange.topic' : operation === 'topics.support' ? 'exchange.support' : 'exchange.rating';
    return html`<section class="card" role="status">
        <h1 tabindex="-1">${kioskIcons.tick} ${t('exchange.arrived')}</h1>
        <p class="lead">${t(text)}</p>
        ${lines.length === 0 ? nothing : html`<dl>${lines.map(([name, value]) => html`<div><dt>${name}</dt><dd class="code">${value}</dd></div>`)}</dl>`}
        ${isRequest ? html`<p>${t('exchange.keep')}</p>` : nothing}
        <div class="buttons">
          ${lines.length > 0 && printing !== 'no'
            ? html`<button class="button large" type="button" @click=${() => void printSlip({ title: t('exchange.arrived'), name: kiosk?.name ?? '', lines, text: isRequest ? t('exchange.keep') : '', language: this.language, paper: printing })}>${kioskIcons.print}${t('kept.print')}</button>` : nothing}
          ${isRequest ? html`<button class="button primary" type="button" @click=${() => kiosk?.go({ at: 'track' })}>${t('exchange.track')}</button>` : nothing}
          <button class="button large" type="button" @click=${() => this.reset()}>${t('exchange.again')}</button>
        </div>
      </section>`;
  }

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    const reference = normaliseReceipt(this.written);
    if (reference?.length !== REFERENCE_LENGTH) {
      this.standing = { is: 'unread' };
      return;
    }
    const outbox = this.#kiosk.value?.offline?.outbox;
    if (!outbox) return;
    const asked = (this.standing = { is: 'asking' } as Standing);
    const now: Standing = await outbox.exchange(reference).then((answer) => (answer ? { is: 'arrived', answer } : { is: 'waiting' }), (error: unknown) => ({ is: 'failed', error }));
    if (this.standing === asked) this.standing = now;
  };
}
