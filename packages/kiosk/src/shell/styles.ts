import { css } from 'lit';

/** Sizes follow the shorter side, so that a screen of 1080x1920, the same turned, and a tablet look alike. */
export const shellStyles = css`
  :host {
    /* The face that Chinese is set in comes first, by its name: each that is missing before it is looked for anew in every weight. */
    --sunlit-font: 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', system-ui, sans-serif;
    --sunlit-font-size: clamp(20px, 2.78vmin, 44px);
    --sunlit-target: max(64px, 6.6vmin);
    --sunlit-radius: 0.6em;
    position: fixed;
    inset: 0;
    overflow: hidden;
    user-select: none;
    -webkit-user-select: none;
    touch-action: manipulation;
  }
  :host([data-size='large']) {
    --sunlit-scale: 1.2;
  }
  :host([data-size='largest']) {
    --sunlit-scale: 1.45;
  }
  :host([data-elder]) {
    --sunlit-scale: 1.15;
  }
  :host([data-elder][data-size='large']) {
    --sunlit-scale: 1.3;
  }
  :host([data-elder][data-size='largest']) {
    --sunlit-scale: 1.5;
  }
  .sunlit {
    height: 100%;
    background: var(--_surface);
  }
  .sunlit[data-scheme] {
    background: var(--_surface);
  }
  .app {
    position: absolute;
    inset: 0 0 var(--keyboard, 0px) 0;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  .app[hidden] {
    display: none;
  }
  /* Everything to touch below the middle: above stands who it is, and nothing to reach for. */
  :host([data-reach]) .app {
    grid-template-rows: minmax(0, 55fr) minmax(0, 45fr) auto;
  }
  :host([data-reach]) .top {
    flex-direction: column;
    justify-content: center;
    align-items: flex-start;
    gap: 0.75em;
  }
  :host([data-reach]) .top .brand {
    font-size: 1.9em;
  }
  :host([data-reach][data-keyboard]) .app {
    grid-template-rows: 0 minmax(0, 1fr) auto;
  }
  :host([data-keyboard]) .top {
    overflow: hidden;
  }
  /* On a low screen the keyboard leaves room for what is written on and nothing else; the rest comes back with it put away. */
  @media (max-height: 820px) {
    :host([data-keyboard]) .app,
    :host([data-reach][data-keyboard]) .app {
      grid-template-rows: minmax(0, 1fr);
    }
    :host([data-keyboard]) .app > :is(.top, .bar) {
      display: none;
    }
  }

  .top {
    display: flex;
    align-items: center;
    gap: 0.4em 1.5em;
    flex-wrap: wrap;
    justify-content: space-between;
    padding: 0.85em 1.6em;
    background: var(--_raised);
    border-bottom: 1px solid var(--_line);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.55em;
    font-size: 1.15em;
    font-weight: 700;
    line-height: 1.3;
  }
  .brand::before {
    content: '';
    flex: none;
    width: 0.8em;
    height: 0.8em;
    border-radius: 50%;
    background: var(--_accent);
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.9em;
    font-size: 0.85em;
    line-height: 1.5;
    color: var(--_muted);
  }
  .strip .off {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.1em 0.8em;
    border-radius: 1em;
    background: var(--_warn-soft);
    color: var(--_warn);
    font-weight: 600;
  }
  .strip .waiting {
    color: var(--_warn);
    font-weight: 600;
  }

  main {
    position: relative;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1.4em 1.6em 2em;
    scroll-padding: 1em;
    outline: none;
  }
  main > .screen > :is(sunlit-directory, sunlit-topics, sunlit-request, sunlit-track, sunlit-agencies, sunlit-disclosure, .card) {
    padding: 1.3em 1.4em;
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    /* They lie on the card. */
    --sunlit-page: var(--_raised);
    --sunlit-dark-page: var(--_raised);
  }
  .screen {
    /* What has no card lies on the ground of the screen. */
    --sunlit-dark-page: var(--_surface);
    width: 100%;
    max-width: 60em;
    min-width: 0;
    margin: 0 auto;
  }
  .screen > * + * {
    margin-top: 1em;
  }
  .card > * + * {
    margin-top: 0.8em;
  }
  .title {
    font-size: 1.5em;
  }

  .bar {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 0.35em;
    padding: 0.4em 0.8em;
    background: var(--_raised);
    border-top: 1px solid var(--_line);
  }
  .bar button {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.1em;
    min-height: max(64px, 3.4em);
    padding: 0.3em 0.1em;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font-size: max(0.74em, 16px);
    line-height: 1.25;
    cursor: pointer;
    touch-action: manipulation;
    overflow-wrap: anywhere;
  }
  :host([data-size='largest']) .bar button {
    font-size: 0.58em;
  }
  .bar button .icon {
    width: 1.7em;
    height: 1.7em;
    margin-bottom: 0.1em;
  }
  .bar button small {
    font-size: 0.88em;
    color: var(--_muted);
  }
  .bar button:active {
    background: var(--_accent-soft);
  }
  .bar button[aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
  }
  .bar button[aria-pressed='true'] small {
    color: inherit;
  }
  .bar .go {
    color: var(--_accent);
    font-weight: 650;
  }

  dialog {
    box-sizing: border-box;
    width: min(24em, calc(100vw - 3em));
    max-height: calc(100vh - 4em);
    overflow: auto;
    padding: 1.8em;
    border: 0;
    border-radius: calc(var(--_radius) * 2);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: 0 1em 4em rgb(0 0 0 / 30%);
    text-align: center;
  }
  dialog::backdrop {
    background: rgb(10 16 24 / 72%);
  }
  [data-theme='contrast'] dialog {
    border: 4px solid var(--_line);
  }
  dialog > * + * {
    margin-top: 0.9em;
  }
  dialog h2 {
    font-size: 1.6em;
  }
  dialog .buttons {
    display: grid;
    gap: 0.7em;
  }
  dialog .button {
    min-height: max(80px, 2.9em);
    width: 100%;
    font-size: 1.1em;
  }
  dialog .qr {
    display: block;
    width: min(11em, 60vmin);
    margin-inline: auto;
  }
  .reference {
    display: block;
    padding: 0.35em 0.2em;
    border: 3px dashed var(--_accent);
    border-radius: var(--_radius);
    font: 700 1.7em/1.3 ui-monospace, Consolas, 'DejaVu Sans Mono', monospace;
    white-space: nowrap;
    user-select: text;
  }
  dialog.still {
    width: 100vw;
    max-width: none;
    height: 100vh;
    max-height: none;
    border-radius: 0;
    background: var(--_page);
  }
  dialog.still[open] {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 1em;
  }
  :host([data-reach]) dialog.still[open] {
    align-content: end;
    padding-bottom: 6em;
  }
  dialog.still h2 {
    font-size: 2.4em;
  }
  dialog.still .left {
    font-size: 4.4em;
    font-weight: 700;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
    color: var(--_accent);
  }
  dialog.still .buttons {
    width: min(20em, 84vw);
    margin-top: 1.5em;
  }
  dialog.still .button {
    min-height: max(96px, 3.2em);
    font-size: 1.3em;
  }

  kiosk-attract,
  kiosk-wall {
    position: absolute;
    inset: 0;
    z-index: 4;
  }
  .corner {
    position: absolute;
    inset: 0 auto auto 0;
    width: 72px;
    height: 72px;
    z-index: 5;
  }
  .alone {
    display: grid;
    height: 100%;
    place-content: center;
    padding: 2em;
    text-align: center;
    font-size: 1.3em;
  }
`;
