import type { DeskClient } from '@sunlit/client/desk';
import { LitElement, html, type CSSResultGroup, type PropertyValues, type TemplateResult, type nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { strings as disclosureStrings } from '../../../../src/disclosure/strings/index.ts';
import { baseStyles } from '../../../../src/shared/base-styles.ts';
import { languageOf, prepare, translator, type Language, type Translate, type WidgetStrings } from '../../../../src/shared/i18n.ts';
import { watchSurroundings } from '../../../../src/shared/surroundings.ts';
import { tokens } from '../../../../src/shared/tokens.ts';
import type { Word } from './types.ts';

/**
 * What the editor and the review page are made of: the wrapper, tokens and languages of the widgets, around a client that
 * may also write. (A widget's own client reads only.)
 */
export abstract class DraftElement<Key extends string> extends LitElement {
  static override styles: CSSResultGroup = [tokens, baseStyles];

  /** The desk's client, signed in. */
  @property({ attribute: false }) client: DeskClient | undefined;

  /** `site`, `hall` or `contrast`. */
  @property() theme: string | undefined;

  /** `light`, `dark` or `auto`. */
  @property() scheme: string | undefined;

  protected abstract readonly strings: WidgetStrings<Key>;
  #stopWatching: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchSurroundings(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
  }

  protected get language(): Language {
    return languageOf(nearestLanguage(this));
  }

  protected get t(): Translate<Key> {
    return translator(this.strings, this.language);
  }

  /** The words the public reads. */
  protected get word(): Word {
    return translator(disclosureStrings, this.language);
  }

  protected abstract view(): TemplateResult | typeof nothing;

  protected override willUpdate(_changed: PropertyValues): void {
    for (const pending of [prepare(this.strings, this.language), prepare(disclosureStrings, this.language)]) {
      if (pending) void pending.then(() => this.requestUpdate(), () => undefined); // zh-CN stays when a language file does not come
    }
  }

  protected override render(): TemplateResult {
    const dark = this.scheme === 'dark' || (this.scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
    return html`<div class="sunlit" lang=${this.language} data-theme=${this.theme ?? 'site'} data-scheme=${dark ? 'dark' : 'light'}>${this.view()}</div>`;
  }

  /** Moves the focus to an id once it is drawn; an entry of a list passes it on to its first control. */
  protected focusOn(id: string): void {
    void this.updateComplete.then(() => {
      const found = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
      const first = found?.dataset.first === undefined ? undefined : this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(found.dataset.first)}`);
      (first ?? found)?.focus();
      (first ?? found)?.scrollIntoView({ block: 'nearest' });
    });
  }
}

/** The closest `lang`, walking out of shadow roots. */
function nearestLanguage(element: Element): string | null {
  const holder = element.closest('[lang]');
  const root = element.getRootNode();
  return holder ? holder.getAttribute('lang') : root instanceof ShadowRoot ? nearestLanguage(root.host) : null;
}
