import { css } from 'lit';

/** The frame of a disclosure: head, particulars, sections, lists. */
export const layout = css`
  .item {
    max-width: 64em;
  }
  .item > * + * {
    margin-top: 1.5em;
  }
  .back {
    margin-inline-start: -0.6em;
    margin-bottom: 0.5em;
  }
  .eyebrow {
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
    letter-spacing: 0.04em;
  }
  .sunlit .head h2 {
    font-size: clamp(1.375em, 0.9em + 2.4vw, 2em);
    line-height: 1.3;
    margin-top: 0.2em;
    outline-offset: 6px;
  }
  @supports (container-type: inline-size) {
    .sunlit .head h2 {
      font-size: clamp(1.375em, 0.9em + 2.6cqi, 2em);
    }
  }
  .head .badges {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    margin-top: 0.6em;
  }
  .head .banner {
    margin-top: 0.9em;
  }
  .lede {
    max-width: 40em;
    margin-top: 0.9em;
    font-size: 1.0625em;
    color: var(--_muted);
  }
  .actions {
    margin-top: 1em;
  }
  .action-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .action-row .button {
    font-size: 0.9375em;
    min-height: var(--_target);
  }
  .action-state:not(:empty) {
    margin-top: 0.5em;
    color: var(--_good);
  }
  .address {
    padding: 0.4em 0.7em;
    margin-top: 0.4em;
    border-radius: 0.4em;
    background: var(--_surface);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .qr-card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1.25em;
    margin-top: 0.75em;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .qr-card > div {
    flex: 1 1 14em;
    min-width: 0;
  }
  .qr {
    width: 12.5em;
    height: 12.5em;
    max-width: 100%;
    border-radius: 0.5em;
    forced-color-adjust: none;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0.9em 1.75em;
  }
  .facts dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .facts.particulars {
    padding: 1.1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_surface);
    border: 1px solid var(--_line);
  }
  .facts.particulars {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.25em), 1fr));
    gap: 0.9em 1.25em;
  }
  @container (min-width: 40em) {
    .facts.particulars {
      grid-template-columns: repeat(auto-fill, minmax(13em, 1fr));
    }
  }
  .next-due {
    display: block;
    font-size: 0.9375em;
  }
  .code {
    font-variant-numeric: tabular-nums;
  }

  .body > .section,
  .body > .facts,
  .body > * {
    margin-top: 2.25em;
  }
  .body > :first-child {
    margin-top: 0;
  }
  .section > h3 {
    display: flex;
    align-items: center;
    gap: 0.55em;
    font-size: 1.25em;
    margin-bottom: 0.75em;
  }
  .section > h3::before {
    content: '';
    flex: none;
    width: 0.22em;
    height: 1.05em;
    border-radius: 0.11em;
    background: var(--_accent);
  }
  .section > * + *:not(h3) {
    margin-top: 0.9em;
  }
  .section > h3 + * {
    margin-top: 0;
  }
  .section > p,
  .bullets,
  .numbered,
  .plain {
    max-width: 44em;
  }
  .plain {
    white-space: pre-wrap;
  }
  .bullets > li,
  .numbered > li {
    position: relative;
    padding-inline-start: 1.25em;
  }
  .bullets > li + li,
  .numbered > li + li {
    margin-top: 0.45em;
  }
  .bullets > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.25em;
    top: 0.7em;
    width: 0.35em;
    height: 0.35em;
    border-radius: 50%;
    background: var(--_accent);
  }
  .numbered {
    counter-reset: point;
  }
  .numbered > li {
    counter-increment: point;
    padding-inline-start: 2.25em;
  }
  .numbered > li::before {
    content: counter(point);
    position: absolute;
    inset-inline-start: 0;
    min-width: 1.6em;
    color: var(--_accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .quoted {
    padding: 0.9em 1.1em;
    border-inline-start: 0.25em solid var(--_accent);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_surface);
  }
  .cards,
  .risks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
    gap: 0.9em;
  }
  .card {
    padding: 1em 1.15em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .cards.roles {
    align-items: start;
  }
  .card > * + * {
    margin-top: 0.35em;
  }
  .with-icon {
    display: flex;
    gap: 0.5em;
  }
  .with-icon .icon {
    margin-top: 0.2em;
    color: var(--_muted);
  }
  a.external::after {
    content: ' ↗';
    speak: never;
  }

  .waiting > .skeleton {
    margin-top: 0.9em;
  }
  .skeleton.bar {
    height: 1.1em;
    max-width: 40em;
  }
  .skeleton.eyebrow-bar {
    width: 6em;
  }
  .skeleton.title-bar {
    height: 2.2em;
    max-width: 28em;
  }
  .skeleton.panel {
    height: 9em;
    border-radius: var(--_radius);
  }
`;
