import type { AgencyRef, Day, DeclineReason, DisclosureRef, Topic, TopicAnswer, TopicStep } from '@sunlit/contract';
import { dayInShanghai, offeredTopicSteps, openTopicTerms, topicAfter, type TopicState } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { references } from '../disclosures/rows.ts';
import { notFound } from '../problems.ts';
import { countAnswerRatings, countRatings } from '../ratings/count.ts';
import type { RequestReading } from '../requests/store.ts';
import type { StoredFile } from '../sending.ts';
import { publishedAnswers, type KeptAnswer } from './answers.ts';
import { OTHER_TOPIC_ENTRIES, loadTopic, topicStepOf, type TopicEventRow, type TopicOnRecord } from './record.ts';
import { onBoard, shownTerm, topicSummaries } from './show.ts';

/** A topic as everybody reads it. @throws ProblemError `not-found` for what is not on a board. */
export async function getTopic(reading: RequestReading, id: string): Promise<Topic> {
  const topic = await loadTopic(reading, { id });
  const { row, state, setting, events } = topic;
  const { db } = reading;
  const today = dayInShanghai(reading.now());
  const calendar = setting.calendarOf(state.board);
  const [summary] = await topicSummaries(db, [row.no], calendar, today);
  if (summary === undefined) throw notFound();
  const [about] = row.disclosure_no === null ? [] : await references({ read: db }, [row.disclosure_no]);
  const declined = events.findLast(({ type }) => type === 'decline');
  return {
    ...summary,
    ...(row.text === null ? {} : { text: row.text }),
    ...(about === undefined ? {} : { disclosure: about }),
    ...(await answersOf(db, topic)),
    ...(declined === undefined || row.phase !== 'declined' ? {} : { declined: { reason: stated<{ reason: DeclineReason }>(declined).reason, words: declined.public_words ?? '', on: declined.on_day } }),
    merged: await mergedInto(db, row.no),
    deadlines: state.terms.map((term) => shownTerm(term, calendar, today)),
    steps: await publicSteps(db, topic),
    ratings: await countRatings(db, { type: 'answer', subject: row.id }),
    may: mayOf(topic),
  };
}

const SUPPORTED = ['open', 'assigned', 'claimed', 'answered'] as const;
/** Whether there is still something to be answered that one can support. */
export const takesSupport = (phase: TopicState['phase']): boolean => SUPPORTED.some((one) => one === phase);

function mayOf({ row, state }: TopicOnRecord): Topic['may'] {
  const offered = offeredTopicSteps(state, 'resident');
  return [
    ...(takesSupport(state.phase) ? ['support'] as const : []),
    ...(offered.includes('rate') ? ['rate'] as const : []),
    ...(offered.includes('reopen') && row.writer_hash !== null ? ['reopen'] as const : []),
  ];
}

/** The answer that stands, and those before a reopening. */
export async function answersOf(db: Kysely<Tables>, { row, state, events }: Pick<TopicOnRecord, 'row' | 'state' | 'events'>): Promise<Pick<Topic, 'answer' | 'earlierAnswers'>> {
  const published = await Promise.all((await publishedAnswers(db, row.no)).map((answer) => shownAnswer(db, answer)));
  const steps = events.filter(({ type }) => type === 'publish').map(({ n }) => n);
  const answer = state.outcome === undefined ? undefined : published.at(-1);
  const earlier = answer === undefined ? published : published.slice(0, -1);
  return { ...(answer === undefined ? {} : { answer }), earlierAnswers: await Promise.all(earlier.map(async (one, index) => ({ ...one, ratings: await countAnswerRatings(db, row.id, steps[index] ?? 0) }))) };
}

export async function shownAnswer(db: Kysely<Tables>, { outcome, text, disclosures, files, post, on, promise }: KeptAnswer): Promise<TopicAnswer> {
  return { outcome, text, disclosures: await referencesTo(db, disclosures), files, post, on: on ?? '', ...(promise === undefined ? {} : { promise }) };
}

/** A file of an answer that is public; of two of that name, the newer one's. @throws ProblemError `not-found`. */
export async function findAnswerFile(db: Kysely<Tables>, id: string, name: string): Promise<StoredFile> {
  const topic = await db.selectFrom('topic as t').select('t.no').where('t.id', '=', id).where(onBoard).executeTakeFirst();
  const file = topic && (await publishedAnswers(db, topic.no)).flatMap(({ files }) => files).findLast((one) => one.name === name);
  if (file === undefined) throw notFound();
  return { name: file.name, media_type: file.mediaType, sha256: file.sha256 };
}

/** What an answer names, as far as it is public now, in the order in which it is named. */
export async function referencesTo(db: Kysely<Tables>, ids: readonly string[]): Promise<DisclosureRef[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('disclosure').select(['no', 'id']).where('id', 'in', [...ids]).execute();
  return references({ read: db }, ids.flatMap((id) => rows.find((row) => row.id === id)?.no ?? []));
}

/** What was merged into a topic, as far as it is public. */
export async function mergedInto(db: Kysely<Tables>, no: number): Promise<Topic['merged']> {
  const rows = await db.selectFrom('topic as t').select(['t.id', 't.topic_no', 't.title']).where('t.merged_into_no', '=', no).where(onBoard).orderBy('t.no').execute();
  return rows.map(({ id, topic_no, title }) => ({ id, no: topic_no, title: title ?? '' }));
}

/** Neither who read it, nor an answer before it is public; how it was rated is in the figures. */
const PUBLIC_STEPS = ['submit', 'approve', 'decline', 'assign', 'claim', 'postpone', 'publish', 'reopen', 'merge', 'unmerge', 'keep'] as const;

async function publicSteps(db: Kysely<Tables>, { events, setting }: TopicOnRecord): Promise<TopicStep[]> {
  const shown: TopicStep[] = [];
  let state: TopicState | undefined;
  for (const event of events) {
    if (OTHER_TOPIC_ENTRIES.some((other) => other === event.type)) continue;
    const before = state;
    state = topicAfter(state, topicStepOf(event), setting) ?? state;
    const type = PUBLIC_STEPS.find((one) => one === event.type);
    if (type === undefined) continue;
    const { agency, into, reason } = stated<{ agency?: string; into?: string; reason?: DeclineReason }>(event);
    const round = event.type === 'approve' || event.type === 'claim' ? state?.round : undefined;
    shown.push({
      n: event.n, type, on: event.on_day, by: event.role,
      ...(event.person_post === null ? {} : { post: event.person_post }),
      ...(type !== 'assign' || agency === undefined ? {} : { to: await agencyNamed(db, agency) }),
      ...(type === 'claim' || type === 'postpone' ? promisedBy(state) : {}),
      ...(round === undefined ? {} : await roundNamed(db, round)),
      ...(type !== 'decline' || reason === undefined ? {} : { reason }),
      ...(event.public_words === null ? {} : { words: event.public_words }),
      ...(type === 'merge' || type === 'unmerge' ? await topicNamed(db, into ?? before?.mergedInto) : {}),
    });
  }
  return shown;
}

function promisedBy(state: TopicState | undefined): { due?: Day } {
  const due = state && openTopicTerms(state).find(({ term }) => term === 'answer')?.due;
  return due === undefined ? {} : { due };
}

async function agencyNamed(db: Kysely<Tables>, id: string): Promise<AgencyRef> {
  return db.selectFrom('agency').select(['id', 'name']).where('id', '=', id).executeTakeFirstOrThrow();
}

async function roundNamed(db: Kysely<Tables>, id: string): Promise<Pick<TopicStep, 'round'>> {
  const round = await db.selectFrom('round').select(['id', 'title']).where('id', '=', id).executeTakeFirst();
  return round === undefined ? {} : { round };
}

async function topicNamed(db: Kysely<Tables>, id: string | undefined): Promise<Pick<TopicStep, 'topic'>> {
  const other = id === undefined ? undefined : await db.selectFrom('topic as t').select(['t.id', 't.title']).where('t.id', '=', id).where(onBoard).executeTakeFirst();
  return other === undefined || other.title === null ? {} : { topic: { id: other.id, title: other.title } };
}

/** What a step states, in clear. */
function stated<T>({ step }: TopicEventRow): T {
  return JSON.parse(step) as T;
}
