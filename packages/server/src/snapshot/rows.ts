import type { DisclosureContent, PublishedDisclosure, SnapshotRow } from '@sunlit/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { searchableText } from '../disclosures/content.ts';
import { publishedRecords } from '../disclosures/read.ts';
import { summaries } from '../disclosures/rows.ts';
import { visible } from '../disclosures/visible.ts';
import { invalid } from '../problems.ts';
import type { Settings } from '../settings.ts';

/** An agency with everything below it, by position in the tree; those above it are those whose span holds its own. */
export interface Scope {
  readonly id: string;
  readonly position: number;
  readonly last: number;
}

/** What is taken along of a disclosure: its row, and what `disclosures.get` answers. */
export type Carried = SnapshotRow & { readonly record: PublishedDisclosure };

const TOGETHER = 500;

/** @throws ProblemError for an unknown agency. */
export async function scopeOf({ read }: Pick<Database, 'read'>, agency: string | undefined): Promise<Scope | undefined> {
  if (agency === undefined) return undefined;
  const scope = await read.selectFrom('agency').select(['id', 'position', 'last']).where('id', '=', agency).executeTakeFirst();
  if (scope === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  return scope;
}

/** The condition on a row of `agency` under the alias `a`. */
export function within(scope: Scope | undefined): RawBuilder<unknown> {
  return scope === undefined ? sql`true` : sql`(a.position between ${scope.position} and ${scope.last} or a.position < ${scope.position} and a.last >= ${scope.last})`;
}

/** What is public of a scope, oldest first, some at a time: never more of it in memory. */
export async function* rowsOf(database: Database, scope: Scope | undefined, settings: Pick<Settings, 'showMissed'>): AsyncGenerator<Carried[], void, undefined> {
  for (let after = 0; ; ) {
    const { rows, last } = await some(database, sql`d.no > ${after} and ${within(scope)}`, settings);
    if (last === undefined) return;
    yield rows;
    after = last;
  }
}

/** The rows of these disclosures that are public. */
export async function rowsByNumber(database: Database, numbers: readonly number[], settings: Pick<Settings, 'showMissed'>): Promise<Carried[]> {
  const rows: Carried[] = [];
  for (let start = 0; start < numbers.length; start += TOGETHER) rows.push(...(await some(database, sql`d.no in (${sql.join(numbers.slice(start, start + TOGETHER))})`, settings)).rows);
  return rows;
}

async function some(database: Database, condition: RawBuilder<unknown>, settings: Pick<Settings, 'showMissed'>): Promise<{ readonly rows: Carried[]; readonly last: number | undefined }> {
  const { titlePinyin } = await import('@sunlit/search/pinyin');
  const { rows: found } = await sql<{ no: number; id: string; content: string }>`
    select d.no, d.id, r.content from disclosure d join revision r on r.disclosure_no = d.no and r.revision = d.revision join agency a on a.no = d.agency_no
    where ${visible} and ${condition} order by d.no limit ${TOGETHER}`.execute(database.read);
  const numbers = found.map(({ no }) => no);
  const [shown, records] = await Promise.all([summaries(database, numbers.map((no) => ({ no }))), publishedRecords(database, numbers, settings)]);
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = shown.flatMap(({ updatedAt: _, ...summary }): Carried[] => {
    const row = byId.get(summary.id);
    const record = row && records.get(row.no);
    if (row === undefined || record === undefined) return [];
    const carried: SnapshotRow = { summary, order: row.no, text: searchableText(JSON.parse(row.content) as DisclosureContent), pinyin: titlePinyin(summary.title) };
    return [{ ...carried, record }];
  });
  return { rows, last: found.at(-1)?.no };
}
