import type { Answer, Operations } from '@sunlit/contract';
import { isDay } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { invalid } from '../problems.ts';
import { fileOnce } from '../requests/open.ts';
import { writingRequests, type RequestStore } from '../requests/store.ts';
import { byPerson } from './record.ts';

/** Files for an applicant what came in on paper, by fax or by word of mouth. What was said must have been read back (Reg. 29). */
export function fileCase(store: RequestStore, { actor, key, body }: Call<'cases.create'>): Promise<Answer<Operations['cases.create']>> {
  const { channel, on, readBack, ...content } = body;
  if (on !== undefined && !isDay(on)) throw invalid({ pointer: '/body/on', code: 'day' });
  if (channel === 'oral' && readBack !== true) throw invalid({ pointer: '/body/readBack', code: 'read-back-missing' });
  if (content.wanted.description.trim() === '') throw invalid({ pointer: '/body/wanted/description', code: 'minLength', values: { limit: 1 } });
  return writingRequests(store, (w) => fileOnce(w, { operation: 'cases.create', owner: actor.id, key, body }, () => Promise.resolve({ content, channel, by: byPerson(actor), on })));
}
