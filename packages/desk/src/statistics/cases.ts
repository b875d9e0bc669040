import type { AgencyRef } from '@sunlit/client';
import type { CountedCase } from '@sunlit/client/desk';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatDay, formatNumber } from '../../../../src/shared/format.ts';
import { prepare, translator } from '../../../../src/shared/i18n.ts';
import { caseStrings, type SayCase } from '../cases/strings/index.ts';
import { moreRows, waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import type { Cell } from './lines.ts';
import { StatisticElement } from './page.ts';

/**
 * @summary The cases behind one figure of the third table, each leading to its own page.
 */
export class DeskCountedCases extends StatisticElement {
  @property({ attribute: false }) agency: AgencyRef | undefined;
  @property({ type: Number }) year = 0;
  @property({ attribute: false }) cell: Cell | undefined;

  #total = 0;
  readonly #cases = new Rows<CountedCase>(this, {
    key: () => [this.agency?.id, this.year, this.cell?.line, this.cell?.column].join(' '),
    fetch: async (cursor, signal) => {
      const { agency, year, cell } = this;
      if (!agency || !cell) return { items: [] };
      const page = await this.desk.client.statistics.cases({ agency: agency.id, year, ...cell, limit: 50, ...(cursor && { cursor }) }, { signal });
      this.#total = page.total;
      return page;
    },
  });

  /** Outcomes are named as they are on the pages of cases. */
  private get sayCase(): SayCase {
    return translator(caseStrings, this.language);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const pending = prepare(caseStrings, this.language);
    if (pending) void pending.then(() => this.requestUpdate(), () => undefined);
  }

  protected override view(): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#cases;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 4);
    if (items.length === 0) return html`<p class="muted">${t('cases.none')}</p>`;
    return html`<p class="small muted" role="status">${t('cases.total', { count: formatNumber(this.#total, language) })}</p>
      <div class="scroll" role="region" tabindex="0" aria-label=${t('cases.receipt')}><table class="list cases">
        <thead><tr>${(['receipt', 'applicant', 'received', 'ended', 'outcome'] as const).map((name) => html`<th scope="col">${t(`cases.${name}`)}</th>`)}</tr></thead>
        <tbody>${items.map((one) => this.#row(one))}</tbody>
      </table></div>${moreRows(say, this.#cases)}`;
  }

  #row({ id, receiptNo, applicantType, receivedOn, endedOn, outcome }: CountedCase): TemplateResult {
    const { t, language } = this;
    return html`<tr><th scope="row"><a href=${this.desk.href(`cases/${id}`)}>${receiptNo}</a></th><td>${t(`column.${applicantType}`)}</td><td>${formatDay(receivedOn, language)}</td>
      <td>${endedOn === undefined ? t('cases.running') : formatDay(endedOn, language)}</td><td>${outcome === undefined ? '—' : this.sayCase(`outcome.${outcome}`)}</td></tr>`;
  }
}
