import type { Count, Facets } from '@sunlit/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { cellClasses, cellConditions, cellFilters, rowConditions, without, type Dimension, type Filters } from './filters.ts';

/** Counting rows stops here, where a person no longer reads them one by one; counts from cells are always exact. */
const mostCounted = 1_000;

/** The hits of a search that pass some filters, `most` of them or more. */
type Hits = (filters: Filters, most: number) => RawBuilder<unknown>;

type Dimensions = Exclude<Dimension, 'agency'>;
const columns = { category: 'category_id', kind: 'kind', year: 'year', validity: 'validity' } as const satisfies Record<Dimensions, string>;
const dimensions = Object.keys(columns) as Dimensions[];

/** A count by value of one dimension; agencies carry what is shown of them. */
type Counted = { dimension: Dimension; value: string; name: string | null; position: number | null; n: number };

/** How many there are in all, from the cells. */
export async function totalFromCells({ read }: Database, filters: Omit<Filters, 'days'>): Promise<Count> {
  const { rows } = await sql<{ n: number }>`
    select cast(coalesce(sum(n), 0) as integer) as n from facet_cell c where ${cellConditions(filters)}`.execute(read);
  return { value: rows[0]?.n ?? 0, relation: 'eq' };
}

export async function facetsFromCells(database: Database, filters: Omit<Filters, 'days'>): Promise<Facets> {
  const { kind, year, validity, ...always } = filters;
  const byCategory = countBy('category', sql`facet_cell c where ${cellConditions(without(filters, 'category'), 'by-category')}`);
  // The others need not tell categories apart: they are counted from few rows, read once.
  const byValue = (['kind', 'year', 'validity'] as const).map((dimension) =>
    countBy(dimension, sql`cell c where ${cellClasses(without({ ...(kind ? { kind } : {}), ...(year ? { year } : {}), ...(validity ? { validity } : {}) }, dimension))}`));
  const byAgency = sql`
    select 'agency' as dimension, a.id as value, a.name as name, a.position as position, cast(sum(n) as integer) as n
    from agency a join facet_cell c on c.agency_no = a.no and c.own = 0
    where ${childOf(filters)} and ${cellFilters(filters)} group by a.id, a.name, a.position`;
  const [{ rows }, parents] = await Promise.all([
    sql<Counted>`
      with cell as materialized (select kind, year, validity, sum(n) as n from facet_cell c where ${cellConditions(always)} group by kind, year, validity)
      ${sql.join([byCategory, ...byValue, byAgency], sql` union all `)}`.execute(database.read),
    parentsOf(database),
  ]);
  return facets(rows, parents, 'eq');
}

function countBy(dimension: Dimensions, cells: RawBuilder<unknown>): RawBuilder<unknown> {
  const value = sql.ref(columns[dimension]);
  return sql`
    select ${sql.lit(dimension)} as dimension, cast(${value} as text) as value, null as name, cast(null as integer) as position, cast(sum(n) as integer) as n
    from ${cells} group by ${value}`;
}

/** How many hits of a search there are, or how many rows pass the filters. */
export async function totalFromRows({ read }: Database, filters: Filters, hits?: Hits): Promise<Count> {
  const passing = hits ? sql`select 1 from (${hits(filters, mostCounted + 1)}) hits` : sql`select 1 from disclosure d where ${rowConditions(filters)}`;
  const { rows } = await sql<{ n: number }>`
    select cast(count(*) as integer) as n from (${passing} limit ${mostCounted + 1}) counted`.execute(read);
  return counted(rows[0]?.n ?? 0);
}

/** The facets, and how many pass all filters: of more rows than are counted only where no facet's filter is set. */
export async function facetsFromRows(database: Database, filters: Filters, hits?: Hits): Promise<{ facets: Facets; total: Count | undefined }> {
  // Each count leaves one filter out, so rows are taken that pass the filters no facet stands for.
  const { days, openTerm } = filters;
  const always: Filters = { ...(days ? { days } : {}), ...(openTerm ? { openTerm } : {}) };
  const taken = hits
    // SQLite keeps the order of a cross join: the hits lead, and the disclosures are looked up.
    ? sql`(select no from (${hits(always, mostCounted + 1)}) found limit ${mostCounted + 1}) hits cross join disclosure d where d.no = hits.no`
    : sql`disclosure d where ${rowConditions(always)} limit ${mostCounted + 1}`;
  const byValue = dimensions.map((dimension) => sql`
    select ${sql.lit(dimension)} as dimension, cast(${sql.ref(columns[dimension])} as text) as value,
      null as name, cast(null as integer) as position, cast(count(*) as integer) as n
    from hit d where ${rowConditions(without(filters, dimension))} group by ${sql.ref(columns[dimension])}`);
  const byAgency = sql`
    select 'agency' as dimension, a.id as value, a.name as name, a.position as position, cast(sum(at_position.n) as integer) as n
    from agency a join (
      select agency_position, count(*) as n from hit d where ${rowConditions(without(filters, 'agency'))} group by agency_position
    ) at_position on at_position.agency_position between a.position and a.last
    where ${childOf(filters)} group by a.id, a.name, a.position`;
  const count = (of: 'hits' | 'passing', some: Filters) => sql`select ${sql.lit(of)}, null, null, cast(null as integer), cast(count(*) as integer) from hit d where ${rowConditions(some)}`;
  const [{ rows }, parents] = await Promise.all([
    sql<Counted | { dimension: 'hits' | 'passing'; n: number }>`
      with hit as materialized (
        select d.no, d.state, d.agency_position, d.category_id, d.kind, cast(substr(d.published_on, 1, 4) as integer) as year, d.validity, d.open_term
        from ${taken}
      )
      ${sql.join([...byValue, byAgency, count('hits', always), count('passing', filters)], sql` union all `)}`.execute(database.read),
    parentsOf(database),
  ]);
  const counts = (of: 'hits' | 'passing') => counted(rows.find(({ dimension }) => dimension === of)?.n ?? 0);
  const { relation } = counts('hits');
  const all = relation === 'eq' || Object.keys(filters).length === Object.keys(always).length;
  return {
    facets: facets(rows.filter((row): row is Counted => row.dimension !== 'hits' && row.dimension !== 'passing'), parents, relation),
    total: all ? counts('passing') : undefined,
  };
}

function counted(n: number): Count {
  return n > mostCounted ? { value: mostCounted, relation: 'gte' } : { value: n, relation: 'eq' };
}

function childOf({ agency }: Filters): RawBuilder<unknown> {
  return agency === undefined ? sql`a.parent_no is null` : sql`a.parent_no = ${agency.no}`;
}

function facets(rows: readonly Counted[], parents: Parents, relation: Facets['relation']): Facets {
  const values = (dimension: Dimension) => rows.filter((row) => row.dimension === dimension).map(({ value, n: count }) => ({ value, count })).sort(byCount);
  const agencies = rows.filter(({ dimension }) => dimension === 'agency').sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return {
    agency: agencies.map(({ value, name, n }) => ({ value, name: name ?? value, count: n })),
    category: withParents(values('category'), parents),
    kind: values('kind') as Facets['kind'],
    year: values('year').map(({ value, count }) => ({ value: Number(value), count })).sort((a, b) => b.value - a.value),
    validity: values('validity') as Facets['validity'],
    relation,
  };
}

type ValueCount = { value: string; count: number };

function byCount(a: ValueCount, b: ValueCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

/** Of each category the one above. */
type Parents = ReadonlyMap<string, string | null>;

async function parentsOf({ read }: Database): Promise<Parents> {
  return new Map((await read.selectFrom('category').select(['id', 'parent_id']).execute()).map(({ id, parent_id }) => [id, parent_id]));
}

/** Choosing a category includes those below it, and so do the counts. */
function withParents(leaves: readonly ValueCount[], parents: Parents): ValueCount[] {
  const sums = new Map<string, number>();
  for (const { value, count } of leaves) {
    for (let id: string | null = value; id !== null; id = parents.get(id) ?? null) sums.set(id, (sums.get(id) ?? 0) + count);
  }
  return Array.from(sums, ([value, count]) => ({ value, count })).sort(byCount);
}
