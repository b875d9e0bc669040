import { ContextConsumer } from '@lit/context';
import type { DisclosureSummary } from '@sunlit/client';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { SunlitElement } from '../../../../src/shared/element.ts';
import { formatDay, formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { Load } from '../../../../src/shared/load.ts';
import { kioskContext } from '../kiosk.ts';
import { kioskStrings, type KioskKey } from '../strings/index.ts';

const NEWEST = 6;
const DAYS = 30;
const DAY_MILLISECONDS = 86_400_000;
const LOOK_MILLISECONDS = 5 * 60_000;
/** So long what is new, then as long what people asked for; then notices and hearings, and the figures, where there is a network: nobody keeps a copy of them. */
const TURN_MILLISECONDS = 20_000;

const wallStyles = css`
  .sunlit {
    height: 100%;
  }
  .wall {
    box-sizing: border-box;
    height: 100%;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    gap: 0.9em;
    padding: 1.2em 1.6em;
    overflow: hidden;
    background: var(--_surface);
  }
  /* Each in its place: what lies over all of them would else push them below itself. */
  header {
    grid-area: 1 / 1;
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.3em 2em;
  }
  h1 {
    font-size: 2em;
  }
  .figures {
    display: flex;
    gap: 2em;
  }
  .figures dd {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
  }
  .news {
    grid-area: 2 / 1;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    overflow: hidden;
    padding: 1em 1.3em;
    border-radius: 1em;
    font-size: 1.1em;
    background: var(--_raised);
  }
  .news ul {
    display: grid;
    grid-auto-rows: minmax(min-content, 1fr);
  }
  .news h2 {
    margin-bottom: 0.3em;
    font-size: 1.3em;
  }
  .news li {
    align-content: center;
    padding: 0.45em 0;
    border-top: 1px solid var(--_line);
    line-height: 1.4;
  }
  .news li p {
    font-size: 0.82em;
    color: var(--_muted);
  }
  /* They are made for all of the screen, with headings of their own. What a widget draws does not inherit that it is hidden. */
  :is(sunlit-topics, sunlit-notices, sunlit-stats) {
    grid-area: 1 / 1 / -1;
    min-height: 0;
    margin: -1.2em -1.6em;
    overflow: hidden;
    content-visibility: hidden;
  }
  sunlit-topics {
    --sunlit-font-size: clamp(16px, 2.1vmin, 36px);
  }
  [data-turn='topics'] sunlit-topics,
  [data-turn='notices'] sunlit-notices,
  [data-turn='figures'] sunlit-stats {
    content-visibility: visible;
  }
  .wall:not([data-turn='news']) :is(header, .news) {
    visibility: hidden;
  }
  @media (orientation: portrait) {
    .news {
      font-size: 1.3em;
    }
  }
`;

type Turn = 'news' | 'topics' | 'notices' | 'figures';

interface Published {
  readonly newest: readonly DisclosureSummary[];
  readonly all: number;
  /** Published in the last thirty days, where it is known which days those are. */
  readonly month: number | undefined;
}

/** The screen as a sign: what is new, what people asked for, and how much there is. It takes no input. */
export class KioskWall extends SunlitElement<KioskKey> {
  static override styles = [SunlitElement.styles, wallStyles];

  protected override readonly strings = kioskStrings;
  readonly #kiosk = new ContextConsumer(this, { context: kioskContext, subscribe: true });
  readonly #published = new Load<Published>(this, {
    key: () => (this.#kiosk.value?.offline ? `${this.apiUrl} ${String(this.#kiosk.value.copied)}` : undefined),
    fetch: (signal) => this.#fetch(signal),
  });
  @state() private turn: Turn = 'news';
  /** What only the network has, once there is something of it. */
  #figures = false;
  #timers: ReturnType<typeof setInterval>[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timers = [
      setInterval(() => this.#published.retry(), LOOK_MILLISECONDS),
      setInterval(() => (this.turn = this.#next), TURN_MILLISECONDS),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers) clearInterval(timer);
  }

  get #next(): Turn {
    const turns: Turn[] = ['news', 'topics'];
    if (navigator.onLine && (this.renderRoot.querySelector('sunlit-notices')?.count ?? 0) > 0) turns.push('notices');
    if (navigator.onLine && this.#figures) turns.push('figures');
    return turns[turns.indexOf(this.turn) + 1] ?? 'news';
  }

  get #asOf(): string | undefined {
    return this.#kiosk.value?.offline?.replica.status().asOf;
  }

  async #fetch(signal: AbortSignal): Promise<Published> {
    const agency = this.#kiosk.value?.configuration.directory;
    const asOf = this.#asOf;
    // Counted by the server's day: the clock of the device may be wrong by years.
    const from = asOf && new Date(Date.parse(asOf) - DAYS * DAY_MILLISECONDS).toISOString().slice(0, 10);
    const { disclosures } = this.client;
    const [{ items, total }, month] = await Promise.all([
      disclosures.list({ agency, limit: NEWEST }, { signal }),
      from ? disclosures.list({ agency, from, limit: 1 }, { signal }).then((page) => page.total.value) : undefined,
    ]);
    return { newest: items, all: total.value, month };
  }

  protected override view(): TemplateResult {
    const { t, language } = this;
    const kiosk = this.#kiosk.value;
    const published = this.#published.latest;
    const asOf = this.#asOf;
    const figure = (name: KioskKey, value: number | undefined) => (value === undefined ? nothing : html`<div><dt>${t(name)}</dt><dd>${formatNumber(value, language)}</dd></div>`);
    return html`<section class="wall" data-turn=${this.turn} aria-labelledby="wall">
      <header><div><h1 id="wall">${kiosk?.name ?? t('wall.title')}</h1>${asOf ? html`<p class="muted">${t('asOf', { time: formatMoment(asOf, language) })}</p>` : nothing}</div>
        <dl class="figures" aria-label=${t('wall.figures')}>${figure('wall.all', published?.all)}${figure('wall.month', published?.month)}</dl></header>
      <section class="news" aria-labelledby="news"><h2 id="news">${t('wall.newest')}</h2>
        ${published && published.newest.length === 0 ? html`<p>${t('wall.none')}</p>` : html`<ul>${(published?.newest ?? []).map(({ title, agency, publishedOn }) => html`<li><bdi>${title}</bdi><p>${agency.name} · ${formatDay(publishedOn, language)}</p></li>`)}</ul>`}</section>
      ${kiosk ? html`<sunlit-topics agency=${kiosk.configuration.agency} mode="board" device="shared" .boardHref=${kiosk.configuration.site}></sunlit-topics>
        <sunlit-notices agency=${kiosk.configuration.directory ?? nothing} mode="wall" device="shared"></sunlit-notices>
        <sunlit-stats agency=${kiosk.configuration.directory ?? kiosk.configuration.agency} mode="wall" @sunlit-ready=${() => (this.#figures = true)}></sunlit-stats>` : nothing}
    </section>`;
  }
}
