import { css } from 'lit';

/** Figures in tables that scroll sideways where they must, texts of reports with what they refer to. */
export const statisticStyles = css`
  .sunlit {
    --_target: 44px;
  }
  .crumbs a,
  .links a {
    display: inline-flex;
    align-items: center;
    min-width: var(--_target);
    min-height: var(--_target);
  }
  .links {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .whose > summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.6em;
    align-items: center;
    width: fit-content;
    min-height: var(--_target);
    cursor: pointer;
  }
  .whose .another {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .whose[open] {
    padding: 0 1em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.9em;
    align-items: center;
  }
  .mark .icon {
    width: 1.1em;
    height: 1.1em;
    vertical-align: -0.15em;
  }
  .sunlit .card h2 {
    font-size: 1.1875em;
  }
  .downloads {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2em;
  }
  .downloads > div {
    display: flex;
    gap: 0.6em;
    align-items: center;
  }
  .downloads dt {
    color: var(--_muted);
  }
  .sunlit .faults h2 {
    font-size: 1.0625em;
  }
  .faults > * + *,
  .both > * + *,
  .closing > * + * {
    margin-top: 0.6em;
  }
  .faults,
  .both {
    min-width: 0;
    flex: 1;
  }
  .faults li + li {
    margin-top: 0.6em;
  }
  .sunlit .faults > ul,
  .sunlit .meaning,
  .closing .notice ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .meaning li + li {
    margin-top: 0.4em;
  }
  .behind {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-top: 0.4em;
  }
  .notice .behind .button {
    margin-top: 0;
    font-size: 0.875em;
    text-align: start;
  }
  dialog.wide {
    width: min(60em, calc(100vw - 2em));
  }
  .sunlit dialog h3 {
    font-size: 1.375em;
  }
  dialog .prose {
    margin-top: 1em;
  }
  .prose .table-room {
    overflow-x: auto;
  }
  .prose table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
    line-height: 1.5;
  }
  .prose :is(th, td) {
    padding: 0.4em 0.75em;
    border: 1px solid var(--_line);
    text-align: start;
  }
  .prose thead th {
    background: var(--_surface);
  }
  dialog > .head {
    flex-wrap: nowrap;
    align-items: center;
  }
  dialog > .head .button {
    flex: none;
  }

  .scroll {
    border-radius: 4px;
  }
  table.counted {
    /* Borders that collapse do not stay with a cell that does. */
    border-collapse: separate;
    border-spacing: 0;
    border: 0 solid var(--_line);
    border-width: 1px 0 0 1px;
  }
  .counted :is(th, td) {
    border-width: 0 1px 1px 0;
  }
  .counted th[scope='row'] {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-width: 15em;
    max-width: 24em;
    font-weight: 400;
    white-space: normal;
    vertical-align: middle;
    background: var(--_raised);
  }
  .counted thead th {
    padding-inline: 0.5em;
    overflow-wrap: normal;
    white-space: normal;
    text-align: center;
    vertical-align: middle;
  }
  .counted th.deep {
    padding-inline-start: 1.75em;
  }
  .counted .group span {
    position: sticky;
    inset-inline-start: 0.75em;
  }
  .counted .sum :is(th, td) {
    font-weight: 600;
    background: var(--_surface);
  }
  .counted :is(td, thead th) {
    min-width: 5.25em;
  }
  .counted td {
    padding: 0;
    vertical-align: middle;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .figure {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    width: 100%;
    min-height: var(--_target);
    padding: 0.5em 0.75em;
    font-variant-numeric: tabular-nums;
  }
  button.figure {
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: inherit;
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  button.figure:hover {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
  }
  .sunlit button.figure:focus-visible {
    outline-offset: -3px;
  }
  .figure.none,
  .counted td.last {
    color: var(--_muted);
  }
  .counted td.last {
    padding: 0.5em 0.75em;
  }
  .counted td.differs {
    background: var(--_warn-soft);
  }
  .was {
    display: block;
    padding: 0 0.6em 0.4em;
    font-size: 0.8125em;
    color: var(--_warn);
    white-space: nowrap;
  }
  .cases td {
    min-width: 7em;
  }
  .typed caption {
    padding: 0.5em 0;
    color: var(--_muted);
    font-size: 0.9375em;
    text-align: start;
  }
  .typed th[scope='row'] {
    min-width: 8em;
  }
  .typed :is(th[scope='row'], thead th) {
    white-space: normal;
    vertical-align: middle;
  }
  .typed td {
    min-width: 8em;
  }
  .typed .was {
    padding: 0.2em 0 0;
  }
  .typed :is(.hint, .wrong) {
    display: block;
  }
  .field.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  table.list.narrow {
    min-width: 0;
    max-width: 36em;
  }
  .list.narrow th {
    white-space: normal;
  }
  .columns,
  .main,
  .side {
    display: grid;
    gap: 1.25em;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  @container (min-width: 56em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(17em, 21em);
    }
    .side {
      position: sticky;
      top: 5em;
      max-height: calc(100vh - 11em);
      overflow: auto;
    }
  }
  desk-report-section {
    /* Below the bar of the frame, which stays. */
    scroll-margin-top: 5em;
  }
  .section > * + * {
    margin-top: 0.6em;
  }
  .section > .head {
    align-items: center;
  }
  textarea.body {
    line-height: 1.8;
    field-sizing: content;
    min-height: 9em;
    max-height: 40em;
  }
  .wrong {
    color: var(--_bad);
    font-size: 0.875em;
  }
  .wrong:empty {
    display: none;
  }
  .said {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .said.other {
    max-height: 16em;
    overflow: auto;
    padding: 0.5em 0.75em;
    border-inline-start: 3px solid var(--_warn);
    background: var(--_raised);
  }
  .references {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    font-size: 0.875em;
  }
  .references > li {
    padding: 0.2em 0.6em;
    border: 1px solid var(--_line);
    border-radius: 0.4em;
    background: var(--_surface);
  }
  .references strong {
    font-variant-numeric: tabular-nums;
  }
  .references .unknown {
    border-color: var(--_bad);
    background: var(--_bad-soft);
    color: var(--_bad);
  }
  .picker > * + * {
    margin-top: 0.6em;
  }
  .picker .row .what {
    flex: 1 1 14em;
  }
  .picker code {
    display: block;
  }
  .choice {
    font-variant-numeric: tabular-nums;
  }
  .attend {
    color: var(--_warn);
  }
  .checks > * + *,
  .checks [role='status'] > * + * {
    margin-top: 0.6em;
  }
  .checks li .button {
    flex-wrap: wrap;
    justify-content: start;
    text-align: start;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  .side .acts .button {
    flex: 1 1 auto;
  }
  .form > h3 {
    margin-top: 1.75em;
  }
  @container (max-width: 30em) {
    .counted th[scope='row'] {
      min-width: 9.5em;
      max-width: 9.5em;
      font-size: 0.875em;
    }
    .counted th.deep {
      padding-inline-start: 0.75em;
    }
  }
  @media print {
    .scroll {
      overflow: visible;
    }
  }
`;
