import { randomInt } from 'node:crypto';
import type { Challenge } from '@sunlit/contract';
import { ProblemError } from '../problems.ts';
import type { RequestStore, RequestWriting } from './store.ts';

/** How long one is good. */
const LIFETIME = 20 * 60_000;
/** How many tries it takes: as many as are drawn by lot in between. */
const TRIES = { least: 500, most: 1000 } as const;
const ALGORITHM = 'PBKDF2/SHA-256';

/** A challenge that somebody says to have solved: signed by us, solved, and until when it is good, in milliseconds since 1970. */
export interface Solved {
  readonly id: string;
  readonly until: number;
}

/**
 * Proofs of work (ALTCHA, version 2 of its protocol): dear to whoever sends thousands, hardly noticed by whoever sends one. The number
 * of tries is drawn by us and the key it leads to is signed, so that checking a solution costs two HMACs.
 */
export interface Challenges {
  issue(): Promise<Challenge>;
  /** @throws ProblemError `challenge-refused` for what is forged or not solved. One that is over is answered, for a call may be repeated. */
  verify(payload: string): Promise<Solved>;
}

export function challenges({ mac }: Pick<RequestStore, 'mac'>, cost: number, lifetime = LIFETIME): Challenges {
  const secrets = { hmacSignatureSecret: mac('challenge', 'signature').toString('hex'), hmacKeySignatureSecret: mac('challenge', 'key').toString('hex') };
  return {
    async issue() {
      const { createChallenge, deriveKey } = await altcha();
      const counter = randomInt(TRIES.least, TRIES.most + 1);
      const { parameters, signature = '' } = await createChallenge({ algorithm: ALGORITHM, cost, counter, deriveKey, expiresAt: new Date(Date.now() + lifetime), ...secrets });
      return { parameters: { ...parameters }, signature };
    },
    async verify(payload) {
      const { verifySolution, deriveKey } = await altcha();
      const refused = new ProblemError('challenge-refused');
      const { challenge, solution } = parsed(payload) ?? {};
      if (challenge === undefined || solution === undefined) throw refused;
      const { signature: id } = challenge;
      const until = Number(challenge.parameters.expiresAt) * 1000;
      if (typeof id !== 'string' || !Number.isFinite(until)) throw refused;
      const { verified, expired } = await verifySolution({ challenge, solution, deriveKey, ...secrets }).catch(() => ({ verified: false, expired: false }));
      if (!verified && !expired) throw refused;
      return { id, until };
    },
  };
}

/** Takes a solved challenge, which is good once. @throws ProblemError `challenge-refused` when it is over or was taken before. */
export async function spend({ db }: RequestWriting, { id, until }: Solved): Promise<void> {
  if (until <= Date.now()) throw new ProblemError('challenge-refused');
  const { numInsertedOrUpdatedRows } = await db.insertInto('spent_challenge').values({ id, until }).onConflict((row) => row.column('id').doNothing()).executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new ProblemError('challenge-refused');
}

/** Loaded when the first request is filed: most who come only read. */
async function altcha() {
  const [{ createChallenge, verifySolution }, { deriveKey }] = await Promise.all([import('altcha-lib'), import('altcha-lib/algorithms/pbkdf2')]);
  return { createChallenge, verifySolution, deriveKey };
}

type Payload = import('altcha-lib/types').Payload;

function parsed(payload: string): Partial<Payload> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
    const { challenge } = (value ?? {}) as Partial<Payload>;
    return typeof challenge === 'object' && typeof challenge.parameters === 'object' ? (value as Payload) : undefined;
  } catch {
    // Not made by any solver.
    return undefined;
  }
}
