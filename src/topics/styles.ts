import { css } from 'lit';

/** The board and its list. */
export const boardStyles = css`
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

  .banner {
    display: grid;
    gap: 1.25em;
  }
  .opening {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 2em;
    align-items: flex-end;
    justify-content: space-between;
  }
  .opening > div {
    flex: 1 1 20em;
    min-width: 0;
  }
  .opening h2 {
    font-size: 1.75em;
    letter-spacing: 0.01em;
  }
  .lead {
    margin-top: 0.35em;
    color: var(--_muted);
    text-wrap: pretty;
    white-space: pre-line;
  }
  .write {
    padding-inline: 1.75em;
    font-size: 1.0625em;
    font-weight: 600;
  }
  .standing {
    display: grid;
    gap: 0.75em;
    padding: 1.1em 1.4em;
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
  }
  [data-theme='contrast'] .standing,
  [data-theme='contrast'] .now {
    border: 1px solid var(--_line);
  }
  .banner .round {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
    align-items: center;
  }
  .banner .round > div {
    flex: 1 1 16em;
  }
  .countdown {
    display: flex;
    gap: 0.5em;
    align-items: center;
    padding-inline-end: 1.5em;
    border-inline-end: 1px solid var(--_line);
    color: var(--_accent);
    font-size: 1.1875em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .countdown.bad,
  .banner .figures .overdue {
    color: var(--_bad);
  }
  .aside-text::before {
    content: ' · ';
  }
  .banner .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    align-items: baseline;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .banner .figures ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1.25em;
    flex: 1 1 24em;
  }
  .proves summary {
    display: flex;
    align-items: center;
    min-height: var(--_target);
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
    cursor: pointer;
    list-style: none;
  }
  .proves summary::-webkit-details-marker {
    display: none;
  }
  .proves[open] {
    flex-basis: 100%;
  }
  .proves p {
    max-width: 44em;
    padding-bottom: 0.5em;
    color: var(--_text);
  }
  .report > * + * {
    margin-top: 1em;
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

  .results {
    min-height: min(60vh, 30em);
  }
  .total {
    outline-offset: 4px;
    font-variant-numeric: tabular-nums;
  }
  .list.old {
    opacity: 0.6;
  }
  .rows > li + li {
    border-top: 1px solid var(--_line);
  }
  .row {
    position: relative;
  }
  article.row,
  div.row[aria-hidden] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5em 1.25em;
    align-items: center;
    padding-block: 1.25em;
  }
  .row h3 {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.5;
    text-wrap: pretty;
  }
  .sunlit {
    --_title: var(--_text);
  }
  [data-theme='hall'] .title {
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.25em;
  }
  /* Fingers get the whole row. */
  [data-theme='hall'] .row .title::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  @media (pointer: coarse) {
    .row .title::after {
      content: '';
      position: absolute;
      inset: 0;
    }
  }
  .row :is(.support, .what p > .button) {
    position: relative;
    z-index: 1;
  }
  .stands {
    margin-top: 0.35em;
  }
  .dot {
    display: inline-block;
    width: 0.55em;
    height: 0.55em;
    margin-inline-end: 0.6em;
    vertical-align: 0.1em;
    border-radius: 50%;
    background: var(--_border);
  }
  .stands.good {
    color: var(--_good);
  }
  .stands.good .dot {
    background: var(--_good);
  }
  .stands.warn .dot {
    background: var(--_warn);
  }
  .stands.bad .dot {
    background: var(--_bad);
  }
  .until {
    color: var(--_muted);
  }
  .stands.bad .until:last-child,
  .until-line.bad > :last-child {
    color: var(--_bad);
    font-weight: 600;
  }
  .stands > span:not(.dot, :last-child)::after {
    content: ' · ';
    color: var(--_muted);
    white-space: pre;
  }
  .stands > span {
    text-wrap: pretty;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 1em;
    margin-top: 0.35em;
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .support {
    flex-direction: column;
    gap: 0;
    min-width: 5.25em;
    padding: 0.5em 0.75em;
    border-color: var(--_line);
    border-radius: calc(var(--_radius) * 1.2);
    font-variant-numeric: tabular-nums;
  }
  .support .count {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
  }
  .support .word {
    display: inline-flex;
    gap: 0.2em;
    align-items: center;
    color: var(--_accent);
    font-size: 0.875em;
    font-weight: 400;
  }
  .support .word .icon {
    width: 1.1em;
    height: 1.1em;
    vertical-align: 0;
  }
  .support[aria-pressed='true'] .word {
    color: inherit;
    font-weight: 600;
  }
  .support[aria-disabled='true'] {
    opacity: 0.75;
  }
  .refused {
    grid-column: 1 / -1;
    color: var(--_bad);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .returned {
    margin-top: 0.5em;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
    white-space: pre-line;
  }
  .what p > .button {
    margin-top: 0.75em;
  }
  .group {
    margin-top: 1.5em;
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
  div.title .skeleton {
    max-width: 22em;
  }
  div.row .stands .skeleton,
  div.row .meta .skeleton {
    width: 100%;
    max-width: 18em;
  }
  span.support .skeleton {
    width: 5em;
    height: 3.5em;
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
`;
