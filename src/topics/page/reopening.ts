import type { Topic } from '@sunlit/client/topics';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icons } from '../../shared/icons.ts';
import type { PartOptions } from '../parts.ts';
import { failureKey } from './follow.ts';
import type { PageSay } from './strings/index.ts';

const LONGEST = 500;

/** Whoever wrote a topic says, once, that the answer did not answer it. */
export class Reopening {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: PartOptions;
  readonly #done: () => void;
  #words = '';
  #busy = false;
  #missing = false;
  #error: unknown;

  constructor(host: ReactiveControllerHost & HTMLElement, options: PartOptions, done: () => void) {
    this.#host = host;
    this.#options = options;
    this.#done = done;
  }

  reset(): void {
    this.#words = '';
    this.#busy = this.#missing = false;
    this.#error = undefined;
  }

  view({ id }: Topic, say: PageSay): TemplateResult {
    const fault = this.#missing ? say('reopen.missing') : this.#error === undefined ? undefined : say(failureKey(this.#error));
    return html`<details class="section reopen no-print"><summary>${icons.next}<h3>${say('reopen')}</h3></summary>
      <form novalidate @submit=${(event: Event) => void this.#send(event, id, say)}>
        <p>${say('reopen.lead')}</p>
        <label class="label" for="reopen-words">${say('reopen.words')}</label>
        ${fault === undefined ? nothing : html`<p class="wrong" id="reopen-wrong" role="alert">${icons.warning}<span>${fault}</span></p>`}
        <textarea class="field" id="reopen-words" rows="3" maxlength=${LONGEST} aria-invalid=${this.#missing ? 'true' : 'false'} aria-describedby=${fault === undefined ? nothing : 'reopen-wrong'}
          .value=${this.#words} @input=${(event: Event) => (this.#words = (event.target as HTMLTextAreaElement).value)}></textarea>
        <div class="actions"><button class="button" type="submit" aria-disabled=${this.#busy ? 'true' : 'false'}>${say('reopen.send')}</button></div>
      </form></details>`;
  }

  async #send(event: Event, id: string, say: PageSay): Promise<void> {
    event.preventDefault();
    if (this.#busy) return;
    const words = this.#words.trim().replace(/\s+/g, ' ');
    this.#missing = words === '';
    this.#error = undefined;
    this.#busy = !this.#missing;
    this.#host.requestUpdate();
    if (this.#missing) return this.#host.shadowRoot?.querySelector<HTMLElement>('#reopen-words')?.focus();
    try {
      await this.#options.client().topics.reopen(id, words, { token: this.#options.token() });
      this.reset();
      this.#options.changed();
      this.#options.say(say('reopen.done'));
      this.#done();
    } catch (error) {
      this.#error = error;
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }
}
