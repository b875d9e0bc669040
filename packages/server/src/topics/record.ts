import type { TopicContent } from '@sunlit/contract';
import { topicStateOf, type TopicEvent, type TopicSetting, type TopicState, type TopicStep } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Tables } from '../database/tables.ts';
import { notFound } from '../problems.ts';
import { openJson } from '../requests/sealing.ts';
import type { RequestReading } from '../requests/store.ts';

/** What is on record of a topic that is no step, so that the rules are not told of it. */
export const OTHER_TOPIC_ENTRIES = ['supports', 'note'] as const;
export type OtherTopicEntry = (typeof OTHER_TOPIC_ENTRIES)[number];

export type TopicEventRow = Tables['topic_event'];

/** A topic with what its agencies are now. */
export type TopicRow = Omit<Tables['topic'], 'no'> & {
  readonly no: number; readonly board_id: string; readonly board_name: string; readonly agency_id: string; readonly agency_name: string;
};

/** A topic as it is on record. Nothing in it is in clear that somebody wrote and nobody approved: `writtenOf` and `saidOf` open that. */
export interface TopicOnRecord {
  readonly row: TopicRow;
  /** The key to what is sealed; none once it was erased. */
  readonly key: Buffer | undefined;
  readonly events: readonly TopicEventRow[];
  readonly steps: readonly TopicEvent[];
  readonly state: TopicState;
  readonly setting: TopicSetting;
}

/** @throws ProblemError `not-found`. */
export async function loadTopic(reading: RequestReading, name: { readonly id: string } | { readonly no: number }): Promise<TopicOnRecord> {
  const { db, keys } = reading;
  const row = await db.selectFrom('topic').innerJoin('agency as b', 'b.no', 'topic.board_no').innerJoin('agency as a', 'a.no', 'topic.agency_no')
    .selectAll('topic').select(['b.id as board_id', 'b.name as board_name', 'a.id as agency_id', 'a.name as agency_name'])
    .$if('id' in name, (rows) => rows.where('topic.id', '=', 'id' in name ? name.id : ''))
    .$if('no' in name, (rows) => rows.where('topic.no', '=', 'no' in name ? name.no : 0)).executeTakeFirst();
  if (row === undefined) throw notFound();
  const events = await db.selectFrom('topic_event').selectAll().where('topic_no', '=', row.no).orderBy('n').execute();
  const { calendar } = await loadCalendar(db);
  const setting: TopicSetting = { calendarOf: () => calendar, terms: JSON.parse(row.terms) as TopicSetting['terms'] };
  const steps = events.filter(({ type }) => !OTHER_TOPIC_ENTRIES.some((other) => other === type)).map(topicStepOf);
  const state = topicStateOf(steps, setting);
  if (state === undefined) throw new Error(`${row.id}: no submission on record`);
  return {
    row, events, steps, state, setting,
    // Only when it is needed: without its master key, a topic still has its terms and its place on the board.
    get key() {
      return keys.open(row);
    },
  };
}

/** An event of the record as the rules know it. */
export function topicStepOf({ step, on_day, role, person_id }: TopicEventRow): TopicEvent {
  return { ...(JSON.parse(step) as TopicStep), on: on_day, by: { role, ...(person_id === null ? {} : { id: person_id }) } };
}

/** What only officers read of an entry, by field: `words`, `note` … */
export function saidOfTopic({ row, key }: Pick<TopicOnRecord, 'row' | 'key'>, { n, said }: TopicEventRow): Readonly<Record<string, string>> | undefined {
  return said === null || key === undefined ? undefined : openJson(key, said, placeOfTopicEvent(row.id, n));
}

/** What was written, as it was written; nothing once it was erased. */
export function writtenOf({ row, key }: Pick<TopicOnRecord, 'row' | 'key'>): TopicContent | undefined {
  return row.written === null || key === undefined ? undefined : openJson(key, row.written, placeOfWritten(row.id));
}

export const placeOfWritten = (topicId: string) => `${topicId} written`;
export const placeOfTopicEvent = (topicId: string, n: number) => `${topicId} event ${n}`;
