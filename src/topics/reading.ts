import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { SunlitSelectEvent } from '../shared/events.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { failed, skeleton } from '../shared/states.ts';
import type { PartOptions } from './parts.ts';
import { skeletonRow } from './rows.ts';
import type { Say } from './strings/index.ts';

/** A disclosure that somebody opens. */
export interface Opened {
  readonly id: string;
  readonly title: string;
}

interface ReadingOptions {
  readonly t: () => Say;
  readonly setting: PartOptions['setting'];
  /** Where the site shows a disclosure, with `{id}`. */
  readonly itemHref: () => string | undefined;
  /** Shows the widget from its top. */
  readonly arrive: () => Promise<void>;
  readonly focus: (selector: string) => Promise<void>;
}

/** The disclosure that is read in place of the board: where the page says so on the site, else here. */
export class Reading {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ReadingOptions;
  readonly #element: Load<unknown>;
  #opened: Opened | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ReadingOptions) {
    this.#host = host;
    this.#options = options;
    this.#element = new Load<unknown>(host, { key: () => (this.#opened ? 'element' : undefined), fetch: async () => import('../disclosure/define.ts') });
  }

  open(disclosure: Opened): void {
    const { itemHref, arrive, focus } = this.#options;
    if (!this.#host.dispatchEvent(new SunlitSelectEvent({ type: 'disclosure', ...disclosure }))) return;
    const href = itemHref();
    if (href) location.assign(href.split('{id}').join(encodeURIComponent(disclosure.id)));
    else {
      this.#show(disclosure);
      void arrive().then(() => focus('.reading .back'));
    }
  }

  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  reset(): void {
    this.#show(undefined);
  }

  view(): TemplateResult | undefined {
    if (!this.#opened) return undefined;
    const t = this.#options.t();
    const { api, theme, scheme } = this.#options.setting();
    const { current } = this.#element;
    return html`<section class="reading">
      <button class="button quiet back no-print" type="button" @click=${this.close}>${icons.back}${t('back')}</button>
      ${current.state === 'failed' ? failed(t, current.error, () => this.#element.retry())
        : current.state === 'ready' ? html`<sunlit-disclosure item-id=${this.#opened.id} api=${api} theme=${theme ?? nothing} scheme=${scheme ?? nothing} live="off" @sunlit-ready=${(event: Event) => event.stopPropagation()}></sunlit-disclosure>`
          : skeleton(t, 3, skeletonRow)}
    </section>`;
  }

  readonly close = (): void => {
    const { id = '' } = this.#opened ?? {};
    this.#show(undefined);
    void this.#options.focus(`[data-disclosure="${id}"]`);
  };

  #show(opened: Opened | undefined): void {
    this.#opened = opened;
    this.#host.requestUpdate();
  }
}
