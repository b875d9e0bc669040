import type { Day, TopicChannel, TopicContent } from '@sunlit/contract';
import { dayInShanghai, type TopicStep } from '@sunlit/rules';
import { monotonicFactory } from 'ulid';
import { visible } from '../disclosures/visible.ts';
import { invalid, ProblemError, type InvalidPart } from '../problems.ts';
import { sealJson } from '../requests/sealing.ts';
import type { RequestWriting } from '../requests/store.ts';
import { loadTopic, placeOfWritten, type TopicOnRecord } from './record.ts';
import { boardSettings } from './settings.ts';
import { append, projected, type TopicBy } from './take.ts';

const ulid = monotonicFactory();

/** A topic to be put down. */
export interface NewTopic {
  readonly content: TopicContent;
  readonly channel: TopicChannel;
  /** Who puts it down: whoever wrote it, or an officer for them. */
  readonly by: TopicBy;
  /** The day on which it came; today unless said. */
  readonly on?: Day | undefined;
  /** The hash of the device that wrote it. */
  readonly writer?: string;
}

/** Puts a topic down, sealed, by nobody read. @throws ProblemError for what the board does not take. */
export async function openTopic(w: RequestWriting, { content, channel, by, on: given, writer }: NewTopic): Promise<TopicOnRecord> {
  const board = await w.db.selectFrom('agency').select(['no', 'position']).where('id', '=', content.agencyId).executeTakeFirst();
  const settings = await boardSettings(w.db, content.agencyId);
  if (board === undefined || settings === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  const wrong = [
    ...(settings.purposes.includes(content.purpose) ? [] : [{ pointer: '/body/purpose', code: 'purpose-not-offered' }]),
    ...(await wrongCategory(w, content.categoryId, settings.categories)),
    ...(content.purpose === 'correct' && content.disclosureId === undefined ? [{ pointer: '/body/disclosureId', code: 'required', values: { name: 'disclosureId' } }] : []),
  ];
  const disclosure = content.disclosureId === undefined ? undefined : await w.db.selectFrom('disclosure as d').select('d.no').where('d.id', '=', content.disclosureId).where(visible).executeTakeFirst();
  if (content.disclosureId !== undefined && disclosure === undefined) wrong.push({ pointer: '/body/disclosureId', code: 'unknown-disclosure' });
  if (wrong.length > 0) throw invalid(...wrong);
  const today = dayInShanghai(w.now());
  const on = given ?? today;
  if (on > today) throw new ProblemError('not-possible', [{ pointer: '/body/on', code: 'future' }]);

  const id = ulid(w.now().getTime());
  const { key, wrapped } = w.keys.make(id);
  const { reviewWorkdays: review, claimWorkdays: claim, answerWorkdays: answer } = settings;
  const { no } = await w.db.insertInto('topic').values({
    id, topic_no: await nextTopicNo(w, on), board_no: board.no, agency_no: board.no, board_position: board.position, agency_position: board.position, purpose: content.purpose, channel,
    title: null, text: null, place: null, category_id: content.categoryId ?? null, disclosure_no: disclosure?.no ?? null, phase: 'submitted', outcome: null, round_no: null, merged_into_no: null, approved: 0,
    ...wrapped, written: sealJson(key, content, placeOfWritten(id)), erased_on: null, writer_hash: writer ?? null, handler_id: null, terms: JSON.stringify({ review, claim, answer }),
    submitted_at: w.now().toISOString(), submitted_on: on, answered_on: null, ended_on: null, due_on: null, due_term: null, due: null, claims: 0, claims_in_time: 0, answers: 0, answers_in_time: 0,
    reopened: 0, version: 1, updated_at: w.now().toISOString(), supports: 0, web: 0, kiosk: 0, counter: 0, paper: 0, hotline: 0,
  }).returning('no').executeTakeFirstOrThrow();
  const step: TopicStep = { type: 'submit', purpose: content.purpose, channel, board: content.agencyId };
  await append(w, { row: { no, id } as TopicOnRecord['row'], key, events: [] }, { type: 'submit', on, by, entry: step });
  await projected(w, no);
  return loadTopic(w, { no });
}

async function wrongCategory({ db }: RequestWriting, categoryId: string | undefined, offered: readonly string[]): Promise<InvalidPart[]> {
  if (categoryId === undefined) return [];
  if (offered.length > 0) return offered.includes(categoryId) ? [] : [{ pointer: '/body/categoryId', code: 'category-not-offered' }];
  const known = await db.selectFrom('category').select('id').where('id', '=', categoryId).executeTakeFirst();
  return known === undefined ? [{ pointer: '/body/categoryId', code: 'unknown-category' }] : [];
}

/** The day and the next number on it: short enough to be read out and written onto a slip. */
async function nextTopicNo({ db }: RequestWriting, day: Day): Promise<string> {
  const { n } = await db.insertInto('topic_counter').values({ day, n: 1 })
    .onConflict((row) => row.column('day').doUpdateSet((old) => ({ n: old('topic_counter.n', '+', 1) }))).returning('n').executeTakeFirstOrThrow();
  return `${day.replaceAll('-', '')}-${String(n).padStart(4, '0')}`;
}
