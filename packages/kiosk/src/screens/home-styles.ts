import { css } from 'lit';

export const homeStyles = css`
  .sunlit {
    display: grid;
    align-content: start;
    gap: 1em;
    max-width: 60em;
    margin: 0 auto;
  }
  .sunlit > * + * {
    margin-top: 0;
  }
  h1 {
    font-size: 1.9em;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-auto-rows: minmax(max(120px, 7em), auto);
    gap: 0.75em;
  }
  .tile {
    display: flex;
    align-items: center;
    gap: 0.8em;
    padding: 1em 1.1em;
    border: 2px solid transparent;
    border-radius: calc(var(--_radius) * 1.6);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .tile:active {
    border-color: var(--_accent);
  }
  .tile .icon {
    box-sizing: content-box;
    width: 1.7em;
    height: 1.7em;
    padding: 0.65em;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .tile .name {
    display: block;
    font-size: 1.28em;
    font-weight: 650;
    line-height: 1.3;
  }
  .tile .text {
    display: block;
    margin-top: 0.15em;
    font-size: 0.88em;
    line-height: 1.45;
    color: var(--_muted);
  }
  .tile.find {
    grid-column: 1 / -1;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .tile.find .icon {
    background: rgb(255 255 255 / 18%);
    color: inherit;
  }
  .tile.find .text {
    color: inherit;
  }
  [data-theme='contrast'] .tile {
    border-color: var(--_line);
  }
  .quick {
    --sunlit-dark-page: var(--_raised);
    padding: 1.1em 1.2em 1.3em;
    border-radius: calc(var(--_radius) * 1.6);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  [data-theme='contrast'] .quick {
    border: 2px solid var(--_line);
  }
  .quick > * + * {
    margin-top: 0.7em;
  }
  .quick h2 {
    font-size: 1.05em;
    color: var(--_muted);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  .chip {
    min-height: max(64px, 2.5em);
    min-width: 4.2em;
    padding: 0.3em 1.1em;
    border: 2px solid var(--_accent);
    border-radius: 2em;
    background: transparent;
    color: var(--_accent-strong);
    font-weight: 600;
    cursor: pointer;
    touch-action: manipulation;
  }
  .chip:active {
    background: var(--_accent-soft);
  }
  /* All of it in view: two rows of four, the first twice as wide. */
  @media (orientation: landscape) {
    .sunlit {
      gap: 0.7em;
    }
    h1 {
      font-size: 1.4em;
    }
    .tiles {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      grid-auto-rows: minmax(max(96px, 5.4em), auto);
      gap: 0.6em;
    }
    .tile.find {
      grid-column: auto / span 2;
    }
    .tile {
      gap: 0.6em;
      padding: 0.7em 0.8em;
    }
    .tile .icon {
      width: 1.3em;
      height: 1.3em;
      padding: 0.5em;
    }
    .tile .name {
      font-size: 1.15em;
    }
    .tile .text {
      font-size: 0.8em;
    }
    .quick {
      padding: 0.8em 1em;
    }
  }
`;
