import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.ts';
import { contentIcons } from '../shared/content-icons.ts';
import { icons } from '../shared/icons.ts';
import type { Context } from './types.ts';

export type Content = TemplateResult | string | number | typeof nothing | undefined;

/** One titled part of the body. */
export const section = (title: string, content: unknown): TemplateResult =>
  html`<section class="section" part="section"><h3>${title}</h3>${content}</section>`;

/** Label and value pairs; pairs without a value are left out. */
export function facts(pairs: readonly (readonly [label: string, value: Content])[], className = ''): TemplateResult | typeof nothing {
  const known = pairs.filter(([, value]) => value !== undefined && value !== nothing && value !== '');
  if (known.length === 0) return nothing;
  return html`<dl class="facts ${className}">${known.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export const list = (items: readonly unknown[], className = ''): TemplateResult | typeof nothing =>
  items.length === 0 ? nothing : html`<ul class="bullets ${className}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

export const day = (value: string | undefined, ctx: Context): Content =>
  value === undefined ? undefined : html`<time datetime=${value}>${formatDay(value, ctx.language)}</time>`;

export function span(from: string | undefined, to: string | undefined, ctx: Context): Content {
  if (from === undefined && to === undefined) return undefined;
  return html`${day(from, ctx) ?? ctx.t('span.open')} ${ctx.t('span.to')} ${day(to, ctx) ?? ctx.t('span.open')}`;
}

/** A link to another disclosure: opens it here unless the page takes over, or the reader wants another tab. */
export function reference(subject: { readonly id: string; readonly title: string }, ctx: Context): TemplateResult {
  const opened = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    ctx.open(subject);
  };
  return html`<a href=${ctx.href(subject.id)} @click=${opened}><bdi>${subject.title}</bdi></a>`;
}

const SAFE = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i;

/** A link to anywhere else. An address that could run something is shown as text, whatever the contract promised. */
export function outward(title: string, url: string | undefined, ctx: Context): Content {
  if (url === undefined || !SAFE.test(url)) return html`<bdi>${title}</bdi>`;
  const leaves = /^https?:/i.test(url) && new URL(url, location.href).origin !== location.origin;
  return html`<a href=${url} rel="noopener noreferrer" class=${leaves ? 'external' : ''}><bdi>${title}</bdi>${leaves ? html`<span class="hidden-text">${ctx.t('link.external')}</span>` : nothing}</a>`;
}

export const phone = (number: string | undefined): Content =>
  number === undefined ? undefined : html`<a href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a>`;

export type Tone = 'good' | 'warn' | 'bad' | '';

export const badge = (text: string, tone: Tone = ''): TemplateResult => html`<span class="badge ${tone}">${text}</span>`;

export const warning = (content: unknown): TemplateResult => html`<div class="notice warn">${icons.warning}<div>${content}</div></div>`;

/** Places where a person can go or call. */
export function places(
  all: readonly { readonly name: string; readonly address?: string | undefined; readonly hours?: string | undefined; readonly phone?: string | undefined }[],
): TemplateResult {
  return html`<ul class="cards">
    ${all.map(
      (one) => html`<li class="card">
        <h4>${one.name}</h4>
        ${one.address === undefined ? nothing : html`<p class="with-icon">${contentIcons.place}<span>${one.address}</span></p>`}
        ${one.hours === undefined ? nothing : html`<p class="with-icon">${contentIcons.clock}<span>${one.hours}</span></p>`}
        ${one.phone === undefined ? nothing : html`<p class="with-icon">${contentIcons.phone}<span>${phone(one.phone)}</span></p>`}
      </li>`,
    )}
  </ul>`;
}
