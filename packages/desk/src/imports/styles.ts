import { css } from 'lit';

export const importsStyles = css`
  .sunlit {
    --_target: 44px;
  }
  .choice {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr));
    gap: 1em 1.25em;
    align-items: start;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    padding: 0.9em 1em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .drop:focus-within {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  .drop.over {
    border-style: solid;
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .drop .muted {
    flex: 1 1 14em;
  }
  .way progress {
    width: 100%;
    height: 0.75em;
    accent-color: var(--_accent);
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8em, 1fr));
    gap: 0.75em;
  }
  .counts > div {
    padding: 0.6em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .counts dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .counts dd {
    font-size: 1.5em;
    font-weight: 650;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .counts .bad dd {
    color: var(--_bad);
  }
  .report > * + * {
    margin-top: 1em;
  }
  .report > :is(div, section):not(.notice, .again) {
    margin-top: 1.75em;
  }
  .report > :is(div, section):not(.notice, .again) > * + * {
    margin-top: 0.75em;
  }
  .to {
    flex: 0 1 20em;
    min-width: min(16em, 100%);
  }
  .to .wrong {
    color: var(--_bad);
    font-size: 0.875em;
    margin-top: 0.25em;
  }
  .row .facts {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .again {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    justify-content: space-between;
    position: sticky;
    bottom: 0.75em;
    margin-top: 1em;
    padding: 0.6em 1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .tall {
    max-height: 22em;
    overflow: auto;
  }
  .tall thead th {
    position: sticky;
    top: 0;
  }
  .report .field {
    scroll-margin-block: 5em;
  }
  .list td:first-child {
    font-variant-numeric: tabular-nums;
  }
  .list td {
    min-width: 4em;
  }
`;
