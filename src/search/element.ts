import type { Suggestion } from '@sunlit/client';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { adopt } from '../shared/adopt.ts';
import { SunlitElement } from '../shared/element.ts';
import { SunlitSearchEvent, SunlitSelectEvent } from '../shared/events.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import type { Dropdown } from './dropdown.ts';
import type * as Proposals from './proposals.ts';
import { strings, type SearchKey } from './strings/index.ts';
import { searchStyles } from './styles.ts';

const TYPING_PAUSE = 120;
const SUGGESTIONS = 8;
const LONGEST_QUERY = 200;

/**
 * @summary A search box that proposes titles and agencies while one types.
 * @fires {SunlitSearchEvent} sunlit-search - Somebody searches; `q` is what for. Cancel it to answer elsewhere than at `action`.
 * @fires {SunlitSelectEvent} sunlit-select - Somebody chooses a proposal; `subject` is what. Cancel it to open it yourself.
 * @fires {SunlitReadyEvent} sunlit-ready - The box is drawn.
 * @csspart input - The field.
 * @csspart button - The search button.
 * @csspart suggestions - The list of proposals.
 * @example <sunlit-search api="https://open.example.gov.cn/api" action="/search?q={q}"></sunlit-search>
 */
export class SunlitSearch extends SunlitElement<SearchKey> {
  static override styles: CSSResultGroup = [SunlitElement.styles, searchStyles];

  protected override readonly strings = strings;
  /** What draws proposals; most readers of a page never type. */
  #proposals: typeof Proposals | undefined;
  #dropdown: Dropdown | undefined;
  #suggested = new Load<readonly Suggestion[]>(this, {
    key: () => (this.asked ? JSON.stringify([this.apiUrl, this.scope, this.asked]) : undefined),
    fetch: async (signal) => this.#suggest(signal),
  });
  #typing: ReturnType<typeof setTimeout> | undefined;
  #typed = '';
  #searched = '';

  /** Proposes only from this agency and those below it. */
  @property() agency: string | undefined;

  /** What stands in the box. */
  @property() value = '';

  /** What stands in the empty box. */
  @property() placeholder: string | undefined;

  /** Where a search leads when nobody cancels it, with `{q}` for the words: `/search?q={q}`. Without it only events fire. */
  @property() action: string | undefined;

  @state() private asked = '';
  @state() private active = -1;

  @query('input') private input!: HTMLInputElement;
  @query('.list') private list!: HTMLElement;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('value') && this.value !== this.#typed) this.#searched = this.value; // set from outside: that is what is shown
  }

  protected override firstUpdated(): void {
    this.announceReady();
  }

  protected override updated(): void {
    if (this.options.length > 0) this.#dropdown?.show(this.list, this.input);
    else this.#dropdown?.hide();
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Puts the cursor into the box. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.input.focus(options);
    else void this.updateComplete.then(() => this.input.focus(options));
  }

  private get scope(): string | undefined {
    return this.agency ?? this.configured('agency');
  }

  /** The proposals in the order they are shown in. */
  private get options(): readonly Suggestion[] {
    return (this.asked && this.#suggested.latest) || [];
  }

  protected override view(): TemplateResult {
    const { t, options } = this;
    const label = t('label');
    return html`<form role="search" aria-label=${label} @submit=${this.#submit}>
        <div class="box" @focusout=${this.#close}>
          ${icons.search}
          <input
            class="field" part="input" type="search" role="combobox" aria-label=${label} aria-autocomplete="list" aria-controls="list"
            aria-expanded=${options.length > 0 ? 'true' : 'false'} aria-activedescendant=${this.active < 0 ? nothing : `option-${String(this.active)}`}
            autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength=${LONGEST_QUERY}
            placeholder=${this.placeholder ?? t('placeholder')} .value=${this.value}
            @input=${this.#type} @compositionend=${this.#type} @keydown=${this.#key} />
          ${this.value ? html`<button class="button quiet clear" type="button" aria-label=${t('clear')} @click=${this.#clear}>${icons.close}</button>` : nothing}
          <div class="list" id="list" part="suggestions" role="listbox" aria-label=${t('suggestions')} popover=${'showPopover' in HTMLElement.prototype ? 'manual' : nothing}
            ?hidden=${options.length === 0} @mousedown=${this.#keepFocus}>${this.#proposals?.proposals(options, this.active, t, this.#choose)}</div>
        </div>
        <button class="button primary go" part="button" type="submit">${t('submit')}</button>
      </form>
      <span class="hidden-text" role="status">${options.length > 0 ? t('found', { n: options.length }) : nothing}</span>`;
  }

  async #suggest(signal: AbortSignal): Promise<readonly Suggestion[]> {
    try {
      const [parts, { items }] = await Promise.all([import('./proposals.ts'), this.client.disclosures.suggest({ q: this.asked, agency: this.scope, limit: SUGGESTIONS }, { signal })]);
      if (!this.#proposals) {
        this.#proposals = parts;
        this.#dropdown = new parts.Dropdown(this);
        adopt(this.renderRoot, parts.proposalStyles);
      }
      return parts.ordered(items);
    } catch {
      return []; // proposals are a help, not a promise: the search itself says what is wrong
    }
  }

  #type = (event: InputEvent | CompositionEvent): void => {
    this.value = this.#typed = this.input.value;
    if ('isComposing' in event && event.isComposing) return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#typing = undefined;
      this.active = -1;
      this.asked = this.value.trim().slice(0, LONGEST_QUERY);
    }, TYPING_PAUSE);
  };

  #key = (event: KeyboardEvent): void => {
    const composing = event.isComposing || event.keyCode === 229; // Safari ends a composition before its Enter
    const { options } = this;
    if (composing) {
      if (event.key === 'Enter') event.preventDefault();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length === 0) {
        this.asked = this.value.trim();
        return;
      }
      event.preventDefault();
      // One place more than there are options: the box itself, with what was typed.
      const places = options.length + 1;
      this.active = ((this.active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1;
    } else if (event.key === 'Enter') {
      const chosen = options[this.active];
      if (!chosen) return;
      event.preventDefault();
      this.#choose(chosen);
    } else if (event.key === 'Escape' && (options.length > 0 || this.value)) {
      event.preventDefault();
      event.stopPropagation(); // a dialog around us stays open
      if (options.length > 0) this.#close();
      else this.#clear();
    }
  };

  #close = (): void => {
    clearTimeout(this.#typing);
    this.#typing = undefined;
    this.asked = '';
    this.active = -1;
  };

  #clear = (): void => {
    this.value = this.#typed = '';
    this.#close();
    this.input.focus();
    if (this.#searched) this.#search('');
  };

  #keepFocus = (event: Event): void => event.preventDefault();

  #choose = (one: Suggestion): void => {
    this.#close();
    const go = this.dispatchEvent(new SunlitSelectEvent({ type: one.type, id: one.id, title: one.text }));
    if (!go) return;
    this.value = one.text;
    this.#leave(one.text);
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    this.#close();
    this.#search(this.value.trim());
  };

  #search(q: string): void {
    this.#searched = q;
    if (this.dispatchEvent(new SunlitSearchEvent(q))) this.#leave(q);
  }

  #leave(q: string): void {
    if (this.action && q) location.assign(this.action.split('{q}').join(encodeURIComponent(q)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-search': SunlitSearch;
  }
}
