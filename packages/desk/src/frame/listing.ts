import { html, nothing, type TemplateResult } from 'lit';
import { skeleton } from '../../../../src/shared/states.ts';
import type { Say } from '../strings/index.ts';
import type { Rows } from './rows.ts';

/** Grey rows in the size of what is coming. */
export function waitingRows(t: Say, count: number): TemplateResult {
  return html`<div class="rows">${skeleton(t, count, html`<div class="row"><span class="skeleton what"></span></div>`)}</div>`;
}

/** Asks for the next page of a list that has one. */
export function moreRows<Item>(t: Say, rows: Rows<Item>): TemplateResult | typeof nothing {
  if (!rows.hasMore) return nothing;
  return html`<p class="empty"><button class="button" type="button" aria-disabled=${String(rows.state === 'loading')} @click=${rows.more}>${t('more')}</button></p>`;
}

interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

/** A choice that filters a list; the empty value is all of them. */
export function filter<Value extends string>(label: string, chosen: Value, choices: readonly Choice<Value>[], choose: (value: Value) => void): TemplateResult {
  const changed = ({ target }: Event) => {
    const found = choices.find(({ value }) => value === (target as HTMLSelectElement).value);
    if (found) choose(found.value);
  };
  return html`<label><span class="label">${label}</span>
    <select class="field" @change=${changed}>${choices.map(({ value, text }) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}</select>
  </label>`;
}
