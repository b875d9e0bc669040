import { isChangedMeanwhile, type RatingTask } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Sending, typed } from '../admin/sending.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import { TopicElement } from './page.ts';

/** A task stands otherwise now; `done` when this person did it. */
export class RatingTaskEvent extends Event {
  static readonly type = 'desk-rating-task';
  readonly task: RatingTask;
  readonly done: boolean;

  constructor(task: RatingTask, done: boolean) {
    super(RatingTaskEvent.type, { bubbles: true });
    this.task = task;
    this.done = done;
  }
}

/**
 * @summary Follows up one low rating: its words when they are asked for, and what was done.
 */
export class DeskRatingTask extends TopicElement {
  @property({ attribute: false }) task: RatingTask | undefined;

  @state() private words: { readonly of: string; readonly text: string | undefined } | undefined;
  @state() private typed = '';
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #opening = new Sending(this);
  readonly #sending = new Sending(this);

  get unsaved(): boolean {
    return this.typed !== '' && this.task?.done === undefined;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, task } = this;
    if (!task) return nothing;
    // What was typed is not lost because somebody else was first.
    const overtaken = task.done !== undefined && this.typed !== '';
    return html`${this.#written(task)}${task.done === undefined ? this.#result() : nothing}
      ${overtaken ? html`<div class="notice warn" role="alert"><div><p>${t('ratings.changed')}</p><p class="said">${this.typed}</p></div></div>` : nothing}
      ${this.#opening.error === undefined ? nothing : problem(say, this.#opening.error)}`;
  }

  #written({ id, written }: RatingTask): TemplateResult | typeof nothing {
    const { t } = this;
    if (!written) return html`<p class="muted small">${t('ratings.words.none')}</p>`;
    if (this.words?.of === id) return html`<blockquote tabindex="-1"><p class="said">${this.words.text ?? t('papers.erased')}</p></blockquote>`;
    return html`<p><button class="button" type="button" aria-disabled=${String(this.#opening.busy)} @click=${() => this.#open(id)}>${t('ratings.words')}</button> <span class="muted small">${t('ratings.words.hint')}</span></p>`;
  }

  #result(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.typed = typed(this.form)('result'))}>
      ${error === undefined || wrong.has('result') ? nothing : problem(say, error)}
      ${field({ name: 'result', label: t('ratings.result'), hint: t('ratings.result.hint'), wrong: wrong.get('result') }, (described, invalid) => html`<textarea class="field" id="result" name="result" rows="2" maxlength="1000" aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('ratings.result.go')}</button></div>
    </form>`;
  }

  async #open(id: string): Promise<void> {
    const answer = await this.#opening.send(() => this.desk.client.ratingTasks.words(id));
    if (!answer) return;
    this.words = { of: id, text: answer.words };
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('blockquote')?.focus();
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { task, say } = this;
    const result = typed(this.form)('result');
    if (!task || this.#sending.refuse({ result: result === '' ? say('required') : undefined })) return;
    const done = await this.#sending.send(() => this.desk.client.ratingTasks.close(task.id, { version: task.version, result }));
    if (done) {
      this.typed = '';
      this.dispatchEvent(new RatingTaskEvent(done, true));
    } else if (isChangedMeanwhile<RatingTask>(this.#sending.error)) this.dispatchEvent(new RatingTaskEvent(this.#sending.error.current, false));
  };
}
