import type { ReportDraft, ReportPreview, ReportTemplate, ReportText, ReportToDraft } from './desk-contract.ts';
import type { CreateOptions } from './desk-http.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';

/** Reports of a year: written in Markdown, with `{{reference}}` where a figure stands, so that none is typed. */
export class Reports extends DeskResource {
  /**
   * A report as it is written so far, with the figures it may refer to, references that lead to none, and sections without text.
   *
   * @throws SunlitError `invalid-input`, `not-signed-in`, `not-allowed`, `not-found`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { empty, unknown, due } = await client.reports.get('qinghe-water', 2025, 'annual');
   * console.log(`To write: ${empty.length}, to mend: ${unknown.length}, until ${due}`);
   * ```
   */
  async get(id: string, year: number, template: ReportTemplate, options: CallOptions = {}): Promise<ReportDraft> {
    return this.http.json({ path: path`v1/agencies/${id}/reports/${String(year)}/${template}`, expect: 'sections' }, options);
  }

  /**
   * Saves what is written. `version` is that of what was read; 0 when nothing had been saved.
   *
   * @throws ChangedMeanwhileError with the report as it now stands. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { version, sections } = await client.reports.get('qinghe-water', 2025, 'annual');
   * const written = sections.map(({ name, text }) => ({ name, text: name === 'requests' ? '本年新收{{requests.newReceived.total}}件。' : text }));
   * await client.reports.save('qinghe-water', 2025, 'annual', { version, sections: written });
   * ```
   */
  async save(id: string, year: number, template: ReportTemplate, text: ReportText, options: CallOptions = {}): Promise<ReportDraft> {
    return this.http.write({ method: 'PUT', path: path`v1/agencies/${id}/reports/${String(year)}/${template}`, body: text, expect: 'sections' }, options);
  }

  /**
   * The report as it would be published, with its tables and figures, of what was saved last.
   *
   * @throws SunlitError as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { title, markdown } = await client.reports.preview('qinghe-water', 2025, 'annual');
   * console.log(title, markdown.length);
   * ```
   */
  async preview(id: string, year: number, template: ReportTemplate, options: CallOptions = {}): Promise<ReportPreview> {
    return this.http.json({ path: path`v1/agencies/${id}/reports/${String(year)}/${template}/preview`, expect: 'markdown' }, options);
  }

  /**
   * The report as a file, of what was saved last. It goes on record.
   *
   * @throws SunlitError as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await client.reports.file('qinghe-water', 2025, 'annual', 'pdf')).size);
   * ```
   */
  async file(id: string, year: number, template: ReportTemplate, format: 'docx' | 'pdf', options: CallOptions = {}): Promise<Blob> {
    return (await this.http.send(new URL(this.fileUrl(id, year, template, format)), options)).blob();
  }

  /**
   * The address of that file for a link on a page of somebody who is signed in. Nothing is asked.
   *
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * console.log(client.reports.fileUrl('qinghe-water', 2025, 'annual', 'docx'));
   * ```
   */
  fileUrl(id: string, year: number, template: ReportTemplate, format: 'docx' | 'pdf'): string {
    return this.http.url(path`v1/agencies/${id}/reports/${String(year)}/${template}/file`, { format }).href;
  }

  /**
   * Begins a draft of kind `report` from what was saved last, with its DOCX and PDF files. It is reviewed and published like any other.
   *
   * @throws ChangedMeanwhileError with the report as it now stands; SunlitError `not-possible` while figures or texts are missing, `key-reused`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { draftId } = await client.reports.draft('qinghe-water', 2025, 'annual', { version: 3 });
   * console.log(draftId);
   * ```
   */
  async draft(id: string, year: number, template: ReportTemplate, order: ReportToDraft, options: CreateOptions = {}): Promise<ReportDraft> {
    return this.http.create(path`v1/agencies/${id}/reports/${String(year)}/${template}/draft`, order, 'sections', options);
  }
}
