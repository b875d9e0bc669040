import type { Answer, Operations, Topic, TopicContent } from '@sunlit/contract';
import { dayInShanghai, personalMarks, tidyWords, waysFor } from '@sunlit/rules';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound } from '../problems.ts';
import { spend, type Challenges } from '../requests/challenges.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import type { BoardLimits } from './limits.ts';
import { openTopic } from './open.ts';
import { loadTopic } from './record.ts';
import { presentRound, roundState, type RoundRow } from './rounds.ts';
import { boardSettings } from './settings.ts';
import { addSupports, deviceHash } from './supports.ts';
import { takeTopicStep } from './take.ts';
import { getTopic } from './topic.ts';

type Submitted = Answer<Operations['topics.submit']>;

/**
 * Takes what somebody writes without an account. What costs the caller something is looked at first, then how often they came; only then
 * is anything read or written.
 */
export async function submitTopic(store: RequestStore, challenges: Challenges, limits: BoardLimits, { body, key, address }: Pick<Call<'topics.submit'>, 'body' | 'key' | 'address'>): Promise<Submitted> {
  const { challenge, token, channel, ...written } = body;
  const solved = await challenges.verify(challenge);
  const content = tidyContent(written);
  const device = deviceHash(store, token);
  await limits.count(address, device);
  return writingRequests(store, (w) => onceUnseen(w, { operation: 'topics.submit', owner: 'public', key, body: { device, channel, ...written } }, async () => {
    const round = await refuseClosed(w, content.agencyId);
    await spend(w, solved);
    const topic = await openTopic(w, { content, channel, by: { role: 'resident' }, writer: device });
    await addSupports(w, topic.row.no, [device], channel);
    const shown = (await readFirst(w, content)) ? topic : await takeTopicStep(w, await loadTopic(w, { no: topic.row.no }), {
      step: { type: 'approve', ...(round === undefined ? {} : { round: { id: round.id, due: round.answer_on } }) }, by: { role: 'system' }, approved: content,
    });
    return { id: topic.row.id, no: topic.row.topic_no, phase: shown.state.phase };
  }));
}

/** What was written, tidied. @throws ProblemError naming what is there by its length and yet says nothing. */
export function tidyContent<C extends Pick<TopicContent, 'title' | 'text' | 'place'>>({ title, text, place, ...content }: C): Omit<C, 'title' | 'text' | 'place'> & Pick<TopicContent, 'title' | 'text' | 'place'> {
  const tidy = { title: tidyWords(title).replaceAll('\n', ' '), text: tidied(text), place: tidied(place) };
  if (tidy.title === '') throw invalid({ pointer: '/body/title', code: 'minLength', values: { limit: 1 } });
  return { ...content, title: tidy.title, ...(tidy.text === undefined ? {} : { text: tidy.text }), ...(tidy.place === undefined ? {} : { place: tidy.place }) };
}

/** Nothing where nothing is left. */
const tidied = (words: string | undefined): string | undefined => (words === undefined ? undefined : tidyWords(words) || undefined);

/** The round that is collecting, where the board has rounds. @throws ProblemError when nothing is taken now. */
async function refuseClosed(w: RequestWriting, agencyId: string): Promise<RoundRow | undefined> {
  const settings = await boardSettings(w.db, agencyId);
  const agency = await w.db.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirst();
  if (settings === undefined || agency === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  if (!settings.open) throw new ProblemError('not-possible', [{ pointer: '/body/agencyId', code: 'board-closed' }]);
  if (!settings.rounds) return undefined;
  const today = dayInShanghai(w.now());
  const round = await presentRound(w.db, agency.no, today);
  if (round === undefined || roundState(round, today) !== 'open') throw new ProblemError('not-possible', [{ pointer: '/body/agencyId', code: 'between-rounds' }]);
  return round;
}

/** Whether an officer reads it before everybody does: as the board says, and always what looks personal or leads somewhere else. */
async function readFirst({ db }: RequestWriting, { agencyId, title, text = '', place = '' }: TopicContent): Promise<boolean> {
  const settings = await boardSettings(db, agencyId);
  const words = [title, text, place];
  return settings?.moderated !== false || words.some((one) => personalMarks(one).length > 0 || waysFor(one).length > 0);
}

/** Opens a topic again for whoever wrote it, once. What they say is sealed. */
export async function reopenTopic(store: RequestStore, challenges: Challenges, limits: BoardLimits, { params: { id }, body, key, address }: Pick<Call<'topics.reopen'>, 'params' | 'body' | 'key' | 'address'>): Promise<Topic> {
  const { challenge, token, words } = body;
  const solved = await challenges.verify(challenge);
  const said = tidyWords(words);
  if (said === '') throw invalid({ pointer: '/body/words', code: 'minLength', values: { limit: 1 } });
  const device = deviceHash(store, token);
  await limits.count(address, device);
  return writingRequests(store, async (w) => {
    await onceUnseen(w, { operation: 'topics.reopen', owner: 'public', key, body: { id, device, words } }, async () => {
      const topic = await loadTopic(w, { id });
      if (topic.row.approved === 0) throw notFound();
      if (topic.row.writer_hash !== device) throw new ProblemError('not-possible', [{ pointer: '/body/token', code: 'not-writer' }]);
      await spend(w, solved);
      await takeTopicStep(w, topic, { step: { type: 'reopen' }, by: { role: 'resident' }, said: { words: said } });
      return id;
    });
    return getTopic(w, id);
  });
}

/** Counts that a topic answered somebody: which one, on whose board they were about to write, which day, and nothing else. */
export function countTopicAnswered(store: RequestStore, { params: { id }, body, key }: Pick<Call<'topics.answered'>, 'params' | 'body' | 'key'>): Promise<Answer<Operations['topics.answered']>> {
  return writingRequests(store, (w) => onceUnseen(w, { operation: 'topics.answered', owner: 'public', key, body: { id, ...body } }, async () => {
    const topic = await w.db.selectFrom('topic').select('no').where('id', '=', id).where('approved', '=', 1).executeTakeFirst();
    if (topic === undefined) throw notFound();
    const agency = await w.db.selectFrom('agency').select('no').where('id', '=', body.agencyId).executeTakeFirst();
    if (agency === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
    await w.db.insertInto('topic_deflection').values({ topic_no: topic.no, agency_no: agency.no, day: dayInShanghai(w.now()), instead: body.instead, n: 1 })
      .onConflict((row) => row.columns(['agency_no', 'day', 'topic_no', 'instead']).doUpdateSet((old) => ({ n: old('topic_deflection.n', '+', 1) }))).execute();
    return { id };
  }));
}
