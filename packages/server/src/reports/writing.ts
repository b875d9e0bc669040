import type { ReportDraft } from '@sunlit/contract';
import { SECTION_TITLES } from '@sunlit/rules';
import { writing, type Database } from '../database/database.ts';
import { storable } from '../drafts/steps.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import { loadReport } from './report.ts';

/** Saves what is written. @throws ProblemError `changed-meanwhile` with what stands, when somebody else saved meanwhile. */
export function saveReport(database: Database, { params, body: { version, sections }, actor }: Pick<Call<'reports.save'>, 'params' | 'body' | 'actor'>): Promise<ReportDraft> {
  return writing(database, async ({ db, now }) => {
    const { shown: current, agencyNo } = await loadReport(db, params);
    if (current.version !== version) throw new ProblemError('changed-meanwhile', [], { current });
    const names = SECTION_TITLES[params.template].map(([name]) => name);
    const wrong = sections.flatMap(({ name }, index) => {
      if (!names.includes(name)) return [{ pointer: `/body/sections/${index}/name`, code: 'unknown-section' }];
      return sections.findIndex((one) => one.name === name) < index ? [{ pointer: `/body/sections/${index}/name`, code: 'section-twice' }] : [];
    });
    if (wrong.length > 0) throw invalid(...wrong);
    // What was not sent stays as it is.
    const content = current.sections.map(({ name, text }) => ({ name, text: storable(sections.find((one) => one.name === name)?.text ?? text) }));
    const row = { version: version + 1, content: JSON.stringify(content), person_id: actor.id, person_name: actor.name, person_post: actor.post, at: now().toISOString() };
    await db.insertInto('annual_report').values({ agency_no: agencyNo, year: params.year, template: params.template, draft_no: null, ...row })
      .onConflict((conflict) => conflict.columns(['agency_no', 'year', 'template']).doUpdateSet(row)).execute();
    return (await loadReport(db, params)).shown;
  });
}
