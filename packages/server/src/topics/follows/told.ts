import type { TopicEventType } from '@sunlit/contract';
import { sql } from 'kysely';
import type { RequestWriting } from '../../requests/store.ts';
import type { TopicEventRow, TopicOnRecord } from '../record.ts';
import { cluster } from '../supports.ts';
import { morningAfter, morningBefore } from './morning.ts';

/** What who follows a topic is written about. */
const TOLD: ReadonlySet<string> = new Set<TopicEventType>(['approve', 'claim', 'postpone', 'publish', 'decline', 'reopen', 'merge']);
/** And of one that never came onto the board: that it does not. */
const TOLD_UNREAD: ReadonlySet<string> = new Set<TopicEventType>(['return', 'decline', 'merge']);

/**
 * Queues letters to who follows a topic, or what was merged into it, and after an answer to who follows its board, in the transaction of
 * what they are told of. Nobody is written to twice about one step.
 */
export async function followersTold(w: RequestWriting, { row }: Pick<TopicOnRecord, 'row'>, { n, type, at }: Pick<TopicEventRow, 'n' | 'type' | 'at'>): Promise<void> {
  if (!(row.approved === 1 ? TOLD : TOLD_UNREAD).has(type)) return;
  await sql`
    insert into letter_out (follow_no, kind, topic_no, event_n, created_at, next_at, attempts)
    with recursive ${cluster(row.no)}
    select min(f.no), 'step', cast(${row.no} as bigint), cast(${n} as integer), ${at}, ${at}, 0 from follow f join cluster on cluster.no = f.topic_no
    where f.state = 'confirmed' group by f.address_hash`.execute(w.db);
  if (type !== 'publish') return;
  // One letter gathers what is answered from one morning to the next.
  await sql`
    insert into letter_out (follow_no, kind, created_at, next_at, attempts)
    select f.no, 'answers', ${at}, ${morningAfter(at)}, 0 from follow f join agency a on a.no = f.agency_no
    where f.state = 'confirmed' and a.position <= ${row.board_position} and a.last >= ${row.board_position}
      and not exists (select 1 from letter_out l where l.follow_no = f.no and l.kind = 'answers' and l.created_at >= ${morningBefore(at)})`.execute(w.db);
}

/** The same after the report of a round, to who follows a topic of it. To be called where the report is published. */
export async function roundTold(w: RequestWriting, roundNo: number): Promise<void> {
  const at = w.now().toISOString();
  await sql`
    insert into letter_out (follow_no, kind, topic_no, round_no, created_at, next_at, attempts)
    select f.no, 'round', f.topic_no, cast(${roundNo} as bigint), ${at}, ${at}, 0 from follow f where f.no in (
      select min(one.no) from follow one join topic t on t.no = one.topic_no left join topic m on m.no = t.merged_into_no
      where one.state = 'confirmed' and t.approved = 1 and (t.round_no = ${roundNo} or m.round_no = ${roundNo}) group by one.address_hash
    )`.execute(w.db);
}
