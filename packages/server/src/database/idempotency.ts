import { createHash } from 'node:crypto';
import type { OperationId } from '@sunlit/contract';
import { ProblemError } from '../problems.ts';
import type { Database, Writing } from './database.ts';

/** Long enough for whoever tries again, and no longer: the answers hold what is only in drafts. */
const KEPT_MILLISECONDS = 24 * 3_600_000;
/** What the public sends may wait on a device for a season, sent already or not; of their calls only ids are kept. */
const KEPT_OF_PUBLIC_MILLISECONDS = 400 * 24 * 3_600_000;

/** A call that makes something new, as its caller named it. */
export interface Creation {
  readonly operation: OperationId;
  /** Whose key it is: two people may choose the same. */
  readonly owner: string;
  readonly key: string;
  readonly body: unknown;
}

/**
 * Makes something once for each key, in the transaction of what is made: the same call again answers what was answered
 * before, also when the first answer never arrived. @throws ProblemError when the key was used for something else.
 */
export async function once<T>({ db, now }: Pick<Writing, 'db' | 'now'>, { operation, owner, key, body }: Creation, make: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const known = await db.selectFrom('idempotency').select(['body_hash', 'answer'])
    .where('owner', '=', owner).where('operation', '=', operation).where('key', '=', key).executeTakeFirst();
  if (known && known.body_hash !== hash) throw new ProblemError('key-reused');
  if (known) return JSON.parse(known.answer) as T;
  const answer = await make();
  await db.insertInto('idempotency').values({ owner, operation, key, body_hash: hash, answer: JSON.stringify(answer), at: now().toISOString() }).execute();
  return answer;
}

/** Forgets the calls that are too old to be repeated. */
export async function forgetOld({ write, now }: Database): Promise<void> {
  const before = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString();
  await write.deleteFrom('idempotency').where('owner', '!=', 'public').where('at', '<', before(KEPT_MILLISECONDS)).execute();
  await write.deleteFrom('idempotency').where('owner', '=', 'public').where('at', '<', before(KEPT_OF_PUBLIC_MILLISECONDS)).execute();
  await write.deleteFrom('sealed_answer').where('at', '<', before(KEPT_OF_PUBLIC_MILLISECONDS)).execute();
}
