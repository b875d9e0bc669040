import type { ImportOrder, ImportQuery, ImportReport } from './desk-contract.ts';
import type { UploadOptions } from './desk-files.ts';
import { DeskResource } from './desk-resource.ts';
import { withProgress } from './upload.ts';

/** Tens of thousands of rows are read, judged and published before there is an answer. */
const IMPORT_MILLISECONDS = 3_600_000;

/** Tables of what was published elsewhere. */
export class Imports extends DeskResource {
  /**
   * Reads and judges a file (CSV, XLSX, JSON or JSON Lines) and imports nothing: what its columns were taken for, what would be
   * published, amended or left alone, and every row that cannot be imported. Without a `timeout` of its own it has an hour.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input`, `too-large`, `unsupported-media-type`,
   * `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function check(file: File) {
   *   const { counts, bad, problem } = await client.imports.preview(file, { agency: 'qinghe-water', kind: 'normative', name: file.name });
   *   console.log(counts, bad, problem?.detail);
   * }
   * ```
   */
  async preview(file: Blob, query: ImportQuery, options: UploadOptions = {}): Promise<ImportReport> {
    return this.send('v1/imports/preview', file, query, options);
  }

  /**
   * Publishes what a file says: all of its rows, or, when one cannot be published, none; `imported` says which. It may be
   * repeated, and after an answer that never came it should be: the same rows again change nothing. Aborting takes everything
   * back, unless it was done by then.
   *
   * @throws SunlitError `not-possible` when somebody changed the same records meanwhile. Else as `preview`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api', token: 'sunlit_…' });
   * export async function importAll(file: Blob, signal: AbortSignal) {
   *   const order = { agency: 'qinghe-water', kind: 'normative', name: '目录.xlsx', reviewedBy: '局保密办主任' } as const;
   *   const { imported, bad } = await client.imports.run(file, order, { signal });
   *   if (!imported) for (const { row, column, detail } of bad) console.log(row, column, detail);
   * }
   * ```
   */
  async run(file: Blob, order: ImportOrder, options: UploadOptions = {}): Promise<ImportReport> {
    return this.send('v1/imports', file, order, options);
  }

  private async send(path: string, file: Blob, query: ImportQuery | ImportOrder, { onProgress, ...options }: UploadOptions): Promise<ImportReport> {
    const http = onProgress && 'XMLHttpRequest' in globalThis ? this.http.sentBy(withProgress(onProgress)) : this.http;
    return http.write({ method: 'POST', path, query, body: file, expect: 'imported' }, { ...options, timeout: options.timeout ?? IMPORT_MILLISECONDS });
  }
}
