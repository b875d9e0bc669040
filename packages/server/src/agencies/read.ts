import type { Agency, AgencyContent, AgencySummary, Category } from '@sunlit/contract';
import { DEFAULT_LIMIT } from '@sunlit/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { cellFilters } from '../disclosures/filters.ts';
import { invalid, notFound } from '../problems.ts';

/** Agencies directly below one, or those at the top, in the order of the tree. */
export async function listAgencies(
  { read }: Database, { parent, cursor, limit = DEFAULT_LIMIT }: { readonly parent?: string; readonly cursor?: string; readonly limit?: number },
): Promise<{ items: AgencySummary[]; next?: string }> {
  const above = parent === undefined ? undefined : await read.selectFrom('agency').select('no').where('id', '=', parent).executeTakeFirst();
  if (parent !== undefined && above === undefined) throw invalid({ pointer: '/query/parent', code: 'unknown-agency' });
  const bound = { parent };
  const after = cursor === undefined ? 0 : decodeCursor(bound, cursor, ['p']).p;
  const { rows } = await sql<SummaryRow>`
    ${summaryOf(sql`a.parent_no ${above ? sql`= ${above.no}` : sql`is null`} and a.position > ${after}`)} order by a.position limit ${limit + 1}`.execute(read);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(summary), ...(last ? { next: encodeCursor(bound, { p: last.position }) } : {}) };
}

/** @throws ProblemError `not-found`. */
export async function getAgency({ read }: Database, id: string): Promise<Agency> {
  const { rows: [row] } = await sql<SummaryRow & { content: string; last: number }>`${summaryOf(sql`a.id = ${id}`)}`.execute(read);
  if (row === undefined) throw notFound();
  const path = await read.selectFrom('agency').select(['id', 'name'])
    .where('position', '<=', row.position).where('last', '>=', row.last).orderBy('position').execute();
  return { ...(JSON.parse(row.content) as AgencyContent), children: row.children, disclosures: row.disclosures, path };
}

/** The statutory categories, and one agency's own. */
export async function listCategories({ read }: Database, agency: string | undefined): Promise<{ items: Category[] }> {
  const owner = agency === undefined ? undefined : await read.selectFrom('agency').select('no').where('id', '=', agency).executeTakeFirst();
  if (agency !== undefined && owner === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const rows = await read.selectFrom('category').select(['id', 'parent_id', 'agency_no', 'name'])
    .where((row) => row.or([row('agency_no', 'is', null), row('agency_no', '=', owner?.no ?? -1)]))
    .orderBy('position').orderBy('id').execute();
  return {
    items: rows.map(({ id, parent_id, agency_no, name }) => ({
      id,
      ...(parent_id === null ? {} : { parentId: parent_id }),
      ...(agency_no === null || agency === undefined ? {} : { agencyId: agency }),
      name,
    })),
  };
}

interface SummaryRow extends Pick<AgencySummary, 'id' | 'level' | 'kind' | 'name' | 'children' | 'disclosures'> {
  parent_id: string | null;
  short_name: string | null;
  position: number;
}

function summaryOf(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select a.id, parent.id as parent_id, a.level, a.kind, a.name, a.short_name, a.position, a.last, a.content,
      (select cast(count(*) as integer) from agency child where child.parent_no = a.no) as children,
      (select cast(coalesce(sum(n), 0) as integer) from facet_cell c where c.agency_no = a.no and c.own = 0 and ${cellFilters({})}) as disclosures
    from agency a left join agency parent on parent.no = a.parent_no
    where ${condition}`;
}

function summary({ id, parent_id, level, kind, name, short_name, children, disclosures }: SummaryRow): AgencySummary {
  return {
    id,
    ...(parent_id === null ? {} : { parentId: parent_id }),
    level, kind, name,
    ...(short_name === null ? {} : { shortName: short_name }),
    children, disclosures,
  };
}
