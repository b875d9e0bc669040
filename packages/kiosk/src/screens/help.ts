import { ContextConsumer } from '@lit/context';
import type { Agency } from '@sunlit/client';
import { css, html, nothing, type TemplateResult } from 'lit';
import { SunlitElement } from '../../../../src/shared/element.ts';
import { Load } from '../../../../src/shared/load.ts';
import { kioskContext } from '../kiosk.ts';
import { kioskIcons } from '../shell/icons.ts';
import { kioskStrings, type KioskKey } from '../strings/index.ts';
import { screenStyles } from './screen-styles.ts';

const PARTS = [['1', 'find'], ['2', 'size'], ['3', 'request'], ['4', 'offline'], ['5', 'tick'], ['6', 'phone']] as const;

const helpStyles = css`
  .parts {
    display: grid;
    gap: 1.1em;
  }
  .parts li {
    display: flex;
    gap: 0.9em;
  }
  .parts .icon {
    box-sizing: content-box;
    flex: none;
    padding: 0.5em;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .phones {
    font-size: 1.1em;
    font-weight: 650;
  }
`;

/** How the screen is used, and whom to ask or call. */
export class KioskHelp extends SunlitElement<KioskKey> {
  static override styles = [SunlitElement.styles, screenStyles, helpStyles];

  protected override readonly strings = kioskStrings;
  readonly #kiosk = new ContextConsumer(this, { context: kioskContext, subscribe: true });
  readonly #agency = new Load<Agency | undefined>(this, {
    key: () => this.#agencyId,
    // Without a network whom to ask is said all the same.
    fetch: (signal) => this.client.agencies.get(this.#agencyId ?? '', { signal }).catch(() => undefined),
  });

  get #agencyId(): string | undefined {
    return this.#kiosk.value?.configuration.agency;
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const phones = this.#agency.latest?.phones ?? [];
    return html`<section class="card"><h1 tabindex="-1">${t('help.title')}</h1>
      <ul class="parts">${PARTS.map(([part, icon]) => html`<li>${kioskIcons[icon]}<div><h2>${t(`help.${part}`)}</h2><p>${t(`help.${part}.text`)}</p>
        ${part === '6' && phones.length > 0 ? html`<p class="phones">${phones.map(({ label, number }) => html`<span>${label} ${number}</span><br>`)}</p>` : nothing}</div></li>`)}</ul>
      <button class="button primary" type="button" @click=${() => this.dispatchEvent(new Event('kiosk-finish', { bubbles: true, composed: true }))}>${t('help.finish')}</button>
    </section>`;
  }
}
