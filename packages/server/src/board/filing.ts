import type { Posting } from '@sunlit/contract';
import { isDay } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { invalid } from '../problems.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { writingRequests, type RequestStore } from '../requests/store.ts';
import { openTopic } from '../topics/open.ts';
import { loadTopic } from '../topics/record.ts';
import { tidyContent } from '../topics/submit.ts';
import { addTopicEntry } from '../topics/take.ts';
import { byOfficer } from './people.ts';
import { showPosting } from './show.ts';

/** Writes down what came by card, box, hotline or at the counter; also where nothing can be written on pages just now. */
export function createPosting(store: RequestStore, { actor, key, body }: Pick<Call<'board.create'>, 'actor' | 'key' | 'body'>): Promise<Posting> {
  const { channel, on, ...written } = body;
  const content = tidyContent(written);
  if (on !== undefined && !isDay(on)) throw invalid({ pointer: '/body/on', code: 'day' });
  return writingRequests(store, async (w) => {
    const { id } = await onceUnseen(w, { operation: 'board.create', owner: actor.id, key, body }, async () => ({ id: (await openTopic(w, { content, channel, by: byOfficer(actor), on })).row.id }));
    return showPosting(w, await loadTopic(w, { id }), actor);
  });
}

/** Puts a note on record that is never public. */
export function writeNote(store: RequestStore, { params: { id }, key, body, actor }: Pick<Call<'board.note'>, 'params' | 'key' | 'body' | 'actor'>): Promise<Posting> {
  const text = body.text.trim();
  if (text === '') throw invalid({ pointer: '/body/text', code: 'minLength', values: { limit: 1 } });
  return writingRequests(store, async (w) => {
    await onceUnseen(w, { operation: 'board.note', owner: actor.id, key, body: { id, ...body } }, async () => {
      await addTopicEntry(w, await loadTopic(w, { id }), { type: 'note', by: byOfficer(actor), said: { note: text } });
      return { id };
    });
    return showPosting(w, await loadTopic(w, { id }), actor);
  });
}
