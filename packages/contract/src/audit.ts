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
    detail: Type.Optional(Line(1000)),
    outcome: Type.Enum(['done', 'refused']),
    address: Type.Optional(Line(64)),
    requestId: Type.Optional(Line(64)),
  },
  { title: 'AuditEntry' },
);
export type AuditEntry = Static<typeof AuditEntry>;

const filters = {
  agency: Type.Optional(AgencyId),
  person: Type.Optional(Type.String({ maxLength: 64 })),
  operation: Type.Optional(Type.String({ maxLength: 60 })),
  from: Type.Optional(Moment),
  to: Type.Optional(Moment),
};

export const listAudit = operation({
  id: 'audit.list',
  method: 'GET',
  path: '/v1/audit',
  summary: 'The record of what staff did in the caller’s agencies, newest first',
  description: '`agency` stands for itself and all below it; `from` is included, `to` is not.',
  access: { permission: 'audit.read', of: 'any' },
  recorded: true,
  query: closed({ ...filters, ...paging }),
  responses: { 200: closed({ items: Type.Array(AuditEntry), next: Type.Optional(Type.String()) }, { title: 'AuditPage' }) },
});

export const exportAudit = operation({
  id: 'audit.export',
  method: 'GET',
  path: '/v1/audit.csv',
  summary: 'The same record as a table (CSV), all of it',
  access: { permission: 'audit.read', of: 'any' },
  recorded: true,
  query: closed(filters),
  responses: { 200: Type.String() },
  media: 'text/csv',
});
