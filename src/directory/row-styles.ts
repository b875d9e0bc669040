import { css } from 'lit';

/** The rows, and what stands in for them. */
export const rowStyles = css`
  .rows > li + li,
  .rows + .rows,
  .row + .row {
    border-top: 1px solid var(--_line);
  }
  .rows.full {
    content-visibility: auto;
    contain-intrinsic-size: 1px 400em;
    contain-intrinsic-size: auto 1px auto 400em;
  }
  .row {
    position: relative;
    padding-block: 1.15em;
  }
  .results .hidden-text + .row,
  .results .rows:first-child > li:first-child .row {
    padding-top: 0.25em;
  }
  .row h3,
  .row div.title {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.5;
    text-wrap: wrap;
  }
  .title {
    display: inline;
  }
  div.title,
  button.title {
    display: block;
  }
  .gist {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    margin-top: 0.3em !important;
    max-width: 54em;
    overflow: hidden;
    line-height: 1.6;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    margin-top: 0.55em !important;
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .meta .badge {
    font-size: 0.9286em;
  }
  div.gist {
    display: block;
  }
  div.row .skeleton {
    width: 100%;
    padding-block: 0.3em;
    background-clip: content-box;
    line-height: 1;
  }
  div.title .skeleton {
    max-width: 26em;
    padding-block: 0.25em;
  }
  div.gist .skeleton + .skeleton {
    max-width: 60%;
  }
  div.meta .skeleton {
    max-width: 20em;
    padding-block: 0.4067em;
  }

  /* Older readers look for the line below a link, fingers get the whole row. */
  :is([data-theme='hall'], [data-theme='contrast']) .title {
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.25em;
  }
  :is([data-theme='hall'], [data-theme='contrast']) .row .title::after {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  [data-theme='hall'] .near .title {
    min-height: var(--_target);
  }
  @media (pointer: coarse) {
    .row .title::after {
      content: '';
      position: absolute;
      top: 0;
      right: 0;
      bottom: 0;
      left: 0;
    }
  }
`;
