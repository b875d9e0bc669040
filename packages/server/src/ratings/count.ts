import { RATING_LEVELS, RATING_REASONS, type Answer, type Operations, type Query, type RatingCount, type RatingLevel, type RatingReason } from '@sunlit/contract';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { isDay } from '../disclosures/number.ts';
import { invalid } from '../problems.ts';

/** How many said what of one thing: of a window at its agency, and of the answer that a topic has now. */
export async function countRatings(db: Kysely<Tables>, { type, subject, agencyNo }: { readonly type: Tables['rating']['type']; readonly subject: string; readonly agencyNo?: number | undefined }): Promise<RatingCount> {
  return ratingCount(db, sql`r.type = ${type} and r.subject_key = ${subject} and ${ofPresentAnswer} and ${agencyNo === undefined ? sql`1 = 1` : sql`r.agency_no = ${agencyNo}`}`);
}

/** How many said what of one answer of a topic, by the step that published it: also once another one stands. */
export async function countAnswerRatings(db: Kysely<Tables>, topicId: string, step: number): Promise<RatingCount> {
  return ratingCount(db, sql`r.type = 'answer' and r.subject_key = ${topicId} and r.unique_day = ${answerRated(step)}`);
}

/** By what the ratings `r` of an answer are known. */
export const answerRated = (step: number): string => `answer ${step}`;

/**
 * After a reopening there is another answer, of which the ratings of the first say nothing: whoever asks how satisfied people are with what an
 * agency answered hears of each topic once, by the answer published last. Those of the answers before stay to be read with them.
 */
export const ofPresentAnswer = sql`r.replaced = 0`;

/** The answer of a topic that was rated until now has another one in its place. */
export async function replaceRatings(db: Kysely<Tables>, topicId: string): Promise<void> {
  await db.updateTable('rating').set({ replaced: 1 }).where('type', '=', 'answer').where('subject_key', '=', topicId).execute();
}

/** How many said what, of the ratings `r` of agencies `a` for which a condition holds. */
export async function ratingCount(db: Kysely<Tables>, where: RawBuilder<unknown>): Promise<RatingCount> {
  const { rows } = await sql<{ level: RatingLevel; n: number }>`
    select r.level, count(*) as n from rating r join agency a on a.no = r.agency_no where ${where} group by r.level`.execute(db);
  const of = (level: RatingLevel) => Number(rows.find((row) => row.level === level)?.n ?? 0);
  const levels = Object.fromEntries(RATING_LEVELS.map((level) => [level, of(level)])) as RatingCount['levels'];
  return { n: RATING_LEVELS.reduce((sum, level) => sum + levels[level], 0), levels };
}

/** What was said publicly: figures alone, of what everybody knows; of one request they would tell what its applicant said. */
export async function getRatings({ read: db, engine }: Database, query: Query<Operations['ratings.count']>): Promise<Answer<Operations['ratings.count']>> {
  const { type, id, window, from, to } = query;
  for (const [name, day] of [['from', from], ['to', to]] as const) if (day !== undefined && !isDay(day)) throw invalid({ pointer: `/query/${name}`, code: 'day' });
  const agency = query.agency === undefined ? undefined : await db.selectFrom('agency').select(['position', 'last']).where('id', '=', query.agency).executeTakeFirst();
  if (query.agency !== undefined && agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  if (window !== undefined && agency === undefined) throw invalid({ pointer: '/query/agency', code: 'required', values: { name: 'agency' } });
  const conditions = [
    ofPresentAnswer,
    ...(type === undefined ? [] : [sql`r.type = ${type}`]),
    ...(id === undefined ? [] : [sql`r.subject_key = ${id} and r.type in ('disclosure', 'answer')`]),
    ...(agency === undefined ? [] : [window === undefined ? sql`a.position between ${agency.position} and ${agency.last}` : sql`a.position = ${agency.position} and r.type = 'window' and r.subject_key = ${windowName(window)}`]),
    ...(from === undefined ? [] : [sql`r.day >= ${from}`]),
    ...(to === undefined ? [] : [sql`r.day <= ${to}`]),
  ];
  const where = sql`${sql.join(conditions, sql` and `)}`;
  const reason = engine === 'sqlite' ? sql`json_each(r.reasons) as reason` : sql`json_array_elements_text(r.reasons::json) as reason (value)`;
  const { rows } = await sql<{ reason: RatingReason; n: number }>`
    select reason.value as reason, count(*) as n from rating r join agency a on a.no = r.agency_no, ${reason} where ${where} group by reason.value`.execute(db);
  const reasons = RATING_REASONS.flatMap((name) => rows.filter((row) => row.reason === name).map(({ n }) => ({ reason: name, n: Number(n) })));
  return { ...(await ratingCount(db, where)), reasons };
}

/** Windows are told apart by their names, whatever blanks somebody types in them. */
export function windowName(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
}
