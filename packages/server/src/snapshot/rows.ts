import type { DisclosureContent, SnapshotRow } from '@sunlit/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { searchableText } from '../disclosures/content.ts';
import { summaries } from '../disclosures/rows.ts';
import { visible } from '../disclosures/visible.ts';

/** An agency with everything below it, by position in the tree; those above it are those whose span holds its own. */
export interface Scope {
  readonly id: string;
  readonly position: number;
  readonly last: number;
}

const TOGETHER = 500;

/** The rows of a scope, newest first, some at a time: never more of them in memory. */
export async function* rowsOf(database: Database, scope: Scope | undefined): AsyncGenerator<SnapshotRow[], void, undefined> {
  const within = scope === undefined ? sql`true` : sql`(a.position between ${scope.position} and ${scope.last} or a.position < ${scope.position} and a.last >= ${scope.last})`;
  for (let after = Number.MAX_SAFE_INTEGER; ; ) {
    const { rows, last } = await some(database, sql`d.no < ${after} and ${within}`);
    if (last === undefined) return;
    yield rows;
    after = last;
  }
}

/** The rows of these disclosures that are public. */
export async function rowsById(database: Database, ids: readonly string[]): Promise<SnapshotRow[]> {
  return (await some(database, sql`d.id in (${sql.join(ids)})`)).rows;
}

async function some(database: Database, condition: RawBuilder<unknown>): Promise<{ readonly rows: SnapshotRow[]; readonly last: number | undefined }> {
  const { titlePinyin } = await import('@sunlit/search/pinyin');
  const { rows: found } = await sql<{ no: number; content: string }>`
    select d.no, r.content from disclosure d join revision r on r.disclosure_no = d.no and r.revision = d.revision join agency a on a.no = d.agency_no
    where ${visible} and ${condition} order by d.no desc limit ${TOGETHER}`.execute(database.read);
  const shown = await summaries(database, found.map(({ no }) => ({ no })));
  const contents = new Map(found.map(({ no, content }) => [no, content]));
  const order = new Map((await database.read.selectFrom('disclosure').select(['no', 'id']).where('no', 'in', [-1, ...contents.keys()]).execute()).map(({ no, id }) => [id, no]));
  const rows = shown.flatMap(({ updatedAt: _, ...summary }): SnapshotRow[] => {
    const no = order.get(summary.id);
    const content = no === undefined ? undefined : contents.get(no);
    return no === undefined || content === undefined ? [] : [{ summary, order: no, text: searchableText(JSON.parse(content) as DisclosureContent), pinyin: titlePinyin(summary.title) }];
  });
  return { rows, last: found.at(-1)?.no };
}
