import type { BoardSettings } from '@sunlit/contract';
import { addMonths, dayInShanghai } from '@sunlit/rules';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { USUAL_MONTHS } from '../topics/settings.ts';

/** Erases the words that came with ratings, with the keys to them, as long after they were written as boards keep what is written; not while somebody has still to follow them up. */
export async function sweepRatings({ read, write, now }: Database): Promise<void> {
  const today = dayInShanghai(now());
  const said = await read.selectFrom('board_settings').selectAll().execute();
  const kept = said.map(({ agency_no, content }) => sql`when ${agency_no} then cast(${addMonths(today, -(JSON.parse(content) as BoardSettings).writtenMonths)} as text)`);
  const usual = sql`cast(${addMonths(today, -USUAL_MONTHS)} as text)`;
  const since = kept.length === 0 ? usual : sql`case agency_no ${sql.join(kept, sql` `)} else ${usual} end`;
  await sql`
    update rating set written = null, key_id = null, wrapped_key = null
    where written is not null and day < ${since} and not exists (select 1 from rating_task t where t.rating_no = rating.no and t.done_on is null)`.execute(write);
}
