import type { Case } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import { CaseEvent } from './events.ts';
import { CaseElement } from './page.ts';

/** What can be said of a case without taking a step, and how long it may be. */
const MOST = { note: 4000, urge: 500, answer: 500 } as const;

/**
 * @summary Says something of a case: a note that is never public, an urging, or the answer to one.
 */
export class DeskCaseSaying extends CaseElement {
  @property({ attribute: false }) case: Case | undefined;
  @property() kind: keyof typeof MOST = 'note';

  @state() private dirty = false;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);
  readonly #attempt = new Attempt();

  get unsaved(): boolean {
    return this.dirty;
  }

  protected override view(): TemplateResult {
    const { t, say, kind } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-label=${t(`say.${kind}`)} @submit=${this.#send} @input=${() => (this.dirty = typed(this.form)('text') !== '')}>
      ${error === undefined || wrong.has('text') ? nothing : problem(say, error)}
      ${field({ name: 'text', label: t(`say.${kind}`), hint: t(`say.${kind}.hint`), wrong: wrong.get('text') },
        (described, invalid) => html`<textarea class="field" id="text" name="text" rows="3" maxlength=${MOST[kind]} aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
      <div class="buttons"><button class="button ${kind === 'note' ? '' : 'primary'}" aria-disabled=${String(busy)}>${t(`say.${kind}.go`)}</button></div>
    </form>`;
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, kind } = this;
    const one = this.case;
    const text = typed(this.form)('text');
    if (!one || this.#sending.refuse({ text: text === '' ? say('required') : undefined })) return;
    const current = await this.#sending.send(() => this.desk.client.cases[kind](one.id, { text }, { idempotencyKey: this.#attempt.keyFor({ id: one.id, text }) }));
    if (!current) return;
    this.#attempt.done();
    this.form?.reset();
    this.dirty = false;
    this.dispatchEvent(new CaseEvent(current, t(`say.${kind}.done`)));
  };
}
