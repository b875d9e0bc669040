import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.ts';
import type { Language } from '../shared/i18n.ts';
import { LEVELS } from '../rating/levels.ts';
import { MOST_BARS, type Bar, type Picture } from './chart.ts';
import type { Say } from './scene.ts';

interface Drawn {
  readonly id: string;
  /** What is seen, in words. */
  readonly label: string;
  readonly t: Say;
  readonly language: Language;
}

type Of<Type extends Picture['type']> = Extract<Picture, { type: Type }>;

// All lengths are shares of what there is: letters keep their size, and a picture is as wide as its place, on paper too.
const share = (value: number): string => `${value.toFixed(2)}%`;

/** Draws a picture. What is in it is said by its label; colours never say it alone. */
export function draw(picture: Picture, drawn: Drawn): TemplateResult {
  switch (picture.type) {
    case 'bars': return bars(picture, drawn);
    case 'months': return months(picture, drawn);
    case 'levels': return levels(picture, drawn);
  }
}

function bars({ bars: all }: Of<'bars'>, { label, language }: Drawn): TemplateResult {
  const shown = all.slice(0, MOST_BARS);
  const length = scaleLinear([0, Math.max(1, ...shown.map(({ n, of = n }) => of))], [0, 100]);
  const amount = ({ n, of }: Bar) => (of === undefined ? formatNumber(n, language) : `${formatNumber(n, language)} / ${formatNumber(of, language)}`);
  return html`<div class="bars" role="img" aria-label=${label}>${shown.map((bar) => html`<div class="bar">
    <span class="bar-label">${bar.label}</span>
    ${svg`<svg class="bar-room" aria-hidden="true">${bar.of === undefined ? nothing : svg`<rect class="whole" width=${share(length(bar.of))} height="100%" rx="3"></rect>`}<rect class="part" width=${share(length(bar.n))} height="100%" rx="3"></rect></svg>`}
    <span class="bar-n">${amount(bar)}</span></div>`)}</div>`;
}

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

function months({ now, before, names }: Of<'months'>, { id, label, language }: Drawn): TemplateResult {
  const height = scaleLinear([0, Math.max(4, ...now, ...before)], [0, 100]).nice(4);
  const month = scaleBand(MONTHS, [0, 100]).paddingInner(0.28).paddingOuter(0.14);
  const half = month.bandwidth() / 2;
  const column = (value: number, x: number, type: string, fill: string | undefined) => {
    const tall = height(value);
    return svg`<rect class=${type} x=${share(x)} y=${share(100 - tall)} width=${share(half)} height=${share(tall)} fill=${fill ?? nothing}></rect>`;
  };
  const ticks = height.ticks(4).filter((tick) => Number.isInteger(tick));
  const stripes = `${id}-stripes`;
  return html`<div class="months" role="img" aria-label=${label}>
    <ul class="legend small"><li><span class="swatch now"></span>${names[0]}</li><li><span class="swatch before"></span>${names[1]}</li></ul>
    <svg class="ticks" aria-hidden="true">${ticks.map((tick) => svg`<text x="100%" y=${share(100 - height(tick))} dy="0.35em">${formatNumber(tick, language)}</text>`)}</svg>
    <svg class="columns" aria-hidden="true"><defs>${striped(stripes, 'stripe')}</defs>
      ${ticks.map((tick) => svg`<line class=${tick === 0 ? 'ground' : 'rung'} x1="0" x2="100%" y1=${share(100 - height(tick))} y2=${share(100 - height(tick))}></line>`)}
      ${MONTHS.map((at) => svg`${column(before[at] ?? 0, month(at) ?? 0, 'before', `url(#${stripes})`)}${column(now[at] ?? 0, (month(at) ?? 0) + half, 'now', undefined)}`)}
    </svg>
    <svg class="feet" aria-hidden="true">${MONTHS.map((at) => svg`<text x=${share((month(at) ?? 0) + half)} y="1em">${at + 1}</text>`)}</svg>
  </div>`;
}

/** Stripes, by which what is drawn with them is known without its colour. */
const striped = (id: string, type: string): SVGTemplateResult =>
  svg`<pattern id=${id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="${type} under" width="6" height="6"></rect><rect class="${type} over" width="2.5" height="6"></rect></pattern>`;

const STRIPED = ['dissatisfied', 'very-dissatisfied'] as const;

function levels({ count }: Of<'levels'>, { id, label, t, language }: Drawn): TemplateResult {
  const wide = scaleLinear([0, Math.max(1, count.n)], [0, 100]);
  const parts = stack<Record<string, number>>().keys(LEVELS)([count.levels]);
  const fill = (level: string) => (STRIPED.some((one) => one === level) ? `url(#${id}-${level})` : nothing);
  return html`<div class="levels" role="img" aria-label=${label}>
    ${svg`<svg class="stack" aria-hidden="true"><defs>${STRIPED.map((level) => striped(`${id}-${level}`, level))}</defs>
      ${parts.map(({ key, 0: part }) => svg`<rect class="level ${key}" x=${share(wide(part?.[0] ?? 0))} width=${share(wide((part?.[1] ?? 0) - (part?.[0] ?? 0)))} height="100%" fill=${fill(key)}></rect>`)}</svg>`}
    <ul class="legend">${LEVELS.map((level) => html`<li>${svg`<svg class="swatch" aria-hidden="true"><rect class="level ${level}" width="100%" height="100%" fill=${fill(level)}></rect></svg>`}<span>${t(`level.${level}`)}</span><b>${formatNumber(count.levels[level], language)}</b></li>`)}</ul>
  </div>`;
}
