import type { Change } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import { tombstone } from '../disclosures/read.ts';

/** Public changes after a sequence number, oldest first, and the newest number there is. */
export async function listChanges({ read }: Database, after: number, limit: number): Promise<{ items: Change[]; latest: number }> {
  const rows = await read.selectFrom('change as c')
    .innerJoin('disclosure as d', 'd.no', 'c.disclosure_no')
    .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'c.disclosure_no').onRef('r.revision', '=', 'c.revision'))
    .innerJoin('agency as a', 'a.no', 'd.agency_no')
    .select(['c.seq', 'c.time', 'c.type', 'c.disclosure_no', 'c.revision', 'c.reason', 'c.content_hash', 'c.leaf', 'd.id', 'r.title', 'a.id as agency_id', 'a.name as agency_name'])
    .where('c.seq', '>', after)
    .orderBy('c.seq').limit(limit)
    .execute();
  const items = await Promise.all(rows.map(async (row): Promise<Change> => {
    const common = {
      seq: row.seq,
      time: row.time,
      id: row.id,
      agency: { id: row.agency_id, name: row.agency_name },
      title: row.title,
      revision: row.revision,
      contentHash: row.content_hash,
      leaf: row.leaf,
    };
    switch (row.type) {
      case 'published': case 'expired': return { type: row.type, ...common };
      case 'amended': case 'repealed': return { type: row.type, ...common, reason: row.reason ?? '' };
      case 'withdrawn': return { type: row.type, ...common, tombstone: await tombstone({ read }, row.disclosure_no) };
    }
  }));
  return { items, latest: await latestChange({ read }) };
}

export async function latestChange({ read }: Pick<Database, 'read'>): Promise<number> {
  return (await read.selectFrom('change_head').select('seq').executeTakeFirstOrThrow()).seq;
}
