import { css } from 'lit';
import { text } from '../../../../src/disclosure/styles/text.ts';
import { layout } from '../editor/styles/layout.ts';

/** The text on one side, what decides on it on the other; one below the other on a phone. */
export const reviewStyles = [
  text,
  layout,
  css`
    .review {
      display: grid;
      gap: 1em;
      padding: 1em;
    }
    .sides {
      display: grid;
      gap: 1.25em;
      grid-template-columns: minmax(0, 1fr);
      align-items: start;
    }
    @container (min-width: 56em) {
      .sides {
        grid-template-columns: minmax(0, 1fr) minmax(18em, 24em);
      }
      .panel {
        position: sticky;
        top: 6em;
        max-height: calc(100vh - 7em);
        overflow: auto;
      }
    }
    .shown {
      min-width: 0;
    }
    .panel {
      display: grid;
      gap: 1.25em;
      min-width: 0;
    }
    .sunlit .panel h2,
    .sunlit .shown > h2,
    .sunlit .difference > h2 {
      font-size: 1.0625em;
      margin-bottom: 0.35em;
    }
    .checks {
      display: grid;
      gap: 0.25em;
    }
    .tick {
      display: flex;
      gap: 0.6em;
      align-items: flex-start;
      min-height: var(--_target);
      padding: 0.5em 0;
      cursor: pointer;
    }
    .tick input {
      flex: none;
      width: 1.35em;
      height: 1.35em;
      margin-top: 0.1em;
      accent-color: var(--_accent);
    }
    .problem {
      display: flex;
      gap: 0.4em;
      color: var(--_bad);
    }
    .problem:empty {
      display: none;
    }
    .files a {
      display: inline-flex;
      align-items: center;
      min-height: var(--_target);
    }
    .withheld,
    .history {
      display: grid;
      gap: 0.75em;
    }
    .withheld li,
    .history li {
      padding: 0.5em 0.75em;
      border-inline-start: 3px solid var(--_line);
    }
  `,
];
