import type { RequestWriting } from '../../requests/store.ts';
import type { TopicEventRow, TopicOnRecord } from '../record.ts';

/** Queues letters to who follows a topic or its board, in the transaction of what they are told of. */
export function followersTold(_w: RequestWriting, _topic: TopicOnRecord, _event: TopicEventRow): Promise<void> {
  return Promise.resolve();
}
