import { html, nothing, type TemplateResult } from 'lit';
import { facts, places, section } from '../parts.ts';
import type { Context, Published } from '../types.ts';

const PHASES = ['before', 'during', 'after'] as const;

export function institution({ fields }: Published<'institution'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    ${facts([
      [t('f.type'), t(`institution.type.${fields.type}`)],
      [t('f.appliesTo'), fields.appliesTo],
    ])}
    ${fields.contacts.length === 0 ? nothing : section(t('institution.contacts'), places(fields.contacts))}
    ${fields.riskPoints.length === 0
      ? nothing
      : section(
          t('institution.risks'),
          html`<ul class="risks">
            ${fields.riskPoints.map(
              (point) => html`<li class="card">
                <h4>${point.post}</h4>
                <dl class="phases">${PHASES.map((phase) => html`<div><dt>${t(`phase.${phase}`)}</dt><dd>${point[phase]}</dd></div>`)}</dl>
              </li>`,
            )}
          </ul>`,
        )}
  `;
}
