import { css } from 'lit';

/** Steps in time: the day, a dot, and what was done. `--_date` is the room of the day. */
export const timelineStyles = css`
  .timeline > li {
    display: grid;
    grid-template-columns: var(--_date, 8.5em) minmax(0, 1fr);
    gap: 0.25em 1.25em;
    padding-bottom: 1.1em;
  }
  .timeline > li > div {
    position: relative;
    padding-inline-start: 1.5em;
  }
  .timeline time {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .timeline > li > div::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    top: 0.55em;
    width: 0.7em;
    height: 0.7em;
    border-radius: 50%;
    background: var(--_accent);
  }
  .timeline > li:not(:last-child) > div::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(0.35em - 1px);
    top: 1.5em;
    bottom: -1.3em;
    border-inline-start: 2px solid var(--_line);
  }
  @container (max-width: 34em) {
    .timeline > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .timeline time {
      padding-inline-start: 1.5em;
      text-align: start;
      font-size: 0.9375em;
    }
    .timeline > li:not(:last-child) > div::after {
      bottom: -2.6em;
    }
  }
`;
