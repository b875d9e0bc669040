import { ContextConsumer } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { SunlitElement } from '../../../../src/shared/element.ts';
import type { SunlitSearchEvent } from '../../../../src/shared/events.ts';
import { Load } from '../../../../src/shared/load.ts';
import { kioskContext, type Place } from '../kiosk.ts';
import { kioskIcons } from '../shell/icons.ts';
import { nextPaint } from '../shell/next-paint.ts';
import { kioskStrings, type KioskKey } from '../strings/index.ts';
import { chipsFrom, type Chip } from './chips.ts';
import { homeStyles } from './home-styles.ts';
import { screenStyles } from './screen-styles.ts';

const TILES = ['find', 'topics', 'request', 'track', 'agencies', 'rate', 'help'] as const satisfies readonly Place['at'][];
/** What most older people come for. */
const FEWER: readonly (typeof TILES)[number][] = ['find', 'topics', 'request', 'track', 'help'];

/** The first page: what people come for as large tiles, and what they look for as words to touch. */
export class KioskHome extends SunlitElement<KioskKey> {
  static override styles = [SunlitElement.styles, screenStyles, homeStyles];

  protected override readonly strings = kioskStrings;
  readonly #kiosk = new ContextConsumer(this, { context: kioskContext, subscribe: true });
  readonly #chips = new Load<readonly Chip[]>(this, {
    key: () => (this.#kiosk.value?.offline ? `${this.apiUrl} ${this.language} ${String(this.#kiosk.value.copied)}` : undefined),
    // A help, not a promise: without them everything can be found as well.
    fetch: async (signal) => (this.#kiosk.value ? chipsFrom(this.client, this.#kiosk.value.configuration, this.t, signal).catch(() => []) : []),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(nextPaint).then(() => import('../../../../src/search/define.ts'));
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const kiosk = this.#kiosk.value;
    const go = (place: Place) => kiosk?.go(place);
    const tiles = TILES.filter((tile) => !kiosk?.elder || FEWER.includes(tile));
    const chips = this.#chips.latest ?? [];
    return html`<h1 tabindex="-1">${t('home.title')}</h1>
      <div class="tiles">${tiles.map((tile) => html`<button class="tile ${tile}" type="button" data-tile=${tile} @click=${() => go({ at: tile })}>
        ${kioskIcons[tile]}<span><span class="name">${t(`tile.${tile}`)}</span><span class="text">${t(`tile.${tile}.text`)}</span></span></button>`)}</div>
      <section class="quick">
        ${chips.length === 0 ? nothing : html`<h2 id="chips">${t('home.chips')}</h2>
          <ul class="chips" aria-labelledby="chips">${chips.map(({ name, place }) => html`<li><button class="chip" type="button" @click=${() => go(place)}>${name}</button></li>`)}</ul>`}
        <sunlit-search placeholder=${t('home.search')} @sunlit-search=${(event: SunlitSearchEvent) => {
          event.preventDefault();
          if (event.q) go({ at: 'find', q: event.q });
        }} @sunlit-select=${(event: HTMLElementEventMap['sunlit-select']) => {
          event.preventDefault();
          go(event.subject.type === 'disclosure' ? { at: 'item', id: event.subject.id } : { at: 'find', q: event.subject.title });
        }}></sunlit-search>
      </section>`;
  }
}
