import type { Topic, TopicStep } from '@sunlit/client/topics';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../shared/format.ts';
import type { Language } from '../../shared/i18n.ts';
import { icons } from '../../shared/icons.ts';
import { untilOf } from '../standing.ts';
import type { PageScene } from './scene.ts';
import type { PageSay } from './strings/index.ts';

/** A step in plain words. */
export function stepText({ type, by, to, due, round, topic }: TopicStep, say: PageSay, language: Language): string {
  const day = due ? formatDay(due, language) : '';
  switch (type) {
    case 'submit': return say(by === 'agency' ? 'step.submit.agency' : 'step.submit');
    case 'approve': return round ? say('step.approve.round', { round: round.title }) : say('step.approve');
    case 'assign': return to ? say('step.assign', { to: to.name }) : say('step.assign.here');
    case 'claim': return due ? say('step.claim', { due: day }) : say('step.claim.plain');
    case 'postpone': return say('step.postpone', { due: day });
    case 'merge': return say('step.merge', { title: topic?.title ?? '' });
    default: return say(`step.${type}`);
  }
}

export function timeline({ steps }: Topic, { say, language }: PageScene): TemplateResult {
  return html`<section class="section"><h3>${say('timeline')}</h3>
    <ol class="timeline">${steps.map((step) => html`<li class="by-${step.by}">
      <time datetime=${step.on}>${formatDay(step.on, language)}</time>
      <div><p>${stepText(step, say, language)}${step.by === 'system' ? html` <span class="small muted">${say('by.system')}</span>` : step.post ? html` <span class="small muted">${step.post}</span>` : nothing}</p>
        ${step.reason ? html`<p class="small">${say(`reason.${step.reason}`)}</p>` : nothing}
        ${step.words ? html`<p class="small muted"><bdi>${step.words}</bdi></p>` : nothing}</div>
    </li>`)}</ol></section>`;
}

/** What the agency owed, by when, and whether it kept it. */
export function terms({ deadlines }: Topic, { t, say, language }: PageScene): TemplateResult | typeof nothing {
  if (deadlines.length === 0) return nothing;
  const day = (on: string) => formatDay(on, language);
  return html`<details class="section terms"><summary>${icons.next}<h3>${say('terms')}</h3></summary>
    <dl>${deadlines.map((deadline) => {
      const { term, due, workdays, left, late, doneOn, provisional } = deadline;
      const [, length] = untilOf(deadline, t, language);
      return html`<div><dt>${say(`term.${term}`)}${workdays === undefined ? nothing : html` <span class="small muted">${say('term.days', { n: workdays })}</span>`}</dt>
        <dd>${say('term.due', { due: day(due) })} <span class="badge ${late ? 'bad' : doneOn ? 'good' : ''}">${doneOn ? say(late ? 'term.done.late' : 'term.done', { on: day(doneOn), n: Math.max(1, -left) }) : length}</span>
          ${provisional && !doneOn ? html`<span class="small muted">${say('term.provisional')}</span>` : nothing}</dd></div>`;
    })}</dl></details>`;
}
