import type { Board, Round, RoundReport, SupportCount, TopicFigures, TopicSummary } from '@sunlit/client';
import type { HeldBoardSettings, Me, Posting, PostingPapers, PostingSummary, RatingTask } from '@sunlit/client/desk';
import { WATER } from '../frame/testing.ts';

/** What the tests of the topic board share: people, one posting in all its parts, its papers, a round, a low rating. */

export const OFFICER: Me = {
  id: '01JQ8ZK4T5V6W7X8Y9Z0ABCP01', username: 'water-topics', name: '陈点题', post: '政务公开科科员', twoFactor: false, mustChangePassword: false,
  grants: [{ agency: WATER, role: 'topic-officer' }],
  permissions: ['drafts.read', 'drafts.write', 'files.write', 'topics.read', 'topics.moderate', 'topics.route', 'topics.answer', 'ratings.read', 'ratings.follow'],
};
export const SUPERVISOR: Me = { ...OFFICER, name: '王监督', post: '监察室主任', grants: [{ agency: WATER, role: 'supervisor' }], permissions: ['drafts.read', 'topics.read', 'ratings.read'] };
export const MANAGER: Me = { ...OFFICER, name: '赵管理', post: '办公室主任', grants: [{ agency: WATER, role: 'administrator' }], permissions: ['drafts.read', 'topics.read', 'topics.settings', 'ratings.read'] };

const HANDLER = { id: OFFICER.id, name: OFFICER.name, post: OFFICER.post };
export const id = (last: string): string => `01JQ8ZK4T5V6W7X8Y9Z0ABT${last.padStart(3, '0')}`;
export const POSTING_ID = id('1');
export const ROUND_ID = '01JQ8ZK4T5V6W7X8Y9Z0ABCR01';

export const supports = (changed: Partial<SupportCount> = {}): SupportCount => ({ total: 12, web: 9, kiosk: 1, counter: 0, paper: 2, hotline: 0, ...changed });
export const due = (left: number) => ({ term: 'answer', from: '2026-03-09', due: '2026-04-07', workdays: 20, left, late: left < 0, provisional: false }) as const;

export const posted = (last: string, changed: Partial<PostingSummary> = {}): PostingSummary => ({
  id: id(last), no: `20260309-00${last.padStart(2, '0')}`, board: WATER, purpose: 'disclose', title: `公开第${last}号水闸的值班安排`, phase: 'open', channel: 'web', supports: supports(), submittedOn: '2026-03-09', version: 4, updatedAt: '2026-03-10T02:00:00.000Z', ...changed,
});

const { title: _, ...unread } = posted('1', { phase: 'submitted', supports: supports({ total: 1, web: 1, kiosk: 0, paper: 0 }), next: { ...due(2), term: 'review', workdays: 3, due: '2026-03-12' } });

/** Just submitted: nobody has read it. */
export const onePosting = (changed: Partial<Posting> = {}): Posting => ({
  ...unread, earlierAnswers: [], merged: [], ratings: { n: 0, levels: { 'very-satisfied': 0, satisfied: 0, 'fairly-satisfied': 0, dissatisfied: 0, 'very-dissatisfied': 0 } }, lists: [],
  deadlines: [{ ...due(2), term: 'review', workdays: 3, due: '2026-03-12' }],
  entries: [{ n: 1, at: '2026-03-09T02:00:00.000Z', type: 'submit', on: '2026-03-09', by: 'resident' }],
  may: ['review', 'approve', 'return', 'merge'],
  ...changed,
});

/** On the board, claimed, with people behind it. */
export const claimed = (changed: Partial<Posting> = {}): Posting => onePosting({
  title: '公开水库汛期值班电话', text: '汛期找不到值班的人。', phase: 'claimed', handler: HANDLER, supports: supports(), round: { id: ROUND_ID, title: '第二季度点题' }, next: due(8),
  deadlines: [{ ...due(0), term: 'review', workdays: 3, due: '2026-03-12', doneOn: '2026-03-10' }, due(8)],
  lists: [{ id: id('L1'), basis: 'paper', on: '2026-03-11', added: 2, already: 1, scan: true, person: HANDLER }],
  entries: [
    { n: 1, at: '2026-03-09T02:00:00.000Z', type: 'submit', on: '2026-03-09', by: 'resident' },
    { n: 2, at: '2026-03-10T02:00:00.000Z', type: 'approve', on: '2026-03-10', by: 'agency', person: HANDLER },
    { n: 3, at: '2026-03-10T03:00:00.000Z', type: 'assign', on: '2026-03-10', by: 'agency', person: HANDLER, to: WATER },
    { n: 4, at: '2026-03-11T02:00:00.000Z', type: 'supports', on: '2026-03-11', by: 'agency', person: HANDLER, basis: 'paper', added: 2, already: 1 },
    { n: 5, at: '2026-03-11T03:00:00.000Z', type: 'claim', on: '2026-03-11', by: 'agency', person: HANDLER, due: '2026-04-07' },
  ],
  may: ['answer', 'postpone', 'decline', 'merge'],
  ...changed,
});

export const ANSWER = {
  outcome: 'disclosed', text: '## 值班电话\n\n已公开，见**附件**。', disclosures: [{ id: id('D1'), title: '防汛值班安排', agency: WATER, kind: 'notice', validity: 'in-force' }], files: [], post: '水旱灾害防御科', on: '2026-03-20',
  promise: { text: '汛期前更换公示牌。', due: '2026-05-01' },
} as const satisfies { readonly [Key in keyof NonNullable<Posting['answer']>]: unknown };
export const answer = ANSWER as unknown as NonNullable<Posting['answer']>;

export const PAPERS: PostingPapers = {
  written: { agencyId: WATER.id, purpose: 'disclose', title: '张三问：值班电话为何不公开', text: '我叫张三，电话13800000000，想查我的档案。\n汛期找不到人。', place: '柳林镇' },
  marks: { title: [{ start: 0, end: 2, kind: 'name' }], text: [{ start: 2, end: 4, kind: 'name' }, { start: 7, end: 18, kind: 'phone' }] },
  ways: [{ way: 'request', found: '我的档案' }],
  reopenings: [],
};

export const topic = (last: string, changed: Partial<TopicSummary> = {}): TopicSummary => ({
  id: id(last), no: `20260301-00${last.padStart(2, '0')}`, board: WATER, purpose: 'disclose', title: `水库值班电话是多少（${last}）`, phase: 'open', supports: supports(), submittedOn: '2026-03-01', version: 2, updatedAt: '2026-03-02T02:00:00.000Z', ...changed,
});

export const FIGURES: TopicFigures = {
  asked: 12, open: 3, answered: 7, declined: 1, merged: 1, returned: 2, claimedInTime: { n: 9, of: 10 }, answeredInTime: { n: 6, of: 7 }, overdue: 1, reopened: 0, ratings: onePosting().ratings, deflections: 4,
};

export const BOARD: Board = {
  agency: WATER, open: true, purposes: ['disclose', 'ask', 'correct'], moderated: true, categories: [], promise: { review: 3, claim: 5, answer: 15 }, mail: false, figures: FIGURES,
};

export const oneRound = (changed: Partial<Round> = {}): Round => ({
  id: ROUND_ID, agency: WATER, title: '第二季度点题', state: 'answering', opensOn: '2026-03-01', closesOn: '2026-03-20', answerBy: { due: '2026-04-20', workdays: 20, provisional: false }, left: 9, figures: FIGURES, version: 3, ...changed,
});
export const report = (changed: Partial<RoundReport> = {}): RoundReport => ({ ...oneRound(), ranking: [topic('7', { phase: 'published', supports: supports({ total: 40 }) }), topic('8', { phase: 'claimed', next: due(-2) })], ...changed });

export const oneTask = (last: string, changed: Partial<RatingTask> = {}): RatingTask => ({
  id: `01JQ8ZK4T5V6W7X8Y9Z0ABCK${last.padStart(2, '0')}`, agency: WATER, subject: { type: 'window', name: '取水许可窗口' }, level: 'dissatisfied', reasons: ['waiting', 'manner'], written: true, at: '2026-03-09T02:00:00.000Z', deadline: { ...due(3), term: 'answer', workdays: 5 }, version: 1, ...changed,
});

export const HELD: HeldBoardSettings = {
  version: '0'.repeat(64),
  settings: { open: true, purposes: ['disclose', 'ask', 'correct'], moderated: true, categories: [], rounds: false, reviewWorkdays: 3, claimWorkdays: 5, answerWorkdays: 20, ratingWorkdays: 5, writtenMonths: 12 },
};
