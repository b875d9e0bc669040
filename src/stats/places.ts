import type { Share } from '@sunlit/client/statistics';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import { chart, type Bar, type Chart } from './chart.ts';
import { MEASURES, choice, hasFew, placeName, said, type Measure, type Place, type Scene, type Table } from './scene.ts';
import { ofCounts, ofShares } from './words.ts';

const SHADES = 4;

/** The tree, one level at a time: each place directly below with its figures, which lead on down; and, unless a page leaves that out, in order of what they did. */
export function places(scene: Scene): TemplateResult | typeof nothing {
  const { t, overview: { below } } = scene;
  if (below.length === 0) return nothing;
  const most = Math.max(1, ...below.map(({ figures }) => figures.published));
  return html`<section class="places" aria-labelledby="places">
    <h3 id="places">${t('places.title')}</h3><p class="muted small no-print">${t('places.text')}</p>
    <ul class="tiles" part="places">${below.map((place) => tile(scene, place, Math.ceil((SHADES * place.figures.published) / most)))}</ul>
    ${ranking(scene)}
  </section>`;
}

function tile(scene: Scene, { agency, figures: { published, onTime, late } }: Place, shade: number): TemplateResult {
  const { t } = scene;
  const content = html`<span class="tile-name"><bdi>${agency.name}</bdi>${agency.below ? icons.next : nothing}</span>
    <b class="tile-n">${t('piece', { n: said(scene, published) })}</b>
    <span class="tile-more">${onTime.of > 0 ? html`<span>${t('places.onTime', { n: said(scene, onTime.n), of: said(scene, onTime.of) })}</span>` : nothing}${late > 0 ? html`<span class="badge bad">${t('places.late', { n: said(scene, late) })}</span>` : nothing}</span>`;
  return html`<li>${choice(scene, { agency: agency.id }, content, { type: `tile shade-${String(shade)}`, act: () => scene.goTo(agency) })}</li>`;
}

/** What counts for each place, where it is a share of how much. */
const measured: Readonly<Record<Measure, (place: Place['figures']) => number | Share>> = {
  published: ({ published }) => published,
  onTime: ({ onTime }) => onTime,
  topics: ({ topics }) => topics.answeredInTime,
  late: ({ late }) => late,
};

/** Most first, but of what is late the least. */
function sorted(places: readonly Place[], measure: Measure): readonly Bar[] {
  const bars = places.flatMap(({ agency, figures }): Bar[] => {
    const value = measured[measure](figures);
    if (typeof value === 'number') return [{ label: agency.name, n: value }];
    return value.of === 0 ? [] : [{ label: agency.name, n: value.n, of: value.of }];
  });
  const worth = ({ n, of }: Bar) => (of === undefined ? n : n / of);
  // Of equal shares, the one of more weighs more.
  return bars.sort((a, b) => (measure === 'late' ? a.n - b.n : worth(b) - worth(a) || (b.of ?? 0) - (a.of ?? 0)));
}

function ranking(scene: Scene): TemplateResult {
  const { t, measure, rankBy } = scene;
  if (measure === undefined) return chart(scene, inOrder(scene));
  const choose = (event: Event) => rankBy(MEASURES.find((one) => one === (event.target as HTMLSelectElement).value) ?? 'published');
  return html`<label class="rank no-print"><span>${t('ranking.by')}</span>
      <select class="field" name="measure" @change=${choose}>${MEASURES.map((one) => html`<option value=${one} ?selected=${one === measure}>${t(`ranking.${one}`)}</option>`)}</select></label>
    ${chart(scene, ranked(scene, measure))}`;
}

/** The places below in the order of the tree. */
export function inOrder(scene: Scene): Chart {
  const table = placesTable(scene);
  const bars = scene.overview.below.map(({ agency, figures }): Bar => ({ label: agency.name, n: figures.published }));
  return { id: 'in-order', ...noted(scene, false), title: scene.t('places.published', { year: scene.overview.year }), words: ofCounts(scene, bars), picture: { type: 'bars', bars }, table, data: 'agencies' };
}

/** The places below, by what they did. */
export function ranked(scene: Scene, measure: Measure): Chart {
  const { t, overview: { below, year } } = scene;
  const bars = sorted(below, measure);
  const shares = measure === 'onTime' || measure === 'topics';
  return {
    id: 'ranking', title: t('ranking.of', { by: t(`ranking.${measure}`), year }), words: shares ? ofShares(scene, bars) : ofCounts(scene, bars), ...noted(scene, shares),
    picture: { type: 'bars', bars }, table: placesTable(scene), data: 'agencies',
  };
}

/** What must be known to read a picture of places and its table. */
function noted({ t, overview: { below } }: Scene, shares: boolean): { readonly note?: string } {
  const notes = [...(shares ? [t('ranking.share')] : []), ...(below.some(({ figures }) => hasFew(figures)) ? [t('few.why')] : [])];
  return notes.length > 0 ? { note: notes.join(' ') } : {};
}

function placesTable(scene: Scene): Table {
  const { t, overview: { below, year } } = scene;
  const share = ({ n, of }: Share) => `${said(scene, n)} / ${said(scene, of)}`;
  const numeric = (['c.agencies', 'c.published', 'c.onTime', 'c.received', 'c.ended', 'c.inTime', 'c.topics', 'c.ratings', 'c.late'] as const).map((name) => ({ title: t(name), numeric: true }));
  return {
    caption: t('places.caption', { place: placeName(scene), year }),
    columns: [{ title: t('c.place') }, ...numeric],
    rows: below.map(({ agency, figures: { agencies, published, onTime, requests, topics, ratings, late } }) => ({
      head: agency.name,
      cells: [share(agencies), said(scene, published), share(onTime), said(scene, requests.received), said(scene, requests.ended), said(scene, requests.inTime), share(topics.answeredInTime), said(scene, ratings.n), said(scene, late)],
    })),
  };
}
