import type { Attachment, DisclosureContent, ReportDraft } from '@sunlit/contract';
import { once } from '../database/idempotency.ts';
import { writingDrafts } from '../drafts/record.ts';
import { beginDraft } from '../drafts/writing.ts';
import { attachOwn } from '../files/attach.ts';
import type { Call } from '../handlers.ts';
import { ProblemError } from '../problems.ts';
import type { RequestStore } from '../requests/store.ts';
import { reportFile } from './files.ts';
import { loadReport, type LoadedReport, type ReportName } from './report.ts';

/**
 * Begins a draft of a report, with its files, to be reviewed and published like any other.
 *
 * @throws ProblemError `changed-meanwhile` with the report as it stands; `not-possible` while its year is not closed, a reference leads to no figure, or a draft was begun.
 */
export async function draftReport(store: RequestStore, { params, body, key, actor, language }: Pick<Call<'reports.draft'>, 'params' | 'body' | 'key' | 'actor' | 'language'>): Promise<ReportDraft> {
  const { database, dataDirectory } = store;
  const report = await loadReport(database.read, params);
  refuse(report, body.version);
  const attachments: Attachment[] = [];
  // Once there is a draft, the same call again makes nothing, and any other is refused.
  if (report.shown.draftId === undefined) for (const format of ['docx', 'pdf'] as const) attachments.push(await attachOwn(store, { agencyNo: report.agencyNo, actor, ...(await reportFile(report, format)) }, ''));
  return writingDrafts({ database, dataDirectory }, async (w) => {
    await once(w, { operation: 'reports.draft', owner: actor.id, key, body: { ...params, ...body } }, async () => {
      const now = await loadReport(w.db, params);
      refuse(now, body.version);
      // Its files would say something else.
      if (now.markdown !== report.markdown) throw new ProblemError('changed-meanwhile', [], { current: now.shown });
      if (now.shown.draftId !== undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'report-drafted' }]);
      const { id } = await beginDraft(w, { content: contentOf(params, now, attachments) }, { actor, language });
      const { no } = await w.db.selectFrom('draft').select('no').where('id', '=', id).executeTakeFirstOrThrow();
      await w.db.updateTable('annual_report').set({ draft_no: no }).where('agency_no', '=', now.agencyNo).where('year', '=', params.year).where('template', '=', params.template).execute();
      return {};
    });
    return (await loadReport(w.db, params)).shown;
  });
}

function refuse({ shown }: LoadedReport, version: number): void {
  if (shown.version !== version) throw new ProblemError('changed-meanwhile', [], { current: shown });
  if (!shown.closed) throw new ProblemError('not-possible', [{ pointer: '/params/year', code: 'year-not-closed' }]);
  const named = (section: string) => shown.sections.find(({ name }) => name === section)?.title ?? section;
  if (shown.unknown.length > 0) throw new ProblemError('not-possible', shown.unknown.map(({ section, ref }) => ({ pointer: `/sections/${section}`, code: 'unknown-reference', values: { section: named(section), ref } })));
}

function contentOf({ id, year, template }: ReportName, { title, markdown, tables: { counts, requests }, shown: { agency } }: LoadedReport, attachments: Attachment[]): DisclosureContent {
  const figures = [
    { label: '主动公开政府信息', value: counts?.['disclosures.total'] ?? 0, unit: '条' },
    { label: '本年新收政府信息公开申请', value: requests?.newReceived.total ?? 0, unit: '件' },
    { label: '本年办结政府信息公开申请', value: requests?.total.total ?? 0, unit: '件' },
  ];
  return {
    kind: 'report', agencyId: id, categoryId: CATEGORY, title,
    summary: `${agency.name}${year}年${figures.map(({ label, value, unit }) => `${label}${value}${unit}`).join('，')}。`,
    body: markdown, openTerm: { term: 'long-term' }, basis: [], channels: [], attachments, links: [],
    fields: { type: template === 'annual' ? 'annual' : 'rule-of-law', from: `${year}-01-01`, to: `${year}-12-31`, figures },
  };
}

/** Reg. 20(15): what else is to be published by law; the report is by Reg. 50. */
const CATEGORY = 'A20_15';
