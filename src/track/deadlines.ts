import type { TrackedBranch } from '@sunlit/client/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import type { Counted, Deadline, Scene } from './scene.ts';

/** Every period with the proof of its last day, to be opened. */
export function deadlines({ deadlines: all }: TrackedBranch, scene: Scene): TemplateResult | typeof nothing {
  const { t } = scene;
  const shown = all.filter(({ term }) => term !== 'reconsideration' && term !== 'suit' && term !== 'suit-after-reconsideration');
  if (shown.length === 0) return nothing;
  return html`<section class="section"><h3>${t('deadlines')}</h3><div class="deadlines" part="deadlines">${shown.map((deadline) => one(deadline, scene))}</div></section>`;
}

export function one(deadline: Deadline, scene: Scene): TemplateResult {
  const { t, language } = scene;
  const { term, binds, length, unit, article, rollsOver, trigger, onSilence, endedOn } = deadline;
  const day = (on: string) => formatDay(on, language);
  return html`<details class="deadline">
    <summary>${icons.next}<span class="term">${t(`term.${term}`)}<span class="small muted">${t(`binds.${binds}`)}</span></span><span class="until">${until(deadline, scene)}</span></summary>
    <div class="proof">
      <dl>
        ${deadline.stands === 'undelivered' ? nothing : line(t('proof.from'), t('proof.from.text', { day: day(deadline.from), trigger: t(`trigger.${trigger}`) }))}
        ${line(t('proof.length'), t(`unit.${unit}`, { n: length }))}
        ${line(t('proof.article'), article)}
        ${rollsOver ? line(t('proof.rolls'), t('proof.rolls.text', { article: rollsOver })) : nothing}
        ${line(t('proof.silence'), t(`silence.${onSilence}`))}
        ${endedOn ? line(t('proof.ended'), day(endedOn)) : nothing}
        ${deadline.stands === 'undelivered' ? nothing : line(t('proof.calendar'), html`${deadline.calendarVersion}${deadline.provisional ? html` <span class="badge warn">${t('proof.provisional')}</span>` : nothing}`)}
      </dl>
      ${deadline.stands === 'undelivered' ? html`<p class="muted">${t('proof.undelivered')}</p>` : trail(deadline, scene)}
    </div>
  </details>`;
}

const line = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function until(deadline: Deadline, { t, language }: Scene): TemplateResult | string {
  if (deadline.stands === 'undelivered') return t('until.undelivered');
  if (deadline.stands === 'paused') return html`<span class="badge warn">${t('until.paused', { reason: t(`reason.${deadline.by}`), left: deadline.left })}</span>`;
  const { due, left, light, endedOn } = deadline;
  const day = formatDay(due, language);
  if (endedOn !== undefined) return html`${day} <span class="badge">${t('until.ended')}</span>`;
  const tone = light === 'green' ? 'good' : light === 'amber' ? 'warn' : 'bad';
  return html`${day} <span class="badge ${tone}">${left < 0 ? t('until.late', { n: -left }) : left === 0 ? t('until.today') : t('until.left', { n: left })}</span>`;
}

/** The days as a calendar of weeks: what counted is numbered, what did not says why. */
function trail({ trail: days }: Counted, { t, language }: Scene): TemplateResult | typeof nothing {
  const [first] = days;
  if (!first) return nothing;
  let counted = 0;
  const reasons = [...new Set(days.filter((one) => !one.counted || one.reason !== 'weekday').map(({ reason }) => reason))];
  return html`<div class="trail" role="group" aria-label=${t('trail')}>
    <div class="weekdays" aria-hidden="true">${[1, 2, 3, 4, 5, 6, 7].map((number) => html`<span>${t(`weekday.${number as 1}`)}</span>`)}</div>
    <ol class="days">${days.map((one, index) => {
      const at = new Date(`${one.date}T00:00:00Z`);
      if (one.counted) counted += 1;
      const said = t(one.counted ? 'day.counted' : 'day.skipped', { day: formatDay(one.date, language), n: counted, reason: t(`reason.${one.reason}`) });
      return html`<li class="${index === 0 ? `from-${String(at.getUTCDay() || 7)}` : ''} ${one.counted ? 'counted' : 'skipped'} reason-${one.reason}" title=${said}>
        <span aria-hidden="true"><span class="date">${at.getUTCDate() === 1 || index === 0 ? `${String(at.getUTCMonth() + 1)}/${String(at.getUTCDate())}` : at.getUTCDate()}</span>${one.counted ? html`<span class="n">${counted}</span>` : html`<span class="why">${t(`mark.${one.reason}`)}</span>`}</span>
        <span class="hidden-text">${said}</span>
      </li>`;
    })}</ol>
    <p class="small muted legend">${t('trail.legend')}${reasons.map((reason) => html` <span><span class="why">${t(`mark.${reason}`)}</span> ${t(`reason.${reason}`)}</span>`)}</p>
  </div>`;
}
