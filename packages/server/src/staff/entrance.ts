import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../database/database.ts';
import { ProblemError } from '../problems.ts';
import type { Settings } from '../settings.ts';
import { PROVIDER } from './agreed.ts';
import type { Auth } from './auth.ts';
import { secretOf } from './secret.ts';

/** What staff are let in by. */
export interface Entrance {
  readonly database: Database;
  readonly settings: Settings;
  /** Loaded when the first of the staff comes, for readers must not wait for it. */
  readonly auth: () => Promise<Auth>;
  /** The same with single sign-on, apart, so that an issuer that does not answer holds up nobody else. @throws ProblemError */
  readonly singleSignOn: () => Promise<Auth>;
}

export function openEntrance(database: Database, settings: Settings, log: FastifyBaseLogger): Entrance {
  // A key that cannot be read is a reason not to start.
  const secret = secretOf(settings);
  const make = async (issuer: Settings['singleSignOn']) => (await import('./auth.ts')).createAuth(database, settings.publicUrl, secret, log, issuer);
  let own: Promise<Auth> | undefined;
  let linked: Promise<Auth> | undefined;
  return {
    database,
    settings,
    auth: () => (own ??= make(undefined)),
    async singleSignOn() {
      const issuer = settings.singleSignOn;
      if (issuer === undefined) throw new ProblemError('not-found');
      const auth = await (linked ??= make(issuer));
      if ((await auth.$context).socialProviders.some(({ id }) => id === PROVIDER)) return auth;
      // It did not answer when it was asked what it offers; next time it is asked again.
      linked = undefined;
      throw new ProblemError('unavailable', [], { cause: new Error(`No answer from ${issuer.issuer}`) });
    },
  };
}
