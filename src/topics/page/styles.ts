import { css } from 'lit';

/** The page of a topic. */
export const pageStyles = css`
  .topic {
    max-width: 46em;
    margin-inline: auto;
  }
  .item > .back {
    margin-inline-start: 0;
    padding-inline-start: 0;
  }
  .topic > * + * {
    margin-top: 1.5em;
  }
  .kind {
    color: var(--_accent);
    font-weight: 600;
  }
  .topic h2 {
    font-size: 1.75em;
    margin-top: 0.1em;
    text-wrap: pretty;
  }
  .words {
    font-size: 1.0625em;
    line-height: 1.85;
    white-space: pre-line;
  }
  .topic .now {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.75em 1.5em;
    align-items: start;
    padding: 1.25em 1.4em;
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
  }
  .topic .now .stands {
    margin-top: 0;
    font-size: 1.125em;
  }
  .until-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1em;
    margin: 0.25em 0 0.5em !important;
  }
  .section > * + *,
  .section form > * + * {
    margin-top: 0.75em;
  }
  .section h3 {
    font-size: 1.1875em;
  }
  .answer {
    padding: 1.4em 1.5em;
    border: 1px solid var(--_line);
    border-inline-start: 5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 1em;
    align-items: center;
  }
  .linked,
  .promise,
  .before {
    padding-top: 1em;
    border-top: 1px solid var(--_line);
  }
  .linked li {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
  }
  .linked .icon {
    color: var(--_muted);
  }
  .promise > * + *,
  .before > * + * {
    margin-top: 0.35em;
  }
  .promise.late p:last-child {
    color: var(--_bad);
    font-weight: 600;
  }
  .promise.kept p:last-child {
    color: var(--_good);
  }
  .topic summary {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: var(--_target);
    cursor: pointer;
    list-style: none;
  }
  .topic summary::-webkit-details-marker {
    display: none;
  }
  .topic summary > .icon {
    flex: none;
    color: var(--_muted);
  }
  .topic [open] > summary > .icon {
    transform: rotate(90deg);
  }
  .levels {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    font-variant-numeric: tabular-nums;
  }
  .timeline > li {
    --_date: 9.5em;
  }
  .timeline > li > div::before {
    background: var(--_border);
  }
  .timeline > li:last-child > div::before {
    background: var(--_accent);
  }
  .timeline > li.by-resident > div::before {
    background: var(--_page);
    box-shadow: inset 0 0 0 2px var(--_border);
  }
  .terms dl {
    display: grid;
    gap: 0.6em;
  }
  .terms dl > div {
    display: grid;
    grid-template-columns: 10em minmax(0, 1fr);
    gap: 0 1em;
  }
  .terms dt {
    color: var(--_muted);
  }
  .follow {
    padding-top: 1.5em;
    border-top: 1px solid var(--_line);
  }
  .mail > :is(.label, .hint) {
    display: block;
  }
  .mail > * + * {
    margin-top: 0.35em;
  }
  .with-button {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    max-width: 34em;
  }
  .with-button .field {
    flex: 1 1 14em;
    min-width: 0;
  }
  .qr-card {
    display: flex;
    gap: 1em;
    align-items: center;
  }
  .qr {
    width: 8.5em;
    height: 8.5em;
    flex: none;
    border-radius: 6px;
  }
  @container (max-width: 34em) {
    .timeline > li > div {
      order: -1;
    }
    .terms dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
    .answer {
      padding: 1.1em 1.1em;
    }
  }
`;
