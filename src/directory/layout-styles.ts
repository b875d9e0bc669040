import { css } from 'lit';

/** Where things stand. */
export const layoutStyles = css`
  .sunlit [hidden] {
    display: none;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
  }
  header {
    display: grid;
    gap: 1em;
  }
  .sunlit h2 {
    font-size: 1.5em;
    letter-spacing: 0.01em;
  }
  sunlit-search,
  .search {
    min-height: var(--_target);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1em;
  }
  .total {
    margin-inline-end: auto;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    outline-offset: 4px;
  }
  .sort {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em;
  }
  .sort > span {
    margin-inline-end: 0.35em;
    font-size: 0.875em;
    white-space: nowrap;
    color: var(--_muted);
  }
  .sort .button {
    padding-inline: 0.75em;
  }
  .sort .button:not(:hover, [aria-pressed='true']) {
    border-color: var(--_line);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    flex-basis: 100%;
  }
  .chip {
    max-width: 100%;
    padding-inline: 1em 0.75em;
    border-color: transparent;
    border-radius: calc(var(--_target) / 2);
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    text-align: start;
  }
  .chip .icon {
    width: 1em;
    height: 1em;
  }
  [data-theme='contrast'] .chip {
    border-color: var(--_line);
  }

  .list {
    position: relative;
  }
  /* Rows stay readable while others come; a line says that they do, when it takes long enough to notice. */
  .list.old::before {
    content: '';
    position: absolute;
    top: -0.5em;
    left: 0;
    right: 0;
    height: 3px;
    border-radius: 2px;
    background: var(--_accent);
    opacity: 0;
    animation: coming 0.8s ease-in-out 0.2s infinite alternate;
  }
  @keyframes coming {
    from {
      opacity: 0.7;
    }
    to {
      opacity: 0.2;
    }
  }
  .results {
    min-height: min(100vh, 48em);
  }
  .near {
    max-width: 40em;
    margin: 1em auto;
    text-align: start;
  }
  .near li {
    padding: 0.6em 0;
    border-top: 1px solid var(--_line);
  }
  .near .title {
    display: inline;
    margin-inline-end: 0.5em;
    font-weight: 600;
  }
  .item .back {
    margin: 0 0 1em;
    margin-inline-start: -0.6em;
  }

  @container (max-width: 32em) {
    .total {
      flex-basis: 100%;
    }
    .sort > span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (min-width: 54em) {
    .with-panel {
      grid-template-columns: 17em minmax(0, 1fr);
      grid-template-rows: auto auto 1fr;
      grid-template-areas: 'header header' 'panel tools' 'panel results';
      gap: 1.5em 3em;
    }
    .with-panel > header {
      grid-area: header;
      grid-template-columns: 17em minmax(0, 1fr);
      align-items: center;
      gap: 3em;
      padding-bottom: 1.5em;
      border-bottom: 1px solid var(--_line);
    }
    header > :only-child {
      grid-column: 1 / -1;
    }
    .with-panel > .tools {
      grid-area: tools;
    }
    .with-panel > .results {
      grid-area: results;
    }
    .with-panel > .panel {
      grid-area: panel;
      display: block;
      padding: 0;
      background: none;
    }
    .panel.open .option:hover {
      background: var(--_surface);
    }
    .filter,
    .done {
      display: none;
    }
  }
  @media print {
    .layout {
      display: block;
    }
    .panel,
    .panel.open,
    .tools,
    sunlit-search {
      display: none;
    }
    .rows.full {
      content-visibility: visible;
    }
  }
`;
