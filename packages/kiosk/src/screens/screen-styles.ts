import { css } from 'lit';

/** What the screens of the shell share. */
export const screenStyles = css`
  .sunlit > * + * {
    margin-top: 1em;
  }
  h1 {
    font-size: 1.7em;
    outline: none;
  }
  .lead {
    font-size: 1.05em;
  }
  .card {
    --sunlit-dark-page: var(--_raised);
    padding: 1.3em 1.4em;
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  [data-theme='contrast'] .card {
    border: 2px solid var(--_line);
  }
  .card > * + * {
    margin-top: 0.8em;
  }
  .button.primary,
  .button.large {
    min-height: max(72px, 2.9em);
    font-size: 1.1em;
    padding-inline: 1.4em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.7em;
  }
  .code {
    font: 700 1.5em/1.3 ui-monospace, Consolas, 'DejaVu Sans Mono', monospace;
    overflow-wrap: anywhere;
    user-select: text;
  }
`;
