import { isSunlitError } from '@sunlit/client/desk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One form of a page: what it holds is sent once at a time, and what is wrong stands at its fields. */
export class Sending implements ReactiveController {
  busy = false;
  /** Why the last attempt failed. */
  error: unknown;
  /** By the name of the field. */
  wrong: ReadonlyMap<string, string> = new Map();
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

  constructor(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.clear();
  }

  readonly clear = (): void => {
    this.error = undefined;
    this.wrong = new Map();
    this.#host.requestUpdate();
  };

  /** Names what is wrong before anything is sent, and goes there. Answers whether anything is. */
  refuse(wrong: Readonly<Record<string, string | undefined>>): boolean {
    this.error = undefined;
    this.wrong = new Map(Object.entries(wrong).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])));
    this.#host.requestUpdate();
    if (this.wrong.size > 0) this.#focusWrong();
    return this.wrong.size > 0;
  }

  /** Answers what was answered, or nothing when it failed. A second click while it runs does nothing. */
  async send<T>(work: () => PromiseLike<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.clear();
    try {
      return await work();
    } catch (error) {
      this.error = error;
      if (isSunlitError(error)) this.wrong = new Map(error.errors.map(({ pointer, detail }) => [pointer.replace(/^\/body\/(content\/)?/, '').replaceAll('/', '.'), detail]));
      // What is wrong is drawn first, so that there is something to go to.
      this.#host.requestUpdate();
      this.#focusWrong();
      return undefined;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  #focusWrong(): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }
}

/** What is typed in a form, without spaces around. */
export function typed(form: HTMLFormElement | null): (name: string) => string {
  const data = new FormData(form ?? undefined);
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
}
