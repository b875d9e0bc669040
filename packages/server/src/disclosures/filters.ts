import type { DisclosureFilters } from '@sunlit/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { invalid } from '../problems.ts';
import { ANY_CATEGORY, WHOLE } from './cells.ts';
import { afterLastNumber, firstNumber, isDay } from './number.ts';
import { visible } from './visible.ts';

/** The filters of a query, resolved to what the tables hold. Without one, anything passes. */
export interface Filters {
  readonly agency?: { readonly no: number; readonly position: number; readonly last: number; readonly alone: boolean };
  /** The category and all below it. */
  readonly category?: readonly string[];
  readonly kind?: NonNullable<DisclosureFilters['kind']>;
  readonly year?: number;
  readonly validity?: NonNullable<DisclosureFilters['validity']>;
  readonly openTerm?: NonNullable<DisclosureFilters['openTerm']>;
  /** Days, as a half-open span of numbers. */
  readonly days?: { readonly from: number; readonly before: number };
}

/** @throws ProblemError for an unknown agency or category, or a day that does not exist. */
export async function resolveFilters({ read }: Database, query: DisclosureFilters): Promise<Filters> {
  const days = (['from', 'to'] as const).filter((name) => query[name] !== undefined && !isDay(query[name]));
  if (days.length > 0) throw invalid(...days.map((name) => ({ pointer: `/query/${name}`, code: 'day' })));
  const agency = query.agency === undefined
    ? undefined
    : await read.selectFrom('agency').select(['no', 'position', 'last']).where('id', '=', query.agency).executeTakeFirst();
  const category = query.category === undefined ? undefined : await withSubcategories({ read }, query.category);
  if (query.agency !== undefined && agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  if (category?.length === 0) throw invalid({ pointer: '/query/category', code: 'unknown-category' });
  const { kind, year, validity, openTerm, from, to } = query;
  return {
    ...(agency === undefined ? {} : { agency: { ...agency, alone: query.scope === 'only' } }),
    ...(category === undefined ? {} : { category }),
    ...(kind === undefined ? {} : { kind }),
    ...(year === undefined ? {} : { year }),
    ...(validity === undefined ? {} : { validity }),
    ...(openTerm === undefined ? {} : { openTerm }),
    ...(from === undefined && to === undefined
      ? {}
      : { days: { from: from === undefined ? 0 : firstNumber(from), before: to === undefined ? Number.MAX_SAFE_INTEGER : afterLastNumber(to) } }),
  };
}

/** The category and all below it; nothing when there is none such. */
export async function withSubcategories({ read }: Pick<Database, 'read'>, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below (id) as (
      select id from category where id = ${id}
      union
      select category.id from below join category on category.parent_id = below.id
    )
    select id from below order by id`.execute(read);
  return rows.map((row) => row.id);
}

export type Dimension = 'agency' | 'category' | 'kind' | 'year' | 'validity';

export function without(filters: Filters, dimension: Dimension): Filters {
  const { [dimension]: _own, ...rest } = filters;
  return rest;
}

/** The spans of numbers to which the filters confine them. */
export function numberConditions({ year, days }: Pick<Filters, 'year' | 'days'>, no: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const spans = [year && { from: firstNumber(`${year}-01-01`), before: afterLastNumber(`${year}-12-31`) }, days];
  return spans.flatMap((span) => (span ? [sql`${no} >= ${span.from} and ${no} < ${span.before}`] : []));
}

/**
 * The conditions on rows of `disclosure` under the alias `d`, visibility first. `no` is where their numbers are read from:
 * the search index, when it leads the join, must see the span of numbers to use it.
 */
export function rowConditions(filters: Filters, no: RawBuilder<unknown> = sql`d.no`): RawBuilder<unknown> {
  const { agency, category, kind, validity, openTerm } = filters;
  return every([
    visible,
    agency && (agency.alone || agency.position === agency.last
      ? sql`d.agency_position = ${agency.position}`
      : sql`d.agency_position between ${agency.position} and ${agency.last}`),
    category && oneOf(sql`d.category_id`, category),
    kind && sql`d.kind = ${kind}`,
    validity && sql`d.validity = ${validity}`,
    openTerm && sql`d.open_term = ${openTerm}`,
    ...numberConditions(filters, no),
  ]);
}

/** The conditions on rows of `facet_cell` under the alias `c`, for the cells of one agency. Cells know no days. */
export function cellConditions(filters: Omit<Filters, 'days'>, counted: 'together' | 'by-category' = 'together'): RawBuilder<unknown> {
  const { agency } = filters;
  return sql`c.agency_no = ${agency?.no ?? WHOLE} and c.own = ${agency?.alone ? 1 : 0} and ${cellFilters(filters, counted)}`;
}

/** The same for the cells of any agency. */
export function cellFilters({ category, openTerm, ...classes }: Omit<Filters, 'agency' | 'days'>, counted: 'together' | 'by-category' = 'together'): RawBuilder<unknown> {
  return every([
    sql`c.n > 0`,
    counted === 'together' ? oneOf(sql`c.category_id`, category ?? [ANY_CATEGORY]) : sql`c.category_id > ${ANY_CATEGORY}`,
    cellClasses(classes),
    openTerm && sql`c.open_term = ${openTerm}`,
  ]);
}

/** Those that do not choose a cell by its agency, category or open term. */
export function cellClasses({ kind, year, validity }: Pick<Filters, 'kind' | 'year' | 'validity'>): RawBuilder<unknown> {
  return every([sql`true`, kind && sql`c.kind = ${kind}`, year && sql`c.year = ${year}`, validity && sql`c.validity = ${validity}`]);
}

function every(conditions: readonly (RawBuilder<unknown> | undefined | 0 | '')[]): RawBuilder<unknown> {
  return sql.join(conditions.filter((condition) => typeof condition === 'object'), sql` and `);
}

function oneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> {
  // A single value lets an index give the rows in their order.
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} in (${sql.join(values)})`;
}
