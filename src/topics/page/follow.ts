import { isSunlitError } from '@sunlit/client/topics';
import type { Topic } from '@sunlit/client/topics';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { copy } from '../../disclosure/copy.ts';
import { contentIcons } from '../../shared/content-icons.ts';
import { icons } from '../../shared/icons.ts';
import type { PartOptions } from '../parts.ts';
import type { PageScene } from './scene.ts';
import type { PageKey } from './strings/index.ts';

/** Why something was not sent. */
export function failureKey(error: unknown): PageKey {
  switch (isSunlitError(error) ? error.code : '') {
    case 'offline': case 'network': case 'timeout': return 'failed.offline';
    case 'too-many-requests': return 'failed.busy';
    case 'not-possible': return 'failed.not-possible';
    default: return 'failed';
  }
}

export const looksLikeMail = (text: string) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());

/** Letters about a topic, its feed, and its address to pass on. */
export class Follow {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: PartOptions;
  #email = '';
  #state: 'idle' | 'sending' | 'asked' | 'missing' = 'idle';
  #error: unknown;
  #copied: 'yes' | 'no' | undefined;
  #draw: typeof import('../../disclosure/qr.ts').qr | undefined;
  #shown = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: PartOptions) {
    this.#host = host;
    this.#options = options;
  }

  reset(): void {
    this.#email = '';
    this.#state = 'idle';
    this.#error = this.#copied = undefined;
    this.#shown = false;
  }

  view(topic: Topic, scene: PageScene): TemplateResult {
    const { say, holdings, shared } = scene;
    const mail = holdings.board.latest?.mail === true;
    const feed = this.#options.client().topics.feedUrl({ topic: topic.id });
    const href = scene.address(topic.id);
    return html`<section class="section follow no-print"><h3>${say('follow')}</h3>
      ${mail ? this.#mail(topic, scene) : nothing}
      <div class="actions">
        ${shared ? nothing : html`<a class="button quiet" href=${feed} type="application/atom+xml">${icons.feed}${say('follow.feed')}</a>
          <button class="button quiet" type="button" data-action="copy" @click=${() => void this.#copy(href)}>${contentIcons.link}${say('share.copy')}</button>`}
        <button class="button quiet" type="button" data-action="qr" aria-expanded=${this.#shown ? 'true' : 'false'} @click=${() => this.#qr()}>${contentIcons.code}${say('share.qr')}</button>
      </div>
      <p role="status" class="small">${this.#copied === 'yes' ? say('share.copied') : this.#copied === 'no' ? html`${say('share.copied.not')} <span class="address">${href}</span>` : nothing}</p>
      ${this.#shown && this.#draw ? html`<div class="qr-card">${this.#draw(href, say('share.qr.label'))}<div><p>${say('share.qr.text')}</p><p class="address small muted">${href}</p></div></div>` : nothing}
    </section>`;
  }

  #mail(topic: Topic, { say, shared, language }: PageScene): TemplateResult {
    if (this.#state === 'asked') return html`<p class="notice" role="status">${contentIcons.tick}<span>${say('follow.done')}</span></p>`;
    const wrong = this.#state === 'missing';
    const send = async (event: Event) => {
      event.preventDefault();
      if (this.#state === 'sending') return;
      this.#error = undefined;
      this.#state = looksLikeMail(this.#email) ? 'sending' : 'missing';
      this.#host.requestUpdate();
      if (this.#state === 'missing') return this.#host.shadowRoot?.querySelector<HTMLElement>('#follow-mail')?.focus();
      try {
        await this.#options.client().topics.followByMail({ of: { topic: topic.id }, email: this.#email.trim(), language });
        this.#state = 'asked';
        this.#email = '';
      } catch (error) {
        this.#state = 'idle';
        this.#error = error;
      }
      this.#host.requestUpdate();
    };
    return html`<form class="mail" novalidate @submit=${send}>
      <label class="label" for="follow-mail">${say('follow.mail')}</label>
      <span class="hint" id="follow-hint">${say('follow.mail.hint')}</span>
      ${wrong ? html`<p class="wrong" id="follow-wrong">${icons.warning}<span>${say('follow.missing')}</span></p>` : nothing}
      <div class="with-button"><input class="field" id="follow-mail" type="email" maxlength="254" autocomplete=${shared ? 'off' : 'email'} aria-invalid=${wrong ? 'true' : 'false'} aria-describedby="follow-hint ${wrong ? 'follow-wrong' : ''}"
          .value=${this.#email} @input=${(event: Event) => (this.#email = (event.target as HTMLInputElement).value)} />
        <button class="button" type="submit" aria-disabled=${this.#state === 'sending' ? 'true' : 'false'}>${say(this.#state === 'sending' ? 'follow.sending' : 'follow.send')}</button></div>
      ${this.#error === undefined ? nothing : html`<p class="wrong" role="alert">${icons.warning}<span>${say(failureKey(this.#error))}</span></p>`}
    </form>`;
  }

  async #copy(href: string): Promise<void> {
    const root = this.#host.shadowRoot;
    this.#copied = (await copy(href, root ?? document)) ? 'yes' : 'no';
    this.#host.requestUpdate();
  }

  #qr(): void {
    this.#shown = !this.#shown;
    if (this.#shown && !this.#draw) import('../../disclosure/qr.ts').then(({ qr }) => (this.#draw = qr), () => (this.#shown = false)).finally(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
