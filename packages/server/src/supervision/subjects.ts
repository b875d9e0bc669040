import type { Day, LateSubject } from '@sunlit/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { succeeded } from '../disclosures/agenda.ts';

/* What can be late, and where its last day stands. */

/** A query for things of one kind that are not done, with the agency whose they are as `a`. */
export interface Arm {
  readonly type: LateSubject;
  readonly no: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  readonly title: RawBuilder<unknown>;
  readonly due: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** In these somebody else is waited for, and the last day that stands in the case is theirs. */
const OTHERS_TURN = sql`('correcting', 'consulting', 'paying')`;

/** `alone` to look for a single thing by its number: SQLite would go through everything of the agenda that is due instead. */
export function armsOf(today: Day, { alone = false } = {}): readonly Arm[] {
  const year = Number(today.slice(0, 4)) - 1;
  const yearText = sql`cast(${String(year)} as text)`;
  return [
    {
      type: 'draft', no: sql`t.no`, id: sql`t.id`, title: sql`t.title`, due: sql`t.due_on`,
      from: sql`draft t join agency a on a.no = t.agency_no`, where: sql`t.state not in ('published', 'discarded')`,
    },
    agenda('period', alone, sql`not ${succeeded}`),
    agenda('stage', alone, sql`1 = 1`),
    // What a request asks for is not for supervisors: it is called by its number.
    {
      type: 'request', no: sql`c.no`, id: sql`c.id`, title: sql`r.receipt_no`, due: sql`c.due_on`,
      from: sql`request_case c join request r on r.no = c.request_no join agency a on a.no = c.agency_no`, where: sql`c.ended_on is null and c.phase not in ${OTHERS_TURN}`,
    },
    // Late once, it stays late whoever is waited for now: that it was is on record.
    {
      type: 'request', no: sql`c.no`, id: sql`c.id`, title: sql`w.title`, due: sql`w.due_on`,
      from: sql`breach w join request_case c on c.id = w.subject_id and c.agency_no = w.agency_no join agency a on a.no = c.agency_no`,
      where: sql`w.type = 'request' and w.done_on is null and c.ended_on is null and c.phase in ${OTHERS_TURN}`,
    },
    // Before a topic is on the board, nobody has approved its words.
    {
      type: 'topic', no: sql`t.no`, id: sql`t.id`, title: sql`coalesce(t.title, t.topic_no)`, due: sql`t.due_on`,
      from: sql`topic t join agency a on a.no = t.agency_no`, where: sql`t.due_on is not null`,
    },
    {
      type: 'rating', no: sql`k.no`, id: sql`k.id`, title: RATED, due: sql`k.due_on`,
      from: sql`rating_task k join rating r on r.no = k.rating_no join agency a on a.no = k.agency_no`, where: sql`k.done_on is null`,
    },
    {
      type: 'report', no: sql`a.no`, id: yearText, title: sql`${yearText} || ${sql.lit(REPORT_TITLE)}`, due: reportDue(year),
      from: sql`agency a`, where: sql`${REPORTS} and not exists (select 1 from annual_version v where v.agency_no = a.no and v.year = ${year})`,
    },
    // The report of a year before that stays late until its figures are closed.
    {
      type: 'report', no: sql`a.no`, id: sql`w.subject_id`, title: sql`w.title`, due: sql`w.due_on`,
      from: sql`breach w join agency a on a.no = w.agency_no`,
      where: sql`w.type = 'report' and w.done_on is null and w.subject_id <> ${yearText} and not exists (select 1 from annual_version v where v.agency_no = a.no and cast(v.year as text) = w.subject_id)`,
    },
  ];
}

function agenda(type: 'period' | 'stage', alone: boolean, where: RawBuilder<unknown>): Arm {
  return {
    type: 'period', no: sql`d.no`, id: sql`d.id`, title: sql`v.title`, due: sql`g.due_on`,
    from: sql`agenda g join disclosure d on d.no = g.disclosure_no join revision v on v.disclosure_no = d.no and v.revision = d.revision join agency a on a.no = d.agency_no`,
    where: sql`${alone ? sql`g.type || ''` : sql`g.type`} = ${sql.lit(type)} and ${where}`,
  };
}

/** What the rating `r` was of, in words that everybody reads, or the number of a request. */
export const RATED = sql`coalesce(case r.type
  when 'window' then r.subject_key
  when 'disclosure' then (select v.title from disclosure d join revision v on v.disclosure_no = d.no and v.revision = d.revision where d.id = r.subject_key)
  when 'answer' then (select coalesce(t.title, t.topic_no) from topic t where t.id = r.subject_key)
  else (select q.receipt_no from request_case c join request q on q.no = c.request_no where c.id = r.subject_key) end, '—')`;

/** Who reports (Reg. 49, 54): villages and utilities follow rules of their own. */
const REPORTS = sql`a.kind in ('government', 'department', 'authorised')`;

export const REPORT_TITLE = '年政府信息公开工作年度报告';

/** Until when the figures of a year are to be closed (Reg. 49): as `statistics/annual.ts` says it; a test holds the two together. */
export const reportDay = ({ kind, level }: Pick<Tables['agency'], 'kind' | 'level'>, year: number): Day => `${year + 1}-${kind === 'government' && (level === 'city' || level === 'county') ? '03-31' : '01-31'}`;

/** The same in the words of the database. */
const reportDue = (year: number): RawBuilder<unknown> => {
  const day = (of: Pick<Tables['agency'], 'kind' | 'level'>) => sql`cast(${reportDay(of, year)} as text)`;
  return sql`case when a.kind = 'government' and a.level in ('city', 'county') then ${day({ kind: 'government', level: 'city' })} else ${day({ kind: 'department', level: 'city' })} end`;
};
