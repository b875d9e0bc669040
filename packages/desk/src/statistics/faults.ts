import type { AnnualFault, RequestsTable } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { casesCells, lineKey, type Cell } from './lines.ts';
import type { SayStatistic } from './strings/index.ts';

interface FaultSetting {
  readonly t: SayStatistic;
  readonly language: Language;
  /** Shows the cases behind a cell; without it, the person may not see them. */
  readonly open?: ((cell: Cell) => void) | undefined;
  readonly table?: RequestsTable | undefined;
}

/** What of the tables does not add up: which cells, by how much, and which cases are behind them. Nothing is repaired. */
export function faultList(faults: readonly AnnualFault[], { t, language, open, table }: FaultSetting): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<section class="notice warn" aria-labelledby="faults">${icons.warning}<div class="faults">
    <h2 id="faults">${t('faults', { count: faults.length })}</h2><p>${t('faults.text')}</p>
    <ul>${faults.map((fault) => html`<li><p>${inWords(fault, t, language)}</p>${open && table ? casesOf(fault, table, { t, language, open }) : nothing}</li>`)}</ul>
  </div></section>`;
}

function inWords({ check, cells: [first], stated, computed }: AnnualFault, t: SayStatistic, language: Language): string {
  const number = (value: number) => formatNumber(value, language);
  const values = { stated: number(stated), computed: number(computed), by: number(Math.abs(stated - computed)) };
  if (!first) return t(`fault.${check}`, values);
  const named = first.column === 'upheld' || first.column === 'corrected' || first.column === 'otherResult' || first.column === 'pending' ? t(`result.${first.column}`) : t(`column.${first.column}`);
  return t(`fault.${check}`, { ...values, line: t(lineKey(first.line)), column: named });
}

function casesOf(fault: AnnualFault, table: RequestsTable, { t, language, open }: FaultSetting & { readonly open: (cell: Cell) => void }): TemplateResult | typeof nothing {
  const behind = casesCells(fault).filter(({ line, column }) => table[line][column] > 0);
  if (behind.length === 0) return nothing;
  return html`<div class="behind" role="group" aria-label=${t('fault.cases')}>${behind.map((cell) => html`<button class="button" type="button" @click=${() => open(cell)}>
    ${t('fault.cell', { line: t(`line.${cell.line}`), column: t(`column.${cell.column}`), count: formatNumber(table[cell.line][cell.column], language) })}</button>`)}</div>`;
}
