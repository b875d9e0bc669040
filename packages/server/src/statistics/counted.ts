import type { ApplicantType, RequestOutcome } from '@sunlit/contract';
import { OUTCOMES, requestsTable, type CountedCase, type RequestsTable } from '@sunlit/rules';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A place in the tree: an agency, or one with all below it. */
export type Span = { readonly position: number; readonly last: number };

/** The third table of a year, of the agencies of a span, as it follows from what happened until now. */
export async function countedRequests(db: Kysely<Tables>, { position, last }: Span, year: number): Promise<RequestsTable> {
  // Cases that are alike are counted by the database; which lines a kind of case belongs to, the law says.
  const { rows } = await sql<{ received: number; ended: number | null; column: ApplicantType; outcome: RequestOutcome | null; n: number }>`
    select cast(substr(c.received_on, 1, 4) as integer) as received, cast(substr(c.ended_on, 1, 4) as integer) as ended, c.applicant_type as column, c.outcome, cast(count(*) as integer) as n
    from request_case c join agency a on a.no = c.agency_no where ${countsIn(year)} and a.position between ${position} and ${last} group by 1, 2, 3, 4`.execute(db);
  return requestsTable(rows.map(({ received, ended, column, outcome, n }): CountedCase => ({
    column, receivedOn: `${received}-12-31`, n, ...(ended === null || outcome === null ? {} : { endedOn: `${ended}-12-31`, row: OUTCOMES[outcome].row }),
  })), year);
}

/** Whether a case stands in the table of a year at all: received by its end, and not over before it began. A split one is counted by its parts. */
export const countsIn = (year: number): RawBuilder<boolean> =>
  sql<boolean>`c.received_on <= ${`${year}-12-31`} and (c.ended_on is null or c.ended_on >= ${`${year}-01-01`}) and c.phase <> 'split'`;
