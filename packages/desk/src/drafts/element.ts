import type { DraftState, DraftSummary } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { agencyChoices } from '../frame/agencies.ts';
import { Dialog } from '../frame/dialog.ts';
import { DeskElement } from '../frame/element.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { Selection } from '../frame/selection.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';
import { draftRow } from './row.ts';
import { TOGETHER, type Together, type TogetherEvent } from './together.ts';

/** From which states a step can be taken with several drafts, and who may. */
const POSSIBLE: Readonly<Record<Together, { readonly from: readonly DraftState[]; readonly needs: 'drafts.write' | 'drafts.publish' }>> = {
  submit: { from: ['draft', 'returned'], needs: 'drafts.write' },
  recall: { from: ['review', 'referred'], needs: 'drafts.write' },
  publish: { from: ['approved'], needs: 'drafts.publish' },
  discard: { from: ['draft', 'returned'], needs: 'drafts.write' },
};
const MOST_SELECTED = 50;

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

  readonly #selection = new Selection<DraftSummary>(this, MOST_SELECTED);
  readonly #together = new Dialog<{ readonly command: Together; readonly drafts: readonly DraftSummary[] }>(this, 'dialog');

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
      ${this.#selection.items.length > 0 ? this.#selection.bar(t, html`${this.#possible().map((command) => this.#button(command))}`) : nothing}
      <dialog aria-label=${t('nav.drafts')} @close=${this.#together.close}>
        ${this.#together.subject ? html`<desk-together .drafts=${this.#together.subject.drafts} .command=${this.#together.subject.command} @desk-together=${this.#done} @desk-cancel=${this.#together.close}></desk-together>` : nothing}
      </dialog>
    </div>`;
  }

  #choose({ chosen = this.chosen, agency = this.agency }: { chosen?: DraftState | ''; agency?: string }): void {
    this.chosen = chosen;
    this.agency = agency;
    this.#selection.clear();
    this.desk.note({ state: chosen, agency });
  }

  #box(draft: DraftSummary): TemplateResult | typeof nothing {
    const can = TOGETHER.some((command) => this.desk.may(POSSIBLE[command].needs) && POSSIBLE[command].from.includes(draft.state));
    return can ? this.#selection.box(this.t, draft) : nothing;
  }

  /** What the caller may do with every one of those selected. */
  #possible(): Together[] {
    return TOGETHER.filter((command) => this.desk.may(POSSIBLE[command].needs) && this.#selection.items.every((draft) => POSSIBLE[command].from.includes(draft.state)));
  }

  #button(command: Together): TemplateResult {
    // As the list has them now: of what failed before, another version may have come.
    const drafts = this.#selection.items.map((selected) => this.#rows.items.find(({ id }) => id === selected.id) ?? selected);
    const open = () => this.#together.open({ command, drafts });
    return html`<button class=${command === 'discard' ? 'button' : 'button primary'} type="button" @click=${open}>${this.t(`together.${command}`)}</button>`;
  }

  readonly #done = ({ failed }: TogetherEvent): void => {
    this.#together.close();
    this.#selection.set(failed);
    this.#rows.reload();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h1')?.focus());
  };

  #list(): TemplateResult {
    const { t, language } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(t, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(t, 5);
    if (items.length === 0) return html`<p class="empty muted">${t(this.chosen || this.agency || !this.desk.may('drafts.write') ? 'drafts.empty' : 'drafts.none')}</p>`;
    return html`<ul class="rows">${items.map((draft) => draftRow(draft, { t, language, href: this.desk.href, writes: this.desk.may('drafts.write'), before: this.#box(draft) }))}</ul>${moreRows(t, this.#rows)}`;
  }
}
