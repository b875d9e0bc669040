import type { Case, CaseCommand, CasePapers, CaseSummary, Me } from '@sunlit/client/desk';
import { WATER } from '../frame/testing.ts';

/** What the tests of requests share: people, one case in all its parts, its papers. */

export const OFFICER: Me = {
  id: '01JQ8ZK4T5V6W7X8Y9Z0ABCP01', username: 'water-requests', name: '李受理', post: '政务公开科科员', twoFactor: false, mustChangePassword: false,
  grants: [{ agency: WATER, role: 'request-officer' }], permissions: ['drafts.read', 'drafts.write', 'files.write', 'requests.read', 'requests.personal', 'requests.handle'],
};
export const SUPERVISOR: Me = { ...OFFICER, name: '王监督', post: '监察室主任', grants: [{ agency: WATER, role: 'supervisor' }], permissions: ['drafts.read', 'requests.read', 'requests.urge'] };
export const MANAGER: Me = { ...OFFICER, name: '赵管理', post: '办公室主任', grants: [{ agency: WATER, role: 'administrator' }], permissions: ['drafts.read', 'requests.read', 'requests.settings'] };

const HANDLER = { id: OFFICER.id, name: OFFICER.name, post: OFFICER.post };
export const CASE_ID = '01JQ8ZK4T5V6W7X8Y9Z0ABCA01';

export const summary = (last: string, changed: Partial<CaseSummary> = {}): CaseSummary => ({
  id: `01JQ8ZK4T5V6W7X8Y9Z0ABCA${last.padStart(2, '0')}`, receiptNo: `20260309-0000${last.padStart(2, '0')}`, agency: WATER, phase: 'processing', channel: 'online', applicant: 'naturalPerson', submittedOn: '2026-03-09', receivedOn: '2026-03-09',
  waitsFor: ['agency'], urged: false, version: 4, updatedAt: '2026-03-10T02:00:00.000Z', ...changed,
});

const deadline = { pause: 'after-dispatch-through-end', unit: 'workdays', onSilence: 'overdue', trigger: 'receipt', binds: 'agency', calendarVersion: '2026-1', provisional: false } as const;

/** In progress: received, registered, a third party heard; the reply due. */
export const oneCase = (changed: Partial<Case> = {}): Case => ({
  ...summary('1', { label: '采砂许可', handler: HANDLER, next: { id: 'reply', term: 'reply', binds: 'agency', due: '2026-04-07', left: 4, light: 'amber', provisional: false } }),
  branch: 'main', children: [], firstHandler: HANDLER, form: 'paper', route: 'counter', inMonth: 12,
  deadlines: [
    {
      ...deadline, stands: 'running', id: 'reply', term: 'reply', length: 20, article: '《政府信息公开条例》第三十三条', from: '2026-03-09', due: '2026-04-07', left: 4, light: 'amber',
      trail: [
        { date: '2026-03-10', counted: true, reason: 'weekday' }, { date: '2026-03-11', counted: false, reason: 'third-party' }, { date: '2026-03-14', counted: false, reason: 'weekend' },
        { date: '2026-03-16', counted: true, reason: 'weekday' }, { date: '2026-04-06', counted: false, reason: 'off' }, { date: '2026-04-07', counted: true, reason: 'make-up' },
      ],
    },
    { ...deadline, stands: 'undelivered', id: 'q2', term: 'third-party-opinion', binds: 'third-party', onSilence: 'agency-decides', trigger: 'delivery', length: 15, article: '《政府信息公开条例》第三十二条' },
  ],
  questions: [
    { id: 'q1', term: 'third-party-opinion', workdays: 15, askedOn: '2026-03-10', deliveredOn: '2026-03-10', endedOn: '2026-03-12', answer: 'objects-with-reason' },
    { id: 'q2', term: 'third-party-opinion', workdays: 15, askedOn: '2026-03-13' },
  ],
  entries: [
    { n: 1, at: '2026-03-09T02:00:00.000Z', type: 'submit', on: '2026-03-09', by: 'applicant' },
    { n: 2, at: '2026-03-09T03:00:00.000Z', type: 'receive', on: '2026-03-09', by: 'agency', person: HANDLER },
    { n: 3, at: '2026-03-09T03:10:00.000Z', type: 'register', on: '2026-03-09', by: 'agency', person: HANDLER },
    { n: 4, at: '2026-03-10T02:00:00.000Z', type: 'consult', on: '2026-03-10', by: 'agency', person: HANDLER, party: 'third-party', question: 'q1', way: 'hand' },
    { n: 5, at: '2026-03-12T02:00:00.000Z', type: 'opinion', on: '2026-03-12', by: 'agency', person: HANDLER, question: 'q1', opinion: 'objects-with-reason' },
    { n: 6, at: '2026-03-13T02:00:00.000Z', type: 'recount', by: 'system', moved: [{ deadline: 'reply', from: '2026-04-03', to: '2026-04-07' }], notice: '国办发明电〔2025〕7号' },
  ],
  may: ['assign', 'consult', 'extend', 'decide', 'override', 'transfer'] satisfies CaseCommand[],
  ...changed,
});

export const PAPERS: CasePapers = {
  applicant: { type: 'naturalPerson', name: '张三', identity: { type: 'resident-id', number: '110101199003074477' }, contact: { phone: '13800000000', address: '清河县城关镇一号' } },
  wanted: [{ on: '2026-03-09', wanted: { title: '采砂许可决定书', docNo: '清水许〔2025〕3号', description: '2025 年度河道采砂许可决定书及其附图' } }],
  said: [{ n: 4, field: 'name', text: '清河砂石有限公司' }, { n: 5, field: 'text', text: '附图涉及本公司商业秘密。' }],
  files: [
    { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCF01', name: '身份证.jpg', mediaType: 'image/jpeg', size: 240_000, sha256: 'a'.repeat(64), purpose: 'identity', by: 'applicant', at: '2026-03-09T02:00:00.000Z', redacted: false },
    { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCF02', name: '采砂许可决定书（公开件）.docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', size: 18_000, sha256: 'b'.repeat(64), purpose: 'release', by: 'agency', at: '2026-03-12T02:00:00.000Z', redacted: true },
  ],
  filesAnnounced: 2,
  letters: [{ id: '01JQ8ZK4T5V6W7X8Y9Z0ABCL01', command: 'consult', title: '政府信息公开第三方意见征询书', docNo: '清水公开〔2026〕第3号', on: '2026-03-10', n: 4 }],
  others: [{ receiptNo: '20260302-000077', id: '01JQ8ZK4T5V6W7X8Y9Z0ABCA77', submittedOn: '2026-03-02', phase: 'served', outcome: 'granted', label: '水库调度' }],
};

export const HELD = {
  version: '0'.repeat(64),
  settings: { open: true, identityImage: 'optional' as const, routes: ['online' as const, 'counter' as const], feeScale: 'pages' as const, retentionMonths: 36, docNo: '清水公开〔{year}〕第{n}号', wording: [{ template: 'extend', body: '{applicant}：\n\n我局需要延期。' }] },
  templates: [
    { template: 'receive', body: '{applicant}：\n\n你（单位）的申请已经登记。', placeholders: ['applicant', 'receiptNo', 'due'] },
    { template: 'extend', body: '{applicant}：\n\n因{reason}，不能按期答复。', placeholders: ['applicant', 'reason', 'workdays'] },
    { template: 'granted', body: '{applicant}：\n\n予以公开。', placeholders: ['applicant', 'form', 'route'] },
  ],
};
