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
  .wall .agency {
    font-size: 1.15em;
    color: var(--_muted);
  }
  .take-part {
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
  .now {
    grid-area: now;
    display: grid;
    gap: 0.8em;
    align-content: start;
    min-width: 0;
  }
  .wall .figures {
    grid-area: figures;
  }
  .wall :is(.round, .figures, .late) {
    padding: 0.5em 0.8em;
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
    border: 1px solid var(--_line);
  }
  .wall .round {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }
  .round .name {
    font-weight: 650;
    font-size: 1.15em;
  }
  .count b {
    font-size: 2.6em;
    line-height: 1.15;
    color: var(--_accent-strong);
    font-variant-numeric: tabular-nums;
  }
  .figures dl {
    display: grid;
    grid-template-columns: repeat(4, auto);
    gap: 0.4em;
    text-align: center;
  }
  .figures dl > div {
    display: flex;
    flex-direction: column-reverse;
  }
  .figures dt {
    white-space: nowrap;
  }
  .figures dd {
    font-size: 1.7em;
    font-weight: 650;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .figures .bad dd {
    color: var(--_bad);
  }
  .figures p {
    display: inline-block;
    margin-inline-end: 1.2em;
  }
  .wall .late {
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
  .sunlit .wall .late h3 {
    border: 0;
    padding: 0;
    color: var(--_bad);
    font-size: 1.15em;
  }
  .wall .open {
    grid-area: open;
    min-width: 0;
  }
  .answers {
    grid-area: answers;
    min-width: 0;
  }
  .wall :is(ol, ul) > li {
    padding: 0.45em 0;
  }
  .wall :is(ol, ul) > li + li {
    border-top: 1px solid var(--_line);
  }
  .wall .late li {
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
  .answers .title .icon {
    color: var(--_good);
    margin-inline-end: 0.3em;
  }
  .lines {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
    overflow: hidden;
    margin-top: 0.2em;
  }
  .answers .by,
  .small-line {
    color: var(--_muted);
    margin-top: 0.15em;
  }
  .small-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .small-line .supports {
    color: var(--_accent-strong);
    font-weight: 600;
  }
  .small-line .supports .icon {
    margin-inline-end: 0.2em;
  }
  .small-line .bad {
    color: var(--_bad);
  }
  .wall .rest {
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
    .whose {
      grid-area: head;
    }
    .take-part {
      grid-area: take;
      justify-self: end;
    }
    .wall .figures {
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
    .now {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .now > :only-child {
      grid-column: 1 / -1;
    }
    .lines {
      -webkit-line-clamp: 2;
    }
  }
  @media (max-width: 600px) {
    .take-part p {
      display: none;
    }
  }
`;
