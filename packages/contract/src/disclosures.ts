import { Type, type Static, type TSchema } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { DISCLOSURE_KINDS, FIELDS, type DisclosureKind } from './kinds.ts';
import { operation } from './operation.ts';
import { AgencyId, CategoryId, Count, Day, Line, Link, Mark, Sha256, Text, Ulid, closed, paging } from './schema.ts';

/** 有效, 已修改, 失效, 废止. */
export const VALIDITIES = ['in-force', 'amended', 'expired', 'repealed'] as const;
export type Validity = (typeof VALIDITIES)[number];

/** How often a figure or account falls due. */
export const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** 长期, 定期, 分阶段, 临时公开: each has its own rule of when the next is due. */
export const OpenTerm = Type.Union(
  [
    closed({ term: Type.Literal('long-term') }),
    closed({ term: Type.Literal('periodic'), every: Type.Enum(PERIODS) }),
    closed({ term: Type.Literal('staged'), nextOn: Type.Optional(Day) }),
    closed({ term: Type.Literal('temporary'), until: Day }),
  ],
  { title: 'OpenTerm' },
);
export type OpenTerm = Static<typeof OpenTerm>;
export const OPEN_TERMS = ['long-term', 'periodic', 'staged', 'temporary'] as const;

/** Where else it was made public (国办发〔2019〕54号). */
export const CARRIERS = [
  'website', 'gazette', 'social-media', 'press-conference', 'broadcast', 'print', 'reading-point', 'service-hall', 'station',
  'visit', 'notice-board', 'screen', 'push', 'meeting', 'leaflet', 'other',
] as const;
export type Carrier = (typeof CARRIERS)[number];

export const Channel = closed({ carrier: Type.Enum(CARRIERS), on: Day, place: Type.Optional(Line(200)), quantity: Type.Optional(Line(60)) }, { title: 'Channel' });
export type Channel = Static<typeof Channel>;

/** A law, an article, or another disclosure that this one rests on. */
export const Basis = closed({ title: Line(200), article: Type.Optional(Line(60)), url: Type.Optional(Link), disclosureId: Type.Optional(Ulid) }, { title: 'Basis' });
export type Basis = Static<typeof Basis>;

/** A file of a disclosure; `name` is unique within it and never a path. */
export const Attachment = closed(
  {
    name: Type.String({ minLength: 1, maxLength: 180, pattern: '^[^/\\\\\\u0000-\\u001f\\u007f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+$' }),
    mediaType: Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]+$' }),
    size: Type.Integer({ minimum: 0, description: 'Bytes.' }),
    sha256: Sha256,
  },
  { title: 'Attachment' },
);
export type Attachment = Static<typeof Attachment>;

/** How one disclosure stands to another. */
export const LINK_TYPES = ['supersedes', 'clarifies', 'interprets'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

const authored = {
  agencyId: AgencyId,
  categoryId: CategoryId,
  title: Line(300),
  summary: Line(500),
  body: Text(400_000),
  docNo: Type.Optional(Line(80)),
  formedOn: Type.Optional(Day),
  effectiveOn: Type.Optional(Day),
  openTerm: OpenTerm,
  basis: Type.Array(Basis, { maxItems: 40 }),
  channels: Type.Array(Channel, { maxItems: 60 }),
  attachments: Type.Array(Attachment, { maxItems: 100 }),
  links: Type.Array(closed({ type: Type.Enum(LINK_TYPES), id: Ulid }), { maxItems: 40 }),
  note: Type.Optional(Line(1000)),
};

/** One object schema per kind: shared properties, `kind`, and the `fields` that go with it. */
function byKind<P extends Record<string, TSchema>>(shared: P, title: string) {
  const one = <K extends DisclosureKind>(kind: K) => closed({ ...shared, kind: Type.Literal(kind), fields: FIELDS[kind] });
  return Type.Union(
    [
      one('normative'), one('power'), one('service'), one('notice'), one('decision'), one('plan'), one('budget'), one('statistics'),
      one('project'), one('personnel'), one('meeting'), one('report'), one('institution'), one('clarification'),
    ],
    { title },
  );
}

/** What an officer writes: everything of a disclosure that the system does not add itself. `body` is Markdown. */
export const DisclosureContent = byKind(authored, 'DisclosureContent');
export type DisclosureContent = Static<typeof DisclosureContent>;

export const DisclosureRef = closed({ id: Ulid, title: Line(300), agency: AgencyRef, kind: Type.Enum(DISCLOSURE_KINDS), validity: Type.Enum(VALIDITIES) }, { title: 'DisclosureRef' });
export type DisclosureRef = Static<typeof DisclosureRef>;

/** One revision in the history of a disclosure. */
export const RevisionSummary = closed({ revision: Type.Integer({ minimum: 1 }), on: Day, reason: Type.Optional(Line(500)), title: Line(300) }, { title: 'RevisionSummary' });
export type RevisionSummary = Static<typeof RevisionSummary>;

const added = {
  id: Ulid,
  indexNo: Line(80),
  agency: AgencyRef,
  categoryName: Line(100),
  publishedOn: Day,
  repealedOn: Type.Optional(Day),
  validity: Type.Enum(VALIDITIES),
  revision: Type.Integer({ minimum: 1 }),
  nextDueOn: Type.Optional(Day),
  nextMissed: Type.Optional(Type.Literal(true, { description: 'The next issue of a periodic disclosure was due before today and is not there. Said only where the server is set to.' })),
  chain: closed(
    {
      supersedes: Type.Array(DisclosureRef),
      supersededBy: Type.Array(DisclosureRef),
      clarifies: Type.Array(DisclosureRef),
      clarifiedBy: Type.Array(DisclosureRef),
      interprets: Type.Array(DisclosureRef),
      interpretedBy: Type.Array(DisclosureRef),
      revisions: Type.Array(RevisionSummary, { description: 'Oldest first; the last is the present one.' }),
    },
    { title: 'Chain' },
  ),
};

/** A disclosure as the public reads it, current revision. */
export const PublishedDisclosure = byKind({ state: Type.Literal('published'), ...authored, ...added }, 'PublishedDisclosure');
export type PublishedDisclosure = Static<typeof PublishedDisclosure>;

/** What stays when a disclosure is withdrawn: that it was there, since when it is not, on what ground, who decided. */
export const WithdrawnDisclosure = closed(
  {
    state: Type.Literal('withdrawn'),
    id: Ulid,
    indexNo: Line(80),
    agency: AgencyRef,
    title: Line(300),
    publishedOn: Day,
    withdrawnOn: Day,
    ground: Line(500),
    decidedBy: Line(100),
    replacedBy: Type.Optional(DisclosureRef),
  },
  { title: 'WithdrawnDisclosure' },
);
export type WithdrawnDisclosure = Static<typeof WithdrawnDisclosure>;

export const Disclosure = Type.Union([PublishedDisclosure, WithdrawnDisclosure], { title: 'Disclosure' });
export type Disclosure = Static<typeof Disclosure>;

/** One earlier or present revision in full. */
export const Revision = closed({ revision: Type.Integer({ minimum: 1 }), on: Day, reason: Type.Optional(Line(500)), content: DisclosureContent }, { title: 'Revision' });
export type Revision = Static<typeof Revision>;

/** A row of a listing. `match` is there when a query was given. */
export const DisclosureSummary = closed(
  {
    id: Ulid,
    indexNo: Line(80),
    kind: Type.Enum(DISCLOSURE_KINDS),
    title: Line(300),
    summary: Line(500),
    agency: AgencyRef,
    categoryId: CategoryId,
    docNo: Type.Optional(Line(80)),
    publishedOn: Day,
    validity: Type.Enum(VALIDITIES),
    openTerm: Type.Enum(OPEN_TERMS),
    revision: Type.Integer({ minimum: 1 }),
    match: Type.Optional(
      closed({
        tier: Type.Enum(['title', 'mixed', 'body', 'pinyin']),
        title: Type.Array(Mark, { description: 'What to highlight in `title`.' }),
        snippet: closed({ text: Type.String(), marks: Type.Array(Mark) }),
      }),
    ),
  },
  { title: 'DisclosureSummary' },
);
export type DisclosureSummary = Static<typeof DisclosureSummary>;

const facet = <V extends TSchema>(value: V) => Type.Array(closed({ value, count: Type.Integer({ minimum: 0 }) }));

/** How many rows each further choice would leave. `agency` counts whole subtrees of the agencies directly below the chosen one. */
export const Facets = closed(
  {
    agency: Type.Array(closed({ value: AgencyId, name: Line(100), count: Type.Integer({ minimum: 0 }) })),
    category: facet(CategoryId),
    kind: facet(Type.Enum(DISCLOSURE_KINDS)),
    year: facet(Type.Integer()),
    validity: facet(Type.Enum(VALIDITIES)),
    relation: Type.Enum(['eq', 'gte']),
  },
  { title: 'Facets', description: 'Counts obey every filter of the query except their own dimension’s; `relation` as in Count.' },
);
export type Facets = Static<typeof Facets>;

export const SORTS = ['relevance', 'newest', 'agency'] as const;
export type Sort = (typeof SORTS)[number];

const filters = {
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Words to find; every word must be there. From one Chinese character up; pinyin and initials match titles.' })),
  agency: Type.Optional(AgencyId),
  scope: Type.Optional(Type.Enum(['subtree', 'only'], { default: 'subtree', description: 'With all agencies below the chosen one, or without.' })),
  category: Type.Optional(CategoryId),
  kind: Type.Optional(Type.Enum(DISCLOSURE_KINDS)),
  year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2200, description: 'Year of publication.' })),
  validity: Type.Optional(Type.Enum(VALIDITIES)),
  openTerm: Type.Optional(Type.Enum(OPEN_TERMS)),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
};

export const DisclosureQuery = closed({
  ...filters,
  sort: Type.Optional(Type.Enum(SORTS, { description: 'Default: `relevance` with a query, else `newest`. `relevance` needs a query.' })),
  facets: Type.Optional(Type.Boolean({ default: false })),
  ...paging,
});
export type DisclosureQuery = Static<typeof DisclosureQuery>;
export type DisclosureFilters = Omit<DisclosureQuery, 'sort' | 'facets' | 'cursor' | 'limit'>;

export const DisclosurePage = closed(
  {
    items: Type.Array(DisclosureSummary),
    next: Type.Optional(Type.String()),
    total: Count,
    facets: Type.Optional(Facets),
    search: Type.Optional(
      closed(
        { terms: Type.Array(Type.String()), near: Type.Array(DisclosureRef) },
        { description: 'What was searched for; `near` proposes titles when nothing was found.' },
      ),
    ),
  },
  { title: 'DisclosurePage' },
);
export type DisclosurePage = Static<typeof DisclosurePage>;

const DisclosureParams = closed({ id: Ulid });

export const listDisclosures = operation({
  id: 'disclosures.list',
  method: 'GET',
  path: '/v1/disclosures',
  summary: 'Find disclosures: full text, filters, facets, keyset paging',
  access: 'public',
  query: DisclosureQuery,
  responses: { 200: DisclosurePage },
});

export const getDisclosure = operation({
  id: 'disclosures.get',
  method: 'GET',
  path: '/v1/disclosures/{id}',
  summary: 'One disclosure with its chain, or the tombstone of a withdrawn one',
  access: 'public',
  params: DisclosureParams,
  responses: { 200: Disclosure },
});

export const getRevision = operation({
  id: 'disclosures.revision',
  method: 'GET',
  path: '/v1/disclosures/{id}/revisions/{revision}',
  summary: 'One revision in full, to read or to compare',
  access: 'public',
  params: closed({ id: Ulid, revision: Type.Integer({ minimum: 1, maximum: 100_000 }) }),
  responses: { 200: Revision },
});

export const getAttachment = operation({
  id: 'disclosures.attachment',
  method: 'GET',
  path: '/v1/disclosures/{id}/attachments/{name}',
  summary: 'Download one file of a published disclosure',
  access: 'public',
  params: closed({ id: Ulid, name: Type.String({ minLength: 1, maxLength: 180 }) }),
  responses: { 200: Type.String({ format: 'binary' }) },
  media: 'application/octet-stream',
});

const FeedQuery = closed({ ...filters, lang: Type.Optional(Type.Enum(['zh-CN', 'zh-Hant', 'en'])) });

export const atomFeed = operation({
  id: 'feeds.atom',
  method: 'GET',
  path: '/v1/feeds/disclosures.atom',
  summary: 'The newest 50 of any listing as Atom (RFC 4287)',
  access: 'public',
  query: FeedQuery,
  responses: { 200: Type.String() },
  media: 'application/atom+xml',
});

export const jsonFeed = operation({
  id: 'feeds.json',
  method: 'GET',
  path: '/v1/feeds/disclosures.json',
  summary: 'The newest 50 of any listing as JSON Feed 1.1',
  access: 'public',
  query: FeedQuery,
  responses: { 200: Type.Object({ version: Type.Literal('https://jsonfeed.org/version/1.1'), title: Type.String(), items: Type.Array(Type.Object({ id: Type.String() })) }, { title: 'JsonFeed' }) },
  media: 'application/feed+json',
});

/** A proposal while typing. */
export const Suggestion = Type.Union(
  [
    closed({ type: Type.Literal('disclosure'), id: Ulid, text: Line(300), agency: AgencyRef, marks: Type.Array(Mark) }),
    closed({ type: Type.Literal('agency'), id: AgencyId, text: Line(100), marks: Type.Array(Mark) }),
  ],
  { title: 'Suggestion' },
);
export type Suggestion = Static<typeof Suggestion>;

export const suggest = operation({
  id: 'suggestions.list',
  method: 'GET',
  path: '/v1/suggest',
  summary: 'Titles and agencies while typing, by characters, pinyin or initials',
  access: 'public',
  query: closed({ q: Type.String({ maxLength: 200 }), agency: Type.Optional(AgencyId), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })) }),
  responses: { 200: closed({ items: Type.Array(Suggestion) }, { title: 'SuggestionList' }) },
});
