import { css } from 'lit';

export const statsStyles = css`
  .sunlit > * + * {
    margin-top: 1.1em;
  }
  .controls,
  .picks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
    align-items: flex-end;
    justify-content: space-between;
  }
  .picks {
    flex: 1 1 20em;
    max-width: 34em;
  }
  .picks label {
    display: grid;
    flex: 1 1 8em;
    gap: 0.2em;
    min-width: 0;
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em;
    align-items: center;
    min-height: var(--_target);
  }
  .path .icon {
    width: 1em;
    height: 1em;
    color: var(--_muted);
  }
  .path .here {
    padding-inline: 0.6em;
    font-weight: 600;
  }
  .path .here:first-child {
    padding-inline-start: 0;
  }
  .subjects {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    border-bottom: 1px solid var(--_line);
  }
  .subject {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
    min-width: var(--_target);
    padding: 0.3em 0.9em;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--_text);
    text-decoration: none;
    cursor: pointer;
  }
  .subject:hover {
    color: var(--_accent-strong);
    border-color: var(--_line);
  }
  .subject[aria-current] {
    border-color: var(--_accent);
    color: var(--_accent-strong);
    font-weight: 650;
  }
  .shown > * + *,
  .shown :is(section, .chart) > * + * {
    margin-top: 1em;
  }
  .shown > :is(section, .chart) {
    margin-top: 2em;
  }
  .sunlit #place {
    font-size: 1.25em;
  }
  .sunlit #place:focus {
    outline: none;
  }
  .whose > * + * {
    margin-top: 0.25em;
  }

  .large {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 1px;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .figure {
    min-height: 7.5em;
    padding: 1em 1.2em;
    box-shadow: 0 0 0 1px var(--_line);
  }
  .large > .skeleton {
    border-radius: 0;
  }
  .figure dt {
    font-weight: 600;
  }
  .figure .value {
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .figure b {
    white-space: nowrap;
    font-size: 2.25em;
    font-weight: 650;
    color: var(--_accent-strong);
  }
  .figure b.words {
    font-size: 1.5em;
    line-height: 1.95;
    white-space: normal;
  }
  .figure .of {
    display: inline-block;
    white-space: nowrap;
    color: var(--_muted);
    font-size: 1.125em;
  }
  .figure.bad b {
    color: var(--_bad);
  }
  .figure .more {
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.5;
  }
  .gauge {
    display: block;
    width: 100%;
    height: 6px;
    margin-bottom: 0.45em;
  }
  .small-figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 7.5em), 1fr));
    gap: 1em;
  }
  .small-figures dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .small-figures dd {
    font-size: 1.25em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .whole {
    fill: var(--_line);
  }
  .part,
  .now {
    fill: var(--_accent);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(8.5em, 15%)), 1fr));
    gap: 0.6em;
  }
  .tile {
    position: relative;
    overflow: hidden;
    display: flex;
    flex-direction: column;
    gap: 0.15em;
    box-sizing: border-box;
    width: 100%;
    height: 100%;
    min-height: 6.5em;
    padding: 0.75em 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  .tile:hover {
    border-color: var(--_accent);
  }
  .tile::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 6px;
    background: var(--_accent);
    opacity: 0.08;
  }
  .tile.shade-1::before {
    opacity: 0.25;
  }
  .tile.shade-2::before {
    opacity: 0.5;
  }
  .tile.shade-3::before {
    opacity: 0.75;
  }
  .tile.shade-4::before {
    opacity: 1;
  }
  .tile-name {
    display: flex;
    gap: 0.3em;
    justify-content: space-between;
    line-height: 1.4;
  }
  .tile-name .icon {
    margin-top: 0.1em;
    color: var(--_muted);
  }
  .tile-n {
    margin-top: auto;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
  }
  .tile-more {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.6em;
    align-items: baseline;
    font-size: 0.875em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .rank {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: center;
  }
  .rank .field {
    width: auto;
    max-width: 100%;
  }

  .chart {
    padding: 1.2em 1.3em 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .sunlit .chart h4 {
    font-size: 1.0625em;
  }
  .shown .chart > .words {
    margin-top: 0.2em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .below-chart {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 1em;
    align-items: center;
    justify-content: space-between;
  }
  .below-chart .fold {
    padding-inline: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .data {
    color: var(--_muted);
  }
  .data a {
    display: inline-block;
    padding: 0.75em 0.35em;
  }
  .twin {
    padding-bottom: 0.7em;
  }
  .twin[hidden] {
    display: none;
  }

  .chart :is(.bars, .months, .levels) {
    max-width: 80em;
  }
  .bars {
    display: grid;
    gap: 0.55em;
  }
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.1em 0.8em;
    align-items: center;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .bar-room {
    grid-area: 2 / 1 / 3 / 3;
    display: block;
    width: 100%;
    height: 0.8em;
    border-radius: 3px;
    background: var(--_surface);
  }
  .bar-n {
    text-align: end;
    font-weight: 600;
  }
  @container (min-width: 36em) {
    .bar {
      grid-template-columns: 15em minmax(0, 1fr) 6em;
    }
    .bar-room {
      grid-area: auto;
      height: 1em;
    }
  }
  .months {
    display: grid;
    grid-template: 'legend legend' auto 'ticks columns' 13em 'none feet' 1.6em / 3em minmax(0, 1fr);
    gap: 0 0.6em;
  }
  .months svg {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 1.4em;
  }
  .months .legend {
    grid-area: legend;
    margin-bottom: 1em;
  }
  .legend li {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .months .ticks {
    grid-area: ticks;
  }
  .months .columns {
    grid-area: columns;
  }
  .months .feet {
    grid-area: feet;
  }
  .months text {
    font-size: 0.8125em;
    fill: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .ticks text {
    text-anchor: end;
  }
  .feet text {
    text-anchor: middle;
  }
  /* Large type on a small screen: every second month is named. */
  @container (max-width: 16em) {
    .feet text:nth-child(even) {
      display: none;
    }
  }
  .rung,
  .ground {
    stroke: var(--_line);
  }
  .ground {
    stroke: var(--_border);
  }
  .columns .before {
    stroke: var(--_border);
    stroke-width: 1;
  }
  .stripe.under {
    fill: var(--_raised);
  }
  .stripe.over {
    fill: var(--_border);
  }
  span.swatch {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    border-radius: 2px;
    border: 1px solid var(--_border);
    background: repeating-linear-gradient(135deg, var(--_border) 0 2px, var(--_raised) 2px 5px);
  }
  span.swatch.now {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .levels > * + * {
    margin-top: 0.9em;
  }
  .stack {
    display: block;
    width: 100%;
    height: 2.25em;
  }
  .stack .level {
    stroke: var(--_raised);
    stroke-width: 2;
  }
  svg.swatch {
    flex: none;
    width: 1.1em;
    height: 1.1em;
  }
  svg.swatch .level {
    stroke: var(--_border);
    stroke-width: 1;
  }
  .level.very-satisfied {
    fill: var(--_accent-strong);
  }
  .level.satisfied {
    fill: var(--_accent);
  }
  .level.fairly-satisfied {
    fill: var(--_accent);
    fill-opacity: 0.4;
  }
  .dissatisfied.under {
    fill: var(--_warn-soft);
  }
  .dissatisfied.over {
    fill: var(--_warn);
  }
  .very-dissatisfied.under {
    fill: var(--_bad);
  }
  .very-dissatisfied.over {
    fill: var(--_raised);
  }
  .waiting {
    display: grid;
    gap: 0.55em;
  }
  .wait-bar {
    height: 2.65em;
  }
  @container (min-width: 36em) {
    .wait-bar {
      height: 1.4em;
    }
  }
  .wait-months {
    height: 17em;
  }
  .wait-levels {
    height: 5em;
  }
  .wait-control {
    width: 12em;
    height: 4.4em;
  }

  .table-room {
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    overscroll-behavior-x: contain;
  }
  .sunlit table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.9375em;
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  .sunlit caption {
    padding: 0.6em 1em;
    font-weight: 600;
    text-align: start;
  }
  .caption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    align-items: baseline;
    justify-content: space-between;
  }
  .caption .data {
    font-weight: 400;
    white-space: nowrap;
  }
  .sunlit :is(th, td) {
    padding: 0.6em 1em;
    border-top: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  .sunlit thead th {
    background: var(--_surface);
    font-weight: 600;
    vertical-align: bottom;
  }
  .sunlit thead th.number {
    min-width: 6em;
  }
  .sunlit thead th.middle {
    text-align: center;
  }
  .sunlit tbody th {
    min-width: 8em;
  }
  .sunlit :is(th, td).number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .sunlit td.number {
    white-space: nowrap;
  }
  .sunlit .wide tbody th {
    min-width: 16em;
  }
  .sunlit .wide th.one {
    padding-inline-start: 2em;
  }
  .sunlit .wide th.two {
    padding-inline-start: 3.5em;
  }
  .sunlit .wide .sum ~ td,
  .sunlit .wide .sum,
  .sunlit .wide .top,
  .sunlit .group th {
    font-weight: 600;
  }
  .sunlit td.fault {
    background: var(--_warn-soft);
    outline: 2px solid var(--_warn);
    outline-offset: -2px;
  }
  td sup a {
    display: inline-block;
    min-width: 24px;
    min-height: 24px;
    padding-inline: 0.3em;
  }
  .faults ol,
  .versions ol {
    margin-top: 0.4em;
    padding-inline-start: 1.6em;
    list-style: decimal;
  }
  .scope {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .checks li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 0.8em;
    align-items: baseline;
    padding: 0.6em 0;
    border-top: 1px solid var(--_line);
  }
  .checks .badge {
    min-width: 5em;
    text-align: center;
  }
  .choose ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    margin-top: 0.8em;
  }
  .link {
    padding: 0.3em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .strong {
    font-weight: 600;
  }
  .shown > footer a {
    display: inline-block;
    padding: 0.7em 0;
  }
  [data-theme='contrast'] .whole {
    fill: #000;
    stroke: var(--_line);
    stroke-width: 2;
  }
  [data-theme='contrast'] .stripe.under,
  [data-theme='contrast'] .dissatisfied.under {
    fill: #000;
  }
  @media print {
    .sunlit {
      font-size: 10.5pt;
      background: none;
    }
    .twin {
    padding-bottom: 0.7em;
  }
  .twin[hidden] {
      display: block;
    }
    .table-room {
      overflow: visible;
    }
    .figure,
    .tile,
    .bar,
    .months,
    .levels,
    .sunlit tr {
      break-inside: avoid;
    }
    .sunlit :is(h3, h4, caption) {
      break-after: avoid;
    }
    .sunlit :is(.part, .now, .level, .over, .whole) {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    .part,
    .now,
    .level.very-satisfied,
    .level.satisfied {
      fill: Highlight;
    }
    .whole,
    .level.fairly-satisfied {
      fill: GrayText;
    }
    .subject[aria-current] {
      border-color: Highlight;
    }
  }
`;
