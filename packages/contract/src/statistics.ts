import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { PersonRef } from './drafts.ts';
import { operation } from './operation.ts';
import { APPLICANT_TYPES, REQUEST_OUTCOMES } from './request-words.ts';
import { ReceiptNo } from './requests.ts';
import { AgencyId, Day, Line, Moment, Ulid, closed, paging } from './schema.ts';
import { ANNUAL_CHECKS, ANNUAL_LINES, ANNUAL_TABLE_COLUMNS, DISPUTES, DISPUTE_RESULTS, type AnnualLine, type AnnualTableColumn } from './statistic-words.ts';

const count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
const byKey = <K extends string>(keys: readonly K[], title?: string, description?: string) =>
  closed(Object.fromEntries(keys.map((key) => [key, count])) as Record<K, typeof count>, { ...(title && { title }), ...(description && { description }) });

/** 收到和处理政府信息公开申请情况, the third table of the annual report, each cell as it is stated. */
const AnnualCounts = byKey(ANNUAL_TABLE_COLUMNS, 'AnnualCounts');
export type RequestsTable = Record<AnnualLine, Record<AnnualTableColumn, number>>;
// Of a named type: TypeScript writes out no type of so many properties.
export const RequestsTable = Type.Unsafe<RequestsTable>(closed(Object.fromEntries(ANNUAL_LINES.map((line) => [line, AnnualCounts])), {
  title: 'RequestsTable', description: 'The third table of the annual report (国办公开办函〔2021〕30号): lines by who asks. A case counts by the day of its receipt in law, and on the day it ends.',
}));

/** 行政复议、行政诉讼情况, the fourth table: as stated, since the cases are with others. */
const DisputeCounts = byKey([...DISPUTE_RESULTS, 'total'], 'DisputeCounts');
export type DisputesTable = Record<(typeof DISPUTES)[number], Record<(typeof DISPUTE_RESULTS)[number] | 'total', number>>;
export const DisputesTable = Type.Unsafe<DisputesTable>(closed(Object.fromEntries(DISPUTES.map((dispute) => [dispute, DisputeCounts])), { title: 'DisputesTable' }));

const documents = byKey(['issued', 'repealed', 'inForce'], 'DocumentCounts');
/** 主动公开政府信息情况, the second table: regulations and normative documents (Reg. 20(1)), decisions (20(5), 20(6)) and fees in 万元 (20(8)). */
export const ProactiveTable = closed(
  { regulations: documents, normativeDocs: documents, licences: count, penalties: count, coercions: count, feesWanYuan: Type.Number({ minimum: 0, maximum: 1_000_000_000 }) },
  { title: 'ProactiveTable' },
);
export type ProactiveTable = Static<typeof ProactiveTable>;

/** What an agency must add by hand, with who did and when. */
export const EnteredFigures = closed(
  { version: Type.Integer({ minimum: 1 }), proactive: Type.Optional(ProactiveTable), disputes: Type.Optional(DisputesTable), by: PersonRef, at: Moment },
  { title: 'EnteredFigures' },
);
export type EnteredFigures = Static<typeof EnteredFigures>;

/** Something that cannot be right, and where. */
export const AnnualFault = closed(
  { check: Type.Enum(ANNUAL_CHECKS), cells: Type.Array(closed({ line: Type.Enum([...ANNUAL_LINES, ...DISPUTES]), column: Type.Enum([...ANNUAL_TABLE_COLUMNS, ...DISPUTE_RESULTS]) })), stated: Type.Integer(), computed: Type.Integer() },
  { title: 'AnnualFault', description: 'Shown beside what was published, which is never repaired.' },
);
export type AnnualFault = Static<typeof AnnualFault>;

/** The figures of a year as they were closed. A correction is a new version with its reason. */
export const ClosedFigures = closed(
  {
    version: Type.Integer({ minimum: 1 }),
    requests: RequestsTable,
    proactive: Type.Optional(ProactiveTable),
    disputes: Type.Optional(DisputesTable),
    reason: Type.Optional(Line(500)),
    at: Moment,
  },
  { title: 'ClosedFigures' },
);
export type ClosedFigures = Static<typeof ClosedFigures>;

const Year = Type.Integer({ minimum: 2008, maximum: 2199, description: 'A calendar year in Asia/Shanghai; the first Regulation took effect in 2008.' });
const year = closed({ id: AgencyId, year: Year });

export const getAnnualFigures = operation({
  id: 'statistics.annual',
  method: 'GET',
  path: '/v1/statistics/annual',
  summary: 'The figures of an annual report: an agency’s own, or with those of all below it that are closed',
  description: 'Only of years that the agency has closed: before that, a small number could tell who asked. `versions` names every correction.',
  access: 'public',
  query: closed({ agency: AgencyId, year: Year, below: Type.Optional(Type.Boolean({ default: false, description: 'The sum over the agency and all below it.' })) }),
  responses: {
    200: closed(
      {
        agency: AgencyRef,
        year: Year,
        figures: ClosedFigures,
        faults: Type.Array(AnnualFault),
        versions: Type.Array(closed({ version: Type.Integer(), at: Moment, reason: Type.Optional(Line(500)) })),
        sumOf: Type.Optional(closed({ closed: Type.Integer(), of: Type.Integer() }, { description: 'With `below`: how many of the agencies have closed the year.' })),
      },
      { title: 'AnnualFigures' },
    ),
  },
});

/** A cell in which what happened since differs from what was closed. */
const Difference = closed({ line: Type.Enum(ANNUAL_LINES), column: Type.Enum(ANNUAL_TABLE_COLUMNS), closed: Type.Integer(), now: Type.Integer() }, { title: 'AnnualDifference' });

export const AnnualDraft = closed(
  {
    agency: AgencyRef,
    year: Year,
    requests: RequestsTable,
    entered: Type.Optional(EnteredFigures),
    faults: Type.Array(AnnualFault),
    closed: Type.Optional(ClosedFigures),
    differences: Type.Array(Difference),
    lastYear: Type.Optional(ClosedFigures),
    due: Day,
  },
  { title: 'AnnualDraft', description: '`due`: 31 January for departments, 31 March for governments (Reg. 49).' },
);
export type AnnualDraft = Static<typeof AnnualDraft>;

export const getAnnualDraft = operation({
  id: 'statistics.draft',
  method: 'GET',
  path: '/v1/agencies/{id}/statistics/{year}',
  summary: 'The figures of a year as they stand, with what was entered by hand, what does not add up, and what was closed',
  access: { permission: 'statistics.read', of: 'agency' },
  params: year,
  responses: { 200: AnnualDraft },
});

export const enterFigures = operation({
  id: 'statistics.enter',
  method: 'PUT',
  path: '/v1/agencies/{id}/statistics/{year}',
  summary: 'Enter what no event here tells: the second and the fourth table',
  access: { permission: 'statistics.write', of: 'agency' },
  params: year,
  body: closed({ version: Type.Integer({ minimum: 0, description: 'Of what was read; 0: nothing was there.' }), proactive: Type.Optional(ProactiveTable), disputes: Type.Optional(DisputesTable) }, { title: 'NewFigures' }),
  responses: { 200: AnnualDraft },
});

export const closeYear = operation({
  id: 'statistics.close',
  method: 'POST',
  path: '/v1/agencies/{id}/statistics/{year}/versions',
  summary: 'Close a year: its figures are public and stay as they are. Again, with a reason: correct them',
  access: { permission: 'statistics.write', of: 'agency' },
  params: year,
  body: closed({ version: Type.Integer({ minimum: 0, description: 'The version that is closed now; 0: none.' }), reason: Type.Optional(Line(500)) }, { title: 'YearToClose' }),
  responses: { 200: AnnualDraft },
});

export const CountedCase = closed(
  { id: Ulid, receiptNo: ReceiptNo, agency: AgencyRef, applicantType: Type.Enum(APPLICANT_TYPES), receivedOn: Day, endedOn: Type.Optional(Day), outcome: Type.Optional(Type.Enum(REQUEST_OUTCOMES)) },
  { title: 'CountedCase' },
);
export type CountedCase = Static<typeof CountedCase>;

export const listCountedCases = operation({
  id: 'statistics.cases',
  method: 'GET',
  path: '/v1/statistics/cases',
  summary: 'The cases behind a cell of the third table',
  access: { permission: 'requests.read', of: 'query' },
  query: closed({
    agency: AgencyId, year: Year, line: Type.Enum(ANNUAL_LINES), column: Type.Enum(ANNUAL_TABLE_COLUMNS),
    below: Type.Optional(Type.Boolean({ default: false, description: 'Those of all agencies below it, too.' })), ...paging,
  }),
  responses: {
    200: closed({
      items: Type.Array(CountedCase),
      next: Type.Optional(Type.String()),
      total: Type.Integer(),
    }, { title: 'CountedCasePage' }),
  },
});
