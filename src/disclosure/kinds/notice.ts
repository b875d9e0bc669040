import { html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../../shared/content-icons.ts';
import { badge, list, section, span } from '../parts.ts';
import type { Context, Published } from '../types.ts';

const DAY = 86_400_000;

/** Whole calendar days from one day to another; both are days, so no time zone matters. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

export function noticeState(from: string, to: string, today: string): { state: 'before' | 'open' | 'closed'; days: number } {
  if (today < from) return { state: 'before', days: daysBetween(today, from) };
  return today > to ? { state: 'closed', days: daysBetween(to, today) } : { state: 'open', days: daysBetween(today, to) };
}

export function notice({ fields }: Published<'notice'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  const { state, days } = noticeState(fields.from, fields.to, ctx.today);
  const text = state === 'open' && days === 0 ? t('notice.last') : t(`notice.${state}`, { days });
  // The preview of a draft may have no days yet.
  const period = Number.isNaN(days) ? nothing : html`<div class="period ${state}" part="period">
      <p class="period-head">${contentIcons.calendar}<span>${span(fields.from, fields.to, ctx)}</span> ${badge(t(`notice.state.${state}`), state === 'open' ? 'good' : state === 'before' ? 'warn' : '')}</p>
      <p>${text}</p>
    </div>`;
  return html`${period}
    ${section(t('f.subject'), html`<p>${fields.subject}</p>`)}
    ${fields.outcome === undefined ? nothing : section(t('notice.outcome'), html`<p class="quoted">${fields.outcome}</p>`)}
    ${fields.entries === undefined || fields.entries.length === 0 ? nothing : section(t('notice.entries', { count: fields.entries.length }), html`<ol class="numbered">${fields.entries.map((entry) => html`<li>${entry}</li>`)}</ol>`)}
    ${fields.objections.length === 0
      ? nothing
      : section(
          t('notice.objections'),
          html`${state === 'closed' ? html`<p class="muted">${t('notice.objections.closed')}</p>` : nothing}${list(fields.objections.map((one) => html`<b>${one.way}</b> ${one.contact}`))}`,
        )}
  `;
}
