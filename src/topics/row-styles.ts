import { css } from 'lit';

/** The list of topics, and each in it. */
export const rowStyles = css`
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
  :is([data-theme='hall'], [data-theme='contrast']) .title {
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.25em;
  }
  /* Fingers get the whole row. */
  :is([data-theme='hall'], [data-theme='contrast']) .row .title::after {
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
`;
