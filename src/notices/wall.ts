import type { NoticeSummary } from '@sunlit/client/notices';
import { html, nothing, type TemplateResult } from 'lit';
import { qr } from '../disclosure/qr.ts';
import { formatMoment } from '../shared/format.ts';
import { ON_A_PAGE, counter, possibilities, whenAndWhere, type Saying } from './card.ts';
import { clock } from './schedule.ts';

export interface NoticeWall extends Saying {
  readonly items: readonly NoticeSummary[];
  readonly page: number;
  readonly pages: number;
  /** Whose notices they are. */
  readonly name: string | undefined;
  readonly boardHref: string | undefined;
  /** Moment of which all this is, when it comes from the device. */
  readonly asOf: string | undefined;
}

/** Notices on the screen of a hall or a street, to be read from three metres, and operated by nobody. */
export function wall(given: NoticeWall): TemplateResult {
  const { t, language, items, page, pages, name, boardHref, asOf } = given;
  const shown = items.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE);
  return html`<section class="wall" part="wall" aria-labelledby="wall-title">
    <header><div>${name ? html`<p class="whose"><bdi>${name}</bdi></p>` : nothing}<h2 id="wall-title">${t('title')}</h2>${asOf ? html`<p class="muted">${t('asOf', { time: formatMoment(asOf, language) })}</p>` : nothing}</div>
      ${boardHref ? html`<div class="take-part"><p>${t('scan')}</p>${qr(boardHref, t('scan'))}</div>` : nothing}</header>
    ${items.length === 0 ? html`<p class="nothing">${t('none.current')}</p>` : html`<ol>${shown.map((notice) => html`<li>
      ${counter(notice, given)}
      <div class="what"><p><span class="badge">${t(`type.${notice.type}`)}</span> <span class="muted">${notice.agency.name}</span></p><h3><bdi>${notice.subject}</bdi></h3><div class="about">${whenAndWhere(notice, given)}${possibilities(notice, given)}</div></div></li>`)}</ol>`}
    ${pages > 1 ? html`<footer>${t('page', { page: page + 1, pages })}</footer>` : nothing}
  </section>`;
}

/** What stands on the screen outside its hours: whose it is, what time it is, and when it shows again. */
export function standingPicture({ t, name, minute, from }: Pick<NoticeWall, 't' | 'name'> & { readonly minute: number; readonly from: number }): TemplateResult {
  return html`<section class="wall standing" part="standing">${name ? html`<p class="whose"><bdi>${name}</bdi></p>` : nothing}<p class="time">${clock(minute)}</p><p class="muted">${t('standing.until', { time: clock(from) })}</p></section>`;
}
