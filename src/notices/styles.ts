import { css } from 'lit';

/** The look of notices: the list with its forms, the one line, and the screen. */
export const noticesStyles = css`
  .notices {
    display: grid;
    gap: 1em;
  }
  .notices > header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
  }
  .which {
    display: flex;
    gap: var(--_gap);
  }
  .notices > .button {
    justify-self: center;
  }
  .rows {
    display: grid;
    gap: 1em;
  }
  .notice-row {
    display: grid;
    gap: 0.6em 1.25em;
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .notice-row.open {
    border-color: var(--_accent);
  }
  .what {
    display: grid;
    gap: 0.4em;
    justify-items: start;
    min-width: 0;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.35em;
    align-items: baseline;
    color: var(--_muted);
    line-height: 1.25;
  }
  .count b {
    font-size: 2.25em;
    line-height: 1;
    color: var(--_accent-strong);
    font-variant-numeric: tabular-nums;
  }
  .count .plain {
    font-weight: 600;
    color: var(--_text);
  }
  .count.over .plain {
    color: var(--_muted);
    font-weight: 400;
  }
  .count .label {
    font-weight: inherit;
  }
  .count .workdays {
    flex-basis: 100%;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
  }
  .when > span,
  .may > li {
    display: flex;
    gap: 0.4em;
    align-items: flex-start;
  }
  .when .icon,
  .may .icon {
    margin-top: 0.2em;
    color: var(--_muted);
  }
  .may {
    color: var(--_good);
  }
  .may .icon {
    color: inherit;
  }
  .primary-soft {
    border-color: var(--_accent);
    color: var(--_accent-strong);
    background: var(--_accent-soft);
  }
  .panel {
    display: grid;
    gap: 1em;
    padding-top: 0.75em;
    border-top: 1px solid var(--_line);
    min-width: 0;
  }
  .panel[hidden] {
    display: none;
  }
  .panel section > * + * {
    margin-top: 0.5em;
  }
  .panel .part {
    background: var(--_surface);
  }
  .panel dl > div {
    display: flex;
    gap: 0.75em;
  }
  .panel dt {
    flex: none;
    color: var(--_muted);
  }
  .plain-list > li {
    padding-block: 0.1em;
  }
  .lines {
    white-space: pre-line;
  }
  .points {
    display: grid;
    gap: 0.75em;
  }
  .points > li {
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--_line);
  }
  code {
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  .form {
    display: grid;
    gap: 1em;
    max-width: 44em;
  }
  .who {
    display: grid;
    gap: 0.75em;
  }
  .choice .more {
    display: block;
  }
  .said {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
    font-weight: 600;
  }
  .said.good {
    color: var(--_good);
  }
  .sent > * + * {
    margin-top: 0.5em;
  }
  .check {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em var(--_gap);
    align-items: center;
  }
  .check .label {
    flex-basis: 100%;
  }
  .check .field {
    width: auto;
    flex: 1 1 16em;
    max-width: 22em;
  }
  .waiting {
    height: 6em;
  }
  @container (min-width: 40em) {
    .notice-row {
      grid-template-columns: 9em minmax(0, 1fr);
    }
    .notice-row .count .label {
      flex-basis: 100%;
    }
    .panel {
      grid-column: 1 / -1;
    }
  }

  .ticker {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    min-height: var(--_target);
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .ticker .line {
    flex: 1 1 12em;
    min-width: 0;
  }
  .ticker .line :is(a, .link) {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
    line-height: 1.35;
    text-align: start;
  }
  .ticker .days b {
    font-size: 1.25em;
    color: var(--_accent-strong);
    font-variant-numeric: tabular-nums;
  }
  .ticker .previous .icon {
    transform: scaleX(-1);
  }
  .ticker .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    align-items: center;
    margin-inline-start: auto;
  }

  /* Read from three metres: all sizes follow the shorter side of the screen. */
  .wall {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: 0.7em;
    min-height: 100vh;
    padding: 0.9em 1.5em;
    background: var(--_page);
    font-size: clamp(16px, 2.78vmin, 62px);
    line-height: 1.4;
  }
  .wall > header {
    display: flex;
    gap: 1em;
    align-items: flex-start;
    justify-content: space-between;
  }
  .sunlit .wall h2 {
    font-size: 1.8em;
    line-height: 1.2;
  }
  .wall .whose {
    font-size: 1.15em;
    color: var(--_muted);
  }
  .wall .take-part {
    display: flex;
    gap: 0.7em;
    align-items: center;
    text-align: end;
  }
  .wall .qr {
    flex: none;
    width: 4.4em;
    height: 4.4em;
  }
  .wall ol {
    display: grid;
    gap: 0.5em;
    align-content: start;
  }
  .wall ol > li {
    display: grid;
    grid-template-columns: minmax(0, 8em) minmax(0, 1fr);
    gap: 0.4em 1.2em;
    align-items: center;
    padding: 0.5em 1em;
    border: 1px solid var(--_line);
    border-inline-start: 0.35em solid var(--_accent);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
  }
  .wall .count b {
    font-size: 3em;
  }
  .wall .count .plain {
    font-size: 1.2em;
  }
  .wall .what {
    gap: 0.25em;
  }
  .wall .count .label {
    flex-basis: 100%;
  }
  .sunlit .wall h3 {
    font-size: 1.35em;
    line-height: 1.25;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .wall .badge {
    font-size: 0.9em;
  }
  .wall .small {
    font-size: 0.9em;
  }
  .wall .nothing {
    align-self: center;
    text-align: center;
    font-size: 1.5em;
    color: var(--_muted);
  }
  .wall footer {
    text-align: end;
    color: var(--_muted);
  }
  .wall.standing {
    display: grid;
    grid-template-rows: auto;
    align-content: center;
    justify-items: center;
    gap: 0.5em;
    text-align: center;
  }
  .wall .time {
    font-size: 7em;
    font-weight: 300;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  @media (orientation: landscape) {
    .wall .about {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.25em;
    }
  }
  @media (orientation: portrait) {
    .wall ol {
      gap: 0.8em;
    }
    .wall ol > li {
      grid-template-columns: minmax(0, 1fr);
      padding-block: 0.8em;
    }
    .wall .count .label {
      flex-basis: auto;
    }
  }
`;
