import type { RatingCount } from '@sunlit/client/statistics';
import { html, nothing, type TemplateResult } from 'lit';
import { LEVELS } from '../rating/levels.ts';
import { chart, type Bar, type Chart } from './chart.ts';
import { large, largeFigures } from './figures.ts';
import { places } from './places.ts';
import { hasFew, said, type Scene } from './scene.ts';
import { ofRatings } from './words.ts';

/** A place at a glance, and the places below it. */
export function overview(scene: Scene): TemplateResult {
  const { t, overview: { whole, year } } = scene;
  return html`${large(scene, largeFigures(scene, year, whole))}
    ${hasFew(whole) ? html`<p class="small muted few">${t('few.why')}</p>` : nothing}
    ${whole.ratings.n === 0 ? nothing : chart(scene, ratings(scene, 'ratings', t('chart.ratings'), whole.ratings))}
    ${places(scene)}`;
}

/** How many said what, best first. */
export function ratings(scene: Pick<Scene, 't' | 'language'>, id: string, title: string, count: RatingCount): Chart {
  const { t } = scene;
  const bars: readonly Bar[] = LEVELS.map((level) => ({ label: t(`level.${level}`), n: count.levels[level] }));
  return {
    id, title, words: ofRatings(scene, count), picture: { type: 'levels', count }, data: 'ratings',
    table: { caption: title, columns: [{ title: t('c.level.rating') }, { title: t('c.times'), numeric: true }], rows: bars.map(({ label, n }) => ({ head: label, cells: [said(scene, n)] })) },
  };
}
