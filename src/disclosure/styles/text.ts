import { css } from 'lit';

/** Texts made from Markdown, their table of contents, and differences. */
export const text = css`
  .contents {
    padding: 1em 1.25em;
    margin-bottom: 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .contents-title {
    font-weight: 650;
    margin-bottom: 0.3em;
  }
  .contents ol {
    columns: 18em 3;
    column-gap: 2em;
  }
  .contents li {
    break-inside: avoid;
  }
  .contents .deeper {
    padding-inline-start: 1.25em;
  }
  .jump {
    width: 100%;
    min-height: var(--_target);
    padding: 0.3em 0.4em;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    line-height: 1.4;
    cursor: pointer;
    border-radius: 0.3em;
  }
  .jump:hover {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
  }

  .prose {
    max-width: 42em;
    font-size: 1.0625em;
    line-height: 1.8;
  }
  .sunlit[data-theme='hall'] .prose {
    max-width: 32em;
  }
  .prose > * + * {
    margin-top: 1em;
  }
  .sunlit .prose :is(h4, h5, h6) {
    margin-top: 1.75em;
    scroll-margin-top: 1em;
  }
  .sunlit .prose h4 {
    font-size: 1.125em;
  }
  .sunlit .prose :is(h5, h6) {
    font-size: 1em;
  }
  .prose > :first-child {
    margin-top: 0;
  }
  .sunlit .prose :is(ul, ol) {
    padding-inline-start: 1.6em;
  }
  .sunlit .prose ul {
    list-style: disc;
  }
  .sunlit .prose ol {
    list-style: decimal;
  }
  .prose li + li {
    margin-top: 0.35em;
  }
  .sunlit .prose blockquote {
    padding: 0.2em 1em;
    border-inline-start: 0.25em solid var(--_line);
    color: var(--_muted);
  }
  .prose hr {
    border: 0;
    border-top: 1px solid var(--_line);
  }
  .prose code {
    font-family: ui-monospace, monospace;
    font-size: 0.9375em;
    background: var(--_surface);
    padding: 0.1em 0.3em;
    border-radius: 0.25em;
  }
  .prose pre {
    overflow-x: auto;
    white-space: pre-wrap;
  }

  .relation + .relation {
    margin-top: 1.25em;
  }
  .related li,
  .revisions li {
    padding: 0.55em 0;
    border-bottom: 1px solid var(--_line);
  }
  .related a {
    display: inline-block;
    padding: 0.3em 0;
  }
  .revisions .button {
    margin-inline-start: -0.6em;
  }
  .any-two {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1.25em;
    margin-top: 1em;
  }
  .any-two fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.9em;
    flex-basis: 100%;
  }
  .any-two legend {
    float: inline-start;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .any-two label {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-width: var(--_target);
    min-height: var(--_target);
    cursor: pointer;
  }
  .any-two input {
    width: 1.2em;
    height: 1.2em;
    accent-color: var(--_accent);
  }

  .difference {
    margin-top: 1.25em;
    padding: 1.1em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .difference-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
  }
  .difference-sum {
    font-weight: 600;
    margin-top: 0.5em;
  }
  .changes {
    margin-top: 0.9em;
  }
  .change {
    padding: 0.8em 1em;
    border-inline-start: 0.25em solid var(--_warn);
    background: var(--_surface);
    border-radius: 0 0.5em 0.5em 0;
  }
  .change.added {
    border-inline-start-color: var(--_good);
  }
  .change.removed {
    border-inline-start: 0.25em dashed var(--_bad);
  }
  .change + .change {
    margin-top: 0.75em;
  }
  .change .lines {
    margin-top: 0.5em;
  }
  .lines li {
    display: grid;
    grid-template-columns: minmax(5.5em, 9em) minmax(0, 1fr);
    gap: 0.2em 1em;
    padding: 0.2em 0;
  }
  .lines li > :only-child {
    grid-column: 1 / -1;
  }
  .line-label {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .sunlit ins {
    text-decoration: underline;
    text-decoration-thickness: 0.12em;
    text-underline-offset: 0.2em;
    color: var(--_good);
    background: var(--_good-soft);
    border-radius: 0.15em;
    padding: 0 0.1em;
  }
  .sunlit del {
    text-decoration: line-through;
    text-decoration-thickness: 0.1em;
    color: var(--_bad);
    background: var(--_bad-soft);
    border-radius: 0.15em;
    padding: 0 0.1em;
  }
  .same {
    margin-top: 1em;
  }
  .same summary {
    display: flex;
    align-items: center;
    min-height: var(--_target);
    cursor: pointer;
    color: var(--_accent);
  }
  .same summary::before {
    content: '+';
    width: 1.1em;
  }
  .same[open] summary::before {
    content: '−';
  }
`;
