import type { PlaceFigures, Share } from '@sunlit/client/statistics';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { goodOf, said, type Scene } from './scene.ts';

/** A large figure: what it counts, how much, and of how much or beside what. */
export interface Large {
  readonly name: string;
  readonly value: string;
  readonly of?: Share;
  readonly more: string;
  readonly bad?: boolean;
}

/** What a place did in a year, in a few figures. */
export function largeFigures(scene: Pick<Scene, 't' | 'language'>, year: number, { published, inAll, onTime, requests, topics, ratings, agencies, late }: PlaceFigures): readonly Large[] {
  const { t } = scene;
  const number = (n: number) => said(scene, n);
  const share = ({ n, of }: Share) => ({ n: number(n), of: number(of) });
  return [
    { name: t('f.published', { year }), value: number(published), more: t('f.published.more', { n: number(inAll) }) },
    { name: t('f.onTime', { year }), value: number(onTime.n), of: onTime, more: onTime.of === 0 ? t('f.onTime.none') : t('f.onTime.more', share(onTime)) },
    { name: t('f.received', { year }), value: said(scene, requests.received), more: t('f.received.more', { ended: amount(scene, requests.ended), inTime: amount(scene, requests.inTime) }) },
    { name: t('f.topics', { year }), value: number(topics.answeredInTime.n), of: topics.answeredInTime, more: topics.answeredInTime.of === 0 ? t('f.topics.none') : t('f.topics.more', { ...share(topics.answeredInTime), asked: number(topics.asked) }) },
    { name: t('f.ratings', { year }), value: number(ratings.n), more: ratings.n === 0 ? t('f.ratings.none') : t('f.ratings.more', { good: number(goodOf(ratings)) }) },
    { name: t('f.agencies'), value: number(agencies.n), of: agencies, more: t('f.agencies.more', share(agencies)) },
    { name: t('f.late'), value: number(late), more: t('f.late.more'), bad: late > 0 },
  ];
}

/** With its unit, where it is a number. */
export const amount = (scene: Pick<Scene, 't' | 'language'>, n: number | 'few'): string => (n === 'few' ? said(scene, n) : scene.t('piece', { n: said(scene, n) }));

export function large(scene: Pick<Scene, 't' | 'language'>, figures: readonly Large[]): TemplateResult {
  const { t } = scene;
  return html`<dl class="large" part="figures" aria-label=${t('figures')}>${figures.map(({ name, value, of, more, bad }) => html`<div class=${bad ? 'figure bad' : 'figure'}>
    <dt>${name}</dt>
    <dd class="value"><b class=${/\d/.test(value) && value.length < 8 ? '' : 'words'}>${value}</b>${of ? html` <span class="of">${t('of', { of: said(scene, of.of) })}</span>` : nothing}</dd>
    <dd class="more">${of && of.of > 0 ? svg`<svg class="gauge" aria-hidden="true"><rect class="whole" width="100%" height="100%" rx="3"></rect><rect class="part" width="${((100 * of.n) / of.of).toFixed(1)}%" height="100%" rx="3"></rect></svg>` : nothing}${more}</dd>
  </div>`)}</dl>`;
}

/** Smaller ones, beside a subject. */
export const small = (figures: readonly (readonly [name: string, value: string])[]): TemplateResult =>
  html`<dl class="small-figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
