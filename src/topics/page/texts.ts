import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adopt } from '../../shared/adopt.ts';
import type { Language } from '../../shared/i18n.ts';
import { proseStyles } from './prose-styles.ts';
import type { PageSay } from './strings/index.ts';

/** Markdown of answers and reports. The tools for it are fetched when the first text is there to show. */
export class Texts {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #made = new Map<string, Node>();
  #tools: typeof import('../../disclosure/markdown.ts') | undefined;
  #state: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    if (host.shadowRoot) adopt(host.shadowRoot, proseStyles);
  }

  view(markdown: string, { say, language }: { readonly say: PageSay; readonly language: Language }): TemplateResult {
    const plain = html`<p class="plain">${markdown}</p>`; // nothing may be lost because a tool did not come
    if (this.#state === 'failed') return plain;
    if (!this.#tools) {
      if (this.#state === 'idle') this.#load();
      return html`<div aria-busy="true"><p class="skeleton"></p><p class="skeleton"></p></div>`;
    }
    const key = `${language} ${markdown}`;
    let node = this.#made.get(key);
    if (!node) {
      try {
        ({ node } = this.#tools.render(markdown, { external: say('link.external'), table: say('table.scrolls') }));
      } catch {
        return plain; // for example a Trusted Types list without `dompurify`
      }
      this.#made.set(key, node);
    }
    return html`${node}`;
  }

  #load(): void {
    this.#state = 'loading';
    import('../../disclosure/markdown.ts').then(
      (tools) => {
        this.#tools = tools;
        this.#state = 'idle';
      },
      () => (this.#state = 'failed'),
    ).finally(() => this.#host.requestUpdate());
  }
}
