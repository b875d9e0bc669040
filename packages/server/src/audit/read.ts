import { DEFAULT_LIMIT, type AuditEntry } from '@sunlit/contract';
import type { SqlBool, Expression } from 'kysely';
import { expressionBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { invalid } from '../problems.ts';
import { reach, type StaffActor } from '../staff/actor.ts';

/** Which entries; moments are inclusive at the beginning, exclusive at the end. */
export interface AuditFilters {
  readonly agency?: string;
  readonly person?: string;
  readonly operation?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What was done in the agencies that the caller may audit, newest first. */
export async function listAudit(
  database: Database, actor: StaffActor, { cursor, limit = DEFAULT_LIMIT, ...filters }: AuditFilters & { readonly cursor?: string; readonly limit?: number },
): Promise<{ items: AuditEntry[]; next?: string }> {
  const before = cursor === undefined ? undefined : decodeCursor(filters, cursor, ['n']).n;
  const items = await entries(database, actor, filters, await placeOf(database, filters), before, limit + 1);
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit), ...(last === undefined ? {} : { next: encodeCursor(filters, { n: last.no }) }) };
}

/** The same, all of them, some at a time. @throws ProblemError for an agency that is none, before anything is read. */
export async function allAudit(database: Database, actor: StaffActor, filters: AuditFilters): Promise<AsyncGenerator<AuditEntry>> {
  const place = await placeOf(database, filters);
  return (async function* () {
    for (let before: number | undefined; ; ) {
      const items = await entries(database, actor, filters, place, before, 1000);
      yield* items;
      if (items.length < 1000) return;
      before = items.at(-1)?.no;
    }
  })();
}

type Place = Pick<Tables['agency'], 'position' | 'last'>;

/** Where in the tree the agency stands that is asked for. */
async function placeOf({ read }: Database, { agency }: AuditFilters): Promise<Place | undefined> {
  if (agency === undefined) return undefined;
  const place = await read.selectFrom('agency').select(['position', 'last']).where('id', '=', agency).executeTakeFirst();
  if (place === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  return place;
}

async function entries(
  { read }: Database, actor: StaffActor, { person, operation, from, to }: AuditFilters, place: Place | undefined, before: number | undefined, limit: number,
): Promise<AuditEntry[]> {
  let query = read.selectFrom('audit').leftJoin('agency', 'agency.no', 'audit.agency_no')
    .select(['audit.no', 'at', 'operation', 'person_id', 'audit.name', 'post', 'via', 'agency.id as agency_id', 'subject', 'detail', 'outcome', 'address', 'request_id'])
    .where(within(actor));
  if (place) query = query.where('agency.position', '>=', place.position).where('agency.position', '<=', place.last);
  if (person !== undefined) query = query.where('person_id', '=', person);
  if (operation !== undefined) query = query.where('operation', '=', operation);
  if (from !== undefined) query = query.where('at', '>=', new Date(from).toISOString());
  if (to !== undefined) query = query.where('at', '<', new Date(to).toISOString());
  if (before !== undefined) query = query.where('audit.no', '<', before);
  const rows = await query.orderBy('audit.no', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    no: row.no, at: row.at, operation: row.operation,
    ...(row.person_id === null ? {} : { personId: row.person_id }),
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.post === null ? {} : { post: row.post }),
    via: row.via,
    ...(row.agency_id === null ? {} : { agencyId: row.agency_id }),
    ...(row.subject === null ? {} : { subject: row.subject }),
    ...(row.detail === null ? {} : { detail: row.detail }),
    outcome: row.outcome,
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.request_id === null ? {} : { requestId: row.request_id }),
  }));
}

/** In the caller's agencies; what is of no agency is for the top of the tree. */
function within(actor: StaffActor): Expression<SqlBool> {
  const row = expressionBuilder<{ agency: Tables['agency']; audit: Tables['audit'] }, 'agency' | 'audit'>();
  const atTop = actor.grants.some(({ agency, permissions }) => agency.top && permissions.includes('audit.read'));
  return row.or([
    ...reach(actor, 'audit.read').map(({ position, last }) => row.and([row('agency.position', '>=', position), row('agency.position', '<=', last)])),
    ...(atTop ? [row('audit.agency_no', 'is', null)] : []),
  ]);
}
