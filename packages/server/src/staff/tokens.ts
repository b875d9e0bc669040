import { createHash, randomBytes } from 'node:crypto';
import type { Permission, Token } from '@sunlit/contract';
import { ulid } from 'ulid';
import type { Database, Writing } from '../database/database.ts';
import { notFound } from '../problems.ts';
import type { HeldGrant } from './actor.ts';

/* Tokens with which other programs call in the name of a person. 256 random bits need no slow hash to be safe at rest. */

const PREFIX = 'slt_';
const DAY = 86_400_000;

type Transaction = Pick<Writing, 'db' | 'now'>;

/** What a token is to be good for; never for more than its owner may do at the moment of a call. */
export interface NewToken {
  readonly personId: string;
  readonly label: string;
  readonly agency: { readonly no: number; readonly id: string };
  readonly permissions: readonly Permission[];
  readonly days: number;
}

/** Makes a token, which nobody can use before `giveSecret`. */
export async function addToken({ db, now }: Transaction, { personId, label, agency, permissions, days }: NewToken): Promise<Token> {
  const at = now();
  const id = ulid(at.getTime());
  const [created, expires] = [at.toISOString(), new Date(at.getTime() + days * DAY).toISOString()];
  await db.insertInto('token').values({
    // No secret has the hash of its own id.
    id, hash: id, person_id: personId, label, agency_no: agency.no, permissions: JSON.stringify(permissions), created_at: created, expires_at: expires, last_used_at: null, revoked_at: null,
  }).execute();
  return { id, label, agencyId: agency.id, permissions: [...permissions], createdAt: created, expiresAt: expires };
}

/** A new secret in place of any the token had. It exists only in this answer. */
export async function giveSecret({ db }: Transaction, id: string): Promise<string> {
  const secret = PREFIX + randomBytes(32).toString('base64url');
  await db.updateTable('token').set({ hash: hashOf(secret) }).where('id', '=', id).execute();
  return secret;
}

/** What a token that still works was given. */
export interface HeldToken {
  readonly personId: string;
  readonly agency: HeldGrant['agency'];
  readonly permissions: readonly Permission[];
}

/** The token of an `Authorization` header, unless it is unknown, expired or revoked. Notes its use, to the minute. */
export async function findToken(database: Database, secret: string): Promise<HeldToken | undefined> {
  const now = database.now();
  const found = await database.read.selectFrom('token').innerJoin('agency', 'agency.no', 'token.agency_no')
    .select(['token.id', 'token.person_id', 'token.permissions', 'token.last_used_at', 'agency.no', 'agency.id as agency_id', 'agency.name', 'agency.parent_no', 'agency.position', 'agency.last'])
    .where('token.hash', '=', hashOf(secret)).where('token.revoked_at', 'is', null).where('token.expires_at', '>', now.toISOString())
    .executeTakeFirst();
  if (found === undefined) return undefined;
  if (found.last_used_at === null || found.last_used_at < new Date(now.getTime() - 60_000).toISOString()) {
    await database.write.updateTable('token').set({ last_used_at: now.toISOString() }).where('id', '=', found.id).execute();
  }
  return {
    personId: found.person_id,
    agency: { no: found.no, id: found.agency_id, name: found.name, position: found.position, last: found.last, top: found.parent_no === null },
    permissions: JSON.parse(found.permissions) as Permission[],
  };
}

/** Those that still work, newest first. */
export async function listTokens({ read, now }: Database, personId: string): Promise<Token[]> {
  const rows = await read.selectFrom('token').innerJoin('agency', 'agency.no', 'token.agency_no')
    .select(['token.id', 'token.label', 'agency.id as agency_id', 'token.permissions', 'token.created_at', 'token.expires_at', 'token.last_used_at'])
    .where('token.person_id', '=', personId).where('token.revoked_at', 'is', null).where('token.expires_at', '>', now().toISOString())
    .orderBy('token.id', 'desc').execute();
  return rows.map((row) => ({
    id: row.id, label: row.label, agencyId: row.agency_id, permissions: JSON.parse(row.permissions) as Permission[], createdAt: row.created_at, expiresAt: row.expires_at,
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
  }));
}

/** Ends one of the person's own tokens. @throws ProblemError when they have no such token. */
export async function revokeToken({ db, now }: Transaction, personId: string, id: string): Promise<void> {
  const { numUpdatedRows } = await db.updateTable('token').set({ revoked_at: now().toISOString() })
    .where('id', '=', id).where('person_id', '=', personId).where('revoked_at', 'is', null).executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound();
}

export async function revokeAllTokens({ db, now }: Transaction, personId: string): Promise<void> {
  await db.updateTable('token').set({ revoked_at: now().toISOString() }).where('person_id', '=', personId).where('revoked_at', 'is', null).execute();
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
