import { css } from 'lit';

/** What pages of the desk share beyond the look of the widgets: headings, rows, filters, forms, dialogs. */
export const deskStyles = css`
  .sunlit {
    --_target: 40px;
  }
  @container (max-width: 30em) {
    .filters label {
      flex-basis: 40%;
      max-width: none;
    }
  }
  @media (pointer: coarse) {
    .sunlit {
      --_target: 44px;
    }
  }
  /* The frame behind has the ground. */
  .sunlit[data-scheme] {
    background: none;
  }
  .page {
    max-width: 72em;
    padding: 1.5em clamp(1em, 3cqi, 2.5em) 3em;
    margin-inline: auto;
  }
  .page > * + * {
    margin-top: 1.25em;
  }
  .page > section {
    margin-top: 2em;
  }
  .page > section > * + * {
    margin-top: 0.75em;
  }
  .page .empty {
    padding: 1.5em 1em;
  }
  .sunlit h1 {
    font-size: 1.625em;
    letter-spacing: 0.01em;
  }
  /* The focus is moved to it after a page was opened, to be read out; nothing can be done with it. */
  .sunlit h1:focus-visible {
    outline: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.75em;
  }
  .head p {
    flex-basis: 100%;
  }

  .row > input[type='checkbox'] {
    align-self: start;
    margin-top: 0.3em;
  }
  .selection {
    position: sticky;
    bottom: 0.75em;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
    padding: 0.75em 1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .selection p {
    flex: 1;
    font-weight: 600;
  }
  .rows {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    overflow: hidden;
  }
  .rows > li + li {
    border-top: 1px solid var(--_line);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 1em;
    align-items: center;
    padding: 0.75em 1em;
  }
  .row:hover {
    background: var(--_surface);
  }
  .row .what {
    flex: 1 1 24em;
    min-width: 0;
  }
  .row .what > a {
    font-weight: 600;
    text-decoration: none;
    color: var(--_text);
    padding-block: 0.35em;
  }
  .row .what > a:hover {
    color: var(--_accent-strong);
    text-decoration: underline;
  }
  .row .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 0.9em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .row .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    align-items: end;
  }
  .filters label {
    flex: 1 1 10em;
    max-width: 16em;
  }
  .filters .wide {
    flex: 1 1 14em;
    max-width: none;
  }
  label {
    display: block;
  }
  .label {
    display: block;
    font-size: 0.875em;
    color: var(--_muted);
    margin-bottom: 0.25em;
  }

  .form > * + * {
    margin-top: 1em;
  }
  .form .label {
    color: var(--_text);
    font-weight: 600;
  }
  .form .hint {
    color: var(--_muted);
    font-size: 0.875em;
    margin-top: 0.25em;
  }
  .form .wrong {
    color: var(--_bad);
    font-size: 0.875em;
    margin-top: 0.25em;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_bad);
    border-width: 2px;
  }
  textarea.field {
    min-height: 6em;
    resize: vertical;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    justify-content: flex-end;
  }
  label.check {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-height: var(--_target);
    cursor: pointer;
  }
  .sunlit :is(input[type='checkbox'], input[type='radio']) {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    accent-color: var(--_accent);
  }
  .button.danger {
    background: var(--_bad);
    border-color: var(--_bad);
    color: var(--_page);
  }
  .button.danger:hover {
    border-color: var(--_text);
  }

  dialog {
    width: min(36em, calc(100vw - 2em));
    max-height: calc(100vh - 2em);
    padding: 1.5em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(10 14 20 / 45%);
  }
  dialog h2 {
    margin-bottom: 0.75em;
  }

  @media (max-width: 760px) {
    /* Above the places of the frame, which stand below the page there. */
    .selection {
      bottom: 5em;
    }
  }
  @media print {
    /* Paper is white, whatever the screen is. */
    .sunlit[data-scheme='dark'] {
      --_page: #fff;
      --_surface: #fff;
      --_raised: #fff;
      --_text: #1a1a1a;
      --_muted: #4a5560;
      --_line: #8c99a6;
      --_accent: #0842a0;
      --_good: #006b3c;
      --_warn: #8a5300;
      --_bad: #b3001b;
      color-scheme: light;
    }
  }
`;
