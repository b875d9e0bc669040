import { css } from 'lit';

/** The frame: a rail of places at the side, or below the page on a narrow screen. */
export const shellStyles = css`
  :host {
    contain: style;
    --sunlit-font-size: 15px;
    --sunlit-radius: 8px;
  }
  .sunlit {
    min-height: 100vh;
    display: grid;
    grid-template: auto 1fr / 12.5em minmax(0, 1fr);
    align-items: start;
  }
  .sunlit[data-scheme] {
    background: var(--_surface);
  }
  .alone {
    grid-column: 1 / -1;
    width: min(26em, calc(100vw - 2em));
    margin: 12vh auto 3em;
  }
  .alone > * + * {
    margin-top: 1.25em;
  }
  .brand {
    font-weight: 700;
    letter-spacing: 0.06em;
    white-space: nowrap;
  }
  .brand::before {
    content: '';
    display: inline-block;
    width: 0.75em;
    height: 0.75em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: var(--_accent);
  }
  .alone .brand {
    font-size: 1.125em;
  }
  .card {
    padding: 1.75em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }

  .skip {
    position: fixed;
    inset: 0.5em auto auto 0.5em;
    z-index: 3;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    pointer-events: none;
  }
  .top {
    grid-column: 1 / -1;
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 1.25em;
    min-height: 3.5em;
    padding: 0.25em 1.25em;
    background: var(--_raised);
    border-bottom: 1px solid var(--_line);
  }
  .top .agency {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--_muted);
  }
  .account {
    position: relative;
    flex: none;
  }
  .account .panel {
    position: absolute;
    inset: calc(100% + 0.4em) 0 auto auto;
    width: 20em;
    max-width: calc(100vw - 1.5em);
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .account .panel[hidden] {
    display: none;
  }
  .account .panel .button {
    width: 100%;
    margin-top: 0.6em;
  }

  .rail {
    position: sticky;
    top: 3.5em;
    padding: 1em 0.75em;
  }
  .rail a {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-height: 2.9em;
    padding: 0 0.9em;
    border-radius: var(--_radius);
    color: var(--_text);
    text-decoration: none;
  }
  .rail a:hover {
    background: var(--_accent-soft);
  }
  .rail a:is([aria-current='page'], [aria-current='true']) {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    font-weight: 650;
  }
  main:focus-visible {
    outline-offset: -4px;
  }
  .page {
    min-height: 60vh;
  }

  .toast {
    position: fixed;
    inset: auto 0 1.5em 0;
    z-index: 4;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .toast p {
    padding: 0.7em 1.25em;
    border-radius: var(--_radius);
    background: var(--_text);
    color: var(--_page);
    box-shadow: var(--_shadow);
  }
  .expired .button.quiet {
    margin-top: 0.75em;
    padding-inline: 0;
  }
  .leaving .buttons {
    margin-top: 1.5em;
  }
  .keys > div {
    display: flex;
    gap: 1em;
    padding: 0.3em 0;
  }
  .keys dt {
    min-width: 6em;
  }
  .keys {
    margin: 0.75em 0;
  }
  kbd {
    font: inherit;
    padding: 0.1em 0.55em;
    border: 1px solid var(--_border);
    border-bottom-width: 2px;
    border-radius: 5px;
    background: var(--_surface);
  }

  @media (max-width: 760px) {
    .sunlit {
      grid-template: auto 1fr auto / minmax(0, 1fr);
    }
    .top {
      gap: 0.75em;
      padding-inline: 1em 0.5em;
    }
    .top .who {
      display: none;
    }
    .rail {
      order: 3;
      position: sticky;
      inset: auto 0 0 0;
      z-index: 2;
      padding: 0.25em;
      background: var(--_raised);
      border-top: 1px solid var(--_line);
    }
    .rail ul {
      display: flex;
      overflow-x: auto;
    }
    .rail li {
      flex: 1 0 auto;
      min-width: 4.5em;
      white-space: nowrap;
    }
    .rail a {
      flex-direction: column;
      justify-content: center;
      gap: 0.1em;
      min-height: 3.4em;
      padding: 0.2em;
      font-size: 0.8125em;
    }
    .toast {
      bottom: 5.5em;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .toast p {
      animation: rise 0.2s ease-out;
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(0.5em);
      }
    }
  }
  @media print {
    .sunlit {
      display: block;
    }
    .sunlit[data-scheme] {
      background: none;
    }
    .top,
    .rail,
    .toast {
      display: none;
    }
  }
`;
