import type { Evidence, EvidenceList, FileQuery, NewEvidence, UploadedFile } from './desk-contract.ts';
import type { CreateOptions } from './desk-http.ts';
import { DeskResource } from './desk-resource.ts';
import { withProgress } from './upload.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';

/** A scanned plan on a village line needs longer than any answer in JSON. */
const FILE_MILLISECONDS = 600_000;

export interface UploadOptions extends CallOptions {
  /** Told how much of the file was sent, as a part of 1. Only in browsers: elsewhere it is never called. */
  onProgress?: ((part: number) => void) | undefined;
}

/** Files of an agency: to attach, as evidence, or as originals of which only a redacted copy is public. */
export class Files extends DeskResource {
  /**
   * Uploads a file. What comes back is the copy that may be published, and what a person should look at first. It may be
   * repeated: the same bytes under the same name are kept once. Without a `timeout` of its own it has ten minutes.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `too-large`, `unsupported-media-type`,
   * `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function attach(file: File, signal: AbortSignal) {
   *   const query = { agency: 'qinghe-water', purpose: 'attachment', name: file.name } as const;
   *   return client.files.create(file, query, { signal, onProgress: (part) => console.log(`${Math.round(part * 100)} %`) });
   * }
   * ```
   */
  async create(file: Blob, query: FileQuery, { onProgress, ...options }: UploadOptions = {}): Promise<UploadedFile> {
    const http = onProgress && 'XMLHttpRequest' in globalThis ? this.http.sentBy(withProgress(onProgress)) : this.http;
    return http.write({ method: 'POST', path: 'v1/files', query, body: file, expect: 'sha256' }, { ...options, timeout: options.timeout ?? FILE_MILLISECONDS });
  }

  /**
   * Downloads a file of an agency, also one that is not public.
   *
   * @throws SunlitError `not-found`. Else as `create`.
   * @example
   * ```ts
   * import { createDeskClient, type UploadedFile } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function original({ originalSha256, agencyId }: UploadedFile) {
   *   return client.files.get(originalSha256, agencyId);
   * }
   * ```
   */
  async get(sha256: string, agency: string, options: CallOptions = {}): Promise<Blob> {
    const patient = { ...options, timeout: options.timeout ?? FILE_MILLISECONDS };
    return (await this.http.send(new URL(this.url(sha256, agency)), patient)).blob();
  }

  /**
   * The address of a file for a link on a page of somebody who is signed in. Nothing is asked.
   *
   * @throws SunlitError `invalid-input` for an empty name, `.` and `..`
   * @example
   * ```ts
   * import { createDeskClient, type UploadedFile } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export const link = ({ sha256, agencyId }: UploadedFile) => client.files.url(sha256, agencyId);
   * ```
   */
  url(sha256: string, agency: string): string {
    return this.http.url(path`v1/files/${sha256}`, { agency }).href;
  }
}

/** Proof that something was also posted on paper or a screen: never public, never changed. */
export class EvidenceArchive extends DeskResource {
  /**
   * The evidence of one disclosure, oldest first.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`,
   * `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * const { items } = await client.evidence.list('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * console.log(items.map(({ postedOn, place }) => `${postedOn} ${place}`));
   * ```
   */
  async list(id: string, options: CallOptions = {}): Promise<EvidenceList> {
    return this.http.json({ path: path`v1/disclosures/${id}/evidence`, expect: 'items' }, options);
  }

  /**
   * Records where and when a disclosure was posted, with a file that was uploaded as evidence.
   *
   * @throws SunlitError `invalid-input`, `key-reused`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function prove(id: string, photograph: File) {
   *   const { sha256 } = await client.files.create(photograph, { agency: 'tuanjie', purpose: 'evidence', name: photograph.name });
   *   return client.evidence.create(id, { carrier: 'notice-board', place: '村委会公开栏', postedOn: '2026-03-09', sha256 });
   * }
   * ```
   */
  async create(id: string, evidence: NewEvidence, options: CreateOptions = {}): Promise<Evidence> {
    return this.http.create(path`v1/disclosures/${id}/evidence`, evidence, 'file', options);
  }
}
