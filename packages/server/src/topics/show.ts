import { PUBLIC_TOPIC_PHASES, type Day, type TopicDeadline, type TopicPhase, type TopicSummary } from '@sunlit/contract';
import { countWorkdays, type Calendar, type TopicTerm } from '@sunlit/rules';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { supportCount } from './supports.ts';

/** The condition on a row of `topic` under the alias `t`: it came onto a board, from which nothing is taken away again. */
export const onBoard: RawBuilder<boolean> = sql<boolean>`t.approved = 1`;

/** Topics as they stand in a list, in the order of the numbers. What is not public is left out. */
export async function topicSummaries(db: Kysely<Tables>, numbers: readonly number[], calendar: Calendar, today: Day): Promise<TopicSummary[]> {
  if (numbers.length === 0) return [];
  const rows = await shownTopics(db).where('t.no', 'in', [...numbers]).where(onBoard).execute();
  const byNumber = new Map(rows.map((row) => [row.no, row]));
  return numbers.flatMap((no) => {
    const row = byNumber.get(no);
    return row === undefined ? [] : [topicSummary(row, calendar, today)];
  });
}

/** Rows of topics with what is named of others: what lists of officers need too. */
export function shownTopics(db: Kysely<Tables>) {
  return db.selectFrom('topic as t').innerJoin('agency as b', 'b.no', 't.board_no').innerJoin('agency as a', 'a.no', 't.agency_no')
    .leftJoin('round as r', 'r.no', 't.round_no').leftJoin('topic as m', 'm.no', 't.merged_into_no')
    // Not what was written: a row holds it sealed, and may be long.
    .select([
      't.no', 't.id', 't.topic_no', 't.board_no', 't.agency_no', 't.purpose', 't.channel', 't.title', 't.place', 't.category_id', 't.phase', 't.outcome', 't.handler_id', 't.submitted_on', 't.answered_on', 't.due', 't.version',
      't.updated_at', 't.supports', 't.web', 't.kiosk', 't.counter', 't.paper', 't.hotline',
      'b.id as board_id', 'b.name as board_name', 'a.id as agency_id', 'a.name as agency_name', 'r.id as round_id', 'r.title as round_title', 'm.id as merged_into_id',
    ]);
}
export type ShownTopicRow = Awaited<ReturnType<ReturnType<typeof shownTopics>['execute']>>[number];

/** What a list says of a topic, whether it is public or not: its words are not in it before they are approved. */
export function shownTopic(row: ShownTopicRow, calendar: Calendar, today: Day) {
  return {
    id: row.id,
    no: row.topic_no,
    board: { id: row.board_id, name: row.board_name },
    ...(row.agency_no === row.board_no ? {} : { agency: { id: row.agency_id, name: row.agency_name } }),
    purpose: row.purpose,
    ...(row.category_id === null ? {} : { categoryId: row.category_id }),
    ...(row.place === null ? {} : { place: row.place }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.round_id === null || row.round_title === null ? {} : { round: { id: row.round_id, title: row.round_title } }),
    supports: supportCount(row),
    submittedOn: row.submitted_on,
    ...(row.due === null ? {} : { next: shownTerm(JSON.parse(row.due) as TopicTerm, calendar, today) }),
    ...(row.answered_on === null ? {} : { answeredOn: row.answered_on }),
    ...(row.merged_into_id === null ? {} : { mergedInto: row.merged_into_id }),
    version: row.version,
    updatedAt: row.updated_at,
  };
}

function topicSummary(row: ShownTopicRow, calendar: Calendar, today: Day): TopicSummary {
  const { phase } = row;
  if (!isPublicPhase(phase) || row.title === null) throw new Error(`${row.id}: on the board, and yet ${phase}`);
  return { ...shownTopic(row, calendar, today), title: row.title, phase };
}

export const isPublicPhase = (phase: TopicPhase): phase is TopicSummary['phase'] => PUBLIC_TOPIC_PHASES.some((one) => one === phase);

/** What the agency owes, as it is shown: of what was done, as on the day it was done. */
export function shownTerm({ term, from, due, workdays, provisional, doneOn }: TopicTerm, calendar: Calendar, today: Day): TopicDeadline {
  const day = doneOn ?? today;
  return {
    term, from, due, ...(workdays === undefined ? {} : { workdays }), left: countWorkdays(calendar, day, due).workdays, late: due < day, provisional, ...(doneOn === undefined ? {} : { doneOn }),
  };
}
