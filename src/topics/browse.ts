import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { failed, offline, skeleton } from '../shared/states.ts';
import { banner } from './banner.ts';
import { tools } from './filters.ts';
import { mine } from './mine.ts';
import { rows, skeletonRow } from './rows.ts';
import { chosen, type Scene } from './scene.ts';

const SKELETONS = 6;

/** The board: what stands above, which topics, and the topics. */
export function browse(scene: Scene): TemplateResult {
  const { t, view, holdings, total, said } = scene;
  const now = view === 'mine' ? holdings.mine.current.state : holdings.listing.current.state;
  return html`<div class="board">
    ${banner(scene)}
    ${tools(scene)}
    <section class="results" part="results" aria-label=${t('results')} aria-busy=${now === 'loading' ? 'true' : 'false'}>
      ${scene.notice() ?? nothing}
      ${view === 'mine' ? mine(scene) : html`<p class="total small muted" tabindex="-1">${now === 'failed' ? nothing : total === undefined ? t('searching') : t('total', { total })}</p>${list(scene)}`}
    </section>
    <p class="small muted statutory">${t('not-statutory')}</p>
    <span class="hidden-text" role="status">${said}</span>
  </div>`;
}

function list(scene: Scene): TemplateResult {
  const { t, language, acts } = scene;
  const { current, items, page } = scene.holdings.listing;
  if (current.state === 'failed') return failed(t, current.error, acts.retry);
  if (!page) return skeleton(t, SKELETONS, skeletonRow);
  return html`${current.state === 'ready' ? offline(t, language, current.asOf, acts.retry) : nothing}
    ${items.length === 0
      ? empty(scene)
      // eslint-disable-next-line lit-a11y/click-events-have-key-events -- one listener for the links and buttons of all rows, which keys click
      : html`<div class="list ${current.state === 'loading' ? 'old' : ''}" @click=${acts.click}>${rows(items, scene)}</div>`}
    ${end(scene)}`;
}

function empty(scene: Scene): TemplateResult {
  const { t, view, state, holdings, acts } = scene;
  const narrowed = Boolean(state.q) || chosen(scene).length > 0;
  return html`<div class="empty" part="empty">
    <p class="empty-title">${narrowed ? t('empty.filtered') : t(`empty.${view}`)}</p>
    ${narrowed ? html`<p class="muted">${t('empty.advice')}</p><button class="button" type="button" @click=${() => acts.choose({ q: undefined, agency: undefined, category: undefined, place: undefined })}>${t('filter.clear')}</button>` : nothing}
    ${!narrowed && holdings.board.latest?.open ? html`<button class="button" type="button" @click=${acts.write}>${t('empty.first')}</button>` : nothing}
  </div>`;
}

/** What stands below the rows: more of them, how many there are, the feed. */
function end({ t, language, acts, feed, shared, total = '', holdings }: Scene): TemplateResult {
  const { more, error, hasMore, items } = holdings.listing;
  return html`<footer class="end">
    ${more === 'failed' ? failed(t, error, acts.more) : nothing}
    ${hasMore && more !== 'failed' ? html`<button class="button more no-print" type="button" aria-disabled=${more === 'loading' ? 'true' : 'false'} @click=${acts.more}>${more === 'loading' ? t('loading') : t('more')}</button>` : nothing}
    <p class="small muted">${items.length > 0 ? t('shown', { shown: formatNumber(items.length, language), total }) : nothing}</p>
    <div class="take no-print">
      ${shared || items.length === 0 || typeof globalThis.print !== 'function' ? nothing : (['A4', 'A3'] as const).map((size) => html`<button class="button quiet small" type="button" @click=${() => acts.print(size)}>${t('print', { size })}</button>`)}
      ${feed === undefined || shared ? nothing : html`<a class="button quiet small" href=${feed} type="application/atom+xml">${icons.feed}${t('feed')}</a>`}
    </div>
  </footer>`;
}
