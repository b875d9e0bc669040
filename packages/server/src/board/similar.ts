import type { Answer, Operations } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { nearest } from '@sunlit/search';
import { loadCalendar } from '../calendar/calendar.ts';
import { summaries } from '../disclosures/rows.ts';
import type { Call } from '../handlers.ts';
import { readingRequests, type RequestReading, type RequestStore } from '../requests/store.ts';
import { loadTopic, writtenOf, type TopicOnRecord, type TopicRow } from '../topics/record.ts';
import { topicSummaries } from '../topics/show.ts';
import { similarDisclosures, similarTopics } from '../topics/similar.ts';
import { postingSummaries } from './show.ts';

const MOST = 10;
/** Unread postings that are opened to be compared: the newest, for others should have been read by then. */
const MOST_OPENED = 200;

/** What is like a posting: what is public, and on the same board what nobody has read. Words that are sealed are compared here and answered nowhere. */
export async function similarPostings(store: RequestStore, { params: { id } }: Pick<Call<'board.similar'>, 'params'>): Promise<Answer<Operations['board.similar']>> {
  const reading = readingRequests(store);
  const { database } = store;
  const topic = await loadTopic(reading, { id });
  const text = wordsOf(topic);
  if (text.trim() === '') return { topics: [], disclosures: [], unread: [] };
  const topics = (await similarTopics(database, text, { board: topic.row.board_no, limit: MOST + 1 })).filter((no) => no !== topic.row.no).slice(0, MOST);
  const disclosures = await similarDisclosures(database, text, MOST);
  const { calendar } = await loadCalendar(reading.db);
  return {
    topics: await topicSummaries(reading.db, topics, calendar, dayInShanghai(reading.now())),
    disclosures: (await summaries(database, disclosures.map((no) => ({ no })))).map(({ updatedAt: _, ...item }) => item),
    unread: await postingSummaries(reading, await similarUnread(reading, topic, text)),
  };
}

/** As they were written, or once that is erased as they were approved. */
function wordsOf(topic: Pick<TopicOnRecord, 'row' | 'key'>): string {
  const { title = topic.row.title ?? '', text = topic.row.text ?? '' } = writtenOf(topic) ?? {};
  return `${title}\n${text}`.slice(0, 500);
}

async function similarUnread({ db, keys }: RequestReading, { row }: TopicOnRecord, text: string): Promise<number[]> {
  const rows = await db.selectFrom('topic').selectAll().where('board_no', '=', row.board_no).where('phase', 'in', ['submitted', 'review']).where('no', '<>', row.no).orderBy('no', 'desc').limit(MOST_OPENED).execute();
  return nearest(text, rows.map((other) => {
    const { title = '', text: body = '' } = writtenOf({ row: other as TopicRow, key: keys.open(other) }) ?? {};
    return { no: other.no, title, body, bonus: 0 };
  }), MOST);
}
