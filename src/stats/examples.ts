import type { AnnualFigures, DisclosureFigures, Freshness, Overview, PlaceFigures, RequestsTable } from '@sunlit/client/statistics';

/** Figures of an invented district for tests, screenshots and documentation. */
const levels = { 'very-satisfied': 412, satisfied: 236, 'fairly-satisfied': 88, dissatisfied: 31, 'very-dissatisfied': 12 };
const ratings = { n: 779, levels };
const nobody = { n: 0, levels: { 'very-satisfied': 0, satisfied: 0, 'fairly-satisfied': 0, dissatisfied: 0, 'very-dissatisfied': 0 } };

export const whole: PlaceFigures = {
  agencies: { n: 22, of: 77 },
  published: 1_284,
  inAll: 9_312,
  onTime: { n: 1_102, of: 1_146 },
  requests: { received: 214, ended: 201, inTime: 197 },
  topics: {
    asked: 326, open: 41, answered: 248, declined: 9, merged: 22, returned: 6, claimedInTime: { n: 301, of: 318 }, answeredInTime: { n: 233, of: 257 }, overdue: 5, reopened: 7, ratings: { n: 96, levels: { ...levels, 'very-satisfied': 51, satisfied: 27, 'fairly-satisfied': 9, dissatisfied: 6, 'very-dissatisfied': 3 } },
    deflections: 58,
  },
  ratings,
  late: 12,
};

const part = (published: number, [n, of]: readonly [number, number], late: number, change: Partial<PlaceFigures> = {}): PlaceFigures => ({
  ...whole, agencies: { n: 3, of: 9 }, published, inAll: published * 7, onTime: { n, of }, requests: { received: 18, ended: 'few', inTime: 'few' },
  topics: { ...whole.topics, asked: Math.round(published / 5), answered: Math.round(published / 6), answeredInTime: { n: Math.round(published / 8), of: Math.round(published / 7) }, overdue: late > 0 ? 1 : 0 }, ratings: { ...ratings, n: 12, levels: { ...nobody.levels, satisfied: 12 } }, late, ...change,
});

export const overview: Overview = {
  agency: { id: 'qinghe', name: '清河县人民政府' },
  year: 2026,
  asOf: '2026-11-29T03:10:00.000Z',
  years: [2026, 2025, 2024],
  whole,
  below: [
    { agency: { id: 'qinghe-water', name: '清河县水利局', level: 'county', below: false }, figures: part(286, [251, 262], 2) },
    { agency: { id: 'qinghe-education', name: '清河县教育局', level: 'county', below: false }, figures: part(203, [180, 184], 0) },
    { agency: { id: 'qinghe-housing', name: '清河县住房和城乡建设局', level: 'county', below: false }, figures: part(171, [140, 160], 6) },
    { agency: { id: 'qinghe-anping', name: '安平镇人民政府', level: 'township', below: true }, figures: part(148, [133, 134], 1) },
    { agency: { id: 'qinghe-health', name: '清河县卫生健康局', level: 'county', below: false }, figures: part(96, [88, 90], 0) },
    { agency: { id: 'qinghe-liulin', name: '柳林街道办事处', level: 'township', below: true }, figures: part(31, [28, 29], 3) },
    { agency: { id: 'qinghe-archive', name: '清河县档案馆', level: 'county', below: false }, figures: part(4, [0, 0], 0, { ratings: nobody }) },
  ],
};

/** An agency with none below it, and a year with little in it. */
export const water: Overview = { ...overview, agency: { id: 'qinghe-water', name: '清河县水利局' }, whole: part(286, [251, 262], 2), below: [] };

export const nothing: Overview = {
  ...overview, year: 2024, below: [],
  whole: {
    ...whole, published: 0, onTime: { n: 0, of: 0 }, requests: { received: 0, ended: 0, inTime: 0 }, ratings: nobody, late: 0,
    topics: { ...whole.topics, asked: 0, open: 0, answered: 0, declined: 0, merged: 0, returned: 0, claimedInTime: { n: 0, of: 0 }, answeredInTime: { n: 0, of: 0 }, overdue: 0, reopened: 0, ratings: nobody, deflections: 0 },
  },
};

export const disclosures: DisclosureFigures = {
  agency: { id: 'qinghe', name: '清河县人民政府' }, year: 2026, asOf: overview.asOf, total: 1_284,
  byCategory: ([['A20_05', 402], ['A20_07', 201], ['A20_01', 154], ['A20_10', 133], ['A20_11', 120], ['A20_06', 96], ['A20_02', 71], ['A20_13', 58], ['A20_04', 30], ['qinghe.flood', 19]] as const).map(([id, n]) => ({ category: { id, name: id === 'qinghe.flood' ? '防汛抗旱' : id }, n })),
  byKind: [{ kind: 'notice', n: 388 }, { kind: 'service', n: 301 }, { kind: 'budget', n: 214 }, { kind: 'normative', n: 154 }, { kind: 'project', n: 133 }, { kind: 'report', n: 60 }, { kind: 'statistics', n: 34 }],
  byLevel: [{ level: 'county', n: 1_012 }, { level: 'township', n: 204 }, { level: 'village', n: 68 }],
  byCarrier: [{ carrier: 'website', n: 1_284 }, { carrier: 'notice-board', n: 402 }, { carrier: 'social-media', n: 311 }, { carrier: 'screen', n: 92 }],
  byMonth: [88, 64, 141, 120, 97, 130, 118, 102, 131, 110, 183, 0],
  lastYear: { total: 1_105, byMonth: [71, 60, 118, 92, 88, 101, 96, 90, 99, 94, 98, 98] },
  onTime: [{ kind: 'notice', n: 379, of: 388 }, { kind: 'service', n: 290, of: 301 }, { kind: 'budget', n: 210, of: 214 }, { kind: 'normative', n: 132, of: 154 }, { kind: 'report', n: 58, of: 60 }, { kind: 'statistics', n: 33, of: 33 }],
  missedPeriods: 7,
};

const columns = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'other'] as const;
const line = (...counts: number[]): RequestsTable['granted'] => {
  const entries = columns.map((column, at) => [column, counts[at] ?? 0] as const);
  return { ...Object.fromEntries(entries), total: entries.reduce((sum, [, n]) => sum + n, 0) } as RequestsTable['granted'];
};

const requests: RequestsTable = {
  newReceived: line(121, 38, 4, 2, 17, 3), carriedOver: line(9, 2), granted: line(64, 20, 3, 1, 6), partial: line(11, 3, 0, 0, 2),
  'denied.stateSecret': line(1), 'denied.lawForbidden': line(2), 'denied.safetyStability': line(), 'denied.thirdPartyRights': line(3, 2, 0, 0, 1), 'denied.internalAffairs': line(4), 'denied.processInfo': line(6, 1), 'denied.enforcementFile': line(5, 2, 0, 0, 2), 'denied.specialQuery': line(2),
  'unable.notHeld': line(14, 5, 1, 1, 3, 1), 'unable.needsCreation': line(3, 1), 'unable.stillUnclear': line(1),
  'notProcessed.petition': line(4), 'notProcessed.repeat': line(2, 0, 0, 0, 1), 'notProcessed.publication': line(), 'notProcessed.excessive': line(1), 'notProcessed.reconfirm': line(),
  'other.uncorrected': line(2, 1), 'other.unpaid': line(1), 'other.other': line(0, 0, 0, 0, 0, 1),
  total: line(126, 35, 4, 2, 15, 2), carriedForward: line(4, 5, 0, 0, 2, 1),
};

/** The fourth table as it was published: its row sums to 315, and 316 is stated. */
export const annual: AnnualFigures = {
  agency: { id: 'qinghe', name: '清河县人民政府' },
  year: 2025,
  figures: {
    version: 2, at: '2026-03-02T02:00:00.000Z', reason: '补登一件邮寄申请', requests,
    proactive: { regulations: { issued: 0, repealed: 0, inForce: 0 }, normativeDocs: { issued: 12, repealed: 3, inForce: 87 }, licences: 1_912, penalties: 240, coercions: 18, feesWanYuan: 1_035.6 },
    disputes: { reconsideration: { upheld: 275, corrected: 6, otherResult: 2, pending: 32, total: 316 }, litigationDirect: { upheld: 3, corrected: 1, otherResult: 0, pending: 1, total: 5 }, litigationAfter: { upheld: 2, corrected: 0, otherResult: 0, pending: 0, total: 2 } },
  },
  faults: [{ check: 'dispute', cells: (['upheld', 'corrected', 'otherResult', 'pending'] as const).map((column) => ({ line: 'reconsideration' as const, column })), stated: 316, computed: 315 }],
  versions: [{ version: 1, at: '2026-01-28T02:00:00.000Z' }, { version: 2, at: '2026-03-02T02:00:00.000Z', reason: '补登一件邮寄申请' }],
  sumOf: { closed: 8, of: 9 },
};

export const freshness: Freshness = {
  agency: { id: 'qinghe', name: '清河县人民政府' }, asOf: overview.asOf,
  checks: [{ rule: 'news', n: 0, limit: 1, holds: true }, { rule: 'stale', n: 3, limit: 10, holds: true }, { rule: 'due', n: 7, limit: 5, holds: false }, { rule: 'empty', n: 1, limit: 5, holds: true }, { rule: 'messages', n: 0, limit: 1, holds: true }],
  columns: [
    { category: { id: 'A20_05', name: '行政许可和服务事项' }, state: 'current', lastOn: '2026-11-27', days: 2, limit: 180 }, { category: { id: 'A20_07', name: '财政预算决算' }, state: 'stale', lastOn: '2026-02-11', days: 291, limit: 180 },
    { category: { id: 'A20_12', name: '突发公共事件' }, state: 'empty', limit: 180 },
  ],
  below: [
    { agency: { id: 'qinghe-water', name: '清河县水利局', level: 'county', below: false }, agencies: 1, broken: 0, stale: 1, empty: 0 },
    { agency: { id: 'qinghe-anping', name: '安平镇人民政府', level: 'township', below: true }, agencies: 9, broken: 2, stale: 6, empty: 4 },
  ],
};

/** The way down from the city. */
export const path = { qinghe: [{ id: 'qingchuan', name: '清川市人民政府' }, { id: 'qinghe', name: '清河县人民政府' }] };
