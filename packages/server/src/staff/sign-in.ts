import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { onRecord, recordRefusal, type Entry } from '../audit/record.ts';
import type { Database } from '../database/database.ts';
import { ProblemError, invalid } from '../problems.ts';
import type { Actor } from './actor.ts';
import { ADDRESS_HEADER, AUTH_PATH, MAIL_DOMAIN, PROVIDER, signingIn } from './agreed.ts';
import { countAttempt, forgiveAttempt, type Guessed } from './attempts.ts';
import type { Entrance } from './entrance.ts';
import { identify, ownOrigin, requireOwnOrigin } from './identify.ts';
import { refuseKnown } from './passwords.ts';

/** A path of better-auth that we serve, with the properties of the body that go on to it. What is not listed here is not there. */
interface AuthPath {
  readonly method: 'GET' | 'POST';
  readonly fields?: readonly string[];
  /** It is asked with a password or a code, so attempts are counted. */
  readonly guessing?: true;
}

const PATHS: Readonly<Record<`/${string}`, AuthPath>> = {
  '/sign-in/username': { method: 'POST', fields: ['username', 'password'], guessing: true },
  '/sign-in/social': { method: 'POST', fields: ['callbackURL', 'errorCallbackURL'] },
  [`/callback/${PROVIDER}`]: { method: 'GET' },
  '/sign-out': { method: 'POST', fields: [] },
  '/revoke-other-sessions': { method: 'POST', fields: [] },
  '/change-password': { method: 'POST', fields: ['currentPassword', 'newPassword'], guessing: true },
  '/two-factor/enable': { method: 'POST', fields: ['password'], guessing: true },
  '/two-factor/disable': { method: 'POST', fields: ['password'], guessing: true },
  '/two-factor/generate-backup-codes': { method: 'POST', fields: ['password'], guessing: true },
  '/two-factor/verify-totp': { method: 'POST', fields: ['code'], guessing: true },
  '/two-factor/verify-backup-code': { method: 'POST', fields: ['code'], guessing: true },
  '/passkey/generate-register-options': { method: 'GET' },
  '/passkey/verify-registration': { method: 'POST', fields: ['response', 'name'] },
  '/passkey/generate-authenticate-options': { method: 'GET' },
  '/passkey/verify-authentication': { method: 'POST', fields: ['response'] },
  '/passkey/list-user-passkeys': { method: 'GET' },
  '/passkey/update-passkey': { method: 'POST', fields: ['id', 'name'] },
  '/passkey/delete-passkey': { method: 'POST', fields: ['id'] },
};

const SINGLE_SIGN_ON = ['/sign-in/social', `/callback/${PROVIDER}`];

/** Sign-in, sign-out and what belongs to one's own account, for pages of our own origin. */
export function serveSignIn(app: FastifyInstance, entrance: Entrance): void {
  // How one may sign in here, beside name and password.
  app.get(`${AUTH_PATH}/sign-in`, { config: { cors: false } }, (_, reply) => {
    const { singleSignOn } = entrance.settings;
    reply.header('cross-origin-resource-policy', 'same-origin').header('cache-control', 'no-store');
    return reply.send(singleSignOn === undefined ? {} : { singleSignOn: singleSignOn.name === undefined ? {} : { name: singleSignOn.name } });
  });
  for (const [path, { method, fields = [], guessing }] of Object.entries(PATHS)) {
    app.route({
      method,
      url: AUTH_PATH + path,
      config: { cors: false },
      onRequest: async (request, reply) => {
        reply.header('cross-origin-resource-policy', 'same-origin').header('cache-control', 'no-store');
        requireOwnOrigin(entrance.settings, request);
      },
      handler: async (request, reply) => {
        const { database, settings } = entrance;
        const sent = (request.body ?? {}) as Readonly<Record<string, unknown>>;
        const caller = await identify(entrance, request, reply);
        const attempt = guessing ? guessedBy(request, caller, sent) : undefined;
        if (attempt) await countAttempt(database, attempt);
        const body = Object.fromEntries(fields.flatMap((field) => (sent[field] === undefined ? [] : [[field, sent[field]]])));
        if (path === '/change-password') await changePassword(caller, body);
        if (path === '/sign-in/social') body['provider'] = PROVIDER;
        const auth = await (SINGLE_SIGN_ON.includes(path) ? entrance.singleSignOn() : entrance.auth());

        const signedIn: { personId?: string } = {};
        const response = await signingIn.run(signedIn, () => auth.handler(forwarded(request, ownOrigin(settings, request), body)));
        const succeeded = response.status < 400 && (!path.startsWith('/callback/') || signedIn.personId !== undefined);
        if (attempt && succeeded) {
          await forgiveAttempt(database, attempt);
          await database.write.deleteFrom('session').where('expires_at', '<=', new Date().toISOString()).execute();
        }
        const changed = succeeded && path === '/change-password' && caller.type === 'staff';
        const done = async () => {
          if (changed) await database.write.updateTable('person').set({ must_change_password: 0 }).where('id', '=', caller.id).execute();
        };
        if (method === 'POST' || path.startsWith('/callback/')) {
          const entry = await entryOf(database, path, request, signedIn.personId ?? (caller.type === 'staff' ? caller.id : undefined), sent['username']);
          await (succeeded ? onRecord(database, entry, done) : recordRefusal(database, entry));
        }
        if (response.status >= 400) throw await problemOf(response, path);
        return send(reply, response);
      },
    });
  }
}

function guessedBy(request: FastifyRequest, caller: Actor, { username }: Readonly<Record<string, unknown>>): Guessed {
  const account = typeof username === 'string' ? username : caller.type === 'staff' ? caller.username : undefined;
  return { address: request.ip, ...(account === undefined ? {} : { account }) };
}

/** Whatever else is open ends with the old password. */
async function changePassword(caller: Actor, body: Record<string, unknown>): Promise<void> {
  const { currentPassword, newPassword } = body;
  if (caller.type === 'anonymous') throw new ProblemError('not-signed-in');
  if (typeof newPassword === 'string') await refuseKnown(newPassword, caller.username, '/body/newPassword');
  if (newPassword === currentPassword) throw invalid({ pointer: '/body/newPassword', code: 'same-password' });
  body['revokeOtherSessions'] = true;
}

/** The request as better-auth reads it, with nothing of it but what it needs. */
function forwarded(request: FastifyRequest, origin: string, body: object): Request {
  const headers = new Headers({ [ADDRESS_HEADER]: request.ip });
  for (const name of ['cookie', 'origin', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  if (request.method !== 'POST') return new Request(origin + request.url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(origin + request.url, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  const location = response.headers.get('location');
  if (response.status >= 300 && location !== null) return reply.code(response.status).header('location', location).send();
  // Authenticator apps and passkeys show the username alone.
  const text = (await response.text()).replaceAll(encodeURIComponent(`@${MAIL_DOMAIN}`), '').replaceAll(`@${MAIL_DOMAIN}`, '');
  return reply.code(response.status).type('application/json; charset=utf-8').send(text === '' ? 'null' : text);
}

/** Who tried is recorded when it is somebody we know: what else stands in the field for a name may be a password. */
async function entryOf({ read }: Database, path: string, request: FastifyRequest, id: string | undefined, username: unknown): Promise<Entry> {
  const people = read.selectFrom('person').select(['id', 'name', 'post']);
  const person = id !== undefined ? await people.where('id', '=', id).executeTakeFirst()
    : typeof username === 'string' ? await people.where('username', '=', username.toLowerCase()).executeTakeFirst() : undefined;
  const agency = person && await read.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no').select('agency.no')
    .where('grant.person_id', '=', person.id).orderBy('agency.position').executeTakeFirst();
  return { operation: `auth${path.replaceAll('/', '.')}`, ...(person ? { person } : {}), via: 'session', agencyNo: agency?.no ?? null, address: request.ip, requestId: request.id };
}

const AT_SIGN_IN = ['/sign-in/username', '/two-factor/verify-totp', '/two-factor/verify-backup-code', '/passkey/verify-authentication'];

/** What better-auth refuses, as a problem of ours. */
async function problemOf(response: Response, path: string): Promise<ProblemError> {
  const { code } = (await response.json().catch(() => ({}))) as { readonly code?: string };
  const because = { cause: new Error(`better-auth: ${String(response.status)} ${String(code)}`) };
  switch (code) {
    // The challenge is over; it begins anew.
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
    case 'SESSION_NOT_FRESH': return new ProblemError('not-signed-in', [], because);
    case 'INVALID_PASSWORD': return invalid({ pointer: path === '/change-password' ? '/body/currentPassword' : '/body/password', code: 'wrong-password' });
    case 'ACCOUNT_TEMPORARILY_LOCKED': return new ProblemError('too-many-requests', [], { ...because, headers: { 'retry-after': '900' } });
    default: break;
  }
  if (response.status >= 500) return new ProblemError('internal', [], because);
  if (AT_SIGN_IN.includes(path)) return new ProblemError('sign-in-failed', [], because);
  if (response.status === 401) return new ProblemError('not-signed-in', [], because);
  if (response.status === 404) return new ProblemError('not-found', [], because);
  if (response.status === 403) return new ProblemError('not-allowed', [], because);
  return new ProblemError('invalid-input', [{ pointer: '', code: 'other', values: { reason: code ?? response.status } }], because);
}
