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

  .list {
    position: absolute;
    top: calc(100% + 6px);
    left: 0;
    right: 0;
    z-index: 10;
    max-height: 60vh;
    margin: 0;
    padding: 0.4em;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow), 0 12px 32px rgb(16 24 40 / 14%);
  }
  .list[popover] {
    position: fixed;
    right: auto;
    bottom: auto;
  }
  .list:empty,
  .list[hidden] {
    display: none;
  }
  .group + .group {
    margin-top: 0.4em;
    padding-top: 0.4em;
    border-top: 1px solid var(--_line);
  }
  .group-name {
    padding: 0.35em 0.75em;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-height: var(--_target);
    padding: 0.4em 0.75em;
    border-radius: calc(var(--_radius) - 4px);
    line-height: 1.45;
    cursor: pointer;
    touch-action: manipulation;
  }
  .option > .icon {
    color: var(--_muted);
  }
  .option > bdi {
    flex: 1;
    min-width: 0;
  }
  .option > .small {
    flex: none;
    max-width: 35%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .option:hover {
    background: var(--_surface);
  }
  .option[aria-selected='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  [dir='rtl'] .option[aria-selected='true'] {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
