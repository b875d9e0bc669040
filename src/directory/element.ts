import type { Agency } from '@sunlit/client';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { booleanAttribute, isOn } from '../shared/boolean.ts';
import { DeepLink } from '../shared/deep-link.ts';
import { SunlitElement } from '../shared/element.ts';
import { SunlitChangeEvent, SunlitSearchEvent, SunlitSelectEvent, type Subject } from '../shared/events.ts';
import { formatNumber } from '../shared/format.ts';
import { Load } from '../shared/load.ts';
import { browse } from './browse.ts';
import { Holdings } from './holdings.ts';
import { item as itemView } from './item.ts';
import type { DirectoryLive } from './live.ts';
import type { Acts, Scene } from './scene.ts';
import { rememberScroll } from './scroll.ts';
import { FILTER_KEYS, STATE_KEYS, changed, filtersOf, sortOf, stateOf, toggled, type DirectoryState, type FilterKey, type Scope, type StateKey } from './state.ts';
import { strings, type DirectoryKey } from './strings/index.ts';
import { directoryStyles } from './styles.ts';

const PAGE_SIZE = 20;
const LARGEST_PAGE = 100;
/** No row is less high, in pixels: a title, a line of text and what stands below. */
const LOWEST_ROW = 100;
/** After these milliseconds everything else is drawn, however busy the page is. */
const LONGEST_WAIT = 500;
/** Choices that are a place of their own in the history of the page; the others change the present one. */
const PLACES: readonly StateKey[] = ['q', 'agency', 'category', 'item'];

/**
 * @summary The disclosure catalogue of one agency or of a whole place, to browse and to search.
 * @fires {SunlitSearchEvent} sunlit-search - A reader searches; `q` is what for. Cancel it to answer elsewhere.
 * @fires {SunlitSelectEvent} sunlit-select - A reader opens a disclosure, or an agency from the proposals; `subject` is what. Cancel it to open it yourself.
 * @fires {SunlitChangeEvent} sunlit-change - A reader changed what is shown; `state` is what a deep link would hold.
 * @fires {SunlitReadyEvent} sunlit-ready - The first rows are drawn.
 * @fires {SunlitLoadErrorEvent} sunlit-load-error - Something could not be loaded; `error` says why.
 * @csspart tree - The agencies.
 * @csspart filters - Everything that narrows the list.
 * @csspart chips - The applied filters.
 * @csspart results - The list.
 * @csspart item - An opened disclosure.
 * @csspart live - Says what has changed since the list was drawn.
 * @example <sunlit-directory api="https://open.example.gov.cn/api" agency="qinghe-water" deep-link></sunlit-directory>
 */
export class SunlitDirectory extends SunlitElement<DirectoryKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, directoryStyles];

  protected override readonly strings = strings;
  #link = new DeepLink(this, {
    mode: () => this.deepLink,
    name: () => this.name || this.id,
    keys: STATE_KEYS,
    restore: (given) => this.#travel(stateOf(given)),
  });
  #holdings = new Holdings(this, {
    client: () => this.client,
    apiUrl: () => this.apiUrl,
    list: () => this.wanted,
    tree: () => !isOn(this.withoutTree),
    categories: () => !isOn(this.withoutFacets),
    query: () => this.query,
    root: () => this.scope.agency,
    chosen: () => this.shown.agency,
    came: () => this.#came(),
    placed: (agency) => this.#placed(agency),
  });
  #disclosure = new Load<unknown>(this, {
    key: () => (this.shown.item ? 'element' : undefined),
    fetch: async () => import('../disclosure/define.ts'),
  });
  protected override readonly following = {
    on: () => this.live !== 'off',
    load: async () => {
      const { DirectoryLive: Live } = await import('./live.ts');
      this.#live = new Live(this, () => this.scene, () => this.query);
    },
  };
  /** How many rows are drawn; more than one screen holds when the page has time. */
  #most = Infinity;
  #comeBack: (() => Promise<void>) | undefined;
  #acted = false;
  #waiting: (() => void)[] = [];
  #live: DirectoryLive | undefined;

  /** The agency whose subtree is shown; a reader cannot leave it. */
  @property() agency: string | undefined;

  /** Shows only this category. */
  @property() category: string | undefined;

  /** Shows only this kind. */
  @property() kind: string | undefined;

  /** What stands above; empty for nothing. */
  @property() heading: string | undefined;

  /** Rows per page, 1 to 100. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = PAGE_SIZE;

  /** Keeps the state in the address of the page: `query` or `hash`. */
  @property({ attribute: 'deep-link' }) deepLink: string | undefined;

  /** Tells several directories of one page apart in the address; else the id does. */
  @property() name = '';

  /** Address of a disclosure on the site, with `{id}`: `/detail?id={id}`. Without it, items open inside. */
  @property({ attribute: 'item-href' }) itemHref: string | undefined;

  /** Address at which everybody finds a disclosure, with `{id}`, for links and codes that are taken along, where items open inside. */
  @property({ attribute: 'public-href' }) publicHref: string | undefined;

  /** Leaves out the agencies. */
  @property({ ...booleanAttribute, attribute: 'without-tree' }) withoutTree = false;

  /** Leaves out category, kind, year and validity. */
  @property({ ...booleanAttribute, attribute: 'without-facets' }) withoutFacets = false;

  /** Leaves out the search box. */
  @property({ ...booleanAttribute, attribute: 'without-search' }) withoutSearch = false;

  /** Asks below an open disclosure whether it is useful, hard to understand or wrong. */
  @property({ ...booleanAttribute }) feedback = false;

  /** What is shown at first, as the `state` of a `sunlit-change` event says it. */
  @property({ attribute: false }) start: Readonly<Partial<Record<string, string>>> | undefined;

  /** `off`: says nothing of what is published while the page is open. */
  @property() live: string | undefined;

  @state() private shown: DirectoryState = {};
  @state() private filtering = false;
  @state() private unfolded: ReadonlySet<string> = new Set();
  @state() private said = '';

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      this.shown = stateOf({ ...this.start, ...this.#link.read() });
      if (globalThis.sunlit?.early.size) {
        // Rows at once are less work than grey bars and then rows, and those of one screen are seen sooner than all.
        await this.#holdings.listing.ahead();
        this.#most = Math.ceil(innerHeight / LOWEST_ROW);
        const others = () => {
          this.#most = Infinity;
          this.requestUpdate();
        };
        // A page that is never idle, or is not looked at, gets them as well.
        if ('requestIdleCallback' in globalThis) requestIdleCallback(others, { timeout: LONGEST_WAIT });
        else setTimeout(others);
      }
    }
    await super.scheduleUpdate();
  }

  protected override updated(): void {
    if (this.#holdings.listing.current.state === 'loading') return;
    for (const done of this.#waiting.splice(0)) done();
  }

  /** Asks again for everything that is shown; settles when it is drawn, also when it failed. */
  async refresh(): Promise<void> {
    this.#holdings.retry();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Back to the beginning: no filters, no search, no opened item. */
  reset(): void {
    this.#show({}, 'replace');
    this.filtering = false;
  }

  /** One step back inside, from an opened item to the list; false at the list. For screens with a way back of their own. */
  back(): boolean {
    if (!this.shown.item) return false;
    this.#act({ item: undefined });
    return true;
  }

  private get scope(): Scope {
    return { agency: this.agency ?? this.configured('agency'), category: this.category, kind: this.kind };
  }

  /** With an item opened from a link, the list is not asked for before somebody goes back to it. */
  private get wanted(): boolean {
    return !this.shown.item || this.#holdings.listing.current.state !== 'idle';
  }

  private get query() {
    const limit = Math.min(Math.max(Math.trunc(this.pageSize) || PAGE_SIZE, 1), LARGEST_PAGE);
    const facets = !(isOn(this.withoutFacets) && isOn(this.withoutTree));
    return { ...filtersOf(this.shown, this.scope), ...(this.shown.sort && { sort: sortOf(this.shown) }), ...(facets && { facets }), limit };
  }

  private get scene(): Scene {
    const { t, language, scope, shown } = this;
    const holdings = this.#holdings;
    const total = holdings.listing.page?.total;
    return {
      t, language, scope, holdings,
      state: shown,
      limit: this.query.limit,
      most: this.#most,
      heading: this.heading ?? t('heading'),
      total: total ? formatNumber(total.value, language) + (total.relation === 'gte' ? '+' : '') : undefined,
      withTree: !isOn(this.withoutTree),
      withFacets: !isOn(this.withoutFacets),
      withSearch: !isOn(this.withoutSearch),
      filtering: this.filtering,
      unfolded: this.unfolded,
      acted: this.#acted,
      said: this.said,
      href: this.itemHref ?? this.#link.href({ ...shown, item: '{id}' })?.split('%7Bid%7D').join('{id}'),
      setting: { link: this.publicHref, api: this.apiUrl, theme: this.theme, scheme: this.scheme, live: this.live, feedback: isOn(this.feedback) },
      notice: this.#live?.view(language),
      acts: this.#acts,
    };
  }

  protected override view(): TemplateResult {
    const { scene } = this;
    const { item } = this.shown;
    return html`<div class="browse" ?hidden=${item !== undefined}>${browse(scene)}</div>
      ${item === undefined ? nothing : itemView(scene, item, this.#disclosure)}`;
  }

  readonly #acts: Acts = {
    choose: (key, value) => this.#act({ [key]: value }),
    drop: (key) => this.#drop({ [key]: undefined }),
    clear: () => this.#drop(Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined]))),
    unfold: (list) => (this.unfolded = toggled(this.unfolded, list)),
    toggleFilters: () => {
      this.filtering = !this.filtering;
      if (!this.filtering) void this.#focus('.filter');
    },
    sort: (sort) => this.#act({ sort }),
    search: (event) => {
      takeOver(event);
      if (this.dispatchEvent(new SunlitSearchEvent(event.q))) this.#act({ q: event.q, sort: undefined });
    },
    select: (event) => {
      takeOver(event);
      this.#open(event.subject);
    },
    open: (subject) => this.#open(subject),
    click: (event) => this.#click(event),
    more: () => void this.#more(),
    retry: () => {
      this.#acted = true;
      this.#holdings.retry();
    },
    back: () => this.#act({ item: undefined }),
    ready: (event) => {
      event.stopPropagation();
      if (this.shown.item) this.announceReady();
    },
  };

  /** A reader changes what is shown. */
  #act(change: Readonly<Partial<Record<StateKey, string | undefined>>>): void {
    const next = changed(this.shown, change);
    this.#acted = true;
    this.#show(next, PLACES.some((key) => next[key] !== this.shown[key]) ? 'push' : 'replace');
    this.dispatchEvent(new SunlitChangeEvent({ ...next }));
  }

  #drop(change: Readonly<Partial<Record<FilterKey, undefined>>>): void {
    this.#act(change);
    void this.#focus('.total'); // the chip that had the focus is gone
  }

  #show(next: DirectoryState, how: 'push' | 'replace' | 'stay'): void {
    const { item } = this.shown;
    if (next.item && !item) {
      const scrollBack = rememberScroll(this);
      const id = next.item;
      this.#comeBack = async () => this.#focus(`[data-id="${id}"]`).then(scrollBack);
    }
    this.shown = next;
    if (how !== 'stay') this.#link.write(next, how);
    if (next.item && next.item !== item) void this.#arrive();
    else if (!next.item && item) void (this.#comeBack?.() ?? this.#focus('.total'));
    if (!next.item) this.#comeBack = undefined;
  }

  /** The reader went through the history of the page. */
  #travel(next: DirectoryState): void {
    if (JSON.stringify(next) === JSON.stringify(this.shown)) return;
    this.#acted = true;
    this.#show(next, 'stay');
    this.dispatchEvent(new SunlitChangeEvent({ ...next }));
  }

  async #arrive(): Promise<void> {
    await this.#focus('.back');
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const wanted = this.renderRoot.querySelector<HTMLElement>(selector) ?? this.renderRoot.querySelector<HTMLElement>('.total');
    wanted?.focus({ preventScroll: true });
  }

  #open(subject: Subject): void {
    if (!this.dispatchEvent(new SunlitSelectEvent(subject))) return;
    if (subject.type === 'agency') this.#act({ agency: subject.id, q: undefined, item: undefined });
    else if (this.itemHref) location.assign(this.itemHref.split('{id}').join(encodeURIComponent(subject.id)));
    else this.#act({ item: subject.id });
  }

  #click(event: MouseEvent): void {
    const title = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    const chosen = this.#holdings.listing.items.find(({ id }) => id === title?.dataset.id);
    if (!chosen || (title instanceof HTMLAnchorElement && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey))) return;
    const go = this.dispatchEvent(new SunlitSelectEvent({ type: 'disclosure', id: chosen.id, title: chosen.title }));
    if (go && this.itemHref) return; // the link leads there by itself
    event.preventDefault();
    if (go) this.#act({ item: chosen.id });
  }

  async #more(): Promise<void> {
    const { listing } = this.#holdings;
    const before = listing.items.length;
    const n = await listing.next();
    if (n === 0) return;
    const { t, language, total = '' } = this.scene;
    this.said = t('added', { n, shown: formatNumber(before + n, language), total });
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLElement>('[data-id]')][before]?.focus();
    this.dispatchEvent(new SunlitChangeEvent({ ...this.shown }));
  }

  #came(): void {
    if (this.#acted) this.said = this.t('total', { total: this.scene.total ?? '' });
    this.announceReady();
  }

  #placed({ id, path }: Agency): void {
    const { agency } = this.scope;
    if (id === this.shown.agency && agency && !path.some((above) => above.id === agency)) this.#show(changed(this.shown, { agency: undefined }), 'replace');
  }
}

/** The widgets inside are parts of us: what they say to the page, we say. */
function takeOver(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-directory': SunlitDirectory;
  }
}
