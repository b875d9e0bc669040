import type { Freshness } from '@sunlit/client/statistics';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.ts';
import { categoryName } from './disclosures.ts';
import { choice, dataLinks, said, table, type Scene } from './scene.ts';

const TONES = { current: 'good', stale: 'bad', empty: 'warn' } as const;

/** How current the columns of an agency are, and those of the agencies below it. */
export function freshness(scene: Scene, { agency, checks, columns, below }: Freshness): TemplateResult {
  const { t, language } = scene;
  const own = t('fresh.columns.of', { place: agency.name });
  const others = t('fresh.below.of', { place: agency.name });
  const number = { numeric: true };
  return html`<p class="muted">${t('fresh.text')}</p>
    <section aria-labelledby="checks"><h3 id="checks">${t('fresh.checks')}</h3>
      <ul class="checks">${checks.map(({ rule, n, limit, holds }) => html`<li><span class="badge ${holds ? 'good' : 'bad'}">${t(holds ? 'fresh.holds' : 'fresh.broken')}</span><span>${t(`rule.${rule}`)}</span><span class="muted small">${t('fresh.found', { n: said(scene, n), limit })}</span></li>`)}</ul></section>
    <section aria-labelledby="columns"><h3 id="columns">${t('fresh.columns')}</h3>
      ${columns.length === 0 ? html`<p>${t('fresh.none')}</p>` : table({
        caption: own, columns: [{ title: t('c.category') }, { title: t('fresh.state') }, { title: t('fresh.last') }, { title: t('fresh.days'), ...number }, { title: t('fresh.limit'), ...number }],
        rows: columns.map(({ category, state, lastOn, days, limit }) => ({
          head: categoryName(scene, category),
          cells: [html`<span class="badge ${TONES[state]}">${t(`fresh.${state}`)}</span>`, lastOn === undefined ? t('fresh.never') : formatDay(lastOn, language), days === undefined ? '—' : said(scene, days), said(scene, limit)],
        })),
      }, dataLinks(scene, 'freshness', own))}</section>
    ${below.length === 0 ? nothing : html`<section aria-labelledby="columns-below"><h3 id="columns-below">${t('fresh.below')}</h3>
      ${table({
        caption: others, columns: [{ title: t('c.place') }, { title: t('fresh.brokenOf'), ...number }, { title: t('fresh.staleN'), ...number }, { title: t('fresh.emptyN'), ...number }],
        rows: below.map(({ agency: one, agencies, broken, stale, empty }) => ({
          head: choice(scene, { agency: one.id }, one.name, { type: 'link', act: () => scene.goTo(one) }), cells: [`${said(scene, broken)} / ${said(scene, agencies)}`, said(scene, stale), said(scene, empty)],
        })),
      }, dataLinks(scene, 'freshness', others))}</section>`}`;
}
