import type { DisclosureFigures } from '@sunlit/client/statistics';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adopt } from '../shared/adopt.ts';
import { formatMoment } from '../shared/format.ts';
import type { Language } from '../shared/i18n.ts';
import { WallPages } from '../shared/wall-pages.ts';
import { picture, type Chart } from './chart.ts';
import { byCategory, byMonth } from './disclosures.ts';
import { large, largeFigures, type Large } from './figures.ts';
import { ratings } from './overview.ts';
import { inOrder, ranked } from './places.ts';
import { placeName, type Scene } from './scene.ts';
import { wallStyles } from './wall-styles.ts';

const SECONDS = 20;
/** Beside three other charts there is room for so many bars. */
const FEW_BARS = 4;
const RENEWED_MILLISECONDS = 5 * 60_000;

interface Hung {
  readonly scene: Scene;
  readonly disclosures: DisclosureFigures | undefined;
  readonly ranked: boolean;
  readonly heading: string | undefined;
  readonly language: Language;
  /** As of when this is, where the network did not answer. */
  readonly asOf: string | undefined;
}

/** Figures on the screen of a hall or a street: one chart after the other, or all of them where nothing may move. It renews itself, and takes no input. */
export class Wall implements ReactiveController {
  readonly #pages: WallPages;
  readonly #refresh: () => void;
  #charts: readonly Chart[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, { refresh }: { readonly refresh: () => void }) {
    if (host.shadowRoot) adopt(host.shadowRoot, wallStyles);
    this.#refresh = refresh;
    this.#pages = new WallPages(host, { pages: () => this.#charts.length, on: () => true, seconds: () => SECONDS });
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(this.#refresh, RENEWED_MILLISECONDS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  view({ scene, disclosures, ranked: isRanked, heading, language, asOf }: Hung): TemplateResult {
    const { t, overview: { whole, below, year, asOf: counted } } = scene;
    this.#charts = [
      ...(disclosures ? [byMonth(scene, disclosures), byCategory(scene, disclosures)] : []),
      ...(below.length > 0 ? [isRanked ? ranked(scene, 'published') : inOrder(scene)] : []),
      ...(whole.ratings.n > 0 ? [ratings(scene, 'ratings', t('chart.ratings'), whole.ratings)] : []),
    ];
    const { page, moves } = this.#pages;
    const shown: readonly (Chart & { readonly left?: number })[] = moves ? this.#charts.slice(page, page + 1) : this.#charts.map(shortened);
    return html`<section class="wall" part="wall" aria-labelledby="wall">
      <header><div><p class="wall-place"><bdi>${placeName(scene)}</bdi></p>${heading === '' ? html`<h2 id="wall" class="hidden-text">${t('title')}</h2>` : html`<h2 id="wall">${heading ?? t('wall.title', { year })}</h2>`}</div>
        <p class="muted">${t('wall.asOf', { time: formatMoment(asOf ?? counted, language) })}</p></header>
      ${large(scene, largeFigures(scene, year, whole).map(brief))}
      <div class=${moves ? 'wall-charts' : 'wall-charts still'}>${shown.map((chart) => html`<section class="wall-chart" aria-labelledby="${chart.id}-title"><h3 id="${chart.id}-title">${chart.title}</h3>${moves ? html`<p class="words">${chart.words}</p>` : nothing}${picture(scene, chart)}${chart.left ? html`<p class="muted">${t('chart.left', { n: chart.left })}</p>` : nothing}</section>`)}</div>
      ${moves ? html`<footer class="muted">${t('wall.page', { page: page + 1, pages: this.#charts.length })}</footer>` : nothing}
    </section>`;
  }
}

/** Of how much it is stands beside it, and need not be said again. */
const brief = ({ more, ...figure }: Large): Large => ({ ...figure, more: figure.of ? '' : more });

/** A chart as it stands beside others; `left`: how many bars have no room. */
function shortened(chart: Chart): Chart & { readonly left?: number } {
  if (chart.picture.type !== 'bars') return chart;
  const { bars } = chart.picture;
  return { ...chart, picture: { type: 'bars', bars: bars.slice(0, FEW_BARS) }, left: Math.max(0, bars.length - FEW_BARS) };
}
