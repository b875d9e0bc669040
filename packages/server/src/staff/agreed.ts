import { AsyncLocalStorage } from 'node:async_hooks';

/* What we and better-auth must agree on, apart from it, because better-auth is loaded only when somebody of the staff comes. */

/** Where it answers: `sign-in.ts` says which of its paths. */
export const AUTH_PATH = '/v1/auth';

/** The issuer of single sign-on in paths: `/v1/auth/callback/sso`. */
export const PROVIDER = 'sso';

/** Set by us on what it is given: the caller's address as Fastify knows it. */
export const ADDRESS_HEADER = 'x-sunlit-address';

/** It wants an e-mail address of everybody; `.invalid` is nobody's (RFC 6761 §6.4). */
export const MAIL_DOMAIN = 'staff.invalid';

/** Whom a call of it has signed in. */
export const signingIn = new AsyncLocalStorage<{ personId?: string }>();
