import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Say } from '../strings/index.ts';

/** Which rows of a list are selected, to do something with all of them. */
export class Selection<Item extends { readonly id: string; readonly title?: string }> {
  #items: ReadonlyMap<string, Item> = new Map();
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #most: number;

  /** `most`: as many as can be dealt with at once. */
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, most: number) {
    this.#host = host;
    this.#most = most;
  }

  get items(): readonly Item[] {
    return [...this.#items.values()];
  }

  /** Selects these and nothing else. */
  set(items: readonly Item[]): void {
    this.#items = new Map(items.slice(0, this.#most).map((item) => [item.id, item]));
    this.#host.requestUpdate();
  }

  readonly clear = (): void => this.set([]);

  /** The box before a row. */
  box(t: Say, item: Item): TemplateResult {
    const toggle = () => this.set(this.#items.has(item.id) ? this.items.filter(({ id }) => id !== item.id) : [...this.items, item]);
    return html`<input type="checkbox" aria-label=${t('select', { title: item.title ?? '' })} .checked=${this.#items.has(item.id)} @change=${toggle}>`;
  }

  /** How many are selected and what can be done with them, at the foot of the list while there are any. */
  bar(t: Say, buttons: TemplateResult): TemplateResult {
    const count = t('selected', { count: this.#items.size });
    return html`<div class="selection" role="region" aria-label=${count}>
      <p role="status">${count}</p>
      <button class="button quiet" type="button" @click=${this.clear}>${t('select.clear')}</button>
      ${buttons}
    </div>`;
  }
}
