import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { AgencyId, Line, Moment, closed, paging } from './schema.ts';

/** Who did what to which record when, and from where. Never changed, never removed. */
export const AuditEntry = closed(
  {
    no: Type.Integer({ minimum: 1 }),
    at: Moment,
    operation: Line(60),
    personId: Type.Optional(Type.String()),
    name: Type.Optional(Line(60)),
    post: Type.Optional(Line(60)),
    via: Type.Enum(['session', 'token', 'system']),
    agencyId: Type.Optional(AgencyId),
    subject: Type.Optional(Line(120)),
    outcome: Type.Enum(['done', 'refused']),
    address: Type.Optional(Line(64)),
    requestId: Type.Optional(Line(64)),
  },
  { title: 'AuditEntry' },
);
export type AuditEntry = Static<typeof AuditEntry>;

export const listAudit = operation({
  id: 'audit.list',
  method: 'GET',
  path: '/v1/audit',
  summary: 'The record of what staff did in the caller’s agencies, newest first',
  access: { permission: 'audit.read', of: 'any' },
  query: closed({
    agency: Type.Optional(AgencyId),
    person: Type.Optional(Type.String({ maxLength: 64 })),
    operation: Type.Optional(Type.String({ maxLength: 60 })),
    from: Type.Optional(Moment),
    to: Type.Optional(Moment),
    ...paging,
  }),
  responses: { 200: closed({ items: Type.Array(AuditEntry), next: Type.Optional(Type.String()) }, { title: 'AuditPage' }) },
});
