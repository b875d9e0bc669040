import { css } from 'lit';

/** What stands above the list: the round or the promise, and how the agency keeps its word. */
export const bannerStyles = css`
  .banner {
    display: grid;
    gap: 1.25em;
  }
  .opening {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 2em;
    align-items: flex-end;
    justify-content: space-between;
  }
  .opening > div {
    flex: 1 1 20em;
    min-width: 0;
  }
  .opening h2 {
    font-size: 1.75em;
    letter-spacing: 0.01em;
  }
  .lead {
    margin-top: 0.35em;
    color: var(--_muted);
    text-wrap: pretty;
    white-space: pre-line;
  }
  .write {
    padding-inline: 1.75em;
    font-size: 1.0625em;
    font-weight: 600;
  }
  .standing {
    display: grid;
    gap: 0.75em;
    padding: 1.1em 1.4em;
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
  }
  [data-theme='contrast'] .standing,
  [data-theme='contrast'] .now {
    border: 1px solid var(--_line);
  }
  .banner .round {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
    align-items: center;
  }
  .banner .round > div {
    flex: 1 1 16em;
  }
  .countdown {
    display: flex;
    gap: 0.5em;
    align-items: center;
    padding-inline-end: 1.5em;
    border-inline-end: 1px solid var(--_line);
    color: var(--_accent);
    font-size: 1.1875em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .countdown.bad,
  .banner .figures .overdue {
    color: var(--_bad);
  }
  .aside-text::before {
    content: ' · ';
  }
  .banner .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    align-items: baseline;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .banner .figures ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1.25em;
    flex: 1 1 24em;
  }
  .proves summary {
    display: flex;
    align-items: center;
    min-height: var(--_target);
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
    cursor: pointer;
    list-style: none;
  }
  .proves summary::-webkit-details-marker {
    display: none;
  }
  .proves[open] {
    flex-basis: 100%;
  }
  .proves p {
    max-width: 44em;
    padding-bottom: 0.5em;
    color: var(--_text);
  }
  .report > * + * {
    margin-top: 1em;
  }
`;
