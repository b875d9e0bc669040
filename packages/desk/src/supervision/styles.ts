import { css } from 'lit';

/** Lights: a sign, a word and a number, the worst first; registers and sheets as tables. */
export const supervisionStyles = css`
  .crumbs {
    align-items: center;
  }
  .crumbs .icon {
    color: var(--_muted);
  }
  .bigs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11em, 44%), 1fr));
    gap: 0.75em;
  }
  .big {
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .big dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .big dd {
    font-size: 2.25em;
    line-height: 1.25;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .big.bad {
    border-color: var(--_bad);
    background: var(--_bad-soft);
  }
  .big.bad :is(dt, dd) {
    color: var(--_bad);
  }
  .big.warn {
    border-color: var(--_warn);
    background: var(--_warn-soft);
  }
  .big.warn :is(dt, dd) {
    color: var(--_warn);
  }
  .types {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .lit {
    display: inline-flex;
    gap: 0.25em;
    align-items: center;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .lights .lit {
    vertical-align: middle;
  }
  .lit .icon {
    width: 1.1em;
    height: 1.1em;
  }
  .lit.bad {
    color: var(--_bad);
  }
  .lit.warn {
    color: var(--_warn);
  }
  table.list:is(.lights, .register, .sheet) :is(th, td) {
    vertical-align: middle;
  }
  .lights td,
  td.count {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .lights th[scope='row'] {
    padding-block: 0;
  }
  :is(.lights, .register) th[scope='row'] a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }
  :is(.register, .sheet) th {
    white-space: normal;
  }
  .register th[scope='row'] {
    min-width: 14em;
    font-weight: 400;
  }
  .register td:nth-of-type(n + 2) {
    white-space: nowrap;
  }
  .under {
    display: block;
    font-size: 0.8125em;
    font-weight: 400;
    color: var(--_muted);
  }
  .sheet thead th {
    text-align: center;
  }
  .urgings {
    padding: 0 1em 0.9em;
  }
  .urgings > li {
    padding: 0.6em 0 0 0.9em;
    border-inline-start: 3px solid var(--_line);
  }
  .urgings > li > * + * {
    margin-top: 0.3em;
  }
  .reply {
    margin-inline-start: 0.9em;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--_accent);
  }
  .inset {
    margin: 0 1em 1em;
  }
  form.inset {
    padding: 1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .inset > h3 {
    margin-top: 0;
  }
  .field.day {
    max-width: 14em;
  }
  .button[aria-expanded='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent-strong);
  }
  .weights {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(8.5em, 100%), 1fr));
    gap: 0.75em 1em;
    align-items: end;
  }
  .sum {
    font-weight: 600;
  }
  .sum.right {
    color: var(--_good);
  }
  .sunlit h2[tabindex]:focus-visible {
    outline: none;
  }
  @media print {
    .page {
      max-width: none;
      padding: 0;
    }
    table.list {
      min-width: 0;
      font-size: 0.8125em;
    }
    .list tr {
      break-inside: avoid;
    }
  }
`;
