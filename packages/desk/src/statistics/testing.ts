import type { AnnualTableColumn, ClosedFigures, DisputesTable, ProactiveTable, RequestsTable } from '@sunlit/client';
import type { AnnualDraft, CountedCase, EnteredFigures, Me, ReportDraft } from '@sunlit/client/desk';
import { WATER } from '../frame/testing.ts';
import { COLUMNS, GROUPS } from './lines.ts';

/** What the tests of figures and reports share: people, the figures of one year, a report. */

const PUBLISHER_ID = '01JQ8ZK4T5V6W7X8Y9Z0ABCP11';
export const PUBLISHER: Me = {
  id: PUBLISHER_ID, username: 'water-publisher', name: '李发布', post: '办公室主任', twoFactor: false, mustChangePassword: false,
  grants: [{ agency: WATER, role: 'publisher' }, { agency: WATER, role: 'request-officer' }],
  permissions: ['drafts.read', 'drafts.publish', 'requests.read', 'statistics.read', 'statistics.write', 'supervision.answer'],
};
/** Sees figures, but neither cases nor forms. */
export const READER: Me = { ...PUBLISHER, name: '孙点题', grants: [{ agency: WATER, role: 'topic-officer' }], permissions: ['drafts.read', 'statistics.read'] };
export const OTHER = { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCP12', name: '周填报', post: '科员' };

type Some = Partial<Record<Exclude<AnnualTableColumn, 'total'>, number>>;

/** A table whose sums are right. */
export function table(some: Partial<Record<keyof RequestsTable, Some>>): RequestsTable {
  const results = GROUPS.flatMap(({ lines }) => lines).filter((line) => !['newReceived', 'carriedOver', 'total', 'carriedForward'].includes(line));
  const row = (values: Some) => {
    const counts = COLUMNS.slice(0, -1).map((column) => values[column as keyof Some] ?? 0);
    return Object.fromEntries([...COLUMNS.slice(0, -1).map((column, index) => [column, counts[index]]), ['total', counts.reduce((sum, n) => sum + n, 0)]]);
  };
  const lines = Object.fromEntries(GROUPS.flatMap((group) => group.lines).map((line) => [line, row(some[line] ?? {})])) as unknown as RequestsTable;
  const total = Object.fromEntries(COLUMNS.map((column) => [column, results.reduce((sum, line) => sum + lines[line][column], 0)]));
  return { ...lines, total: total as RequestsTable['total'] };
}

export const REQUESTS = table({
  newReceived: { naturalPerson: 31, business: 4, legalService: 2 }, carriedOver: { naturalPerson: 3 },
  granted: { naturalPerson: 14, business: 2, legalService: 1 }, partial: { naturalPerson: 5 }, 'denied.thirdPartyRights': { naturalPerson: 2, business: 1 }, 'unable.notHeld': { naturalPerson: 8, legalService: 1 },
  'notProcessed.petition': { naturalPerson: 2 }, 'other.other': { naturalPerson: 1 }, carriedForward: { naturalPerson: 2, business: 1 },
});
const LAST = table({ newReceived: { naturalPerson: 26, business: 2 }, granted: { naturalPerson: 20, business: 2 }, 'unable.notHeld': { naturalPerson: 4 }, carriedForward: { naturalPerson: 2 } });

export const PROACTIVE: ProactiveTable = {
  regulations: { issued: 0, repealed: 0, inForce: 0 }, normativeDocs: { issued: 2, repealed: 1, inForce: 17 }, licences: 1204, penalties: 36, coercions: 0, feesWanYuan: 12.5,
};
const result = (upheld: number, corrected = 0, pending = 0) => ({ upheld, corrected, otherResult: 0, pending, total: upheld + corrected + pending });
export const DISPUTES: DisputesTable = { reconsideration: result(2, 1), litigationDirect: result(0), litigationAfter: result(1, 0, 1) };

export const entered = (changed: Partial<EnteredFigures> = {}): EnteredFigures => ({
  version: 3, proactive: PROACTIVE, disputes: DISPUTES, by: { id: PUBLISHER_ID, name: PUBLISHER.name, post: PUBLISHER.post }, at: '2026-01-12T02:00:00.000Z', ...changed,
});
export const closed = (changed: Partial<ClosedFigures> = {}): ClosedFigures => ({ version: 1, requests: REQUESTS, proactive: PROACTIVE, disputes: DISPUTES, at: '2026-01-20T02:00:00.000Z', ...changed });

/** Nothing is closed yet, and what came over from last year is one more than last year said. */
export const annual = (changed: Partial<AnnualDraft> = {}): AnnualDraft => ({
  agency: WATER, year: 2025, requests: REQUESTS, entered: entered(),
  faults: [{ check: 'carried-over', cells: [{ line: 'carriedOver', column: 'naturalPerson' }], stated: 3, computed: 2 }],
  differences: [], lastYear: { version: 2, requests: LAST, proactive: { ...PROACTIVE, licences: 1100 }, at: '2025-01-18T02:00:00.000Z' }, due: '2026-01-31', ...changed,
});

export const counted = (last: string, changed: Partial<CountedCase> = {}): CountedCase => ({
  id: `01JQ8ZK4T5V6W7X8Y9Z0ABD0${last.padStart(2, '0')}`, receiptNo: `A20250${last.padStart(2, '0')}10000001`.slice(0, 16), agency: WATER, applicantType: 'naturalPerson', receivedOn: '2025-03-03', endedOn: '2025-03-20', outcome: 'granted', ...changed,
});

const FIGURES: ReportDraft['figures'] = [
  { ref: 'requests.newReceived.total', label: '本年新收申请，总计', value: '37', lastYear: '28' },
  { ref: 'requests.granted.total', label: '予以公开，总计', value: '17', lastYear: '22' },
  { ref: 'disclosures.total', label: '主动公开信息，条', value: '482', lastYear: '455' },
  { ref: 'topics.answered', label: '点题答复，件', lastYear: '6' },
];

export const report = (changed: Partial<ReportDraft> = {}): ReportDraft => ({
  agency: WATER, year: 2025, template: 'annual', version: 2,
  sections: [
    { name: 'general', title: '总体情况', text: '本年主动公开信息{{disclosures.total}}条。' },
    { name: 'proactive', title: '主动公开政府信息情况', text: '见下表。' },
    { name: 'requests', title: '收到和处理政府信息公开申请情况', text: '本年新收申请{{requests.newReceived.total}}件。' },
    { name: 'disputes', title: '政府信息公开行政复议、行政诉讼情况', text: '见下表。' },
    { name: 'problems', title: '存在的主要问题及改进情况', text: '答复文书不够规范。' },
    { name: 'other', title: '其他需要报告的事项', text: '' },
  ],
  figures: FIGURES, unknown: [], empty: ['other'], faults: [], closed: false, due: '2026-01-31', saved: { by: { id: PUBLISHER_ID, name: PUBLISHER.name, post: PUBLISHER.post }, at: '2026-01-15T02:00:00.000Z' }, ...changed,
});

/** Somebody else's text of one section of a report. */
export const withText = (one: ReportDraft, name: ReportDraft['sections'][number]['name'], text: string): ReportDraft => ({ ...one, sections: one.sections.map((section) => (section.name === name ? { ...section, text } : section)) });
