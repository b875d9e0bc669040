import { css } from 'lit';

/**
 * Read from three metres a letter must be 15 mm high: 30 px on a screen of 43 inches, wide or upright. So all sizes follow the
 * shorter side of the screen, and nothing is smaller than 1em.
 */
export const wallStyles = css`
  .wall {
    --_wall: clamp(16px, 2.78vmin, 62px);
    box-sizing: border-box;
    min-height: 100vh;
    padding: 1em 1.3em;
    display: grid;
    gap: 0.7em 1.2em;
    grid-template: 'head' auto 'figures' auto 'now' auto 'open' auto 'answers' 1fr 'foot' auto / minmax(0, 1fr);
    background: var(--_page);
    font-size: var(--_wall);
    line-height: 1.4;
  }
  .wall header {
    grid-area: head;
    display: flex;
    gap: 1em;
    align-items: flex-start;
    justify-content: space-between;
  }
  .sunlit .wall h2 {
    font-size: 1.8em;
    line-height: 1.2;
  }
  .wall .wall-agency {
    font-size: 1.15em;
    color: var(--_muted);
  }
  .wall-take-part {
    display: flex;
    gap: 0.7em;
    align-items: center;
    max-width: 17em;
    text-align: end;
  }
  .wall .qr {
    flex: none;
    width: 4.6em;
    height: 4.6em;
  }
  .wall-now {
    grid-area: now;
    display: grid;
    gap: 0.8em;
    align-content: start;
    min-width: 0;
  }
  .wall .wall-figures {
    grid-area: figures;
  }
  .wall :is(.wall-round, .wall-figures, .wall-late) {
    padding: 0.5em 0.8em;
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
    border: 1px solid var(--_line);
  }
  .wall .wall-round {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }
  .wall-round .name {
    font-weight: 650;
    font-size: 1.15em;
  }
  .wall-count b {
    font-size: 2.6em;
    line-height: 1.15;
    color: var(--_accent-strong);
    font-variant-numeric: tabular-nums;
  }
  .wall-figures dl {
    display: grid;
    grid-template-columns: repeat(4, auto);
    gap: 0.4em;
    text-align: center;
  }
  .wall-figures dl > div {
    display: flex;
    flex-direction: column-reverse;
  }
  .wall-figures dt {
    white-space: nowrap;
  }
  .wall-figures dd {
    font-size: 1.7em;
    font-weight: 650;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .wall-figures .bad dd {
    color: var(--_bad);
  }
  .wall-figures p {
    display: inline-block;
    margin-inline-end: 1.2em;
  }
  .wall .wall-late {
    background: var(--_bad-soft);
    border-color: var(--_bad);
  }
  .sunlit .wall h3 {
    display: flex;
    gap: 0.4em;
    align-items: center;
    font-size: 1.3em;
    padding-bottom: 0.3em;
    border-bottom: 3px solid var(--_accent);
  }
  .sunlit .wall .wall-late h3 {
    border: 0;
    padding: 0;
    color: var(--_bad);
    font-size: 1.15em;
  }
  .wall .wall-open {
    grid-area: open;
    min-width: 0;
  }
  .wall-answers {
    grid-area: answers;
    min-width: 0;
  }
  .wall :is(ol, ul) > li {
    padding: 0.45em 0;
  }
  .wall :is(ol, ul) > li + li {
    border-top: 1px solid var(--_line);
  }
  .wall .wall-late li {
    padding: 0.3em 0;
    border: 0;
  }
  .wall .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-weight: 650;
    font-size: 1.1em;
  }
  .wall-answers .title .icon {
    color: var(--_good);
    margin-inline-end: 0.3em;
  }
  .wall-lines {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
    margin-top: 0.2em;
  }
  .wall-answers .by,
  .wall-small-line {
    color: var(--_muted);
    margin-top: 0.15em;
  }
  .wall-small-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .wall-small-line .supports {
    color: var(--_accent-strong);
    font-weight: 600;
  }
  .wall-small-line .supports .icon {
    margin-inline-end: 0.2em;
  }
  .wall-small-line .bad {
    color: var(--_bad);
  }
  .wall .wall-rest {
    padding-top: 0.3em;
  }
  .wall footer {
    grid-area: foot;
    display: flex;
    gap: 1em;
    align-items: center;
    justify-content: flex-end;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  @media (orientation: landscape) and (min-width: 900px) {
    .wall {
      grid-template: 'head figures take' auto 'now open answers' 1fr 'foot foot foot' auto / minmax(0, 28fr) minmax(0, 36fr) minmax(0, 36fr);
    }
    .wall header {
      display: contents;
    }
    .wall-whose {
      grid-area: head;
    }
    .wall-lines {
      -webkit-line-clamp: 3;
    }
    .wall-take-part {
      grid-area: take;
      justify-self: end;
    }
    .wall .wall-figures {
      padding: 0.3em 0.6em;
      text-align: center;
    }
  }
  @media (orientation: portrait) and (min-width: 700px) {
    .wall {
      gap: 0.5em;
      line-height: 1.36;
    }
    .wall :is(ol, ul) > li {
      padding: 0.35em 0;
    }
    .wall-now {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .wall-now > :only-child {
      grid-column: 1 / -1;
    }
    .wall-lines {
      -webkit-line-clamp: 2;
    }
  }
  @media (max-width: 600px) {
    .wall-take-part p {
      display: none;
    }
  }
`;
