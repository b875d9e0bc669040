import type { AuditEntry, Person } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatMoment } from '../../../../../src/shared/format.ts';
import { agencyChoices } from '../../frame/agencies.ts';
import { filter, moreRows, waitingRows } from '../../frame/listing.ts';
import { problem } from '../../frame/problem.ts';
import { Rows } from '../../frame/rows.ts';
import { AdminPage } from '../page.ts';
import { OPERATIONS, operationName } from './operations.ts';

const FILTERS = ['agency', 'person', 'operation', 'from', 'to'] as const;
type Chosen = Readonly<Record<(typeof FILTERS)[number], string>>;
const NOTHING: Chosen = { agency: '', person: '', operation: '', from: '', to: '' };
const DAY_MILLISECONDS = 86_400_000;

/** The moment at which a day begins in Asia/Shanghai, or the day after it. */
const startOf = (day: string, later = 0): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + later * DAY_MILLISECONDS).toISOString();

/**
 * @summary Who did what to which record when, and from where, in my agencies; filtered, and as a table to keep.
 */
export class DeskAudit extends AdminPage {
  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private chosen: Chosen = NOTHING;

  readonly #rows = new Rows<AuditEntry>(this, {
    key: () => JSON.stringify(this.chosen),
    fetch: (cursor, signal) => this.desk.client.audit.list({ ...this.#asked, limit: 50, ...(cursor && { cursor }) }, { signal }),
  });
  readonly #people = new Rows<Person>(this, {
    key: () => 'people',
    fetch: async (_, signal) => (this.desk.may('staff.read') ? { items: (await this.desk.client.staff.list({ limit: 100 }, { signal })).items } : { items: [] }),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    this.chosen = Object.fromEntries(FILTERS.map((name) => [name, this.query.get(name) ?? ''])) as Chosen;
  }

  get #asked() {
    const { agency, person, operation, from, to } = this.chosen;
    return { ...(agency && { agency }), ...(person && { person }), ...(operation && { operation }), ...(isDay(from) && { from: startOf(from) }), ...(isDay(to) && { to: startOf(to, 1) }) };
  }

  protected override view(): TemplateResult {
    const { t, say, chosen } = this;
    const people = [{ value: '', text: say('all') }, ...this.#people.items.map(({ id, name, post }) => ({ value: id, text: `${name} ${post}` }))];
    const known: readonly string[] = OPERATIONS;
    const operations = [{ value: '', text: say('all') }, ...[...known, ...(chosen.operation === '' || known.includes(chosen.operation) ? [] : [chosen.operation])].map((id) => ({ value: id, text: operationName(t, id) }))];
    const day = (name: 'from' | 'to') => html`<label><span class="label">${t(`audit.${name}`)}</span><input class="field" type="date" .value=${chosen[name]} @change=${({ target }: Event) => this.#choose({ [name]: (target as HTMLInputElement).value })}></label>`;
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.audit')}</h1><a class="button" download="audit.csv" href=${this.desk.client.audit.exportUrl(this.#asked)}>${t('audit.csv')}</a></div>
      <div class="filters">
        ${filter(say('agency'), chosen.agency, agencyChoices(say, this.me, chosen.agency), (agency) => this.#choose({ agency }))}
        ${people.length > 1 ? filter(t('audit.person'), chosen.person, people, (person) => this.#choose({ person })) : nothing}
        ${filter(t('audit.operation'), chosen.operation, operations, (operation) => this.#choose({ operation }))}
        ${day('from')}${day('to')}
      </div>
      ${this.#list()}
    </div>`;
  }

  #choose(changed: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...changed };
    this.desk.note({ ...this.chosen });
  }

  #list(): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 6);
    if (items.length === 0) return html`<p class="empty muted">${t('audit.none')}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say('nav.audit')}><table class="list">
      <thead><tr>${(['time', 'person', 'operation', 'subject', 'outcome', 'address'] as const).map((name) => html`<th scope="col">${t(`audit.${name}`)}</th>`)}</tr></thead>
      <tbody>${items.map(({ at, name, post, via, operation, subject, detail, agencyId, outcome, address }) => html`<tr>
        <td>${formatMoment(at, language)}</td>
        <td>${name ?? t(`audit.via.${via === 'system' ? 'system' : 'unknown'}`)} <span class="muted">${post}</span>${via === 'token' ? html` <span class="badge">${t('audit.via.token')}</span>` : nothing}</td>
        <td>${operationName(t, operation)}</td>
        <td>${subject === undefined ? nothing : html`<code>${subject}</code>`}${agencyId === undefined || agencyId === subject ? nothing : html` <code class="muted">${agencyId}</code>`}${detail === undefined ? nothing : html` <span class="small">${detail}</span>`}</td>
        <td><span class="badge ${outcome === 'refused' ? 'bad' : 'good'}">${t(`audit.outcome.${outcome}`)}</span></td>
        <td>${address}</td>
      </tr>`)}</tbody>
    </table></div>${moreRows(say, this.#rows)}`;
  }
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
