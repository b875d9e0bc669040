import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { formatCell } from './table.ts';
import { measure } from './text-width.ts';
import type { Context, Table } from './types.ts';

const UNIT = 16;
const u = (em: number): string => (em * UNIT).toFixed(1);
/** Bars and points beyond this say nothing more; the table has them all. */
const MOST = 40;
const SMALL = 0.8125;

interface Series { readonly title: string; readonly type: Table['columns'][number]['type']; readonly values: readonly (number | null)[] }
interface Chart { readonly labels: readonly string[]; readonly series: readonly Series[] }

function read(table: Table, ctx: Context): Chart | undefined {
  const { chart } = table;
  if (!chart) return undefined;
  const rows = table.rows.slice(0, MOST);
  const labelType = table.columns.find((column) => column.key === chart.label)?.type ?? 'text';
  const series = chart.values.flatMap((key) => {
    const column = table.columns.find((one) => one.key === key);
    if (!column) return [];
    const values = rows.map((row) => { const value = row[key]; return typeof value === 'number' && Number.isFinite(value) ? value : null; });
    return [{ title: column.unit === undefined ? column.title : `${column.title} (${column.unit})`, type: column.type, values }];
  });
  const labels = rows.map((row) => { const value = row[chart.label]; return labelType === 'day' && typeof value === 'string' ? value : value === null || value === undefined ? ctx.t('table.null') : String(value); });
  return series.some(({ values }) => values.some((value) => value !== null)) ? { labels, series } : undefined;
}

/** A plain picture of a table; the table beside it is its text. */
export function chart(table: Table, ctx: Context): TemplateResult | typeof nothing {
  const data = read(table, ctx);
  if (!data || !table.chart) return nothing;
  const width = Math.max(16, Math.min(ctx.room, 58));
  const { body, height } = table.chart.type === 'line' && data.labels.length > 1 ? lines(data, width, ctx) : bars(data, width, ctx);
  return html`<figure class="chart" part="chart">
    ${data.series.length > 1
      ? html`<ul class="legend small" aria-hidden="true">${data.series.map((one, at) => html`<li><svg class="swatch" viewBox="0 0 32 16">${table.chart?.type === 'line'
          ? svg`<path class="series-line s${String(at)}" d="M1 8H31"></path>${mark(at, 1, 0.5)}`
          : svg`<rect class="series-bar s${String(at)}" x="1" y="2" width="30" height="12"></rect>`}</svg>${one.title}</li>`)}</ul>`
      : nothing}
    <svg class="chart-drawing" role="img" aria-label=${ctx.t('chart.described', { title: table.caption })} width="${width.toFixed(2)}em" height="${height.toFixed(2)}em" viewBox="0 0 ${u(width)} ${u(height)}">${body}</svg>
    ${table.rows.length > MOST ? html`<figcaption class="small muted">${ctx.t('chart.part', { count: MOST })}</figcaption>` : nothing}
  </figure>`;
}

const shorten = (text: string, width: number): string => {
  if (measure(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (measure(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept}…`;
};

const text = (value: number | null, series: Series, ctx: Context): string => {
  if (value === null) return ctx.t('table.null.short');
  const formatted = formatCell(value, series.type, ctx);
  return typeof formatted === 'string' ? formatted : '';
};

function bars({ labels, series }: Chart, width: number, ctx: Context): { body: SVGTemplateResult[]; height: number } {
  const labelWidth = Math.min(width * 0.34, Math.max(...labels.map(measure)) * 0.9 + 0.4);
  const valueWidth = Math.max(...series.flatMap((one) => one.values.map((value) => measure(text(value, one, ctx))))) * SMALL + 0.6;
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  const room = Math.max(2, width - labelWidth - valueWidth - 0.6 - (least < 0 ? valueWidth : 0));
  const scale = (value: number) => ((value - least) / (most - least || 1)) * room;
  const left = labelWidth + 0.6 + (least < 0 ? valueWidth : 0);
  const thick = series.length > 1 ? 0.95 : 1.15;
  const step = series.length * (thick + 0.15) + 0.7;
  const body = labels.map((label, row) => {
    const top = row * step + 0.35;
    return svg`<g class="row">
      <text class="chart-label" text-anchor="end" font-size=${u(0.9)} x=${u(labelWidth)} y=${u(top + (series.length * (thick + 0.15)) / 2 + 0.27)}>${shorten(label, labelWidth / 0.9)}</text>
      ${series.map((one, at) => {
        const value = one.values[row] ?? null;
        const y = top + at * (thick + 0.15);
        const [from, to] = value === null ? [scale(0), scale(0)] : [Math.min(scale(0), scale(value)), Math.max(scale(0), scale(value))];
        const below = value !== null && value < 0;
        return svg`${value === null ? nothing : svg`<rect class="series-bar s${String(at)}" x=${u(left + from)} y=${u(y)} width=${u(Math.max(to - from, 0.06))} height=${u(thick)} rx="2"></rect>`}
          <text class="chart-value" font-size=${u(SMALL)} text-anchor=${below ? 'end' : 'start'} x=${u(left + (below ? from - 0.3 : to + 0.3))} y=${u(y + thick / 2 + 0.29)}>${text(value, one, ctx)}</text>`;
      })}
    </g>`;
  });
  const height = labels.length * step + 0.4;
  return { body: [svg`<path class="axis" d="M${u(left + scale(0))} 0V${u(height)}"></path>`, ...body], height };
}

/** A mark of its own for each series, so that colour is not what tells them apart. */
function mark(series: number, x: number, y: number): SVGTemplateResult {
  const className = `series-mark s${String(series)}`;
  if (series === 1) return svg`<rect class=${className} x=${u(x - 0.26)} y=${u(y - 0.26)} width=${u(0.52)} height=${u(0.52)}></rect>`;
  if (series === 2) return svg`<path class=${className} d="M${u(x)} ${u(y - 0.36)}L${u(x + 0.36)} ${u(y + 0.28)}H${u(x - 0.36)}z"></path>`;
  if (series === 3) return svg`<path class=${className} d="M${u(x)} ${u(y - 0.38)}L${u(x + 0.38)} ${u(y)}L${u(x)} ${u(y + 0.38)}L${u(x - 0.38)} ${u(y)}z"></path>`;
  return svg`<circle class=${className} cx=${u(x)} cy=${u(y)} r=${u(0.3)}></circle>`;
}

/** Round steps for an axis. */
export function ticks(least: number, most: number, wanted = 4): number[] {
  const rough = (most - least) / wanted || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((by) => by * power).find((by) => by >= rough * 0.999) ?? rough;
  const found: number[] = [];
  for (let at = Math.floor(least / step); at * step < most + step * 0.999; at += 1) found.push(Number((at * step).toPrecision(12)));
  return found;
}

function lines({ labels, series }: Chart, width: number, ctx: Context): { body: SVGTemplateResult[]; height: number } {
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const marks = ticks(Math.min(0, ...all), Math.max(0, ...all));
  const [least, most] = [marks[0] ?? 0, marks[marks.length - 1] ?? 1];
  const first = series[0];
  const tickText = (value: number) => (first ? text(value, first, ctx) : String(value));
  const left = Math.max(...marks.map((value) => measure(tickText(value)))) * SMALL + 0.8;
  const [top, plot] = [1.3, 12];
  const step = (width - left - 1.6) / Math.max(1, labels.length - 1);
  const x = (at: number) => left + 0.6 + at * step;
  const y = (value: number) => top + plot - ((value - least) / (most - least || 1)) * plot;
  const every = Math.max(1, Math.ceil((Math.max(...labels.map(measure)) * SMALL + 0.8) / step));
  const body = [
    ...marks.map((value) => svg`<path class=${value === 0 ? 'axis' : 'grid'} d="M${u(left)} ${u(y(value))}H${u(width)}"></path><text class="chart-value" text-anchor="end" font-size=${u(SMALL)} x=${u(left - 0.4)} y=${u(y(value) + 0.28)}>${tickText(value)}</text>`),
    ...labels.map((label, at) => (at % every === 0 ? svg`<text class="chart-label" text-anchor="middle" font-size=${u(SMALL)} x=${u(x(at))} y=${u(top + plot + 1.5)}>${label}</text>` : svg``)),
    ...series.map((one, which) => {
      let open = false; // a figure that was not published breaks the line
      const d = one.values.map((value, at) => {
        if (value === null) { open = false; return ''; }
        const command = `${open ? 'L' : 'M'}${u(x(at))} ${u(y(value))}`;
        open = true;
        return command;
      }).join('');
      return svg`<path class="series-line s${String(which)}" d=${d}></path>${one.values.map((value, at) => (value === null ? nothing : svg`${mark(which, x(at), y(value))}${series.length === 1 && at % every === 0 ? svg`<text class="chart-value" text-anchor="middle" font-size=${u(SMALL)} x=${u(x(at))} y=${u(y(value) - 0.6)}>${text(value, one, ctx)}</text>` : nothing}`))}`;
    }),
  ];
  return { body, height: top + plot + 2.2 };
}
