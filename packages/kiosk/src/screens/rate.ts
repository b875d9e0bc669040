import { ContextConsumer } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { SunlitElement } from '../../../../src/shared/element.ts';
import '../../../../src/rating/define.ts';
import { kioskContext, type Screen } from '../kiosk.ts';
import { kioskIcons } from '../shell/icons.ts';
import { kioskStrings, type KioskKey } from '../strings/index.ts';
import { screenStyles } from './screen-styles.ts';

/** First which window, then how it was: one touch each. */
export class KioskRate extends SunlitElement<KioskKey> {
  static override styles = [SunlitElement.styles, screenStyles];

  protected override readonly strings = kioskStrings;
  readonly #kiosk = new ContextConsumer(this, { context: kioskContext, subscribe: true });

  @state() private chosen: { readonly agency: string; readonly name: string } | undefined;

  reset(): void {
    this.renderRoot.querySelector<Screen>('sunlit-rating')?.reset?.();
    this.chosen = undefined;
  }

  back(): boolean {
    const inside = this.chosen !== undefined && this.#windows.length > 1;
    if (inside) this.reset();
    return inside;
  }

  get #windows() {
    return this.#kiosk.value?.configuration.windows ?? [];
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const all = this.#windows;
    const chosen = this.chosen ?? (all.length === 1 ? all[0] : undefined);
    if (chosen) return html`<section class="card"><sunlit-rating subject="window" agency=${chosen.agency} window=${chosen.name} device="shared" .outbox=${this.#kiosk.value?.offline?.outbox}></sunlit-rating></section>`;
    return html`<section class="card"><h1 tabindex="-1">${t('rate.title')}</h1>
      ${all.length === 0 ? html`<p>${t('rate.none')}</p>` : html`<div class="buttons">${all.map((one) => html`<button class="button large" type="button" @click=${() => (this.chosen = one)}>${kioskIcons.rate}${one.name}</button>`)}</div>`}</section>`;
  }
}
