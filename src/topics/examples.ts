import type { Board, OwnTopic, Round, Similar, SupportCount, Topic, TopicAnswer, TopicDeadline, TopicFigures, TopicPage, TopicStep, TopicSummary } from '@sunlit/client/topics';

const village = { id: 'liuhe-heping', name: '和平村村民委员会' };
const town = { id: 'liuhe', name: '柳河镇人民政府' };

const ulid = (n: number) => `01JQ8ZK4T5V6W7X8Y9Z0ABC${String(n).padStart(3, '0')}`;
const supports = (web: number, others: Partial<SupportCount> = {}): SupportCount => {
  const count = { web, kiosk: 0, counter: 0, paper: 0, hotline: 0, ...others };
  return { ...count, total: count.web + count.kiosk + count.counter + count.paper + count.hotline };
};
const term = (name: TopicDeadline['term'], due: string, left: number, more: Partial<TopicDeadline> = {}): TopicDeadline => ({ term: name, from: '2026-03-02', due, workdays: 5, left, late: left < 0, provisional: false, ...more });

export const figures: TopicFigures = {
  asked: 47, open: 9, answered: 34, declined: 2, merged: 5, returned: 4, claimedInTime: { n: 40, of: 42 }, answeredInTime: { n: 31, of: 34 }, overdue: 1, reopened: 2, deflections: 18,
  ratings: { n: 21, levels: { 'very-satisfied': 9, satisfied: 7, 'fairly-satisfied': 3, dissatisfied: 2, 'very-dissatisfied': 0 } },
};

export const round: Round = {
  id: ulid(900), agency: village, title: '2026年第一季度点题', state: 'open', opensOn: '2026-03-02', closesOn: '2026-03-16', answerBy: { due: '2026-04-03', workdays: 14, provisional: false }, left: 5, figures, version: 1,
};

export const board: Board = {
  agency: village, open: true, purposes: ['disclose', 'ask', 'correct'], moderated: true, categories: [], promise: { review: 2, claim: 5, answer: 15 }, round, mail: true, figures,
};

const base: Pick<TopicSummary, 'board' | 'purpose' | 'version' | 'updatedAt'> = { board: village, purpose: 'disclose', version: 3, updatedAt: '2026-03-09T01:00:00Z' };

export const waiting: TopicSummary = {
  ...base, id: ulid(1), no: '20260303-0001', title: '公开2025年村集体鱼塘发包合同和租金去向', place: '东塘', phase: 'claimed', supports: supports(38, { kiosk: 4, paper: 26, hotline: 1 }), submittedOn: '2026-03-03',
  next: term('answer', '2026-04-03', 14), round: { id: round.id, title: round.title },
};
const fresh: TopicSummary = { ...base, id: ulid(2), no: '20260306-0001', title: '自来水管网改造什么时候轮到三组，停水怎么提前通知', purpose: 'ask', place: '三组', phase: 'open', supports: supports(17, { counter: 2 }), submittedOn: '2026-03-06', next: term('claim', '2026-03-13', 4) };
const overdue: TopicSummary = { ...base, id: ulid(3), no: '20260211-0002', title: '高标准农田项目的施工单位、工期和验收结果', phase: 'assigned', agency: town, supports: supports(29), submittedOn: '2026-02-11', next: term('claim', '2026-03-04', -3) };
const today: TopicSummary = { ...base, id: ulid(4), no: '20260227-0001', title: '低保名单公示到几月，二月的没有贴出来', purpose: 'correct', phase: 'claimed', supports: supports(8), submittedOn: '2026-02-27', next: term('answer', '2026-03-09', 0) };
export const published: TopicSummary = { ...base, id: ulid(5), no: '20260112-0001', title: '公开2025年村级道路养护经费的明细', phase: 'published', outcome: 'disclosed', supports: supports(52, { paper: 31 }), submittedOn: '2026-01-12', answeredOn: '2026-02-06' };
const declined: TopicSummary = { ...base, id: ulid(6), no: '20260118-0003', title: '公开每户宅基地的确权档案', phase: 'declined', supports: supports(6), submittedOn: '2026-01-18' };

export const summaries: readonly TopicSummary[] = [today, overdue, fresh, waiting];
export const page: TopicPage = { items: [...summaries], total: { value: 4, relation: 'eq' } };
export const answeredPage: TopicPage = { items: [published, declined], total: { value: 2, relation: 'eq' } };

const step = (n: number, type: TopicStep['type'], on: string, more: Partial<TopicStep> = {}): TopicStep => ({ n, type, on, by: 'agency', ...more });

export const answer: TopicAnswer = {
  outcome: 'disclosed', post: '村会计', on: '2026-02-06', files: [{ name: '2025年道路养护支出明细.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: 18_400, sha256: '0'.repeat(64) }],
  disclosures: [{ id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', title: '和平村2025年财务公开（第四季度）', kind: 'budget', validity: 'in-force', agency: village }],
  text: '2025年村级道路养护共支出 **6.8 万元**，已随第四季度财务公开。\n\n| 项目 | 金额（元） |\n|---|---:|\n| 砂石料 | 31200 |\n| 机械台班 | 22800 |\n| 人工 | 14000 |\n\n单据在村务公开栏和村委会办公室可以查阅。',
  promise: { text: '每季度结束后10日内，在财务公开里单列道路养护支出。', due: '2026-04-10' },
};

export const topic: Topic = {
  ...published, text: '去年村里说花了不少钱修路，想看看每一笔花在哪里。', answer, earlierAnswers: [], merged: [{ id: ulid(7), no: '20260115-0002', title: '修路的钱花到哪里去了' }],
  deadlines: [
    { term: 'review', from: '2026-01-12', due: '2026-01-14', workdays: 2, left: 1, late: false, provisional: false, doneOn: '2026-01-13' },
    { term: 'claim', from: '2026-01-13', due: '2026-01-20', workdays: 5, left: -1, late: true, provisional: false, doneOn: '2026-01-21' },
    { term: 'answer', from: '2026-01-21', due: '2026-02-11', workdays: 15, left: 3, late: false, provisional: false, doneOn: '2026-02-06' },
    { term: 'promise', from: '2026-02-06', due: '2026-04-10', left: 23, late: false, provisional: true },
  ],
  steps: [
    step(1, 'submit', '2026-01-12', { by: 'resident' }), step(2, 'approve', '2026-01-13', { post: '村务监督委员会' }), step(3, 'assign', '2026-01-13', { post: '村文书' }),
    step(4, 'claim', '2026-01-21', { post: '村会计', due: '2026-02-11' }), step(5, 'publish', '2026-02-06', { post: '村会计' }),
  ],
  ratings: { n: 6, levels: { 'very-satisfied': 2, satisfied: 3, 'fairly-satisfied': 0, dissatisfied: 1, 'very-dissatisfied': 0 } }, may: ['support', 'rate', 'reopen'],
};

/** A topic that waits for its answer. */
export const openTopic: Topic = {
  ...waiting, text: '去年鱼塘重新发包，想知道承包人、年限、租金，和租金用在了哪里。', earlierAnswers: [], merged: [], may: ['support'], ratings: { n: 0, levels: { 'very-satisfied': 0, satisfied: 0, 'fairly-satisfied': 0, dissatisfied: 0, 'very-dissatisfied': 0 } },
  deadlines: [term('answer', '2026-04-03', 14)],
  steps: [step(1, 'submit', '2026-03-03', { by: 'resident' }), step(2, 'approve', '2026-03-04', { round: { id: round.id, title: round.title } }), step(3, 'claim', '2026-03-06', { post: '村文书', due: '2026-04-03' })],
};

export const own: readonly OwnTopic[] = [
  { id: ulid(20), no: '20260309-0004', phase: 'submitted', relation: 'wrote' },
  { id: ulid(21), no: '20260226-0002', phase: 'returned', relation: 'wrote', returned: { reason: 'named-records', words: '您要的是本户的土地确权档案，属于特定档案，请用依申请公开。', way: 'request' } },
  { id: waiting.id, no: waiting.no, phase: waiting.phase, relation: 'supports', topic: waiting },
];

export const similar: Similar = {
  topics: [waiting, published],
  disclosures: [{
    id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEG', indexNo: '000014349/2025-00012', kind: 'notice', title: '和平村2024年集体资源发包情况', summary: '鱼塘、机动地发包的承包人、年限和租金', agency: village, categoryId: 'A20_07',
    publishedOn: '2025-01-10', validity: 'in-force', openTerm: 'long-term', revision: 1,
  }],
};
