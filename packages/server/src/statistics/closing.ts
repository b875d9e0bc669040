import type { AnnualDraft } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import { writing, type Database, type Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound } from '../problems.ts';
import type { StaffActor } from '../staff/actor.ts';
import { annualDraft, type ClosedContent } from './annual.ts';

/** Enters what no event here tells. @throws ProblemError `changed-meanwhile` with what stands when somebody else entered something. */
export function enterFigures(database: Database, { params, body, actor }: Call<'statistics.enter'>): Promise<AnnualDraft> {
  return writing(database, async (w) => {
    await enterWithin(w, params, body, actor);
    return annualDraft(w.db, params);
  });
}

/**
 * Closes a year that is over, or corrects it. What does not add up may be closed, since courts and others state their numbers as they are, but
 * not in silence. @throws ProblemError `invalid-input` without the reason that a correction or a fault needs, `not-possible` for a year that is not over.
 */
export function closeYear(database: Database, { params, body, actor }: Call<'statistics.close'>): Promise<AnnualDraft> {
  return writing(database, async (w) => {
    await closeWithin(w, params, body, actor);
    return annualDraft(w.db, params);
  });
}

type Person = Pick<StaffActor, 'id' | 'name' | 'post'>;

/** The same in a transaction of the caller's. */
export async function enterWithin({ db, now }: Writing, params: Call<'statistics.enter'>['params'], { version, ...content }: Call<'statistics.enter'>['body'], actor: Person): Promise<void> {
  const current = await annualDraft(db, params);
  if ((current.entered?.version ?? 0) !== version) throw new ProblemError('changed-meanwhile', [], { current });
  const row = { version: version + 1, content: JSON.stringify(content), ...personOf(actor), at: now().toISOString() };
  await db.insertInto('annual_entry').values({ agency_no: await numberOf(db, params.id), year: params.year, ...row }).onConflict((conflict) => conflict.columns(['agency_no', 'year']).doUpdateSet(row)).execute();
}

/** The same in a transaction of the caller's. */
export async function closeWithin({ db, now }: Writing, params: Call<'statistics.close'>['params'], { version, reason }: Call<'statistics.close'>['body'], actor: Person): Promise<void> {
  const current = await annualDraft(db, params);
  if ((current.closed?.version ?? 0) !== version) throw new ProblemError('changed-meanwhile', [], { current });
  const at = now().toISOString();
  if (at < `${params.year}-12-31T16:00`) throw new ProblemError('not-possible', [{ pointer: '/params/year', code: 'year-not-over' }]); // midnight in Shanghai
  if (reason === undefined && (version > 0 || current.faults.length > 0)) throw invalid({ pointer: '/body/reason', code: 'reason-for-figures' });
  const { requests, entered } = current;
  const content: ClosedContent = { requests, ...(entered?.proactive && { proactive: entered.proactive }), ...(entered?.disputes && { disputes: entered.disputes }) };
  await db.insertInto('annual_version').values({ agency_no: await numberOf(db, params.id), year: params.year, version: version + 1, content: JSON.stringify(content), reason: reason ?? null, ...personOf(actor), at }).execute();
}

const personOf = ({ id, name, post }: Person) => ({ person_id: id, person_name: name, person_post: post });

async function numberOf(db: Kysely<Tables>, id: string): Promise<number> {
  return (await db.selectFrom('agency').select('no').where('id', '=', id).executeTakeFirstOrThrow(() => notFound())).no;
}
