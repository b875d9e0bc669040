import { css } from 'lit';

export const trackStyles = css`
  .track {
    max-width: 52em;
    margin-inline: auto;
  }
  .track > * + *,
  .branch > * + *,
  .section > * + *,
  .entry > * + * {
    margin-top: 1.25em;
  }
  .track h2:focus,
  .acts h3:focus {
    outline: none;
  }
  .code {
    font-family: ui-monospace, 'SFMono-Regular', Consolas, 'Liberation Mono', monospace;
    letter-spacing: 0.06em;
    font-size: 1.125em;
  }
  .with-button {
    display: flex;
    gap: var(--_gap);
    max-width: 27em;
  }
  .with-button .field {
    flex: 1;
    min-width: 0;
  }
  .with-button .button {
    flex: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
    justify-content: space-between;
    align-items: flex-start;
  }
  .head .actions {
    padding-top: 0;
  }
  .notice.good {
    background: var(--_good-soft);
    color: var(--_good);
  }
  .closing {
    position: sticky;
    top: 0.5em;
    z-index: 5;
    box-shadow: var(--_shadow);
    border-color: var(--_warn);
    font-variant-numeric: tabular-nums;
  }
  .branch {
    padding-top: 1em;
    border-top: 1px solid var(--_line);
  }
  .agency {
    display: flex;
    gap: 0.5em;
    align-items: center;
    color: var(--_muted);
  }
  .standing {
    padding: 1.25em 1.4em;
    border-radius: var(--_radius);
    border: 1px solid var(--_line);
    border-inline-start: 6px solid var(--_accent);
    background: var(--_surface);
  }
  .standing > * + * {
    margin-top: 0.5em;
  }
  .standing .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
  }
  .standing:is(.warn, .bad, .good) .badge {
    padding-inline: 0;
    background: none;
  }
  .standing .badge .icon {
    vertical-align: 0;
  }
  .standing.warn {
    border-inline-start-color: var(--_warn);
    background: var(--_warn-soft);
  }
  .standing.bad {
    border-inline-start-color: var(--_bad);
    background: var(--_bad-soft);
  }
  .standing.good {
    border-inline-start-color: var(--_good);
    background: var(--_good-soft);
  }
  .now {
    font-size: 1.1875em;
    line-height: 1.55;
    text-wrap: pretty;
  }
  .acts form > * + * {
    margin-top: 1em;
  }
  .points {
    margin-top: 0.4em;
  }
  .sunlit .points li {
    list-style: disc;
    margin-inline-start: 1.3em;
  }
  .timeline > li.by-applicant > div::before {
    background: var(--_raised);
    box-shadow: inset 0 0 0 3px var(--_accent);
  }
  .timeline > li.by-system > div::before {
    background: var(--_warn);
  }
  .fee {
    border-collapse: collapse;
    margin-top: 0.6em;
    font-variant-numeric: tabular-nums;
  }
  .fee caption {
    text-align: start;
    padding-bottom: 0.3em;
  }
  .fee :is(th, td) {
    text-align: start;
    padding: 0.3em 1em 0.3em 0;
    border-top: 1px solid var(--_line);
    font-weight: 400;
  }
  .fee tfoot :is(th, td) {
    font-weight: 650;
  }
  .deadlines {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .deadline + .deadline {
    border-top: 1px solid var(--_line);
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.8em;
    min-height: var(--_target);
    padding: 0.6em 1em;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--_surface);
  }
  details[open] > summary > .icon {
    transform: rotate(90deg);
  }
  .sunlit summary:focus-visible {
    outline-offset: -3px;
  }
  .term {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
    align-items: baseline;
    flex: 1 1 14em;
  }
  .until {
    font-variant-numeric: tabular-nums;
  }
  .proof {
    padding: 0.25em 1em 1.25em 3em;
  }
  .proof > * + * {
    margin-top: 1em;
  }
  .proof dl {
    display: grid;
    gap: 0.4em;
  }
  .proof dl > div {
    display: grid;
    grid-template-columns: 7em minmax(0, 1fr);
    gap: 0 1em;
  }
  .proof dt {
    color: var(--_muted);
  }
  .trail {
    max-width: 30em;
  }
  .weekdays,
  .days {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 3px;
  }
  .weekdays {
    padding-bottom: 0.3em;
    text-align: center;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .days > li {
    min-height: 3em;
    padding: 0.25em 0.1em;
    border-radius: 6px;
    text-align: center;
    line-height: 1.35;
    background: var(--_surface);
    color: var(--_muted);
    position: relative;
  }
  .days > li > span:first-child > span {
    display: block;
  }
  .days .date {
    font-size: 0.8125em;
  }
  .days > .counted {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
  }
  .days .n {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .why {
    font-size: 0.8125em;
  }
  .legend {
    padding-top: 0.6em;
  }
  .legend > span {
    white-space: nowrap;
    padding-inline-end: 0.8em;
  }
  .legend .why {
    padding: 0.05em 0.4em;
    border-radius: 4px;
    background: var(--_surface);
  }
  .from-1 { grid-column-start: 1; }
  .from-2 { grid-column-start: 2; }
  .from-3 { grid-column-start: 3; }
  .from-4 { grid-column-start: 4; }
  .from-5 { grid-column-start: 5; }
  .from-6 { grid-column-start: 6; }
  .from-7 { grid-column-start: 7; }
  .papers > li,
  .attached > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.8em;
    min-height: var(--_target);
    padding: 0.5em 0;
  }
  .papers > li + li,
  .attached > li + li {
    border-top: 1px solid var(--_line);
  }
  .papers .name {
    display: flex;
    gap: 0.6em;
    flex: 1 1 16em;
    min-width: 0;
  }
  .papers .ready {
    flex-basis: 100%;
  }
  .papers .ready a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }
  .remedy blockquote {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
  }
  .remedy cite {
    display: block;
    font-style: normal;
  }
  .own > summary {
    padding-inline: 0;
  }
  @container (max-width: 34em) {
    .proof {
      padding-inline-start: 1em;
    }
    .with-button {
      max-width: none;
    }
  }
  @media (forced-colors: active) {
    .days > .counted {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
