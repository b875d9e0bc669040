import { css } from 'lit';

/** The look of what people write into, and of what they wrote. */
export const formStyles = css`
  progress {
    appearance: none;
    height: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--_line);
    accent-color: var(--_accent);
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
    border-radius: 3px;
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 1em;
  }
  .progress > .muted {
    flex: none;
  }
  .progress > progress {
    width: 9em;
  }
  .aside {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
    color: var(--_muted);
  }
  .faults ul {
    display: grid;
  }
  .discard {
    margin-inline-start: auto;
  }
  .lead {
    font-size: 1.0625em;
  }
  .row {
    display: grid;
    gap: 0.35em;
    min-width: 0;
  }
  .row.faulty {
    padding-inline-start: 0.9em;
    border-inline-start: 4px solid var(--_bad);
  }
  .label {
    font-weight: 600;
  }
  .sunlit fieldset.row > legend {
    padding-bottom: 0.35em;
  }
  .optional {
    font-weight: 400;
    color: var(--_muted);
  }
  .hint {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .short .field {
    max-width: 22em;
  }
  textarea.field {
    resize: vertical;
    line-height: 1.6;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_bad);
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  .wrong,
  .doubt {
    display: flex;
    gap: 0.4em;
    align-items: flex-start;
    color: var(--_bad);
    font-weight: 600;
  }
  .doubt {
    color: var(--_warn);
    font-weight: 400;
    font-size: 0.9375em;
  }
  .wrong .icon,
  .doubt .icon {
    margin-top: 0.2em;
  }
  .choices {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-height: var(--_target);
    padding: 0.4em 0.9em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    line-height: 1.35;
    cursor: pointer;
  }
  .choice:hover {
    border-color: var(--_accent);
  }
  .choice input {
    width: 1.3em;
    height: 1.3em;
    flex: none;
    accent-color: var(--_accent);
  }
  .choice:has(input:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .strong {
    font-weight: 600;
  }
  .link {
    border: 0;
    background: none;
    padding: 0.35em 0;
    min-height: var(--_target);
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-align: start;
    cursor: pointer;
  }
  .notice.bad .link {
    color: var(--_bad);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    align-items: center;
    padding-top: 0.5em;
  }
  .actions .primary {
    padding-inline: 2em;
  }
  .part {
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .part > * + * {
    margin-top: 0.75em;
  }
  .part > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
  }
  .part dl {
    display: grid;
    gap: 0.6em;
  }
  .part dl > div {
    display: grid;
    gap: 0 1em;
  }
  .part dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .part dd {
    white-space: pre-line;
  }
  @container (min-width: 36em) {
    .part dl > div {
      grid-template-columns: 9em minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .choice:has(input:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
