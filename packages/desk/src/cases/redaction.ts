import type { Case } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { CancelEvent, field } from '../published/form.ts';
import { groundChoice, type Withheld } from './decision.ts';
import { RedactedEvent } from './events.ts';
import { CaseElement } from './page.ts';
import { inOrder, markOf, overlaps, pieces, placesOf, shifted, type Span } from './spans.ts';

const LARGEST = 200_000;

/**
 * @summary Separates out parts of a text (区分处理, Reg. 37): select, name and ground each part, look at the copy, make it.
 */
export class DeskRedaction extends CaseElement {
  @property({ attribute: false }) case: Case | undefined;

  @state() private text = '';
  @state() private spans: readonly Span[] = [];
  @state() private selected = { start: 0, end: 0 };
  @state() private ground: Withheld['ground'] = 'E15_THIRD';
  @query('#text') private readonly area!: HTMLTextAreaElement | null;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #marking = new Sending(this);
  readonly #sending = new Sending(this);
  readonly #attempt = new Attempt();

  get unsaved(): boolean {
    return this.text !== '';
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override view(): TemplateResult {
    const { t, say, spans } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<section class="card" aria-labelledby="redaction">
      <h2 id="redaction" tabindex="-1">${t('redaction')}</h2><p class="muted">${t('redaction.text')}</p>
      ${error === undefined || wrong.has('name') || wrong.has('text') ? nothing : problem(say, error)}
      <form class="form" novalidate aria-labelledby="redaction" @submit=${this.#create}>
        ${field({ name: 'name', label: t('redaction.name'), hint: t('redaction.name.hint'), wrong: wrong.get('name') }, (described, invalid) => html`<input class="field" id="name" name="name" maxlength="200" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
        ${field({ name: 'load', label: t('redaction.load'), hint: t('redaction.load.hint'), wrong: undefined }, (described) => html`<input class="field" id="load" type="file" accept=".txt,.md,text/plain" aria-describedby=${described} @change=${this.#load}>`)}
        ${field({ name: 'text', label: t('redaction.original'), hint: t('redaction.original.hint'), wrong: wrong.get('text') }, (described, invalid) => html`<textarea class="field" id="text" rows="12" maxlength=${LARGEST} spellcheck="false" .value=${this.text}
          aria-describedby=${described} aria-invalid=${invalid} @input=${this.#typed} @select=${this.#look} @keyup=${this.#look} @pointerup=${this.#look} @blur=${this.#look}></textarea>`)}
        ${this.#mark()}
        <h3>${t('redaction.hidden', { count: spans.length })}</h3>
        ${spans.length === 0 ? html`<p class="muted">${t('redaction.hidden.none')}</p>` : this.#list()}
        <h3 id="preview">${t('redaction.preview')}</h3>
        <p class="hint">${t('redaction.preview.hint')}</p>
        <div class="said preview" tabindex="0" role="region" aria-labelledby="preview">${this.text === '' ? html`<span class="muted">${t('redaction.preview.none')}</span>` : pieces(this.text, spans).map((piece) => (typeof piece === 'string' ? piece
          : html`<mark class="gone" lang="zh-CN">${markOf(piece.ground)}</mark>`))}</div>
        <div class="buttons"><button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
          <button class="button primary" aria-disabled=${String(busy)}>${t('redaction.create')}</button></div>
      </form>
    </section>`;
  }

  /** What to do with what is selected: the selection stays, and is said, while somebody fills this in. */
  #mark(): TemplateResult {
    const { t, selected } = this;
    const { wrong } = this.#marking;
    const chosen = this.text.slice(selected.start, selected.end);
    return html`<fieldset class="part marking"><legend class="label">${t('mark')}</legend>
      <p role="status">${chosen === '' ? t('mark.nothing') : t('mark.selected', { text: chosen.length > 60 ? `${chosen.slice(0, 60)}…` : chosen, count: chosen.length })}</p>
      <p class="wrong" id="selection-wrong" role="alert">${wrong.get('selection') ?? nothing}</p>
      <div class="two">
        ${field({ name: 'what', label: t('field.what'), hint: t('field.what.hint'), wrong: wrong.get('what') }, (described, invalid) => html`<input class="field" id="what" name="what" maxlength="500" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid} @keydown=${this.#enter}>`)}
        ${field({ name: 'ground', label: t('field.ground'), wrong: undefined }, () => groundChoice(t, 'ground', this.ground, (ground) => (this.ground = ground)))}
      </div>
      <label class="check"><input type="checkbox" name="everywhere">${t('mark.everywhere')}</label>
      <button class="button" type="button" id="hide" @click=${this.#hide}>${t('mark.go')}</button>
    </fieldset>`;
  }

  #list(): TemplateResult {
    const { t, text, spans } = this;
    const change = (place: number, changed: Partial<Span>) => (this.spans = this.spans.map((span, index) => (index === place ? { ...span, ...changed } : span)));
    return html`${spans.map((span, index) => html`<div class="entry" role="group" aria-label=${t('withheld.nth', { number: index + 1 })}>
      <div class="two">
        <p class="hidden-part"><span class="label">${t('mark.part')}</span><del>${text.slice(span.start, span.end)}</del> <button class="button quiet" type="button" aria-label=${t('mark.show.nth', { number: index + 1 })} @click=${() => this.#select(span)}>${t('mark.show')}</button></p>
        ${field({ name: `span.${String(index)}.what`, label: t('field.what'), wrong: undefined }, () => html`<input class="field" id="span.${index}.what" maxlength="500" .value=${span.what} @input=${({ target }: Event) => change(index, { what: (target as HTMLInputElement).value })}>`)}
        ${field({ name: `span.${String(index)}.ground`, label: t('field.ground'), wrong: undefined }, () => groundChoice(t, `span.${String(index)}.ground`, span.ground, (ground) => change(index, { ground })))}
      </div>
      <button class="button" type="button" aria-label=${t('withheld.remove', { number: index + 1 })} @click=${() => (this.spans = this.spans.filter((_, place) => place !== index))}>${t('remove')}</button>
    </div>`)}`;
  }

  readonly #typed = ({ target }: Event): void => {
    const { value } = target as HTMLTextAreaElement;
    const kept = shifted(this.spans, this.text, value);
    if (kept.length < this.spans.length) this.desk.say(this.t('mark.lost', { count: this.spans.length - kept.length }));
    this.spans = kept;
    this.text = value;
    this.#look();
  };

  readonly #look = (): void => {
    const { area } = this;
    if (area && area.selectionStart !== area.selectionEnd) this.selected = { start: area.selectionStart, end: area.selectionEnd };
    // A caret that was set elsewhere takes the selection back; leaving the field does not.
    else if (area && this.shadowRoot?.activeElement === area) this.selected = { start: 0, end: 0 };
  };

  #select({ start, end }: Span): void {
    this.area?.focus();
    this.area?.setSelectionRange(start, end);
    this.#look();
  }

  /** Enter marks; it must not send the form around. */
  readonly #enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.#hide();
  };

  readonly #hide = (): void => {
    const { t, say, text, selected, ground, spans } = this;
    const what = typed(this.form)('what');
    const empty = selected.start === selected.end;
    const twice = spans.some((span) => overlaps(span, selected));
    if (this.#marking.refuse({ selection: empty ? t('mark.nothing') : twice ? t('mark.twice') : undefined, what: what === '' ? say('required') : undefined })) return;
    const everywhere = this.form?.querySelector<HTMLInputElement>('[name=everywhere]')?.checked ?? false;
    const piece = text.slice(selected.start, selected.end);
    const places = everywhere ? placesOf(text, piece, spans) : [selected];
    this.spans = inOrder([...spans, ...places.map((place) => ({ ...place, ground, what }))]);
    this.selected = { start: 0, end: 0 };
    // What comes next has another name.
    const name = this.renderRoot.querySelector<HTMLInputElement>('#what');
    if (name) name.value = '';
    this.desk.say(t('mark.done', { count: places.length }));
    // The next part is selected next.
    this.area?.focus();
    this.area?.setSelectionRange(selected.end, selected.end);
  };

  readonly #load = async ({ target }: Event): Promise<void> => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (!file) return;
    this.text = (await file.text()).replaceAll('\r\n', '\n').slice(0, LARGEST);
    this.spans = [];
  };

  readonly #create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, text, spans } = this;
    const one = this.case;
    const name = typed(this.form)('name');
    const unnamed = spans.some(({ what }) => what.trim() === '');
    const wrong = { name: name === '' ? say('required') : undefined, text: text === '' ? say('required') : spans.length === 0 ? t('redaction.none') : unnamed ? t('redaction.unnamed') : undefined };
    if (!one || this.#sending.refuse(wrong)) return;
    const redaction = { name, text, spans: spans.map((span) => ({ ...span, what: span.what.trim() })) };
    const copy = await this.#sending.send(() => this.desk.client.cases.redact(one.id, redaction, { idempotencyKey: this.#attempt.keyFor(redaction) }));
    if (!copy) return;
    this.#attempt.done();
    this.text = '';
    this.spans = [];
    this.dispatchEvent(new RedactedEvent(copy));
  };
}
