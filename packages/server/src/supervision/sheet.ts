import { SHEET_MEASURES, type AssessmentSheet, type SheetMeasure, type Weights } from '@sunlit/contract';
import { addCalendarDays, addMonths, dayInShanghai, equalWeights, scoreOf, totalOf } from '@sunlit/rules';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { writing, type Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { ANY_KIND } from '../disclosures/cells.ts';
import { firstNumber } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import { spanOf, type AgencySpan } from './list.ts';

type Year = { readonly id: string; readonly year: number };
type Counted = { readonly position: number; readonly n: number; readonly of: number };

/** The assessment sheet of the agencies directly below one, each with all below it. @throws ProblemError `not-found`. */
export async function assessmentSheet(db: Kysely<Tables>, { id, year }: Year, today: string): Promise<AssessmentSheet> {
  const agency = await spanOf(db, id);
  const set = await db.selectFrom('assessment_weights').selectAll().where('agency_no', '=', agency.no).where('year', '=', year).orderBy('version', 'desc').limit(1).executeTakeFirst();
  const weights = set === undefined ? equalWeights(SHEET_MEASURES) : (JSON.parse(set.weights) as Weights);
  const children = await db.selectFrom('agency').select(['id', 'name', 'position', 'last']).where('parent_no', '=', agency.no).orderBy('position').execute();
  const counted = await countedIn(db, agency, year, today);
  return {
    agency: { id: agency.id, name: agency.name }, year, weights, version: set?.version ?? 0,
    ...(set && { set: { by: { id: set.person_id, name: set.person_name, post: set.person_post }, at: set.at } }),
    below: children.map(({ id: child, name, position, last }) => {
      const scores = SHEET_MEASURES.map((measure) => {
        const own = counted[measure].filter((row) => position <= row.position && row.position <= last);
        return { measure, n: own.reduce((sum, { n }) => sum + n, 0), of: own.reduce((sum, { of }) => sum + of, 0) };
      });
      const total = totalOf(scores, weights);
      return {
        agency: { id: child, name },
        scores: scores.map((row) => {
          const score = scoreOf(row);
          return { ...row, ...(score === undefined ? {} : { score }) };
        }),
        ...(total === undefined ? {} : { total }),
      };
    }),
  };
}

/** Sets by which weights; each time is a version of its own. @throws ProblemError `changed-meanwhile` with the sheet, when others were set meanwhile. */
export function setWeights(database: Database, { params, body: { version, weights }, actor }: Pick<Call<'supervision.weigh'>, 'params' | 'body' | 'actor'>): Promise<AssessmentSheet> {
  return writing(database, async ({ db, now }) => {
    const today = dayInShanghai(now());
    const current = await assessmentSheet(db, params, today);
    if (current.version !== version) throw new ProblemError('changed-meanwhile', [], { current });
    const sum = SHEET_MEASURES.reduce((all, measure) => all + weights[measure], 0);
    if (sum !== 100) throw invalid({ pointer: '/body/weights', code: 'weights-sum', values: { sum } });
    const { no } = await spanOf(db, params.id);
    await db.insertInto('assessment_weights').values({
      agency_no: no, year: params.year, version: version + 1, weights: JSON.stringify(weights), person_id: actor.id, person_name: actor.name, person_post: actor.post, at: now().toISOString(),
    }).execute();
    return assessmentSheet(db, params, today);
  });
}

/** Each measure at each place below an agency: counted once, summed for whoever is asked about. */
async function countedIn(db: Kysely<Tables>, { position, last }: AgencySpan, year: number, today: string): Promise<Record<SheetMeasure, Counted[]>> {
  const [first, end] = [`${year}-01-01`, `${year}-12-31`];
  const asOf = today < end ? today : end;
  const here = sql`a.position between ${position} and ${last}`;
  const n = (condition: RawBuilder<unknown>) => sql`cast(sum(case when ${condition} then 1 else 0 end) as integer) as n`;
  const of = sql`cast(count(*) as integer) as "of"`;
  const count = async (query: RawBuilder<unknown>) => (await sql<Counted>`${query}`.execute(db)).rows;
  return {
    // As the figures for everybody count it.
    publication: await count(sql`
      select a.position, cast(sum(case when p.timely = 'in-time' then p.n else 0 end) as integer) as n, cast(sum(p.n) as integer) as "of" from published_cell p join agency a on a.no = p.agency_no
      where p.own = 1 and p.kind = ${ANY_KIND} and p.timely <> 'untimed' and p.month between ${first.slice(0, 7)} and ${end.slice(0, 7)} and p.n > 0 and ${here} group by a.position`),
    // Whose columns are not stale: something came out in the last six months (国办秘函〔2019〕19号), and nothing that must go on has not.
    freshness: await count(sql`
      select a.position, ${n(sql`
        exists (select 1 from disclosure d where d.agency_position = a.position and d.state = 'published' and d.no >= ${firstNumber(addMonths(asOf, -6))} and d.no < ${firstNumber(addCalendarDays(asOf, 1))})
        and not exists (select 1 from breach b where b.agency_no = a.no and b.type = 'period' and b.late_on <= ${asOf} and (b.done_on is null or b.done_on > ${asOf}))`)}, ${of}
      from agency a where ${here} group by a.position`),
    requests: await count(sql`
      select a.position, ${n(sql`not exists (select 1 from breach b where b.agency_no = a.no and b.type = 'request' and b.subject_id = c.id)`)}, ${of} from request_case c join agency a on a.no = c.agency_no
      where c.ended_on between ${first} and ${end} and c.phase <> 'split' and ${here} group by a.position`),
    // As the figures of topics count: what is late and not answered yet was promised as much as what was.
    topics: await count(sql`
      select a.position, cast(sum(t.answers_in_time) as integer) as n, cast(sum(t.answers + case when t.due_term = 'answer' and t.due_on < ${today} then 1 else 0 end) as integer) as "of"
      from topic t join agency a on a.no = t.agency_no where t.submitted_on between ${first} and ${end} and t.phase not in ('submitted', 'review', 'returned', 'merged') and ${here} group by a.position`),
    ratings: await count(sql`
      select a.position, ${n(sql`r.level in ('very-satisfied', 'satisfied')`)}, ${of} from rating r join agency a on a.no = r.agency_no where r.day between ${first} and ${end} and ${here} group by a.position`),
    // One that may still be answered in time says nothing yet.
    urgings: await count(sql`
      select a.position, ${n(sql`u.answered_on <= u.answer_by`)}, ${of} from urging u join agency a on a.no = u.agency_no
      where u.on_day between ${first} and ${end} and (u.answered_on is not null or u.answer_by < ${today}) and ${here} group by a.position`),
  };
}
