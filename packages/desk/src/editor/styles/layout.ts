import { css } from 'lit';

/** Bar, contents, form and preview: side by side where there is room for it, one below the other on a phone. */
export const layout = css`
  .editor {
    display: grid;
    gap: 1em;
    padding: 1em;
    align-content: start;
  }
  .head-bar {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    padding: 0.5em 0;
    background: var(--_page);
    border-bottom: 1px solid var(--_line);
  }
  .head-text {
    flex: 1 1 18em;
    min-width: 0;
  }
  .sunlit .head-bar h1 {
    font-size: 1.25em;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .sunlit .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    align-items: center;
    margin-top: 0.25em;
  }
  .save {
    font-size: 0.9375em;
    color: var(--_muted);
    max-width: 22em;
  }
  .save.saved {
    color: var(--_good);
  }
  .save.failed,
  .save.conflict {
    color: var(--_bad);
  }
  .save.partly {
    color: var(--_warn);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .sunlit .notice .acts {
    margin-top: 0.5em;
  }
  .sunlit .notice .acts .button {
    margin-top: 0;
  }

  .desk {
    display: grid;
    gap: 1.25em;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .form-side {
    display: grid;
    gap: 1em;
    min-width: 0;
  }
  .form-side form {
    display: grid;
    gap: 1.5em;
    min-width: 0;
  }
  .contents ol {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
  }
  .contents a {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: var(--_target);
    padding: 0.2em 0.7em;
    border-radius: var(--_radius);
    text-decoration: none;
  }
  .contents a:hover {
    background: var(--_accent-soft);
  }
  @container (min-width: 68em) {
    .desk.with-preview {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    }
    .with-preview .preview-side {
      position: sticky;
      top: 5.5em;
      max-height: calc(100vh - 7em);
      overflow: auto;
    }
  }
  .preview-side {
    min-width: 0;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_page);
  }
  .sunlit .preview-title {
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .preview-item {
    margin-top: 0.75em;
  }
  sunlit-disclosure::part(actions) {
    display: none;
  }

  .summary {
    padding: 0.35em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .summary.good {
    color: var(--_good);
    padding: 0.6em 0.75em;
  }
  .summary.bad > summary {
    color: var(--_bad);
  }
  .summary > summary {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: var(--_target);
    cursor: pointer;
    list-style: none;
  }
  .summary > summary::-webkit-details-marker {
    display: none;
  }
  .summary > summary::after {
    content: '▾';
    margin-inline-start: auto;
  }
  .summary[open] > summary::after {
    content: '▴';
  }
  .jump {
    display: block;
    width: 100%;
    min-height: var(--_target);
    padding: 0.25em 0.5em;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    text-align: start;
    cursor: pointer;
  }
  .jump:hover {
    background: var(--_accent-soft);
  }
  .undo {
    position: sticky;
    bottom: 1em;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    justify-self: start;
    padding: 0.4em 0.5em 0.4em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }

  .conflict {
    display: grid;
    gap: 1em;
  }
  .disputes {
    display: grid;
    gap: 1em;
  }
  .dispute > legend {
    font-weight: 650;
    padding-bottom: 0.35em;
  }
  .versions {
    display: grid;
    gap: 0.75em;
    grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
  }
  .version {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.25em 0.75em 0.75em;
    min-width: 0;
  }
  .version.chosen {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .said {
    white-space: pre-wrap;
    max-height: 18em;
    overflow: auto;
  }
  .quoted {
    white-space: pre-wrap;
  }

  dialog.confirm {
    width: min(34em, calc(100% - 2em));
    max-height: calc(100% - 2em);
    padding: 1.25em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_page);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  dialog.confirm::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog.confirm form {
    display: grid;
    gap: 0.9em;
  }
  .button.danger {
    background: var(--_bad);
    border-color: var(--_bad);
    color: var(--_page);
  }
  .button.danger:hover {
    color: var(--_page);
    text-decoration: underline;
  }
  @media (max-height: 30em) {
    .head-bar {
      position: static;
    }
  }
  @container (max-width: 40em) {
    .head-bar {
      position: static;
    }
  }
`;
