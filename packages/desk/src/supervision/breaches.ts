import type { AgencyRef } from '@sunlit/client';
import type { Breach, BreachQuery, LateSubject } from '@sunlit/client/desk';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDay, formatNumber } from '../../../../src/shared/format.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { agencyOf, thisYear, whose, yearsWith } from '../statistics/place.ts';
import { SupervisionElement } from './page.ts';
import { SUBJECTS, placeOf } from './words.ts';

const STATES = ['open', 'done'] as const satisfies readonly BreachQuery['state'][];

interface Chosen {
  readonly year: string;
  readonly type: LateSubject | '';
  readonly state: (typeof STATES)[number] | '';
}

/**
 * @summary The register of what was late in a place and all below it, newest first.
 */
export class DeskBreaches extends SupervisionElement {
  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private agency: AgencyRef | undefined;
  @state() private chosen: Chosen = { year: '', type: '', state: '' };
  #total = 0;
  readonly #named = new Rows<AgencyRef>(this, { key: () => this.agency?.id ?? '', fetch: async (_, signal) => ({ items: this.agency ? [await this.desk.client.agencies.get(this.agency.id, { signal })] : [] }) });
  readonly #rows = new Rows<Breach>(this, {
    key: () => [this.agency?.id, ...Object.values(this.chosen), this.language].join(' '),
    fetch: async (cursor, signal) => {
      const { agency, chosen: { year, type, state: standing } } = this;
      if (!agency) return { items: [] };
      const page = await this.desk.client.supervision.breaches({ agency: agency.id, limit: 50, ...(year && { year: Number(year) }), ...(type && { type }), ...(standing && { state: standing }), ...(cursor && { cursor }) }, { signal });
      this.#total = page.total;
      return page;
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    this.agency = agencyOf(this.me, this.query);
    const year = Number(this.query.get('year'));
    this.chosen = {
      year: Number.isInteger(year) && year >= 2008 && year <= thisYear() ? String(year) : '', type: SUBJECTS.find((one) => one === this.query.get('type')) ?? '', state: STATES.find((one) => one === this.query.get('state')) ?? '',
    };
  }

  protected override view(): TemplateResult {
    const { t, say, chosen: { year, type, state: standing } } = this;
    const agency = this.#named.items[0] ?? this.agency;
    const all = { value: '' as const, text: say('all') };
    return html`<div class="page">
      <nav class="crumbs" aria-label=${t('supervision')}><a href=${this.desk.href(agency ? `supervision?agency=${agency.id}` : 'supervision')}>${t('supervision')}</a></nav>
      <div class="head"><h1 tabindex="-1">${t('breaches')}</h1><p class="muted">${t('breaches.text')}</p></div>
      ${whose({ label: t('agency'), change: t('agency.change'), agency, choose: ({ id }) => this.desk.go(`supervision/breaches?agency=${id}`) })}
      <div class="filters">
        ${filter(t('year'), year, [all, ...yearsWith(year === '' ? thisYear() : Number(year)).map((one) => ({ value: String(one), text: t('year.of', { year: one }) }))], (one) => this.#choose({ year: one }))}
        ${filter(t('type'), type, [all, ...SUBJECTS.map((value) => ({ value, text: t(`subject.${value}`) }))], (one) => this.#choose({ type: one }))}
        ${filter(t('breaches.state'), standing, [all, ...STATES.map((value) => ({ value, text: t(`breaches.${value}`) }))], (one) => this.#choose({ state: one }))}
      </div>
      ${this.#list()}
    </div>`;
  }

  #list(): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 5);
    if (items.length === 0) return html`<p class="empty muted">${t('breaches.none')}</p>`;
    return html`<p class="small muted" role="status">${t('breaches.total', { count: formatNumber(this.#total, language) })}</p>
      <div class="scroll" role="region" tabindex="0" aria-label=${t('breaches')}><table class="list register">
        <thead><tr>${(['no', 'what', 'due', 'lateOn', 'doneOn', 'days', 'urged'] as const).map((name) => html`<th scope="col">${t(`breaches.${name}`)}</th>`)}</tr></thead>
        <tbody>${items.map((breach) => this.#row(breach))}</tbody>
      </table></div>${moreRows(say, this.#rows)}`;
  }

  #row(breach: Breach): TemplateResult {
    const { t, language } = this;
    const { no, type, title, agency, due, lateOn, doneOn, days, urged } = breach;
    const { place, needs } = placeOf(breach);
    return html`<tr><td class="count">${no}</td>
      <th scope="row">${this.desk.may(needs) ? html`<a href=${this.desk.href(place)}>${title}</a>` : title}<span class="under">${t(`subject.${type}`)} · <bdi>${agency.name}</bdi></span></th>
      <td>${formatDay(due, language)}</td><td>${formatDay(lateOn, language)}</td>
      <td>${doneOn === undefined ? html`<span class="badge bad">${t('breaches.open')}</span>` : formatDay(doneOn, language)}</td><td class="count">${formatNumber(days, language)}</td><td class="count">${formatNumber(urged, language)}</td></tr>`;
  }

  #choose(changed: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...changed };
    this.desk.note({ agency: this.agency?.id ?? '', ...this.chosen });
  }
}
