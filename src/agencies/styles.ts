import { css } from 'lit';

export const agenciesStyles = css`
  .layout {
    display: grid;
    gap: 1.5em;
  }
  .layout > * {
    min-width: 0;
  }
  /* In a narrow place one goes down by the chart and up by the path; a tree of forty rows would stand in the way. */
  .tree {
    display: none;
  }
  .tree ul ul {
    margin-inline-start: 1.1em;
    border-inline-start: 1px solid var(--_line);
    padding-inline-start: 0.4em;
  }
  .tree .row {
    display: flex;
    align-items: center;
  }
  .tree .pick {
    flex: 1;
    min-width: 0;
    justify-content: flex-start;
    text-align: start;
    border-color: transparent;
    background: transparent;
    font-weight: 400;
  }
  .tree .pick:hover {
    background: var(--_surface);
  }
  .tree .pick[aria-current='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    font-weight: 600;
  }
  .tree .fold {
    padding: 0;
    flex: none;
  }
  .tree .fold[aria-expanded='true'] .icon {
    transform: rotate(90deg);
  }
  .tree .leaf {
    width: var(--_target);
    flex: none;
  }
  .count {
    margin-inline-start: auto;
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.35em;
  }
  .path .button {
    padding-inline: 0.2em;
    min-width: 0;
  }
  .detail > * + * {
    margin-top: 1.5em;
  }
  .detail h3 {
    margin-bottom: 0.6em;
  }
  .detail h2:focus {
    outline: none;
  }
  .facts {
    display: grid;
    gap: 0.75em 2em;
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .fact dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .cards {
    display: grid;
    gap: 0.75em;
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
  }
  .card {
    padding: 0.9em 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .strong {
    font-weight: 600;
  }
  .chart {
    overflow-x: auto;
    padding: 0.25em;
  }
  .chart .node {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.5em 0.9em;
    background: var(--_raised);
    color: var(--_text);
    min-height: var(--_target);
    display: inline-flex;
    align-items: center;
    text-align: start;
    text-decoration: none;
  }
  .chart .node.here {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .chart .office {
    border-style: dashed;
  }
  .chart ul {
    margin-inline-start: 1.4em;
    padding-top: 0.25em;
  }
  .chart li {
    position: relative;
    padding: 0.3em 0 0.3em 1.4em;
  }
  .chart ul > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    top: 0;
    width: 1em;
    height: calc(0.3em + var(--_target) / 2);
    border: solid var(--_line);
    border-width: 0 0 2px 2px;
    border-end-start-radius: 8px;
  }
  .chart ul > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    top: 0;
    bottom: 0;
    border-inline-start: 2px solid var(--_line);
  }
  .fold-wait {
    height: calc(var(--_target) * 3);
  }
  .wait {
    height: 30em;
  }
  @container (min-width: 52em) {
    .tree {
      display: block;
    }
    .layout {
      grid-template-columns: minmax(16em, 22em) minmax(0, 1fr);
      gap: 2.5em;
    }
    .facts {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
