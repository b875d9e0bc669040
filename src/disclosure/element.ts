import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { booleanAttribute, isOn } from '../shared/boolean.ts';
import { SunlitElement } from '../shared/element.ts';
import { SunlitChangeEvent, SunlitSelectEvent } from '../shared/events.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { failed, offline } from '../shared/states.ts';
import { Actions } from './actions.ts';
import { addressOf } from './address.ts';
import { chain } from './chain.ts';
import { Comparison, type Pair } from './comparison.ts';
import { head } from './head.ts';
import type { DisclosureLive } from './live.ts';
import { byKind } from './kinds/index.ts';
import { printAlone } from './print.ts';
import { bodyText } from './rich-text.ts';
import { RichTexts } from './rich-texts.ts';
import { strings } from './strings/index.ts';
import type { DisclosureKey } from './strings/zh-CN.ts';
import { disclosureStyles } from './styles/index.ts';
import { tail } from './tail.ts';
import { todayInShanghai } from './today.ts';
import { tombstone } from './tombstone.ts';
import type { Context, Disclosure, PublishedDisclosure, Sorting } from './types.ts';

/** Kinds that are their fields; the text only adds to them. */
const BESIDE: ReadonlySet<PublishedDisclosure['kind']> = new Set(['power', 'service', 'budget', 'statistics']);

/**
 * @summary One disclosure, each kind shown for its purpose, with its chain, differences between revisions, and files.
 * @tag sunlit-disclosure
 * @status experimental
 * @since 0.1.0
 * @fires {SunlitSelectEvent} sunlit-select - A reader follows a link to another disclosure. Cancel it to open that elsewhere; else it opens here, with a way back.
 * @fires {SunlitChangeEvent} sunlit-change - Another disclosure is shown by an act of the reader; `state.item` is its id.
 * @fires {SunlitLinkEvent} sunlit-link - The address is copied. Cancel it to share in another way.
 * @fires {SunlitPrintEvent} sunlit-print - The disclosure is printed. Cancel it to print in another way.
 * @fires {SunlitReadyEvent} sunlit-ready - The first content is drawn.
 * @fires {SunlitLoadErrorEvent} sunlit-load-error - The content could not be loaded; the widget shows it.
 * @csspart item - The disclosure.
 * @csspart head - Title, standing and actions.
 * @csspart title - The title.
 * @csspart banner - Says that the text no longer holds, or was withdrawn.
 * @csspart section - One titled part of the body.
 * @csspart actions - Print, copy, QR, read aloud.
 * @csspart live - Says what has happened to the disclosure since it was drawn.
 * @example <sunlit-disclosure api="https://open.example.gov.cn/api" item-id="01JQ8ZK4T5V6W7X8Y9Z0ABCDEF"></sunlit-disclosure>
 */
export class SunlitDisclosure extends SunlitElement<DisclosureKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, disclosureStyles];

  /** Which disclosure to show (ULID). */
  @property({ attribute: 'item-id' }) itemId: string | undefined;

  /** A disclosure to show as it is, without asking the API for it. */
  @property({ attribute: false }) disclosure: Disclosure | undefined;

  /** Address of a disclosure on your site with `{id}` in it, for links and QR codes. Without it: this page with `#sunlit-item=…`. */
  @property() link: string | undefined;

  /** Today as `YYYY-MM-DD`, for what is open or late. Default: today in China. */
  @property() today: string | undefined;

  /** Asks below a service guide how satisfied its readers are (好差评). */
  @property({ ...booleanAttribute }) rating = false;

  /** Asks below it whether it is useful, hard to understand or wrong. */
  @property({ ...booleanAttribute }) feedback = false;

  /** With `feedback`: the page with the board, with `{id}`; without it, the board opens in place. */
  @property({ attribute: 'topics-href' }) topicsHref: string | undefined;

  /** `off`: says nothing of what happens to the disclosure while the page is open. */
  @property() live: string | undefined;

  /** Disclosures opened here one after the other, on top of the one the page asked for. */
  @state() private trail: readonly string[] = [];
  @state() private sortings: ReadonlyMap<string, Sorting> = new Map();
  @state() private whole: ReadonlySet<string> = new Set();
  @state() private room = 44;

  protected readonly strings = strings;

  #moved = false;
  #live: DisclosureLive | undefined;
  protected override readonly following = {
    on: () => this.live !== 'off',
    load: async () => {
      const { DisclosureLive: Live } = await import('./live.ts');
      this.#live = new Live(this, {
        api: () => this.apiUrl,
        on: () => this.live !== 'off',
        shown: () => (this.#given ? undefined : this.#load.latest),
        show: () => {
          this.#moved = true;
          this.refresh();
        },
      });
    },
  };
  #resizing: ResizeObserver | undefined;
  readonly #texts = new RichTexts(this);
  readonly #actions = new Actions(this);
  readonly #comparison = new Comparison(this);
  readonly #load = new Load<Disclosure>(this, {
    key: () => (this.#id === undefined || this.#given ? undefined : `${this.apiUrl} ${this.#id}`),
    fetch: async (signal, onSource) => this.client.disclosures.get(this.#id ?? '', { signal, onSource }),
    done: () => this.#drawn(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#openDetails);
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#openDetails);
    this.#resizing?.disconnect();
  }

  /** Asks for the present state of what is shown. */
  refresh(): void {
    if (!this.#given) this.#load.retry();
  }

  /** Back to the disclosure the page asked for, as if nobody had touched anything. */
  reset(): void {
    this.trail = [];
    this.#clear();
  }

  /** Prints the disclosure alone, without the page around it. */
  async print(): Promise<void> {
    const content = this.renderRoot.querySelector('.sunlit');
    const item = this.#shown;
    if (!content || !item) return;
    await printAlone(content, item.title, (this.constructor as typeof SunlitDisclosure).elementStyles.map((sheet) => ('cssText' in sheet ? sheet.cssText : '')));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && (changed.has('itemId') || changed.has('disclosure'))) this.reset();
  }

  protected override firstUpdated(): void {
    this.#observe();
    if (this.#given) this.#drawn();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('disclosure') && this.#given) this.#drawn();
    if (changed.has('trail') && this.#given) this.#focusTitle();
  }

  protected view(): TemplateResult | typeof nothing {
    const ctx = this.#context();
    const { t } = ctx;
    const back = this.trail.length === 0 ? nothing : html`<button class="button quiet back no-print" type="button" @click=${() => this.#back()}>${icons.back}${t('back')}</button>`;
    const given = this.#given;
    if (given) return html`${back}${this.#item(given, ctx)}`;
    const loaded = this.#load.current;
    switch (loaded.state) {
      case 'idle': return nothing;
      case 'loading': return html`${back}${waiting(ctx)}`;
      case 'failed': return html`${back}${failed(t, loaded.error, () => this.refresh())}`;
      case 'ready': return html`${back}${this.#live?.view(this.language)}${offline(t, this.language, loaded.asOf, () => this.refresh())}${this.#item(loaded.value, ctx)}`;
    }
  }

  /** Which disclosure the widget stands at: the last one opened here, else the one the page asked for. */
  get #id(): string | undefined {
    return this.trail[this.trail.length - 1] ?? (this.itemId === '' ? undefined : this.itemId);
  }

  /** The object the page gave, while nothing else was opened from it. */
  get #given(): Disclosure | undefined {
    return this.trail.length === 0 ? this.disclosure : undefined;
  }

  get #shown(): Disclosure | undefined {
    return this.#given ?? this.#load.latest;
  }

  #item(item: Disclosure, ctx: Context): TemplateResult {
    if (item.state === 'withdrawn') return tombstone(item, ctx);
    return html`<article class="item kind-${item.kind}" part="item" aria-labelledby="title">
      ${head(item, ctx, this.#actions.view(item, ctx))}
      <div class="body">
        ${byKind(item, ctx)} ${bodyText(item.body, ctx, ctx.t(BESIDE.has(item.kind) ? 'body.more' : 'f.body'))} ${tail(item, ctx, (name) => this.#attachment(item, name))}
        ${chain(item, ctx, (pair) => this.#compare(pair), this.#comparison.view(ctx, () => this.#comparison.pair && this.#compare(this.#comparison.pair)))}
        ${this.#rating(item)} ${this.#feedback(item)}
      </div>
    </article>`;
  }

  #rating({ kind, id }: PublishedDisclosure): TemplateResult | typeof nothing {
    if (!isOn(this.rating) || kind !== 'service') return nothing;
    import('../rating/define.ts').catch(() => undefined); // when it does not come, the guide is whole without
    return html`<sunlit-rating class="no-print" subject="disclosure" subject-id=${id} api=${this.apiUrl} theme=${this.theme ?? nothing} scheme=${this.scheme ?? nothing}></sunlit-rating>`;
  }

  #feedback({ id, agency }: PublishedDisclosure): TemplateResult | typeof nothing {
    if (!isOn(this.feedback)) return nothing;
    import('../feedback/define.ts').catch(() => undefined); // when it does not come, the disclosure is whole without
    return html`<sunlit-feedback class="no-print" subject-id=${id} agency=${agency.id} topics-href=${this.topicsHref ?? nothing} api=${this.apiUrl} theme=${this.theme ?? nothing} scheme=${this.scheme ?? nothing}></sunlit-feedback>`;
  }

  #context(): Context {
    const { t, language } = this;
    return {
      t,
      language,
      today: this.today ?? todayInShanghai(),
      room: this.room,
      standing: this.#live?.standing(this.language),
      href: (id) => addressOf(id, this.link, location.href),
      open: (subject) => this.#open(subject),
      rich: (markdown) => this.#texts.get(markdown, { t, language }),
      sorting: (table) => this.sortings.get(table),
      sort: (table, column) => this.#sort(table, column),
      isWhole: (list) => this.whole.has(list),
      showWhole: (list) => (this.whole = new Set([...this.whole, list])),
    };
  }

  #open({ id, title }: { readonly id: string; readonly title: string }): void {
    if (!this.dispatchEvent(new SunlitSelectEvent({ type: 'disclosure', id, title }))) return;
    this.#go([...this.trail, id]);
  }

  #back(): void {
    this.#go(this.trail.slice(0, -1));
  }

  #go(trail: readonly string[]): void {
    this.trail = trail;
    this.#clear();
    this.#moved = true;
    const item = this.#id ?? this.#given?.id;
    if (item !== undefined) this.dispatchEvent(new SunlitChangeEvent({ item }));
  }

  #clear(): void {
    this.sortings = new Map();
    this.whole = new Set();
    this.#actions.reset();
    this.#comparison.close();
  }

  /** Up, down, and back to the order of publication. */
  #sort(table: string, column: string): void {
    const now = this.sortings.get(table);
    const next = new Map(this.sortings);
    if (now?.column !== column) next.set(table, { column, direction: 'ascending' });
    else if (now.direction === 'ascending') next.set(table, { column, direction: 'descending' });
    else next.delete(table);
    this.sortings = next;
  }

  #compare(pair: Pair): void {
    this.#comparison.show(pair, () => this.client);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.difference')?.focus());
  }

  #attachment(item: PublishedDisclosure, name: string): string | undefined {
    try {
      return this.client.disclosures.attachmentUrl(item.id, name);
    } catch {
      return undefined; // no usable API address, or a name that is none: the file is listed without a link
    }
  }

  #drawn(): void {
    this.announceReady();
    this.#focusTitle();
  }

  /** After a reader opened something, the focus is where it begins. */
  #focusTitle(): void {
    if (!this.#moved) return;
    void this.updateComplete.then(() => {
      const title = this.renderRoot.querySelector<HTMLElement>('#title');
      if (!title) return;
      this.#moved = false;
      title.focus();
    });
  }

  /** Drawings are laid out for the width there is. */
  #observe(): void {
    const content = this.renderRoot.querySelector('.sunlit');
    if (!content || !('ResizeObserver' in globalThis)) return;
    this.#resizing ??= new ResizeObserver(([entry]) => {
      const size = entry ? Number.parseFloat(getComputedStyle(entry.target).fontSize) : 0;
      if (!entry || !(size > 0) || entry.contentRect.width === 0) return;
      const room = Math.max(14, Math.floor(entry.contentRect.width / size) - 2);
      if (room !== this.room) requestAnimationFrame(() => (this.room = room)); // not within the observation itself
    });
    this.#resizing.observe(content);
  }

  #openDetails = (): void => {
    for (const details of this.renderRoot.querySelectorAll('details')) details.open = true;
  };
}

/** Grey bars where title, particulars and text will be. */
const waiting = ({ t }: Context): TemplateResult => html`<div class="item waiting" part="loading" aria-busy="true">
  <span class="hidden-text" role="status">${t('loading')}</span>
  <span class="skeleton eyebrow-bar"></span><span class="skeleton title-bar"></span><span class="skeleton bar"></span>
  <span class="skeleton panel"></span>
  ${[1, 2, 3, 4, 5].map(() => html`<span class="skeleton bar"></span>`)}
</div>`;
