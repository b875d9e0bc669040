import type { AnnualLine, AnnualTableColumn } from '@sunlit/client';
import type { AnnualDraft } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatNumber } from '../../../../src/shared/format.ts';
import { CellEvent } from './events.ts';
import { COLUMNS, GROUPS } from './lines.ts';
import { StatisticElement } from './page.ts';

/**
 * @summary The third table as the cases tell it now: each figure leads to its cases, beside it what was closed and last year.
 */
export class DeskRequestsTable extends StatisticElement {
  @property({ attribute: false }) draft: AnnualDraft | undefined;
  /** Whether the person may see the cases behind a figure. */
  @property({ type: Boolean }) opens = false;

  protected override view(): TemplateResult | typeof nothing {
    const { t, draft } = this;
    if (!draft) return nothing;
    const last = draft.lastYear !== undefined;
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${t('requests.title')}><table class="list counted">
      <thead>
        <tr><th scope="col" rowspan="2">${t('requests.line')}</th><th scope="col" rowspan="2">${t('column.naturalPerson')}</th><th scope="colgroup" colspan="5">${t('requests.legal')}</th><th scope="col" rowspan="2">${t('column.total')}</th>
          ${last ? html`<th scope="col" rowspan="2">${t('requests.last')}</th><th scope="col" rowspan="2">${t('requests.change')}</th>` : nothing}</tr>
        <tr>${COLUMNS.slice(1, -1).map((column) => html`<th scope="col">${t(`column.${column}`)}</th>`)}</tr>
      </thead>
      ${GROUPS.map(({ name, lines }) => html`<tbody>
        ${name === undefined ? nothing : html`<tr class="group"><th scope="rowgroup" colspan=${COLUMNS.length + (last ? 3 : 1)}><span>${t(`group.${name}`)}</span></th></tr>`}
        ${lines.map((line) => this.#row(draft, line, name !== undefined && name !== 'results'))}
      </tbody>`)}
    </table></div>`;
  }

  #row(draft: AnnualDraft, line: AnnualLine, deep: boolean): TemplateResult {
    const { t, language } = this;
    const now = draft.requests[line].total;
    const last = draft.lastYear?.requests[line].total;
    const sum = line === 'total' || line === 'newReceived' || line === 'carriedOver' || line === 'carriedForward';
    return html`<tr class=${sum ? 'sum' : ''}><th scope="row" class=${deep ? 'deep' : ''}>${t(`line.${line}`)}</th>
      ${COLUMNS.map((column) => this.#cell(draft, line, column))}
      ${last === undefined ? nothing : html`<td class="last">${formatNumber(last, language)}</td><td class="last">${now === last ? '—' : formatNumber(now - last, language, { signDisplay: 'exceptZero' })}</td>`}</tr>`;
  }

  #cell({ requests, differences }: AnnualDraft, line: AnnualLine, column: AnnualTableColumn): TemplateResult {
    const { t, language } = this;
    const count = requests[line][column];
    const words = formatNumber(count, language);
    const difference = differences.find((one) => one.line === line && one.column === column);
    return html`<td class=${difference ? 'differs' : ''}>${count === 0 || !this.opens ? html`<span class="figure ${count === 0 ? 'none' : ''}">${words}</span>`
      : html`<button class="figure" type="button" aria-label=${t('cell.open', { line: t(`line.${line}`), column: t(`column.${column}`), count: words })} @click=${() => this.dispatchEvent(new CellEvent({ line, column }))}>${words}</button>`}
      ${difference ? html`<span class="was">${t('difference.cell', { closed: formatNumber(difference.closed, language) })}</span>` : nothing}</td>`;
  }
}
