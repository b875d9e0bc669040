import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import type { FastifyBaseLogger } from 'fastify';
import { CamelCasePlugin, type Kysely } from 'kysely';
import { ulid } from 'ulid';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { SingleSignOn } from '../settings.ts';
import { ADDRESS_HEADER, AUTH_PATH, MAIL_DOMAIN, PROVIDER, signingIn } from './agreed.ts';
import { PASSWORD_LENGTH } from './passwords.ts';

const HOURS = 3600;

export type Auth = ReturnType<typeof createAuth>;

/** Sign-in, sessions and second factors by better-auth, on our own tables. */
export function createAuth(database: Database, publicUrl: string | undefined, secret: string, log: FastifyBaseLogger, singleSignOn: SingleSignOn | undefined) {
  return betterAuth({
    appName: '阳光公开 Sunlit',
    ...(publicUrl === undefined ? {} : { baseURL: publicUrl + AUTH_PATH }),
    basePath: AUTH_PATH,
    secret,
    // Told to be SQLite on both: moments are text and truth values 0 or 1, as in all our tables.
    database: { db: ours(database), type: 'sqlite' },
    user: { modelName: 'person' },
    // Sliding: who works stays signed in, who was away for twelve hours does not.
    session: { expiresIn: 12 * HOURS, updateAge: HOURS / 4, freshAge: 0 },
    account: {
      encryptOAuthTokens: true,
      updateAccountOnSignIn: false,
      // Only whom `personOf` found by a claim of the issuer is linked.
      accountLinking: { enabled: true, trustedProviders: [PROVIDER], requireLocalEmailVerified: false },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_LENGTH.least, maxPasswordLength: PASSWORD_LENGTH.most },
    plugins: [
      username({ displayUsername: false, usernameValidator: (name) => /^[a-z0-9][a-z0-9._-]*$/i.test(name) }),
      twoFactor({ issuer: '阳光公开 Sunlit' }),
      passkey({
        rpName: '阳光公开 Sunlit',
        schema: { passkey: { fields: { credentialID: 'credentialId' } } },
        // It stands for name, password and second factor: it is found without a name, and whoever holds it shows a finger or a PIN.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ verification }) => requireVerifiedUser(verification.registrationInfo) },
        authentication: { afterVerification: ({ verification }) => requireVerifiedUser(verification.authenticationInfo) },
      }),
      ...(singleSignOn === undefined ? [] : [genericOAuth({
        config: [{
          providerId: PROVIDER,
          clientId: singleSignOn.clientId,
          clientSecret: singleSignOn.clientSecret,
          discoveryUrl: `${singleSignOn.issuer}/.well-known/openid-configuration`,
          requireIdTokenVerification: true,
          scopes: ['openid', 'profile', 'email'],
          disableSignUp: true,
          mapProfileToUser: (profile) => personOf(database, profile),
        }],
      })]),
    ],
    databaseHooks: {
      session: {
        create: {
          async before({ userId }) {
            const person = await database.read.selectFrom('person').select('disabled_at').where('id', '=', userId).executeTakeFirst();
            // The same answer as to a wrong password: nobody learns who was locked out.
            if (person === undefined || person.disabled_at !== null) throw new APIError('UNAUTHORIZED', { code: 'INVALID_USERNAME_OR_PASSWORD' });
          },
          async after({ userId }) {
            const store = signingIn.getStore();
            if (store) store.personId = userId;
            await Promise.resolve();
          },
        },
      },
    },
    // Attempts are counted by `attempts.ts`, also for each account.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'sunlit',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      // This one must come along when the issuer sends the browser back.
      cookies: { state: { attributes: { sameSite: 'lax' } } },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Its introspection knows one database; the tests call each path on both.
      database: { generateId: () => ulid(), validateSchema: false },
    },
    onAPIError: { errorURL: '/desk/' },
    logger: { level: 'error', log: (_level, message, ...details) => log.error({ err: details.find((detail) => detail instanceof Error) }, `better-auth: ${message}`) },
    telemetry: { enabled: false },
  });
}

/** What was found is as much as a touch by anybody where the person was not verified (WebAuthn §6.1, UV). */
function requireVerifiedUser(found: { readonly userVerified: boolean } | undefined): void {
  if (found?.userVerified !== true) throw new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED' });
}

/** Our database for better-auth: columns in our spelling; reads by the readers, for somebody must get in while a long import writes. */
function ours({ read, write }: Database): Kysely<Tables> {
  const [reader, writer] = [read, write].map((db) => db.withPlugin(new CamelCasePlugin())) as [Kysely<Tables>, Kysely<Tables>];
  return new Proxy(writer, {
    get(target, name) {
      const from = name === 'selectFrom' ? reader : target;
      const value: unknown = Reflect.get(from, name, from);
      return typeof value === 'function' ? (value.bind(from) as unknown) : value;
    },
  });
}

/** The person whom the issuer means: by username, or by an e-mail address that it has verified. Nobody else gets in. */
async function personOf({ read }: Database, { sub, preferred_username: name, email, email_verified: verified }: Readonly<Record<string, unknown>>): Promise<{ email: string; emailVerified: boolean }> {
  const person = await read.selectFrom('person').select('email')
    .where((row) => row.or([row('username', '=', typeof name === 'string' ? name.toLowerCase() : ''), row('email', '=', verified === true && typeof email === 'string' ? email.toLowerCase() : '')]))
    // Who is known by a subject is nobody else's: the issuer may give a name that has become free to another.
    .where((row) => row.not(row.exists(row.selectFrom('account').select('account.id').whereRef('account.user_id', '=', 'person.id').where('provider_id', '=', PROVIDER).where('account_id', '<>', String(sub)))))
    .executeTakeFirst();
  return { email: person?.email ?? `nobody@${MAIL_DOMAIN}`, emailVerified: person !== undefined };
}
