import type { Outbox } from '@sunlit/client/outbox';
import { forgetDevice, tokenLasts, visitToken, type TopicsClient } from '@sunlit/client/topics';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { booleanAttribute, isOn } from '../shared/boolean.ts';
import { DeepLink } from '../shared/deep-link.ts';
import { SunlitElement } from '../shared/element.ts';
import { SunlitChangeEvent, SunlitLoadErrorEvent, SunlitSelectEvent } from '../shared/events.ts';
import { formatNumber } from '../shared/format.ts';
import { listingStyles } from '../shared/listing-styles.ts';
import { Load } from '../shared/load.ts';
import { failed, skeleton } from '../shared/states.ts';
import { pastTopicCaches, topicsAt } from '../shared/topics.ts';
import { browse } from './browse.ts';
import type { TopicComposer } from './compose.ts';
import { Holdings } from './holdings.ts';
import type { TopicsLive } from './live.ts';
import type { TopicsHanging } from './hanging.ts';
import { Memory } from './memory.ts';
import type { TopicPages } from './page.ts';
import { Reading, type Opened } from './reading.ts';
import type { Report } from './report.ts';
import { skeletonRow } from './rows.ts';
import type { Acts, Scene, Supportable } from './scene.ts';
import { standingOf } from './standing.ts';
import { STATE_KEYS, VIEWS, changed, queryOf, stateOf, viewOf, type BoardState, type Scope, type StateKey } from './state.ts';
import { strings, type TopicsKey } from './strings/index.ts';
import { boardStyles } from './styles.ts';
import { Supporting } from './supporting.ts';

const PAGE_SIZE = 20;
const LARGEST_PAGE = 100;

/**
 * @summary The topic board (点题公开): what residents want to see next, supported and written without an account, and what became of it.
 * @fires {SunlitTopicSentEvent} sunlit-topic-sent - A topic was written, and the server has it; `topicId`, `topicNo` and `agencyId`.
 * @fires {SunlitTopicSupportEvent} sunlit-topic-support - A topic is supported, or no more, and the server has counted it; `topicId` and `supports`.
 * @fires {SunlitTopicAnsweredEvent} sunlit-topic-answered - Somebody who was about to write found their answer; `by` and `agencyId`.
 * @fires {SunlitSelectEvent} sunlit-select - A reader opens a topic or a disclosure; `subject` is what. Cancel it to open it yourself.
 * @fires {SunlitChangeEvent} sunlit-change - A reader changed what is shown; `state` is what a deep link would hold.
 * @fires {SunlitReadyEvent} sunlit-ready - The first topics are drawn.
 * @fires {SunlitLoadErrorEvent} sunlit-load-error - Something could not be loaded; `error` says why.
 * @csspart banner - The round or the promise, and how the agency keeps its word.
 * @csspart filters - Everything that narrows the list.
 * @csspart results - The list.
 * @csspart item - An opened topic.
 * @csspart composer - The form in which a topic is written.
 * @csspart live - Says what has changed since the list was drawn.
 * @example <sunlit-topics api="https://open.example.gov.cn" agency="liuhe-heping" deep-link></sunlit-topics>
 */
export class SunlitTopics extends SunlitElement<TopicsKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, listingStyles, boardStyles];

  protected override readonly strings = strings;

  /** The agency whose board it is, with the boards below it. */
  @property() agency: string | undefined;

  /** Shows only the board of the agency itself. */
  @property({ ...booleanAttribute }) own = false;

  /** Shows only topics of this category. */
  @property() category: string | undefined;

  /** Shows only topics of this round. */
  @property() round: string | undefined;

  /** Opens this topic at first. */
  @property() topic: string | undefined;

  /** The disclosure that a correction is about: whoever writes need not look for it. */
  @property() disclosure: string | undefined;

  /** What is shown at first: `open` (default), `supports`, `newest`, `answered`, `late` or `mine`. */
  @property({ attribute: 'view' }) startView: string | undefined;

  /** `list` (default), or `board` for the screen on a wall, which nobody touches. */
  @property() mode: 'list' | 'board' | undefined;

  /** What stands above; empty for nothing. */
  @property() heading: string | undefined;

  /** Topics per page, 1 to 100. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = PAGE_SIZE;

  /** Keeps the state in the address of the page: `query` or `hash`. */
  @property({ attribute: 'deep-link' }) deepLink: string | undefined;

  /** Tells several boards of one page apart in the address; else the id does. */
  @property() name = '';

  /** Address of a topic on the site, with `{id}`. Without it, topics open inside. */
  @property({ attribute: 'topic-href' }) topicHref: string | undefined;

  /** The page on which everybody reads the board, for the codes of screens and sheets; a topic’s has `sunlit-topic=…`. Default: this page. */
  @property({ attribute: 'board-href' }) boardHref: string | undefined;

  /** Address of a disclosure on the site, with `{id}`. Without it, disclosures open inside. */
  @property({ attribute: 'item-href' }) itemHref: string | undefined;

  /** The page with `<sunlit-request>`, for what is no topic. */
  @property({ attribute: 'request-href' }) requestHref: string | undefined;

  /** The page for complaints and reports (投诉举报). */
  @property({ attribute: 'complaint-href' }) complaintHref: string | undefined;

  /** The page for petitions (信访). */
  @property({ attribute: 'petition-href' }) petitionHref: string | undefined;

  /** `shared`: the next person at this screen is somebody else, so nothing is kept; it is so by itself in the hall theme. */
  @property() device: 'personal' | 'shared' | undefined;

  /** `off`: says nothing of what happens while the page is open. */
  @property() live: string | undefined;

  /** Keeps what is written and supported without a network, and sends it later. */
  @property({ attribute: false }) outbox: Outbox | undefined;

  @state() private shown: BoardState = {};
  @state() private filtering = false;
  @state() private said = '';
  @state() private composing = false;

  #memory: Memory | undefined;
  #visit: string | undefined;
  #acted = false;
  #composer: TopicComposer | undefined;
  #pages: TopicPages | undefined;
  #live: TopicsLive | undefined;
  #report: Report | undefined;
  #comeBack: string | undefined;
  #followed = false;

  #link = new DeepLink(this, {
    mode: () => this.deepLink,
    name: () => this.name || this.id,
    keys: STATE_KEYS,
    restore: (given) => this.#show(stateOf(given), 'stay'),
  });
  #holdings = new Holdings(this, {
    client: () => this.#client,
    reader: () => this.client,
    apiUrl: () => this.apiUrl,
    root: () => this.scope.agency,
    query: () => (this.#listed ? this.query : undefined),
    filters: () => this.filtering || this.composing,
    mine: () => this.#listed && viewOf(this.shown, this.scope) === 'mine',
    token: () => this.token,
    came: () => this.#came(),
    learnt: (own) => {
      this.#remembered.learn(own);
      this.#begun();
    },
    memory: () => this.#remembered,
  });
  #supporting = new Supporting(this, {
    client: () => this.#client,
    memory: () => this.#remembered,
    shared: () => this.isShared,
    token: () => this.token,
    outbox: () => this.outbox,
    counted: () => pastTopicCaches(this.apiUrl),
  });
  /** The parts that most readers of a list never need. */
  #page = new Load<TopicPages>(this, {
    key: () => (this.shown.topic ? 'page' : undefined),
    fetch: async () => (this.#pages ??= new (await import('./page.ts')).TopicPages(this, () => this.scene, this.#partOptions)),
  });
  #compose = new Load<TopicComposer>(this, {
    key: () => (this.composing ? 'compose' : undefined),
    fetch: async () => (this.#composer ??= new (await import('./compose.ts')).TopicComposer(this, () => this.scene, this.#partOptions)),
  });
  #hanging = new Load<TopicsHanging>(this, {
    key: () => (this.mode === 'board' ? 'hanging' : undefined),
    fetch: async () => new (await import('./hanging.ts')).TopicsHanging(this, () => this.scene, this.#partOptions),
  });
  /** A disclosure in place of the board. */
  #reading = new Reading(this, {
    t: () => this.t,
    setting: () => this.#partOptions.setting(),
    itemHref: () => this.itemHref,
    arrive: () => this.#arrive(),
    focus: (selector) => this.#focus(selector),
  });

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      const given = stateOf(this.#link.read());
      this.shown = changed(given, { topic: given.topic ?? stateOf({ topic: this.topic }).topic });
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(given: PropertyValues): void {
    super.willUpdate(given);
    if (!this.hasUpdated) return;
    if (given.has('topic')) this.shown = changed(this.shown, { topic: stateOf({ topic: this.topic }).topic });
    // Another board, another device: what was begun here is nothing of it.
    if (given.has('api') || given.has('device')) this.#memory = undefined;
    if (given.has('agency') && given.get('agency') !== undefined) this.reset();
  }

  protected override updated(given: PropertyValues): void {
    // On a phone the views are wider than the screen.
    if (given.has('shown')) this.renderRoot.querySelector('.view[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Asks again for everything that is shown. */
  refresh(): void {
    this.#supporting.forget();
    this.#holdings.retry();
    this.#pages?.refresh();
  }

  /** Wipes what was begun, chosen and, on a shared device, done: drafts, search, filters, opened topics, the token of the visit. A kiosk calls it when somebody walks away. */
  reset(): void {
    this.#composer?.reset();
    this.#pages?.reset();
    if (this.isShared) {
      this.#visit = undefined;
      this.#memory?.clear();
      this.#supporting.reset();
    }
    this.composing = this.filtering = false;
    this.#reading.reset();
    this.said = '';
    this.#show(changed({}, { topic: stateOf({ topic: this.topic }).topic }), 'replace');
  }

  /** One step back inside, from what is read, written or opened to what was there before; false at the list. For screens with a way back of their own. */
  back(): boolean {
    if (this.#reading.isOpen) this.#reading.close();
    else if (this.composing) {
      if (!this.#composer?.back()) this.#closeComposer();
    } else if (this.shown.topic) this.#act({ topic: undefined });
    else return false;
    return true;
  }

  /** Opens the form in which a topic is written. */
  compose(): void {
    this.#acted = true;
    this.composing = true;
    void this.#arrive();
  }

  /** Prints the topics that are shown as a sheet for a notice board, with codes and space to write. */
  async print(size: 'A3' | 'A4' = 'A4'): Promise<void> {
    const { t, language, scene } = this;
    const { board, listing } = this.#holdings;
    if (!board.latest) return;
    const { printShown } = await import('./sheet.ts');
    await printShown({ board: board.latest, language, standing: (topic) => standingOf(topic, t, language), boardHref: scene.boardHref, href: this.#address, size }, listing.items, this.#client.topics);
  }

  private get scope(): Scope {
    return {
      agency: this.agency ?? this.configured('agency'),
      own: isOn(this.own),
      category: this.category,
      round: this.round,
      view: VIEWS.find((one) => one === this.startView && !(one === 'mine' && this.isShared)) ?? 'open',
    };
  }

  /** Whether the next person at this screen is somebody else. */
  private get isShared(): boolean {
    return this.device === 'shared' || (this.device !== 'personal' && (this.theme ?? this.configured('theme')) === 'hall');
  }

  /** On a shared device one for this visit; else the SDK has that of the device. */
  private get token(): string | undefined {
    return this.isShared ? (this.#visit ??= visitToken()) : undefined;
  }

  private get query() {
    const query = queryOf(this.shown, this.scope);
    return query && { ...query, limit: Math.min(Math.max(Math.trunc(this.pageSize) || PAGE_SIZE, 1), LARGEST_PAGE) };
  }

  /** With a topic opened from a link, the list is not asked for before somebody goes back to it; a wall asks for its own. */
  get #listed(): boolean {
    return this.mode !== 'board' && (!this.shown.topic || this.#holdings.listing.current.state !== 'idle');
  }

  get #client(): TopicsClient {
    return topicsAt(this.apiUrl, this.language);
  }

  get #remembered(): Memory {
    return (this.#memory ??= new Memory(this.apiUrl, this.isShared));
  }

  private get scene(): Scene {
    const { t, language, scope, shown } = this;
    const total = this.#holdings.listing.page?.total;
    return {
      t, language, scope,
      state: shown,
      view: viewOf(shown, scope),
      reader: () => this.client,
      holdings: this.#holdings,
      supporting: this.#supporting,
      heading: this.heading ?? t('heading'),
      total: total ? formatNumber(total.value, language) + (total.relation === 'gte' ? '+' : '') : undefined,
      filtering: this.filtering,
      said: this.said,
      shared: this.isShared,
      lasting: () => this.isShared || tokenLasts(),
      href: this.topicHref ?? this.#link.href({ ...shown, topic: '{id}' })?.split('%7Bid%7D').join('{id}'),
      address: this.#address,
      boardHref: new URL(this.boardHref ?? location.pathname, document.baseURI).href,
      feed: this.#feed,
      ways: { request: this.requestHref, complaint: this.complaintHref, petition: this.petitionHref },
      notice: () => this.#live?.view(),
      report: () => this.#report?.view(),
      acts: this.#acts,
    };
  }

  /** What the parts need beside the scene. */
  readonly #partOptions = {
    client: () => this.#client,
    setting: () => ({ api: this.apiUrl, theme: this.theme, scheme: this.scheme }),
    topic: () => this.shown.topic,
    token: () => this.token,
    outbox: () => this.outbox,
    disclosure: () => this.disclosure,
    remember: (id: string) => this.#remembered.remember(id, 'wrote'),
    wrote: (id: string) => this.#remembered.relation(id) === 'wrote',
    changed: () => pastTopicCaches(this.apiUrl),
    read: (disclosure: Opened) => this.#reading.open(disclosure),
    say: (text: string) => (this.said = text),
    close: () => this.#closeComposer(),
    ready: () => this.#begun(),
  };

  protected override view(): TemplateResult {
    if (this.mode === 'board') return this.#part(this.#hanging);
    const { scene, composing } = this;
    const reading = this.#reading.view();
    const { topic } = this.shown;
    const covered = reading !== undefined || composing || topic !== undefined;
    return html`<div ?hidden=${covered}>${covered && this.#holdings.listing.current.state === 'idle' ? nothing : browse(scene)}</div>
      ${topic === undefined ? nothing : html`<section class="item" part="item" ?hidden=${reading !== undefined || composing} aria-label=${this.t('item')}>${this.#part(this.#page)}</section>`}
      ${composing ? html`<section class="composer" part="composer" ?hidden=${reading !== undefined}>${this.#part(this.#compose)}</section>` : nothing}
      ${reading ?? nothing}`;
  }

  #part<Part extends { view(): TemplateResult }>(part: Load<Part>): TemplateResult {
    const { current } = part;
    if (current.state === 'failed') return failed(this.t, current.error, () => part.retry());
    return current.state === 'ready' ? current.value.view() : skeleton(this.t, 2, skeletonRow);
  }

  readonly #acts: Acts = {
    choose: (change) => this.#act(change),
    toggleFilters: () => (this.filtering = !this.filtering),
    click: (event) => this.#click(event),
    open: (id) => this.#open(id, ''),
    more: () => void this.#more(),
    retry: () => this.refresh(),
    back: () => this.#act({ topic: undefined }),
    support: (topic) => void this.#support(topic),
    write: () => this.compose(),
    report: (id) => void this.#reportOf(id),
    print: (size) => void this.print(size),
    forget: () => {
      this.#remembered.clear();
      this.#supporting.reset();
      forgetDevice();
      this.#holdings.mine.retry();
    },
  };

  /** On the site, on the board’s page, else here. */
  readonly #address = (id: string): string => {
    const here = this.topicHref ?? (this.boardHref === undefined ? this.#link.href({ topic: '{id}' })?.split('%7Bid%7D').join('{id}') : undefined);
    const url = new URL(here?.split('{id}').join(encodeURIComponent(id)) ?? this.boardHref ?? location.href, document.baseURI);
    if (here === undefined) url.searchParams.set('sunlit-topic', id);
    return url.href;
  };

  get #feed(): string | undefined {
    try {
      const { agency } = this.scope;
      return this.#client.topics.feedUrl({ ...(agency && { agency }), ...(viewOf(this.shown, this.scope) === 'answered' && { state: 'answered' }) });
    } catch {
      return undefined; // no usable address of the API
    }
  }

  /** A reader changes what is shown. */
  #act(change: Readonly<Partial<Record<StateKey, string | undefined>>>): void {
    const next = changed(this.shown, change);
    this.#acted = true;
    this.#show(next, 'q' in change || 'topic' in change || 'view' in change ? 'push' : 'replace');
    this.dispatchEvent(new SunlitChangeEvent({ ...next }));
  }

  #show(next: BoardState, how: 'push' | 'replace' | 'stay'): void {
    const { topic } = this.shown;
    this.shown = next;
    if (how !== 'stay') this.#link.write(next, how);
    if (next.topic && next.topic !== topic) {
      this.#comeBack ??= next.topic;
      void this.#arrive();
    } else if (!next.topic && topic) {
      void this.#focus(`[data-topic="${this.#comeBack ?? topic}"]`);
      this.#comeBack = undefined;
    }
  }

  async #arrive(): Promise<void> {
    await this.updateComplete;
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    (this.renderRoot.querySelector<HTMLElement>(selector) ?? this.renderRoot.querySelector<HTMLElement>('.total'))?.focus();
  }

  #click(event: MouseEvent): void {
    const title = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-topic]') : null;
    const id = title?.dataset.topic;
    if (!id || (title instanceof HTMLAnchorElement && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey))) return;
    const words = this.#holdings.listing.items.find((one) => one.id === id)?.title ?? title.textContent ?? '';
    event.preventDefault();
    this.#open(id, words.trim());
  }

  #open(id: string, title: string): void {
    if (!this.dispatchEvent(new SunlitSelectEvent({ type: 'topic', id, title }))) return;
    if (this.topicHref) location.assign(this.topicHref.split('{id}').join(encodeURIComponent(id)));
    else {
      this.composing = false;
      this.#act({ topic: id });
    }
  }

  async #reportOf(id: string): Promise<void> {
    try {
      const { Report: Shown } = await import('./report.ts');
      this.#report = new Shown(this, () => this.scene, () => this.#client, id);
    } catch (error) {
      this.dispatchEvent(new SunlitLoadErrorEvent(error));
      this.said = this.t('part.failed');
    }
    this.requestUpdate();
  }

  #closeComposer(): void {
    this.composing = false;
    void this.#focus('.write');
  }

  async #support(topic: Supportable): Promise<void> {
    const { t, language } = this;
    if (!(await this.#supporting.tap(topic))) return;
    const { on, waiting, total } = this.#supporting.standing(topic);
    this.said = waiting ? t('said.waiting') : t(on ? 'said.supported' : 'said.unsupported', { n: formatNumber(total, language) });
  }

  async #more(): Promise<void> {
    const { listing } = this.#holdings;
    const before = listing.items.length;
    const n = await listing.next();
    if (n === 0) return;
    const { t, language, total = '' } = this.scene;
    this.said = t('added', { n, shown: formatNumber(before + n, language), total });
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLElement>('.results [data-topic]')][before]?.focus();
  }

  #came(): void {
    this.#supporting.forget();
    if (this.#acted) this.said = this.t('total', { total: this.scene.total ?? '' });
    this.#begun();
  }

  #begun(): void {
    this.announceReady();
    this.#follow();
  }

  /** What happens on the boards while somebody reads, once the page has time. */
  #follow(): void {
    if (this.#followed || this.live === 'off' || this.mode === 'board') return;
    this.#followed = true;
    (globalThis.requestIdleCallback ?? setTimeout)(() => {
      import('./live.ts').then(({ TopicsLive: Live }) => {
        this.#live = new Live(this, () => this.scene, {
          api: () => this.apiUrl,
          on: () => this.live !== 'off',
          query: () => this.query,
          topic: () => this.#pages?.topic,
          say: (text) => (this.said = text),
          changed: () => pastTopicCaches(this.apiUrl),
          show: () => this.refresh(),
        });
      }, () => undefined); // a board whose file does not come is as it was
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-topics': SunlitTopics;
  }
}
