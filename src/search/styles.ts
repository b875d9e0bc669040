import { css } from 'lit';

export const searchStyles = css`
  :host {
    contain: style;
  }
  form {
    position: relative;
    display: flex;
    gap: var(--_gap);
  }
  .box {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  .box > .icon {
    position: absolute;
    left: 0.8em;
    top: calc(var(--_target) / 2 - 0.625em);
    color: var(--_muted);
    pointer-events: none;
  }
  .field {
    display: block;
    padding-inline: 2.6em var(--_target);
    appearance: none;
    -webkit-appearance: none;
    text-overflow: ellipsis;
  }
  .field:hover {
    border-color: var(--_accent);
  }
  .sunlit .field:focus-visible {
    outline-offset: 0;
    border-color: var(--_accent);
    border-radius: var(--_radius);
  }
  .field::-webkit-search-cancel-button,
  .field::-webkit-search-decoration {
    display: none;
  }
  .clear {
    position: absolute;
    right: 0;
    top: 0;
    padding: 0;
    color: var(--_muted);
  }
  [dir='rtl'] .box > .icon {
    left: auto;
    right: 0.8em;
  }
  [dir='rtl'] .clear {
    left: 0;
    right: auto;
  }
  .go {
    padding-inline: 1.4em;
    flex: none;
  }
`;
