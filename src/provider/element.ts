import { ContextProvider } from '@lit/context';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { configurationContext } from '../shared/configuration.ts';

/**
 * @summary Gives every Sunlit widget inside it the same API, agency and look.
 * @slot - The widgets, at any depth, and anything else.
 */
export class SunlitProvider extends LitElement {
  /** Takes no room of its own: the layout goes through it. */
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Base URL of the disclosure API. */
  @property() api: string | undefined;

  /** The agency whose content the widgets show. */
  @property() agency: string | undefined;

  /** `site`, `hall` or `contrast`. */
  @property() theme: string | undefined;

  /** `light`, `dark` or `auto`. */
  @property() scheme: string | undefined;

  #provider = new ContextProvider(this, { context: configurationContext, initialValue: {} });

  protected override willUpdate(_changed: PropertyValues): void {
    const { api, agency, theme, scheme } = this;
    this.#provider.setValue({ api, agency, theme, scheme });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-provider': SunlitProvider;
  }
}
