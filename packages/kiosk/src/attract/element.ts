import { ContextConsumer } from '@lit/context';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SunlitElement } from '../../../../src/shared/element.ts';
import { formatDay, formatNumber } from '../../../../src/shared/format.ts';
import { Load } from '../../../../src/shared/load.ts';
import { kioskContext } from '../kiosk.ts';
import { kioskIcons } from '../shell/icons.ts';
import { kioskStrings, type KioskKey } from '../strings/index.ts';
import { showing, type Showing } from './content.ts';

const TURN_MILLISECONDS = 9000;
const STEPS = ['1', '2', '3'] as const;

const attractStyles = css`
  :host {
    cursor: pointer;
  }
  .sunlit {
    height: 100%;
  }
  .sunlit[data-theme][data-scheme] {
    background: var(--_accent-strong);
    color: #fff;
  }
  .attract {
    box-sizing: border-box;
    height: 100%;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 1.4em;
    padding: 2.4em 2em 2.6em;
  }
  header p {
    font-size: 1.2em;
    opacity: 0.92;
  }
  h1 {
    font-size: 2.5em;
    line-height: 1.25;
  }
  .card {
    align-self: center;
    justify-self: center;
    width: min(100%, 34em);
    max-height: 100%;
    overflow: hidden;
    box-sizing: border-box;
    padding: 1.6em 1.7em;
    border-radius: 1.2em;
    background: #fff;
    color: #1a1a1a;
  }
  .card h2 {
    margin-bottom: 0.7em;
    font-size: 1.5em;
    color: #0842a0;
  }
  .card li {
    padding: 0.6em 0;
    border-top: 1px solid #d9dee4;
    font-size: 1.12em;
    line-height: 1.45;
  }
  .card .muted {
    font-size: 0.85em;
    color: #4a5560;
  }
  .card ol li {
    display: flex;
    gap: 0.8em;
    align-items: baseline;
  }
  .card ol b {
    flex: none;
    width: 1.7em;
    height: 1.7em;
    border-radius: 50%;
    background: #e9f0fd;
    color: #0842a0;
    text-align: center;
    line-height: 1.7;
  }
  .message {
    padding: 0.8em 1.1em;
    border-radius: 0.8em;
    background: rgb(255 255 255 / 16%);
    font-size: 1.1em;
  }
  .start {
    justify-self: center;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    width: min(100%, 20em);
    min-height: max(96px, 4.2em);
    border: 0;
    border-radius: 3em;
    background: #fff;
    color: #0842a0;
    font-size: 1.35em;
    font-weight: 700;
    cursor: pointer;
  }
  .start:focus-visible {
    outline-color: #fff;
    outline-offset: 4px;
  }
  .start .icon {
    width: 1.7em;
    height: 1.7em;
  }
  @media (prefers-reduced-motion: no-preference) {
    .card {
      animation: come 0.9s ease-out;
    }
    @keyframes come {
      from {
        opacity: 0;
      }
    }
  }
  @media (orientation: landscape) {
    h1 {
      font-size: 1.9em;
    }
    .attract {
      padding: 1.4em 2em 1.6em;
      gap: 0.9em;
    }
    .start {
      min-height: max(80px, 3em);
    }
  }
`;

/** What the screen shows when nobody uses it. Nothing flashes; with reduced motion nothing turns either. */
export class KioskAttract extends SunlitElement<KioskKey> {
  static override styles = [SunlitElement.styles, attractStyles];

  protected override readonly strings = kioskStrings;
  readonly #kiosk = new ContextConsumer(this, { context: kioskContext, subscribe: true });
  readonly #showing = new Load<Showing>(this, {
    key: () => (this.#kiosk.value?.offline ? `${this.apiUrl} ${String(this.#kiosk.value.copied)}` : undefined),
    fetch: async (signal) => (this.#kiosk.value ? showing(this.client, this.#kiosk.value.configuration, this.language, signal) : { newest: [], topics: [] }),
  });

  /** What whoever runs the screen wants to say today. */
  @property() message: string | undefined;

  @state() private turn = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) this.#timer = setInterval(() => (this.turn += 1), TURN_MILLISECONDS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.start')?.focus();
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const cards = this.#cards();
    const card = cards[this.turn % cards.length];
    return html`<div class="attract">
      <header><p>${t('kiosk')}</p><h1><bdi>${this.#kiosk.value?.name ?? t('kiosk')}</bdi></h1>${this.message ? html`<p class="message">${this.message}</p>` : nothing}</header>
      ${card ?? nothing}
      <button class="start" type="button">${kioskIcons.touch}${t('attract.touch')}</button>
    </div>`;
  }

  #cards(): TemplateResult[] {
    const { t, language } = this;
    const { newest, topics } = this.#showing.latest ?? { newest: [], topics: [] };
    return [
      ...(newest.length > 0 ? [html`<section class="card"><h2>${t('attract.newest')}</h2><ul>${newest.map(({ title, agency, publishedOn }) => html`<li><bdi>${title}</bdi><p class="muted">${agency.name} · ${formatDay(publishedOn, language)}</p></li>`)}</ul></section>`] : []),
      ...(topics.length > 0 ? [html`<section class="card"><h2>${t('attract.topics')}</h2><ul>${topics.map(({ title, supports }) => html`<li><bdi>${title}</bdi><p class="muted">${t('attract.supports', { n: formatNumber(supports.total, language) })}</p></li>`)}</ul></section>`] : []),
      html`<section class="card"><h2>${t('attract.how')}</h2><ol>${STEPS.map((step) => html`<li><b aria-hidden="true">${step}</b><span>${t(`attract.how.${step}`)}</span></li>`)}</ol></section>`,
    ];
  }
}
