import type { ReportFigure } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { StatisticElement } from './page.ts';
import { LAST_YEAR } from './references.ts';

/** More of them nobody reads: typing a word is quicker. */
const SHOWN = 60;

/** A figure was chosen to stand in the text. */
export class FigureChosenEvent extends Event {
  static readonly type = 'desk-figure-chosen';
  readonly ref: string;

  constructor(ref: string) {
    super(FigureChosenEvent.type);
    this.ref = ref;
  }
}

/**
 * @summary Finds a figure by a part of its name, with its value this year and last.
 */
export class DeskFigureChoice extends StatisticElement {
  @property({ attribute: false }) figures: readonly ReportFigure[] = [];

  @state() private wanted = '';
  @query('input') private readonly input!: HTMLInputElement | null;

  protected override firstUpdated(): void {
    // After the dialog around it is open.
    void this.updateComplete.then(() => this.input?.focus());
  }

  protected override view(): TemplateResult {
    const { t } = this;
    const words = this.wanted.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.figures.filter(({ ref, label }) => words.every((word) => label.toLowerCase().includes(word) || ref.toLowerCase().includes(word)));
    return html`<div class="picker" @keydown=${this.#pressed}>
      <input class="field" type="search" maxlength="60" autocomplete="off" aria-label=${t('picker.find')} placeholder=${t('picker.find')} @input=${({ target }: Event) => (this.wanted = (target as HTMLInputElement).value.trim())}>
      <p class="small muted" role="status">${found.length === 0 ? t('picker.none') : t('picker.found', { count: found.length })}</p>
      <ul class="rows">${found.slice(0, SHOWN).map((figure) => html`<li>${this.#figure(figure)}</li>`)}</ul>
      ${found.length > SHOWN ? html`<p class="small muted">${t('picker.more', { count: found.length - SHOWN })}</p>` : nothing}
    </div>`;
  }

  #figure({ ref, label, value, lastYear }: ReportFigure): TemplateResult {
    const { t } = this;
    const choose = (chosen: string, words: string) => html`<button class="button choice" type="button" aria-label=${t('picker.insert', { label, value: words })} @click=${() => this.dispatchEvent(new FigureChosenEvent(chosen))}>${words}</button>`;
    return html`<div class="row"><span class="what">${label} <code class="muted small">${ref}</code></span>
      <span class="marks">${value === undefined ? html`<span class="muted small">${t('section.valueless')}</span>` : choose(ref, t('picker.value', { value }))}${lastYear === undefined ? nothing : choose(`${LAST_YEAR}${ref}`, t('picker.last', { value: lastYear }))}</span></div>`;
  }

  /** Arrows go from the search through what was found. */
  readonly #pressed = (event: KeyboardEvent): void => {
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('input, .choice')];
    const at = all.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    const next = at === -1 || to === undefined ? undefined : all[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}
