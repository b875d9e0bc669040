import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Language } from '../shared/i18n.ts';
import { section } from './parts.ts';
import type { Context, RichText } from './types.ts';

/** Texts made from Markdown. The tools for it are fetched when the first text is there to show. */
export class RichTexts {
  readonly #host: ReactiveControllerHost;
  readonly #made = new Map<string, RichText>();
  #tools: typeof import('./markdown.ts') | undefined;
  #state: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get(markdown: string, { t, language }: { readonly t: (key: 'link.external' | 'table.scrolls') => string; readonly language: Language }): RichText | 'loading' | 'failed' {
    if (this.#state === 'failed') return 'failed';
    if (!this.#tools) {
      if (this.#state === 'idle') this.#load();
      return 'loading';
    }
    const key = `${language} ${markdown}`;
    let text = this.#made.get(key);
    if (!text) {
      if (this.#made.size > 20) this.#made.clear();
      try {
        text = this.#tools.render(markdown, { external: t('link.external'), table: t('table.scrolls') });
      } catch {
        return 'failed'; // for example a Trusted Types list without `dompurify`
      }
      this.#made.set(key, text);
    }
    return text;
  }

  #load(): void {
    this.#state = 'loading';
    import('./markdown.ts').then(
      (tools) => {
        this.#tools = tools;
        this.#state = 'idle';
      },
      () => (this.#state = 'failed'),
    ).finally(() => this.#host.requestUpdate());
  }
}

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
