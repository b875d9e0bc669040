import type { Due } from '@sunlit/client';
import type { DueItem, DueTerm, DueType } from '@sunlit/client/desk';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDay } from '../../../../src/shared/format.ts';
import { agencyChoices } from '../frame/agencies.ts';
import { DeskElement } from '../frame/element.ts';
import { filter, moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';
import { dueRow } from './row.ts';

const TYPES: readonly DueType[] = ['draft', 'period', 'stage', 'exemption', 'late'];

type Counted = 'loading' | { readonly due: Due } | { readonly error: unknown };

/**
 * @summary What is due and what was late in my agencies, with how each day was counted.
 */
export class DeskDue extends DeskElement<DeskKey> {
  static override styles = [DeskElement.styles, css`
    details {
      margin-top: 0.4em;
      font-size: 0.875em;
    }
    summary {
      cursor: pointer;
      color: var(--_accent);
      padding: 0.25em 0;
    }
    .days {
      display: flex;
      flex-wrap: wrap;
      gap: 0.35em;
      margin-top: 0.5em;
    }
    .days li {
      padding: 0.2em 0.6em;
      border: 1px solid var(--_line);
      border-radius: 0.4em;
    }
    .days .skipped {
      color: var(--_muted);
      background: var(--_surface);
      border-style: dashed;
    }
  `];

  /** What the address asks for. */
  @property({ attribute: false }) query = new URLSearchParams();

  protected override readonly strings = deskStrings;

  @state() private type: DueType | '' = '';
  @state() private agency = '';
  @state() private counted: ReadonlyMap<string, Counted> = new Map();

  readonly #rows = new Rows<DueItem>(this, {
    key: () => [this.language, this.type, this.agency].join(' '),
    fetch: (cursor, signal) =>
      this.desk.client.due.list({ limit: 50, ...(this.type && { type: this.type }), ...(this.agency && { agency: this.agency }), ...(cursor && { cursor }) }, { signal }),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    this.type = TYPES.find((one) => one === this.query.get('type')) ?? '';
    this.agency = this.query.get('agency') ?? '';
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const types = [{ value: '' as const, text: t('all') }, ...TYPES.map((value) => ({ value, text: t(`due.type.${value}`) }))];
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${t('due.title')}</h1></div>
      <div class="filters">
        ${filter(t('due.type'), this.type, types, (type) => this.#choose({ type }))}
        ${filter(t('agency'), this.agency, agencyChoices(t, this.me, this.agency), (agency) => this.#choose({ agency }))}
      </div>
      ${this.#list()}
    </div>`;
  }

  #choose({ type = this.type, agency = this.agency }: { type?: DueType | ''; agency?: string }): void {
    this.type = type;
    this.agency = agency;
    this.desk.note({ type, agency });
  }

  #list(): TemplateResult {
    const { t, language } = this;
    const { state: stage, items, error, reload } = this.#rows;
    if (stage === 'failed') return problem(t, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(t, 5);
    if (items.length === 0) return html`<p class="empty muted">${t('due.empty')}</p>`;
    return html`<ul class="rows">${items.map((item) => dueRow(item, { t, language, href: this.desk.href, trail: 'term' in item ? this.#trail(item.term) : nothing }))}</ul>${moreRows(t, this.#rows)}`;
  }

  #trail(term: DueTerm): TemplateResult {
    const { t, language } = this;
    const { article, from, length, unit, provisional } = term;
    const opened = ({ currentTarget }: Event) => (currentTarget as HTMLDetailsElement).open && unit === 'workdays' && void this.#count(term);
    return html`<details @toggle=${opened}>
      <summary>${t('due.trail')}</summary>
      <p>${t(`due.term.${unit}`, { article, from: formatDay(from, language), length })}</p>
      ${provisional ? html`<p class="muted">${t('due.provisional')}</p>` : nothing}
      ${unit === 'workdays' ? this.#days(term) : nothing}
    </details>`;
  }

  #days(term: DueTerm): TemplateResult | typeof nothing {
    const { t, language } = this;
    const counted = this.counted.get(keyOf(term));
    if (counted === undefined) return nothing;
    if (counted === 'loading') return html`<p role="status">${t('loading')}</p>`;
    if ('error' in counted) return problem(t, counted.error, () => void this.#count(term));
    let number = 0;
    return html`<ol class="days">${counted.due.trail.map(({ date, counted: counts, reason }) => html`<li class=${counts ? '' : 'skipped'}>
      ${formatDay(date, language)} ${t(`due.reason.${reason}`)}${counts ? html` · ${t('due.counted', { number: (number += 1) })}` : nothing}
    </li>`)}</ol>`;
  }

  async #count(term: DueTerm): Promise<void> {
    const key = keyOf(term);
    const known = this.counted.get(key);
    if (known !== undefined && known !== 'loading' && 'due' in known) return;
    const say = (counted: Counted) => (this.counted = new Map([...this.counted, [key, counted]]));
    say('loading');
    try {
      say({ due: await this.desk.client.calendar.due({ from: term.from, workdays: term.length }) });
    } catch (error) {
      say({ error });
    }
  }
}

const keyOf = ({ from, length }: DueTerm): string => `${from} ${String(length)}`;
