import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { DISCLOSURE_KINDS } from './kinds.ts';
import { operation } from './operation.ts';
import { AgencyId, Day, Line, Ulid, closed, paging } from './schema.ts';

export const TERM_UNITS = ['workdays', 'calendar-days'] as const;

/** A period of the law: how long, from which day, by which article. */
export const DueTerm = closed(
  {
    length: Type.Integer({ minimum: 0 }),
    unit: Type.Enum(TERM_UNITS),
    from: Day,
    article: Line(60),
    provisional: Type.Boolean({ description: 'Some year on the way has no announced calendar yet.' }),
  },
  { title: 'DueTerm', description: 'Of workdays, `calendar.due` with `from` and `length` answers every day counted or skipped.' },
);
export type DueTerm = Static<typeof DueTerm>;

const common = {
  agency: AgencyRef,
  kind: Type.Enum(DISCLOSURE_KINDS),
  title: Type.String({ maxLength: 300 }),
  due: Day,
  left: Type.Integer({ description: 'Workdays left from today; below zero, workdays too late. Of something published late: how late it was.' }),
};

/** What must be seen to. */
export const DueItem = Type.Union(
  [
    closed({ type: Type.Literal('draft'), draftId: Ulid, ...common, term: DueTerm }, { description: 'Not published yet.' }),
    closed({ type: Type.Literal('period'), disclosureId: Ulid, ...common }, { description: 'A periodic disclosure (定期公开) whose next issue is due and not there.' }),
    closed({ type: Type.Literal('stage'), disclosureId: Ulid, ...common }, { description: 'A staged disclosure (分阶段公开) whose next stage is due.' }),
    closed({ type: Type.Literal('exemption'), disclosureId: Ulid, ...common }, { description: 'Something of it is withheld, and to be looked at again (Reg. 18).' }),
    closed({ type: Type.Literal('late'), disclosureId: Ulid, ...common, term: DueTerm, publishedOn: Day }, { description: 'Published after it was due, within the last year.' }),
  ],
  { title: 'DueItem' },
);
export type DueItem = Static<typeof DueItem>;
export const DUE_TYPES = ['draft', 'period', 'stage', 'exemption', 'late'] as const;
export type DueType = (typeof DUE_TYPES)[number];

export const listDue = operation({
  id: 'due.list',
  method: 'GET',
  path: '/v1/due',
  summary: 'What is due and what was late in the caller’s agencies, earliest first',
  description: 'Periods, stages and exemptions are named from 31 days before they fall due.',
  access: { permission: 'drafts.read', of: 'any' },
  query: closed({ agency: Type.Optional(AgencyId), type: Type.Optional(Type.Enum(DUE_TYPES)), ...paging }),
  responses: { 200: closed({ items: Type.Array(DueItem), next: Type.Optional(Type.String()) }, { title: 'DuePage' }) },
});
