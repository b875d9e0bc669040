import type { RequestDeadline } from '@sunlit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import { lightOf } from './row.ts';
import type { CaseKey, SayCase } from './strings/index.ts';

/** The periods of a case, those that run first, each with its proof: which days count, which do not and why. */
export function deadlineList(t: SayCase, language: Language, deadlines: readonly RequestDeadline[]): TemplateResult {
  if (deadlines.length === 0) return html`<p class="muted">${t('periods.none')}</p>`;
  const sorted = [...deadlines].sort((a, b) => Number(a.endedOn !== undefined) - Number(b.endedOn !== undefined));
  return html`<ul class="periods">${sorted.map((deadline) => period(t, language, deadline))}</ul>`;
}

function period(t: SayCase, language: Language, deadline: RequestDeadline): TemplateResult {
  const { term, binds, endedOn } = deadline;
  return html`<li class="period ${endedOn === undefined ? '' : 'ended'}">
    <p class="line"><strong>${t(`term.${term}`)}</strong> <span class="muted">${t('period.binds', { who: t(`party.${binds}`) })}</span></p>
    <p class="line">${standing(t, language, deadline)}</p>
    <details><summary>${t('proof')}</summary>${proof(t, language, deadline)}</details>
  </li>`;
}

function standing(t: SayCase, language: Language, deadline: RequestDeadline): TemplateResult {
  const ended = deadline.endedOn === undefined ? nothing : html`<span class="badge">${t('period.ended', { day: formatDay(deadline.endedOn, language) })}</span>`;
  switch (deadline.stands) {
    case 'running': return html`<span>${t('period.due', { day: formatDay(deadline.due, language) })}</span> ${deadline.endedOn === undefined ? lightOf(t, deadline) : ended} ${deadline.provisional ? html`<span class="badge warn">${t('period.provisional')}</span>` : nothing}`;
    case 'paused': return html`<span class="badge warn">${t('period.paused', { why: t(`pause.${deadline.by}`) })}</span> <span>${t('period.paused.left', { day: formatDay(deadline.since, language), count: deadline.left })}</span> ${ended}`;
    case 'undelivered': return html`<span class="badge warn">${t('period.undelivered')}</span> ${ended}`;
  }
}

function proof(t: SayCase, language: Language, deadline: RequestDeadline): TemplateResult {
  const { trigger, length, unit, article, rollsOver, onSilence, pause } = deadline;
  const fact = (name: string, value: string | undefined) => (value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  const run = deadline.stands === 'undelivered' ? undefined : deadline;
  const paused = run?.trail.some(({ reason }) => ['third-party', 'co-maker', 'correction', 'fee'].includes(reason)) ?? false;
  return html`<dl class="facts-list">
      ${fact(t('proof.article'), article)}
      ${fact(t('proof.length'), t(`unit.${unit}`, { count: length }))}
      ${fact(t('proof.from'), `${t(`trigger.${trigger}`)}${run ? t('proof.day', { day: formatDay(run.from, language) }) : ''}`)}
      ${fact(t('proof.rolls'), rollsOver)}
      ${fact(t('proof.silence'), t(`silence.${onSilence}`))}
      ${paused ? fact(t('proof.pause'), t(`interval.${pause}`)) : nothing}
      ${run ? fact(t('proof.calendar'), `${run.calendarVersion}${run.provisional ? t('proof.provisional') : ''}`) : nothing}
    </dl>
    ${run && run.trail.length > 0 ? html`<div class="scroll" tabindex="0" role="region" aria-label=${t('proof.days')}><table class="list trail">
      <thead><tr><th scope="col">${t('proof.date')}</th><th scope="col">${t('proof.counted')}</th><th scope="col">${t('proof.why')}</th></tr></thead>
      <tbody>${numbered(run.trail).map(({ date, counted, reason, nth }) => html`<tr class=${counted ? '' : 'skipped'}><td>${formatDay(date, language)}</td><td>${counted ? t('proof.nth', { nth }) : t('proof.skipped')}</td><td>${reasonOf(t, reason)}</td></tr>`)}</tbody>
    </table></div>` : nothing}`;
}

type Trail = Extract<RequestDeadline, { trail: unknown }>['trail'];

function numbered(trail: Trail): readonly (Trail[number] & { readonly nth: number })[] {
  let nth = 0;
  return trail.map((day) => ({ ...day, nth: day.counted ? (nth += 1) : nth }));
}

function reasonOf(t: SayCase, reason: Trail[number]['reason']): string {
  const pause = reason === 'third-party' || reason === 'co-maker' || reason === 'correction' || reason === 'fee';
  return t((pause ? `pause.${reason}` : `trail.${reason}`) satisfies CaseKey);
}
