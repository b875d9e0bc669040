import { html, nothing, type TemplateResult } from 'lit';
import { section } from './parts.ts';
import type { Context, RichText } from './types.ts';

/** The text of a disclosure, with a table of contents when it is long enough to need one. */
export function bodyText(markdown: string, ctx: Context, title: string): TemplateResult | typeof nothing {
  if (markdown.trim() === '') return nothing;
  const text = ctx.rich(markdown);
  if (text === 'loading') return section(title, html`<div aria-busy="true">${[1, 2, 3, 4].map(() => html`<p class="skeleton bar"></p>`)}</div>`);
  if (text === 'failed') return section(title, html`<p class="plain">${markdown}</p>`); // nothing may be lost because a tool did not come
  return section(title, html`${text.headings.length < 3 ? nothing : contents(text, ctx)}${text.node}`);
}

function contents({ headings }: RichText, { t }: Context): TemplateResult {
  const top = Math.min(...headings.map(({ level }) => level));
  const go = (element: HTMLElement) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  };
  return html`<nav class="contents no-print" aria-label=${t('contents')} part="contents">
    <p class="contents-title" aria-hidden="true">${t('contents')}</p>
    <ol>${headings.map(({ text, level, element }) => html`<li class=${level > top ? 'deeper' : ''}><button class="jump" type="button" @click=${() => go(element)}>${text}</button></li>`)}</ol>
  </nav>`;
}
