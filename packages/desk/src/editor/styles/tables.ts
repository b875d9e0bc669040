import { css } from 'lit';

/** Tables to edit and tables that were pasted. */
export const tables = css`
  .cells {
    overflow: auto;
    max-height: 32em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_page);
  }
  .cells table {
    border-collapse: collapse;
    width: 100%;
  }
  .cells :is(th, td) {
    border: 1px solid var(--_line);
    padding: 0;
    text-align: start;
    font-weight: 400;
    min-width: 6em;
  }
  .cells tbody th,
  .cells thead > tr > :is(th, td):first-child:not(:has(input)) {
    min-width: 3em;
  }
  .cells thead th {
    padding: 0.4em 0.6em;
    font-weight: 600;
    background: var(--_surface);
  }
  .cells tbody th {
    padding: 0 0.6em;
    color: var(--_muted);
  }
  .cells .cell {
    display: block;
    width: 100%;
    min-width: 6em;
    min-height: var(--_target);
    padding: 0.2em 0.6em;
    border: 0;
    background: transparent;
  }
  .cells select.cell {
    background: var(--_raised);
  }
  .cells .cell:focus-visible {
    outline-offset: -3px;
  }
  .cells .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .cells .wrong {
    background: var(--_bad-soft);
    box-shadow: inset 0 0 0 2px var(--_bad);
  }
  .proposal {
    display: grid;
    gap: 0.75em;
    padding: 0.75em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_page);
    min-width: 0;
  }
  .proposal td {
    padding: 0.4em 0.6em;
  }
  .table-entry {
    display: grid;
    gap: 0.75em;
  }
  .columns summary {
    min-height: var(--_target);
    display: flex;
    align-items: center;
    cursor: pointer;
  }
  .column {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .column > .field {
    flex: 1 1 7em;
    width: auto;
    min-width: 0;
  }
  .chart {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .chart .field {
    width: auto;
  }
  .mend label {
    display: grid;
    gap: 0.25em;
  }
`;
