import { css } from 'lit';

/** Flows: the drawing and its text twin. */
export const flow = css`
  .flow {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 1.5em 2em;
  }
  .drawing {
    max-width: 100%;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_surface);
    border: 1px solid var(--_line);
  }
  .drawing-room {
    overflow-x: auto;
  }
  .flow-drawing {
    display: block;
    max-width: none;
    overflow: visible;
  }
  .shape {
    fill: var(--_raised);
    stroke: var(--_border);
    stroke-width: 1.25;
  }
  .start .shape {
    fill: var(--_accent);
    stroke: var(--_accent);
  }
  .decision .shape {
    fill: var(--_warn-soft);
    stroke: var(--_warn);
  }
  .end .shape {
    fill: var(--_good-soft);
    stroke: var(--_good);
    stroke-width: 1.75;
  }
  .node-label {
    fill: var(--_text);
    font-weight: 600;
  }
  .start :is(.node-label, .node-small) {
    fill: var(--_on-accent);
  }
  .node-small {
    fill: var(--_muted);
  }
  .edge-line {
    fill: none;
    stroke: var(--_border);
    stroke-width: 1.5;
  }
  .edge-head {
    fill: var(--_border);
  }
  .edge-label {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 5;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .steps {
    flex: 1 1 20em;
    min-width: 0;
    counter-reset: step;
  }
  .steps > li {
    position: relative;
    counter-increment: step;
    padding: 0 0 1.1em 2.75em;
  }
  .steps > li::before {
    content: counter(step);
    position: absolute;
    inset-inline-start: 0;
    top: 0;
    width: 1.8em;
    height: 1.8em;
    border-radius: 50%;
    border: 1.5px solid var(--_accent);
    color: var(--_accent);
    background: var(--_page);
    text-align: center;
    line-height: 1.65em;
    font-variant-numeric: tabular-nums;
  }
  .steps > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: 0.85em;
    top: 2.1em;
    bottom: 0.2em;
    border-inline-start: 1.5px solid var(--_line);
  }
  .ways {
    margin-top: 0.2em;
  }
  .ways li {
    color: var(--_muted);
  }
  .ways li::before {
    content: '→ ';
  }
  .ways.plain {
    display: none;
  }
`;
