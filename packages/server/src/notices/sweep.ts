import type { BoardSettings } from '@sunlit/contract';
import { addMonths, dayInShanghai } from '@sunlit/rules';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { USUAL_MONTHS } from '../topics/settings.ts';

/**
 * Erases what came in to notices, with the keys to it, as long after the last day on which anything was taken as boards keep what is written; and
 * forgets who gave feedback before today. Counts, stances, roles and who was chosen stay: they name nobody.
 */
export async function sweepNotices({ read, write, now }: Database): Promise<void> {
  const today = dayInShanghai(now());
  await write.deleteFrom('feedback').where('day', '<', today).execute();
  const said = await read.selectFrom('board_settings').selectAll().execute();
  const kept = said.map(({ agency_no, content }) => sql`when ${agency_no} then cast(${addMonths(today, -(JSON.parse(content) as BoardSettings).writtenMonths)} as text)`);
  const usual = sql`cast(${addMonths(today, -USUAL_MONTHS)} as text)`;
  const since = kept.length === 0 ? usual : sql`case d.agency_no ${sql.join(kept, sql` `)} else ${usual} end`;
  const over = sql`written is not null and disclosure_no in (
    select s.disclosure_no from notice_settings s join disclosure d on d.no = s.disclosure_no where s.ends_on < ${since})`;
  await sql`update opinion set written = null, key_id = null, wrapped_key = null where ${over}`.execute(write);
  await sql`update seat set written = null, key_id = null, wrapped_key = null, device = id where ${over}`.execute(write);
}
