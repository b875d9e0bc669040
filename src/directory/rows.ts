import type { DisclosureSummary, Validity } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.ts';
import type { Language } from '../shared/i18n.ts';
import { marked } from '../shared/marks.ts';
import type { Say } from './strings/index.ts';

/** How many rows the browser lays out, or skips, together. */
const GROUP = 50;

const TONE: Record<Validity, string> = { 'in-force': 'good', amended: 'warn', expired: 'bad', repealed: 'bad' };

interface RowOptions {
  readonly t: Say;
  readonly language: Language;
  /** Address of an item with `{id}`; without one, titles are buttons. */
  readonly href: string | undefined;
}

/** The rows in lists of 50: what is off the screen is in the page but costs no layout. */
export function groups(items: readonly DisclosureSummary[], options: RowOptions): TemplateResult[] {
  const row = rowTemplate(options);
  const lists: TemplateResult[] = [];
  for (let from = 0; from < items.length; from += GROUP) {
    const group = items.slice(from, from + GROUP);
    lists.push(html`<ol class="rows ${group.length === GROUP ? 'full' : ''}" start=${from + 1}>${group.map(row)}</ol>`);
  }
  return lists;
}

function rowTemplate({ t, language, href }: RowOptions) {
  return (item: DisclosureSummary): TemplateResult => {
    const { match } = item;
    const title = match ? marked(item.title, match.title) : item.title;
    return html`<li><article class="row">
      <h3>${href === undefined
        ? html`<button class="title" type="button" data-id=${item.id}><bdi>${title}</bdi></button>`
        : html`<a class="title" data-id=${item.id} href=${href.split('{id}').join(encodeURIComponent(item.id))}><bdi>${title}</bdi></a>`}</h3>
      <p class="gist"><bdi>${match?.snippet.text ? marked(match.snippet.text, match.snippet.marks) : item.summary}</bdi></p>
      <p class="meta"><span class="badge">${t(`kind.${item.kind}`)}</span>${item.validity === 'in-force' ? nothing : html`<span class="badge ${TONE[item.validity]}">${t(`validity.${item.validity}`)}</span>`}<bdi>${item.agency.name}</bdi>${item.docNo ? html`<bdi>${item.docNo}</bdi>` : nothing}<time datetime=${item.publishedOn}>${formatDay(item.publishedOn, language)}</time></p>
    </article></li>`;
  };
}

/** A row that has not come: the same boxes with grey bars in them, so that it is as tall as a row. */
export const skeletonRow: TemplateResult = html`<div class="row" aria-hidden="true">
  <div class="title"><span class="skeleton">&nbsp;</span></div>
  <div class="gist"><span class="skeleton">&nbsp;</span><span class="skeleton">&nbsp;</span></div>
  <div class="meta"><span class="skeleton">&nbsp;</span></div>
</div>`;
