import type { Answer, Operations } from '@sunlit/contract';
import type { Call } from '../handlers.ts';
import { ProblemError, notFound } from '../problems.ts';
import { spend, type Challenges } from '../requests/challenges.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import type { BoardLimits } from './limits.ts';
import { noteChange } from './projection.ts';
import { loadTopic, type TopicRow } from './record.ts';
import { addSupports, canonicalOf, deviceHash, removeSupport, supportCount } from './supports.ts';
import { takesSupport } from './topic.ts';

type Supported = Answer<Operations['topics.support']>;

/** Supports a topic, or what it was merged into: each device once. */
export async function supportTopic(store: RequestStore, challenges: Challenges, limits: BoardLimits, { params: { id }, body, key, address }: Pick<Call<'topics.support'>, 'params' | 'body' | 'key' | 'address'>): Promise<Supported> {
  const { challenge, token, basis } = body;
  const solved = await challenges.verify(challenge);
  const device = deviceHash(store, token);
  await limits.count(address, device);
  return writingRequests(store, async (w) => {
    await onceUnseen(w, { operation: 'topics.support', owner: 'public', key, body: { id, device, basis } }, async () => {
      const { no, phase } = await supported(w, id);
      if (!takesSupport(phase)) throw new ProblemError('not-possible', [{ pointer: '', code: 'answered-already' }]);
      await spend(w, solved);
      const { added } = await addSupports(w, no, [device], basis);
      if (added > 0) await noteChange(w, [no]);
      return id;
    });
    return shown(w, id);
  });
}

/** Takes it back, also where what was supported has been merged since. */
export async function withdrawSupport(store: RequestStore, limits: BoardLimits, { params: { id }, body, key, address }: Pick<Call<'topics.unsupport'>, 'params' | 'body' | 'key' | 'address'>): Promise<Supported> {
  const device = deviceHash(store, body.token);
  await limits.count(address, device);
  return writingRequests(store, async (w) => {
    await onceUnseen(w, { operation: 'topics.unsupport', owner: 'public', key, body: { id, device } }, async () => {
      const { no } = await supported(w, id);
      if (await removeSupport(w, no, device)) await noteChange(w, [no]);
      return id;
    });
    return shown(w, id);
  });
}

async function shown(w: RequestWriting, id: string): Promise<Supported> {
  const row = await supported(w, id);
  return { id: row.id, supports: supportCount(row) };
}

/** The topic that counts for one that is on a board. @throws ProblemError `not-found`. */
async function supported(w: RequestWriting, id: string): Promise<TopicRow> {
  const named = await w.db.selectFrom('topic').select('no').where('id', '=', id).where('approved', '=', 1).executeTakeFirst();
  if (named === undefined) throw notFound();
  return (await loadTopic(w, { no: await canonicalOf(w.db, named.no) })).row;
}
