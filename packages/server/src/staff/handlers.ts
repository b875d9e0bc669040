import type { Database, Writing } from '../database/database.ts';
import { writing } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import type { HandlersOf } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import { holds, type StaffActor } from './actor.ts';
import { hashPassword, refuseKnown } from './passwords.ts';
import { addGrant, addPerson, beginAnew, listPeople, readPerson, removeGrant, setDisabled, setPassword } from './people.ts';
import { addToken, giveSecret, listTokens, revokeToken } from './tokens.ts';

type StaffOperation =
  | 'staff.me' | 'staff.list' | 'staff.create' | 'staff.grant' | 'staff.revoke' | 'staff.disable' | 'staff.reset' | 'tokens.list' | 'tokens.create' | 'tokens.revoke';

export function staffHandlers(database: Database): HandlersOf<StaffOperation> {
  /** Changes somebody, and answers them as they then are. */
  const changing = (id: string, change: (transaction: Writing) => Promise<void>) => writing(database, async (transaction) => {
    await change(transaction);
    return readPerson(transaction.db, id);
  });
  return {
    'staff.me': async ({ actor: { id, name, post, username, grants, twoFactor, mustChangePassword } }) => ({
      id, name, post, username, twoFactor, mustChangePassword,
      grants: grants.map(({ agency, role }) => ({ agency: { id: agency.id, name: agency.name }, role })),
      permissions: [...new Set(grants.flatMap(({ permissions }) => permissions))],
    }),
    'staff.list': ({ actor, query }) => listPeople(database, actor, query),
    'staff.create': async ({ actor, key, body: { password, agencyId, role, ...person } }) => {
      await refuseKnown(password, person.username, '/body/password');
      const hash = await hashPassword(password);
      // The password is no part of what is remembered of the call.
      const creation = { operation: 'staff.create', owner: actor.id, key, body: { ...person, agencyId, role } } as const;
      return writing(database, (transaction) => once(transaction, creation, async () => {
        const id = await addPerson(transaction, { ...person, grants: [{ agencyId, role }] }, true);
        await setPassword(transaction, id, hash);
        return readPerson(transaction.db, id);
      }));
    },
    'staff.grant': ({ params: { id }, body }) => changing(id, (transaction) => addGrant(transaction, id, body)),
    'staff.revoke': ({ actor, params: { id }, body }) => changing(notOneself(actor, id), (transaction) => removeGrant(transaction, id, body)),
    'staff.disable': ({ actor, params: { id }, body: { disabled } }) => changing(notOneself(actor, id), (transaction) => setDisabled(transaction, id, disabled)),
    'staff.reset': async ({ actor, params: { id }, body: { password } }) => {
      const { username } = await readPerson(database.read, notOneself(actor, id));
      await refuseKnown(password, username, '/body/password');
      const hash = await hashPassword(password);
      return changing(id, (transaction) => beginAnew(transaction, id, hash));
    },
    'tokens.list': async ({ actor }) => ({ items: await listTokens(database, actor.id) }),
    'tokens.create': async ({ actor, key, body }) => {
      // Or a token that runs out could go on for ever by making others.
      if (actor.via === 'token') throw new ProblemError('not-possible');
      const { agencyId, label, permissions, days } = body;
      const agency = await database.read.selectFrom('agency').select(['no', 'id', 'position']).where('id', '=', agencyId).executeTakeFirst();
      if (agency === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
      const lacking = permissions.flatMap((permission, index) => (holds(actor, permission, agency) ? [] : [{ pointer: `/body/permissions/${index}`, code: 'not-held' }]));
      if (lacking.length > 0) throw invalid(...lacking);
      return writing(database, async (transaction) => {
        const token = await once(transaction, { operation: 'tokens.create', owner: actor.id, key, body },
          () => addToken(transaction, { personId: actor.id, label, agency, permissions: [...new Set(permissions)], days }));
        // Not remembered with the answer: whoever asks again under the same key did not get it, and gets another.
        return { token, secret: await giveSecret(transaction, token.id) };
      });
    },
    'tokens.revoke': ({ actor, params: { id } }) => writing(database, async (transaction) => {
      await revokeToken(transaction, actor.id, id);
      return { id };
    }),
  };
}

/** Or the last one who could undo it might be gone. @throws ProblemError */
function notOneself(actor: StaffActor, id: string): string {
  if (actor.id === id) throw new ProblemError('not-possible');
  return id;
}
