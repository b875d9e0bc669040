import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** As the contract of requests has it. */
export const MOST_FILES = 10;
export const LARGEST_FILE = 20 * 1024 * 1024;

export type Purpose = 'attachment' | 'identity';

/** A file that somebody chose, and how far it is on its way. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly purpose: Purpose;
  readonly progress:
    /** `kept`: the outbox has it, and sends it also when the page is gone. */
    | { readonly state: 'chosen' | 'kept' | 'waiting' | 'sent' | 'cancelled' }
    | { readonly state: 'sending'; readonly part: number }
    | { readonly state: 'failed'; readonly error: unknown };
}

/** A file that was not taken, and why. */
export interface Refused {
  readonly name: string;
  readonly because: 'large' | 'empty' | 'many';
}

export type Send = (file: File, purpose: Purpose, options: { readonly signal: AbortSignal; readonly onProgress: (part: number) => void }) => Promise<unknown>;

/** Files on their way to an agency, one after the other: a village line carries one better than three. */
export class Uploads implements ReactiveController {
  all: readonly Upload[] = [];
  refused: readonly Refused[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #most: () => number;
  #send: Send | undefined;
  #running: { readonly id: number; readonly controller: AbortController } | undefined;
  #last = 0;

  /** `most`: how many more there may be. */
  constructor(host: ReactiveControllerHost, most: () => number = () => MOST_FILES) {
    this.#host = host;
    this.#most = most;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Whether something would be lost if the page went away now. */
  get running(): boolean {
    return this.all.some(({ progress: { state } }) => state === 'waiting' || state === 'sending');
  }

  add(files: Iterable<File>, purpose: Purpose = 'attachment'): void {
    const refused: Refused[] = [];
    for (const file of files) {
      const because = file.size > LARGEST_FILE ? 'large' : file.size === 0 ? 'empty' : this.all.length >= this.#most() ? 'many' : undefined;
      if (because) refused.push({ name: file.name, because });
      else this.all = [...this.all, { id: (this.#last += 1), file, purpose, progress: { state: this.#send ? 'waiting' : 'chosen' } }];
    }
    this.refused = refused;
    this.#host.requestUpdate();
    void this.#next();
  }

  remove(id: number): void {
    this.cancel(id);
    this.all = this.all.filter((upload) => upload.id !== id);
    this.#host.requestUpdate();
  }

  /** From now on what was chosen is sent, and what is added too. */
  start(send: Send): void {
    this.#send = send;
    this.#turn(['chosen', 'kept'], 'waiting');
    void this.#next();
  }

  /** The outbox has what was chosen. */
  keep(): void {
    this.#turn(['chosen'], 'kept');
  }

  /** What the outbox had has arrived. */
  arrive(): void {
    this.#turn(['kept'], 'sent');
  }

  cancel(id: number): void {
    if (this.#running?.id === id) this.#running.controller.abort();
    this.#set(id, { state: 'cancelled' });
  }

  retry(id: number): void {
    this.#set(id, { state: 'waiting' });
    void this.#next();
  }

  /** Forgets every file, and breaks off what is being sent. */
  reset(): void {
    this.#running?.controller.abort();
    this.#running = undefined;
    this.#send = undefined;
    this.all = [];
    this.refused = [];
    this.#host.requestUpdate();
  }

  async #next(): Promise<void> {
    const upload = this.all.find(({ progress }) => progress.state === 'waiting');
    const send = this.#send;
    if (!upload || !send || this.#running) return;
    const { id, file, purpose } = upload;
    const running = (this.#running = { id, controller: new AbortController() });
    this.#set(id, { state: 'sending', part: 0 });
    try {
      await send(file, purpose, { signal: running.controller.signal, onProgress: (part) => { if (this.#running === running) this.#set(id, { state: 'sending', part }); } });
      if (this.#running === running) this.#set(id, { state: 'sent' });
    } catch (error) {
      if (this.#running === running && !running.controller.signal.aborted) this.#set(id, { state: 'failed', error });
    }
    if (this.#running !== running) return; // everything was forgotten meanwhile
    this.#running = undefined;
    await this.#next();
  }

  #turn(from: readonly Upload['progress']['state'][], to: 'kept' | 'waiting' | 'sent'): void {
    this.refused = [];
    this.all = this.all.map((upload) => (from.includes(upload.progress.state) ? { ...upload, progress: { state: to } } : upload));
    this.#host.requestUpdate();
  }

  #set(id: number, progress: Upload['progress']): void {
    this.all = this.all.map((upload) => (upload.id === id && upload.progress.state !== 'sent' ? { ...upload, progress } : upload));
    this.#host.requestUpdate();
  }
}
