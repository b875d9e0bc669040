import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { formatNumber } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { failed, offline, skeleton } from '../shared/states.ts';
import { chipList, chipsOf } from './chips.ts';
import { facetLists } from './facets.ts';
import { nothingFound } from './nothing-found.ts';
import { groups, skeletonRow } from './rows.ts';
import type { Scene } from './scene.ts';
import { filtersOf, sortOf, sortsFor } from './state.ts';
import { agencyList } from './branches.ts';

/** Skeletons beyond the first screens help nobody. */
const MOST_SKELETONS = 20;

/** The list with everything around it. */
export function browse(scene: Scene): TemplateResult {
  const { t, holdings, total, acts, heading } = scene;
  const panelled = scene.withTree || scene.withFacets;
  const chips = chipsOf(scene);
  const now = holdings.listing.current.state;
  return html`<div class="layout ${panelled ? 'with-panel' : ''}">
    <header>
      ${heading ? html`<h2><bdi>${heading}</bdi></h2>` : nothing}
      ${scene.withSearch ? searchBox(scene) : nothing}
    </header>
    <div class="tools">
      <p class="total" tabindex="-1">${now === 'failed' ? nothing : total === undefined ? t('searching') : t('total', { total })}</p>
      ${panelled
        ? html`<button class="button filter" type="button" aria-expanded=${scene.filtering ? 'true' : 'false'} aria-controls="filters" @click=${acts.toggleFilters}>
            ${icons.filter}${chips.length > 0 ? t('filters.on', { n: chips.length }) : t('filters')}
          </button>`
        : nothing}
      ${sorter(scene)} ${chipList(scene, chips)}
    </div>
    ${panelled ? html`<aside class="panel ${scene.filtering ? 'open' : ''}" id="filters" part="filters" aria-label=${t('filters')}>${panel(scene)}</aside>` : nothing}
    <section class="results" part="results" aria-label=${t('results')} aria-busy=${now === 'loading' ? 'true' : 'false'}>${scene.notice}${results(scene)}</section>
    <span class="hidden-text" role="status">${scene.said}</span>
  </div>`;
}

/** The search box. Before the first rows are there its place is kept, so that nothing moves. */
function searchBox({ state, scope, setting, most, acts }: Scene): TemplateResult {
  if (most < Infinity) return html`<div class="search"></div>`;
  return html`<sunlit-search api=${setting.api} agency=${state.agency ?? scope.agency ?? nothing} theme=${setting.theme ?? nothing} scheme=${setting.scheme ?? nothing}
    .value=${state.q ?? ''} @sunlit-search=${acts.search} @sunlit-select=${acts.select} @sunlit-ready=${acts.ready}></sunlit-search>`;
}

function sorter({ t, state, acts }: Scene): TemplateResult {
  const chosen = sortOf(state);
  return html`<div class="sort" role="group" aria-labelledby="sort"><span id="sort">${t('sort')}</span>
    ${sortsFor(state).map((one) => html`<button class="button" type="button" aria-pressed=${one === chosen ? 'true' : 'false'} @click=${() => acts.sort(one)}>${t(`sort.${one}`)}</button>`)}
  </div>`;
}

function panel(scene: Scene): TemplateResult {
  const { t, total, acts, holdings } = scene;
  // Together or not at all: lists that come one by one would push each other down.
  if (!holdings.settled && !scene.acted && scene.unfolded.size === 0) {
    return html`<div class="facet" aria-hidden="true">${[...'12345678'].map(() => html`<p class="lost"><span class="skeleton">&nbsp;</span></p>`)}</div>`;
  }
  return html`${scene.withTree ? agencyList(scene) : nothing}${scene.withFacets ? facetLists(scene) : nothing}
    ${total === undefined ? nothing : html`<button class="button primary done" type="button" @click=${acts.toggleFilters}>${t('filters.show', { total })}</button>`}`;
}

function results(scene: Scene): TemplateResult {
  const { t, language, href, acts, limit, most } = scene;
  const { listing } = scene.holdings;
  const { current, items, page } = listing;
  if (current.state === 'failed') return failed(t, current.error, acts.retry);
  if (!page) return skeleton(t, Math.min(limit, MOST_SKELETONS), skeletonRow);
  return html`${current.state === 'ready' ? offline(t, language, current.asOf, acts.retry) : nothing}
    ${items.length === 0
      ? nothingFound(scene, page.search)
      // eslint-disable-next-line lit-a11y/click-events-have-key-events -- one listener for the links and buttons of all rows, which keys click
      : html`<div class="list ${current.state === 'loading' ? 'old' : ''}" @click=${acts.click}>${guard([items, most, href, language, t('heading')], () => groups(items.slice(0, most), { t, language, href }))}</div>`}
    ${most === Infinity ? end(scene) : nothing}`;
}

/** What stands below the rows: more of them, how many there are, the feed. */
function end(scene: Scene): TemplateResult {
  const { t, language, acts, total = '' } = scene;
  const { more, error, hasMore, items } = scene.holdings.listing;
  const feed = scene.holdings.feed({ ...filtersOf(scene.state, scene.scope), lang: language });
  return html`<footer class="end">
    ${more === 'failed' ? failed(t, error, acts.more) : nothing}
    ${hasMore && more !== 'failed'
      ? html`<button class="button more no-print" type="button" aria-disabled=${more === 'loading' ? 'true' : 'false'} @click=${acts.more}>${more === 'loading' ? t('loading') : t('more')}</button>`
      : nothing}
    <p class="small muted">${items.length > 0 ? t('shown', { shown: formatNumber(items.length, language), total }) : nothing}</p>
    ${feed === undefined ? nothing : html`<a class="button quiet small no-print" href=${feed} type="application/atom+xml">${icons.feed}${t('feed')}</a>`}
  </footer>`;
}
