import type { ReactiveControllerHost } from 'lit';
import type { Language } from '../shared/i18n.ts';
import type { RichText } from './types.ts';

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
