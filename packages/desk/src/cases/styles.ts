import { css } from 'lit';

/** Cases: where one stands above, papers and record beside periods and facts; on paper, the cover alone. */
export const caseStyles = css`
  .sunlit {
    --_target: 44px;
  }
  .crumbs a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
  }
  .until {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
  }
  .light {
    display: inline-flex;
    gap: 0.45em;
    align-items: center;
    font-weight: 600;
  }
  .lamp {
    width: 0.7em;
    height: 0.7em;
    flex: none;
    border-radius: 50%;
    background: currentColor;
  }
  /* In shapes too, for whom colours say nothing. */
  [data-light='amber'] .lamp {
    border-radius: 0;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }
  [data-light='red'] .lamp {
    border-radius: 0.1em;
  }
  .standing > * + * {
    margin-top: 0.5em;
  }
  .standing .phase {
    font-size: 1.25em;
  }
  .standing .next {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    align-items: center;
    padding-top: 0.5em;
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
      grid-template-columns: minmax(0, 1fr) minmax(18em, 24em);
    }
  }
  .card > .head {
    align-items: center;
  }
  .sunlit .card h2 {
    font-size: 1.1875em;
  }
  .sunlit .card h3 {
    font-size: 1em;
    margin-top: 1.25em;
  }
  :is(desk-case-step, desk-redaction, desk-posting-step, desk-approval, desk-answer),
  .sunlit :is(h2, h3)[tabindex] {
    /* Below the bar of the frame, which stays. */
    scroll-margin-top: 5em;
  }
  .sunlit :is(h2, h3)[tabindex]:focus-visible {
    outline: none;
  }
  form:is(.adding, .publishing) {
    margin-top: 1.25em;
  }
  .facts-list > div {
    display: grid;
    grid-template-columns: minmax(5em, 9em) minmax(0, 1fr);
    gap: 0.25em 0.9em;
    padding: 0.3em 0;
  }
  .facts-list dt {
    color: var(--_muted);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(19em, 100%), 1fr));
    gap: 0.5em 1.5em;
  }
  .said {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .wanted + .wanted {
    margin-top: 0.75em;
    padding-top: 0.75em;
    border-top: 1px solid var(--_line);
  }
  .links {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
  }
  .links a,
  .held a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }
  .period {
    padding: 0.6em 0;
  }
  .period + .period {
    border-top: 1px solid var(--_line);
  }
  .period.ended > .line:first-child strong {
    font-weight: 400;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 0.6em;
    align-items: center;
  }
  details > summary {
    width: fit-content;
    min-height: var(--_target);
    line-height: var(--_target);
    cursor: pointer;
    color: var(--_accent);
  }
  table.trail {
    min-width: 0;
    font-size: 0.875em;
  }
  .trail .skipped {
    color: var(--_muted);
  }
  .trail th {
    white-space: normal;
  }
  .scroll:has(.trail) {
    max-height: 20em;
    overflow: auto;
    margin-top: 0.5em;
  }
  .record > li {
    padding: 0.75em 0;
  }
  .record > li + li {
    border-top: 1px solid var(--_line);
  }
  .sunlit .record blockquote {
    margin: 0.4em 0;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--_line);
  }
  .step {
    border-color: var(--_accent);
  }
  .field.short {
    max-width: 10em;
  }
  .letter textarea,
  #text {
    line-height: 1.8;
  }
  .fixed {
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .hidden-part del {
    padding: 0.1em 0.4em;
    background: var(--_bad-soft);
    text-decoration-color: var(--_bad);
  }
  .preview {
    max-height: 24em;
    overflow: auto;
    padding: 1em;
    line-height: 1.9;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .sunlit mark.gone {
    padding: 0.15em 0.5em;
    background: var(--_text);
    color: var(--_page);
  }
  .marking {
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  progress {
    width: 100%;
    height: 0.75em;
    accent-color: var(--_accent);
  }
  .receipt .secret {
    font-size: 1.375em;
    letter-spacing: 0.04em;
  }
  .cover {
    padding: 2em;
    border: 1px solid var(--_line);
    background: var(--_raised);
  }
  .cover > * + * {
    margin-top: 1em;
  }
  .cover .agency,
  .sunlit .cover h2 {
    text-align: center;
    font-size: 1.375em;
  }
  .cover table.list {
    min-width: 0;
  }
  /* Narrower, they scroll. */
  .cover .scroll table {
    min-width: 34em;
  }
  .cover tbody th {
    width: 11em;
  }
  .cover code {
    font-size: 0.75em;
    overflow-wrap: anywhere;
  }
  @media (max-width: 40em) {
    .cover {
      padding: 1em;
    }
    .cover tbody th {
      width: 6em;
      white-space: normal;
    }
  }
  @media print {
    .page {
      padding: 0;
      max-width: none;
    }
    .cover,
    .receipt {
      border: 0;
      padding: 0;
    }
    .cover .scroll {
      overflow: visible;
    }
    .cover .scroll table {
      min-width: 0;
    }
    .cover tr {
      break-inside: avoid;
    }
  }
`;
