import type { OperationId, Operation } from '@sunlit/contract';
import type { FastifyRequest } from 'fastify';
import { onRecord, recordRefusal, type Entry } from '../audit/record.ts';
import type { Database } from '../database/database.ts';
import { ProblemError } from '../problems.ts';
import { decide, type Called } from './access.ts';
import type { StaffActor } from './actor.ts';

/** Answers a call of staff when they may make it, and puts on record what it changes, that it was refused, or a read that must be. */
export async function answerStaff<T>(
  database: Database, { id, method, access, recorded }: Operation & { readonly id: OperationId }, actor: StaffActor, request: FastifyRequest, answer: () => Promise<T>,
): Promise<T> {
  if (access === 'public' || access === 'receipt' || access === 'device') return answer();
  if (actor.mustChangePassword && id !== 'staff.me') throw new ProblemError('password-must-change');
  const { allowed, agencyNo } = await decide(database, access, actor, request as Called);
  const [subject] = Object.values(request.params as Readonly<Record<string, string>>);
  const entry: Entry = { operation: id, person: actor, via: actor.via, agencyNo, ...(subject === undefined ? {} : { subject }), address: request.ip, requestId: request.id };
  if (!allowed) {
    await recordRefusal(database, entry);
    throw new ProblemError('not-allowed');
  }
  return method === 'GET' && !recorded ? answer() : onRecord(database, entry, answer);
}
