import type { Agency } from '@sunlit/client';
import type { AssessmentSheet, Breach, LateItem, LightsByAgency, Me, SupervisionUrging } from '@sunlit/client/desk';
import { CITY } from '../admin/testing.ts';
import { WATER } from '../frame/testing.ts';

/** What the tests of supervision share: people, a county with its lights, what is late, the register, a sheet. */

export const COUNTY = { id: 'qinghe-county', name: '清河县人民政府' };
export const HOUSING = { id: 'qinghe-housing', name: '清河县住房和城乡建设局' };

export const SUPERVISOR: Me = {
  id: '01JQ8ZK4T5V6W7X8Y9Z0ABCP21', username: 'city-supervisor', name: '王监督', post: '监察室主任', twoFactor: false, mustChangePassword: false,
  grants: [{ agency: CITY, role: 'supervisor' }], permissions: ['drafts.read', 'requests.read', 'topics.read', 'ratings.read', 'statistics.read', 'supervision.urge'],
};
/** At the agency that is urged. */
export const URGED: Me = { ...SUPERVISOR, id: '01JQ8ZK4T5V6W7X8Y9Z0ABCP22', name: '李发布', post: '办公室主任', grants: [{ agency: WATER, role: 'publisher' }], permissions: ['drafts.read', 'statistics.read', 'statistics.write', 'supervision.answer'] };

const BY = { id: SUPERVISOR.id, name: SUPERVISOR.name, post: SUPERVISOR.post };
export const urging = (last: string, changed: Partial<SupervisionUrging> = {}): SupervisionUrging => ({
  id: `01JQ8ZK4T5V6W7X8Y9Z0ABE0${last.padStart(2, '0')}`, words: '请说明逾期原因，并尽快答复。', by: BY, on: '2026-03-09', answerBy: '2026-03-13', late: false, ...changed,
});

export const late = (last: string, changed: Partial<LateItem> = {}): LateItem => ({
  type: 'topic', id: `01JQ8ZK4T5V6W7X8Y9Z0ABF0${last.padStart(2, '0')}`, agency: WATER, title: `水库汛期值班电话（${last}）`, light: 'red', due: '2026-03-04', left: -3, urgings: [], ...changed,
});
export const LATE: readonly LateItem[] = [
  late('1', { urgings: [urging('1')] }),
  late('2', { type: 'request', title: 'A202603020001', agency: HOUSING, left: -1, due: '2026-03-06', urgings: [urging('2', { answer: { words: '已于当日答复申请人。', by: { id: 'x', name: '赵住建', post: '办公室主任' }, on: '2026-03-10' } })] }),
  late('3', { type: 'draft', title: '取水许可决定书', light: 'amber', left: 0, due: '2026-03-09' }),
  late('4', { type: 'report', id: '2025', title: '2025年年报数据', light: 'amber', left: 2, due: '2026-03-11' }),
];

export const lights = (changed: Partial<LightsByAgency> = {}): LightsByAgency => ({
  agency: COUNTY, asOf: '2026-03-09T02:00:00.000Z', whole: { red: 2, amber: 2, breaches: 7, urgings: 1 },
  byType: [{ type: 'draft', red: 0, amber: 1 }, { type: 'request', red: 1, amber: 0 }, { type: 'topic', red: 1, amber: 0 }, { type: 'report', red: 0, amber: 1 }, { type: 'rating', red: 0, amber: 0 }],
  below: [
    { agency: { id: 'qinghe-finance', name: '清河县财政局', below: false }, lights: { red: 0, amber: 0, breaches: 0, urgings: 0 } },
    { agency: { ...WATER, below: true }, lights: { red: 1, amber: 2, breaches: 4, urgings: 1 } },
    { agency: { ...HOUSING, below: false }, lights: { red: 1, amber: 0, breaches: 3, urgings: 0 } },
  ],
  ...changed,
});

export const place = (changed: Partial<Agency> = {}): Agency => ({
  ...COUNTY, level: 'county', kind: 'government', phones: [], leaders: [], offices: [], venues: [], children: 3, disclosures: 12, path: [{ id: 'province', name: '某省人民政府' }, CITY, COUNTY], ...changed,
});

const breach = (no: number, changed: Partial<Breach> = {}): Breach => ({ type: 'topic', id: late('1').id, agency: WATER, title: '水库汛期值班电话', no, due: '2026-03-04', lateOn: '2026-03-05', days: 3, urged: 1, ...changed });
export const BREACHES: readonly Breach[] = [breach(12), breach(11, { type: 'request', title: 'A202602020007', agency: HOUSING, due: '2026-02-26', lateOn: '2026-02-27', doneOn: '2026-03-03', days: 4, urged: 0 })];

export const sheet = (changed: Partial<AssessmentSheet> = {}): AssessmentSheet => ({
  agency: COUNTY, year: 2025, weights: { publication: 30, freshness: 15, requests: 25, topics: 10, ratings: 10, urgings: 10 }, version: 2, set: { by: BY, at: '2026-01-06T02:00:00.000Z' },
  below: [
    { agency: WATER, scores: [{ measure: 'publication', n: 118, of: 124, score: 95.16 }, { measure: 'freshness', n: 20, of: 22, score: 90.9 }, { measure: 'requests', n: 30, of: 34, score: 88.24 }, { measure: 'topics', n: 11, of: 12, score: 91.67 }, { measure: 'ratings', n: 40, of: 44, score: 90.9 }, { measure: 'urgings', n: 1, of: 2, score: 50 }], total: 88.5 },
    { agency: HOUSING, scores: [{ measure: 'publication', n: 203, of: 204, score: 99.5 }, { measure: 'freshness', n: 22, of: 22, score: 100 }, { measure: 'requests', n: 51, of: 52, score: 98.08 }, { measure: 'topics', n: 0, of: 0 }, { measure: 'ratings', n: 80, of: 82, score: 97.56 }, { measure: 'urgings', n: 0, of: 0 }], total: 98.9 },
    { agency: { id: 'qinghe-archive', name: '清河县档案馆' }, scores: [] },
  ],
  ...changed,
});
