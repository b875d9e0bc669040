import type { Posting } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import { PostingEvent } from './events.ts';
import { TopicElement } from './page.ts';

/**
 * @summary Writes a note about a posting that is never public.
 */
export class DeskPostingNote extends TopicElement {
  @property({ attribute: false }) posting: Posting | undefined;

  @state() private dirty = false;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);
  readonly #attempt = new Attempt();

  get unsaved(): boolean {
    return this.dirty;
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-label=${t('note')} @submit=${this.#send} @input=${() => (this.dirty = typed(this.form)('text') !== '')}>
      ${error === undefined || wrong.has('text') ? nothing : problem(say, error)}
      ${field({ name: 'text', label: t('note'), hint: t('note.hint'), wrong: wrong.get('text') }, (described, invalid) => html`<textarea class="field" id="text" name="text" rows="2" maxlength="1000" aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
      <div class="buttons"><button class="button" aria-disabled=${String(busy)}>${t('note.go')}</button></div>
    </form>`;
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, posting: one } = this;
    const text = typed(this.form)('text').replaceAll(/\s*\n\s*/g, ' ');
    if (!one || this.#sending.refuse({ text: text === '' ? say('required') : undefined })) return;
    const current = await this.#sending.send(() => this.desk.client.board.note(one.id, { text }, { idempotencyKey: this.#attempt.keyFor({ id: one.id, text }) }));
    if (!current) return;
    this.#attempt.done();
    this.form?.reset();
    this.dirty = false;
    this.dispatchEvent(new PostingEvent(current, t('note.done')));
  };
}
