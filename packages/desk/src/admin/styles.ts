import { css } from 'lit';

/** What the pages of administration share beyond those of the desk. */
export const adminStyles = css`
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(22em, 100%), 1fr));
    gap: 1em 1.25em;
    align-items: start;
  }
  .card {
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .card > * + * {
    margin-top: 0.9em;
  }
  .secret {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 1.125em;
    padding: 0.6em 0.9em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    user-select: all;
  }
  code {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.9em;
  }
  .held {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    padding: 0.3em 0;
  }
  .held + .held {
    border-top: 1px solid var(--_line);
  }
  fieldset.part > * + * {
    margin-top: 0.75em;
  }
  legend.label {
    color: var(--_text);
    font-weight: 600;
  }
  .entry {
    display: flex;
    gap: 0.75em;
    align-items: end;
    padding: 0.75em 0;
  }
  .entry + .entry {
    border-top: 1px solid var(--_line);
  }
  .entry .two {
    flex: 1;
  }
  .scroll {
    overflow-x: auto;
  }
  table.list {
    /* Narrower, it scrolls: cells of one character a line cannot be read. */
    min-width: 40em;
    width: 100%;
    border-collapse: collapse;
    background: var(--_raised);
    font-size: 0.9375em;
  }
  .list :is(th, td) {
    padding: 0.55em 0.75em;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .list th {
    background: var(--_surface);
    font-weight: 600;
    white-space: nowrap;
  }
  .crumbs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
  }
`;
