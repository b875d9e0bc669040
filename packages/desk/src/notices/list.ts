import type { NoticeSummary } from '@sunlit/client/notices';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDay } from '../../../../src/shared/format.ts';
import { agencyChoices } from '../frame/agencies.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { NoticeElement } from './page.ts';

const STATES = ['current', 'over'] as const;

/**
 * @summary The notices and hearings of my agencies: what is taken until when, and what waits to be done.
 */
export class DeskNotices extends NoticeElement {
  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private chosen: { readonly state: (typeof STATES)[number]; readonly agency: string } = { state: 'current', agency: '' };
  readonly #rows = new Rows<NoticeSummary>(this, {
    key: () => [this.language, ...Object.values(this.chosen)].join(' '),
    fetch: (cursor, signal) => this.desk.client.noticeDesk.list({ state: this.chosen.state, agency: this.#agency, ...(cursor && { cursor }) }, { signal }),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('query')) this.chosen = { state: STATES.find((one) => one === this.query.get('state')) ?? 'current', agency: this.query.get('agency') ?? '' };
  }

  protected override view(): TemplateResult {
    const { t, say, chosen } = this;
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.notices')}</h1><p class="muted">${t('text')}</p></div>
      <div class="choices" role="group" aria-label=${t('which')}>${STATES.map((one) => html`<button class="button" type="button" aria-pressed=${String(chosen.state === one)} @click=${() => this.#choose({ state: one })}>${t(one)}</button>`)}</div>
      <div class="filters">${filter(say('agency'), this.#agency, agencyChoices(say, this.me, this.#agency).filter(({ value }) => value !== ''), (agency) => this.#choose({ agency }))}</div>
      ${this.#list()}
    </div>`;
  }

  /** One of the person's own, since the list is what everybody may read. */
  get #agency(): string {
    return this.chosen.agency || (this.me.grants[0]?.agency.id ?? '');
  }

  #choose(changed: Partial<typeof this.chosen>): void {
    this.chosen = { ...this.chosen, ...changed };
    this.desk.note({ ...this.chosen, state: this.chosen.state === 'current' ? '' : this.chosen.state });
  }

  #list(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 3);
    if (items.length === 0) return html`<p class="empty muted">${t('none')}</p>`;
    return html`<ul class="rows">${items.map((notice) => html`<li class="row"><div class="what"><p><a href=${this.desk.href(`notices/${notice.id}`)}>${notice.title}</a></p>
      <p class="facts"><span>${t(`type.${notice.type}`)}</span><span><bdi>${notice.agency.name}</bdi></span>${this.#facts(notice).map((fact) => html`<span>${fact}</span>`)}</p></div>
      <div class="marks">${this.#marks(notice)}</div></li>`)}</ul>${moreRows(say, this.#rows)}`;
  }

  #facts({ from, to, left, state: stands, opinions, seats }: NoticeSummary): string[] {
    const { t, language } = this;
    return [
      from === undefined || to === undefined ? t('undated') : t('span', { from: formatDay(from, language), to: formatDay(to, language) }),
      ...(stands === 'open' && left ? [t('left.days', { n: left.days })] : []),
      opinions ? t('opinions.until', { day: formatDay(opinions.until, language) }) : t('opinions.unset'),
      ...(seats ? [t('seats.until', { day: formatDay(seats.until, language), n: seats.registered.presenters + seats.registered.observers })] : []),
    ];
  }

  /** What is to be done, and what was. */
  #marks({ opinions, seats, summarised, result }: NoticeSummary): TemplateResult {
    const { t } = this;
    return html`${summarised ? html`<span class="badge good">${t('answered')}</span>` : opinions && !opinions.open ? html`<span class="badge warn">${t('to-answer')}</span>` : ''}
      ${result ? html`<span class="badge good">${t('drawn')}</span>` : seats && !seats.open ? html`<span class="badge warn">${t('to-draw')}</span>` : ''}`;
  }
}
