import { css } from 'lit';

/** Tables, charts, and figures. */
export const tables = css`
  .table-room {
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overscroll-behavior-x: contain;
    /* A shadow at each side where there is more; covers that scroll along hide it at the ends. */
    background:
      linear-gradient(to right, var(--_raised) 40%, transparent) left / 2.5em 100% no-repeat local,
      linear-gradient(to left, var(--_raised) 40%, transparent) right / 2.5em 100% no-repeat local,
      linear-gradient(to right, var(--_line), transparent) left / 0.9em 100% no-repeat scroll,
      linear-gradient(to left, var(--_line), transparent) right / 0.9em 100% no-repeat scroll;
    background-color: var(--_raised);
  }
  .sunlit table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    line-height: 1.5;
    font-size: 0.9375em;
    overflow-wrap: break-word;
  }
  .sunlit caption {
    padding: 0.8em 1em;
    text-align: start;
  }
  .caption {
    font-weight: 600;
  }
  .sunlit :is(th, td) {
    padding: 0.65em 1em;
    text-align: start;
    vertical-align: top;
    border-top: 1px solid var(--_line);
    font-weight: 400;
  }
  .sunlit thead th {
    background: var(--_surface);
    font-weight: 600;
    vertical-align: bottom;
    white-space: nowrap;
  }
  .sunlit tbody th {
    min-width: 7em;
  }
  .sunlit tbody td {
    min-width: 5em;
  }
  .sunlit tbody tr:hover > * {
    background: var(--_surface);
  }
  .sunlit :is(th, td).number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .sunlit thead th:has(.sort) {
    padding: 0;
  }
  .sort {
    display: flex;
    align-items: center;
    gap: 0.25em;
    width: 100%;
    min-height: var(--_target);
    padding: 0.4em 1em;
    border: 0;
    background: none;
    font-weight: inherit;
    text-align: start;
    cursor: pointer;
  }
  .number .sort {
    justify-content: flex-end;
    text-align: end;
  }
  .sort:hover {
    color: var(--_accent);
  }
  .sunlit .sort:focus-visible {
    outline-offset: -3px;
  }
  .arrow {
    opacity: 0.35;
  }
  .arrow .icon {
    width: 0.9em;
    height: 0.9em;
  }
  .arrow.ascending,
  .arrow.descending {
    opacity: 1;
    color: var(--_accent);
  }
  .arrow.ascending .icon {
    transform: rotate(180deg);
  }
  .unit {
    color: var(--_muted);
    font-weight: 400;
  }
  .more {
    display: block;
    margin-top: 0.3em;
    color: var(--_muted);
  }
  .prose .table-room {
    font-size: 0.9375em;
  }
  .kind-power .table-room :is(td:last-child) {
    min-width: 14em;
  }
  .kind-power tbody td:nth-child(2),
  .kind-plan tbody td:nth-child(2) {
    min-width: 16em;
  }

  .chart {
    margin-bottom: 1.1em;
    padding: 1.1em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .chart-drawing {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.4em;
    margin-bottom: 0.9em;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.45em;
  }
  .swatch {
    width: 2em;
    height: 1em;
  }
  .chart-label,
  .chart-value {
    fill: var(--_text);
  }
  .chart-value {
    font-variant-numeric: tabular-nums;
  }
  .axis {
    stroke: var(--_border);
    fill: none;
  }
  .grid {
    stroke: var(--_line);
    fill: none;
  }
  .series-bar,
  .series-mark {
    fill: var(--_accent);
    stroke: var(--_accent);
  }
  .series-line {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2.25;
    stroke-linejoin: round;
  }
  .series-bar.s1 {
    fill: var(--_accent-soft);
  }
  .series-mark.s1,
  .series-line.s1 {
    stroke: var(--_good);
  }
  .series-mark.s1 {
    fill: var(--_good);
  }
  .series-line.s1 {
    stroke-dasharray: 7 4;
  }
  .series-bar.s2,
  .series-mark.s2 {
    fill: var(--_warn);
    stroke: var(--_warn);
  }
  .series-line.s2 {
    stroke: var(--_warn);
    stroke-dasharray: 2 4;
  }
  .series-bar.s3 {
    fill: var(--_page);
    stroke: var(--_text);
  }
  .series-mark.s3 {
    fill: var(--_text);
    stroke: var(--_text);
  }
  .series-line.s3 {
    stroke: var(--_text);
    stroke-dasharray: 10 4 2 4;
  }
  .spread {
    width: 9em;
    height: 1.2em;
    vertical-align: middle;
  }
  .spread .series-bar {
    fill: var(--_accent-soft);
  }
  .spread-median {
    stroke: var(--_accent);
    stroke-width: 2.5;
  }
  .checks > li + li {
    margin-top: 0.6em;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
    gap: 0.9em;
  }
  .figures > div {
    padding: 0.9em 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .figures dt {
    color: var(--_muted);
  }
  .figures b {
    font-size: 1.875em;
    line-height: 1.3;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .figures .unit {
    margin-inline-start: 0.25em;
  }
`;
