import { html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../../shared/content-icons.ts';
import { flow } from '../flow.ts';
import { badge, facts, list, places, section } from '../parts.ts';
import type { Context, Published } from '../types.ts';

/** How long, how much, where: what nine of ten readers came for, before anything else. */
export function service({ fields }: Published<'service'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    ${answers(fields, ctx)}
    ${facts([
      [t('f.actType'), t(`actType.${fields.actType}`)],
      [t('f.audience'), t(`audience.${fields.audience}`)],
      [t('f.result'), fields.result],
    ])}
    ${fields.conditions.length === 0 ? nothing : section(t('service.conditions'), list(fields.conditions))}
    ${section(t('service.materials'), materials(fields, ctx))}
    ${section(t('flow.title'), flow(fields.flow, ctx))}
    ${fields.fees.length === 0 ? nothing : section(t('service.fees'), html`<ul class="cards">${fields.fees.map((fee) => html`<li class="card"><h4>${fee.item}</h4><p>${fee.standard}</p>${fee.basis === undefined ? nothing : html`<p class="small muted">${fee.basis}</p>`}</li>`)}</ul>`)}
    ${fields.windows.length === 0 ? nothing : section(t('service.windows'), places(fields.windows))}
    ${section(t('service.basis'), list(fields.basis))}
  `;
}

function answers(fields: Published<'service'>['fields'], { t }: Context): TemplateResult {
  const { pledgedDays, statutoryDays, fees, windows } = fields;
  const days = pledgedDays ?? statutoryDays;
  const [window] = windows;
  return html`<ul class="answers" part="answers">
    <li>
      <span class="answer-label">${contentIcons.clock}${pledgedDays === undefined ? t('service.statutory') : t('service.pledged')}</span>
      <strong class="answer">${days === undefined ? t('service.days.unknown') : days === 0 ? t('service.days.once') : t('service.days', { days })}</strong>
      ${statutoryDays === undefined || pledgedDays === undefined ? nothing : html`<span class="muted small">${t('service.statutory.is', { days: statutoryDays })}${pledgedDays < statutoryDays ? html` ${badge(t('service.faster', { days: statutoryDays - pledgedDays }), 'good')}` : nothing}</span>`}
    </li>
    <li>
      <span class="answer-label">${contentIcons.tick}${t('service.fee')}</span>
      <strong class="answer">${fees.length === 0 ? t('service.free') : fees.length === 1 && fees[0] ? fees[0].standard : t('service.fees.count', { count: fees.length })}</strong>
      ${fees.length === 1 && fees[0] ? html`<span class="muted small">${fees[0].item}</span>` : nothing}
    </li>
    ${window
      ? html`<li>
          <span class="answer-label">${contentIcons.place}${t('service.where')}</span>
          <strong class="answer place">${window.name}</strong>
          <span class="muted small">${window.address}</span>
        </li>`
      : nothing}
  </ul>`;
}

function materials({ materials: all }: Published<'service'>['fields'], { t }: Context): TemplateResult {
  if (all.length === 0) return html`<p>${t('service.materials.none')}</p>`;
  return html`<ol class="checklist">
    ${all.map(
      (one) => html`<li>
        <svg class="tick-box" viewBox="0 0 20 20" aria-hidden="true"><rect x="2" y="2" width="16" height="16" rx="3"></rect></svg>
        <div>
          <p><span>${one.name}</span> <span class="badge">${t(`form.${one.form}`)}${one.copies === undefined ? '' : ` × ${String(one.copies)}`}</span></p>
          ${one.note === undefined ? nothing : html`<p class="small muted">${one.note}</p>`}
        </div>
      </li>`,
    )}
  </ol>`;
}
