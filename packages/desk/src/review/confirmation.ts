import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Translate } from '../../../../src/shared/i18n.ts';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly note: 'none' | 'optional' | 'required';
  /** What is asked of the note, where it is not just a note. */
  readonly noteLabel?: string;
  readonly day?: { readonly label: string; readonly from: string; readonly value?: string | undefined };
  readonly bad?: boolean;
}
export interface Answer {
  readonly note: string;
  readonly day: string;
}

type ConfirmKey = 'cancel' | 'confirm.note' | 'confirm.note.needed' | 'confirm.day.needed';

/** Asks before something is done that others will see: what happens, in words, with a note where one is wanted. */
export class Confirmation {
  readonly #host: LitElement;
  #question: Question | undefined;
  #answer: ((answer: Answer | undefined) => void) | undefined;
  #tried = false;
  #before: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController({
      hostUpdated: () => {
        // Not within the update itself: the field that loses the focus has something to say.
        if (this.#question) void this.#host.updateComplete.then(() => { if (this.#dialog?.open === false) this.#dialog.showModal(); });
      },
      hostDisconnected: () => this.#done(undefined),
    });
  }

  ask(question: Question): Promise<Answer | undefined> {
    this.#done(undefined);
    this.#question = question;
    this.#tried = false;
    const active = this.#host.shadowRoot?.activeElement;
    this.#before = active instanceof HTMLElement ? active : undefined;
    this.#host.requestUpdate();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  view(t: Translate<ConfirmKey>): TemplateResult | typeof nothing {
    const question = this.#question;
    if (!question) return nothing;
    const { title, text, confirm, note, noteLabel, day, bad } = question;
    return html`<dialog class="confirm" aria-labelledby="confirm-title" aria-describedby="confirm-text" @cancel=${(event: Event) => { event.preventDefault(); this.#done(undefined); }}>
      <form method="dialog" novalidate @submit=${this.#submit}>
        <h2 id="confirm-title">${title}</h2>
        <p id="confirm-text">${text}</p>
        ${day ? html`<div class="row"><label for="confirm-day">${day.label}</label><input class="field" id="confirm-day" type="date" min=${day.from} .value=${day.value ?? ''} aria-required="true"
          aria-invalid=${this.#tried && !this.#value('confirm-day') ? 'true' : 'false'} aria-describedby="confirm-day-problem" /><p class="problem small" id="confirm-day-problem">${this.#tried && !(this.#value('confirm-day') >= day.from) ? t('confirm.day.needed') : nothing}</p></div>` : nothing}
        ${note === 'none' ? nothing : html`<div class="row"><label for="confirm-note">${noteLabel ?? t('confirm.note')}</label>
          <textarea class="field" id="confirm-note" rows="3" maxlength="1000" aria-required=${note === 'required' ? 'true' : 'false'} aria-invalid=${this.#tried && note === 'required' && !this.#value('confirm-note') ? 'true' : 'false'} aria-describedby="confirm-note-problem"></textarea>
          <p class="problem small" id="confirm-note-problem">${this.#tried && note === 'required' && !this.#value('confirm-note') ? t('confirm.note.needed') : nothing}</p></div>`}
        <div class="acts">
          <button class="button ${bad ? 'danger' : 'primary'}" type="submit" value="yes">${confirm}</button>
          <button class="button" type="button" @click=${() => this.#done(undefined)}>${t('cancel')}</button>
        </div>
      </form>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.confirm');
  }

  #value(id: string): string {
    const field = this.#host.shadowRoot?.getElementById(id);
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value.trim() : '';
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const question = this.#question;
    if (!question) return;
    this.#tried = true;
    const answer = { note: this.#value('confirm-note'), day: this.#value('confirm-day') };
    const missing = question.day && !(answer.day >= question.day.from) ? 'confirm-day' : question.note === 'required' && answer.note === '' ? 'confirm-note' : undefined;
    if (missing === undefined) return this.#done(answer);
    this.#host.requestUpdate();
    this.#host.shadowRoot?.getElementById(missing)?.focus();
  };

  #done(answer: Answer | undefined): void {
    if (!this.#question) return;
    const resolve = this.#answer;
    this.#question = undefined;
    this.#answer = undefined;
    this.#dialog?.close();
    this.#host.requestUpdate();
    if (answer === undefined) this.#before?.focus();
    resolve?.(answer);
  }
}
