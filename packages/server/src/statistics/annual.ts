import type { AnnualDraft, AnnualFault, Answer, ClosedFigures, DisputesTable, EnteredFigures, Operations, ProactiveTable, Query, RequestsTable } from '@sunlit/contract';
import { DISPUTES, DISPUTE_RESULTS, disputesTableFaults, requestsTableDifferences, requestsTableFaults, sumOfRequestsTables } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { invalid, notFound } from '../problems.ts';
import { countedRequests } from './counted.ts';

/** What is kept of a closed year. */
export interface ClosedContent {
  readonly requests: RequestsTable;
  readonly proactive?: ProactiveTable;
  readonly disputes?: DisputesTable;
}

type Year = { readonly id: string; readonly year: number };

/** The figures of a year as they stand, for whoever closes it. @throws ProblemError `not-found`. */
export async function annualDraft(db: Kysely<Tables>, { id, year }: Year): Promise<AnnualDraft> {
  const agency = await db.selectFrom('agency').select(['no', 'id', 'name', 'kind', 'level', 'position']).where('id', '=', id).executeTakeFirst();
  if (agency === undefined) throw notFound();
  const requests = await countedRequests(db, { position: agency.position, last: agency.position }, year);
  const entered = await enteredFigures(db, agency.no, year);
  const [closed, lastYear] = [await closedVersion(db, agency.no, year), await closedVersion(db, agency.no, year - 1)];
  return {
    agency: { id: agency.id, name: agency.name },
    year,
    requests,
    ...(entered && { entered }),
    faults: faultsOf({ requests, ...(entered?.disputes && { disputes: entered.disputes }) }, lastYear),
    ...(closed && { closed }),
    differences: closed === undefined ? [] : requestsTableDifferences(closed.requests, requests).map(({ before, ...cell }) => ({ ...cell, closed: before })),
    ...(lastYear && { lastYear }),
    // Reg. 49: departments first; of governments, those of counties and cities sum up what is below them.
    due: `${year + 1}-${agency.kind === 'government' && (agency.level === 'city' || agency.level === 'county') ? '03-31' : '01-31'}`,
  };
}

/** The figures that an agency has closed, or their sum over it and all below it. @throws ProblemError when there are none. */
export async function annualFigures({ read: db }: Database, { agency: id, year, below = false }: Query<Operations['statistics.annual']>): Promise<Answer<Operations['statistics.annual']>> {
  const agency = await db.selectFrom('agency').select(['no', 'id', 'name', 'position', 'last']).where('id', '=', id).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const ref = { agency: { id: agency.id, name: agency.name }, year };
  if (!below) {
    const rows = await db.selectFrom('annual_version').selectAll().where('agency_no', '=', agency.no).where('year', '=', year).orderBy('version', 'desc').execute();
    const [newest] = rows;
    if (newest === undefined) throw notFound();
    const figures = figuresOf(newest);
    return { ...ref, figures, faults: faultsOf(figures, await closedVersion(db, agency.no, year - 1)), versions: rows.map(versionOf) };
  }
  const rows = await db.selectFrom('annual_version as v').innerJoin('agency as a', 'a.no', 'v.agency_no').selectAll('v').where('v.year', '=', year)
    .where(sql<boolean>`a.position between ${agency.position} and ${agency.last} and v.version = (select max(w.version) from annual_version w where w.agency_no = v.agency_no and w.year = v.year)`).execute();
  if (rows.length === 0) throw notFound();
  const parts = rows.map(figuresOf);
  const { of } = await db.selectFrom('agency').select(({ fn }) => fn.countAll<number>().as('of')).where('position', '>=', agency.position).where('position', '<=', agency.last).executeTakeFirstOrThrow();
  const disputes = parts.flatMap((part) => part.disputes ?? []);
  const proactive = parts.flatMap((part) => part.proactive ?? []);
  const figures: ClosedFigures = {
    version: Math.max(...parts.map(({ version }) => version)), requests: sumOfRequestsTables(parts.map(({ requests }) => requests)),
    ...(proactive.length > 0 && { proactive: proactive.reduce(sumOfProactive) }), ...(disputes.length > 0 && { disputes: disputes.reduce(sumOfDisputes) }),
    at: parts.map(({ at }) => at).sort().at(-1) ?? '',
  };
  return { ...ref, figures, faults: faultsOf(figures), versions: [], sumOf: { closed: rows.length, of } };
}

/** The newest version of a year that was closed. */
export async function closedVersion(db: Kysely<Tables>, agencyNo: number, year: number): Promise<ClosedFigures | undefined> {
  const row = await db.selectFrom('annual_version').selectAll().where('agency_no', '=', agencyNo).where('year', '=', year).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row && figuresOf(row);
}

export async function enteredFigures(db: Kysely<Tables>, agencyNo: number, year: number): Promise<EnteredFigures | undefined> {
  const row = await db.selectFrom('annual_entry').selectAll().where('agency_no', '=', agencyNo).where('year', '=', year).executeTakeFirst();
  return row && { version: row.version, ...(JSON.parse(row.content) as Omit<ClosedContent, 'requests'>), by: { id: row.person_id, name: row.person_name, post: row.person_post }, at: row.at };
}

/** What cannot be right in the figures of a year. */
export function faultsOf({ requests, disputes }: ClosedContent, lastYear?: ClosedFigures): AnnualFault[] {
  return [
    ...requestsTableFaults(requests, lastYear?.requests).map(({ cells, ...fault }) => ({ ...fault, cells: [...cells] })),
    ...(disputes === undefined ? [] : disputesTableFaults(disputes).map(({ row, ...sums }): AnnualFault => ({ check: 'dispute', cells: [{ line: row, column: 'total' }], ...sums }))),
  ];
}

interface VersionRow {
  readonly version: number;
  readonly content: string;
  readonly reason: string | null;
  readonly at: string;
}

const versionOf = ({ version, at, reason }: VersionRow) => ({ version, at, ...(reason === null ? {} : { reason }) });
const figuresOf = (row: VersionRow): ClosedFigures => ({ ...versionOf(row), ...(JSON.parse(row.content) as ClosedContent) });

function sumOfProactive(a: ProactiveTable, b: ProactiveTable): ProactiveTable {
  const documents = (key: 'regulations' | 'normativeDocs') => ({ issued: a[key].issued + b[key].issued, repealed: a[key].repealed + b[key].repealed, inForce: a[key].inForce + b[key].inForce });
  return {
    regulations: documents('regulations'), normativeDocs: documents('normativeDocs'), licences: a.licences + b.licences, penalties: a.penalties + b.penalties, coercions: a.coercions + b.coercions,
    // In 万元 with up to six digits behind the point, which is one yuan cent.
    feesWanYuan: Math.round((a.feesWanYuan + b.feesWanYuan) * 1_000_000) / 1_000_000,
  };
}

function sumOfDisputes(a: DisputesTable, b: DisputesTable): DisputesTable {
  const columns = [...DISPUTE_RESULTS, 'total'] as const;
  return Object.fromEntries(DISPUTES.map((row) => [row, Object.fromEntries(columns.map((column) => [column, a[row][column] + b[row][column]]))])) as DisputesTable;
}
