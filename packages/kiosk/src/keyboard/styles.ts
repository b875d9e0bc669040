import { css } from 'lit';

/** Large keys on quiet ground. Sizes are in px: the text size of the page must not push keys off the screen. */
export const keyboardStyles = css`
  :host {
    contain: none;
  }
  .sunlit,
  .sunlit[data-theme] {
    --_key: 80px;
    --_between: 10px;
    font-size: 28px;
    line-height: 1.25;
  }
  .panel {
    position: fixed;
    inset: auto 0 0 0;
    z-index: 2147483000;
    display: grid;
    gap: 14px;
    padding: 14px max(16px, (100% - 1240px) / 2) 18px;
    background: var(--_surface);
    border-top: 2px solid var(--_border);
    box-shadow: 0 -6px 24px rgb(16 24 40 / 16%);
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
    overscroll-behavior: contain;
  }
  .top {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }
  .tabs {
    display: flex;
    gap: var(--_between);
  }
  .panel button {
    min-width: 64px;
    min-height: 64px;
    padding: 4px 14px;
    border: 2px solid var(--_line);
    border-radius: 12px;
    background: var(--_raised);
    color: var(--_text);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .panel button:active {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }
  .panel .tab {
    padding-inline: 30px;
    border-color: var(--_border);
    font-weight: 600;
  }
  .panel [aria-pressed='true'],
  .panel .primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .panel [aria-disabled='true'] {
    background: transparent;
    border-style: dashed;
    border-color: var(--_line);
    color: var(--_muted);
    cursor: default;
  }

  .found {
    display: grid;
    gap: 10px;
    padding: 12px 16px;
    border: 2px solid var(--_line);
    border-radius: 14px;
    background: var(--_page);
  }
  .status {
    min-height: 1.25em;
    font-size: 24px;
    color: var(--_muted);
  }
  .typed {
    color: var(--_text);
    font-size: 28px;
    letter-spacing: 0.04em;
  }
  .candidates {
    display: flex;
    flex-wrap: nowrap;
    gap: var(--_between);
    min-height: 76px;
  }
  .panel .candidate {
    min-height: 76px;
    min-width: 76px;
    font-size: 38px;
    white-space: nowrap;
  }
  .panel .candidate:first-child {
    border-color: var(--_accent);
    border-width: 3px;
    background: var(--_accent-soft);
  }
  .panel .page {
    color: var(--_accent);
    border-color: transparent;
    background: transparent;
    white-space: nowrap;
  }
  .panel .page:first-of-type {
    margin-inline-start: auto;
  }

  .rows {
    display: grid;
    gap: var(--_between);
  }
  .row {
    display: flex;
    justify-content: center;
    gap: var(--_between);
  }
  .row .key {
    flex: 1 1 0;
    min-height: var(--_key);
    padding-inline: 4px;
    font-size: 34px;
  }
  .row .act {
    flex-grow: 1.8;
    font-size: 26px;
    background: var(--_surface);
    border-color: var(--_border);
  }
  .row .space {
    flex-grow: 4;
  }
  .pinyin .row:nth-child(2),
  .digits .row:nth-child(2):has(:nth-child(9)) {
    padding-inline: 4%;
  }
  .panel .end {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .writing {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 0.42fr);
    gap: 16px;
  }
  .pad {
    position: relative;
    min-height: 430px;
    border: 3px solid var(--_border);
    border-radius: 14px;
    background: var(--_page);
    overflow: hidden;
  }
  /* The lines of the square in which children learn to write. */
  .pad::before {
    content: '';
    position: absolute;
    inset: 0;
    background:
      repeating-linear-gradient(90deg, var(--_line) 0 12px, transparent 12px 24px) 0 50% / 100% 2px no-repeat,
      repeating-linear-gradient(0deg, var(--_line) 0 12px, transparent 12px 24px) 50% 0 / 2px 100% no-repeat;
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    color: var(--_text);
    touch-action: none;
    cursor: crosshair;
  }
  .acts {
    display: grid;
    grid-auto-rows: minmax(64px, 1fr);
    gap: var(--_between);
  }
  .marks {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--_between);
  }
  .marks .key {
    padding: 0;
    font-size: 34px;
  }

  @media (min-aspect-ratio: 1/1) {
    .sunlit,
    .sunlit[data-theme] {
      --_key: 66px;
    }
    .panel {
      gap: 10px;
    }
    .pad {
      min-height: 380px;
    }
  }
  @media (max-width: 820px) {
    .sunlit,
    .sunlit[data-theme] {
      --_between: 6px;
    }
    .row .key {
      font-size: 28px;
    }
    .panel button {
      padding-inline: 6px;
    }
    .row .key {
      min-width: 64px;
    }
  }
  @media (forced-colors: active) {
    .panel [aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
  }
`;
