import { css } from 'lit';

/** Everything that narrows the list. */
export const panelStyles = css`
  .panel {
    display: none;
  }
  .panel.open {
    display: block;
    padding: 1.25em;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .facet + .facet {
    margin-top: 1.75em;
  }
  .facet > h3 {
    margin-bottom: 0.4em;
    font-size: 0.875em;
    color: var(--_muted);
    letter-spacing: 0.04em;
  }
  .option {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em;
    width: 100%;
    min-height: var(--_target);
    padding: 0.25em 0.7em;
    border: 0;
    border-radius: calc(var(--_radius) - 4px);
    background: transparent;
    line-height: 1.4;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .option:hover {
    background: var(--_surface);
    color: var(--_accent-strong);
  }
  .panel.open .option:hover {
    background: var(--_raised);
  }
  .option[aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    font-weight: 600;
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  [dir='rtl'] .option[aria-pressed='true'] {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  .option .count {
    flex: none;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .option.below {
    padding-inline-start: 1.9em;
  }
  .branch {
    display: flex;
    align-items: center;
  }
  .twig {
    flex: none;
    width: 1.75em;
    min-width: 0;
    padding: 0;
    color: var(--_muted);
  }
  .sunlit .twig .icon {
    width: 1em;
    height: 1em;
  }
  [dir='rtl'] .twig .icon,
  [dir='rtl'] .back .icon {
    transform: scaleX(-1);
  }
  .twig[aria-expanded='true'] .icon {
    transform: rotate(90deg);
  }
  .leaf {
    flex: 1;
    min-width: 0;
  }
  .branch + ul,
  .branch ~ .lost {
    margin-inline-start: 1em;
  }
  .fold {
    margin-top: 0.2em;
  }
  .lost {
    padding: 0.5em 0.7em;
  }
  .done {
    width: 100%;
    margin-top: 1.5em;
  }
`;
