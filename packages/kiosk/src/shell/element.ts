import { LitElement, html, type TemplateResult } from 'lit';

/** The touch-screen app. */
export class SunlitKiosk extends LitElement {
  protected override render(): TemplateResult {
    return html`<main></main>`;
  }
}
