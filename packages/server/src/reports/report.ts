import type { AnnualFault, ReportDraft, ReportSection, ReportTemplate } from '@sunlit/contract';
import { SECTION_TITLES, proposalOf, reportFigures, reportMarkdown, reportTitle, unknownIn, type ReportCount, type ReportTables } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { firstNumber } from '../disclosures/number.ts';
import { notFound } from '../problems.ts';
import { annualDraft, faultsOf } from '../statistics/annual.ts';

/** Of which report is spoken: its agency, its year, its template. */
export type ReportName = { readonly id: string; readonly year: number; readonly template: ReportTemplate };

/** A report with all that is printed of it. */
export interface LoadedReport {
  readonly shown: ReportDraft;
  readonly agencyNo: number;
  readonly title: string;
  readonly markdown: string;
  readonly tables: ReportTables;
}

/** A report as it is written so far, or, before anybody has, as it is proposed. Once its year is closed, its tables are the closed ones. @throws ProblemError `not-found`. */
export async function loadReport(db: Kysely<Tables>, { id, year, template }: ReportName): Promise<LoadedReport> {
  const agency = await db.selectFrom('agency').select(['no', 'id', 'name', 'position']).where('id', '=', id).executeTakeFirstOrThrow(() => notFound());
  const row = await db.selectFrom('annual_report').selectAll().where('agency_no', '=', agency.no).where('year', '=', year).where('template', '=', template).executeTakeFirst();
  const { requests, entered, faults, closed, lastYear, due } = await annualDraft(db, { id, year });
  const stated = closed ?? { requests, ...(entered?.proactive && { proactive: entered.proactive }), ...(entered?.disputes && { disputes: entered.disputes }) };
  const tables: ReportTables = { ...tablesOf(stated), counts: await countsOf(db, agency, year) };
  const before: ReportTables = { ...(lastYear && tablesOf(lastYear)), counts: await countsOf(db, agency, year - 1) };
  const found: AnnualFault[] = closed === undefined ? faults : faultsOf(closed, lastYear);
  const written = row === undefined ? [] : (JSON.parse(row.content) as { name: ReportSection; text: string }[]);
  const sections = SECTION_TITLES[template].map(([name, title]) => ({
    name, title, text: row === undefined ? proposalOf(template, name, { agency: agency.name, year }) : (written.find((one) => one.name === name)?.text ?? ''),
  }));
  const figures = reportFigures(tables, before);
  const report = { template, sections, tables, lastYear: before, figures, faults: found };
  const draftNo = row?.draft_no ?? null;
  const begun = draftNo === null ? undefined : await db.selectFrom('draft as t').leftJoin('disclosure as d', 'd.no', 't.disclosure_no').select(['t.id', 't.state', 'd.id as disclosure_id']).where('t.no', '=', draftNo).executeTakeFirst();
  return {
    agencyNo: agency.no,
    title: reportTitle(template, agency.name, year),
    markdown: reportMarkdown(report),
    tables,
    shown: {
      agency: { id: agency.id, name: agency.name }, year, template, version: row?.version ?? 0, sections, figures,
      unknown: unknownIn(report).map((one) => ({ ...one, ref: one.ref.slice(0, 200) || '—' })),
      empty: sections.filter(({ text }) => text.trim() === '').map(({ name }) => name),
      faults: found, closed: closed !== undefined, due,
      ...(row && { saved: { by: { id: row.person_id, name: row.person_name, post: row.person_post }, at: row.at } }),
      ...(begun && begun.state !== 'discarded' ? { draftId: begun.id, ...(begun.disclosure_id === null ? {} : { disclosureId: begun.disclosure_id }) } : {}),
    },
  };
}

const tablesOf = ({ requests, proactive, disputes }: ReportTables): ReportTables => ({ ...(requests && { requests }), ...(proactive && { proactive }), ...(disputes && { disputes }) });

/** What is counted beside the tables, of the agency alone. */
async function countsOf(db: Kysely<Tables>, { no, position }: { readonly no: number; readonly position: number }, year: number): Promise<Record<ReportCount, number>> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const disclosures = db.selectFrom('disclosure').select(({ fn }) => fn.countAll<number>().as('n')).where('agency_position', '=', position).where('state', '=', 'published').where('no', '>=', firstNumber(from)).where('no', '<', firstNumber(`${year + 1}-01-01`));
  const topics = db.selectFrom('topic').select(({ fn }) => fn.countAll<number>().as('n')).where('agency_no', '=', no);
  const ratings = db.selectFrom('rating').select(({ fn }) => fn.countAll<number>().as('n')).where('agency_no', '=', no).where('day', '>=', from).where('day', '<=', to);
  const count = async (query: { executeTakeFirstOrThrow: () => Promise<{ n: number }> }) => Number((await query.executeTakeFirstOrThrow()).n);
  return {
    'disclosures.total': await count(disclosures),
    'disclosures.normative': await count(disclosures.where('kind', '=', 'normative')),
    'topics.asked': await count(topics.where('submitted_on', '>=', from).where('submitted_on', '<=', to).where('phase', 'not in', ['returned', 'merged'])),
    'topics.answered': await count(topics.where('answered_on', '>=', from).where('answered_on', '<=', to).where('phase', 'in', ['published', 'rated'])),
    'ratings.n': await count(ratings),
    'ratings.satisfied': await count(ratings.where('level', 'in', ['very-satisfied', 'satisfied'])),
  };
}
