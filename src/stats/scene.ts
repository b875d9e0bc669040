import type { OpenFormat, OpenTable, Overview, PlaceFigures, PublicCount } from '@sunlit/client/statistics';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../shared/format.ts';
import type { Language, Translate } from '../shared/i18n.ts';
import type { Charts } from './charts.ts';
import type { StatsState } from './state.ts';
import type { StatsKey } from './strings/index.ts';

export type Say = Translate<StatsKey>;

/** What places are ranked by. */
export const MEASURES = ['published', 'onTime', 'topics', 'late'] as const;
export type Measure = (typeof MEASURES)[number];

export type Place = Overview['below'][number];

/** What is shown, and what a reader can do with it. */
export interface Scene {
  readonly t: Say;
  readonly language: Language;
  readonly shown: StatsState;
  /** Of the place and the year that are shown, and of the places below. */
  readonly overview: Overview;
  readonly charts: Charts;
  /** What places are ranked by; `undefined`: they are not. */
  readonly measure: Measure | undefined;
  readonly rankBy: (measure: Measure) => void;
  /** Whether the table of a chart is unfolded. */
  readonly isOpen: (chart: string) => boolean;
  readonly toggle: (chart: string) => void;
  readonly choose: (change: StatsState) => void;
  readonly goTo: (place: { readonly id: string; readonly name: string }) => void;
  /** The address of this page with another choice, where the page keeps choices in its address. */
  readonly href: (change: StatsState) => string | undefined;
  /** The address of an open table, of the place and the year that are shown. */
  readonly dataHref: (table: OpenTable, format: OpenFormat) => string;
}

/** A count as it is said; of a few nobody is told how many. */
export const said = ({ t, language }: Pick<Scene, 't' | 'language'>, n: PublicCount): string => (n === 'few' ? t('few') : formatNumber(n, language));

/** Whether a count of requests is kept back. */
export const hasFew = ({ requests }: PlaceFigures): boolean => Object.values(requests).includes('few');

export const placeName = ({ t, overview }: Scene): string => overview.agency?.name ?? t('everything');

/** Good answers among ratings: from fairly satisfied on. */
export const goodOf = ({ levels }: PlaceFigures['ratings']): number => levels['very-satisfied'] + levels.satisfied + levels['fairly-satisfied'];

/** A choice is a link where the page keeps choices in its address, else a button. */
export function choice(scene: Scene, change: StatsState, content: unknown, { type = 'button', current, act }: { readonly type?: string; readonly current?: boolean; readonly act?: () => void } = {}): TemplateResult {
  const href = scene.href(change);
  const click = (event: MouseEvent) => {
    if (href !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return;
    event.preventDefault();
    if (act) act();
    else scene.choose(change);
  };
  return href === undefined
    ? html`<button class=${type} type="button" aria-current=${ifDefined(current ? 'true' : undefined)} @click=${click}>${content}</button>`
    : html`<a class=${type} href=${href} aria-current=${ifDefined(current ? 'true' : undefined)} @click=${click}>${content}</a>`;
}

const FORMATS: readonly OpenFormat[] = ['csv', 'json', 'xlsx'];

/** What a table shows, to take away. */
export function dataLinks({ t, dataHref }: Scene, table: OpenTable, what: string): TemplateResult {
  return html`<span class="data no-print small">${t('data')} ${FORMATS.map((format) => html`<a href=${dataHref(table, format)} download aria-label=${t('data.of', { what, format: format.toUpperCase() })}>${format.toUpperCase()}</a> `)}</span>`;
}

export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
}

export interface Row {
  readonly head: unknown;
  readonly cells: readonly unknown[];
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A table in a region that scrolls by itself and can be reached by keyboard. */
export function table({ caption, columns, rows }: Table, after: TemplateResult | typeof nothing = nothing): TemplateResult {
  const kind = (at: number) => (columns[at]?.numeric ? 'number' : '');
  return html`<div class="table-room" role="region" tabindex="0" aria-label=${caption} part="table"><table>
    <caption><span class="caption"><span>${caption}</span>${after}</span></caption>
    <thead><tr>${columns.map(({ title }, at) => html`<th scope="col" class=${kind(at)}>${title}</th>`)}</tr></thead>
    <tbody>${rows.map(({ head, cells }) => html`<tr><th scope="row">${head}</th>${cells.map((cell, at) => html`<td class=${kind(at + 1)}>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
