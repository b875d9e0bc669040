import { SUPPORT_BASES, type SupportBasis, type SupportCount } from '@sunlit/contract';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { RequestStore, RequestWriting } from '../requests/store.ts';
import type { TopicRow } from './record.ts';

/*
 * Support stays with the topic it was given to, whatever is merged into what. How many support a topic is how many different ones
 * support it or anything that was merged into it; it is counted anew, never added up, so that merging and undoing it lose and invent nobody.
 */

/** What is kept of a device: the same for the same token, and nothing can be read from it. */
export const deviceHash = ({ mac }: Pick<RequestStore, 'mac'>, token: string): string => mac('device', token).toString('base64url');

/** Enters supporters of a topic; who supports it already, or what was merged into it, counts once. The topic must not be merged itself: `canonicalOf`. */
export async function addSupports(
  w: RequestWriting, topicNo: number, supporters: readonly string[], basis: SupportBasis, listNo?: number,
): Promise<{ readonly added: number; readonly already: number }> {
  const different = [...new Set(supporters)];
  const { rows: known } = await sql<{ supporter: string }>`
    with recursive ${cluster(topicNo)} select distinct s.supporter from topic_support s join cluster on cluster.no = s.topic_no where s.supporter in (${sql.join(different)})`.execute(w.db);
  const at = w.now().toISOString();
  for (const supporter of different) {
    await w.db.insertInto('topic_support').values({ topic_no: topicNo, supporter, basis, at, list_no: listNo ?? null })
      .onConflict((row) => row.columns(['topic_no', 'supporter']).doNothing()).execute();
  }
  await recount(w, topicNo);
  return { added: different.length - known.length, already: supporters.length - (different.length - known.length) };
}

/** Takes back somebody's support of a topic and of all that was merged into it: they are no longer among those who are counted. Answers whether they were. */
export async function removeSupport(w: RequestWriting, topicNo: number, supporter: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from topic_support where supporter = ${supporter} and topic_no in (with recursive ${cluster(topicNo)} select no from cluster)`.execute(w.db);
  // Each of them was counted with its own.
  const { rows } = await sql<{ no: number }>`with recursive ${cluster(topicNo)} select no from cluster`.execute(w.db);
  for (const { no } of rows) await count(w, no);
  return numAffectedRows > 0n;
}

/** Counts the different supporters of a topic anew, and of all that it was merged into. Answers which topics those are. */
export async function recount(w: RequestWriting, topicNo: number): Promise<number[]> {
  const counted: number[] = [];
  for (let no: number | null = topicNo; no !== null; no = await mergedInto(w.db, no)) {
    await count(w, no);
    counted.push(no);
  }
  return counted;
}

async function count(w: RequestWriting, topicNo: number): Promise<void> {
  // Whoever came in more than one way is counted by the first.
  const { rows } = await sql<{ basis: SupportBasis; n: number }>`
    with recursive ${cluster(topicNo)}
    select basis, cast(count(*) as integer) as n from (
      select s.basis, row_number() over (partition by s.supporter order by s.no) as place from topic_support s join cluster on cluster.no = s.topic_no
    ) each_once where place = 1 group by basis`.execute(w.db);
  const n = Object.fromEntries(SUPPORT_BASES.map((basis) => [basis, rows.find((row) => row.basis === basis)?.n ?? 0])) as Record<SupportBasis, number>;
  await w.db.updateTable('topic').set({ ...n, supports: rows.reduce((sum, row) => sum + row.n, 0), updated_at: w.now().toISOString() }).where('no', '=', topicNo).execute();
}

/** The topic that counts for a topic: itself, or what it was merged into. */
export async function canonicalOf(db: Kysely<Tables>, topicNo: number): Promise<number> {
  const above = await mergedInto(db, topicNo);
  return above === null ? topicNo : canonicalOf(db, above);
}

async function mergedInto(db: Kysely<Tables>, topicNo: number): Promise<number | null> {
  return (await db.selectFrom('topic').select('merged_into_no').where('no', '=', topicNo).executeTakeFirst())?.merged_into_no ?? null;
}

/** The topic and all that was merged into it, also through others: `cluster (no)` of a recursive query. */
export const cluster = (topicNo: number): RawBuilder<unknown> =>
  sql`cluster (no) as (select no from topic where no = ${topicNo} union select merged.no from topic merged join cluster on merged.merged_into_no = cluster.no)`;

export function supportCount({ supports, web, kiosk, counter, paper, hotline }: Pick<TopicRow, 'supports' | SupportBasis>): SupportCount {
  return { total: supports, web, kiosk, counter, paper, hotline };
}
