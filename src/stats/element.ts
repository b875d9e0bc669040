import type { Agency } from '@sunlit/client';
import type { DisclosureFigures, Freshness, Overview } from '@sunlit/client/statistics';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { booleanAttribute, isOn } from '../shared/boolean.ts';
import { DeepLink } from '../shared/deep-link.ts';
import { SunlitElement } from '../shared/element.ts';
import { SunlitChangeEvent, SunlitSelectEvent } from '../shared/events.ts';
import { formatMoment } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { failed, offline } from '../shared/states.ts';
import { Charts } from './charts.ts';
import { disclosures } from './disclosures.ts';
import { freshness } from './freshness.ts';
import { overview } from './overview.ts';
import { requests, type Annual } from './requests.ts';
import { choice, placeName, type Measure, type Scene } from './scene.ts';
import { annualAt, statisticsAt } from './source.ts';
import { STATE_KEYS, SUBJECTS, changed, stateOf, subjectOf, type StatsState, type Subject } from './state.ts';
import { strings, type StatsKey } from './strings/index.ts';
import { statsStyles } from './styles.ts';
import { topics } from './topics.ts';
import type { Wall } from './wall.ts';

/**
 * @summary What was published, asked, answered and is late, for any place in the tree of agencies: figures, charts with their tables, the annual report's tables, open data.
 * @fires {SunlitSelectEvent} sunlit-select - A reader goes to another agency; `subject` is which. Cancel it to go there yourself.
 * @fires {SunlitChangeEvent} sunlit-change - A reader changed what is shown; `state` is what a deep link would hold.
 * @fires {SunlitReadyEvent} sunlit-ready - The first figures are drawn.
 * @fires {SunlitLoadErrorEvent} sunlit-load-error - Something could not be loaded; `error` says why.
 * @csspart figures - The large figures.
 * @csspart chart - A chart with its words and its table.
 * @csspart table - A table.
 * @csspart places - The places below.
 * @csspart wall - The figures on a wall.
 * @cssproperty --sunlit-height - Height of the wall. Default: that of the screen.
 * @example <sunlit-stats agency="qinghe" deep-link></sunlit-stats>
 */
export class SunlitStats extends SunlitElement<StatsKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, statsStyles];

  protected override readonly strings = strings;

  /** The agency at the top of what is shown, with all below it; a reader goes down from here. Without it, all agencies. */
  @property() agency: string | undefined;

  /** The year that is shown at first. Default: this year. */
  @property() year: string | undefined;

  /** What is shown at first: `overview` (default), `disclosures`, `requests`, `topics` or `freshness`. */
  @property() subject: string | undefined;

  /** `page` (default), or `wall` for the screen of a hall or a street, which nobody touches. */
  @property() mode: 'page' | 'wall' | undefined;

  /** What stands above; empty for nothing. */
  @property() heading: string | undefined;

  /** Shows the places below without an order of rank. */
  @property({ ...booleanAttribute, attribute: 'without-ranking' }) withoutRanking = false;

  /** Keeps the state in the address of the page: `query` or `hash`. */
  @property({ attribute: 'deep-link' }) deepLink: string | undefined;

  /** Tells several such elements of one page apart in the address; else the id does. */
  @property() name = '';

  @state() private shown: StatsState = {};
  @state() private measure: Measure = 'published';
  @state() private open: ReadonlySet<string> = new Set();
  @state() private told = '';

  /** The reader went somewhere, and is told when it is there. */
  #going = false;

  #link = new DeepLink(this, {
    mode: () => this.deepLink,
    name: () => this.name || this.id,
    keys: STATE_KEYS,
    restore: (given) => (this.shown = stateOf(given)),
  });
  #charts = new Charts(this);
  #overview = new Load<Overview>(this, {
    key: () => this.#key('overview'),
    fetch: (signal, onSource) => statisticsAt(this.apiUrl, this.language).overview(this.#query, { signal, onSource }),
    done: () => this.#came(),
  });
  #disclosures = new Load<DisclosureFigures>(this, {
    key: () => (this.mode === 'wall' || this.#subject === 'disclosures' ? this.#key('disclosures') : undefined),
    fetch: (signal, onSource) => statisticsAt(this.apiUrl, this.language).disclosures(this.#query, { signal, onSource }),
  });
  #annual = new Load<Annual>(this, {
    key: () => {
      const year = this.#overview.latest?.year;
      return this.mode !== 'wall' && this.#subject === 'requests' && this.#agency && year ? JSON.stringify([this.#key('annual'), year, this.shown.own]) : undefined;
    },
    fetch: (signal, onSource) => annualAt(statisticsAt(this.apiUrl, this.language), { agency: this.#agency ?? '', year: this.#overview.latest?.year ?? 0, below: this.shown.own !== 'true' }, { signal, onSource }),
  });
  #freshness = new Load<Freshness>(this, {
    key: () => (this.mode !== 'wall' && this.#subject === 'freshness' && this.#agency ? JSON.stringify([this.apiUrl, this.#agency, this.language]) : undefined),
    fetch: (signal, onSource) => statisticsAt(this.apiUrl, this.language).freshness(this.#agency ?? '', { signal, onSource }),
  });
  /** The way down to the place that is shown. */
  #place = new Load<Agency>(this, {
    key: () => (this.mode !== 'wall' && this.shown.agency ? JSON.stringify([this.apiUrl, this.shown.agency, this.language]) : undefined),
    fetch: (signal, onSource) => this.client.agencies.get(this.shown.agency ?? '', { signal, onSource }),
  });
  #wall = new Load<Wall>(this, {
    key: () => (this.mode === 'wall' ? 'wall' : undefined),
    fetch: async () => new (await import('./wall.ts')).Wall(this, { refresh: () => this.refresh() }),
  });

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) this.shown = stateOf(this.#link.read());
    await super.scheduleUpdate();
  }

  protected override willUpdate(given: PropertyValues): void {
    super.willUpdate(given);
    if (!this.hasUpdated) return;
    if (given.has('agency') || given.has('api')) this.shown = changed(this.shown, { agency: undefined });
    // What a page sets now goes before what was chosen.
    for (const name of ['subject', 'year'] as const) if (given.has(name)) this.shown = changed(this.shown, { [name]: undefined });
  }

  protected override updated(): void {
    if (!this.#going || this.#overview.current.state !== 'ready') return;
    this.#going = false;
    this.renderRoot.querySelector<HTMLElement>('#place')?.focus();
  }

  /** Asks again for everything that is shown. */
  refresh(): void {
    this.#charts.retry();
    for (const load of [this.#overview, this.#disclosures, this.#annual, this.#freshness, this.#place]) if (load.current.state !== 'idle') load.retry();
  }

  /** Goes back to the beginning. */
  reset(): void {
    this.open = new Set();
    this.measure = 'published';
    this.told = '';
    this.#show({}, 'replace');
  }

  get #root(): string | undefined {
    return this.agency ?? this.configured('agency');
  }

  get #agency(): string | undefined {
    return this.shown.agency ?? this.#root;
  }

  get #subject(): Subject {
    return subjectOf(this.shown.subject ?? this.subject);
  }

  get #query(): { agency?: string; year?: number } {
    const { year } = stateOf({ year: this.shown.year ?? this.year });
    return { ...(this.#agency && { agency: this.#agency }), ...(year && { year: Number(year) }) };
  }

  #key(what: string): string {
    return JSON.stringify([what, this.apiUrl, this.language, this.#query]);
  }

  protected override view(): TemplateResult {
    const { t, language } = this;
    const { current, latest } = this.#overview;
    if (this.mode === 'wall') return this.#onWall();
    const scene = latest && this.#scene(latest);
    return html`${this.heading === '' ? nothing : html`<h2>${this.heading ?? t('title')}</h2>`}
      ${scene ? this.#controls(scene) : html`<div class="controls"><span class="skeleton wait-control"></span><span class="skeleton wait-control"></span></div>`}
      <p class="hidden-text" role="status">${this.told}</p>
      ${current.state === 'failed' ? failed(t, current.error, () => this.refresh()) : nothing}
      ${current.state === 'ready' ? offline(t, language, current.asOf, () => this.refresh()) : nothing}
      ${current.state === 'failed' ? nothing : scene
        ? html`<div class="shown" aria-busy=${current.state === 'loading'}>${this.#whose(scene)}${this.#isEmpty(scene) ? this.#nothing(scene) : this.#about(scene)}${this.#described(scene)}</div>`
        : html`<div class="large" aria-busy="true"><span class="hidden-text" role="status">${t('loading')}</span>${[0, 1, 2, 3, 4, 5, 6].map(() => html`<span class="skeleton figure"></span>`)}</div>`}`;
  }

  #onWall(): TemplateResult {
    const { t, language } = this;
    const { current: of } = this.#overview;
    const wall = this.#wall.current;
    if (of.state === 'failed' && !of.previous) return failed(t, of.error, () => this.refresh());
    if (wall.state === 'failed') return failed(t, wall.error, () => this.#wall.retry());
    const { latest } = this.#overview;
    if (!latest || wall.state !== 'ready') return html`<div class="wall-wait" aria-busy="true"><span class="hidden-text" role="status">${t('loading')}</span></div>`;
    const asOf = of.state === 'ready' ? of.asOf : undefined;
    return wall.value.view({ scene: this.#scene(latest), disclosures: this.#disclosures.latest, ranked: !isOn(this.withoutRanking), heading: this.heading, language, asOf });
  }

  #controls(scene: Scene): TemplateResult {
    const { t } = this;
    const { overview: { year, years, below } } = scene;
    const path = this.#place.latest?.id === this.shown.agency ? (this.#place.latest?.path ?? []) : [];
    const root = this.#root;
    const from = path.findIndex(({ id }) => id === root);
    // Above where the page begins nobody goes.
    const above = path.slice(from < 0 ? 0 : from, -1);
    const isTop = !this.shown.agency || this.shown.agency === root;
    const toYear = (event: Event) => scene.choose({ year: (event.target as HTMLSelectElement).value });
    const down = (event: Event) => {
      const found = below.find(({ agency }) => agency.id === (event.target as HTMLSelectElement).value);
      if (found) scene.goTo(found.agency);
    };
    return html`<div class="controls no-print">
        <nav class="path" aria-label=${t('path')}>${isTop ? nothing : html`${root === undefined || from < 0 ? html`${choice(scene, { agency: undefined }, root === undefined ? t('everything') : t('path.top'), { type: 'button quiet' })}${icons.next}` : nothing}
          ${above.map((one) => html`${choice(scene, { agency: one.id === root ? undefined : one.id }, one.name, { type: 'button quiet', act: () => scene.goTo(one) })}${icons.next}`)}`}
          <span class="here" aria-current="location"><bdi>${placeName(scene)}</bdi></span></nav>
        <div class="picks">
          ${below.length === 0 ? nothing : html`<label><span class="small muted">${t('below')}</span><select class="field" name="below" .value=${''} @change=${down}><option value="">${t('below.choose')}</option>${below.map(({ agency }) => html`<option value=${agency.id}>${agency.name}</option>`)}</select></label>`}
          <label><span class="small muted">${t('year')}</span><select class="field" name="year" @change=${toYear}>${[...new Set([...years, year])].sort((a, b) => b - a).map((one) => html`<option value=${one} ?selected=${one === year}>${t('year.one', { year: one })}</option>`)}</select></label>
        </div>
      </div>
      <nav class="subjects no-print" aria-label=${t('subjects')}>${SUBJECTS.map((subject) => choice(scene, { subject: subject === subjectOf(this.subject) ? undefined : subject }, t(`subject.${subject}`), { type: 'subject', current: subject === this.#subject }))}</nav>`;
  }

  #whose(scene: Scene): TemplateResult {
    const { t, language } = this;
    const { overview: { year, asOf } } = scene;
    return html`<header class="whose"><h3 id="place" tabindex="-1"><bdi>${placeName(scene)}</bdi> · ${t(`subject.${this.#subject}`)}${this.#subject === 'freshness' ? nothing : html` · ${t('year.one', { year })}`}</h3>
      <p class="small muted">${t('asOf', { time: formatMoment(asOf, language) })}</p></header>`;
  }

  /** A year in which nothing happened here; how current columns are is of no year. */
  #isEmpty({ overview: { whole: { published, requests: { received, ended }, topics: { asked, answered }, ratings } } }: Scene): boolean {
    return this.#subject !== 'freshness' && [published, received, ended, asked, answered, ratings.n].every((n) => n === 0);
  }

  #nothing(scene: Scene): TemplateResult {
    const { t } = this;
    return html`<div class="empty"><p class="strong">${t('none', { year: scene.overview.year })}</p><p class="muted">${t('none.text')}</p></div>`;
  }

  #about(scene: Scene): TemplateResult {
    const { t } = this;
    switch (this.#subject) {
      case 'overview': return overview(scene);
      case 'topics': return topics(scene);
      case 'disclosures': return this.#loaded(this.#disclosures, (figures) => disclosures(scene, figures));
      case 'requests': return this.#agency ? this.#loaded(this.#annual, (annual) => requests(scene, annual)) : this.#choosePlace(scene, t('requests.agency'));
      case 'freshness': return this.#agency ? this.#loaded(this.#freshness, (figures) => freshness(scene, figures)) : this.#choosePlace(scene, t('fresh.agency'));
    }
  }

  #loaded<T>(load: Load<T>, view: (value: T) => TemplateResult): TemplateResult {
    const { current, latest } = load;
    if (current.state === 'failed') return failed(this.t, current.error, () => load.retry());
    if (latest === undefined) return html`<div aria-busy="true"><span class="hidden-text" role="status">${this.t('loading')}</span><div class="large">${[0, 1, 2].map(() => html`<span class="skeleton figure"></span>`)}</div><span class="skeleton wait-months"></span></div>`;
    return html`${current.state === 'ready' ? offline(this.t, this.language, current.asOf, () => load.retry()) : nothing}${view(latest)}`;
  }

  #choosePlace(scene: Scene, text: string): TemplateResult {
    return html`<div class="choose"><p>${text}</p><ul>${scene.overview.below.map(({ agency }) => html`<li>${choice(scene, { agency: agency.id }, agency.name, { act: () => scene.goTo(agency) })}</li>`)}</ul></div>`;
  }

  #described({ overview: { agency, year } }: Scene): TemplateResult {
    const url = new URL('v1/open-data', this.client.baseUrl);
    if (agency) url.searchParams.set('agency', agency.id);
    url.searchParams.set('year', String(year));
    return html`<footer class="small no-print"><a href=${url.href}>${this.t('data.described')}</a></footer>`;
  }

  #scene(overview: Overview): Scene {
    const { t, language, shown } = this;
    return {
      t, language, shown, overview,
      charts: this.#charts,
      measure: isOn(this.withoutRanking) ? undefined : this.measure,
      rankBy: (measure) => (this.measure = measure),
      isOpen: (chart) => this.open.has(chart),
      toggle: (chart) => (this.open = this.open.has(chart) ? new Set([...this.open].filter((one) => one !== chart)) : new Set([...this.open, chart])),
      choose: (change) => this.#act(change),
      goTo: ({ id, name }) => this.#goTo(id, name),
      href: (change) => this.#link.href(changed(shown, change)),
      dataHref: (table, format) => statisticsAt(this.apiUrl, language).tableUrl(table, { ...(overview.agency && { agency: overview.agency.id }), year: overview.year, format }),
    };
  }

  #goTo(id: string, title: string): void {
    if (!this.dispatchEvent(new SunlitSelectEvent({ type: 'agency', id, title }))) return;
    this.#going = true;
    this.#act({ agency: id === this.#root ? undefined : id });
  }

  #act(change: StatsState): void {
    this.#show(changed(this.shown, change), 'push');
    if ('subject' in change) this.#tell();
    this.dispatchEvent(new SunlitChangeEvent({ ...this.shown }));
  }

  #show(next: StatsState, how: 'push' | 'replace'): void {
    this.shown = next;
    this.#link.write(next, how);
  }

  #came(): void {
    this.announceReady();
    if (this.hasUpdated) this.#tell();
  }

  /** Says to those who do not see it what is shown now. */
  #tell(): void {
    const { latest } = this.#overview;
    if (latest) this.told = this.t('said', { place: latest.agency?.name ?? this.t('everything'), year: latest.year, subject: this.t(`subject.${this.#subject}`) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-stats': SunlitStats;
  }
}
