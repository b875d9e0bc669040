import { css } from 'lit';

/** The form in which a topic is written, and the slip. */
export const composeStyles = css`
  .compose {
    max-width: 42em;
    margin-inline: auto;
  }
  .compose > * + *,
  .compose form > * + * {
    margin-top: 1.35em;
  }
  .compose h2 {
    font-size: 1.625em;
    margin-top: 0.4em;
  }
  .compose > progress {
    width: 100%;
  }
  .purposes {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fit, minmax(min(12.5em, 100%), 1fr));
  }
  /* Two beside each other on a screen that stands upright, so that the way on is in view. */
  .categories {
    grid-template-columns: repeat(auto-fill, minmax(min(12em, 100%), 1fr));
  }
  .purposes .choice {
    align-items: flex-start;
    padding: 1em 1.1em;
  }
  .purposes .choice input {
    margin-top: 0.1em;
  }
  .purposes .choice > span {
    display: grid;
    gap: 0.25em;
  }
  .subject {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    align-items: center;
    padding: 0.5em 1em;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .subject > span {
    flex: 1 1 14em;
  }
  .proposed {
    display: grid;
    gap: var(--_gap);
    margin-top: 0.5em;
  }
  .proposed .button {
    width: 100%;
    justify-content: flex-start;
    text-align: start;
  }
  .similar,
  .marks,
  .ways {
    padding: 1.1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .marks {
    background: var(--_warn-soft);
  }
  .ways {
    background: var(--_surface);
  }
  [data-theme='contrast'] :is(.similar, .marks, .ways) {
    border: 1px solid var(--_line);
  }
  .similar > * + *,
  .marks > * + *,
  .ways > * + * {
    margin-top: 0.6em;
  }
  .similar h3,
  .marks h3,
  .ways h3 {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-size: 1.0625em;
  }
  .marks h3 .icon {
    color: var(--_warn);
  }
  .similar li + li {
    margin-top: 0.75em;
    padding-top: 0.75em;
    border-top: 1px solid var(--_line);
  }
  .deeds,
  .marks ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    margin-top: 0.4em;
  }
  .marks blockquote {
    white-space: pre-line;
  }
  .marks mark {
    outline: 1px solid var(--_warn);
    border-radius: 0.2em;
  }
  .out {
    text-align: start;
  }
  .out > span {
    display: grid;
  }
  .ways li + li {
    margin-top: 0.5em;
  }
  .ways a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }
  .check > div {
    display: grid;
    grid-template-columns: 7em minmax(0, 1fr);
    gap: 0 1em;
    align-items: baseline;
    padding-block: 0.4em;
    border-top: 1px solid var(--_line);
  }
  .check > div:last-child {
    border-bottom: 1px solid var(--_line);
  }
  .check dt {
    color: var(--_muted);
  }
  .check dd {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    justify-content: space-between;
    white-space: pre-line;
  }
  .check dd .button {
    flex: none;
  }
  .slip-card {
    display: grid;
    gap: 1em;
    padding: 1.5em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .slip-card dt {
    color: var(--_muted);
  }
  .slip-card .code {
    font-family: ui-monospace, 'SFMono-Regular', Consolas, 'Liberation Mono', monospace;
    font-size: 1.75em;
    font-weight: 650;
    line-height: 1.3;
  }
  .sunlit .next {
    list-style: decimal;
    padding-inline-start: 1.5em;
    margin-top: 0.5em;
  }
  .next li + li {
    margin-top: 0.4em;
  }
  .compose .qr-card {
    display: flex;
    gap: 1em;
    align-items: center;
  }
  .compose .qr {
    width: 8.5em;
    height: 8.5em;
    flex: none;
    border-radius: 6px;
  }
  @container (min-width: 36em) {
    .slip-card {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }
    .slip-card .qr-card {
      grid-column: 2;
      grid-row: 1 / 3;
      flex-direction: column;
      gap: 0.4em;
    }
  }
  @container (max-width: 34em) {
    .check > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
