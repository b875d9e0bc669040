import type { NoticeSummary } from '@sunlit/client/notices';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import { countdown, type Saying } from './card.ts';

export interface Ticker extends Saying {
  readonly items: readonly NoticeSummary[];
  readonly page: number;
  /** Whether it goes on by itself, and whether somebody stopped it. */
  readonly moves: boolean;
  readonly paused: boolean;
  readonly pause: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly link: (notice: NoticeSummary) => TemplateResult;
}

/** One notice after the other in one line. It changes all at once, so that nothing moves; by hand it goes on too. */
export function ticker(given: Ticker): TemplateResult {
  const { t, items, page, moves, paused, pause, step, link } = given;
  const notice = items[page];
  if (!notice) return html`<p class="ticker muted">${t('none.current')}</p>`;
  const { label, days } = countdown(notice, given);
  return html`<section class="ticker" aria-label=${t('title')} part="ticker">
    <span class="badge">${t(`type.${notice.type}`)}</span>
    <span class="line">${link(notice)}</span>
    <span class="days">${label}${days === undefined ? nothing : html` <b>${days}</b> ${t('days')}`}</span>
    ${items.length < 2 ? nothing : html`<span class="steps"><span class="small muted">${t('nth', { n: page + 1, all: items.length })}</span>
      <button class="button quiet previous" type="button" aria-label=${t('previous')} @click=${() => step(-1)}>${icons.next}</button>
      ${moves ? html`<button class="button quiet" type="button" @click=${pause}>${t(paused ? 'resume' : 'pause')}</button>` : nothing}
      <button class="button quiet" type="button" aria-label=${t('following')} @click=${() => step(1)}>${icons.next}</button></span>`}
  </section>`;
}
