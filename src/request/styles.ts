import { css } from 'lit';

export const requestStyles = css`
  .request {
    max-width: 44em;
    margin-inline: auto;
  }
  .request > * + *,
  .request form > * + * {
    margin-top: 1.25em;
  }
  .request h2 {
    font-size: 1.625em;
    margin-top: 0.4em;
  }
  .request h2:focus {
    outline: none;
  }
  .head {
    padding-bottom: 1em;
    border-bottom: 1px solid var(--_line);
  }
  .agency {
    display: flex;
    gap: 0.5em;
    color: var(--_muted);
  }
  .intro {
    margin-top: 0.5em;
    white-space: pre-line;
  }
  .request > progress {
    width: 100%;
  }
  .group {
    padding-top: 0.5em;
  }
  .pair {
    display: grid;
    gap: 1.25em;
    align-items: start;
  }
  .proposals {
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .proposals ul {
    display: grid;
    gap: var(--_gap);
    margin-top: 0.6em;
  }
  .proposal {
    width: 100%;
    justify-content: flex-start;
    text-align: start;
  }
  .proposal > span {
    display: grid;
    flex: 1;
    min-width: 0;
  }
  .reading {
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .receipt {
    display: grid;
    gap: 1.25em;
    padding: 1.5em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .receipt dl {
    display: grid;
    gap: 1em;
  }
  .receipt dt {
    color: var(--_muted);
  }
  .receipt .code {
    font-family: ui-monospace, 'SFMono-Regular', Consolas, 'Liberation Mono', monospace;
    font-size: 1.625em;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: 0.02em;
  }
  .receipt .keep {
    display: flex;
    gap: 0.6em;
  }
  .receipt .keep .icon {
    margin-top: 0.2em;
    color: var(--_warn);
  }
  .qr-card {
    display: flex;
    gap: 1em;
    align-items: center;
  }
  .qr {
    width: 7.5em;
    height: 7.5em;
    flex: none;
    border-radius: 6px;
  }
  @container (min-width: 36em) {
    .pair {
      grid-template-columns: 1fr 1fr;
    }
    .pair.wide {
      grid-template-columns: 2fr 1fr;
    }
    .receipt {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .receipt .keep {
      grid-column: 1 / -1;
    }
    .qr-card {
      flex-direction: column;
      gap: 0.4em;
      max-width: 9em;
      text-align: center;
    }
  }
`;
