import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { DisclosureContent } from './disclosures.ts';
import { DueTerm } from './due.ts';
import { DISCLOSURE_KINDS } from './kinds.ts';
import { operation } from './operation.ts';
import { AgencyId, Day, FieldError, Line, Moment, Text, Ulid, closed, paging } from './schema.ts';

/**
 * Where a draft stands: written, under secrecy review (Reg. 17), referred to the secrecy authority because the agency could not
 * decide, returned to its author, approved (with a day: waiting for it), published, or given up.
 */
export const DRAFT_STATES = ['draft', 'review', 'referred', 'returned', 'approved', 'published', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** What can be done with a draft, each an operation of its own with its own permission. */
export const DRAFT_COMMANDS = ['submit', 'recall', 'refer', 'return', 'approve', 'publish', 'schedule', 'discard'] as const;
export type DraftCommand = (typeof DRAFT_COMMANDS)[number];

/** 不予公开的依据 (Reg. 14 to 16): three grounds that forbid, one that protects others, three that allow withholding. */
export const EXEMPTIONS = ['E14_SECRET', 'E14_LAW', 'E14_SAFETY', 'E15_THIRD', 'E16_INTERNAL', 'E16_PROCESS', 'E16_CASEFILE'] as const;
export type Exemption = (typeof EXEMPTIONS)[number];

/** What is kept back from a text that is otherwise published, on which ground, and when to look again (Reg. 18, 37). */
export const Withheld = closed(
  { what: Line(500), ground: Type.Enum(EXEMPTIONS), reason: Line(500), nextReviewOn: Day },
  { title: 'Withheld' },
);
export type Withheld = Static<typeof Withheld>;

/** The questions of the secrecy review, each answered by the reviewer (Reg. 17). */
export const REVIEW_CHECKS = ['no-state-secret', 'no-personal-data', 'no-trade-secret', 'safe', 'accurate'] as const;
export type ReviewCheck = (typeof REVIEW_CHECKS)[number];

/** A member of staff as they are shown: by post, and the name they gave themselves. */
export const PersonRef = closed({ id: Type.String({ minLength: 1, maxLength: 64 }), name: Line(60), post: Line(60) }, { title: 'PersonRef' });
export type PersonRef = Static<typeof PersonRef>;

/** What is being written: of one agency and kind, and otherwise perhaps not finished. */
export const DraftContent = Type.Object(
  { agencyId: AgencyId, kind: Type.Enum(DISCLOSURE_KINDS), title: Type.Optional(Type.String({ maxLength: 300 })) },
  { title: 'DraftContent', additionalProperties: true, description: 'A DisclosureContent that need not be complete yet; `problems` says what is missing.' },
);
export type DraftContent = Static<typeof DraftContent>;

/** One step in the life of a draft. */
export const DraftEvent = closed(
  {
    type: Type.Enum(['created', 'saved', ...DRAFT_COMMANDS]),
    at: Moment,
    by: Type.Optional(PersonRef),
    note: Type.Optional(Text(1000)),
    checks: Type.Optional(Type.Array(Type.Enum(REVIEW_CHECKS))),
    on: Type.Optional(Day),
  },
  { title: 'DraftEvent', description: 'Without `by`, the system itself did it, on the day that had been set. `on`: the day that `schedule` set; without it, it was unset.' },
);
export type DraftEvent = Static<typeof DraftEvent>;

const shown = {
  id: Ulid,
  state: Type.Enum(DRAFT_STATES),
  version: Type.Integer({ minimum: 1, description: 'Rises with every save and step; send it back to say which one you saw.' }),
  agency: AgencyRef,
  kind: Type.Enum(DISCLOSURE_KINDS),
  title: Type.String({ maxLength: 300 }),
  amends: Type.Optional(Ulid),
  author: PersonRef,
  updatedAt: Moment,
  publishOn: Type.Optional(Day),
  dueOn: Type.Optional(Day),
  disclosureId: Type.Optional(Ulid),
};

export const DraftSummary = closed(shown, { title: 'DraftSummary', description: '`dueOn`: the last day to publish by the kind’s own term, where the day it was formed is known.' });
export type DraftSummary = Static<typeof DraftSummary>;

export const Draft = closed(
  {
    ...shown,
    content: DraftContent,
    reason: Type.Optional(Line(500)),
    withheld: Type.Array(Withheld),
    problems: Type.Array(FieldError, { description: 'What must be mended before it can be submitted, with JSON pointers into the draft.' }),
    commands: Type.Array(Type.Enum(DRAFT_COMMANDS), { description: 'What the caller may do with it now.' }),
    term: Type.Optional(DueTerm),
    events: Type.Array(DraftEvent, { description: 'Oldest first.' }),
  },
  { title: 'Draft' },
);
export type Draft = Static<typeof Draft>;

const written = {
  content: DraftContent,
  reason: Type.Optional(Line(500)),
  withheld: Type.Optional(Type.Array(Withheld, { maxItems: 20 })),
};
const id = closed({ id: Ulid });
const seen = { version: Type.Integer({ minimum: 1 }) };

export const listDrafts = operation({
  id: 'drafts.list',
  method: 'GET',
  path: '/v1/drafts',
  summary: 'Drafts of the caller’s agencies, most urgent first; published and discarded ones newest first',
  access: { permission: 'drafts.read', of: 'any' },
  query: closed({
    agency: Type.Optional(AgencyId),
    state: Type.Optional(Type.Enum(DRAFT_STATES, { description: 'Without it: all that are neither published nor discarded.' })),
    waiting: Type.Optional(Type.Boolean({ description: 'Only what waits for the caller: their own to finish, others’ to review, approved ones without a day to publish.' })),
    ...paging,
  }),
  responses: { 200: closed({ items: Type.Array(DraftSummary), next: Type.Optional(Type.String()) }, { title: 'DraftPage' }) },
});

export const createDraft = operation({
  id: 'drafts.create',
  method: 'POST',
  path: '/v1/drafts',
  summary: 'Begin a draft, of something new or of an amendment',
  description: 'With `amends`, the content must stay of the same agency and kind, and `reason` becomes public with the revision.',
  access: { permission: 'drafts.write', of: 'body' },
  creates: true,
  body: closed({ ...written, amends: Type.Optional(Ulid) }, { title: 'NewDraft' }),
  responses: { 200: Draft },
});

export const getDraft = operation({
  id: 'drafts.get',
  method: 'GET',
  path: '/v1/drafts/{id}',
  summary: 'One draft with its steps and what may be done next',
  access: { permission: 'drafts.read', of: 'draft' },
  params: id,
  responses: { 200: Draft },
});

export const saveDraft = operation({
  id: 'drafts.save',
  method: 'PUT',
  path: '/v1/drafts/{id}',
  summary: 'Save a draft; 409 with the present one when it was changed in between',
  access: { permission: 'drafts.write', of: 'draft' },
  params: id,
  body: closed({ ...written, ...seen }, { title: 'DraftChange' }),
  responses: { 200: Draft },
});

/** A step without further statements. */
function step<const C extends DraftCommand, const P extends 'drafts.write' | 'drafts.review' | 'drafts.publish'>(command: C, permission: P, summary: string) {
  return operation({
    id: `drafts.${command}`,
    method: 'POST',
    path: `/v1/drafts/{id}/${command}`,
    summary,
    access: { permission, of: 'draft' },
    params: id,
    body: closed({ ...seen, note: Type.Optional(Text(1000)) }, { title: 'DraftStep' }),
    responses: { 200: Draft },
  });
}

export const submitDraft = step('submit', 'drafts.write', 'Send a complete draft to secrecy review (Reg. 17)');
export const recallDraft = step('recall', 'drafts.write', 'Take a draft back to go on writing');
export const referDraft = step('refer', 'drafts.review', 'Refer to the secrecy authority what the agency cannot decide (Reg. 17)');
export const discardDraft = step('discard', 'drafts.write', 'Give a draft up; it stays on record');
export const publishDraft = step('publish', 'drafts.publish', 'Publish an approved draft now');

export const returnDraft = operation({
  id: 'drafts.return',
  method: 'POST',
  path: '/v1/drafts/{id}/return',
  summary: 'Return a draft to its author with what must be mended',
  access: { permission: 'drafts.review', of: 'draft' },
  params: id,
  body: closed({ ...seen, note: Text(1000, 1) }, { title: 'DraftReturn' }),
  responses: { 200: Draft },
});

export const approveDraft = operation({
  id: 'drafts.approve',
  method: 'POST',
  path: '/v1/drafts/{id}/approve',
  summary: 'Record that the secrecy review is passed; never by the author',
  access: { permission: 'drafts.review', of: 'draft' },
  params: id,
  body: closed({ ...seen, checks: Type.Array(Type.Enum(REVIEW_CHECKS), { maxItems: REVIEW_CHECKS.length }), note: Type.Optional(Text(1000)) }, { title: 'DraftApproval' }),
  responses: { 200: Draft },
});

export const scheduleDraft = operation({
  id: 'drafts.schedule',
  method: 'POST',
  path: '/v1/drafts/{id}/schedule',
  summary: 'Set the day on which an approved draft is published; without `on`, unset it',
  access: { permission: 'drafts.publish', of: 'draft' },
  params: id,
  body: closed({ ...seen, on: Type.Optional(Day) }, { title: 'DraftSchedule' }),
  responses: { 200: Draft },
});

export const withdrawDisclosure = operation({
  id: 'disclosures.withdraw',
  method: 'POST',
  path: '/v1/disclosures/{id}/withdraw',
  summary: 'Withdraw a disclosure; a tombstone says when, on what ground, who decided, what stands in its place',
  access: { permission: 'drafts.publish', of: 'disclosure' },
  params: id,
  body: closed({ ground: Line(500), decidedBy: Line(100), replacedBy: Type.Optional(Ulid) }, { title: 'Withdrawal' }),
  responses: { 200: closed({ id: Ulid }, { title: 'Withdrawn' }) },
});

export const repealDisclosures = operation({
  id: 'disclosures.repeal',
  method: 'POST',
  path: '/v1/agencies/{id}/repeals',
  summary: 'Repeal texts of one agency in a batch (清理): all of them or none; they stay readable',
  access: { permission: 'drafts.publish', of: 'agency' },
  params: closed({ id: AgencyId }),
  body: closed({ ids: Type.Array(Ulid, { minItems: 1, maxItems: 200, uniqueItems: true }), on: Day, reason: Line(500) }, { title: 'Repeal' }),
  responses: { 200: closed({ ids: Type.Array(Ulid) }, { title: 'Repealed' }) },
});

export const getContent = operation({
  id: 'disclosures.content',
  method: 'GET',
  path: '/v1/disclosures/{id}/content',
  summary: 'The content of a published disclosure as it is written, to begin an amendment from',
  access: { permission: 'drafts.read', of: 'disclosure' },
  params: id,
  responses: { 200: DisclosureContent },
});
