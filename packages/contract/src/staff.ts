import { Type, type Static } from 'typebox';
import { PERMISSIONS, ROLES } from './access.ts';
import { AgencyRef } from './agencies.ts';
import { PersonRef } from './drafts.ts';
import { operation } from './operation.ts';
import { AgencyId, Line, Moment, closed, paging } from './schema.ts';

const PersonId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[\\w-]+$' });

/** A role for an agency and everything below it. */
export const Grant = closed({ agencyId: AgencyId, role: Type.Enum(ROLES) }, { title: 'Grant' });
export type Grant = Static<typeof Grant>;

/** Who is signed in, and what they may do where. */
export const Me = closed(
  {
    ...PersonRef.properties,
    username: Line(60),
    grants: Type.Array(closed({ agency: AgencyRef, role: Type.Enum(ROLES) })),
    permissions: Type.Array(Type.Enum(PERMISSIONS), { description: 'Held for at least one agency.' }),
    twoFactor: Type.Boolean(),
    mustChangePassword: Type.Boolean({ description: 'Nothing else can be called before the first password was changed at `/v1/auth/change-password`.' }),
  },
  { title: 'Me' },
);
export type Me = Static<typeof Me>;

export const Person = closed(
  {
    ...PersonRef.properties,
    username: Line(60),
    grants: Type.Array(Grant),
    disabled: Type.Boolean(),
    twoFactor: Type.Boolean(),
    lastSeenAt: Type.Optional(Moment),
  },
  { title: 'Person' },
);
export type Person = Static<typeof Person>;

const Username = Type.String({ minLength: 3, maxLength: 30, pattern: '^[a-z0-9][a-z0-9._-]*$' });

export const me = operation({
  id: 'staff.me',
  method: 'GET',
  path: '/v1/staff/me',
  summary: 'Who is signed in, with roles and permissions',
  access: 'staff',
  responses: { 200: Me },
});

export const listStaff = operation({
  id: 'staff.list',
  method: 'GET',
  path: '/v1/staff',
  summary: 'People with a role in the caller’s agencies',
  access: { permission: 'staff.read', of: 'any' },
  recorded: true,
  query: closed({ ...paging }),
  responses: { 200: closed({ items: Type.Array(Person), next: Type.Optional(Type.String()) }, { title: 'PersonPage' }) },
});

export const createPerson = operation({
  id: 'staff.create',
  method: 'POST',
  path: '/v1/staff',
  summary: 'Add a person with a role; they sign in with the first password and must change it',
  access: { permission: 'staff.write', of: 'body' },
  creates: true,
  body: closed({ username: Username, name: Line(60), post: Line(60), agencyId: AgencyId, role: Type.Enum(ROLES), password: Type.String({ minLength: 12, maxLength: 128 }) }, { title: 'NewPerson' }),
  responses: { 200: Person },
});

export const grantRole = operation({
  id: 'staff.grant',
  method: 'POST',
  path: '/v1/staff/{id}/grants',
  summary: 'Give a person a role for an agency and everything below it',
  access: { permission: 'staff.write', of: 'body' },
  params: closed({ id: PersonId }),
  body: Grant,
  responses: { 200: Person },
});

export const revokeRole = operation({
  id: 'staff.revoke',
  method: 'POST',
  path: '/v1/staff/{id}/revocations',
  summary: 'Take a role away; what the person has open ends at once',
  access: { permission: 'staff.write', of: 'body' },
  params: closed({ id: PersonId }),
  body: Grant,
  responses: { 200: Person },
});

export const disablePerson = operation({
  id: 'staff.disable',
  method: 'POST',
  path: '/v1/staff/{id}/disable',
  summary: 'Lock a person out and end their sessions and tokens',
  access: { permission: 'staff.write', of: 'person' },
  params: closed({ id: PersonId }),
  body: closed({ disabled: Type.Boolean() }, { title: 'Disabling' }),
  responses: { 200: Person },
});

export const resetPerson = operation({
  id: 'staff.reset',
  method: 'POST',
  path: '/v1/staff/{id}/password',
  summary: 'Give a person a new first password, who forgot theirs or lost the second factor',
  description: 'Second factors, sessions and tokens end; the password must be changed at the next sign-in.',
  access: { permission: 'staff.write', of: 'person' },
  params: closed({ id: PersonId }),
  body: closed({ password: Type.String({ minLength: 12, maxLength: 128 }) }, { title: 'NewPassword' }),
  responses: { 200: Person },
});

/** What stays visible of a token for another program; its secret is shown once. */
export const Token = closed(
  { id: PersonId, label: Line(100), agencyId: AgencyId, permissions: Type.Array(Type.Enum(PERMISSIONS), { minItems: 1 }), createdAt: Moment, expiresAt: Moment, lastUsedAt: Type.Optional(Moment) },
  { title: 'Token' },
);
export type Token = Static<typeof Token>;

export const listTokens = operation({
  id: 'tokens.list',
  method: 'GET',
  path: '/v1/tokens',
  summary: 'The caller’s own tokens for other programs',
  access: 'staff',
  responses: { 200: closed({ items: Type.Array(Token) }, { title: 'TokenList' }) },
});

export const createToken = operation({
  id: 'tokens.create',
  method: 'POST',
  path: '/v1/tokens',
  summary: 'A token with some of the caller’s own permissions for one agency; the secret is answered once',
  access: 'staff',
  creates: true,
  body: closed({ label: Line(100), agencyId: AgencyId, permissions: Token.properties.permissions, days: Type.Integer({ minimum: 1, maximum: 366 }) }, { title: 'NewToken' }),
  responses: { 200: closed({ token: Token, secret: Type.String() }, { title: 'TokenSecret' }) },
});

export const revokeToken = operation({
  id: 'tokens.revoke',
  method: 'DELETE',
  path: '/v1/tokens/{id}',
  summary: 'End a token of the caller at once',
  access: 'staff',
  params: closed({ id: PersonId }),
  responses: { 200: closed({ id: PersonId }, { title: 'TokenRevoked' }) },
});
