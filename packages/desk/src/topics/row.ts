import type { DayRecount, TopicDeadline } from '@sunlit/client';
import type { PostingSummary } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import { urgency } from '../frame/due.ts';
import type { SayTopic } from './strings/index.ts';

const LIGHT = { late: ['red', 'bad'], soon: ['amber', 'warn'], calm: ['green', 'good'] } as const;

/** How long there still is: its colour and shape only say again what its words say. What was done says whether it was in time. */
export function lightOf(t: SayTopic, { left, late, doneOn }: Pick<TopicDeadline, 'left' | 'late'> & Partial<Pick<TopicDeadline, 'doneOn'>>): TemplateResult {
  if (doneOn !== undefined) return html`<span class="badge ${late ? 'bad' : 'good'}">${late ? (left < 0 ? t('light.done.late', { count: -left }) : t('light.done.late.already')) : t('light.done')}</span>`;
  const [light, look] = LIGHT[late ? 'late' : urgency(left)];
  // On a day off after the last day no workday has gone by yet.
  const words = left < 0 ? t('light.late', { count: -left }) : late ? t('light.late.already') : left === 0 ? t('light.today') : t('light.left', { count: left });
  return html`<span class="badge light ${look}" data-light=${light}><span class="lamp"></span>${words}</span>`;
}

/** The term that ends next, with its day. */
export function nextOf(t: SayTopic, language: Language, next: TopicDeadline): TemplateResult {
  return html`<span class="until"><span class="small">${t('until', { term: t(`term.${next.term}`), day: formatDay(next.due, language) })}</span>${lightOf(t, next)}${next.provisional ? html`<span class="badge warn">${t('provisional')}</span>` : nothing}</span>`;
}

/** How a calendar moved a day, and by which notice. */
export function recounted(recounts: readonly DayRecount[] = [], { t, language }: { readonly t: SayTopic; readonly language: Language }): TemplateResult[] {
  return recounts.map(({ notice, from, to }) => html`<p class="muted small">${t('recounted', { notice, from: formatDay(from, language), to: formatDay(to, language) })}</p>`);
}

interface RowSetting {
  readonly t: SayTopic;
  readonly language: Language;
  readonly href: (place: string) => string;
}

/** A posting by what may be shown of it in a list: before it is approved, nothing that somebody wrote. */
export const nameOf = (t: SayTopic, { title, no }: Pick<PostingSummary, 'title' | 'no'>): string => title ?? t('unread.name', { no });

/** One posting in a list: which, where it stands, with whom, by when. */
export function postingRow(one: PostingSummary, { t, language, href }: RowSetting): TemplateResult {
  const { id, no, title, board, agency, purpose, channel, place, phase, outcome, round, supports, submittedOn, handler, next } = one;
  return html`<li class="row">
    <div class="what">
      <a href=${href(`topics/${id}`)} data-row>${title === undefined ? nameOf(t, one) : html`<bdi>${title}</bdi>`}</a>
      <p class="facts">${title === undefined ? nothing : html`<span>${no}</span>`}<span>${t(`purpose.${purpose}`)}</span><span><bdi>${board.name}</bdi></span>${agency === undefined ? nothing : html`<span>${t('row.with', { agency: agency.name })}</span>`}
        ${place === undefined ? nothing : html`<span><bdi>${place}</bdi></span>`}<span>${t('row.submitted', { channel: t(`channel.${channel}`), day: formatDay(submittedOn, language) })}</span>${round === undefined ? nothing : html`<span><bdi>${round.title}</bdi></span>`}
        <span>${handler === undefined ? t('row.handler.none') : t('row.handler', { who: `${handler.post} ${handler.name}` })}</span></p>
    </div>
    <div class="marks">
      <span class="badge">${t('row.supports', { count: supports.total })}</span>
      <span class="badge">${t(`phase.${phase}`)}</span>
      ${outcome === undefined ? nothing : html`<span class="badge">${t(`outcome.${outcome}`)}</span>`}
      ${next === undefined ? nothing : nextOf(t, language, next)}
    </div>
  </li>`;
}
