import { Type, type Static } from 'typebox';
import { AGENCY_LEVELS, AgencyRef } from './agencies.ts';
import { CARRIERS } from './disclosures.ts';
import { DISCLOSURE_KINDS } from './kinds.ts';
import { operation } from './operation.ts';
import { AgencyId, CategoryId, Day, Line, Moment, closed } from './schema.ts';
import { FRESHNESS_RULES, OPEN_FORMATS, OPEN_TABLES } from './statistic-words.ts';
import { RatingCount, TopicFigures } from './topics.ts';

/*
 * The figures everybody may see, counted from what happened. They are of a calendar year in Asia/Shanghai, of an agency with all below it.
 */

const count = Type.Integer({ minimum: 0 });

/** So many of so many: a share is never shown without what it is a share of. */
export const Share = closed({ n: count, of: count }, { title: 'Share' });
export type Share = Static<typeof Share>;

/** A count, or that there are a few: of less than five somebody could be told who they are. */
export const PublicCount = Type.Union([count, Type.Literal('few')], { title: 'PublicCount', description: '`few`: from one to four, or so few that another one could be found from the sum.' });
export type PublicCount = Static<typeof PublicCount>;

export const FigureYear = Type.Integer({ minimum: 2008, maximum: 2199, description: 'A calendar year in Asia/Shanghai; the first Regulation took effect in 2008.' });

/** What one place in the tree did in a year. */
export const PlaceFigures = closed(
  {
    agencies: Type.Object(Share.properties, { additionalProperties: false, description: 'How many agencies have published anything, of how many there are.' }),
    published: Type.Integer({ minimum: 0, description: 'In the year.' }),
    inAll: Type.Integer({ minimum: 0, description: 'Everything that is public now, of any year.' }),
    onTime: Type.Object(Share.properties, { additionalProperties: false, description: 'Published by its last day, of what has one.' }),
    requests: closed({ received: PublicCount, ended: PublicCount, inTime: PublicCount }, { description: 'By the days of receipt and of the end. `inTime`: of those that ended.' }),
    topics: TopicFigures,
    ratings: RatingCount,
    late: Type.Integer({ minimum: 0, description: 'Now, of any year: topics that wait beyond their last day and periodic disclosures that are missing.' }),
  },
  { title: 'PlaceFigures' },
);
export type PlaceFigures = Static<typeof PlaceFigures>;

const PlaceRef = closed({ ...AgencyRef.properties, level: Type.Enum(AGENCY_LEVELS), below: Type.Boolean({ description: 'There are agencies below it.' }) }, { title: 'PlaceRef' });

const place = { agency: Type.Optional(Type.String({ ...AgencyId, description: 'With all below it; none: everything.' })), year: Type.Optional(Type.Integer({ ...FigureYear, description: 'None: this year.' })) };
const answered = { agency: Type.Optional(AgencyRef), year: FigureYear, asOf: Moment };

export const getOverview = operation({
  id: 'statistics.overview',
  method: 'GET',
  path: '/v1/statistics/overview',
  summary: 'A place in the tree, and each one directly below it with all below that: what was published, asked, answered and is late',
  access: 'public',
  query: closed(place),
  responses: {
    200: closed({ ...answered, whole: PlaceFigures, below: Type.Array(closed({ agency: PlaceRef, figures: PlaceFigures })), years: Type.Array(FigureYear, { description: 'Of which there are figures, newest first.' }) }, { title: 'Overview' }),
  },
});

export const getDisclosureFigures = operation({
  id: 'statistics.disclosures',
  method: 'GET',
  path: '/v1/statistics/disclosures',
  summary: 'What was published in a year: by category, kind, level, carrier and month, and how much of it in time',
  access: 'public',
  query: closed(place),
  responses: {
    200: closed(
      {
        ...answered,
        total: count,
        byCategory: Type.Array(closed({ category: closed({ id: CategoryId, name: Line(100) }), n: count })),
        byKind: Type.Array(closed({ kind: Type.Enum(DISCLOSURE_KINDS), n: count })),
        byLevel: Type.Array(closed({ level: Type.Enum(AGENCY_LEVELS), n: count })),
        byCarrier: Type.Array(closed({ carrier: Type.Enum(CARRIERS), n: count }), { description: 'One disclosure may be on several carriers.' }),
        byMonth: Type.Array(count, { minItems: 12, maxItems: 12 }),
        lastYear: closed({ total: count, byMonth: Type.Array(count, { minItems: 12, maxItems: 12 }) }),
        onTime: Type.Array(closed({ kind: Type.Enum(DISCLOSURE_KINDS), ...Share.properties }), { description: 'Of what has a last day to be published by (Reg. 26 and other laws).' }),
        missedPeriods: Type.Integer({ minimum: 0, description: 'Periodic disclosures whose next issue is due and not there, now.' }),
      },
      { title: 'DisclosureFigures' },
    ),
  },
});

/** A rule of the inspection of government websites (国办秘函〔2019〕19号), and whether it is kept. */
const FreshnessCheck = closed({ rule: Type.Enum(FRESHNESS_RULES), n: count, limit: count, holds: Type.Boolean() }, { title: 'FreshnessCheck', description: '`n` stand against it; from `limit` on it is broken.' });

/** A category of an agency, and when something last came into it. */
const Column = closed(
  { category: closed({ id: CategoryId, name: Line(100) }), state: Type.Enum(['current', 'stale', 'empty']), lastOn: Type.Optional(Day), days: Type.Optional(Type.Integer({ minimum: 0, description: 'Since then.' })), limit: Type.Integer({ minimum: 1, description: 'Days within which something is to come.' }) },
  { title: 'Column' },
);

export const getFreshness = operation({
  id: 'statistics.freshness',
  method: 'GET',
  path: '/v1/statistics/freshness',
  summary: 'How current an agency’s columns are, by the rules of the inspection; and the same of each agency below it',
  access: 'public',
  query: closed({ agency: AgencyId }),
  responses: {
    200: closed(
      {
        agency: AgencyRef,
        asOf: Moment,
        checks: Type.Array(FreshnessCheck),
        columns: Type.Array(Column, { description: 'Of the agency itself.' }),
        below: Type.Array(closed({ agency: PlaceRef, agencies: count, broken: Type.Integer({ minimum: 0, description: 'Agencies, it and all below it, that break a rule.' }), stale: count, empty: count })),
      },
      { title: 'Freshness' },
    ),
  },
});

/** A field of an open table. */
const TableField = closed({ name: Line(60), type: Type.Enum(['string', 'integer', 'number', 'date', 'year']), title: Line(200), description: Type.Optional(Line(400)) });

export const getOpenTables = operation({
  id: 'statistics.package',
  method: 'GET',
  path: '/v1/open-data',
  summary: 'What tables of figures there are, each as CSV and JSON, with what its columns mean (Frictionless Data Package)',
  access: 'public',
  query: closed(place),
  responses: {
    200: closed(
      {
        profile: Type.Literal('tabular-data-package'),
        name: Line(100),
        title: Line(200),
        created: Moment,
        resources: Type.Array(closed({
          profile: Type.Literal('tabular-data-resource'), name: Type.Enum(OPEN_TABLES), title: Line(200), description: Type.Optional(Line(400)), path: Line(500), format: Type.Literal('csv'), mediatype: Type.Literal('text/csv'), encoding: Type.Literal('utf-8'),
          schema: closed({ fields: Type.Array(TableField), primaryKey: Type.Array(Line(60)) }),
        })),
      },
      { title: 'OpenTables', description: 'https://specs.frictionlessdata.io/tabular-data-package/' },
    ),
  },
});

export const getOpenTable = operation({
  id: 'statistics.table',
  method: 'GET',
  path: '/v1/open-data/{table}',
  summary: 'A table of figures: CSV (RFC 4180, UTF-8), the same rows as JSON, or a spreadsheet',
  access: 'public',
  params: closed({ table: Type.Enum(OPEN_TABLES) }),
  query: closed({ ...place, format: Type.Optional(Type.Enum(OPEN_FORMATS, { default: 'csv' })) }),
  responses: { 200: Type.String({ format: 'binary' }) },
  media: 'application/octet-stream',
});
