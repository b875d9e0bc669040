import { DEFAULT_LIMIT, type Answer, type Breach, type Operations } from '@sunlit/contract';
import { countWorkdays, dayInShanghai } from '@sunlit/rules';
import { sql } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import type { Call } from '../handlers.ts';
import { spanOf } from './list.ts';

/** The register of what was late, newest first. */
export async function listBreaches({ read: db, now }: Database, { query }: Pick<Call<'supervision.breaches'>, 'query'>): Promise<Answer<Operations['supervision.breaches']>> {
  const { agency, year, type, state, cursor, limit = DEFAULT_LIMIT } = query;
  const bound = { agency, year, type, state };
  const place = cursor === undefined ? undefined : decodeCursor(bound, cursor, ['n']);
  const { position, last: end } = await spanOf(db, agency);
  const all = db.selectFrom('breach as b').innerJoin('agency as a', 'a.no', 'b.agency_no').where('a.position', '>=', position).where('a.position', '<=', end)
    .$if(year !== undefined, (rows) => rows.where('b.late_on', '>=', `${year ?? 0}-01-01`).where('b.late_on', '<=', `${year ?? 0}-12-31`))
    .$if(type !== undefined, (rows) => rows.where('b.type', '=', type ?? 'draft'))
    .$if(state !== undefined, (rows) => rows.where('b.done_on', state === 'open' ? 'is' : 'is not', null));
  const found = await all.$if(place !== undefined, (rows) => rows.where('b.no', '<', place?.n ?? 0)).selectAll('b').select(['a.id as agency_id', 'a.name as agency_name'])
    .select(sql<number>`cast((select count(*) from urging u where u.type = b.type and u.subject_id = b.subject_id and u.agency_no = b.agency_no) as integer)`.as('urged'))
    .orderBy('b.no', 'desc').limit(limit + 1).execute();
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const { calendar } = await loadCalendar(db);
  const today = dayInShanghai(now());
  return {
    items: rows.map(({ no, type: of, subject_id: id, agency_id, agency_name, title, due_on: due, late_on: lateOn, done_on: doneOn, urged }): Breach => ({
      no, type: of, id, agency: { id: agency_id, name: agency_name }, title, due, lateOn, ...(doneOn === null ? {} : { doneOn }),
      days: Math.max(0, countWorkdays(calendar, due, doneOn ?? today).workdays), urged,
    })),
    ...(last && { next: encodeCursor(bound, { n: last.no }) }),
    total,
  };
}
