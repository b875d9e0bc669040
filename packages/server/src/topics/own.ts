import type { AgencyRef, Answer, Operations, OwnTopic, ReturnReason, TopicWay } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { sql } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import { notFound } from '../problems.ts';
import type { RequestReading } from '../requests/store.ts';
import { topicSummaries } from './show.ts';
import { deviceHash } from './supports.ts';

const MOST_OWN = 100;

/** What a device wrote or supports, newest first. Of what it wrote and is not public, only where it stands. */
export async function ownTopics(reading: RequestReading, token: string): Promise<Answer<Operations['topics.mine']>> {
  const { db } = reading;
  const device = deviceHash(reading, token);
  const { rows } = await sql<{ no: number }>`
    select no from topic where writer_hash = ${device} union select topic_no from topic_support where supporter = ${device} order by no desc limit ${MOST_OWN}`.execute(db);
  if (rows.length === 0) return { items: [] };
  const numbers = rows.map(({ no }) => no);
  const topics = await db.selectFrom('topic').select(['no', 'id', 'topic_no', 'phase', 'writer_hash']).where('no', 'in', numbers).orderBy('no', 'desc').execute();
  const { calendar } = await loadCalendar(db);
  const shown = new Map((await topicSummaries(db, numbers, calendar, dayInShanghai(reading.now()))).map((summary) => [summary.id, summary]));
  const items = await Promise.all(topics.map(async ({ no, id, topic_no, phase, writer_hash }): Promise<OwnTopic> => {
    const topic = shown.get(id);
    return { id, no: topic_no, phase, relation: writer_hash === device ? 'wrote' : 'supports', ...(await returnedOf(reading, no, phase)), ...(topic === undefined ? {} : { topic }) };
  }));
  return { items };
}

/** Where a topic stands, for whoever has its id, and nothing of what was written. @throws ProblemError `not-found`. */
export async function topicStanding(reading: RequestReading, id: string): Promise<Answer<Operations['topics.standing']>> {
  const row = await reading.db.selectFrom('topic').select(['no', 'topic_no', 'phase', 'submitted_on']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  return { id, no: row.topic_no, phase: row.phase, ...(await returnedOf(reading, row.no, row.phase)), submittedOn: row.submitted_on };
}

/** Why it was given back, in words for whoever wrote it, and which way leads further. */
export async function returnedOf({ db }: Pick<RequestReading, 'db'>, no: number, phase: OwnTopic['phase']): Promise<Pick<OwnTopic, 'returned'>> {
  if (phase !== 'returned') return {};
  const event = await db.selectFrom('topic_event').select(['step', 'public_words']).where('topic_no', '=', no).where('type', '=', 'return').orderBy('n', 'desc').executeTakeFirst();
  if (event === undefined) return {};
  const { reason, way, agency } = JSON.parse(event.step) as { readonly reason: ReturnReason; readonly way?: TopicWay; readonly agency?: string };
  return { returned: { reason, words: event.public_words ?? '', ...(way === undefined ? {} : { way }), ...(await agencyOf(db, agency)) } };
}

async function agencyOf(db: RequestReading['db'], id: string | undefined): Promise<{ agency?: AgencyRef }> {
  const agency = id === undefined ? undefined : await db.selectFrom('agency').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
  return agency === undefined ? {} : { agency };
}
