import type { Grant, Person } from '@sunlit/contract';
import { DEFAULT_LIMIT } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import { ulid } from 'ulid';
import type { Database, Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { invalid, notFound } from '../problems.ts';
import { reach, type StaffActor } from './actor.ts';
import { MAIL_DOMAIN } from './agreed.ts';
import { revokeAllTokens } from './tokens.ts';

type Transaction = Pick<Writing, 'db' | 'now'>;

/** A member of staff as they are entered. */
export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly post: string;
  readonly grants: readonly Grant[];
}

/** Enters a person with their roles. @throws ProblemError when there is no such agency or the username is taken. */
export async function addPerson(transaction: Transaction, { username, name, post, grants }: NewPerson, mustChangePassword: boolean): Promise<string> {
  const { db, now } = transaction;
  const at = now().toISOString();
  const id = ulid(now().getTime());
  const { numInsertedOrUpdatedRows } = await db.insertInto('person').values({
    id, username, name, post, email: `${username}@${MAIL_DOMAIN}`, email_verified: 0, disabled_at: null,
    must_change_password: mustChangePassword ? 1 : 0, two_factor_enabled: 0, last_seen_at: null, created_at: at, updated_at: at,
  }).onConflict((row) => row.doNothing()).executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw invalid({ pointer: '/body/username', code: 'taken' });
  for (const grant of grants) await addGrant(transaction, id, grant);
  return id;
}

/** Gives a role, which the person may have already. @throws ProblemError when there is no such agency or person. */
export async function addGrant({ db }: Transaction, personId: string, { agencyId, role }: Grant): Promise<void> {
  const agency = await db.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
  if (person === undefined) throw notFound();
  await db.insertInto('grant').values({ person_id: personId, agency_no: agency.no, role }).onConflict((row) => row.doNothing()).execute();
}

/** Takes a role away, and ends what the person has open, so that nothing goes on with what they saw before. */
export async function removeGrant(transaction: Transaction, personId: string, { agencyId, role }: Grant): Promise<void> {
  const { numDeletedRows } = await transaction.db.deleteFrom('grant').where('person_id', '=', personId).where('role', '=', role)
    .where('agency_no', '=', (row) => row.selectFrom('agency').select('no').where('id', '=', agencyId)).executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
  await endSessions(transaction, personId);
}

/** Locks a person out, or lets them in again; their tokens stay ended. */
export async function setDisabled(transaction: Transaction, personId: string, disabled: boolean): Promise<void> {
  const { db, now } = transaction;
  await db.updateTable('person').set({ disabled_at: disabled ? now().toISOString() : null }).where('id', '=', personId).execute();
  if (!disabled) return;
  await endSessions(transaction, personId);
  await revokeAllTokens(transaction, personId);
}

/** Makes the person begin anew with a password that must be changed: without second factors, with nothing open. */
export async function beginAnew(transaction: Transaction, personId: string, passwordHash: string): Promise<void> {
  const { db } = transaction;
  await setPassword(transaction, personId, passwordHash);
  await db.updateTable('person').set({ must_change_password: 1, two_factor_enabled: 0 }).where('id', '=', personId).execute();
  await db.deleteFrom('two_factor').where('user_id', '=', personId).execute();
  await db.deleteFrom('passkey').where('user_id', '=', personId).execute();
  await endSessions(transaction, personId);
  await revokeAllTokens(transaction, personId);
}

/** Sets the password with which a person signs in, in place of any they had. */
export async function setPassword({ db, now }: Transaction, personId: string, passwordHash: string): Promise<void> {
  const at = now().toISOString();
  await db.insertInto('account')
    .values({ id: ulid(now().getTime()), account_id: personId, provider_id: 'credential', user_id: personId, password: passwordHash, created_at: at, updated_at: at })
    .onConflict((row) => row.columns(['provider_id', 'account_id']).doUpdateSet({ password: passwordHash, updated_at: at })).execute();
}

async function endSessions({ db }: Transaction, personId: string): Promise<void> {
  await db.deleteFrom('session').where('user_id', '=', personId).execute();
}

/** Those with a role in the agencies for which the caller may see people, in the order in which they were entered. */
export async function listPeople(
  { read }: Database, actor: StaffActor, { cursor, limit = DEFAULT_LIMIT }: { readonly cursor?: string; readonly limit?: number },
): Promise<{ items: Person[]; next?: string }> {
  const after = cursor === undefined ? 0 : decodeCursor({}, cursor, ['n']).n;
  const rows = await read.selectFrom('person').select(['person.no', 'person.id']).where('person.no', '>', after)
    .where((row) => row.exists(row.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no').select('grant.role').whereRef('grant.person_id', '=', 'person.id')
      .where((place) => place.or(reach(actor, 'staff.read').map(({ position, last }) => place.and([place('agency.position', '>=', position), place('agency.position', '<=', last)]))))))
    .orderBy('person.no').limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: await peopleOf(read, shown.map(({ id }) => id)), ...(last === undefined ? {} : { next: encodeCursor({}, { n: last.no }) }) };
}

/** @throws ProblemError `not-found`. */
export async function readPerson(db: Kysely<Tables>, id: string): Promise<Person> {
  const [person] = await peopleOf(db, [id]);
  if (person === undefined) throw notFound();
  return person;
}

async function peopleOf(db: Kysely<Tables>, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const grants = await db.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no').select(['grant.person_id', 'agency.id as agency_id', 'grant.role'])
    .where('grant.person_id', 'in', ids).orderBy('agency.position').orderBy('grant.role').execute();
  const people = await db.selectFrom('person').select(['id', 'username', 'name', 'post', 'disabled_at', 'two_factor_enabled', 'last_seen_at']).where('id', 'in', ids).orderBy('no').execute();
  return people.map((row) => ({
    id: row.id, name: row.name, post: row.post, username: row.username,
    grants: grants.filter(({ person_id }) => person_id === row.id).map(({ agency_id, role }) => ({ agencyId: agency_id, role })),
    disabled: row.disabled_at !== null,
    twoFactor: row.two_factor_enabled === 1,
    ...(row.last_seen_at === null ? {} : { lastSeenAt: row.last_seen_at }),
  }));
}
