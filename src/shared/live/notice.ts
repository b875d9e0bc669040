import { css, html, nothing, type TemplateResult } from 'lit';

/** A notice that lies over what is read instead of pushing it down; read out when it comes. */
export function notice(text: string | undefined, press: () => void): TemplateResult {
  return html`<div class="live no-print" part="live"><div class="live-bar" role="status" aria-live="polite">${text === undefined ? nothing : html`<button class="button" type="button" @click=${press}>${text}</button>`}</div></div>`;
}

export const noticeStyles = css`
  .live {
    position: sticky;
    top: 2em;
    z-index: 2;
    display: flex;
    justify-content: center;
    height: 0;
    margin: 0 !important;
  }
  .live-bar {
    margin-top: calc(var(--_target) / -2);
    max-width: 100%;
    height: 0;
  }
  .live .button {
    border-color: var(--_accent);
    border-radius: calc(var(--_target) / 2);
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    box-shadow: var(--_shadow);
    font-weight: 600;
  }
  .live .button:hover {
    background: var(--_raised);
  }
`;
