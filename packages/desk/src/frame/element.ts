import { ContextConsumer } from '@lit/context';
import type { Me } from '@sunlit/client/desk';
import { LitElement, html, type CSSResultGroup, type PropertyValues, type TemplateResult, type nothing } from 'lit';
import { baseStyles } from '../../../../src/shared/base-styles.ts';
import { prepare, translator, type Language, type Translate, type WidgetStrings } from '../../../../src/shared/i18n.ts';
import { watchSurroundings } from '../../../../src/shared/surroundings.ts';
import { tokens } from '../../../../src/shared/tokens.ts';
import { deskContext, type Desk } from './desk.ts';
import { deskStyles } from './styles.ts';

/** What every page and part of the desk is: the design tokens of the widgets, the person's language, and the frame around it. */
export abstract class DeskElement<Key extends string> extends LitElement {
  static override styles: CSSResultGroup = [tokens, baseStyles, deskStyles];

  protected abstract readonly strings: WidgetStrings<Key>;

  readonly #desk = new ContextConsumer(this, { context: deskContext, subscribe: true });
  #stopWatching: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchSurroundings(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
  }

  /** The frame around this page. */
  protected get desk(): Desk {
    const { value } = this.#desk;
    if (!value) throw new Error(`<${this.localName}> stands outside of <sunlit-desk>`);
    return value;
  }

  protected get me(): Me {
    return this.desk.me;
  }

  protected get language(): Language {
    return this.desk.language;
  }

  protected get scheme(): string {
    return this.desk.scheme;
  }

  protected get t(): Translate<Key> {
    return translator(this.strings, this.language);
  }

  /** What is shown inside the wrapper. A page has one `<h1 tabindex="-1">`: the focus goes there. */
  protected abstract view(): TemplateResult | typeof nothing;

  protected override willUpdate(_changed: PropertyValues): void {
    const pending = prepare(this.strings, this.language);
    if (pending) void pending.then(() => this.requestUpdate(), () => undefined); // zh-CN stays when a language file does not come
  }

  protected override render(): TemplateResult {
    const dark = this.scheme === 'dark' || (this.scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
    return html`<div class="sunlit" lang=${this.language} data-scheme=${dark ? 'dark' : 'light'}>${this.view()}</div>`;
  }
}
