import type { Board, Round, Topic, TopicFigures, TopicSummary } from '@sunlit/client/topics';
import type { Displayed, DisplayedStanding } from './display.ts';

const village = { id: 'liuhe-heping', name: '和平村村民委员会' };
const water = { id: 'qinghe-water', name: '清河县水利局' };

const supports = (total: number) => ({ total, web: total, kiosk: 0, counter: 0, paper: 0, hotline: 0 });

const figures: TopicFigures = {
  asked: 46, open: 9, answered: 31, declined: 2, merged: 4, returned: 3, claimedInTime: { n: 40, of: 42 }, answeredInTime: { n: 28, of: 31 }, overdue: 2, reopened: 1,
  ratings: { n: 57, levels: { 'very-satisfied': 30, satisfied: 17, 'fairly-satisfied': 6, dissatisfied: 3, 'very-dissatisfied': 1 } }, deflections: 12,
};

export const round: Round = {
  id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDE1', agency: village, title: '2026年第一轮点题', state: 'open', opensOn: '2026-03-02', closesOn: '2026-03-20',
  answerBy: { due: '2026-04-14', workdays: 15, provisional: false }, left: 9, figures, version: 1,
};

export const board: Board = { agency: village, open: true, purposes: ['disclose', 'ask', 'correct'], moderated: true, categories: [], promise: { review: 2, claim: 3, answer: 10 }, round, mail: true, figures };

const ulid = (n: number) => `01JQ8ZK4T5V6W7X8Y9Z0AB${String(n).padStart(4, '0')}`;
const titles = [
  '村集体机动地承包收入和支出', '2025年度公益性岗位名单是怎么定的', '村口到小学那段路什么时候修，钱从哪里来', '低保评议的会议记录能不能公开', '自来水水费为什么涨价，依据是什么',
  '村卫生室的药品价格表', '秸秆禁烧的补贴发了没有，发给了谁', '去年维修祠堂的决算',
];

export const openTopics: TopicSummary[] = titles.map((title, n) => ({
  id: ulid(n), no: `20260303-${String(n + 1).padStart(4, '0')}`, board: village, purpose: 'disclose', title, phase: n % 3 === 0 ? 'claimed' : 'open', supports: supports(63 - 7 * n), submittedOn: '2026-03-03', version: 1, updatedAt: '2026-03-09T02:00:00Z',
  next: { term: n % 3 === 0 ? 'answer' : 'claim', from: '2026-03-03', due: '2026-03-18', workdays: 10, left: 7, late: false, provisional: false },
}));

export const lateTopics: TopicSummary[] = ['河道采砂的罚款去向', '灌溉渠清淤哪天轮到下游'].map((title, n) => ({
  ...openTopics[0] as TopicSummary, id: ulid(20 + n), no: `20260105-000${String(n + 1)}`, title, phase: 'claimed', agency: water, supports: supports(18 - n),
  next: { term: 'answer', from: '2026-01-05', due: '2026-02-03', workdays: 20, left: -18, late: true, provisional: false },
}));

const answers = [
  ['高标准农田项目占了谁的地，补了多少', '共占用 **12.6 亩**，涉及 9 户。补偿按县里的标准每亩 1,260 元，已于 2 月 11 日全部打到一卡通。\n\n| 组 | 亩 |\n|---|---|\n| 一组 | 7.2 |\n| 三组 | 5.4 |\n\n明细和签字表见[公开内容](https://open.example.gov.cn/item)。'],
  ['村里路灯电费谁出', '路灯电费由村集体经营收入支付，2025 年全年 8,412 元。每季度在公开栏公布一次，单据可以到村委会查。'],
  ['合作医疗缴费后多久生效', '每年 9 月 1 日到 12 月 31 日缴费，次年 1 月 1 日起生效。'],
] as const;

export const answeredTopics: Topic[] = answers.map(([title, text], n) => ({
  ...openTopics[0] as TopicSummary, id: ulid(40 + n), no: `20260112-000${String(n + 1)}`, title, phase: 'published', outcome: 'disclosed', supports: supports(25 - 4 * n), answeredOn: `2026-03-0${String(6 - n)}`, next: undefined,
  answer: { outcome: 'disclosed', text, disclosures: [], files: [], post: '村务监督委员会主任', on: `2026-03-0${String(6 - n)}`, ...(n === 0 && { promise: { text: '三季度公布验收结果', due: '2026-09-30' } }) },
  earlierAnswers: [], merged: [], deadlines: [], steps: [], ratings: figures.ratings, may: [],
}));

const standing = ({ phase, next, answeredOn }: TopicSummary): DisplayedStanding => phase === 'published'
  ? { tone: 'good', text: `${answeredOn ?? ''}已解答`, until: [] }
  : { tone: next?.late ? 'bad' : 'calm', text: phase === 'claimed' ? '已认领，正在办理' : '等待认领', until: next ? ['2026年3月18日前解答', next.late ? '已逾期 18 个工作日' : `还有 ${String(next.left)} 个工作日`] : [] };

export const displayed: Displayed = { board, language: 'zh-CN', standing, boardHref: 'https://open.example.gov.cn/village/topics.html', href: (id) => `https://open.example.gov.cn/village/topics.html?sunlit-topic=${id}` };
