import { DEFAULT_LIMIT, type Answer, type Operations, type Query } from '@sunlit/contract';
import { OUTCOMES, type AnnualRow, type Outcome } from '@sunlit/rules';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { invalid } from '../problems.ts';
import { countsIn } from './counted.ts';

type Asked = Query<Operations['statistics.cases']>;

/** The cases behind a cell, in the order in which they came. */
export async function listCountedCases({ read: db }: Database, query: Asked): Promise<Answer<Operations['statistics.cases']>> {
  const { agency: id, year, line, column, below = false, cursor, limit = DEFAULT_LIMIT } = query;
  const agency = await db.selectFrom('agency').select(['position', 'last']).where('id', '=', id).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const bound = { id, year, line, column, below };
  const inCell = sql<boolean>`${countsIn(year)} and a.position between ${agency.position} and ${below ? agency.last : agency.position} and ${inLine(line, year)}${column === 'total' ? sql`` : sql` and c.applicant_type = ${column}`}`;
  const cases = db.selectFrom('request_case as c').innerJoin('agency as a', 'a.no', 'c.agency_no').where(inCell);
  const after = cursor === undefined ? 0 : decodeCursor(bound, cursor, ['n']).n;
  const found = await cases.innerJoin('request as r', 'r.no', 'c.request_no').select(['c.no', 'c.id', 'c.received_on', 'c.ended_on', 'c.outcome', 'c.applicant_type', 'r.receipt_no', 'a.id as agency_id', 'a.name'])
    .where('c.no', '>', after).orderBy('c.no').limit(limit + 1).execute();
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const { total } = await cases.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return {
    items: rows.map((row) => ({
      id: row.id, receiptNo: row.receipt_no, agency: { id: row.agency_id, name: row.name }, applicantType: row.applicant_type, receivedOn: row.received_on ?? '',
      ...(row.ended_on === null ? {} : { endedOn: row.ended_on }), ...(row.outcome === null ? {} : { outcome: row.outcome }),
    })),
    ...(last && { next: encodeCursor(bound, { n: last.no }) }),
    total,
  };
}

/** The same as the law's `linesOf`, in the words of the database; a test holds the two together. */
function inLine(line: Asked['line'], year: number): RawBuilder<boolean> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const ended = sql<boolean>`c.ended_on is not null and c.ended_on <= ${to} and c.outcome is not null`;
  switch (line) {
    case 'newReceived': return sql<boolean>`c.received_on >= ${from}`;
    case 'carriedOver': return sql<boolean>`c.received_on < ${from}`;
    case 'carriedForward': return sql<boolean>`not (${ended})`;
    case 'total': return sql<boolean>`(${ended})`;
    default: return sql<boolean>`(${ended}) and c.outcome in (${sql.join(outcomesOf(line))})`;
  }
}

function outcomesOf(row: AnnualRow): Outcome[] {
  return (Object.keys(OUTCOMES) as Outcome[]).filter((outcome) => OUTCOMES[outcome].row === row);
}
