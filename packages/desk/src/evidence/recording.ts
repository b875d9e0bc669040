import { isSunlitError, type DeskClient, type Evidence, type NewEvidence, type UploadedFile } from '@sunlit/client/desk';
import type { ReactiveControllerHost } from 'lit';

/** What is said of a posting; its file is sent before. */
export type Posting = Omit<NewEvidence, 'sha256'>;

/** The disclosure that was posted, and whose files prove it. */
export interface Posted {
  readonly id: string;
  readonly agency: { readonly id: string };
}

const LONGEST_NAME = 180;

/** A proof on its way: first its file, then what is said of it. What arrived once is not sent again, and nothing is recorded twice. */
export class Recording {
  /** How much of the file was sent, as a part of 1, until all is done; then it is recorded, which cannot be stopped. */
  way: { readonly name: string; readonly part: number; readonly recording: boolean } | undefined;
  /** Somebody stopped the last attempt before anything was recorded. */
  stopped = false;
  /** No answer came to the last attempt, so it may have been recorded. */
  unsure = false;
  #stop: AbortController | undefined;
  #arrived: { readonly file: File; readonly sha256: string } | undefined;
  #attempt: { readonly what: string; readonly key: string } | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #client: () => DeskClient;

  constructor(host: ReactiveControllerHost, client: () => DeskClient) {
    this.#host = host;
    this.#client = client;
    host.addController({ hostDisconnected: this.stop });
  }

  readonly stop = (): void => {
    this.#stop?.abort();
  };

  /** Answers what was recorded, or nothing when it was stopped. @throws what the API answered instead. */
  async record({ id, agency }: Posted, file: File, posting: Posting): Promise<Evidence | undefined> {
    const { signal } = (this.#stop = new AbortController());
    [this.stopped, this.unsure] = [false, false];
    try {
      const sha256 = this.#arrived?.file === file ? this.#arrived.sha256 : (await this.#upload(file, agency.id, signal)).sha256;
      this.#arrived = { file, sha256 };
      signal.throwIfAborted();
      this.#become({ name: file.name, part: 1, recording: true });
      return await this.#create(id, { ...posting, sha256 });
    } catch (error) {
      if (signal.aborted && this.way?.recording !== true) {
        this.stopped = true;
        return undefined;
      }
      throw error;
    } finally {
      this.#become(undefined);
    }
  }

  async #upload(file: File, agency: string, signal: AbortSignal): Promise<UploadedFile> {
    const name = file.name.normalize('NFC').slice(-LONGEST_NAME);
    const attempt = () => {
      this.#become({ name, part: 0, recording: false });
      return this.#client().files.create(file, { agency, purpose: 'evidence', name }, { signal, onProgress: (part) => this.#become({ name, part, recording: false }) });
    };
    return attempt().catch(async (error: unknown) => {
      if (!isSunlitError(error) || error.code !== 'not-signed-in') throw error;
      // An upload is not sent again by the frame, but this question is, when somebody has signed in.
      await this.#client().staff.me({ signal });
      return attempt();
    });
  }

  async #create(id: string, evidence: NewEvidence): Promise<Evidence> {
    const what = JSON.stringify([id, evidence]);
    // The same said again is the same proof, until it is known to be recorded.
    if (this.#attempt?.what !== what) this.#attempt = { what, key: newKey() };
    try {
      const recorded = await this.#client().evidence.create(id, evidence, { idempotencyKey: this.#attempt.key });
      this.#attempt = this.#arrived = undefined;
      return recorded;
    } catch (error) {
      const refused = isSunlitError(error) && error.requestId !== undefined;
      this.unsure = !refused || error.code === 'internal';
      // The server does not know the file any more: the next attempt sends it again.
      if (refused && error.errors.some(({ pointer }) => pointer === '/body/sha256')) this.#arrived = undefined;
      throw error;
    }
  }

  #become(way: Recording['way']): void {
    this.way = way;
    this.#host.requestUpdate();
  }
}

/** Pages of an intranet without TLS have no `randomUUID`. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
