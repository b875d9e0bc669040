import type { AgencyRef, PersonRef, Posting, PostingEntry, PostingSummary } from '@sunlit/contract';
import { dayInShanghai, offeredTopicSteps, topicAfter, type TopicState } from '@sunlit/rules';
import type { Kysely } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import { peopleOf } from '../cases/record.ts';
import type { Tables } from '../database/tables.ts';
import { references } from '../disclosures/rows.ts';
import { countRatings } from '../ratings/count.ts';
import type { RequestReading } from '../requests/store.ts';
import { holds, type StaffActor } from '../staff/actor.ts';
import { lastAnswer } from '../topics/answers.ts';
import { returnedOf } from '../topics/own.ts';
import { saidOfTopic, topicStepOf, type TopicEventRow, type TopicOnRecord } from '../topics/record.ts';
import { shownTerm, shownTopic, shownTopics, type ShownTopicRow } from '../topics/show.ts';
import { answersOf, mergedInto, shownAnswer } from '../topics/topic.ts';
import { BOARD_COMMANDS, permissionFor } from './commands.ts';

/** Postings in a list, in the order of their numbers. */
export async function postingSummaries(reading: RequestReading, numbers: readonly number[]): Promise<PostingSummary[]> {
  if (numbers.length === 0) return [];
  const rows = await shownTopics(reading.db).where('t.no', 'in', [...numbers]).execute();
  const { calendar } = await loadCalendar(reading.db);
  const people = await peopleOf(reading, rows.map(({ handler_id }) => handler_id));
  const summaries = new Map(rows.map((row) => [row.no, { ...shownTopic(row, calendar, dayInShanghai(reading.now())), ...ofOfficers(row, people) }]));
  return numbers.flatMap((no) => summaries.get(no) ?? []);
}

function ofOfficers({ title, phase, channel, handler_id }: ShownTopicRow, people: ReadonlyMap<string, PersonRef>): Pick<PostingSummary, 'title' | 'phase' | 'channel' | 'handler'> {
  const handler = handler_id === null ? undefined : people.get(handler_id);
  return { ...(title === null ? {} : { title }), phase, channel, ...(handler === undefined ? {} : { handler }) };
}

/** A posting as one member of the staff is shown it: what somebody wrote that nobody approved is in its papers alone. */
export async function showPosting(reading: RequestReading, topic: TopicOnRecord, actor: StaffActor): Promise<Posting> {
  const { db } = reading;
  const { row, state, setting } = topic;
  const today = dayInShanghai(reading.now());
  const [summary] = await postingSummaries(reading, [row.no]);
  if (summary === undefined) throw new Error(`${row.id}: gone`);
  const [about] = row.disclosure_no === null ? [] : await references({ read: db }, [row.disclosure_no]);
  return {
    ...summary,
    ...(row.text === null ? {} : { text: row.text }),
    ...(about === undefined ? {} : { disclosure: about }),
    ...(await answersShown(db, topic)),
    ...declinedOf(topic),
    ...(await returnedOf(reading, row.no, row.phase)),
    merged: await mergedInto(db, row.no),
    deadlines: state.terms.map((term) => shownTerm(term, setting.calendarOf(state.board), today)),
    ratings: await countRatings(db, { type: 'answer', subject: row.id }),
    entries: await entriesOf(db, topic),
    lists: await listsOf(db, row.no),
    may: await mayTake(db, topic, actor),
    ...(row.erased_on === null ? {} : { erasedOn: row.erased_on }),
  };
}

function declinedOf({ state, events }: TopicOnRecord): Pick<Posting, 'declined'> {
  const event = state.phase === 'declined' ? events.findLast(({ type }) => type === 'decline') : undefined;
  if (event === undefined) return {};
  const { reason } = JSON.parse(event.step) as Pick<NonNullable<Posting['declined']>, 'reason'>;
  return { declined: { reason, words: event.public_words ?? '', on: event.on_day } };
}

/** The answer that is public, or the one that is being written, and those before a reopening. */
async function answersShown(db: Kysely<Tables>, topic: TopicOnRecord): Promise<Pick<Posting, 'answer' | 'earlierAnswers'>> {
  const shown = await answersOf(db, topic);
  if (topic.state.phase !== 'answered') return shown;
  const written = await lastAnswer(db, topic.row.no);
  return written === undefined ? shown : { ...shown, answer: await shownAnswer(db, { on: topic.state.lastOn, ...written.answer }) };
}

/** What can be done now, as far as the caller holds the permission for it where the topic stands or where it is. */
async function mayTake(db: Kysely<Tables>, { row, state }: TopicOnRecord, actor: StaffActor): Promise<Posting['may']> {
  const places = await db.selectFrom('agency').select('position').where('no', 'in', [row.board_no, row.agency_no]).execute();
  const offered = offeredTopicSteps(state, 'agency');
  return BOARD_COMMANDS.filter((command) => offered.includes(command) && places.some((place) => holds(actor, permissionFor(command), place)));
}

async function listsOf(db: Kysely<Tables>, topicNo: number): Promise<Posting['lists']> {
  const rows = await db.selectFrom('support_list').selectAll().where('topic_no', '=', topicNo).orderBy('no').execute();
  return rows.map(({ id, basis, on_day: on, added, already, scan_no, person_id, person_name, person_post }) => ({
    id, basis, on, added, already, scan: scan_no !== null, person: { id: person_id, name: person_name, post: person_post },
  }));
}

/** Of the plain part of an entry, what is shown of it. */
interface PlainEntry extends Pick<PostingEntry, 'reason' | 'way' | 'basis' | 'added' | 'already'> {
  readonly agency?: string;
  readonly into?: string;
}

/** The record, with the notes of officers; what residents wrote is in the papers. */
async function entriesOf(db: Kysely<Tables>, topic: TopicOnRecord): Promise<PostingEntry[]> {
  const plain = new Map(topic.events.map((event) => [event.n, JSON.parse(event.step) as PlainEntry]));
  const named = [...plain.values()].flatMap(({ agency }) => agency ?? []);
  const agencies = named.length === 0 ? [] : await db.selectFrom('agency').select(['id', 'name']).where('id', 'in', named).execute();
  let state: TopicState | undefined;
  return topic.events.map((event) => {
    const before = state;
    if (event.type !== 'supports' && event.type !== 'note') state = topicAfter(state, topicStepOf(event), topic.setting) ?? state;
    return entryOf(topic, event, plain.get(event.n) ?? {}, { agencies, before, after: state });
  });
}

interface Around {
  readonly agencies: readonly AgencyRef[];
  readonly before: TopicState | undefined;
  readonly after: TopicState | undefined;
}

function entryOf(topic: TopicOnRecord, event: TopicEventRow, { reason, way, basis, added, already, agency, into }: PlainEntry, { agencies, before, after }: Around): PostingEntry {
  const { n, at, on_day: on, role: by, person_id: id, person_name: name, person_post: post, public_words } = event;
  const type = event.type as PostingEntry['type'];
  const note = by === 'resident' ? undefined : saidOfTopic(topic, event)?.['note'];
  const words = [public_words, note].filter((text) => typeof text === 'string').join('\n\n');
  const due = type === 'claim' || type === 'postpone' || (type === 'approve' && after?.round !== undefined) ? after?.terms.findLast(({ term }) => term === 'answer')?.due : undefined;
  return Object.fromEntries(Object.entries({
    n, at, type, on, by,
    person: id === null ? undefined : { id, name, post },
    to: agencies.find((one) => one.id === agency),
    due, reason, way, basis, added, already,
    words: words === '' ? undefined : words,
    topic: into ?? (type === 'unmerge' ? before?.mergedInto : undefined),
  }).filter(([, value]) => value !== undefined)) as unknown as PostingEntry;
}
