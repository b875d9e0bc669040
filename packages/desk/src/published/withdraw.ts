import type { DisclosureSummary } from '@sunlit/client';
import { isSunlitError } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskElement } from '../frame/element.ts';
import { problem } from '../frame/problem.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';
import { CancelEvent, DoneEvent, field } from './form.ts';

/**
 * @summary Withdraws a disclosure: on what ground, who decided, what stands in its place.
 */
export class DeskWithdraw extends DeskElement<DeskKey> {
  static override styles = [DeskElement.styles, css`
    .find {
      display: flex;
      gap: 0.5em;
    }
    .find .button {
      flex: none;
    }
    .found {
      max-height: 11em;
      overflow: auto;
    }
  `];

  @property({ attribute: false }) disclosure: DisclosureSummary | undefined;

  protected override readonly strings = deskStrings;

  @state() private wrong: ReadonlyMap<string, string> = new Map();
  @state() private error: unknown;
  @state() private busy = false;
  @state() private found: readonly DisclosureSummary[] | undefined;
  @query('form') private readonly form!: HTMLFormElement;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#ground')?.focus();
  }

  protected override view(): TemplateResult {
    const { t, disclosure } = this;
    return html`<form class="form" novalidate @submit=${this.#submit}>
      <h2>${t('published.withdraw.of', { title: disclosure?.title ?? '' })}</h2>
      <p class="notice warn">${t('withdraw.text')}</p>
      ${this.error === undefined ? nothing : problem(t, this.error)}
      ${field({ name: 'ground', label: t('withdraw.ground'), hint: t('withdraw.ground.hint'), wrong: this.wrong.get('ground') },
        (described, invalid) => html`<textarea class="field" id="ground" name="ground" maxlength="500" aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
      ${field({ name: 'decidedBy', label: t('withdraw.decided'), hint: t('withdraw.decided.hint'), wrong: this.wrong.get('decidedBy') },
        (described, invalid) => html`<input class="field" id="decidedBy" name="decidedBy" maxlength="100" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <fieldset>
        <legend class="label">${t('withdraw.replacement')}</legend>
        <div class="find">
          <input class="field" id="words" type="search" maxlength="100" aria-label=${t('withdraw.replacement.find')} @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.#find(event)}>
          <button class="button" type="button" @click=${this.#find}>${t('published.go')}</button>
        </div>
        ${this.#choices()}
      </fieldset>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${t('cancel')}</button>
        <button class="button danger" aria-disabled=${String(this.busy)}>${t('withdraw.confirm')}</button>
      </div>
    </form>`;
  }

  #choices(): TemplateResult | typeof nothing {
    const { t, found } = this;
    if (found === undefined) return nothing;
    if (found.length === 0) return html`<p class="hint" role="status">${t('withdraw.replacement.empty')}</p>`;
    return html`<div class="found">
      <label class="check"><input type="radio" name="replacedBy" value="" checked>${t('withdraw.replacement.none')}</label>
      ${found.map(({ id, title }) => html`<label class="check"><input type="radio" name="replacedBy" value=${id}>${title}</label>`)}
    </div>`;
  }

  readonly #find = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { disclosure } = this;
    const q = this.renderRoot.querySelector<HTMLInputElement>('#words')?.value.trim();
    if (!disclosure || !q) return;
    try {
      const { items } = await this.desk.client.disclosures.list({ q, agency: disclosure.agency.id, limit: 10 });
      this.found = items.filter(({ id }) => id !== disclosure.id);
    } catch (error) {
      this.error = error;
    }
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, disclosure } = this;
    if (this.busy || !disclosure) return;
    const data = new FormData(this.form);
    const value = (name: string) => String(data.get(name) ?? '').trim();
    const [ground, decidedBy, replacedBy] = [value('ground').replaceAll(/\s+/g, ' '), value('decidedBy'), value('replacedBy')];
    this.error = undefined;
    this.wrong = new Map(Object.entries({ ground, decidedBy }).filter(([, text]) => text === '').map(([name]) => [name, t('required')]));
    if (this.wrong.size > 0) return this.#focusWrong();
    this.busy = true;
    try {
      await this.desk.client.disclosures.withdraw(disclosure.id, { ground, decidedBy, ...(replacedBy && { replacedBy }) });
      this.desk.say(t('withdraw.done', { title: disclosure.title }));
      this.dispatchEvent(new DoneEvent());
    } catch (error) {
      this.error = error;
      if (isSunlitError(error)) this.wrong = new Map(error.errors.map(({ pointer, detail }) => [pointer.replace('/body/', ''), detail]));
    } finally {
      this.busy = false;
    }
  };

  #focusWrong(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }
}
