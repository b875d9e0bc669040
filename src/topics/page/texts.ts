import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { RichTexts } from '../../disclosure/rich-texts.ts';
import { adopt } from '../../shared/adopt.ts';
import type { Language } from '../../shared/i18n.ts';
import { proseStyles } from './prose-styles.ts';
import type { PageSay } from './strings/index.ts';

/** Markdown of answers and reports. */
export class Texts {
  readonly #rich: RichTexts;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#rich = new RichTexts(host);
    if (host.shadowRoot) adopt(host.shadowRoot, proseStyles);
  }

  view(markdown: string, { say, language }: { readonly say: PageSay; readonly language: Language }): TemplateResult {
    const text = this.#rich.get(markdown, { t: say, language });
    if (text === 'loading') return html`<div aria-busy="true"><p class="skeleton"></p><p class="skeleton"></p></div>`;
    if (text === 'failed') return html`<p class="plain">${markdown}</p>`; // nothing may be lost because a tool did not come
    return html`${text.node}`;
  }
}
