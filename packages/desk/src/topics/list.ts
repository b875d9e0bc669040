import type { Round, TopicPurpose } from '@sunlit/client';
import type { PostingQuery, PostingSummary } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { agencyChoices } from '../frame/agencies.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { TopicElement } from './page.ts';
import { postingRow } from './row.ts';
import { Watching } from './watching.ts';

/** Without one of them, everything that is not ended. */
const STATES = ['', 'unread', 'unassigned', 'waiting', 'mine', 'late', 'ended'] as const;
const PURPOSES: readonly TopicPurpose[] = ['disclose', 'ask', 'correct'];
/** As many as are asked for when looking for what is new. */
const MOST_LOOKED_AT = 100;

interface Chosen {
  readonly state: (typeof STATES)[number];
  readonly agency: string;
  readonly purpose: TopicPurpose | '';
  readonly round: string;
  readonly q: string;
}

/**
 * @summary The postings of my agencies, by what is due first; what is new is said, and the list does not jump.
 */
export class DeskTopics extends TopicElement {
  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private chosen: Chosen = { state: '', agency: '', purpose: '', round: '', q: '' };
  /** How many came since the list was drawn, and whether some are no longer of it. */
  @state() private news = { came: 0, went: false };

  readonly #rows = new Rows<PostingSummary>(this, {
    key: () => [this.language, ...Object.values(this.chosen)].join(' '),
    fetch: (cursor, signal) => {
      if (cursor === undefined) this.news = { came: 0, went: false };
      return this.desk.client.board.list({ ...this.#asked(), ...(cursor && { cursor }) }, { signal });
    },
  });
  readonly #rounds = new Rows<Round>(this, {
    key: () => this.#roundsOf,
    fetch: async (_, signal) => (this.#roundsOf === '' ? { items: [] } : this.desk.client.rounds.list({ agency: this.#roundsOf }, { signal })),
  });

  constructor() {
    super();
    new Watching(this, () => this.look());
  }

  /** Rounds are of one agency: the one that is filtered by, or the only one there is. */
  get #roundsOf(): string {
    const own = [...new Set(this.me.grants.map(({ agency }) => agency.id))];
    return this.chosen.agency || (own.length === 1 ? (own[0] ?? '') : '');
  }

  #asked(): PostingQuery {
    const { state: group, agency, purpose, round, q } = this.chosen;
    return { ...(group && { state: group }), ...(agency && { agency }), ...(purpose && { purpose }), ...(round && { round }), ...(q && { q }) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    const asked = (name: string) => this.query.get(name) ?? '';
    this.chosen = {
      state: STATES.find((one) => one === asked('state')) ?? '', purpose: PURPOSES.find((one) => one === asked('purpose')) ?? '', agency: asked('agency'), round: asked('round'), q: asked('q'),
    };
  }

  /** What changed in a row is shown in its place. What is new waits until it is asked for, so that nothing moves under a finger. */
  async look(): Promise<void> {
    const rows = this.#rows;
    if (rows.state !== 'ready') return;
    const shown = rows.items;
    const page = await this.desk.client.board.list({ ...this.#asked(), limit: MOST_LOOKED_AT }).then((answer) => answer, () => undefined); // the next look may succeed
    if (!page || rows.items !== shown) return;
    const fresh = new Map(page.items.map((one) => [one.id, one]));
    rows.items = shown.map((one) => fresh.get(one.id) ?? one);
    const known = new Set(shown.map(({ id }) => id));
    const last = rows.hasMore ? page.items.findLastIndex(({ id }) => known.has(id)) : page.items.length;
    this.news = { came: page.items.slice(0, last).filter(({ id }) => !known.has(id)).length, went: page.next === undefined && shown.some(({ id }) => !fresh.has(id)) };
    this.requestUpdate();
  }

  protected override view(): TemplateResult {
    const { t, say, chosen } = this;
    const rounds = this.#rounds.items;
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.topics')}</h1>
        <div class="buttons">
          ${this.desk.may('topics.settings') ? html`<a class="button" href=${this.desk.href('topics/settings')}>${t('settings')}</a>` : nothing}
          ${this.desk.may('ratings.read') ? html`<a class="button" href=${this.desk.href('topics/ratings')}>${t('ratings')}</a>` : nothing}
          <a class="button" href=${this.desk.href('topics/rounds')}>${t('rounds')}</a>
          ${this.desk.may('topics.moderate') ? html`<a class="button primary" href=${this.desk.href('topics/new')}>${t('entering')}</a>` : nothing}
        </div></div>
      <div class="choices" role="group" aria-label=${t('list.which')}>${STATES.map((one) => html`<button class="button" type="button" aria-pressed=${String(chosen.state === one)} @click=${() => this.#choose({ state: one })}>${t(`list.${one || 'all'}`)}</button>`)}</div>
      <div class="filters">
        ${filter(say('agency'), chosen.agency, agencyChoices(say, this.me, chosen.agency), (agency) => this.#choose({ agency, round: '' }))}
        ${filter(t('purpose'), chosen.purpose, [{ value: '' as const, text: say('all') }, ...PURPOSES.map((value) => ({ value, text: t(`purpose.${value}`) }))], (purpose) => this.#choose({ purpose }))}
        ${rounds.length === 0 && chosen.round === '' ? nothing : filter(t('round'), chosen.round, [{ value: '', text: say('all') }, ...rounds.map(({ id, title }) => ({ value: id, text: title }))], (round) => this.#choose({ round }))}
        <label class="wide"><span class="label">${t('list.q')}</span>
          <input class="field" type="search" maxlength="200" autocomplete="off" .value=${chosen.q} @change=${({ target }: Event) => this.#choose({ q: (target as HTMLInputElement).value.trim() })}></label>
      </div>
      ${this.#news()}
      ${this.#list()}
    </div>`;
  }

  #news(): TemplateResult {
    const { t } = this;
    const { came, went } = this.news;
    return html`<div class="news" role="status">${came === 0 && !went ? nothing : html`<span>${came > 0 ? t('news.came', { count: came }) : t('news.went')}</span> <button class="button" type="button" @click=${this.#show}>${t('news.show')}</button>`}</div>`;
  }

  #list(): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 5);
    if (items.length === 0) return html`<p class="empty muted">${t('list.none')}</p>`;
    return html`<p class="small muted" id="keys">${t('list.keys')}</p>
      <ul class="rows" aria-describedby="keys" @keydown=${this.#pressed}>${items.map((one) => postingRow(one, { t, language, href: this.desk.href }))}</ul>${moreRows(say, this.#rows)}`;
  }

  #choose(changed: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...changed };
    this.desk.note({ ...this.chosen });
  }

  readonly #show = async (): Promise<void> => {
    this.#rows.reload();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  };

  /** Arrows go from row to row. */
  readonly #pressed = (event: KeyboardEvent): void => {
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-row]')];
    const at = links.indexOf(event.target as HTMLElement);
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    const link = to === undefined ? undefined : links[to];
    if (!link) return;
    event.preventDefault();
    link.focus();
  };
}
