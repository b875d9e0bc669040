import type { RequestDeadline, TrackedBranch, TrackedRequest } from '@sunlit/client/requests';

const water = { id: 'qinghe-water', name: '清河县水利局' };
const tax = { id: 'fangbei-tax', name: '坊北地税分局' };

/** As the rules count it: every day after the receipt, up to the twentieth workday, with a pause on the way when it is asked for. */
function trailOf(from: string, workdays: number, paused?: { readonly first: string; readonly last: string }): Extract<RequestDeadline, { stands: 'running' }>['trail'] {
  const trail: Extract<RequestDeadline, { stands: 'running' }>['trail'] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`), left = workdays; left > 0; ) {
    at += 86_400_000;
    const date = new Date(at).toISOString().slice(0, 10);
    const weekend = [0, 6].includes(new Date(at).getUTCDay());
    const pause = !weekend && paused && date >= paused.first && date <= paused.last;
    const holiday = date === '2026-04-06';
    const counted = !weekend && !pause && !holiday;
    trail.push({ date, counted, reason: holiday ? 'off' : weekend ? 'weekend' : pause ? 'third-party' : 'weekday' });
    if (counted) left -= 1;
  }
  return trail;
}

const article = '《政府信息公开条例》第三十三条';

export const replyDeadline: RequestDeadline = {
  id: 'reply', term: 'reply', binds: 'agency', onSilence: 'overdue', trigger: 'receipt', length: 20, unit: 'workdays', article, pause: 'after-dispatch-through-end',
  stands: 'running', from: '2026-03-10', provisional: false, calendarVersion: '2026-1', trail: trailOf('2026-03-10', 20, { first: '2026-03-17', last: '2026-03-20' }), due: '2026-04-14', left: 9, light: 'green',
};

const correctionDeadline: RequestDeadline = {
  ...replyDeadline, id: 'correction', term: 'correction', binds: 'applicant', onSilence: 'abandoned', trigger: 'delivery', length: 15, article: '《政府信息公开条例》第三十条',
  from: '2026-03-16', trail: trailOf('2026-03-16', 15), due: '2026-04-07', left: 4, light: 'amber',
};

const paper = (id: string, name: string) => ({ id: `01JQ8ZK4T5V6W7X8Y9Z0ABCDE${id}`, name, mediaType: 'application/pdf', size: 182_300, on: '2026-04-02' });

export const branch: TrackedBranch = {
  id: 'main', agency: water, phase: 'processing', receivedOn: '2026-03-10', waitsFor: ['agency'], deadlines: [replyDeadline],
  events: [
    { n: 1, type: 'submit', on: '2026-03-09', by: 'applicant' },
    { n: 2, type: 'receive', on: '2026-03-10', by: 'agency' },
    { n: 3, type: 'register', on: '2026-03-10', by: 'agency' },
    { n: 4, type: 'consult', on: '2026-03-16', by: 'agency', party: 'third-party' },
    { n: 5, type: 'opinion', on: '2026-03-20', by: 'agency', party: 'third-party', opinion: 'consents' },
  ],
  letters: [{ ...paper('1', '登记回执'), on: '2026-03-10' }], files: [], may: ['withdraw'],
};

export const tracked: TrackedRequest = {
  receiptNo: '20260309-012345', channel: 'online', submittedOn: '2026-03-09', wanted: { title: '2024年柳林河采砂许可', description: '柳林河东滩段2024年全部采砂许可的批文和开采量核定表。' },
  attachments: [{ name: '公示栏照片.jpg', size: 320_000, sha256: '0'.repeat(64) }], filesAnnounced: 2, mayAttach: true, branches: [branch],
};

/** Each state that looks another way, by name. */
export const states = {
  submitted: { ...tracked, branches: [{ ...branch, phase: 'submitted', deadlines: [], events: branch.events.slice(0, 1), letters: [] }] },
  processing: tracked,
  correcting: {
    ...tracked,
    branches: [{
      ...branch, phase: 'correcting', waitsFor: ['applicant'], deadlines: [correctionDeadline], may: ['correct', 'withdraw'],
      events: [...branch.events.slice(0, 3), { n: 4, type: 'ask-correction', on: '2026-03-16', by: 'agency', workdays: 15, points: ['请说明需要哪一年度的批文', '请说明“开采量”指核定量还是实际量'] }],
    }],
  },
  paying: {
    ...tracked,
    branches: [{
      ...branch, phase: 'paying', waitsFor: ['applicant'], may: ['withdraw'],
      deadlines: [{ ...correctionDeadline, id: 'payment', term: 'payment', article: '国办函〔2020〕109号' }, { ...replyDeadline, stands: 'paused', by: 'fee', since: '2026-03-17', left: 15 }],
      events: [...branch.events.slice(0, 3), {
        n: 4, type: 'notice-fee', on: '2026-03-16', by: 'agency', way: 'electronic',
        fee: { scale: 'pages', yuan: 1100, lines: [{ first: 1, last: 30, each: 0, yuan: 0 }, { first: 31, last: 100, each: 10, yuan: 700 }, { first: 101, last: 120, each: 20, yuan: 400 }] },
      }],
    }],
  },
  explaining: {
    ...tracked,
    branches: [{ ...branch, phase: 'explaining', waitsFor: ['applicant'], may: ['explain', 'withdraw'], deadlines: [{ ...correctionDeadline, id: 'reasons', term: 'reasons', onSilence: 'no-reasons' }] }],
  },
  late: { ...tracked, branches: [{ ...branch, deadlines: [{ ...replyDeadline, left: -3, light: 'red' }], remedy: { remedy: 'either', text: '行政机关逾期不作出答复的，可以依法申请行政复议。', article: '《行政复议法》第十一条' } }] },
  partial: {
    ...tracked, mayAttach: false, filesAnnounced: 1,
    branches: [{
      ...branch, phase: 'served', outcome: 'partial', endedOn: '2026-04-02', waitsFor: ['agency'], may: [],
      deadlines: [{ ...replyDeadline, endedOn: '2026-04-02' }, {
        ...replyDeadline, id: 'reconsideration', term: 'reconsideration', binds: 'applicant', onSilence: 'right-ends', trigger: 'delivery', length: 60, unit: 'calendar-days', article: '《行政复议法》第二十条',
        rollsOver: '《行政复议法》第八十八条', from: '2026-04-02', due: '2026-06-01', left: 41, trail: [],
      }],
      events: [...branch.events, { n: 6, type: 'decide', on: '2026-04-01', by: 'agency', outcome: 'partial' }, { n: 7, type: 'serve', on: '2026-04-02', by: 'agency', way: 'electronic' }],
      letters: [...branch.letters, paper('2', '政府信息公开申请答复书')], files: [paper('3', '2024年采砂许可批文（区分处理）.pdf')],
      remedy: { remedy: 'reconsider-first', text: '如对本答复不服，应当自收到本答复之日起六十日内先向行政复议机关申请行政复议。', article: '《行政复议法》第二十三条' },
    }],
  },
  transferred: {
    ...tracked,
    branches: [
      { ...branch, phase: 'transferred', outcome: 'transferred', endedOn: '2026-03-12', waitsFor: [], deadlines: [], may: [], letters: [], events: [...branch.events.slice(0, 3), { n: 4, type: 'transfer', on: '2026-03-12', by: 'agency', to: tax }] },
      { ...branch, id: 'b2', parent: 'main', agency: tax, phase: 'received', receivedOn: '2026-03-12', letters: [], events: [{ n: 5, type: 'receive', on: '2026-03-12', by: 'agency' }] },
    ],
  },
} satisfies Record<string, TrackedRequest>;
