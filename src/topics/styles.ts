import { css } from 'lit';
import { bannerStyles } from './banner-styles.ts';
import { rowStyles } from './row-styles.ts';

/** The board and its list. */
export const boardStyles = [bannerStyles, rowStyles, css`
  .sunlit [hidden] {
    display: none;
  }
  .board,
  .reading,
  .item,
  .composer {
    max-width: 60em;
    margin-inline: auto;
  }
  .item {
    max-width: 46em;
  }
  .composer {
    max-width: 42em;
  }
  .board > * + * {
    margin-top: 1.5em;
  }
  .strong {
    font-weight: 600;
  }
  .sunlit h2:focus {
    outline: none;
  }

  .tools {
    display: grid;
    gap: 0.9em;
  }
  .views {
    display: flex;
    gap: 0.15em;
    overflow-x: auto;
    scrollbar-width: none;
    border-bottom: 1px solid var(--_line);
  }
  .views::-webkit-scrollbar {
    display: none;
  }
  .view {
    flex: none;
    border: 0;
    border-bottom: 3px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--_muted);
    padding-inline: 0.9em;
    white-space: nowrap;
  }
  .view:hover {
    border-color: var(--_line);
  }
  .view[aria-pressed='true'] {
    background: none;
    border-color: var(--_accent);
    color: var(--_accent-strong);
  }
  .view.overdue {
    color: var(--_bad);
  }
  .view:focus-visible {
    outline-offset: calc(var(--_ring) * -1);
  }
  .finding {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    justify-content: space-between;
  }
  .search {
    display: flex;
    flex: 1 1 15em;
    gap: var(--_gap);
    max-width: 30em;
  }
  .search .field {
    flex: 1;
    min-width: 0;
    border-color: var(--_line);
  }
  .search .button,
  .filter {
    border-color: var(--_line);
  }
  .panel {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.25em;
    align-items: flex-end;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .narrow {
    display: grid;
    gap: 0.25em;
    flex: 1 1 11em;
    max-width: 20em;
  }
  .narrow > span {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .touched {
    flex-basis: 100%;
    max-width: none;
  }
  .touched > div {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .chip {
    padding-inline: 1em 0.75em;
    border-color: transparent;
    border-radius: calc(var(--_target) / 2);
    background: var(--_accent-soft);
    color: var(--_accent-strong);
  }
  .chip .icon {
    width: 1em;
    height: 1em;
  }

  .forget {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
    padding-top: 1em;
    border-top: 1px solid var(--_line);
  }
  .take {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .take .icon {
    width: 1.1em;
    height: 1.1em;
  }
  .statutory {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
  }
  .back {
    margin: 0 0 1em;
    margin-inline-start: -0.6em;
  }

  @container (max-width: 34em) {
    article.row,
    div.row[aria-hidden] {
      gap: 0.5em 0.9em;
      align-items: start;
    }
    .support {
      min-width: 4.5em;
      padding: 0.35em 0.5em;
    }
    .write {
      width: 100%;
    }
    .countdown {
      border: 0;
      padding: 0;
      flex-basis: 100%;
    }
    .standing {
      padding: 1em 1.1em;
    }
  }
  @media (forced-colors: active) {
    .support[aria-pressed='true'],
    .view[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`];
