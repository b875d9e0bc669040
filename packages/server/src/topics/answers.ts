import type { Body, Day, Operations } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

type NewAnswer = Body<Operations['board.answer']>['answer'];

/** An answer as it is kept: as it was written, on which day it was published, and what came of what it promised. */
export interface KeptAnswer extends Omit<NewAnswer, 'promise'> {
  readonly on?: Day;
  readonly promise?: NonNullable<NewAnswer['promise']> & { readonly kept?: { readonly on: Day; readonly result: string } };
}

/** Keeps an answer that nobody outside sees yet, in place of one that was not published. */
export async function keepAnswer(db: Kysely<Tables>, topicNo: number, answer: NewAnswer): Promise<void> {
  const last = await lastAnswer(db, topicNo);
  const content = JSON.stringify(answer);
  if (last?.published === 0) await db.updateTable('topic_answer').set({ content }).where('topic_no', '=', topicNo).where('n', '=', last.n).execute();
  else await db.insertInto('topic_answer').values({ topic_no: topicNo, n: (last?.n ?? 0) + 1, content, published: 0 }).execute();
}

/** Makes the answer that was written last public, and the disclosures known that it names. To be done before the step is taken, which makes it searchable. */
export async function publishAnswer(db: Kysely<Tables>, topicNo: number, on: Day): Promise<void> {
  const last = await lastAnswer(db, topicNo);
  if (last === undefined) return;
  await db.updateTable('topic_answer').set({ content: JSON.stringify({ ...last.answer, on }), published: 1 }).where('topic_no', '=', topicNo).where('n', '=', last.n).execute();
  if (last.answer.disclosures.length === 0) return;
  const disclosures = await db.selectFrom('disclosure').select('no').where('id', 'in', last.answer.disclosures).execute();
  for (const { no } of disclosures) await db.insertInto('topic_link').values({ topic_no: topicNo, disclosure_no: no }).onConflict((row) => row.doNothing()).execute();
}

/** Says what came of what the last answer promised. */
export async function keepPromise(db: Kysely<Tables>, topicNo: number, kept: { readonly on: Day; readonly result: string }): Promise<void> {
  const last = await lastAnswer(db, topicNo);
  if (last?.answer.promise === undefined) return;
  const content = JSON.stringify({ ...last.answer, promise: { ...last.answer.promise, kept } });
  await db.updateTable('topic_answer').set({ content }).where('topic_no', '=', topicNo).where('n', '=', last.n).execute();
}

/** The answers that everybody reads, oldest first. */
export async function publishedAnswers(db: Kysely<Tables>, topicNo: number): Promise<KeptAnswer[]> {
  const rows = await db.selectFrom('topic_answer').select('content').where('topic_no', '=', topicNo).where('published', '=', 1).orderBy('n').execute();
  return rows.map(({ content }) => JSON.parse(content) as KeptAnswer);
}

/** The answer written last, public or not. */
export async function lastAnswer(db: Kysely<Tables>, topicNo: number): Promise<{ readonly n: number; readonly published: number; readonly answer: KeptAnswer } | undefined> {
  const row = await db.selectFrom('topic_answer').selectAll().where('topic_no', '=', topicNo).orderBy('n', 'desc').executeTakeFirst();
  return row && { n: row.n, published: row.published, answer: JSON.parse(row.content) as KeptAnswer };
}
