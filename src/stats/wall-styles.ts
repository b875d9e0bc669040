import { css } from 'lit';

/** As on the wall of the topic board: sizes follow the shorter side of the screen, so that letters are read from three metres, and nothing is smaller than 1em. */
export const wallStyles = css`
  .wall {
    box-sizing: border-box;
    min-height: var(--sunlit-height, 100vh);
    padding: 1.2em 1.5em;
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: 0.9em;
    background: var(--_page);
    font-size: clamp(16px, 2.6vmin, 62px);
    line-height: 1.4;
  }
  .wall header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 2em;
    align-items: end;
    justify-content: space-between;
  }
  .sunlit .wall h2 {
    font-size: 1.7em;
    line-height: 1.25;
  }
  .wall-place {
    font-size: 1.2em;
    color: var(--_muted);
  }
  .wall .large {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-self: stretch;
  }
  .wall .figure:last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  .wall .figure {
    min-height: 0;
    padding: 0.6em 0.9em;
  }
  .wall .figure b {
    font-size: 2.1em;
    line-height: 1.2;
  }
  .wall .figure b.words {
    font-size: 1.4em;
  }
  .wall :is(.figure .more, .small, .chart .words, .legend, .months text) {
    font-size: 1em;
  }
  .wall .gauge {
    height: 0.4em;
  }
  .wall-charts {
    display: grid;
    min-height: 0;
  }
  .wall-chart {
    display: flex;
    flex-direction: column;
    gap: 0.4em;
    min-height: 0;
    padding: 1em 1.3em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_raised);
  }
  .sunlit .wall h3 {
    font-size: 1.35em;
  }
  .wall-chart .words {
    color: var(--_muted);
  }
  .wall-charts:not(.still) .bars {
    flex: 1;
    align-content: space-evenly;
  }
  .wall .bar {
    grid-template-columns: 13em minmax(0, 1fr) 5em;
  }
  .wall .bar-room {
    grid-area: auto;
    height: 1em;
  }
  .wall-charts:not(.still) .months {
    flex: 1;
    grid-template-rows: auto minmax(8em, 1fr) 1.8em;
  }
  .wall .stack {
    height: 4em;
  }
  .wall .levels .legend {
    gap: 0.6em 2em;
  }
  .wall-charts.still {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.9em;
  }
  .wall .still .wall-chart {
    padding: 0.7em 1em;
  }
  .still .bars {
    gap: 0.3em;
  }
  .wall .still .bar {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .wall .still .bar-room {
    grid-area: 2 / 1 / 3 / 3;
    height: 0.7em;
  }
  .wall .still .stack {
    height: 2.5em;
  }
  .still .feet text:nth-child(even) {
    display: none;
  }
  .wall footer {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .still .months {
    flex: 1;
    grid-template-rows: auto minmax(6em, 1fr) 1.8em;
  }
  @media (orientation: landscape) {
    .wall {
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 40fr) minmax(0, 60fr);
    }
    .wall :is(header, footer) {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 600px) {
    .wall-charts.still,
    .wall .bar {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .wall-charts.still {
      display: block;
    }
    .wall .bar-room {
      grid-area: 2 / 1 / 3 / 3;
    }
  }
  .wall-wait {
    min-height: var(--sunlit-height, 100vh);
  }
`;
