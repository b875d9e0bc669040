import type { TrackedBranch, TrackedEvent } from '@sunlit/client/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.ts';
import type { Scene } from './scene.ts';

type Say = Pick<Scene, 't' | 'language'>;

/** A step in plain words. */
export function eventText(event: TrackedEvent, { t }: Say): string {
  const { type, workdays = 0, party, opinion, term, outcome, to, parts = 0, fee, way } = event;
  switch (type) {
    case 'consult': return t(`event.consult.${party ?? 'third-party'}`);
    case 'opinion': return t(`event.opinion.${party ?? 'third-party'}`, { opinion: opinion ? t(`opinion.${opinion}`) : '' });
    case 'silence': return t(`event.silence.${silent(event)}`);
    case 'overdue': return t(term === 'confirmation' ? 'event.overdue.confirmation' : 'event.overdue.reply');
    case 'decide': return t('event.decide', { outcome: outcome ? t(`outcome.${outcome}`) : '' });
    case 'serve': return t('event.serve', { way: t(`way.${way ?? 'electronic'}`) });
    case 'transfer': return t('event.transfer', { agency: to?.name ?? '' });
    default: return t(`event.${type}`, { workdays, parts, yuan: fee?.yuan ?? 0 });
  }
}

function silent({ term, bound, question }: TrackedEvent): 'correction' | 'payment' | 'reasons' | 'third-party' | 'co-maker' {
  if (bound === 'third-party' || bound === 'co-maker') return bound;
  const asked = term ?? question;
  return asked === 'payment' || asked === 'reasons' ? asked : 'correction';
}

export function timeline({ events }: TrackedBranch, scene: Scene): TemplateResult {
  const { t, language } = scene;
  return html`<section class="section"><h3>${t('timeline')}</h3>
    <ol class="timeline" part="timeline">${events.map((event) => html`<li class="by-${event.by}">
      <time datetime=${event.on}>${formatDay(event.on, language)}</time>
      <div><p>${eventText(event, scene)}</p>
        ${event.points?.length ? html`<ul class="points">${event.points.map((point) => html`<li>${point}</li>`)}</ul>` : nothing}
        ${event.fee ? feeTable(event.fee, scene) : nothing}
      </div>
    </li>`)}</ol></section>`;
}

/** A fee, price by price, the free ones among them (国办函〔2020〕109号). */
function feeTable({ scale, yuan, lines }: NonNullable<TrackedEvent['fee']>, { t }: Say): TemplateResult {
  return html`<table class="fee"><caption class="small muted">${t(`fee.${scale}`)}</caption>
    <thead><tr><th scope="col">${t(`fee.range.${scale}`)}</th><th scope="col">${t('fee.each')}</th><th scope="col">${t('fee.sum')}</th></tr></thead>
    <tbody>${lines.map(({ first, last, each, yuan: sum }) => html`<tr><td>${first === last ? first : `${String(first)}–${String(last)}`}</td><td>${each === 0 ? t('fee.free') : t('fee.yuan', { n: each })}</td><td>${t('fee.yuan', { n: sum })}</td></tr>`)}</tbody>
    <tfoot><tr><th scope="row" colspan="2">${t('fee.total')}</th><td>${t('fee.yuan', { n: yuan })}</td></tr></tfoot>
  </table>`;
}
