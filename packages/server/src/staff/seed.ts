import { randomInt } from 'node:crypto';
import { onRecord } from '../audit/record.ts';
import { writing, type Database } from '../database/database.ts';
import { hashPassword } from './passwords.ts';
import { addGrant, addPerson, beginAnew, setDisabled, setPassword, type NewPerson } from './people.ts';

/** Enters people with passwords, those of a demo for example. Whoever is there already keeps their password and gets the roles. */
export async function saveStaff(database: Database, people: readonly (NewPerson & { readonly password: string })[]): Promise<void> {
  for (const { password, ...person } of people) {
    const hash = await hashPassword(password);
    await writing(database, async (transaction) => {
      const known = await transaction.db.selectFrom('person').select('id').where('username', '=', person.username).executeTakeFirst();
      if (known === undefined) return setPassword(transaction, await addPerson(transaction, person, false), hash);
      for (const grant of person.grants) await addGrant(transaction, known.id, grant);
    });
  }
}

/**
 * Makes somebody administrator of everything, for whoever runs the server: the first one, or one who lost their password.
 * Answers a password that must be changed when it is first used. @throws Error when there is no agency yet.
 */
export async function makeAdministrator(database: Database, username: string): Promise<string> {
  const password = Array.from({ length: 20 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const hash = await hashPassword(password);
  const top = await database.read.selectFrom('agency').select(['no', 'id']).where('parent_no', 'is', null).orderBy('position').execute();
  if (top[0] === undefined) throw new Error('There is no agency yet that somebody could administer.');
  const grants = top.map(({ id }) => ({ agencyId: id, role: 'administrator' as const }));
  await onRecord(database, { operation: 'system.administrator', via: 'system', agencyNo: top[0].no }, () => writing(database, async (transaction) => {
    const known = await transaction.db.selectFrom('person').select('id').where('username', '=', username).executeTakeFirst();
    const id = known?.id ?? (await addPerson(transaction, { username, name: username, post: '系统管理员', grants: [] }, true));
    for (const grant of grants) await addGrant(transaction, id, grant);
    await setDisabled(transaction, id, false);
    await beginAnew(transaction, id, hash);
    return { id };
  }));
  return password;
}

/** Without letters and digits that look alike: it is read from a screen. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
