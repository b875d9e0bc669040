import type { Suggestion } from '@sunlit/client';
import { css, html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import { marked } from '../shared/marks.ts';
import type { SearchKey } from './strings/index.ts';

/* What a box draws when it has something to propose; it comes with the first proposals. */

export { Dropdown } from './dropdown.ts';

const GROUPS = ['disclosure', 'agency'] as const;

/** The proposals in the order they are shown in. */
export function ordered(all: readonly Suggestion[]): readonly Suggestion[] {
  return GROUPS.flatMap((type) => all.filter((one) => one.type === type));
}

/** The options by group. */
export function proposals(options: readonly Suggestion[], active: number, t: (key: SearchKey) => string, choose: (one: Suggestion) => void): (TemplateResult | typeof nothing)[] {
  return GROUPS.map((type) => !options.some((one) => one.type === type) ? nothing : html`<div class="group" role="group" aria-labelledby="group-${type}">
      <div class="group-name" id="group-${type}" role="presentation">${t(`group.${type}`)}</div>
      ${options.map((one, index) => (one.type === type ? option(one, index, index === active, choose) : nothing))}
    </div>`);
}

function option(one: Suggestion, index: number, active: boolean, choose: (one: Suggestion) => void): TemplateResult {
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the cursor stays in the box, which chooses options by its keys
  return html`<div class="option" id="option-${index}" role="option" aria-selected=${active ? 'true' : 'false'} @click=${() => choose(one)}>
      ${one.type === 'agency' ? icons.agency : icons.document}
      <bdi>${marked(one.text, one.marks)}</bdi>
      ${one.type === 'disclosure' ? html`<span class="muted small">${one.agency.name}</span>` : nothing}
    </div>`;
}

export const proposalStyles = css`
  .list {
    position: absolute;
    top: calc(100% + 6px);
    left: 0;
    right: 0;
    z-index: 10;
    max-height: 60vh;
    margin: 0;
    padding: 0.4em;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow), 0 12px 32px rgb(16 24 40 / 14%);
  }
  .list[popover] {
    position: fixed;
    right: auto;
    bottom: auto;
  }
  .list:empty,
  .list[hidden] {
    display: none;
  }
  .group + .group {
    margin-top: 0.4em;
    padding-top: 0.4em;
    border-top: 1px solid var(--_line);
  }
  .group-name {
    padding: 0.35em 0.75em;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-height: var(--_target);
    padding: 0.4em 0.75em;
    border-radius: calc(var(--_radius) - 4px);
    line-height: 1.45;
    cursor: pointer;
    touch-action: manipulation;
  }
  .option > .icon {
    color: var(--_muted);
  }
  .option > bdi {
    flex: 1;
    min-width: 0;
  }
  .option > .small {
    flex: none;
    max-width: 35%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .option:hover {
    background: var(--_surface);
  }
  .option[aria-selected='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-strong);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  [dir='rtl'] .option[aria-selected='true'] {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
