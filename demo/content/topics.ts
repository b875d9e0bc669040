import type { BoardSettings, RatingLevel, TopicChannel, TopicContent } from '@sunlit/contract';
import { ref, type SeededBoards, type SeededSubjectRating, type SeededTopic, type SeededTopicStep } from '@sunlit/server';
import { ulidOf } from '../load.ts';
import { disclosures } from './index.ts';

/*
 * Boards of a village, a street, two agencies and a county as residents and officers find them: a round that collects, one that is being
 * answered, one that was reported, and topics at every point of their life. Days count back in workdays from the day on which they are
 * entered. What is asked comes from what such places are asked (点题栏, repair fund, leaders' telephones, sand mining, aid for low
 * incomes); those who sign and write are roles, and there is nobody behind them.
 */

const [VILLAGE, STREET, WATER, TAX, COUNTY] = ['qinghe-anping-shangwan', 'fangbei-beiguan-street', 'qinghe-water', 'fangbei-tax', 'qinghe'] as const;

const board = (changed: Partial<BoardSettings> = {}): BoardSettings => ({
  open: true, purposes: ['disclose', 'ask', 'correct'], moderated: true, categories: [], rounds: false,
  reviewWorkdays: 2, claimWorkdays: 5, answerWorkdays: 10, ratingWorkdays: 15, writtenMonths: 12, ...changed,
});

/** A disclosure of the demo, by its key. */
function disclosure(key: string): string {
  const found = disclosures.find((one) => one.key === key);
  if (found === undefined) throw new Error(`The demo has no disclosure "${key}".`);
  return ulidOf(key, found.publishedOn);
}

interface Told {
  readonly ago: number;
  readonly board: string;
  readonly officer: string;
  readonly channel?: TopicChannel;
  readonly purpose?: TopicContent['purpose'];
  readonly title: string;
  readonly text: string;
  readonly place?: string;
  readonly about?: string;
  /** When it came onto the board, in the words in which it was written. */
  readonly opened?: number;
  readonly openedBy?: string;
  readonly steps?: readonly SeededTopicStep[];
}

function topic(key: string, { ago, board: agencyId, officer, channel = 'web', purpose = 'disclose', title, text, place, about, opened, openedBy, steps = [] }: Told): SeededTopic {
  const content: TopicContent = { agencyId, purpose, title, text, ...(place === undefined ? {} : { place }), ...(about === undefined ? {} : { disclosureId: disclosure(about) }) };
  const approve: SeededTopicStep[] = opened === undefined ? [] : [{ ago: opened, take: 'approve', stated: { title, text, ...(place === undefined ? {} : { place }) }, ...(openedBy === undefined ? {} : { by: openedBy }) }];
  return { key, ago, channel, officer, content, steps: [...approve, ...steps] };
}

/** Who stands on a sheet: so many of one place. */
const signers = (place: string, count: number) => Array.from({ length: count }, (_, index) => ({ name: `${place}演示签名${index + 1}` }));

interface Answered {
  readonly by?: string;
  readonly published?: number;
  readonly outcome: 'disclosed' | 'explained' | 'corrected' | 'already-public';
  readonly post: string;
  readonly text: string;
  readonly see?: readonly string[];
  readonly promise?: { readonly text: string; readonly ago: number };
}

const answered = (ago: number, { by, published, outcome, post, text, see = [], promise }: Answered): SeededTopicStep[] => [
  {
    ago, take: 'answer', ...(by === undefined ? {} : { by }),
    stated: { answer: { outcome, text, post, disclosures: see.map(disclosure), files: [], ...(promise && { promise: { text: promise.text, due: ref({ ago: promise.ago }) } }) } },
  },
  ...(published === undefined ? [] : [{ ago: published, take: 'publish', ...(by === undefined ? {} : { by }) } as const]),
];

const rated = (ago: number, ...levels: readonly RatingLevel[]): SeededTopicStep[] => levels.map((level) => ({ ago, rate: { level } }));
const claimed = (ago: number, workdays: number, by?: string): SeededTopicStep => ({ ago, take: 'claim', stated: { promise: { workdays } }, ...(by === undefined ? {} : { by }) });
const forRound = (ago: number, round: string): SeededTopicStep => ({ ago, take: 'claim', stated: { promise: { round: ref({ round }) } } });
const assigned = (ago: number, agencyId: string, { to, by }: { readonly to?: string; readonly by?: string } = {}): SeededTopicStep => ({
  ago, take: 'assign', stated: { agencyId, ...(to === undefined ? {} : { handler: ref({ person: to }) }) }, ...(by === undefined ? {} : { by }),
});

const topics: readonly SeededTopic[] = [
  topic('repair-fund', {
    ago: 40, board: STREET, officer: 'street-topics', opened: 39, place: '铁北社区',
    title: '公开老旧小区专项维修资金的收支', text: '楼顶漏水修了两回，大家想知道维修资金还有多少、每一笔用在哪里、由谁签字。',
    steps: [
      { ago: 38, supports: 16, basis: 'web' }, { ago: 37, supports: 5, basis: 'kiosk' }, { ago: 37, list: 'counter', signers: signers('铁北社区', 3) },
      assigned(37, 'fangbei-beiguan-tiebei'), claimed(36, 10),
      { ago: 28, take: 'postpone', stated: { promise: { workdays: 10 }, words: '各楼栋的支出正在由居务监督员逐笔核对，核对以后一并公布。' } },
      ...answered(20, {
        published: 19, outcome: 'disclosed', post: '铁北社区居务公开小组', see: ['grassroots/affairs-fangbei-beiguan-tiebei', 'city-repair-fund-publicity'],
        text: '维修资金的使用公示办法已在居务公开栏和网上公布：**用途、金额、签字人**逐项列出，变动随时更换。\n\n对哪一笔有疑问，可以在公开栏前的登记簿上写明楼栋和项目，居务监督员当面解答。',
      }),
      ...rated(18, 'very-satisfied', 'satisfied', 'satisfied', 'fairly-satisfied'),
    ],
  }),
  topic('repair-fund-again', {
    ago: 35, board: STREET, officer: 'street-topics', opened: 34, place: '铁北社区', title: '维修基金还剩多少钱', text: '小区的维修基金剩多少，修一次楼顶要用多少。',
    steps: [{ ago: 34, supports: 6, basis: 'web' }, { ago: 33, take: 'merge', stated: { into: ref({ topic: 'repair-fund' }) } }],
  }),
  topic('savings', {
    ago: 30, board: STREET, officer: 'street-topics', opened: 29, title: '公开全部低保家庭的存款情况', text: '想看低保户家里到底有多少存款。',
    steps: [{ ago: 29, supports: 2, basis: 'web' }, { ago: 27, take: 'decline', stated: { reason: 'personal-privacy', words: '家庭财产属于个人隐私，不公开。低保对象的姓名和保障人数按规定在社区公示，对审核有异议的可以向街道民政办公室反映。' } }],
  }),
  topic('accounts', {
    ago: 29, board: VILLAGE, officer: 'village-topics', opened: 28, title: '村里每个月的收支能不能逐月贴出来', text: '公开栏上只有一年的总数，想看每个月收了什么、花在哪里。',
    steps: [
      { ago: 27, supports: 9, basis: 'web' }, { ago: 26, list: 'paper', signers: signers('上湾村', 14) }, { ago: 25, supports: 2, basis: 'kiosk' },
      forRound(21, 'village-1'),
      ...answered(13, {
        published: 13, outcome: 'disclosed', post: '上湾村村务公开小组', see: ['grassroots/accounts-qinghe-anping-shangwan', 'grassroots/village-affairs-rule'],
        text: '从上个月起，村级财务收支**逐月**贴在村务公开栏，同时在网上公布，每笔写明用途和经手岗位。\n\n财务往来较多时每月公布一次，这是村务公开的时间要求，村务监督委员会负责核对。',
      }),
      ...rated(12, 'very-satisfied', 'very-satisfied', 'satisfied'),
    ],
  }),
  topic('accounts-detail', {
    ago: 28, board: VILLAGE, officer: 'village-topics', channel: 'box', opened: 27, title: '村集体的钱花在哪里，想看明细', text: '不要只写总数，明细也写上。',
    steps: [{ ago: 27, supports: 4, basis: 'web' }, { ago: 26, take: 'merge', stated: { into: ref({ topic: 'accounts' }) } }],
  }),
  topic('pay', {
    ago: 27, board: VILLAGE, officer: 'village-topics', channel: 'card', opened: 26, title: '村干部的名单和报酬', text: '村里有哪些人领报酬，标准是谁定的。',
    steps: [
      { ago: 26, list: 'paper', signers: signers('上湾村', 8) }, forRound(21, 'village-1'),
      ...answered(15, {
        published: 14, outcome: 'explained', post: '上湾村村务公开小组', promise: { text: '下一季度的村务公开中列出岗位名单和各岗位的报酬标准。', ago: -20 },
        text: '村干部报酬的标准由镇里核定，按岗位发放。岗位设置在村务公开栏上有示意图，报酬此前没有单独列出。',
      }),
    ],
  }),
  topic('report', {
    ago: 27, board: VILLAGE, officer: 'village-topics', title: '有人夜里在河里挖沙', text: '举报：夜里有人在禁采河段挖沙，请来人处理。',
    steps: [{ ago: 26, take: 'return', stated: { reason: 'complaint', way: 'complaint', words: '这是举报，由水政监察大队当场处理，请按举报指南联系；点题栏只办理公开事项。' } }],
  }),
  topic('aid-list', {
    ago: 26, board: VILLAGE, officer: 'village-topics', purpose: 'ask', opened: 25, title: '低保评议的结果在哪里看', text: '村里评了低保，结果贴在哪里，贴几天？',
    steps: [
      { ago: 24, supports: 5, basis: 'web' }, forRound(21, 'village-1'),
      ...answered(18, { published: 17, outcome: 'explained', post: '上湾村村务公开小组', text: '在公开栏。' }),
      { ago: 16, rate: { level: 'dissatisfied', reasons: ['complete'], words: '只说在公开栏，没有说贴几天、有意见找谁。' } },
      { ago: 15, reopen: '没有说贴几天、有意见找谁。' },
      claimed(14, 5),
      ...answered(12, {
        published: 12, outcome: 'already-public', post: '上湾村村务公开小组', see: ['grassroots/assistance-qinghe-civil-affairs', 'grassroots/village-affairs-rule'],
        text: '评议和审核的结果贴在村委会门前的村务公开栏，张贴的天数和提出异议的地方写在公示单的末尾；申请、审核、公示的全过程见县民政局的办事指南。',
      }),
      ...rated(10, 'satisfied'),
    ],
  }),
  topic('quota', {
    ago: 25, board: STREET, officer: 'street-topics', channel: 'kiosk', purpose: 'ask', opened: 24, title: '小店的定额是怎么定出来的', text: '同样大小的店，定额不一样，想知道是怎么定的。',
    steps: [
      { ago: 24, supports: 7, basis: 'kiosk' }, assigned(23, TAX, { to: 'tax-topics' }), claimed(22, 8, 'tax-topics'),
      ...answered(16, {
        by: 'tax-topics', published: 15, outcome: 'already-public', post: '坊北地税分局办公室', see: ['tax/nine-step-rules', 'tax/quota-notice'],
        text: '定额按“九步”办理：业户自报、实地调查、代表评议、业户申辩、综合评定、生成信息、公示、审批、送达。**同行业、同规模业户的定额都在公示中，可以比较**；有异议的在公示期内提出。',
      }),
      ...rated(14, 'very-satisfied', 'fairly-satisfied'),
    ],
  }),
  topic('highway-sand', {
    ago: 24, board: WATER, officer: 'water-topics', purpose: 'correct', opened: 23, about: 'water/highway-sand-supply', place: '安平镇',
    title: '河沙有序开采的说明没有写清是不是放开了采砂', text: '高速公路开工以后都说河道可以随便采砂，公开的说明里看不出来，请写清楚。',
    steps: [
      { ago: 22, supports: 7, basis: 'web' }, claimed(21, 10),
      ...answered(14, {
        published: 13, outcome: 'corrected', post: '县水利局水政监察大队', see: ['water/clarify-highway-sand', 'water/no-mining-zones'],
        text: '说明没有写清这一点，已经另行**澄清**：高速公路开工不等于河道可以自由采砂，采砂仍须许可，禁采区和禁采期照旧。',
      }),
      ...rated(12, 'satisfied', 'satisfied'),
    ],
  }),
  topic('leaders', {
    ago: 22, board: WATER, officer: 'water-topics', channel: 'hotline', opened: 21, title: '局领导分管什么、电话是多少', text: '办事不知道该找哪位领导。',
    steps: [
      { ago: 21, list: 'hotline', signers: signers('来电', 4) }, claimed(20, 10),
      ...answered(16, { published: 15, outcome: 'already-public', post: '县水利局办公室', see: ['water/leaders'], text: '局领导的职务、分工和联系电话已经公开，公示栏上也有；人员变动后随时更换。' }),
    ],
  }),
  topic('relief', {
    ago: 21, board: TAX, officer: 'tax-topics', opened: 20, title: '减免税批给了哪些企业', text: '三年来的减免税，想看批给了谁、依据是什么。',
    steps: [{ ago: 19, supports: 13, basis: 'web' }, forRound(8, 'tax-1')],
  }),
  topic('aid', {
    ago: 19, board: COUNTY, officer: 'hotline-liaison', channel: 'hotline', purpose: 'ask', opened: 18, title: '城乡低保到哪里申请、要带什么', text: '家里老人想申请低保，网上没有找到去哪里办。',
    steps: [
      assigned(18, 'qinghe-civil-affairs', { to: 'civil-topics' }), claimed(16, 8, 'civil-topics'),
      ...answered(11, {
        by: 'civil-topics', published: 10, outcome: 'already-public', post: '县民政局社会救助股', see: ['grassroots/assistance-qinghe-civil-affairs'],
        text: '向户籍所在地的乡镇人民政府申请，也可以委托村委会代为提交；要带的材料、办理的步骤和时限都在办事指南里。',
      }),
      ...rated(9, 'fairly-satisfied'),
    ],
  }),
  topic('monitoring', {
    ago: 18, board: WATER, officer: 'water-topics', opened: 17, title: '采砂监控装在哪里、花了多少钱', text: '听说偷采的河段装了电子监控，装在什么地方，用了多少钱？',
    steps: [
      { ago: 16, supports: 8, basis: 'web' }, claimed(13, 15),
      ...answered(1, { outcome: 'already-public', post: '县水利局水政监察大队', see: ['water/monitoring-sites', 'water/monitoring-spending'], text: '设置地点在安装前公示过，购置支出已经公开。' }),
    ],
  }),
  topic('abstraction', {
    ago: 16, board: WATER, officer: 'water-topics', opened: 15, title: '取水许可办了多少、给了谁', text: '沿河的企业用水，想看取水许可的办理结果。',
    steps: [{ ago: 15, supports: 12, basis: 'web' }, { ago: 14, list: 'paper', signers: signers('沿河村', 9) }, claimed(14, 8), { ago: 9, note: '业务股正在按年度整理，先问清能公开到哪一栏。' }],
  }),
  topic('evaluator', {
    ago: 15, board: TAX, officer: 'tax-topics', channel: 'kiosk', purpose: 'ask', opened: 14, title: '评价器上按了不满意，谁来处理', text: '办税厅的评价器按完以后有没有人管？',
    steps: [
      { ago: 13, supports: 3, basis: 'kiosk' }, forRound(8, 'tax-1'),
      ...answered(3, { published: 2, outcome: 'already-public', post: '坊北地税分局办公室', see: ['tax/evaluator-rules'], text: '评价当日汇总，不满意的由科室负责人回访并在承诺的工作日内答复，办法已经公开。' }),
      ...rated(1, 'satisfied', 'dissatisfied'),
    ],
  }),
  topic('supervisors', {
    ago: 14, board: TAX, officer: 'tax-topics', purpose: 'correct', opened: 13, about: 'tax/supervisors', title: '执法监督员名录里有的岗位已经变了', text: '名录是几年前的，有些岗位已经没有了，请更新。', steps: [{ ago: 12, supports: 4, basis: 'web' }],
  }),
  topic('own-file', {
    ago: 8, board: COUNTY, officer: 'hotline-liaison', title: '想看我家当年的征地补偿档案', text: '请公开我家的征地补偿登记表。',
    steps: [{ ago: 7, take: 'return', stated: { reason: 'named-records', way: 'request', words: '这是与您本人有关的档案，不宜在点题栏公开；请填写依申请公开的表格，凭身份证明查询。' } }],
  }),
  topic('subsidy', {
    ago: 5, board: VILLAGE, officer: 'village-topics', opened: 4, title: '惠农补贴的面积是怎么核的', text: '各家的面积谁量的、什么时候公示，邻村的算法好像不一样。',
    steps: [{ ago: 3, supports: 21, basis: 'web' }, { ago: 2, list: 'paper', signers: signers('上湾村补贴', 12) }],
  }),
  topic('forms', {
    ago: 5, board: COUNTY, officer: 'hotline-liaison', purpose: 'ask', opened: 4, title: '办水利审批要不要到指定窗口买申请表', text: '有人说必须买范本才能办。',
    steps: [assigned(4, WATER, { to: 'water-topics' })],
  }),
  topic('road', {
    ago: 4, board: VILLAGE, officer: 'village-topics', channel: 'card', opened: 3, title: '村道谁来养护、钱从哪里来', text: '路坏了大半年，想知道有没有养护的钱。', steps: [{ ago: 2, list: 'paper', signers: signers('上湾村村道', 5) }],
  }),
  topic('signs', {
    ago: 3, board: VILLAGE, officer: 'village-topics', channel: 'kiosk', purpose: 'ask', opened: 2, title: '禁采区的警示牌立在哪几处', text: '想知道哪些河段不能采砂，牌子在哪里。',
    steps: [{ ago: 2, supports: 4, basis: 'kiosk' }, forRound(1, 'village-2')],
  }),
  topic('fry', {
    ago: 3, board: WATER, officer: 'water-topics', opened: 2, title: '四条河投放鱼苗以后效果怎么样', text: '投了一百万尾鱼苗，后来活了多少、有没有人再去看过？', steps: [{ ago: 1, supports: 11, basis: 'web' }, { ago: 1, list: 'hotline', signers: signers('来电', 2) }],
  }),
  topic('signature', {
    ago: 2, board: VILLAGE, officer: 'village-topics', opened: 1, title: '查村里的账要不要领导签字', text: '去看公开过的账，被要求先找人签字。', steps: [{ ago: 1, supports: 3, basis: 'web' }],
  }),
  topic('fishing-ban', {
    ago: 1, board: WATER, officer: 'water-topics', purpose: 'ask', title: '今年的禁渔期从哪天到哪天', text: '网上的禁渔令是前几年的，今年的日期在哪里看？', steps: [{ ago: 1, take: 'review' }],
  }),
  topic('lamp', { ago: 1, board: VILLAGE, officer: 'village-topics', channel: 'box', title: '村口的路灯什么时候修', text: '投在意见箱里的：路灯坏了，公开一下维修安排。' }),
  topic('bank', { ago: 0, board: WATER, officer: 'water-topics', title: '河堤加固的施工安排', text: '我家住滨河路12号3栋2单元501室，门前的河堤要加固，想看施工安排和负责的岗位。' }),
];

const windows = (agencyId: string, window: string, ago: number, ...levels: readonly RatingLevel[]): SeededSubjectRating[] => levels.map((level) => ({ ago, of: { type: 'window', agencyId, window }, level }));
const ofDisclosure = (key: string, ago: number, ...levels: readonly RatingLevel[]): SeededSubjectRating[] => levels.map((level) => ({ ago, of: { type: 'disclosure', id: disclosure(key) }, level }));

const ratings: readonly SeededSubjectRating[] = [
  ...windows('qinghe-service-centre', '综合受理窗口', 20, 'very-satisfied', 'satisfied', 'satisfied'),
  { ago: 19, of: { type: 'window', agencyId: TAX, window: '办税服务厅1号窗口' }, level: 'very-dissatisfied', reasons: ['waiting'], words: '排了一上午。' },
  { ago: 12, of: { type: 'window', agencyId: TAX, window: '办税服务厅1号窗口' }, level: 'dissatisfied', reasons: ['manner'], done: { by: 'tax-topics', ago: 8, result: '已向当日值班岗位了解情况，当面致歉，窗口增设了叫号提示。' } },
  ...windows(TAX, '办税服务厅1号窗口', 10, 'satisfied', 'very-satisfied', 'fairly-satisfied'),
  ...ofDisclosure('water/guide-sand-licence', 9, 'satisfied', 'very-satisfied'),
  { ago: 6, of: { type: 'disclosure', id: disclosure('water/guide-water-abstraction') }, level: 'dissatisfied', reasons: ['guide'], words: '指南里的材料清单和窗口要的不一样。' },
  ...windows('qinghe-service-centre', '综合受理窗口', 2, 'very-satisfied', 'fairly-satisfied'),
];

export const boards: SeededBoards = {
  settings: {
    [VILLAGE]: board({ rounds: true, intro: '每轮收集以后，在下一次村务公开时按题解答。写在点题卡上、投进意见箱也一样算。' }),
    [STREET]: board({ intro: '写下您想让街道和社区公开的事，我们按承诺的工作日答复。' }),
    [WATER]: board(),
    [TAX]: board({ rounds: true }),
    [COUNTY]: board({ purposes: ['disclose', 'ask'], intro: '在目录里找不到的，可以在这里提问，由政务信息热线联络员转给有关机关解答。' }),
  },
  rounds: [
    {
      key: 'village-1', agencyId: VILLAGE, title: '上一轮村务公开点题', intro: '收集期内写下的题，收集结束后十个工作日内答完。', opens: 30, closes: 22, answerWorkdays: 10,
      report: { ago: 10, text: '## 这一轮的点题\n\n收集期内共收到有关收支、报酬、低保评议的题，相近的合并后一并答复；一件属于举报，已告知举报渠道。\n\n## 怎样答的\n\n- 收支：从上个月起**逐月**公布。\n- 报酬：本季度没有列出，已承诺下一季度列出岗位名单和标准。\n- 低保评议：第一次答得不完整，重新答复。\n\n## 下一步\n\n没有兑现的承诺继续挂在公开栏上，到期对照检查。' },
    },
    { key: 'tax-1', agencyId: TAX, title: '办税公开点题', intro: '收集纳税人想看的事项，逐题答复。', opens: 22, closes: 9, answerWorkdays: 15 },
    { key: 'village-2', agencyId: VILLAGE, title: '本轮村务公开点题', intro: '您想在下一次村务公开时看到什么？可以写，也可以支持别人写的题。', opens: 6, closes: -6, answerWorkdays: 10 },
  ],
  topics,
  ratings,
};
