import { Type, type Static } from 'typebox';
import { AgencyId, Line, Link, Sha256, Text, closed, paging } from './schema.ts';
import { operation } from './operation.ts';

/** 市 / 区县 / 乡镇街道 / 社区村. */
export const AGENCY_LEVELS = ['city', 'county', 'township', 'village'] as const;
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

/**
 * What an agency is. Authorised organisations are bound like departments (Reg. 54), public utilities by the rules of
 * their sector (Reg. 55), village committees by 村委会组织法 30.
 */
export const AGENCY_KINDS = ['government', 'department', 'authorised', 'utility', 'committee'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** A leader is shown by post and portfolio; the name is the agency's to add. */
export const Leader = closed(
  {
    post: Line(60),
    name: Type.Optional(Line(60)),
    portfolio: Type.Optional(Line(300)),
    phone: Type.Optional(Line(40)),
  },
  { title: 'Leader' },
);
export type Leader = Static<typeof Leader>;

export const VENUE_TYPES = ['hall', 'archive', 'library', 'reading-room', 'notice-board', 'touch-screen', 'intake-point'] as const;

/** Where a person can read on paper or on a screen (Reg. 25). */
export const Venue = closed(
  {
    type: Type.Enum(VENUE_TYPES),
    name: Line(100),
    address: Line(200),
    hours: Type.Optional(Line(200)),
    equipment: Type.Optional(Type.Array(Line(60), { maxItems: 20 })),
  },
  { title: 'Venue' },
);
export type Venue = Static<typeof Venue>;

export const Phone = closed({ label: Line(40), number: Line(40) }, { title: 'Phone' });

/** An internal office (股室) and what it does for the public. */
export const Office = closed({ name: Line(60), duties: Line(400), phone: Type.Optional(Line(40)), place: Type.Optional(Line(100)) }, { title: 'Office' });

export const AgencyRef = closed({ id: AgencyId, name: Line(100) }, { title: 'AgencyRef' });
export type AgencyRef = Static<typeof AgencyRef>;

/** What an agency enters about itself (Reg. 12, 20(2)). */
export const AgencyContent = closed(
  {
    id: AgencyId,
    parentId: Type.Optional(AgencyId),
    level: Type.Enum(AGENCY_LEVELS),
    kind: Type.Enum(AGENCY_KINDS),
    name: Line(100),
    shortName: Type.Optional(Line(40)),
    duties: Type.Optional(Text(4000)),
    address: Type.Optional(Line(200)),
    hours: Type.Optional(Line(200)),
    phones: Type.Array(Phone, { maxItems: 20 }),
    email: Type.Optional(Line(100)),
    website: Type.Optional(Link),
    leaders: Type.Array(Leader, { maxItems: 40 }),
    offices: Type.Array(Office, { maxItems: 60 }),
    venues: Type.Array(Venue, { maxItems: 40 }),
  },
  { title: 'AgencyContent' },
);
export type AgencyContent = Static<typeof AgencyContent>;

export const AgencySummary = closed(
  {
    id: AgencyId,
    parentId: Type.Optional(AgencyId),
    level: Type.Enum(AGENCY_LEVELS),
    kind: Type.Enum(AGENCY_KINDS),
    name: Line(100),
    shortName: Type.Optional(Line(40)),
    children: Type.Integer({ minimum: 0, description: 'Agencies directly below.' }),
    disclosures: Type.Integer({ minimum: 0, description: 'Published disclosures of this agency and all below it.' }),
  },
  { title: 'AgencySummary' },
);
export type AgencySummary = Static<typeof AgencySummary>;

export const Agency = closed(
  {
    ...AgencyContent.properties,
    children: AgencySummary.properties.children,
    disclosures: AgencySummary.properties.disclosures,
    path: Type.Array(AgencyRef, { description: 'From the top of the tree down to this agency, itself last.' }),
  },
  { title: 'Agency' },
);
export type Agency = Static<typeof Agency>;

const AgencyParams = closed({ id: AgencyId });

export const listAgencies = operation({
  id: 'agencies.list',
  method: 'GET',
  path: '/v1/agencies',
  summary: 'Agencies directly below one agency, in the tree’s own order',
  description: 'Without `parent`, the agencies at the top of the tree.',
  access: 'public',
  query: closed({ parent: Type.Optional(AgencyId), ...paging }),
  responses: { 200: closed({ items: Type.Array(AgencySummary), next: Type.Optional(Type.String()) }, { title: 'AgencyList' }) },
});

export const getAgency = operation({
  id: 'agencies.get',
  method: 'GET',
  path: '/v1/agencies/{id}',
  summary: 'One agency: duties, address, hours, phones, leaders, offices, venues',
  access: 'public',
  params: AgencyParams,
  responses: { 200: Agency },
});

/** What an agency entered about itself, as it is written, with the mark of that writing. */
export const AgencyRecord = closed(
  { id: AgencyId, version: Sha256, content: AgencyContent },
  { title: 'AgencyRecord', description: '`version` changes with the content; a change names the one it was made from.' },
);
export type AgencyRecord = Static<typeof AgencyRecord>;

export const getAgencyContent = operation({
  id: 'agencies.content',
  method: 'GET',
  path: '/v1/agencies/{id}/content',
  summary: 'An agency as it is written, to change it from',
  access: { permission: 'agencies.write', of: 'agency' },
  params: AgencyParams,
  responses: { 200: AgencyRecord },
});

export const saveAgency = operation({
  id: 'agencies.save',
  method: 'PUT',
  path: '/v1/agencies/{id}',
  summary: 'Change an agency’s particulars; its place in the tree stays',
  description: 'Saved against an older `version` than the present one, it is `changed-meanwhile`, with the present record as `current`.',
  access: { permission: 'agencies.write', of: 'agency' },
  params: AgencyParams,
  body: closed({ version: Sha256, content: AgencyContent }, { title: 'AgencyChange' }),
  responses: { 200: AgencyRecord },
});

export const createAgency = operation({
  id: 'agencies.create',
  method: 'POST',
  path: '/v1/agencies',
  summary: 'Enter an agency below another, last among those there',
  access: { permission: 'agencies.write', of: 'above' },
  creates: true,
  body: closed({ ...AgencyContent.properties, parentId: AgencyId }, { title: 'NewAgency' }),
  responses: { 200: AgencyRecord },
});

export const moveAgency = operation({
  id: 'agencies.move',
  method: 'POST',
  path: '/v1/agencies/{id}/move',
  summary: 'Put an agency, with everything below it, below another one',
  description: 'What it published and who works there go with it. Roles held for the agencies above it hold no more; those held for its new ones do.',
  access: { permission: 'agencies.write', of: 'above' },
  params: AgencyParams,
  body: closed({ version: Sha256, parentId: AgencyId }, { title: 'AgencyMove' }),
  responses: { 200: AgencyRecord },
});
