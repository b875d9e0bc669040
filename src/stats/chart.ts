import type { OpenTable, RatingCount } from '@sunlit/client/statistics';
import { html, nothing, type TemplateResult } from 'lit';
import { dataLinks, table, type Scene, type Table } from './scene.ts';

/** So much of so much, or simply so much. */
export interface Bar {
  readonly label: string;
  readonly n: number;
  readonly of?: number;
}

export type Picture =
  | { readonly type: 'bars'; readonly bars: readonly Bar[] }
  | { readonly type: 'months'; readonly now: readonly number[]; readonly before: readonly number[]; readonly names: readonly [now: string, before: string] }
  | { readonly type: 'levels'; readonly count: RatingCount };

/** A picture with what it says in words and as a table: whoever does not see it misses nothing. */
export interface Chart {
  /** Unlike that of any other chart that is shown at once. */
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly note?: string;
  readonly picture: Picture;
  readonly table: Table;
  readonly data: OpenTable;
}

/** More bars would not be read; the table has them all. */
export const MOST_BARS = 12;

/** Before what draws is there, a place of the same height. */
const place = (picture: Picture): TemplateResult[] | TemplateResult =>
  picture.type === 'bars' ? picture.bars.slice(0, MOST_BARS).map(() => html`<span class="skeleton wait-bar"></span>`) : html`<span class="skeleton wait-${picture.type}"></span>`;

export function picture({ charts, t, language }: Scene, { id, words, title, picture }: Pick<Chart, 'id' | 'words' | 'title' | 'picture'>): TemplateResult {
  const { current } = charts;
  switch (current.state) {
    case 'ready': return current.drawing.draw(picture, { id, label: `${title}：${words}`, t, language });
    case 'failed': return html`<p class="notice warn">${t('chart.failed')}</p>`;
    case 'waiting': return html`<div class="waiting" aria-busy="true"><span class="hidden-text">${t('chart.wait')}</span>${place(picture)}</div>`;
  }
}

export function chart(scene: Scene, given: Chart): TemplateResult {
  const { t, isOpen, toggle, charts } = scene;
  const { id, title, words, note, data, picture: drawn } = given;
  const failed = charts.current.state === 'failed';
  const open = isOpen(id) || failed;
  const n = drawn.type === 'bars' ? drawn.bars.length : 0;
  return html`<div class="chart" part="chart" role="group" aria-labelledby="${id}-title">
    <h4 id="${id}-title">${title}</h4>
    <p class="words">${words}</p>
    ${picture(scene, given)}
    ${n > MOST_BARS && !failed ? html`<p class="small muted">${t('chart.part', { n: MOST_BARS, all: n })}</p>` : nothing}
    ${note ? html`<p class="small muted">${note}</p>` : nothing}
    <div class="below-chart no-print"><button class="button quiet fold" type="button" aria-expanded=${open} aria-controls="${id}-table" ?hidden=${failed} @click=${() => toggle(id)}>${t(open ? 'chart.noTable' : 'chart.table')}</button>${dataLinks(scene, data, title)}</div>
    <div class="twin" id="${id}-table" ?hidden=${!open}>${table(given.table)}</div>
  </div>`;
}
