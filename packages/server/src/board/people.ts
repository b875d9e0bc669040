import type { Answer, Operations } from '@sunlit/contract';
import { handlersOf, mayHandle } from '../cases/people.ts';
import type { Call } from '../handlers.ts';
import { invalid } from '../problems.ts';
import { readingRequests, type RequestReading, type RequestStore } from '../requests/store.ts';
import type { StaffActor } from '../staff/actor.ts';

/** Somebody of an agency, as they go on record. */
export function byOfficer({ id, name, post }: Pick<StaffActor, 'id' | 'name' | 'post'>) {
  return { role: 'agency', person: { id, name, post } } as const;
}

/** Who can be given topics at an agency: those who answer them there or above. */
export async function listHandlers(store: RequestStore, { query }: Pick<Call<'board.handlers'>, 'query'>): Promise<Answer<Operations['board.handlers']>> {
  const { db } = readingRequests(store);
  const agency = await db.selectFrom('agency').select('position').where('id', '=', query.agency).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  return { items: await handlersOf({ db }, agency, 'topics.answer') };
}

/** @throws ProblemError for an agency that there is not, or somebody who has no topics to answer there. */
export async function refuseStranger({ db }: Pick<RequestReading, 'db'>, agencyId: string, handler: string | undefined): Promise<void> {
  const agency = await db.selectFrom('agency').select('position').where('id', '=', agencyId).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  if (handler !== undefined && !(await mayHandle({ db }, agency, handler, 'topics.answer'))) throw invalid({ pointer: '/body/handler', code: 'unknown-handler', values: { context: 'topic' } });
}
