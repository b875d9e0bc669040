import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.ts';
import { facts, section, span } from '../parts.ts';
import type { Context, Published } from '../types.ts';

export function report({ fields }: Published<'report'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    ${facts([
      [t('f.type'), t(`report.type.${fields.type}`)],
      [t('f.period'), fields.from === undefined ? t('report.until', { day: fields.to }) : span(fields.from, fields.to, ctx)],
    ])}
    ${fields.figures.length === 0
      ? nothing
      : section(
          t('report.figures'),
          html`<dl class="figures">
            ${fields.figures.map(
              (one) => html`<div>
                <dt>${one.label}</dt>
                <dd><b>${formatNumber(one.value, ctx.language, { maximumFractionDigits: 8 })}</b>${one.unit === undefined ? nothing : html`<span class="unit">${one.unit}</span>`}</dd>
                ${one.note === undefined ? nothing : html`<dd class="small muted">${one.note}</dd>`}
              </div>`,
            )}
          </dl>`,
        )}
  `;
}
