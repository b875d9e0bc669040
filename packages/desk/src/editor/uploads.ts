import { isSunlitError, type Attachment } from '@sunlit/client';
import type { DeskClient, UploadedFile } from '@sunlit/client/desk';
import type { ReactiveControllerHost } from 'lit';

export interface Upload {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: { readonly state: 'running'; readonly part: number } | { readonly state: 'failed'; readonly error: unknown };
  readonly stop: () => void;
}

export interface UploadOptions {
  readonly client: () => DeskClient | undefined;
  readonly agency: () => string;
  readonly done: (file: Attachment) => void;
}

/** Files on their way to the server, and what it said of those that came. */
export class Uploads {
  readonly #host: ReactiveControllerHost;
  readonly #options: UploadOptions;
  readonly #answered = new Map<string, UploadedFile>();
  #running: readonly Upload[] = [];

  constructor(host: ReactiveControllerHost, options: UploadOptions) {
    this.#host = host;
    this.#options = options;
    host.addController({ hostDisconnected: () => this.#running.forEach(({ stop }) => stop()) });
  }

  get running(): readonly Upload[] {
    return this.#running;
  }

  /** What was taken out of a file and what the server warns of, while the page is open. */
  answered(sha256: string): UploadedFile | undefined {
    return this.#answered.get(sha256);
  }

  start(file: File, name: string): void {
    const { client, agency, done } = this.#options;
    const sending = new AbortController();
    let upload: Upload;
    const become = (next: Upload | undefined): void => {
      this.#running = this.#running.flatMap((one) => (one === upload ? (next ?? []) : one));
      if (next) upload = next;
      this.#host.requestUpdate();
    };
    upload = { name, size: file.size, state: { state: 'running', part: 0 }, stop: () => { sending.abort(); become(undefined); } };
    this.#running = [...this.#running, upload];
    this.#host.requestUpdate();
    const sent = client()?.files.create(file, { agency: agency(), purpose: 'attachment', name }, { signal: sending.signal, onProgress: (part) => become({ ...upload, state: { state: 'running', part } }) });
    sent?.then(
      (answer) => {
        this.#answered.set(answer.sha256, answer);
        become(undefined);
        done({ name: answer.name, mediaType: answer.mediaType, size: answer.size, sha256: answer.sha256 });
      },
      (error: unknown) => { if (!sending.signal.aborted) become({ ...upload, state: { state: 'failed', error } }); },
    );
  }
}

/** What the server said against a file, in the words of the reader; else `undefined`. */
export const refusalOf = (error: unknown): string | undefined => (isSunlitError(error) && error.requestId !== undefined ? (error.errors[0]?.detail ?? error.hint) : undefined);

/** Names are unique within a disclosure. */
export function freeName(name: string, taken: readonly string[]): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : `${stem}（${String(number)}）${ending}`;
    if (!taken.includes(one)) return one;
  }
}
