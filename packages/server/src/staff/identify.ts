import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import { ProblemError } from '../problems.ts';
import type { Settings } from '../settings.ts';
import { ANONYMOUS, permissionsOf, type Actor, type HeldGrant, type StaffActor } from './actor.ts';
import type { Entrance } from './entrance.ts';
import { findToken, type HeldToken } from './tokens.ts';

/** Lets staff in, before anything they send is read. @throws ProblemError for anyone else. */
export async function admit(entrance: Entrance, request: FastifyRequest, reply: FastifyReply): Promise<StaffActor> {
  // Not for other sites: an answer to staff is not theirs to embed or to read.
  reply.header('cross-origin-resource-policy', 'same-origin');
  const actor = await identify(entrance, request, reply);
  if (actor.type === 'anonymous') throw new ProblemError('not-signed-in');
  if (actor.via === 'session') requireOwnOrigin(entrance.settings, request);
  return actor;
}

/** Who calls, by token or session. A token that does not work makes nobody of its bearer, whatever cookie comes with it. */
export async function identify({ database, auth }: Entrance, request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
  const [, secret] = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (secret !== undefined) {
    const token = await findToken(database, secret);
    return token === undefined ? ANONYMOUS : actorOf(database, token.personId, token);
  }
  if (request.headers.cookie === undefined) return ANONYMOUS;
  const { response, headers } = await (await auth()).api.getSession({ headers: new Headers({ cookie: request.headers.cookie }), returnHeaders: true });
  // A session that was used lasts longer, and its cookie too.
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie);
  return response === null ? ANONYMOUS : actorOf(database, response.user.id);
}

/** What changes something by a cookie must come from our own pages: browsers tell where from, and scripts cannot lie about it. */
export function requireOwnOrigin(settings: Pick<Settings, 'publicUrl'>, request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers.origin !== ownOrigin(settings, request)) throw new ProblemError('origin-not-allowed');
}

export function ownOrigin({ publicUrl }: Pick<Settings, 'publicUrl'>, { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return publicUrl === undefined ? `${protocol}://${host}` : new URL(publicUrl).origin;
}

const SEEN_EVERY = 5 * 60_000;

async function actorOf({ read, write, now }: Database, id: string, token?: HeldToken): Promise<Actor> {
  const person = await read.selectFrom('person').select(['id', 'name', 'post', 'username', 'two_factor_enabled', 'disabled_at', 'must_change_password', 'last_seen_at'])
    .where('id', '=', id).executeTakeFirst();
  if (person === undefined || person.disabled_at !== null) return ANONYMOUS;
  const at = now();
  if (person.last_seen_at === null || person.last_seen_at < new Date(at.getTime() - SEEN_EVERY).toISOString()) {
    await write.updateTable('person').set({ last_seen_at: at.toISOString() }).where('id', '=', id).execute();
  }
  const rows = await read.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no')
    .select(['agency.no', 'agency.id', 'agency.name', 'agency.position', 'agency.last', 'agency.parent_no', 'grant.role'])
    .where('grant.person_id', '=', id).orderBy('agency.position').orderBy('grant.role').execute();
  const grants = rows.map(({ role, parent_no, ...agency }): HeldGrant => ({ agency: { ...agency, top: parent_no === null }, role, permissions: permissionsOf(role) }));
  return {
    type: 'staff',
    via: token === undefined ? 'session' : 'token',
    id: person.id,
    name: person.name,
    post: person.post,
    username: person.username,
    twoFactor: person.two_factor_enabled === 1,
    mustChangePassword: person.must_change_password === 1,
    grants: token === undefined ? grants : grants.flatMap((grant) => within(grant, token)),
  };
}

/** What of a grant remains for a token: where both reach, what both allow. */
function within({ agency, role, permissions }: HeldGrant, token: HeldToken): HeldGrant[] {
  const both = permissions.filter((permission) => token.permissions.includes(permission));
  if (both.length === 0) return [];
  if (agency.position <= token.agency.position && token.agency.position <= agency.last) return [{ agency: token.agency, role, permissions: both }];
  return token.agency.position <= agency.position && agency.position <= token.agency.last ? [{ agency, role, permissions: both }] : [];
}
