import { Type, type Static } from 'typebox';
import { Attachment, CARRIERS } from './disclosures.ts';
import { PersonRef } from './drafts.ts';
import { operation } from './operation.ts';
import { AgencyId, Day, Line, Moment, Sha256, Text, Ulid, closed } from './schema.ts';

/**
 * What a file is uploaded for: to be attached and published, as evidence of a posting elsewhere, or as the original of which
 * only a redacted copy may be published. Only attachments are ever public; the other two stay as they are, for staff.
 */
export const FILE_PURPOSES = ['attachment', 'evidence', 'original'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** What is taken out of a file before it can be published, because it tells of people and places and not of the matter. */
export const REMOVED_TRACES = ['author', 'organisation', 'place', 'camera', 'times', 'comment', 'keywords', 'software', 'preview', 'path', 'history', 'other'] as const;
export type RemovedTrace = (typeof REMOVED_TRACES)[number];

/** What only a person can judge: it is part of the text, or taking it out would break the file. */
export const FILE_WARNINGS = [
  'annotations', 'comments', 'tracked-changes', 'hidden-sheets', 'hidden-slides', 'hidden-text', 'notes', 'embedded-files', 'scripts', 'external-links',
  'signed', 'old-format', 'archive-contents', 'original-public',
] as const;
export type FileWarningCode = (typeof FILE_WARNINGS)[number];

/** A file that was uploaded, as it can be attached: name, media type, size and SHA-256 of the copy that may be published. */
export const UploadedFile = closed(
  {
    ...Attachment.properties,
    agencyId: AgencyId,
    purpose: Type.Enum(FILE_PURPOSES),
    originalSha256: Sha256,
    redactionOf: Type.Optional(Sha256),
    removed: Type.Array(Type.Enum(REMOVED_TRACES)),
    warnings: Type.Array(closed({ code: Type.Enum(FILE_WARNINGS), detail: Type.String({ description: 'What to look at, in the language of the caller.' }) })),
    by: PersonRef,
    at: Moment,
  },
  { title: 'UploadedFile', description: '`originalSha256` is of what was sent: the same as `sha256` when nothing had to be removed.' },
);
export type UploadedFile = Static<typeof UploadedFile>;

export const createFile = operation({
  id: 'files.create',
  method: 'POST',
  path: '/v1/files',
  summary: 'Upload a file; what kind it is, its content says',
  description:
    'The bytes are the body. An attachment is answered as it will be published, without traces of its authors. ' +
    '`redactionOf` names the file of which this is the public copy; that one can no longer be attached. ' +
    'The same bytes under the same name are kept once, so a call may be repeated.',
  access: { permission: 'files.write', of: 'query' },
  query: closed({
    agency: AgencyId,
    purpose: Type.Enum(FILE_PURPOSES),
    name: Attachment.properties.name,
    redactionOf: Type.Optional(Sha256),
  }),
  body: Type.String({ format: 'binary' }),
  bodyMedia: 'application/octet-stream',
  responses: { 200: UploadedFile },
});

export const getFile = operation({
  id: 'files.get',
  method: 'GET',
  path: '/v1/files/{sha256}',
  summary: 'Download a file of an agency, also one that is not public, by its own SHA-256 or that of its original',
  access: { permission: 'drafts.read', of: 'query' },
  recorded: true,
  params: closed({ sha256: Sha256 }),
  query: closed({ agency: AgencyId }),
  responses: { 200: Type.String({ format: 'binary' }) },
  media: 'application/octet-stream',
});

const posting = {
  carrier: Type.Enum(CARRIERS),
  place: Line(200),
  postedOn: Day,
  takenAt: Type.Optional(Moment),
  note: Type.Optional(Text(1000)),
};

/** An original or a photograph that proves a posting on paper or a screen. Never changed, never removed, never public. */
export const Evidence = closed(
  {
    no: Type.Integer({ minimum: 1 }),
    ...posting,
    file: Attachment,
    by: PersonRef,
    at: Moment,
  },
  { title: 'Evidence' },
);
export type Evidence = Static<typeof Evidence>;

export const listEvidence = operation({
  id: 'evidence.list',
  method: 'GET',
  path: '/v1/disclosures/{id}/evidence',
  summary: 'Evidence that a disclosure was posted elsewhere, oldest first',
  access: { permission: 'drafts.read', of: 'disclosure' },
  params: closed({ id: Ulid }),
  responses: { 200: closed({ items: Type.Array(Evidence) }, { title: 'EvidenceList' }) },
});

export const createEvidence = operation({
  id: 'evidence.create',
  method: 'POST',
  path: '/v1/disclosures/{id}/evidence',
  summary: 'Record where and when a disclosure was posted, with a file uploaded as evidence',
  access: { permission: 'files.write', of: 'disclosure' },
  creates: true,
  params: closed({ id: Ulid }),
  body: closed({ ...posting, sha256: Sha256 }, { title: 'NewEvidence' }),
  responses: { 200: Evidence },
});
