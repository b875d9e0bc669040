import type { AgencyRef } from '@sunlit/client';
import type { AnnualDraft } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { formatDay, formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Dialog } from '../frame/dialog.ts';
import { filter, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import type { CellEvent, FiguresEvent } from './events.ts';
import { faultList } from './faults.ts';
import type { Cell } from './lines.ts';
import { StatisticElement } from './page.ts';
import { agencyOf, thisYear, whose, yearOf, yearsWith } from './place.ts';

/** The tables of the annual report among the open ones, in its order. */
const PUBLISHED = ['proactive', 'requests', 'disputes'] as const;

/**
 * @summary The figures of an agency's year: counted from the cases and leading to them, entered where no event tells them, checked, closed and corrected.
 */
export class DeskFigures extends StatisticElement {
  /** What the address asks for: whose figures, of which year. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private agency: AgencyRef | undefined;
  @state() private year = 0;
  @state() private refused = false;
  readonly #drafts = new Rows<AnnualDraft>(this, {
    key: () => [this.agency?.id, this.year, this.language].join(' '),
    fetch: async (_, signal) => (this.agency ? { items: [await this.desk.client.statistics.draft(this.agency.id, this.year, { signal })] } : { items: [] }),
  });
  readonly #cases = new Dialog<Cell>(this, 'dialog.cases');
  readonly #closing = new Dialog<true>(this, 'dialog.closing');

  get unsaved(): boolean {
    return this.renderRoot.querySelector<HTMLElement & { readonly unsaved: boolean }>('desk-figures-entry')?.unsaved ?? false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    this.agency = agencyOf(this.me, this.query);
    this.year = yearOf(this.query.get('year'));
    this.refused = false;
  }

  protected override view(): TemplateResult {
    const { t, say, year } = this;
    const { state: stage, items: [found], error, reload } = this.#drafts;
    // An address knows the agency by its id alone.
    const agency = found?.agency ?? this.agency;
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${t('figures')}</h1>
        <div class="buttons">${agency ? html`<a class="button" href=${this.desk.href(`reports/${String(year)}/annual?agency=${agency.id}`)}>${t('figures.report')}</a>` : nothing}</div>
        <p class="muted">${t('figures.text')}</p></div>
      ${whose({ label: t('agency'), change: t('agency.change'), agency, choose: ({ id }) => this.#go(id, year) })}
      <div class="filters">${filter(t('year'), String(year), yearsWith(year).map((one) => ({ value: String(one), text: t('year.of', { year: one }) })), (one) => agency && this.#go(agency.id, Number(one)))}</div>
      ${stage === 'failed' ? problem(say, error, reload) : found ? this.#figures(found) : waitingRows(say, 6)}
    </div>`;
  }

  #figures(draft: AnnualDraft): TemplateResult {
    const { t, language } = this;
    const opens = this.desk.may('requests.read');
    const writes = this.desk.may('statistics.write');
    const open = (cell: Cell) => this.#cases.open(cell);
    const cell = this.#cases.subject;
    return html`
      ${this.#standing(draft, writes)}
      ${faultList(draft.faults, { t, language, table: draft.requests, open: opens ? open : undefined })}
      ${this.#differences(draft)}
      <section><h2>${t('requests.title')}</h2><p class="small muted">${t(opens ? 'requests.text' : 'requests.reads')}</p>
        <desk-requests-table .draft=${draft} .opens=${opens} @desk-cell=${(event: CellEvent) => open(event.cell)}></desk-requests-table></section>
      <section><desk-figures-entry .draft=${draft} .writes=${writes} @desk-figures=${this.#renewed}></desk-figures-entry></section>
      <dialog class="cases wide" aria-labelledby="cases" @close=${this.#cases.close}>${cell ? html`
        <div class="head"><h2 id="cases">${t('cases.title', { line: t(`line.${cell.line}`), column: t(`column.${cell.column}`) })}</h2><button class="button quiet" type="button" aria-label=${t('close')} @click=${this.#cases.close}>${icons.close}</button></div>
        ${keyed(cell, html`<desk-counted-cases .agency=${draft.agency} .year=${draft.year} .cell=${cell}></desk-counted-cases>`)}` : nothing}</dialog>
      <dialog class="closing" @close=${this.#closing.close}>${this.#closing.subject ? html`<desk-year-closing .draft=${draft} @desk-figures=${this.#renewed} @desk-cancel=${this.#closing.close} @desk-done=${this.#closing.close}></desk-year-closing>` : nothing}</dialog>`;
  }

  #standing({ agency, year, closed, due }: AnnualDraft, writes: boolean): TemplateResult {
    const { t, language } = this;
    const late = closed === undefined && due < todayInShanghai();
    const over = year < thisYear();
    return html`<section class="card standing" aria-label=${t('year.of', { year })}>
      <p class="line">${closed ? html`<strong>${t('standing.closed', { version: closed.version, time: formatMoment(closed.at, language) })}</strong>` : html`<strong>${t('standing.open')}</strong>`}
        <span class="muted">${t('standing.due', { day: formatDay(due, language) })}</span>${late ? html`<span class="badge bad mark">${icons.warning} ${t('standing.late')}</span>` : nothing}</p>
      ${closed?.reason === undefined ? nothing : html`<p class="small">${t('standing.reason', { reason: closed.reason })}</p>`}
      ${closed ? html`<dl class="downloads" aria-label=${t('tables.download')}>${PUBLISHED.map((table) => html`<div><dt>${t(`table.${table}`)}</dt><dd class="links">${(['csv', 'xlsx'] as const).map((format) => html`<a
        href=${this.#tableUrl(table, format, agency.id, year)} download="${agency.id}-${year}-${table}.${format}" aria-label=${t('table.file', { table: t(`table.${table}`), format: format.toUpperCase() })}>${format.toUpperCase()}</a>`)}</dd></div>`)}</dl>` : nothing}
      ${over ? nothing : html`<p class="small muted">${t('standing.running', { year })}</p>`}
      ${this.refused ? html`<p class="notice warn" role="alert">${t('closing.unsaved')}</p>` : nothing}
      ${!writes ? html`<p class="small muted">${t('standing.reads')}</p>` : over ? html`<div><button class="button ${closed ? '' : 'primary'}" type="button" data-open="closing" @click=${this.#ask}>${closed ? t('closing.again') : t('closing.go', { year })}</button></div>` : nothing}
    </section>`;
  }

  #tableUrl(table: (typeof PUBLISHED)[number], format: 'csv' | 'xlsx', agency: string, year: number): string {
    const query = new URLSearchParams({ agency, year: String(year), format }).toString();
    return new URL(`v1/open-data/${table}?${query}`, this.desk.client.baseUrl).href;
  }

  #differences({ differences }: AnnualDraft): TemplateResult | typeof nothing {
    const { t, language } = this;
    if (differences.length === 0) return nothing;
    return html`<section class="notice" aria-labelledby="differences"><div class="faults"><h2 id="differences">${t('differences.title', { count: differences.length })}</h2><p>${t('differences.text')}</p>
      <ul>${differences.map(({ line, column, closed, now }) => html`<li>${t('difference', { line: t(`line.${line}`), column: t(`column.${column}`), closed: formatNumber(closed, language), now: formatNumber(now, language) })}</li>`)}</ul></div></section>`;
  }

  #go(agency: string, year: number): void {
    this.desk.go(`statistics?${new URLSearchParams({ agency, year: String(year) }).toString()}`);
  }

  readonly #ask = (): void => {
    this.refused = this.unsaved;
    if (!this.refused) this.#closing.open(true);
  };

  readonly #renewed = ({ current }: FiguresEvent): void => {
    this.#drafts.items = [current];
    this.refused = false;
    this.requestUpdate();
  };
}
