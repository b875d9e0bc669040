import type { PostingPapers } from '@sunlit/contract';
import { personalMarks, waysFor } from '@sunlit/rules';
import type { Call } from '../handlers.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import { loadTopic, saidOfTopic, writtenOf } from '../topics/record.ts';

/** What somebody wrote, with what in it looks personal and which other way it points to; once it was erased, nothing. */
export async function readPostingPapers(store: RequestStore, { params: { id } }: Pick<Call<'board.papers'>, 'params'>): Promise<PostingPapers> {
  const topic = await loadTopic(readingRequests(store), { id });
  const written = writtenOf(topic);
  const { title = '', text = '' } = written ?? {};
  return {
    ...(written === undefined ? {} : { written }),
    marks: { title: personalMarks(title), text: personalMarks(text) },
    ways: waysFor(`${title}\n${text}`).map(({ way, found }) => ({ way, found: found.slice(0, 120) })),
    reopenings: topic.events.flatMap((event) => {
      const words = event.type === 'reopen' && event.role === 'resident' ? saidOfTopic(topic, event)?.['words'] : undefined;
      return words === undefined ? [] : [{ n: event.n, words }];
    }),
  };
}
