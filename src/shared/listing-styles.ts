import { css } from 'lit';

/** What lists have in common: the title of a row, which is a link or a button, what stands below the rows, and what is said when there are none. `--_title` is the colour of titles. */
export const listingStyles = css`
  :is(a, button).title {
    width: auto;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_title, var(--_accent));
    font-weight: inherit;
    line-height: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .title:hover {
    color: var(--_accent-strong);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  a.title:visited:not(:hover) {
    color: var(--_title, var(--_accent));
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em;
    padding-top: 1.25em;
    border-top: 1px solid var(--_line);
  }
  .end > .more,
  .end > .notice {
    flex-basis: 100%;
  }
  .empty-title {
    font-size: 1.125em;
    font-weight: 600;
  }
`;
