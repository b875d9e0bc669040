import type { NoticeSummary } from '@sunlit/client/notices';
import { html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../shared/content-icons.ts';
import { formatDay } from '../shared/format.ts';
import type { Language } from '../shared/i18n.ts';
import type { NoticesSay } from './strings/index.ts';

/** What a page of a wall holds; more cannot be read in passing. */
export const ON_A_PAGE = 3;

/** In what language a notice is shown. */
export interface Saying {
  readonly t: NoticesSay;
  readonly language: Language;
}

/** How many days a notice has, in the words of a line: 公示剩余 5 天. */
export function countdown({ state, left, type, from }: NoticeSummary, { t, language }: Saying): { readonly label: string; readonly days?: number; readonly workdays?: number } {
  if (state === 'over') return { label: t('ended') };
  if (!left || !from) return { label: t('undated') };
  // The day on which it is held is not among those one waits.
  if (type === 'hearing') return left.days === 1 ? { label: t('left.today') } : { label: t('left.hearing'), days: left.days - 1 };
  if (state === 'coming') return { label: t('left.coming', { day: formatDay(from, language) }) };
  return left.days === 1 ? { label: t('left.last') } : { label: t('left.notice'), days: left.days, workdays: left.workdays };
}

/** The days of a notice in large figures. */
export function counter(notice: NoticeSummary, saying: Saying): TemplateResult {
  const { label, days, workdays } = countdown(notice, saying);
  const { t } = saying;
  return html`<p class="count ${notice.state}" part="count">${days === undefined ? html`<span class="plain">${label}</span>` : html`<span class="label">${label}</span> <b>${days}</b> <span>${t('days')}</span>${workdays === undefined ? nothing : html`<span class="small muted workdays">${t('workdays', { n: workdays })}</span>`}`}</p>`;
}

/** When and where, in one line. */
export function whenAndWhere({ type, from, to, place }: NoticeSummary, { t, language }: Saying): TemplateResult {
  const days = from === undefined || to === undefined ? t('undated') : type === 'hearing' ? t('held.on', { day: formatDay(from, language) }) : t('span', { from: formatDay(from, language), to: formatDay(to, language) });
  return html`<p class="when"><span>${contentIcons.calendar}${days}</span>${place ? html`<span>${contentIcons.place}<bdi>${t('place', { place })}</bdi></span>` : nothing}</p>`;
}

/** What may be done with it now, or was. */
export function possibilities({ opinions, seats, result, summarised }: NoticeSummary, { t, language }: Saying): TemplateResult | typeof nothing {
  const said = [
    ...(opinions?.open ? [t('may.opinions', { day: formatDay(opinions.until, language) })] : []),
    ...(seats?.open && !result ? [t('may.seats', { day: formatDay(seats.until, language) })] : []),
    ...(summarised ? [t('was.summarised')] : []),
    ...(result ? [t('was.drawn')] : []),
  ];
  return said.length === 0 ? nothing : html`<ul class="may">${said.map((one) => html`<li>${contentIcons.tick}${one}</li>`)}</ul>`;
}
