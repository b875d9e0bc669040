import { css } from 'lit';

/** What single kinds need: answers, periods, stages, claims. */
export const kinds = css`
  .answers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 0.9em;
  }
  .answers li {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    padding: 1.1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
    border: 1px solid transparent;
  }
  [data-theme='contrast'] .answers li {
    border-color: var(--_line);
  }
  .answer-label {
    display: flex;
    align-items: center;
    gap: 0.4em;
  }
  .answer {
    font-size: 1.5em;
    line-height: 1.3;
    font-weight: 650;
  }
  .answer.place {
    font-size: 1.1875em;
  }
  .checklist li {
    display: flex;
    gap: 0.75em;
    padding: 0.65em 0;
    border-bottom: 1px solid var(--_line);
  }
  .checklist li > div {
    flex: 1;
  }
  .tick-box {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin-top: 0.2em;
    fill: none;
    stroke: var(--_border);
    stroke-width: 1.5;
  }

  .period {
    padding: 1.1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_surface);
    border: 1px solid var(--_line);
  }
  .period.open {
    background: var(--_good-soft);
    border-color: var(--_good);
  }
  .period-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.6em;
    font-size: 1.125em;
    font-weight: 600;
    margin-bottom: 0.3em;
  }

  .progress-bar {
    display: block;
    width: 100%;
    height: 0.75em;
    border-radius: 0.4em;
    margin: 0.6em 0;
  }
  .progress-bar .done {
    fill: var(--_good);
  }
  .progress-bar .running {
    fill: var(--_accent);
  }
  .progress-bar .planned {
    fill: var(--_line);
  }
  .progress-bar .stopped {
    fill: var(--_warn);
  }
  .dot {
    width: 0.8em;
    height: 0.8em;
    border-radius: 50%;
    background: var(--_line);
  }
  .dot.done {
    background: var(--_good);
  }
  .dot.running {
    background: var(--_accent);
  }
  .dot.stopped {
    background: var(--_warn);
  }

  .timeline > li {
    position: relative;
    display: flex;
    gap: 1em;
    padding-bottom: 1.4em;
  }
  .timeline > li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(0.875em - 1px);
    top: 1.75em;
    bottom: 0;
    border-inline-start: 2px solid var(--_line);
  }
  .timeline > li.done:not(:last-child)::before {
    border-color: var(--_good);
  }
  .knot {
    flex: none;
    display: grid;
    place-items: center;
    width: 1.75em;
    height: 1.75em;
    border-radius: 50%;
    border: 2px solid var(--_line);
    background: var(--_page);
  }
  .knot .icon {
    width: 1em;
    height: 1em;
    stroke-width: 3;
  }
  .done > .knot {
    border-color: var(--_good);
    background: var(--_good);
    color: var(--_page);
  }
  .current > .knot {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 0.3em var(--_page), inset 0 0 0 1em var(--_accent);
  }

  .pairs li {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding: 0.25em 0;
    border-top: 1px solid var(--_line);
  }
  .roles h4 {
    display: flex;
    justify-content: space-between;
  }
  .total {
    font-weight: 650;
    color: var(--_accent);
  }
  .risks {
    grid-template-columns: 1fr;
  }
  .phases {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 0.75em 1.25em;
  }
  .phases dt {
    font-size: 0.875em;
    color: var(--_accent);
    font-weight: 600;
  }
  .claim-fact {
    display: grid;
    gap: 0.9em;
  }
  .claim-fact > div {
    padding: 1.1em 1.25em;
    border-radius: var(--_radius);
    border-inline-start: 0.3em solid var(--_line);
    background: var(--_surface);
  }
  .claim-fact dt {
    font-weight: 650;
    margin-bottom: 0.25em;
  }
  .claim dd {
    color: var(--_muted);
  }
  .claim-fact .fact {
    border-color: var(--_good);
    background: var(--_good-soft);
    font-size: 1.0625em;
  }

  .files li + li {
    margin-top: 0.6em;
  }
  .file {
    display: flex;
    align-items: center;
    gap: 0.9em;
    min-height: var(--_target);
    padding: 0.6em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    text-decoration: none;
  }
  a.file:hover {
    border-color: var(--_accent);
  }
  .file-type {
    flex: none;
    min-width: 3.4em;
    padding: 0.35em 0.3em;
    border-radius: 0.35em;
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    font-size: 0.8125em;
    font-weight: 650;
    text-align: center;
  }
  .file-name {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .channels li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 0.9em;
    padding: 0.5em 0;
    border-bottom: 1px solid var(--_line);
  }
`;
