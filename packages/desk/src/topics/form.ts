import { isChangedMeanwhile, isSunlitError, type Posting, type Postings, type TopicCommand } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { icons } from '../../../../src/shared/icons.ts';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { CancelEvent, field } from '../published/form.ts';
import { PostingEvent } from './events.ts';
import { TopicElement } from './page.ts';
import { entryLine } from './record.ts';

/** What officers do with a posting; a rating is a resident's. */
export type OfficerCommand = Exclude<TopicCommand, 'rate'>;

/** The form of a step: what it states, why the server refuses it, and what somebody else did meanwhile. */
export abstract class PostingForm extends TopicElement {
  @property({ attribute: false }) posting: Posting | undefined;

  @state() protected dirty = false;
  @query('form') protected readonly form!: HTMLFormElement | null;
  protected readonly sending = new Sending(this);
  /** The last entry of the record when the form was opened. */
  #known: number | undefined;

  get unsaved(): boolean {
    return this.dirty;
  }

  protected abstract readonly step: OfficerCommand;
  /** What the step states, as the contract wants it, or nothing while something is missing. */
  protected abstract stated(): object | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#known ??= this.posting?.entries.at(-1)?.n;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  /** The form around what a step asks. */
  protected around(one: Posting, asked: TemplateResult, go = this.t(`event.${this.step}`)): TemplateResult {
    const { t, say, step } = this;
    const { busy, wrong } = this.sending;
    const possible = one.may.includes(step);
    return html`<section class="card step" aria-labelledby="step">
      <h2 id="step" tabindex="-1">${t(`event.${step}`)}</h2>
      <p class="muted">${t(`about.${step}`)}</p>
      ${this.#trouble(one, possible)}
      <form class="form" novalidate aria-labelledby="step" @submit=${this.#send} @input=${this.#typed} @change=${this.#typed}>
        ${asked}
        ${field({ name: 'note', label: t('optional', { what: t('field.note') }), hint: t('field.note.hint'), wrong: wrong.get('note') }, (described, invalid) => html`<input class="field" id="note" name="note" maxlength="1000" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
        <div class="buttons">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
          <button class="button primary" aria-disabled=${String(busy || !possible)}>${go}</button>
        </div>
      </form>
    </section>`;
  }

  /** Why it did not happen. What is wrong with a field stands there. */
  #trouble(one: Posting, possible: boolean): TemplateResult | typeof nothing {
    const { t, say, language } = this;
    const { error, wrong } = this.sending;
    if (isChangedMeanwhile<Posting>(error) || !possible) {
      const meanwhile = one.entries.filter(({ n }) => n > (this.#known ?? 0));
      return html`<div class="notice warn" role="alert">${icons.warning}<div>
        <p>${t(isChangedMeanwhile(error) ? 'changed' : 'no-more', { phase: t(`phase.${one.phase}`) })}</p>
        ${meanwhile.length === 0 ? nothing : html`<ul>${meanwhile.map((entry) => html`<li>${entryLine(entry, { t, language })}</li>`)}</ul>`}
        <p>${t(possible ? 'changed.again' : 'changed.not', { step: t(`event.${this.step}`) })}</p></div></div>`;
    }
    if (error === undefined) return nothing;
    const placed = [...wrong.keys()].every((name) => this.renderRoot.querySelector(`[id="${this.nameOf(name)}"]`) !== null);
    return wrong.size > 0 && placed ? nothing : problem(say, error);
  }

  /** Under which field of the form something stands that the server names. */
  protected nameOf(name: string): string {
    return name.split('.')[0] ?? name;
  }

  protected wrong(name: string): string | undefined {
    return [...this.sending.wrong].find(([one]) => this.nameOf(one) === name)?.[1];
  }

  protected value(name: string): string {
    return typed(this.form)(name);
  }

  /** What the contract wants on one line is typed in a field that wraps. */
  protected line(name: string): string {
    return this.value(name).replaceAll(/\s*\n\s*/g, ' ');
  }

  readonly #typed = (): void => {
    this.dirty = true;
    // What is said beside the fields follows what is typed: previews, days, differences.
    this.requestUpdate();
  };

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { posting: one, step, t } = this;
    if (!one?.may.includes(step)) return;
    const stated = this.stated();
    if (!stated) return;
    const note = this.value('note');
    const current = await this.sending.send(() => take(this.desk.client.board, step, one.id, { version: one.version, ...(note && { note }), ...stated }));
    if (current) {
      this.dirty = false;
      this.dispatchEvent(new PostingEvent(current, t('done', { step: t(`event.${step}`) })));
      return;
    }
    const { error } = this.sending;
    if (isChangedMeanwhile<Posting>(error)) this.dispatchEvent(new PostingEvent(error.current));
    // Without an answer it may have been taken: the page asks how the posting stands.
    else if (isSunlitError(error) && error.requestId === undefined) this.dispatchEvent(new PostingEvent(undefined));
  };
}

/** Sends a step; the server holds what it states against the contract. */
const take = (board: Postings, step: OfficerCommand, id: string, body: object): Promise<Posting> => board[step as 'review'](id, body as Parameters<Postings['review']>[1]);
