import type { Day, TopicEventType } from '@sunlit/contract';
import { addCalendarDays, dayInShanghai } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../../requests/store.ts';
import type { TopicEventRow, TopicOnRecord } from '../record.ts';
import { cluster } from '../supports.ts';
import { morningAfter, morningBefore } from './morning.ts';

/** What who follows a topic is written about. */
const TOLD: ReadonlySet<string> = new Set<TopicEventType>(['approve', 'claim', 'postpone', 'publish', 'decline', 'reopen', 'merge', 'unmerge', 'keep']);
/** And of one that nobody had let onto the board: that it does not come there, or may after all. */
const TOLD_UNREAD: ReadonlySet<string> = new Set<TopicEventType>(['return', 'decline', 'merge', 'unmerge']);
/** How long after the day of a promise its followers are still told that it went by. Shorter than it is kept on record that they were. */
const MISSED_DAYS = 14;


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

/** Tells who follows a topic that a day went by on which something had been promised with its answer, and nobody has said what came of it. Once for each promise. */
export async function missedTold(store: RequestStore): Promise<void> {
  const { read, now } = store.database;
  if ((await untold(read, dayInShanghai(now()))).length === 0) return;
  await writingRequests(store, async (w) => {
    const at = w.now().toISOString();
    const letters = (await untold(w.db, dayInShanghai(w.now()))).map((letter) => ({ ...letter, kind: 'missed' as const, created_at: at, next_at: at, attempts: 0 }));
    if (letters.length > 0) await w.db.insertInto('letter_out').values(letters).execute();
  });
}

/** Who follows a topic whose promise was missed, or what was merged into it, and was not told. */
async function untold(db: Kysely<Tables>, today: Day): Promise<{ readonly follow_no: number; readonly topic_no: number }[]> {
  const { rows } = await sql<{ follow_no: number; topic_no: number }>`
    with recursive missed(root, no, due_on) as (
      select no, no, due_on from topic where approved = 1 and due_term = 'promise' and coalesce(due_on, '9999-12-31') >= ${addCalendarDays(today, -MISSED_DAYS)} and coalesce(due_on, '9999-12-31') < ${today}
      union all select missed.root, t.no, missed.due_on from missed join topic t on t.merged_into_no = missed.no
    )
    select min(f.no) as follow_no, missed.root as topic_no from missed join follow f on f.topic_no = missed.no
    where f.state = 'confirmed' and not exists (
      select 1 from letter_out l join follow one on one.no = l.follow_no where l.topic_no = missed.root and l.kind = 'missed' and l.created_at >= missed.due_on and one.address_hash = f.address_hash)
    group by missed.root, f.address_hash limit 500`.execute(db);
  return rows;
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
