import type { RatingCount } from '@sunlit/client/ratings';
import { html, svg, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.ts';
import type { Language, Translate } from '../shared/i18n.ts';
import { LEVELS, face } from './levels.ts';
import type { RatingKey } from './strings/index.ts';

/** How many said what: counts, and never a share without them. */
export function results({ n, levels }: RatingCount, t: Translate<RatingKey>, language: Language): TemplateResult {
  if (n === 0) return html`<p class="results muted small" part="results">${t('results.none')}</p>`;
  const good = levels['very-satisfied'] + levels.satisfied + levels['fairly-satisfied'];
  const most = Math.max(...LEVELS.map((level) => levels[level]));
  return html`<section class="results" part="results" aria-label=${t('results')}>
    <p class="small">${t('results.good', { n: formatNumber(n, language), good: formatNumber(good, language) })}</p>
    <ul>${LEVELS.map((level) => html`<li>
      ${face(level)}<span class="name">${t(`level.${level}`)}</span>
      ${svg`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"></rect><rect class=${level} width=${(100 * levels[level]) / most} height="10"></rect></svg>`}
      <span class="n">${formatNumber(levels[level], language)}</span></li>`)}</ul>
  </section>`;
}
