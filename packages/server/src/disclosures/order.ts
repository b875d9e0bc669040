import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { candidates, numberIn } from './candidates.ts';
import { WHOLE } from './cells.ts';
import { cellConditions, rowConditions, type Filters } from './filters.ts';

export type Row = { readonly no: number; readonly agency_position: number };

/** The numbers of the next rows, newest first, after the row `after`. */
export async function newest(database: Database, filters: Filters, limit: number, after?: { n: number }, hits?: RawBuilder<unknown>): Promise<Row[]> {
  const no = numberIn(hits);
  const read = hits ? undefined : await source(database, filters, limit, 'newest');
  const { rows } = await sql<Row>`
    select d.no, d.agency_position from ${candidates(hits, read)} ${rowConditions(filters, no)} ${after ? sql`and ${no} < ${after.n}` : sql``}
    order by ${no} desc limit ${limit}`.execute(database.read);
  return rows;
}

/** The same by agency in the order of their tree, newest first within one. */
export async function byAgency(database: Database, filters: Filters, limit: number, after?: { p: number; n: number }, hits?: RawBuilder<unknown>): Promise<Row[]> {
  const no = numberIn(hits);
  const read = hits ? undefined : await source(database, filters, limit, 'agency');
  const { rows } = await sql<Row>`
    select d.no, d.agency_position from ${candidates(hits, read)} ${rowConditions(filters, no)}
    ${after ? sql`and d.agency_position >= ${after.p} and (d.agency_position > ${after.p} or ${no} < ${after.n})` : sql``}
    order by d.agency_position, ${no} desc limit ${limit}`.execute(database.read);
  return rows;
}

/** A way to read the table: along one index, over so many rows, giving them in the order wanted or needing a sort. */
interface Path {
  readonly read: RawBuilder<unknown>;
  readonly rows: number;
  readonly ordered: boolean;
}

const primary = sql`disclosure d not indexed`;
const along = (filter: string) => sql`disclosure d indexed by ${sql.ref(`disclosure_by_${filter}`)}`;

/**
 * The cheapest path in SQLite, whose planner knows nothing of how often a value occurs; the facet cells know exactly. An
 * ordered path ends when the page is full, so it reads as many rows as the matches are rare along it.
 */
async function source({ engine, read }: Database, filters: Filters, limit: number, order: 'newest' | 'agency'): Promise<RawBuilder<unknown> | undefined> {
  if (engine === 'postgres') return undefined;
  const { agency, category, kind, validity, openTerm } = filters;
  const sum = (condition: RawBuilder<unknown> | undefined) =>
    condition ? sql`(select coalesce(sum(n), 0) from facet_cell c where ${condition})` : sql`0`;
  const { rows: [found] } = await sql<{ whole: number; matching: number; agency: number; category: number; kind: number; validity: number; openTerm: number }>`
    select ${sum(sql`c.agency_no = ${WHOLE}`)} as whole,
      ${sum(cellConditions(filters))} as matching,
      ${sum(agency && cellConditions({ agency }))} as agency,
      ${sum(category && cellConditions({ category }))} as category,
      ${sum(kind && cellConditions({ kind }))} as kind,
      ${sum(validity && cellConditions({ validity }))} as validity,
      ${sum(openTerm && cellConditions({ openTerm }))} as "openTerm"`.execute(read);
  if (found === undefined) return undefined;
  const newestFirst = order === 'newest';
  const paths: Path[] = [newestFirst ? { read: primary, rows: found.whole, ordered: true } : { read: along('agency_position'), rows: found.whole, ordered: true }];
  if (agency) paths.push({ read: along('agency_position'), rows: found.agency, ordered: !newestFirst || agency.position === agency.last || agency.alone });
  if (category) paths.push({ read: along('category_id'), rows: found.category, ordered: newestFirst && category.length === 1 });
  if (kind) paths.push({ read: along('kind'), rows: found.kind, ordered: newestFirst });
  if (validity) paths.push({ read: along('validity'), rows: found.validity, ordered: newestFirst });
  if (openTerm) paths.push({ read: along('open_term'), rows: found.openTerm, ordered: newestFirst });
  const cost = ({ rows, ordered }: Path) => (ordered ? Math.min(rows, (limit * rows) / Math.max(1, found.matching)) : 2 * rows);
  return paths.reduce((best, path) => (cost(path) < cost(best) ? path : best)).read;
}
