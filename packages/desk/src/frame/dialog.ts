import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A modal dialog of a page: shown when what it is about is there, and told of by the page's own template. */
export class Dialog<Subject> implements ReactiveController {
  subject: Subject | undefined;
  #shown = false;
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly #selector: string;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  open(subject: Subject): void {
    this.subject = subject;
    this.#host.requestUpdate();
  }

  readonly close = (): void => {
    this.subject = undefined;
    this.#host.requestUpdate();
  };

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>(this.#selector);
    const wanted = dialog !== null && this.subject !== undefined;
    // Escape closes a dialog before its `close` event tells us; what is drawn in between must not open it again.
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    if (wanted) dialog.showModal();
    else if (dialog?.open) dialog.close();
  }
}
