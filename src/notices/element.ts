import { type Notice, type NoticePage, type NoticeSummary } from '@sunlit/client/notices';
import type { Outbox } from '@sunlit/client/outbox';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SunlitElement } from '../shared/element.ts';
import { SunlitSelectEvent } from '../shared/events.ts';
import { formStyles } from '../shared/form-styles.ts';
import { formatNumber } from '../shared/format.ts';
import { Listing } from '../shared/listing.ts';
import { Load } from '../shared/load.ts';
import { failed, offline, skeleton } from '../shared/states.ts';
import { WallPages } from '../shared/wall-pages.ts';
import { noticesAt } from './asking.ts';
import { ON_A_PAGE, counter, possibilities, whenAndWhere, type Saying } from './card.ts';
import type { NoticePanel } from './panel.ts';
import { isOn, minuteOf, parseSchedule } from './schedule.ts';
import { strings, type NoticesKey } from './strings/index.ts';
import { noticesStyles } from './styles.ts';
import { ticker } from './ticker.ts';

const SECONDS = { ticker: 8, wall: 15 } as const;
/** What cycles asks anew that often, in milliseconds, and looks at the clock. */
const AGAIN = 300_000;
const CLOCK = 15_000;
/** What is shown of those that cycle. */
const MOST = 30;

/**
 * @summary Public notices and hearings (公示与听证): their remaining days, opinions by form, seats at hearings, how opinions were taken; also as one line and for the screens of halls and streets.
 * @fires sunlit-notice-sent - An opinion or a registration is there; never what was written.
 * @fires sunlit-select - A reader opens the whole notice; cancel it to open it elsewhere.
 * @fires sunlit-ready - The first content is drawn.
 * @fires sunlit-load-error - Something could not be loaded.
 * @csspart notice - One notice.
 * @csspart count - The days that are left.
 * @csspart summary - How opinions were taken.
 * @csspart ticker - The one line.
 * @csspart wall - The screen.
 * @csspart standing - The screen outside its hours.
 * @example <sunlit-notices agency="qinghe"></sunlit-notices>
 */
export class SunlitNotices extends SunlitElement<NoticesKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, formStyles, noticesStyles];

  protected override readonly strings = strings;

  /** Of this agency and all below it; without it, of all. */
  @property() agency: string | undefined;

  /** `list` (default); `ticker`: one line that shows one after the other; `wall`: pages for a screen that nobody operates. */
  @property() mode: 'list' | 'ticker' | 'wall' | undefined;

  /** Of a wall: when it shows, such as `08:00-18:00` by the clock of Asia/Shanghai. Outside it a calm picture stands there. */
  @property() schedule: string | undefined;

  /** Of a ticker or a wall: seconds for which one page stands. Default: 8, on a wall 15. */
  @property({ type: Number }) seconds: number | undefined;

  /** The notice that is open at first (ULID). */
  @property() notice: string | undefined;

  /** Where the page shows one disclosure, for example `/item?id={id}`; without it, the whole notice opens in place. */
  @property({ attribute: 'item-href' }) itemHref: string | undefined;

  /** The address of the page with the list: what a ticker leads to, and the code on a wall. */
  @property({ attribute: 'board-href' }) boardHref: string | undefined;

  /** `shared` on a screen that many people use; it is so by itself in the hall theme. */
  @property() device: 'personal' | 'shared' | undefined;

  /** Keeps what is sent while there is no network (`createOutbox` of `@sunlit/client/outbox`). */
  @property({ attribute: false }) outbox: Outbox | undefined;

  /** What the time is; for screens whose clock is another. */
  @property({ attribute: false }) now: () => Date = () => new Date();

  @state() private list: 'current' | 'over' = 'current';
  @state() private opened: string | undefined;
  @state() private whole = false;
  /** Which one a ticker shows since somebody went on by hand. */
  @state() private byHand: number | undefined;

  readonly #listing = new Listing<NoticeSummary, NoticePage>(this, {
    key: () => `${this.apiUrl} ${this.language} ${this.#agency ?? ''} ${this.#cycles ? 'current' : this.list} ${this.#asked}`,
    fetch: (cursor) => async (signal, onSource) => this.#client.notices.list({ ...(this.#agency && { agency: this.#agency }), state: this.#cycles ? 'current' : this.list, ...(this.#cycles && { limit: MOST }), ...(cursor && { cursor }) }, { signal, onSource }),
    done: () => this.announceReady(),
  });
  readonly #one = new Load<Notice>(this, {
    key: () => (this.opened ? `${this.apiUrl} ${this.language} ${this.opened}` : undefined),
    fetch: async (signal, onSource) => this.#client.notices.get(this.opened ?? '', { signal, onSource }),
  });
  readonly #whose = new Load<string>(this, {
    key: () => (this.mode === 'wall' && this.#agency ? `${this.apiUrl} ${this.language} ${this.#agency}` : undefined),
    fetch: async (signal, onSource) => (await this.client.agencies.get(this.#agency ?? '', { signal, onSource })).name,
  });
  readonly #disclosure = new Load<unknown>(this, { key: () => (this.whole ? 'element' : undefined), fetch: async () => import('../disclosure/define.ts') });
  readonly #pages = new WallPages(this, { pages: () => this.#pageCount, on: () => this.#cycles, seconds: () => Math.max(3, this.seconds ?? SECONDS[this.mode === 'wall' ? 'wall' : 'ticker']) });
  /** Forms come when one is opened, and what hangs on a wall only there: a page with a list loads neither. */
  readonly #forms = new Load<NoticePanel>(this, {
    key: () => (this.opened ? 'panel' : undefined),
    fetch: async () => {
      const { NoticePanel: Panel } = await import('./panel.ts');
      return (this.#panel ??= new Panel(this, { client: () => this.#client, outbox: () => this.outbox, shared: () => this.#shared }));
    },
  });
  readonly #screen = new Load<typeof import('./wall.ts')>(this, { key: () => (this.mode === 'wall' ? 'wall' : undefined), fetch: async () => import('./wall.ts') });
  #panel: NoticePanel | undefined;
  #asked = 0;
  #again: ReturnType<typeof setInterval> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#again = setInterval(() => {
      if (this.#cycles) this.refresh();
    }, AGAIN);
    this.#clock = setInterval(() => {
      if (this.mode === 'wall') this.requestUpdate();
    }, CLOCK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#again);
    clearInterval(this.#clock);
    this.#panel?.reset();
  }

  /** How many it has to show; none before they came. */
  get count(): number {
    return this.#listing.items.length;
  }

  /** Closes what was opened and wipes what was written. */
  reset(): void {
    this.#panel?.reset();
    this.opened = this.notice;
    this.whole = false;
    this.list = 'current';
  }

  /** Asks for everything again. */
  refresh(): void {
    this.#asked += 1;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('notice')) this.#open(this.notice);
  }

  protected override view(): TemplateResult {
    const saying: Saying = { t: this.t, language: this.language };
    switch (this.mode) {
      case 'ticker': return this.#ticker(saying);
      case 'wall': return this.#wall(saying);
      default: return this.#list(saying);
    }
  }

  #list(saying: Saying): TemplateResult {
    const { t, language } = saying;
    const { items, page, hasMore, more, current } = this.#listing;
    return html`<section class="notices" aria-labelledby="title">
      <header><h2 id="title">${t('title')}</h2><div class="which" role="group" aria-labelledby="title">${(['current', 'over'] as const).map((list) => html`<button class="button" type="button" aria-pressed=${this.list === list} @click=${() => this.#choose(list)}>${t(list)}</button>`)}</div></header>
      ${current.state === 'ready' ? offline(t, language, current.asOf, () => this.#listing.retry()) : nothing}
      ${current.state === 'failed' ? failed(t, current.error, () => this.#listing.retry()) : nothing}
      ${page === undefined ? (current.state === 'loading' ? skeleton(t, 3, html`<span class="skeleton waiting"></span>`) : nothing)
        : items.length === 0 ? html`<p class="empty muted">${t(`none.${this.list}`)}</p>`
        : html`<p class="muted small" role="status">${t('total', { n: formatNumber(page.total.value, language) })}</p><ul class="rows">${items.map((notice) => this.#row(notice, saying))}</ul>`}
      ${hasMore ? html`<button class="button" type="button" aria-disabled=${more === 'loading' ? 'true' : 'false'} @click=${() => void this.#listing.next()}>${t('more')}</button>` : nothing}
      ${more === 'failed' ? failed(t, this.#listing.error, () => void this.#listing.next()) : nothing}
    </section>`;
  }

  #row(notice: NoticeSummary, saying: Saying): TemplateResult {
    const { t } = saying;
    const open = this.opened === notice.id;
    return html`<li class="notice-row ${open ? 'open' : ''}" part="notice">
      ${counter(notice, saying)}
      <div class="what">
        <p class="small"><span class="badge">${t(`type.${notice.type}`)}</span> <span class="muted">${notice.agency.name}</span></p>
        <h3><bdi>${notice.title}</bdi></h3>
        ${whenAndWhere(notice, saying)}${possibilities(notice, saying)}
        <button class="button ${open ? '' : 'primary-soft'}" type="button" aria-expanded=${open ? 'true' : 'false'} aria-controls="panel-${notice.id}" @click=${() => this.#open(open ? undefined : notice.id)}>${t(open ? 'close' : notice.opinions?.open || (notice.seats?.open && !notice.result) ? 'open' : 'look')}<span class="hidden-text">${notice.title}</span></button>
      </div>
      <div class="panel" id="panel-${notice.id}" ?hidden=${!open}>${open ? this.#opened(notice, saying) : nothing}</div>
    </li>`;
  }

  #opened(notice: NoticeSummary, saying: Saying): TemplateResult {
    const { t } = saying;
    const [{ current }, forms] = [this.#one, this.#forms.current];
    return html`${current.state === 'failed' ? failed(t, current.error, () => this.#one.retry()) : forms.state === 'failed' ? failed(t, forms.error, () => this.#forms.retry()) : current.state === 'ready' && forms.state === 'ready' ? forms.value.view(current.value, saying) : skeleton(t, 2, html`<span class="skeleton waiting"></span>`)}
      <div class="actions">${this.itemHref ? html`<a class="button" href=${this.#href(notice.id)} @click=${(event: Event) => this.#select(event, notice)}>${t('whole')}</a>`
        : html`<button class="button" type="button" aria-expanded=${this.whole ? 'true' : 'false'} @click=${(event: Event) => this.#select(event, notice)}>${t(this.whole ? 'whole.close' : 'whole')}</button>`}</div>
      ${!this.whole ? nothing : this.#disclosure.current.state === 'failed' ? failed(t, this.#disclosure.current.error, () => this.#disclosure.retry())
        : this.#disclosure.current.state === 'ready' ? html`<sunlit-disclosure item-id=${notice.id} api=${this.apiUrl} theme=${this.theme ?? nothing} scheme=${this.scheme ?? nothing}></sunlit-disclosure>` : skeleton(t, 4, html`<span class="skeleton waiting"></span>`)}`;
  }

  #ticker(saying: Saying): TemplateResult {
    const { t } = saying;
    const { items, page: first, current } = this.#listing;
    if (first === undefined) return current.state === 'failed' ? failed(t, current.error, () => this.#listing.retry()) : html`<p class="ticker muted" aria-busy="true">${t('loading')}</p>`;
    const { moves, paused, pause } = this.#pages;
    const page = Math.min(this.byHand ?? this.#pages.page, Math.max(0, items.length - 1));
    const goOn = () => {
      this.byHand = undefined;
      pause();
    };
    return ticker({ ...saying, items, page, moves, paused, pause: goOn, step: (by) => this.#step(by), link: (notice) => this.#link(notice) });
  }

  #wall(saying: Saying): TemplateResult {
    const screen = this.#screen.latest;
    if (!screen) return this.#screen.current.state === 'failed' ? failed(saying.t, this.#screen.current.error, () => this.#screen.retry()) : html`<p class="hidden-text" role="status">${saying.t('loading')}</p>`;
    const { items, current } = this.#listing;
    const schedule = parseSchedule(this.schedule);
    const minute = minuteOf(this.now());
    const name = this.#whose.latest;
    if (schedule && !isOn(schedule, minute)) return screen.standingPicture({ t: saying.t, name, minute, from: schedule.from });
    // A screen that nobody operates says nothing of what failed: what it had stands, and it asks again by itself.
    return screen.wall({ ...saying, items, page: this.#pages.page, pages: this.#pageCount, name, boardHref: this.boardHref ? new URL(this.boardHref, document.baseURI).href : undefined, asOf: current.state === 'ready' ? current.asOf : undefined });
  }

  #choose(list: 'current' | 'over'): void {
    this.#open(undefined);
    this.list = list;
  }

  #open(id: string | undefined): void {
    if (this.opened === id) return;
    this.#panel?.reset();
    this.whole = false;
    this.opened = id;
  }

  /** Told first, so that a page can open it with its own router; else by the link of the page, or in place. */
  #select(event: Event, { id, title }: NoticeSummary): void {
    if (!this.dispatchEvent(new SunlitSelectEvent({ type: 'disclosure', id, title }))) return event.preventDefault();
    if (!this.itemHref && !this.#cycles) this.whole = !this.whole;
  }

  #step(by: 1 | -1): void {
    this.byHand = ((this.byHand ?? this.#pages.page) + by + this.#pageCount) % this.#pageCount;
    if (!this.#pages.paused) this.#pages.pause(); // whoever goes on by hand reads at their own pace
  }

  #link(notice: NoticeSummary): TemplateResult {
    const select = (event: Event) => this.#select(event, notice);
    return this.itemHref ?? this.boardHref ? html`<a href=${this.#href(notice.id)} @click=${select}><bdi>${notice.title}</bdi></a>` : html`<button class="link" type="button" @click=${select}><bdi>${notice.title}</bdi></button>`;
  }

  #href(id: string): string {
    return (this.itemHref ?? this.boardHref ?? '').split('{id}').join(encodeURIComponent(id));
  }

  get #client() {
    return noticesAt(this.apiUrl, this.language);
  }

  get #agency(): string | undefined {
    return this.agency ?? this.configured('agency');
  }

  get #cycles(): boolean {
    return this.mode === 'ticker' || this.mode === 'wall';
  }

  get #pageCount(): number {
    return Math.max(1, Math.ceil(this.#listing.items.length / (this.mode === 'wall' ? ON_A_PAGE : 1)));
  }

  get #shared(): boolean {
    return this.device === 'shared' || (this.device !== 'personal' && (this.theme ?? this.configured('theme')) === 'hall');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-notices': SunlitNotices;
  }
}
