import type { DisclosureContent } from '@sunlit/contract';
import { sql, type Kysely } from 'kysely';
import type { Engine, Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';
import type { Tables } from '../database/tables.ts';
import { timelinessOf } from './due-days.ts';
import { visible } from './visible.ts';

/*
 * Counts of what is public, kept up to date in the transaction that publishes, changes or withdraws, so that no count reads what it counts:
 * `facet_cell` for what the directory filters by, `published_cell` by month and timeliness, `carrier_cell` by where else it can be found.
 */

/** What of a disclosure can be filtered by. */
export type Filing = Pick<Tables['disclosure'], 'category_id' | 'kind' | 'validity' | 'open_term' | 'published_on'> & {
  /** The agency, then the agencies above it up to the top. */
  readonly lineage: readonly number[];
};

/** `agency_no` of the cells that count everything. */
export const WHOLE = 0;

/** `category_id` of the cells that count every category: most questions name none, and these are far fewer. */
export const ANY_CATEGORY = '';

/** `kind` of the `published_cell`s that count every kind. */
export const ANY_KIND = '' as const;

/** A disclosure that counts once more, or (-1) once less. */
interface Counted {
  readonly row: Pick<Tables['disclosure'], 'due_on'>;
  readonly content: Pick<DisclosureContent, 'channels'>;
  readonly filing: Filing;
  readonly n: 1 | -1;
}

type CellTable = 'facet_cell' | 'published_cell' | 'carrier_cell';
type WithoutCount<Name extends CellTable> = Omit<Tables[Name], 'n'>;

/** Moves disclosures between cells: each counts `n` more (or, below zero, fewer) in every cell that it belongs to. */
export async function count(w: Writing, counted: readonly Counted[]): Promise<void> {
  await move(w, 'facet_cell', counted, facetCells);
  await move(w, 'published_cell', counted, publishedCells);
  await move(w, 'carrier_cell', counted, carrierCells);
}

async function move<Name extends CellTable>(w: Writing, table: Name, counted: readonly Counted[], cellsOf: (one: Counted) => readonly WithoutCount<Name>[]): Promise<void> {
  const cells = new Map<string, WithoutCount<Name> & { n: number }>();
  for (const one of counted) {
    for (const cell of cellsOf(one)) {
      const key = Object.values(cell).join(' ');
      const known = cells.get(key);
      if (known) known.n += one.n;
      else cells.set(key, { ...cell, n: one.n });
    }
  }
  const changed = [...cells.values()].filter(({ n }) => n !== 0);
  await insertRows(w, table, changed as unknown as readonly Tables[Name][], `on conflict (${KEYS[table].join(', ')}) do update set n = ${table}.n + excluded.n`);
}

const KEYS = {
  facet_cell: ['agency_no', 'own', 'category_id', 'kind', 'year', 'validity', 'open_term'],
  published_cell: ['agency_no', 'own', 'kind', 'month', 'timely'],
  carrier_cell: ['agency_no', 'own', 'year', 'carrier'],
} as const satisfies { readonly [Name in CellTable]: readonly (keyof WithoutCount<Name>)[] };

/** Whose cells a disclosure counts in: its agency's alone, and of everybody above with all below them. */
const placesOf = ({ lineage }: Filing) => [...lineage.slice(0, 1).map((agency_no) => ({ agency_no, own: 1 })), ...[...lineage, WHOLE].map((agency_no) => ({ agency_no, own: 0 }))];
const yearOf = (day: string): number => Number(day.slice(0, 4));

function facetCells({ filing }: Counted): WithoutCount<'facet_cell'>[] {
  const { published_on, category_id, kind, validity, open_term } = filing;
  return [category_id, ANY_CATEGORY].flatMap((category) => placesOf(filing).map((place) => ({ ...place, category_id: category, kind, year: yearOf(published_on), validity, open_term })));
}

function publishedCells({ row, filing }: Counted): WithoutCount<'published_cell'>[] {
  const { kind, published_on } = filing;
  const timely = timelinessOf({ ...row, published_on });
  return ([kind, ANY_KIND] as const).flatMap((of) => placesOf(filing).map((place) => ({ ...place, kind: of, month: published_on.slice(0, 7), timely })));
}

function carrierCells({ content, filing }: Counted): WithoutCount<'carrier_cell'>[] {
  const carriers = [...new Set(content.channels.map(({ carrier }) => carrier))];
  return carriers.flatMap((carrier) => placesOf(filing).map((place) => ({ ...place, year: yearOf(filing.published_on), carrier })));
}

/** Sums up anew, when other agencies stand above some: what an agency counts alone is right. */
export async function sumCells(db: Kysely<Tables>, tables: readonly CellTable[] = ['facet_cell', 'published_cell', 'carrier_cell']): Promise<void> {
  for (const table of tables) {
    const rest = sql.join(KEYS[table].slice(2).map((name) => sql.ref(`c.${name}`)));
    await sql`delete from ${sql.table(table)} where own = 0`.execute(db);
    await sql`
      insert into ${sql.table(table)} (${sql.join(KEYS[table].map((name) => sql.ref(name)))}, n)
      with recursive lineage (no, above) as (
        select no, no from agency
        union all
        select lineage.no, agency.parent_no from lineage join agency on agency.no = lineage.above where agency.parent_no is not null
      )
      select lineage.above, 0, ${rest}, sum(c.n) from ${sql.table(table)} c join lineage on lineage.no = c.agency_no where c.own = 1 and c.n > 0 group by lineage.above, ${rest}
      union all
      select ${sql.lit(WHOLE)}, 0, ${rest}, sum(c.n) from ${sql.table(table)} c where c.own = 1 and c.n > 0 group by ${rest}`.execute(db);
  }
}

/** Counts what was published before there were cells by month and carrier; the days by which it was due are there. */
export async function fillCells(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const timely = sql`case when d.due_on is null then 'untimed' when d.published_on <= d.due_on then 'in-time' else 'late' end`;
  for (const kind of [sql`d.kind`, sql.lit(ANY_KIND)]) {
    await sql`
      insert into published_cell (agency_no, own, kind, month, timely, n)
      select d.agency_no, 1, ${kind}, substr(d.published_on, 1, 7), ${timely}, count(*) from disclosure d where ${visible} group by 1, 2, 3, 4, 5`.execute(db);
  }
  const [channels, carrier] = engine === 'sqlite'
    ? [sql`json_each(r.content, '$.channels') as channel`, sql`json_extract(channel.value, '$.carrier')`]
    : [sql`json_array_elements(r.content::json -> 'channels') as channel (value)`, sql`channel.value ->> 'carrier'`];
  await sql`
    insert into carrier_cell (agency_no, own, year, carrier, n)
    select d.agency_no, 1, cast(substr(d.published_on, 1, 4) as integer), ${carrier}, count(distinct d.no)
    from disclosure d join revision r on r.disclosure_no = d.no and r.revision = d.revision, ${channels} where ${visible} group by 1, 2, 3, 4`.execute(db);
  await sumCells(db, ['published_cell', 'carrier_cell']);
}
