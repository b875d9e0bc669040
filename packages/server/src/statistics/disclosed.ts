import type { AgencyLevel, Answer, Carrier, DisclosureKind, Operations, Query } from '@sunlit/contract';
import { AGENCY_LEVELS, CARRIERS, DISCLOSURE_KINDS } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables, Timeliness } from '../database/tables.ts';
import { missedPeriods } from '../disclosures/agenda.ts';
import { ANY_CATEGORY, ANY_KIND } from '../disclosures/cells.ts';
import { askedOf } from './tree.ts';

interface MonthOfCells {
  readonly month: string;
  readonly kind: DisclosureKind;
  readonly timely: Timeliness;
  readonly n: number;
}

/** What was published in a year, read from cells alone. */
export async function getDisclosureFigures({ read: db, now }: Database, { agency, year: asked }: Query<Operations['statistics.disclosures']>): Promise<Answer<Operations['statistics.disclosures']>> {
  const place = await askedOf(db, agency);
  const today = dayInShanghai(now());
  const year = asked ?? Number(today.slice(0, 4));
  const { rows } = await sql<MonthOfCells>`
    select c.month, c.kind, c.timely, c.n from published_cell c
    where c.agency_no = ${place.no} and c.own = 0 and c.kind <> ${ANY_KIND} and c.month between ${`${year - 1}-01`} and ${`${year}-12`} and c.n > 0`.execute(db);
  const cells = rows.filter(({ month }) => month >= `${year}-01`);
  const levels = await sql<{ level: AgencyLevel; n: number }>`
    select a.level, cast(sum(c.n) as integer) as n from agency a cross join published_cell c
    where c.agency_no = a.no and a.position between ${place.position} and ${place.last} and c.own = 1 and c.kind = ${ANY_KIND} and c.month between ${`${year}-01`} and ${`${year}-12`} group by a.level`.execute(db);
  const carriers = await sql<{ carrier: Carrier; n: number }>`
    select c.carrier, c.n from carrier_cell c where c.agency_no = ${place.no} and c.own = 0 and c.year = ${year}`.execute(db);
  const byKind = DISCLOSURE_KINDS.map((kind) => ({ kind, own: cells.filter((cell) => cell.kind === kind) }));
  return {
    ...(place.agency && { agency: place.agency }),
    year,
    asOf: now().toISOString(),
    total: sum(cells),
    byCategory: await byStatutoryCategory(db, place.no, year),
    byKind: byKind.map(({ kind, own }) => ({ kind, n: sum(own) })).filter(isAny),
    byLevel: AGENCY_LEVELS.map((level) => ({ level, n: sum(levels.rows.filter((row) => row.level === level)) })).filter(isAny),
    byCarrier: CARRIERS.map((carrier) => ({ carrier, n: sum(carriers.rows.filter((row) => row.carrier === carrier)) })).filter(isAny),
    byMonth: byMonth(cells, year),
    lastYear: { total: sum(rows) - sum(cells), byMonth: byMonth(rows, year - 1) },
    onTime: byKind.map(({ kind, own }) => ({ kind, n: sum(own.filter(({ timely }) => timely === 'in-time')), of: sum(own.filter(({ timely }) => timely !== 'untimed')) })).filter(({ of }) => of > 0),
    missedPeriods: sum(await missedPeriods(db, place, today)),
  };
}

const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((total, { n }) => total + n, 0);
const isAny = ({ n }: { readonly n: number }): boolean => n > 0;
const byMonth = (cells: readonly MonthOfCells[], year: number): number[] =>
  Array.from({ length: 12 }, (_, at) => sum(cells.filter(({ month }) => month === `${year}-${String(at + 1).padStart(2, '0')}`)));

/** By what Reg. 20 lists, with what agencies keep below that: so that two agencies can be compared, and each disclosure counts once. */
async function byStatutoryCategory(db: Kysely<Tables>, agencyNo: number, year: number): Promise<Answer<Operations['statistics.disclosures']>['byCategory']> {
  const { rows } = await sql<{ id: string; n: number }>`
    select c.category_id as id, cast(sum(c.n) as integer) as n from facet_cell c
    where c.agency_no = ${agencyNo} and c.own = 0 and c.category_id > ${ANY_CATEGORY} and c.year = ${year} and c.n > 0 group by c.category_id`.execute(db);
  const top = await topCategories(db);
  const sums = new Map<string, { category: { id: string; name: string }; n: number }>();
  for (const { id, n } of rows) {
    const category = top(id);
    const known = sums.get(category.id);
    if (known) known.n += n;
    else sums.set(category.id, { category, n });
  }
  return [...sums.values()].sort((a, b) => b.n - a.n || (a.category.id < b.category.id ? -1 : 1));
}

/** The category at the top, above or at each one. */
async function topCategories(db: Kysely<Tables>): Promise<(id: string) => { id: string; name: string }> {
  const categories = new Map((await db.selectFrom('category').select(['id', 'parent_id', 'name']).execute()).map((row) => [row.id, row]));
  return function top(id: string): { id: string; name: string } {
    const { parent_id = null, name = id } = categories.get(id) ?? {};
    return parent_id === null ? { id, name } : top(parent_id);
  };
}
