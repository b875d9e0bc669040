import type { DraftState, DraftSummary } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { agencyChoices } from '../frame/agencies.ts';
import { DeskElement } from '../frame/element.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';
import { draftRow } from './row.ts';

const STATES: readonly DraftState[] = ['draft', 'review', 'referred', 'returned', 'approved', 'published', 'discarded'];

/**
 * @summary All drafts of my agencies, by state and agency.
 */
export class DeskDrafts extends DeskElement<DeskKey> {
  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  protected override readonly strings = deskStrings;

  @state() private chosen: DraftState | '' = '';
  @state() private agency = '';

  readonly #rows = new Rows<DraftSummary>(this, {
    key: () => [this.language, this.chosen, this.agency].join(' '),
    fetch: (cursor, signal) =>
      this.desk.client.drafts.list({ ...(this.chosen && { state: this.chosen }), ...(this.agency && { agency: this.agency }), ...(cursor && { cursor }) }, { signal }),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    this.chosen = STATES.find((one) => one === this.query.get('state')) ?? '';
    this.agency = this.query.get('agency') ?? '';
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const states = [{ value: '' as const, text: t('state.open') }, ...STATES.map((value) => ({ value, text: t(`state.${value}`) }))];
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${t('nav.drafts')}</h1>${this.desk.may('drafts.write') ? html`<a class="button primary" href=${this.desk.href('drafts/new')}>${t('new-draft')}</a>` : nothing}</div>
      <div class="filters">
        ${filter(t('state'), this.chosen, states, (chosen) => this.#choose({ chosen }))}
        ${filter(t('agency'), this.agency, agencyChoices(t, this.me, this.agency), (agency) => this.#choose({ agency }))}
      </div>
      ${this.#list()}
    </div>`;
  }

  #choose({ chosen = this.chosen, agency = this.agency }: { chosen?: DraftState | ''; agency?: string }): void {
    this.chosen = chosen;
    this.agency = agency;
    this.desk.note({ state: chosen, agency });
  }

  #list(): TemplateResult {
    const { t, language } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(t, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(t, 5);
    if (items.length === 0) return html`<p class="empty muted">${t(this.chosen || this.agency || !this.desk.may('drafts.write') ? 'drafts.empty' : 'drafts.none')}</p>`;
    return html`<ul class="rows">${items.map((draft) => draftRow(draft, { t, language, href: this.desk.href, writes: this.desk.may('drafts.write') }))}</ul>${moreRows(t, this.#rows)}`;
  }
}
