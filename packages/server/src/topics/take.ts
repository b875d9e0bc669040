import type { Day, TopicContent } from '@sunlit/contract';
import { dayInShanghai, mayTakeTopic, type TopicEvent, type TopicRefusal, type TopicStep } from '@sunlit/rules';
import { ProblemError, type InvalidPart } from '../problems.ts';
import { replaceRatings } from '../ratings/count.ts';
import { sealJson } from '../requests/sealing.ts';
import type { RequestWriting } from '../requests/store.ts';
import type { StaffActor } from '../staff/actor.ts';
import { followersTold } from './follows/told.ts';
import { indexTopic, noteChange, projectTopic } from './projection.ts';
import { loadTopic, placeOfTopicEvent, type OtherTopicEntry, type TopicOnRecord } from './record.ts';
import { recount } from './supports.ts';

/** Who does something with a topic: a resident, somebody of an agency, or the clock. */
export type TopicBy = { readonly role: 'resident' | 'system' } | { readonly role: 'agency'; readonly person: Pick<StaffActor, 'id' | 'name' | 'post'> };

/** The words in which a topic comes onto the board. */
export type ApprovedWords = Pick<TopicContent, 'title' | 'text' | 'place' | 'categoryId'>;

/** A step to be taken. */
export interface AskedTopicStep {
  readonly step: TopicStep;
  /** The day on which it took effect; today unless said. */
  readonly on?: Day | undefined;
  readonly by: TopicBy;
  /** Words that everybody reads who may read the step. */
  readonly words?: string | undefined;
  /** Words that only officers read, by field; they are sealed. */
  readonly said?: Readonly<Record<string, string>>;
  /** What else of it is on record in clear, and no word of anybody: the agency to which a return points. */
  readonly plain?: object;
  /** With `approve`. */
  readonly approved?: ApprovedWords;
}

/**
 * Takes one step with a topic that was loaded in this transaction, whoever takes it, and answers the topic as it then is. What follows is
 * done here and nowhere else: the row, the index, the supporters of what was merged, the change, and letters to who follows it.
 *
 * @throws ProblemError `not-possible` with the reasons of the rules, each at what of the body it concerns.
 */
export async function takeTopicStep(w: RequestWriting, topic: TopicOnRecord, { step, on: given, by, words, said = {}, plain, approved }: AskedTopicStep): Promise<TopicOnRecord> {
  const { row, state, setting } = topic;
  const today = dayInShanghai(w.now());
  const on = given ?? today;
  const event: TopicEvent = { ...step, on, by: { role: by.role, ...(by.role === 'agency' ? { id: by.person.id } : {}) } };
  const decision = mayTakeTopic(state, event, today, setting, row.id);
  if (!('to' in decision)) throw new ProblemError('not-possible', decision.refusals.map(asPart));
  if (step.type === 'merge') await refuseOther(w, topic, step.into);
  const n = await append(w, topic, { type: step.type, on, by, entry: { ...step, ...plain }, words, said });
  if (step.type === 'approve' && approved !== undefined) {
    const { title, text, place, categoryId } = approved;
    await w.db.updateTable('topic').set({ title, text: text ?? null, place: place ?? null, category_id: categoryId ?? null }).where('no', '=', row.no).execute();
  }
  const after = await projected(w, row.no);
  if (step.type === 'approve' || step.type === 'publish') await indexTopic(w, after);
  if (step.type === 'publish') await replaceRatings(w.db, row.id);
  if (step.type === 'merge' || step.type === 'unmerge') {
    // What gains or loses supporters: into which it was merged, or is now, and what that was merged into since.
    const other = after.row.merged_into_no ?? row.merged_into_no;
    if (other !== null) await noteChange(w, await recount(w, other));
  }
  if (after.row.approved === 1) await noteChange(w, [row.no]);
  const taken = after.events.find((entry) => entry.n === n);
  if (taken !== undefined) await followersTold(w, after, taken);
  return loadTopic(w, { no: row.no });
}

/** Puts on record what is no step: supporters from a list, or a note. `entry` is what of it is plain. */
export async function addTopicEntry(
  w: RequestWriting, topic: TopicOnRecord, { type, on, by, entry = {}, said = {} }: { readonly type: OtherTopicEntry; readonly on?: Day; readonly by: TopicBy; readonly entry?: object; readonly said?: Readonly<Record<string, string>> },
): Promise<TopicOnRecord> {
  await append(w, topic, { type, on: on ?? dayInShanghai(w.now()), by, entry, said });
  return projected(w, topic.row.no);
}

interface NewTopicEvent {
  readonly type: TopicStep['type'] | OtherTopicEntry;
  readonly on: Day;
  readonly by: TopicBy;
  readonly entry: object;
  readonly words?: string | undefined;
  readonly said?: Readonly<Record<string, string>>;
}

/** Answers the number of the event within its topic. */
export async function append(w: RequestWriting, { row, key, events }: Pick<TopicOnRecord, 'row' | 'key' | 'events'>, { type, on, by, entry, words, said = {} }: NewTopicEvent): Promise<number> {
  const n = (events.at(-1)?.n ?? 0) + 1;
  const written = Object.keys(said).length > 0;
  // Nothing is written in clear because there is no key to seal it with.
  if (written && key === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'erased' }]);
  const person = by.role === 'agency' ? by.person : undefined;
  await w.db.insertInto('topic_event').values({
    topic_no: row.no, n, at: w.now().toISOString(), type, on_day: on, role: by.role, person_id: person?.id ?? null, person_name: person?.name ?? null, person_post: person?.post ?? null,
    step: JSON.stringify(entry), public_words: words ?? null, said: written && key !== undefined ? sealJson(key, said, placeOfTopicEvent(row.id, n)) : null,
  }).execute();
  return n;
}

/** The topic with what was appended, its row brought up to date. */
export async function projected(w: RequestWriting, no: number): Promise<TopicOnRecord> {
  await projectTopic(w, await loadTopic(w, { no }));
  return loadTopic(w, { no });
}

/** What a topic can be merged into: one of the same board that is public and was not merged itself. */
async function refuseOther({ db }: RequestWriting, { row }: TopicOnRecord, into: string): Promise<void> {
  const other = await db.selectFrom('topic').select(['board_no', 'approved', 'phase']).where('id', '=', into).executeTakeFirst();
  const code = other === undefined ? 'unknown-topic' : other.board_no !== row.board_no ? 'other-board' : other.approved === 0 ? 'not-public' : other.phase === 'merged' ? 'merged-already' : undefined;
  if (code !== undefined) throw new ProblemError('not-possible', [{ pointer: '/body/into', code }]);
}

/** The rules' reasons as parts of a problem. What a day is to blame for, the body states as `on`. */
function asPart({ code, pointer, due }: TopicRefusal): InvalidPart {
  const where = pointer ?? (code === 'future' || code === 'order' ? '/on' : undefined);
  return { pointer: where === undefined ? '' : `/body${where}`, code, values: due === undefined ? {} : { due } };
}
