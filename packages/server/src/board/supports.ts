import type { Body, Operations, Posting, Signer } from '@sunlit/contract';
import { dayInShanghai, tidyNumber } from '@sunlit/rules';
import { ulid } from 'ulid';
import { isDay } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, type InvalidPart } from '../problems.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import type { StaffActor } from '../staff/actor.ts';
import { noteChange } from '../topics/projection.ts';
import { loadTopic } from '../topics/record.ts';
import { addSupports, canonicalOf } from '../topics/supports.ts';
import { addTopicEntry } from '../topics/take.ts';
import { byOfficer } from './people.ts';
import { showPosting } from './show.ts';

export type SupportList = Body<Operations['board.supports']>;

/** Enters supporters from a signed sheet, the counter or the hotline. Whoever was counted before is not counted again. */
export function enterSupports(store: RequestStore, { params: { id }, body, key, actor }: Pick<Call<'board.supports'>, 'params' | 'body' | 'key' | 'actor'>): Promise<Posting> {
  return writingRequests(store, async (w) => {
    await onceUnseen(w, { operation: 'board.supports', owner: actor.id, key, body: { id, ...body } }, async () => ({ id: await keepList(w, id, body, actor) }));
    return showPosting(w, await loadTopic(w, { id }), actor);
  });
}

/** @throws ProblemError when somebody on it has no name, its day lies ahead, there is no such scan, or nobody can support the topic any more. */
export async function keepList(w: RequestWriting, id: string, { basis, on, signers, scan }: SupportList, person: Pick<StaffActor, 'id' | 'name' | 'post'>): Promise<string> {
  if (!isDay(on)) throw invalid({ pointer: '/body/on', code: 'day' });
  if (on > dayInShanghai(w.now())) throw invalid({ pointer: '/body/on', code: 'future' });
  const nameless = signers.flatMap(({ name }, index): InvalidPart[] => (tidyName(name) === '' ? [{ pointer: `/body/signers/${index}/name`, code: 'minLength', values: { limit: 1 } }] : []));
  if (nameless.length > 0) throw invalid(...nameless);
  const topic = await loadTopic(w, { id });
  const { row: { no, phase } } = topic;
  if (phase === 'returned' || phase === 'declined') throw new ProblemError('not-possible', [{ pointer: '', code: 'ended-already' }]);
  const kept = scan === undefined ? undefined : await w.db.selectFrom('topic_scan').select('no').where('id', '=', scan).where('topic_no', '=', no).executeTakeFirst();
  if (scan !== undefined && kept === undefined) throw invalid({ pointer: '/body/scan', code: 'unknown-scan' });
  const list = ulid(w.now().getTime());
  const { no: listNo } = await w.db.insertInto('support_list').values({
    id: list, topic_no: no, basis, on_day: on, added: 0, already: 0, scan_no: kept?.no ?? null, person_id: person.id, person_name: person.name, person_post: person.post, at: w.now().toISOString(),
  }).returning('no').executeTakeFirstOrThrow();
  const canonical = await canonicalOf(w.db, no);
  const counted = await addSupports(w, canonical, signers.map((signer) => w.mac('signer', keyOf(signer)).toString('base64url')), basis, listNo);
  await w.db.updateTable('support_list').set(counted).where('no', '=', listNo).execute();
  await addTopicEntry(w, topic, { type: 'supports', on, by: byOfficer(person), entry: { basis, list, ...counted } });
  if (topic.row.approved === 1) await noteChange(w, [canonical]);
  return list;
}

/** Somebody is known by name and number, and without a number by the name alone: two of one name are then counted once, for nobody can tell them apart. */
function keyOf({ name, phone = '' }: Signer): string {
  return JSON.stringify([tidyName(name), tidyNumber(phone).replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')]);
}

function tidyName(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s·•・.]/gu, '').toLowerCase();
}
