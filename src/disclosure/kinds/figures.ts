import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.ts';
import { chart } from '../chart.ts';
import { day, facts, section, warning } from '../parts.ts';
import { compareWithPeers, type PeerGroup } from '../peers.ts';
import { dataTable, publishedTable } from '../table.ts';
import type { Context, FieldsOf, Published, Table } from '../types.ts';

const tables = (all: readonly Table[], ctx: Context): TemplateResult[] =>
  all.map((table, at) => section(table.caption, html`${chart(table, ctx)}${publishedTable(ctx, `table-${String(at)}`, table)}`));

export function budget({ fields }: Published<'budget'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    ${facts([
      [t('f.type'), t(`budget.type.${fields.type}`)],
      [t('f.fiscalYear'), t('year', { year: fields.fiscalYear })],
      [t('f.approvedOn'), day(fields.approvedOn, ctx)],
      [t('f.approvedBy'), fields.approvedBy],
    ])}
    ${tables(fields.tables, ctx)}
  `;
}

export function statistics({ fields }: Published<'statistics'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    ${facts([[t('f.period'), fields.period]])}
    ${tables(fields.tables, ctx)}
    ${fields.checks.length === 0 ? nothing : section(t('checks.title'), checks(fields.checks, ctx))}
    ${fields.peers ? peers(fields.tables[fields.peers.table], fields.peers, ctx) : nothing}
  `;
}

/** Whether figures add up. Where they do not, they stay as published and the reader is told. */
function checks(all: FieldsOf<'statistics'>['checks'], { t }: Context): TemplateResult {
  return html`<ul class="checks">
    ${all.map((check) => html`<li>${check.holds
      ? html`<p><span class="badge good">${t('checks.holds')}</span> ${check.statement}</p>${check.note === undefined ? nothing : html`<p class="small muted">${check.note}</p>`}`
      : warning(html`<p><b>${t('checks.fails')}</b>${check.statement}</p>${check.note === undefined ? nothing : html`<p class="small">${check.note}</p>`}`)}</li>`)}
  </ul>`;
}

function peers(table: Table | undefined, by: NonNullable<FieldsOf<'statistics'>['peers']>, ctx: Context): TemplateResult | typeof nothing {
  const { t } = ctx;
  const [group, value] = [table?.columns.find((column) => column.key === by.group), table?.columns.find((column) => column.key === by.value)];
  if (!table || !group || !value) return nothing;
  const groups = compareWithPeers(table.rows, by.group, by.value, by.minimumCell);
  const most = Math.max(0, ...groups.map(({ spread }) => spread?.upper ?? 0));
  const figure = (key: string, title: string, of: (spread: NonNullable<PeerGroup['spread']>) => number) => ({
    key, title, unit: value.unit, numeric: true,
    value: (one: PeerGroup) => (one.spread ? of(one.spread) : null),
    cell: (one: PeerGroup) => (one.spread ? formatNumber(of(one.spread), ctx.language, { maximumFractionDigits: 2 }) : html`<span class="muted">${t('peers.small')}</span>`),
  });
  return section(
    t('peers.title'),
    html`<p class="muted">${t('peers.explained', { count: by.minimumCell })}</p>
      ${dataTable<PeerGroup>(ctx, 'peers', t('peers.caption', { value: value.title, group: group.title }), [
        { key: 'group', title: group.title, value: (one) => one.group },
        { key: 'count', title: t('peers.count'), numeric: true, value: (one) => one.count },
        figure('lower', t('peers.lower'), ({ lower }) => lower),
        figure('median', t('peers.median'), ({ median }) => median),
        figure('upper', t('peers.upper'), ({ upper }) => upper),
        { key: 'spread', title: t('peers.spread'), value: (one) => (one.spread ? one.spread.upper - one.spread.lower : null), cell: (one) => spread(one, most) },
      ], groups)}`,
  );
}

/** The middle half of a group as a bar on the scale of all groups, with its median. */
function spread({ spread: of }: PeerGroup, most: number): TemplateResult {
  const x = (value: number) => (most === 0 ? 0 : (Math.max(0, value) / most) * 116 + 2).toFixed(1);
  return html`<svg class="spread" viewBox="0 0 120 16" aria-hidden="true"><path class="axis" d="M2 8H118"></path>${of
    ? svg`<rect class="series-bar s0" x=${x(of.lower)} y="4" width=${Math.max(1.5, Number(x(of.upper)) - Number(x(of.lower))).toFixed(1)} height="8" rx="2"></rect><path class="spread-median" d="M${x(of.median)} 1V15"></path>`
    : nothing}</svg>`;
}
