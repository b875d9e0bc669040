import { html, nothing, type TemplateResult } from 'lit';
import { section } from '../parts.ts';
import { dataTable, blank } from '../table.ts';
import type { Context, Published } from '../types.ts';

export function power({ fields, title }: Published<'power'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  type Item = (typeof fields.items)[number];
  const more = (label: string, text: string | undefined) => (text === undefined ? nothing : html`<span class="more small"><b>${label}</b> ${text}</span>`);
  return section(
    t('power.items', { count: fields.items.length }),
    dataTable<Item>(ctx, 'power', title, [
      { key: 'code', title: t('f.code'), value: (item) => item.code, cell: (item) => html`<span class="code">${item.code}</span>` },
      {
        key: 'name',
        title: t('f.name'),
        value: (item) => item.name,
        cell: (item) => html`<strong>${item.name}</strong>${more(t('f.conditions'), item.conditions)}${more(t('f.procedure'), item.procedure)}${more(t('f.delegatedFrom'), item.delegatedFrom)}`,
      },
      { key: 'actType', title: t('f.actType'), value: (item) => t(`actType.${item.actType}`), cell: (item) => html`<span class="badge">${t(`actType.${item.actType}`)}</span>` },
      { key: 'holder', title: t('f.holder'), value: (item) => item.holder },
      { key: 'days', title: t('f.days'), unit: t('unit.workdays'), numeric: true, value: (item) => item.days ?? null, cell: (item) => item.days ?? blank(ctx) },
      { key: 'basis', title: t('f.basis'), value: (item) => item.basis },
    ], fields.items),
  );
}
