import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { contentIcons } from '../shared/content-icons.ts';
import { copy } from './copy.ts';
import { SunlitLinkEvent, SunlitPrintEvent } from './events.ts';
import { ReadAloud } from './read-aloud.ts';
import type { Context, PublishedDisclosure, Say } from './types.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment; print(): Promise<void> };

/** What a reader can do with a disclosure: print it, take its address along, hear it. */
export class Actions implements ReactiveController {
  readonly #host: Host;
  readonly #voice: ReadAloud;
  #copied: 'yes' | 'no' | undefined;
  #qr: 'open' | 'failed' | undefined;
  #draw: typeof import('./qr.ts').qr | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#voice = new ReadAloud(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  reset(): void {
    this.#voice.stop();
    this.#copied = undefined;
    this.#qr = undefined;
  }

  view(item: PublishedDisclosure, ctx: Context): TemplateResult {
    const { t } = ctx;
    const href = ctx.href(item.id);
    return html`<div class="actions no-print" part="actions">
      <div class="action-row">
        ${typeof globalThis.print === 'function' ? html`<button class="button" type="button" data-action="print" @click=${() => this.#print(item)}>${contentIcons.print}${t('action.print')}</button>` : nothing}
        <button class="button" type="button" data-action="copy" @click=${() => this.#copy(item, href)}>${contentIcons.link}${t('action.copy')}</button>
        <button class="button" type="button" data-action="qr" aria-expanded=${this.#qr === 'open'} @click=${() => this.#toggle()}>${contentIcons.code}${t('action.qr')}</button>
        ${this.#reading(item, ctx)}
      </div>
      <p role="status" class="small action-state">${this.#copied === 'yes' ? html`${contentIcons.tick}${t('copied')}` : this.#copied === 'no' ? t('copied.not') : this.#qr === 'failed' ? t('qr.failed') : nothing}</p>
      ${this.#copied === 'no' || this.#qr === 'failed' ? html`<p class="address">${href}</p>` : nothing}
      ${this.#qr === 'open' && this.#draw
        ? html`<div class="qr-card" part="qr">${this.#code(href, ctx)}<div><p>${t('qr.text')}</p><p class="address small">${href}</p></div></div>`
        : nothing}
    </div>`;
  }

  #code(href: string, { t }: Context): unknown {
    try {
      return this.#draw?.(href, t('qr.label'));
    } catch {
      return t('qr.failed'); // an address that is longer than any code
    }
  }

  #reading(item: PublishedDisclosure, { t, language }: Context): TemplateResult | typeof nothing {
    const voice = this.#voice;
    if (!voice.canSpeak(language)) return nothing;
    if (voice.state === 'silent') return html`<button class="button" type="button" data-action="read" @click=${() => voice.start(spoken(item, t), language)}>${contentIcons.speak}${t('action.read')}</button>`;
    return html`
      <button class="button" type="button" data-action="pause" @click=${() => (voice.state === 'paused' ? voice.resume() : voice.pause())}>${t(voice.state === 'paused' ? 'action.resume' : 'action.pause')}</button>
      <button class="button" type="button" data-action="stop" @click=${() => voice.stop()}>${contentIcons.stop}${t('action.stop')}</button>
    `;
  }

  #print(item: PublishedDisclosure): void {
    if (!this.#host.dispatchEvent(new SunlitPrintEvent({ id: item.id, title: item.title }))) return;
    void this.#host.print();
  }

  async #copy(item: PublishedDisclosure, href: string): Promise<void> {
    if (!this.#host.dispatchEvent(new SunlitLinkEvent({ id: item.id, title: item.title }, href))) return;
    const root = this.#host.renderRoot;
    this.#copied = (await copy(href, root instanceof ShadowRoot ? root : document)) ? 'yes' : 'no';
    this.#host.requestUpdate();
  }

  #toggle(): void {
    this.#copied = undefined;
    if (this.#qr === 'open') this.#qr = undefined;
    else {
      this.#qr = 'open';
      if (!this.#draw) {
        import('./qr.ts').then(({ qr }) => (this.#draw = qr), () => (this.#qr = 'failed')).finally(() => this.#host.requestUpdate());
      }
    }
    this.#host.requestUpdate();
  }
}

/** What is said of a disclosure: its lines without the marks of Markdown. */
async function spoken(item: PublishedDisclosure, t: Say): Promise<string> {
  const { lines } = await import('./lines.ts');
  const text = lines(item, t).flatMap((group) => [group.title, ...group.lines.map((line) => (line.label === undefined ? line.text : `${line.label}:${line.text}`))]).join('\n');
  return text.replace(/[*_`#>|~]|\[(?=[^\]]*\]\()|\]\([^)]*\)/g, ' ');
}
