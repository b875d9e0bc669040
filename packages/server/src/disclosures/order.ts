import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { cellConditions, rowConditions, type Filters } from './filters.ts';

/** The numbers of the next rows, newest first, after the number `after`. */
export async function newest(database: Database, filters: Filters, limit: number, after?: { n: number }): Promise<number[]> {
  const path = await source(database, filters, limit, 'newest');
  if (path === 'nothing') return [];
  const { rows } = await sql<{ no: number }>`
    select d.no from ${path} where ${rowConditions(filters)} ${after ? sql`and d.no < ${after.n}` : sql``}
    order by d.no desc limit ${limit}`.execute(database.read);
  return rows.map(({ no }) => no);
}

/** The same of the hits of a search, which the full-text index gives in this order. */
export async function newestOf({ read }: Database, hits: RawBuilder<unknown>, limit: number, after?: { n: number }): Promise<number[]> {
  const { rows } = await firstOf({ hits, after }, limit).execute(read);
  return rows.map(({ no }) => no);
}

/**
 * The same of several searches, one after the other, in one question: each hit with the place of its search in the list.
 * SQLite looks for no more than is wanted; PostgreSQL may look in several at once, and sorts.
 */
export async function newestOfEach({ engine, read }: Database, searches: readonly Search[], limit: number): Promise<{ place: number; no: number }[]> {
  const each = searches.map((search, place) => sql`select ${sql.lit(place)} as place, one.no from (${firstOf(search, limit)}) as one`);
  const { rows } = await sql<{ place: number; no: number }>`
    ${sql.join(each, sql` union all `)} ${engine === 'postgres' ? sql`order by place, no desc` : sql``} limit ${limit}`.execute(read);
  return rows;
}

/** A search, and the number after which it goes on. */
type Search = { readonly hits: RawBuilder<unknown>; readonly after?: { readonly n: number } | undefined };

function firstOf({ hits, after }: Search, limit: number): RawBuilder<{ no: number }> {
  return sql<{ no: number }>`select hits.no from (${hits}) hits ${after ? sql`where hits.no < ${after.n}` : sql``} order by hits.no desc limit ${limit}`;
}

export type Row = { readonly no: number; readonly agency_position: number };

/** By agency in the order of their tree, newest first within one. */
export async function byAgency(database: Database, filters: Filters, limit: number, after?: { p: number; n: number }, hits?: RawBuilder<unknown>): Promise<Row[]> {
  const path = hits ? undefined : await source(database, filters, limit, 'agency');
  if (path === 'nothing') return [];
  // SQLite keeps the order of a cross join: the hits lead, and the disclosures are looked up.
  const from = path ? sql`${path} where ${rowConditions(filters)} and` : sql`(${hits}) hits cross join disclosure d where d.no = hits.no and`;
  const { rows } = await sql<Row>`
    select d.no, d.agency_position from ${from}
    ${after ? sql`d.agency_position >= ${after.p} and (d.agency_position > ${after.p} or d.no < ${after.n})` : sql`true`}
    order by d.agency_position, d.no desc limit ${limit}`.execute(database.read);
  return rows;
}

/** A way to read the table: along one index, over so many rows, giving them in the order wanted or needing a sort. */
interface Path {
  readonly read: RawBuilder<unknown>;
  readonly rows: number;
  readonly ordered: boolean;
}

const anyPath = sql`disclosure d`;
const primary = sql`disclosure d not indexed`;
const along = (filter: string) => sql`disclosure d indexed by ${sql.ref(`disclosure_by_${filter}`)}`;
const ofColumn = sql`disclosure d indexed by disclosure_of_column`;
/** The columns of some agencies one after the other. */
const ofColumns = ({ position, last }: NonNullable<Filters['agency']>) => sql`(select position from agency where position between ${position} and ${last}) a cross join ${ofColumn} on d.agency_position = a.position`;

/**
 * The cheapest path in SQLite, whose planner knows nothing of how often a value occurs; the facet cells know exactly. An
 * ordered path ends when the page is full, so it reads as many rows as the matches are rare along it. Where the cells
 * count nothing, nothing is read.
 */
async function source({ engine, read }: Database, filters: Filters, limit: number, order: 'newest' | 'agency'): Promise<RawBuilder<unknown> | 'nothing'> {
  if (engine === 'postgres') return anyPath;
  const { agency, category, kind, validity, openTerm } = filters;
  const sum = (condition: RawBuilder<unknown> | undefined) =>
    condition ? sql`(select coalesce(sum(n), 0) from facet_cell c where ${condition})` : sql`0`;
  const { rows: [found] } = await sql<{ whole: number; matching: number; agency: number; category: number; column: number; kind: number; validity: number; openTerm: number }>`
    select ${sum(cellConditions({}))} as whole,
      ${sum(cellConditions(filters))} as matching,
      ${sum(agency && cellConditions({ agency }))} as agency,
      ${sum(category && cellConditions({ category }))} as category,
      ${sum(agency && category && cellConditions({ agency, category }))} as "column",
      ${sum(kind && cellConditions({ kind }))} as kind,
      ${sum(validity && cellConditions({ validity }))} as validity,
      ${sum(openTerm && cellConditions({ openTerm }))} as "openTerm"`.execute(read);
  if (found === undefined) return anyPath;
  if (found.matching === 0) return 'nothing';
  const newestFirst = order === 'newest';
  const paths: Path[] = [newestFirst ? { read: primary, rows: found.whole, ordered: true } : { read: along('agency_position'), rows: found.whole, ordered: true }];
  const one = agency && (agency.alone || agency.position === agency.last);
  if (agency) paths.push({ read: along('agency_position'), rows: found.agency, ordered: !newestFirst || one === true });
  if (category) paths.push({ read: along('category_id'), rows: found.category, ordered: newestFirst && category.length === 1 });
  if (agency && category) {
    const columns = category.length * (one ? 1 : agency.last - agency.position + 1);
    paths.push({ read: one ? ofColumn : ofColumns(agency), rows: found.column + columns, ordered: columns === 1 });
  }
  if (kind) paths.push({ read: along('kind'), rows: found.kind, ordered: newestFirst });
  if (validity) paths.push({ read: along('validity'), rows: found.validity, ordered: newestFirst });
  if (openTerm) paths.push({ read: along('open_term'), rows: found.openTerm, ordered: newestFirst });
  const cost = ({ rows, ordered }: Path) => (ordered ? Math.min(rows, (limit * rows) / Math.max(1, found.matching)) : 2 * rows);
  return paths.reduce((best, path) => (cost(path) < cost(best) ? path : best)).read;
}
