import { REQUEST_PHASES } from '../../../rules/src/request.ts';
import type { CaseQuery, CaseSummary } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { agencyChoices } from '../frame/agencies.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { CaseElement } from './page.ts';
import { caseRow } from './row.ts';

const STATES = ['open', 'mine', 'late', 'ended'] as const;
type State = (typeof STATES)[number];
interface Chosen {
  readonly state: State;
  readonly phase: NonNullable<CaseQuery['phase']> | '';
  readonly agency: string;
  readonly receipt: string;
}

/**
 * @summary The requests of my agencies, by what is due first: open, mine, late or ended; by agency, phase and number.
 */
export class DeskCases extends CaseElement {
  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private chosen: Chosen = { state: 'open', phase: '', agency: '', receipt: '' };

  readonly #rows = new Rows<CaseSummary>(this, {
    key: () => [this.language, ...Object.values(this.chosen)].join(' '),
    fetch: (cursor, signal) => {
      const { state: group, phase, agency, receipt } = this.chosen;
      return this.desk.client.cases.list({ ...(phase ? { phase } : { state: group }), ...(agency && { agency }), ...(receipt && { receipt }), ...(cursor && { cursor }) }, { signal });
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    const asked = (name: string) => this.query.get(name) ?? '';
    this.chosen = {
      state: STATES.find((one) => one === asked('state')) ?? 'open', phase: REQUEST_PHASES.find((one) => one === asked('phase')) ?? '',
      agency: asked('agency'), receipt: tidied(asked('receipt')),
    };
  }

  protected override view(): TemplateResult {
    const { t, say, chosen } = this;
    const states = STATES.map((one) => html`<button class="button" type="button" aria-pressed=${String(chosen.phase === '' && chosen.state === one)} @click=${() => this.#choose({ state: one, phase: '' })}>${t(`list.${one}`)}</button>`);
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.cases')}</h1>
        <div class="buttons">
          ${this.desk.may('requests.settings') ? html`<a class="button" href=${this.desk.href('cases/settings')}>${t('settings')}</a>` : nothing}
          ${this.desk.may('requests.handle') ? html`<a class="button primary" href=${this.desk.href('cases/new')}>${t('filing')}</a>` : nothing}
        </div></div>
      <div class="choices" role="group" aria-label=${t('list.which')}>${states}</div>
      <div class="filters">
        ${filter(t('phase'), chosen.phase, [{ value: '' as const, text: say('all') }, ...REQUEST_PHASES.map((value) => ({ value, text: t(`phase.${value}`) }))], (phase) => this.#choose({ phase }))}
        ${filter(say('agency'), chosen.agency, agencyChoices(say, this.me, chosen.agency), (agency) => this.#choose({ agency }))}
        <label class="wide"><span class="label">${t('list.receipt')}</span>
          <input class="field" type="search" inputmode="numeric" maxlength="15" autocomplete="off" .value=${chosen.receipt} @change=${({ target }: Event) => this.#choose({ receipt: tidied((target as HTMLInputElement).value) })}></label>
      </div>
      ${this.#list()}
    </div>`;
  }

  #choose(changed: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...changed };
    const { state: group, ...rest } = this.chosen;
    this.desk.note({ state: group === 'open' || rest.phase !== '' ? '' : group, ...rest });
  }

  #list(): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 5);
    if (items.length === 0) return html`<p class="empty muted">${t('list.none')}</p>`;
    return html`<ul class="rows">${items.map((one) => caseRow(one, { t, language, href: this.desk.href }))}</ul>${moreRows(say, this.#rows)}`;
  }
}

/** People type and paste numbers with blanks, and leave the hyphen out. */
function tidied(receipt: string): string {
  const digits = receipt.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 14);
  return digits.length > 8 ? `${digits.slice(0, 8)}-${digits.slice(8)}` : digits;
}
