import { css } from 'lit';

export const ratingStyles = css`
  .rating {
    max-width: 46em;
    padding: 1.25em 1.4em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .rating > * + *,
  .more > * + * {
    margin-top: 1em;
  }
  .question {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.4;
  }
  .face {
    display: block;
    flex: none;
    width: 2.75em;
    height: 2.75em;
    fill: none;
    stroke: var(--_face);
    stroke-width: 3.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .face .head {
    fill: var(--_face-soft);
    stroke-width: 2.4;
  }
  .face .ink {
    fill: var(--_face);
  }
  :is(.face, rect):is(.very-satisfied, .satisfied) {
    --_face: var(--_good);
    --_face-soft: var(--_good-soft);
  }
  :is(.face, rect).fairly-satisfied {
    --_face: var(--_accent-strong);
    --_face-soft: var(--_accent-soft);
  }
  :is(.face, rect).dissatisfied {
    --_face: var(--_warn);
    --_face-soft: var(--_warn-soft);
  }
  :is(.face, rect).very-dissatisfied {
    --_face: var(--_bad);
    --_face-soft: var(--_bad-soft);
  }
  .levels {
    display: grid;
    gap: var(--_gap);
  }
  .level {
    display: flex;
    align-items: center;
    gap: 0.9em;
    min-height: max(var(--_target), 3.75em);
    padding: 0.4em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_page);
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }
  .level:hover {
    border-color: var(--_accent);
  }
  .level[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent);
    font-weight: 650;
  }
  @container (min-width: 34em) {
    .levels {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .level {
      flex-direction: column;
      justify-content: center;
      gap: 0.5em;
      padding: 0.9em 0.3em;
      text-align: center;
    }
    .rating .level .face {
      width: 3.5em;
      height: 3.5em;
    }
  }
  .status:empty {
    display: none;
  }
  .status:focus,
  .evaluator h2:focus {
    outline: none;
  }
  .said {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
  }
  .said .icon {
    margin-top: 0.2em;
  }
  .said.good > .icon {
    color: var(--_good);
  }
  .status > * + *,
  .status .notice p + p {
    margin-top: 0.35em;
  }
  .more {
    padding-top: 1em;
    border-top: 1px solid var(--_line);
  }
  .reasons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .reason[aria-pressed='true']::before {
    content: '✓';
  }
  .results {
    padding-top: 1em;
    border-top: 1px solid var(--_line);
    font-variant-numeric: tabular-nums;
  }
  .results ul {
    display: grid;
    gap: 0.3em;
    margin-top: 0.6em;
  }
  .results li {
    display: grid;
    grid-template-columns: 1.5em 6em minmax(0, 1fr) minmax(2.5em, auto);
    gap: 0.7em;
    align-items: center;
    font-size: 0.9375em;
  }
  [lang='en'] .results li {
    grid-template-columns: 1.5em 8.5em minmax(0, 1fr) minmax(2.5em, auto);
  }
  .results .face {
    width: 1.5em;
    height: 1.5em;
    stroke-width: 4.5;
  }
  .results .n {
    text-align: end;
  }
  .bar {
    width: 100%;
    height: 0.6em;
    border-radius: 0.3em;
  }
  .bar rect {
    fill: var(--_face);
  }
  .bar .track {
    fill: var(--_surface);
  }

  /* A tablet that stands at a window: all of the screen, reached with an outstretched arm. */
  .evaluator {
    --_target: 60px;
    display: flex;
    flex-direction: column;
    gap: clamp(16px, 4vh, 48px);
    justify-content: center;
    align-items: stretch;
    min-height: var(--sunlit-height, 100vh);
    padding: clamp(16px, 4vh, 48px) clamp(16px, 4vw, 64px);
    background: var(--_page);
    text-align: center;
    font-size: 1.25em;
    user-select: none;
    -webkit-user-select: none;
    touch-action: manipulation;
  }
  .evaluator .place {
    font-size: 1.25em;
    color: var(--_muted);
  }
  .sunlit .evaluator h2 {
    font-size: clamp(1.4em, 4.4vw, 2.4em);
    margin-top: 0.2em;
  }
  .evaluator .levels {
    gap: clamp(10px, 1.6vw, 24px);
  }
  .evaluator .level {
    min-height: max(96px, 11vh);
    padding: 0.3em 1.2em;
    border-width: 2px;
    border-color: var(--_border);
    border-radius: calc(var(--_radius) * 1.6);
    font-weight: 600;
  }
  .evaluator .level .face {
    width: clamp(64px, 8vh, 150px);
    height: clamp(64px, 8vh, 150px);
  }
  .evaluator summary {
    list-style: none;
  }
  .evaluator summary::-webkit-details-marker {
    display: none;
  }
  .evaluator details .row {
    margin-top: 0.75em;
  }
  .evaluator.after {
    gap: clamp(14px, 3vh, 32px);
  }
  .evaluator header .face {
    margin-inline: auto;
    width: clamp(88px, 16vh, 180px);
    height: clamp(88px, 16vh, 180px);
  }
  .evaluator.after .place {
    color: var(--_text);
    font-weight: 650;
  }
  .evaluator .status .said {
    justify-content: center;
  }
  .evaluator .notice {
    text-align: start;
    max-width: 34em;
    margin-inline: auto;
  }
  .evaluator .more {
    width: 100%;
    max-width: 40em;
    margin-inline: auto;
    text-align: start;
    font-size: 0.85em;
  }
  .evaluator footer {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
    align-items: center;
    justify-content: center;
    min-height: 60px;
    font-variant-numeric: tabular-nums;
  }
  /* Upright, five in a row would be narrow and out of reach: one below the other, as they are in a narrow page. */
  @media (orientation: portrait) {
    .evaluator .levels {
      grid-template-columns: minmax(0, 1fr);
      width: 100%;
      max-width: 26em;
      margin-inline: auto;
    }
    .evaluator .level {
      flex-direction: row;
      justify-content: flex-start;
      gap: 1.2em;
      font-size: clamp(1em, 2.2vh, 1.6em);
      text-align: start;
    }
  }
  @media (orientation: landscape) {
    .evaluator .level {
      flex-direction: column;
      justify-content: center;
      gap: 0.6em;
      font-size: clamp(1em, 1.9vw, 1.6em);
      text-align: center;
    }
    .evaluator .levels {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .evaluator .level {
      min-height: clamp(160px, 34vh, 420px);
      padding: 1em 0.3em;
    }
    .evaluator .level .face {
      width: clamp(72px, 11vw, 190px);
      height: clamp(72px, 11vw, 190px);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .level .face {
      transition: transform 0.12s ease-out;
    }
    .level:active .face {
      transform: scale(0.92);
    }
  }
  @media (forced-colors: active) {
    .level[aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
    .face,
    .bar rect {
      --_face: CanvasText;
      --_face-soft: Canvas;
    }
  }
`;
