import { css } from 'lit';

/** The look every widget shares: text, links, buttons, fields, badges, states. */
export const baseStyles = css`
  .sunlit *,
  .sunlit *::before,
  .sunlit *::after {
    box-sizing: border-box;
  }
  .sunlit :where(h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset, legend, table, blockquote) {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .sunlit :where(ul, ol) {
    list-style: none;
  }
  .sunlit :where(h1, h2, h3, h4) {
    line-height: 1.35;
    font-weight: 650;
    text-wrap: balance;
  }
  .sunlit h2 {
    font-size: 1.375em;
  }
  .sunlit h3 {
    font-size: 1.125em;
  }
  .sunlit :where(h4) {
    font-size: 1em;
  }
  .sunlit :where(button, input, select, textarea) {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  .sunlit :where(a) {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  :is([data-theme='hall'], [data-theme='contrast']) a:is([href^='tel:'], [href^='mailto:']) {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }
  .sunlit :where(a:hover) {
    color: var(--_accent-strong);
    text-decoration-thickness: 0.12em;
  }
  .sunlit :focus {
    outline: none;
  }
  .sunlit :focus-visible {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  .sunlit svg.icon {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .sunlit mark {
    background: var(--_mark);
    color: inherit;
    border-radius: 0.15em;
    padding: 0 0.08em;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: var(--_target);
    min-width: var(--_target);
    padding: 0.25em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    text-decoration: none;
    line-height: 1.3;
    cursor: pointer;
    touch-action: manipulation;
  }
  .button:hover {
    border-color: var(--_accent);
    color: var(--_accent-strong);
  }
  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: var(--_accent-strong);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
    padding-inline: 0.6em;
  }
  .button.quiet:hover {
    background: var(--_accent-soft);
  }
  .button[aria-pressed='true'],
  .button[aria-current='true'] {
    background: var(--_accent-soft);
    border-color: var(--_accent);
    color: var(--_accent-strong);
    font-weight: 600;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  .field {
    width: 100%;
    min-height: var(--_target);
    padding: 0.4em 0.8em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    line-height: 1.4;
  }
  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .badge {
    display: inline-block;
    padding: 0.05em 0.55em;
    border-radius: 1em;
    font-size: 0.8125em;
    line-height: 1.7;
    background: var(--_surface);
    color: var(--_muted);
    border: 1px solid var(--_line);
    white-space: nowrap;
  }
  .badge.good {
    color: var(--_good);
    background: var(--_good-soft);
    border-color: transparent;
  }
  .badge.warn {
    color: var(--_warn);
    background: var(--_warn-soft);
    border-color: transparent;
  }
  .badge.bad {
    color: var(--_bad);
    background: var(--_bad-soft);
    border-color: transparent;
  }
  [data-theme='contrast'] .badge,
  [data-theme='contrast'] .notice {
    border-color: var(--_line);
  }

  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }

  .notice {
    display: flex;
    gap: 0.75em;
    align-items: flex-start;
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    border: 1px solid transparent;
    background: var(--_surface);
    color: var(--_text);
  }
  .notice > .icon {
    margin-top: 0.2em;
  }
  .notice.warn {
    background: var(--_warn-soft);
  }
  .notice.bad {
    background: var(--_bad-soft);
  }
  .notice.warn > .icon {
    color: var(--_warn);
  }
  .notice.bad > .icon {
    color: var(--_bad);
  }
  .notice .button {
    margin-top: 0.5em;
  }
  .empty {
    padding: 2.5em 1em;
    text-align: center;
  }
  .empty > * + * {
    margin-top: 0.6em;
  }

  .skeleton {
    display: block;
    min-height: 1em;
    border-radius: 0.3em;
    background: var(--_surface);
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
  @media print {
    .sunlit .no-print {
      display: none !important;
    }
  }
`;
