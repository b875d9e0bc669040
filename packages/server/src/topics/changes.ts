import type { Answer, Operations, TopicChange } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Source } from '../changes/feed.ts';
import { pathsOf, type Span } from '../changes/list.ts';
import type { Database } from '../database/database.ts';
import { topicSummaries } from './show.ts';

type Reading = Pick<Database, 'read' | 'now'>;

/** Topics that changed after a number, each once, as they are now; with a span, those on the boards of its agencies or with one of them. */
export async function listTopicChanges(database: Reading, after: number, limit: number, span?: Span): Promise<Answer<Operations['topics.changes']>> {
  const { items, latest } = await changedTopics(database, after, limit, span);
  return { items: items.map(({ change }) => change), latest };
}

/** The same for who follows them. */
export function topicChanges(database: Reading): Source {
  return { latest: () => latestTopicChange(database), list: (after, limit, span) => changedTopics(database, after, limit, span, true) };
}

/** The newest number there is; 0 before the first topic. */
export async function latestTopicChange({ read }: Pick<Database, 'read'>): Promise<number> {
  const { latest } = await read.selectFrom('topic_change').select(({ fn }) => fn.max('seq').as('latest')).executeTakeFirstOrThrow();
  return latest ?? 0;
}

async function changedTopics(database: Reading, after: number, limit: number, span: Span | undefined, placed = false): Promise<{ items: { seq: number; path: string[]; change: TopicChange }[]; latest: number }> {
  const { read, now } = database;
  // Asked first: up to this number nothing can be missing among the items.
  const head = await latestTopicChange(database);
  const rows = await read.selectFrom('topic_change as c').innerJoin('topic as t', 't.no', 'c.topic_no').select(['c.seq', 'c.at', 't.no', 't.id', 't.board_no', 't.agency_no'])
    .where('c.seq', '>', after)
    .$if(span !== undefined, (query) => query.where((eb) => eb.or((['t.board_position', 't.agency_position'] as const).map((position) => eb.between(position, span?.position ?? 0, span?.last ?? 0)))))
    .orderBy('c.seq').limit(limit).execute();
  const { calendar } = await loadCalendar(read);
  const topics = new Map((await topicSummaries(read, rows.map(({ no }) => no), calendar, dayInShanghai(now()))).map((topic) => [topic.id, topic]));
  const paths = placed ? await pathsOf(database, rows.flatMap(({ board_no, agency_no }) => [board_no, agency_no])) : new Map<number, string[]>();
  const items = rows.map(({ seq, at, id, board_no, agency_no }) => {
    const topic = topics.get(id);
    return { seq, path: [...(paths.get(board_no) ?? []), ...(paths.get(agency_no) ?? [])], change: { seq, id, time: at, ...(topic === undefined ? {} : { topic }) } };
  });
  return { items, latest: Math.max(head, items.at(-1)?.seq ?? 0) };
}
