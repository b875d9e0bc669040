import calendar2024 from '@sunlit/rules/calendars/2024.json' with { type: 'json' };
import calendar2025 from '@sunlit/rules/calendars/2025.json' with { type: 'json' };
import calendar2026 from '@sunlit/rules/calendars/2026.json' with { type: 'json' };
import { DISPUTES, DISPUTE_RESULTS, type DisputesTable, type ProactiveTable, type RatingLevel, type RequestContent } from '@sunlit/contract';
import { addWorkdays, createCalendar } from '@sunlit/rules';
import { ref, type Database, type SeededBoards, type SeededRequest, type SeededStep, type SeededSubjectRating, type SeededTopic, type SeededTopicStep, type SeededYear } from '@sunlit/server';
import { agencies, disclosures } from './content/index.ts';
import { randomNumbers } from './generate.ts';
import { ulidOf } from './load.ts';

/*
 * A year of operation of the demo city, simulated: requests, topics, ratings and the closed figures of 2025, the same on every machine. What the
 * city publishes is real content; that anybody asked for it in 2025 is not. Applicants are roles, what they ask comes from the vocabulary of the
 * reports, and everything has ended by the end of January 2026, so that desks and boards show what they show without it.
 */

/** The year whose figures of operation are simulated, for pages that must say so. */
export const SIMULATED_YEAR = 2025;

/** Whether this data directory has the year, or can have it: what happened in 2025 is entered before what happens now, or not at all. */
export async function takesYear({ read }: Database): Promise<boolean> {
  const first = await read.selectFrom('request').select('submitted_on').orderBy('no').limit(1).executeTakeFirst();
  return first === undefined || first.submitted_on < `${SIMULATED_YEAR + 1}-01-01`;
}

const calendar = createCalendar([calendar2024, calendar2025, calendar2026]);
const random = randomNumbers(SIMULATED_YEAR);
const upTo = (limit: number) => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
const after = (day: string, workdays: number): string => addWorkdays(calendar, day, workdays).due;

/** A subject by what agencies are asked about, from their own sphere. */
const SPHERES: readonly { readonly agencyId: string; readonly officer: string; readonly share: number; readonly subjects: readonly string[] }[] = [
  { agencyId: 'qinghe-water', officer: 'water-requests', share: 28, subjects: ['水利工程招标', '水土保持补偿费', '水库除险加固', '防汛物资采购', '灌区水费', '水政执法检查', '河堤加固'] },
  { agencyId: 'fangbei-tax', officer: 'tax-requests', share: 20, subjects: ['税额核定', '欠税公告', '减免税审批', '办税服务厅设备采购', '执法监督员意见', '税务行政处罚'] },
  { agencyId: 'qingchuan-general-office', officer: 'city-supervisor', share: 20, subjects: ['政务公开考核', '规范性文件清理', '政府常务会议', '政府公报发行', '热线办理督办'] },
  { agencyId: 'qingchuan-housing', officer: 'city-supervisor', share: 16, subjects: ['专项维修资金', '商品房预售许可', '房屋征收补偿', '物业服务收费'] },
  { agencyId: 'qingchuan-legal-affairs', officer: 'city-supervisor', share: 11, subjects: ['行政复议案件', '行政执法证件', '重大决策听证'] },
  { agencyId: 'qingchuan-education', officer: 'city-supervisor', share: 9, subjects: ['教师招聘', '学区划分', '民办学校年检'] },
  { agencyId: 'qingchuan-environment', officer: 'city-supervisor', share: 9, subjects: ['建设项目环境影响评价', '排污许可', '环境监测'] },
  { agencyId: 'qinghe-land', officer: 'city-supervisor', share: 13, subjects: ['征地补偿安置', '宅基地审批', '土地出让合同'] },
  { agencyId: 'qinghe-finance', officer: 'city-supervisor', share: 7, subjects: ['惠农补贴发放', '政府采购', '部门预算'] },
  { agencyId: 'qinghe-civil-affairs', officer: 'city-supervisor', share: 6, subjects: ['城乡低保', '临时救助', '养老机构补贴'] },
  { agencyId: 'fangbei-finance', officer: 'city-supervisor', share: 3, subjects: ['部门决算', '专项资金拨付'] },
  { agencyId: 'nanping-civil-affairs', officer: 'city-supervisor', share: 2, subjects: ['社区救助'] },
  { agencyId: 'xiling-agriculture', officer: 'city-supervisor', share: 6, subjects: ['农机购置补贴', '土地流转备案'] },
];
const PAPERS = ['实施方案', '支出明细', '办理结果', '会议纪要', '审批材料', '检查记录', '名单', '合同文本'] as const;

const APPLICANTS: readonly (readonly [number, (n: number) => RequestContent['applicant']])[] = [
  [62, (n) => ({ type: 'naturalPerson', name: `演示申请人${n}`, identity: { type: 'other', number: `演示2025-${n}` }, contact: { email: 'applicant@example.org', address: '演示地址' } })],
  [18, (n) => ({ type: 'business', name: `演示企业${n}`, contactPerson: '经办人', contact: { email: 'company@example.org' } })],
  [5, (n) => ({ type: 'research', name: `演示研究机构${n}`, contactPerson: '经办人', contact: { email: 'research@example.org' } })],
  [4, (n) => ({ type: 'publicInterest', name: `演示公益组织${n}`, contactPerson: '经办人', contact: { email: 'charity@example.org' } })],
  [9, (n) => ({ type: 'legalService', name: `演示律师事务所${n}`, contactPerson: '经办人', contact: { email: 'law@example.org' } })],
  [2, (n) => ({ type: 'other', name: `演示单位${n}`, contactPerson: '经办人', contact: { email: 'other@example.org' } })],
];

const decided = (on: string, reply: object): SeededStep[] => [{ ago: on, take: 'decide', stated: { reply } }, { ago: on, take: 'serve', stated: { way: 'electronic' } }];
const refused = (outcome: string, grounds: string, remedy = 'reconsider-first') => (on: string) => decided(on, { outcome, grounds, remedy });
const NO_TIME = 'no-time';

/** How requests end, of a hundred: the steps from the registration on, by the day of the decision. */
const ENDS: readonly (readonly [number, ((on: string, registered: string) => SeededStep[]) | typeof NO_TIME])[] = [
  [34, (on) => decided(on, { outcome: 'granted', remedy: 'either' })],
  [8, (on) => decided(on, { outcome: 'already-public', grounds: '所申请公开的信息已经主动公开。', pointsTo: '本机关网站的政府信息公开专栏', remedy: 'either' })],
  [12, (on) => decided(on, { outcome: 'partial', withheld: [{ what: '当事人姓名、住址', ground: 'E15_THIRD' }], remedy: 'reconsider-first' })],
  [4, refused('denied-third-party', '涉及第三方的商业秘密，公开会损害其合法权益。')],
  [4, refused('denied-internal', '属于人事管理、后勤管理和内部工作流程方面的信息。')],
  [5, refused('denied-process', '属于在履行职责过程中形成的讨论记录和过程稿。')],
  [3, refused('denied-casefile', '属于行政执法案卷信息。')],
  [9, refused('not-existing', '经检索没有所申请公开的信息。', 'either')],
  [5, refused('not-held', '该信息不属于本机关负责公开。', 'either')],
  [3, refused('needs-creation', '没有现成信息，需要另行加工、分析。', 'either')],
  [3, (on) => decided(on, { outcome: 'petition', grounds: '所提内容属于投诉。', pointsTo: '12345市民服务热线', remedy: 'either' })],
  [2, (on) => decided(on, { outcome: 'repeat', grounds: '本机关已就相同的政府信息作出答复。', pointsTo: '此前以电子文件作出的答复', remedy: 'either' })],
  [3, (_, registered) => [{ ago: after(registered, 2), take: 'withdraw' }]],
  [3, (_, registered) => [{ ago: after(registered, 3), take: 'ask-correction', stated: { points: ['所指的年度和事项'], workdays: 10, way: 'electronic' } }]],
  [2, NO_TIME],
];

function drawn<T>(shares: readonly (readonly [number, T])[]): T {
  let left = random() * shares.reduce((sum, [share]) => sum + share, 0);
  for (const [share, one] of shares) if ((left -= share) < 0) return one;
  throw new Error('Nothing was drawn.');
}

function request({ agencyId, officer, subjects }: (typeof SPHERES)[number], day: string, n: number): SeededRequest {
  const subject = pick(subjects);
  const paper = pick(PAPERS);
  const channel = random() < 0.5 ? 'online' : 'counter';
  const end = drawn(ENDS);
  // Most are answered within the twenty workdays of Reg. 33, a few are not.
  const on = after(day, end === NO_TIME || random() < 0.05 ? 23 + upTo(4) : 4 + upTo(16));
  const steps = typeof end === 'string' ? decided(on, { outcome: 'granted', remedy: 'either' }) : end(on, day);
  return {
    ago: day, channel, officer,
    content: { agencyId, applicant: drawn(APPLICANTS)(n), wanted: { title: `${subject}${paper}`, description: `本机关二〇二四年以来${subject}的${paper}` }, form: 'electronic', route: 'online' },
    steps: [...(channel === 'online' ? [{ ago: day, take: 'receive' } as const] : []), { ago: day, take: 'register', stated: { label: subject } }, ...steps],
  };
}

const requests: readonly SeededRequest[] = SPHERES.flatMap((sphere) => Array.from({ length: sphere.share }, () => ({ sphere, workday: upTo(256) })))
  // From the middle of December of the year before, so that some are carried over, to the end of December, so that some are carried forward.
  .sort((a, b) => a.workday - b.workday).map(({ sphere, workday }, n) => request(sphere, after('2024-12-16', workday), n + 1));

/** What residents ask on the boards, and who answers. */
const BOARDS: readonly { readonly board: string; readonly officer: string; readonly post: string; readonly place?: string; readonly subjects: readonly string[] }[] = [
  { board: 'qinghe-anping-shangwan', officer: 'village-topics', post: '上湾村村务公开小组', subjects: ['集体土地承包费', '一事一议筹资', '饮水管护费', '防汛值班安排', '村图书室开放时间', '渡口维修费用', '植树补助'] },
  { board: 'fangbei-beiguan-street', officer: 'street-topics', post: '北关街道党政办公室', subjects: ['楼道灯维修费', '社区活动室开放安排', '绿化养护费用', '停车位收费', '健身器材维修', '旧楼改造次序', '消防通道清理安排'] },
  { board: 'qinghe-water', officer: 'water-topics', post: '清河县水利局办公室', subjects: ['水利工程招标结果', '水土保持补偿费标准', '防汛值班电话', '灌区水费标准', '水质监测结果', '水库除险加固进度', '机井维修补助'] },
  { board: 'fangbei-tax', officer: 'tax-topics', post: '坊北地税分局办公室', subjects: ['发票领购流程', '纳税信用等级评定结果', '税收优惠备案', '办税高峰提示', '处罚裁量标准', '欠税公告', '税收政策讲座安排'] },
  { board: 'qinghe', officer: 'hotline-liaison', post: '清河县人民政府办公室', subjects: ['政府采购目录', '公共资源交易结果', '行政复议办理结果', '规范性文件清理结果', '热线办理情况', '政务公开工作要点', '农村公路养护计划'] },
];
const LEVELS: readonly (readonly [number, RatingLevel])[] = [[34, 'very-satisfied'], [40, 'satisfied'], [20, 'fairly-satisfied']];
const QUESTIONS: readonly ((subject: string) => string)[] = [(subject) => `${subject}在哪里可以查到`, (subject) => `请公布${subject}`, (subject) => `${subject}什么时候公开`];

const isMerged = (n: number): boolean => n % 13 === 12;

function topic({ board: agencyId, officer, post }: (typeof BOARDS)[number], subject: string, day: string, n: number): SeededTopic {
  const title = (QUESTIONS[n % QUESTIONS.length] ?? String)(subject);
  const text = `想了解${subject}，公开栏和网站上没有找到，请公开或者说明在哪里可以查。`;
  const opened = after(day, 1);
  const first = { ago: opened, take: 'approve', stated: { title, text } } as const;
  const said = (steps: readonly SeededTopicStep[]): SeededTopic => ({ key: `${SIMULATED_YEAR}-${n}`, ago: day, channel: n % 4 === 0 ? 'kiosk' : 'web', officer, content: { agencyId, purpose: 'disclose', title, text }, steps });
  if (n % 20 === 19) return said([first, { ago: after(opened, 3), take: 'decline', stated: { reason: 'internal', words: '属于内部工作安排，不对外公开；对外的部分已在办事指南中写明。' } }]);
  if (isMerged(n)) return said([first, { ago: after(opened, 2), take: 'merge', stated: { into: ref({ topic: `${SIMULATED_YEAR}-${n - BOARDS.length}` }) } }]);
  // One in nine is answered after the promised ten workdays.
  const answeredOn = after(opened, n % 9 === 8 ? 15 : 4 + (n % 7));
  return said([
    first,
    ...(n % 3 === 0 ? [{ ago: opened, supports: 1 + (n % 4), basis: 'web' } as const] : []),
    { ago: after(opened, 2), take: 'claim', stated: { promise: { workdays: 10 } } },
    { ago: answeredOn, take: 'answer', stated: { answer: { outcome: 'explained', post, text: `${subject}已经整理，按季度在政务公开栏公布；有疑问的，可以到${post}查询。`, disclosures: [], files: [] } } },
    { ago: answeredOn, take: 'publish' },
    ...Array.from({ length: n % 3 }, () => ({ ago: after(answeredOn, 1), rate: { level: drawn(LEVELS) } })),
  ]);
}

// One board after the other: what is merged asks the same as the topic before it on its board.
const topics: readonly SeededTopic[] = Array.from({ length: 7 }, (_, round) => BOARDS.map((board, at) => ({ board, at, round }))).flat()
  .map(({ board, at, round }, n) => topic(board, board.subjects[isMerged(n) ? round - 1 : round] ?? '', after('2025-01-06', n * 7 + at), n));

const WINDOWS: readonly (readonly [agencyId: string, window: string])[] = [
  ['qingchuan-service-centre', '企业登记窗口'], ['qingchuan-service-centre', '社会保障窗口'], ['qingchuan-service-centre', '工程建设窗口'], ['qinghe-service-centre', '不动产窗口'], ['qinghe-service-centre', '社会救助窗口'],
  ['fangbei-tax', '办税服务厅2号窗口'], ['nanping-office', '便民服务窗口'], ['xiling-office', '便民服务窗口'],
];
const guides = disclosures.filter(({ key, content }) => content.kind === 'service' && !/^(water|tax)\//.test(key));

const ratings: readonly SeededSubjectRating[] = Array.from({ length: 560 }, () => upTo(247)).sort((a, b) => a - b).map((workday, n): SeededSubjectRating => {
  const ago = after('2025-01-02', workday);
  const guide = pick(guides);
  const [agencyId, window] = pick(WINDOWS);
  const of = n % 5 === 0 && guide.publishedOn < ago ? { type: 'disclosure', id: ulidOf(guide.key, guide.publishedOn) } as const : { type: 'window', agencyId, window } as const;
  if (n % 70 !== 69) return { ago, of, level: drawn(LEVELS) };
  return { ago, of, level: 'dissatisfied', reasons: ['waiting'], done: { by: 'city-supervisor', ago: after(ago, 6), result: '已核实当日排队情况，增加了引导人员。' } };
});

/** What the year puts before the requests and boards of the day on which the demo is entered. */
export const year: { readonly requests: readonly SeededRequest[]; readonly boards: Pick<SeededBoards, 'topics' | 'ratings'>; readonly figures: SeededYear } = {
  requests,
  boards: { topics, ratings },
  figures: {
    year: SIMULATED_YEAR, on: '2026-01-26', by: 'city-supervisor',
    agencies: agencies.map(({ id, kind, level }) => ({ id, proactive: proactive(kind === 'government' ? 3 : kind === 'department' ? 2 : 0, level === 'city'), disputes: disputes(id) })),
  },
};

function proactive(scale: number, rules: boolean): ProactiveTable {
  const issued = upTo(3) * scale;
  const regulations = rules && scale === 3 ? { issued: 1, repealed: 1, inForce: 18 } : { issued: 0, repealed: 0, inForce: 0 };
  return {
    regulations, normativeDocs: { issued, repealed: upTo(2) * scale, inForce: issued + upTo(12) * scale },
    licences: upTo(160) * scale, penalties: upTo(45) * scale, coercions: upTo(4) * scale, feesWanYuan: Math.round(upTo(9000) * scale) / 100,
  };
}

/** Few agencies are taken before others for what they answered. */
function disputes(id: string): DisputesTable {
  const some = SPHERES.some(({ agencyId, share }) => agencyId === id && share > 10);
  const counts = () => {
    const results = DISPUTE_RESULTS.map((result) => [result, some ? upTo(result === 'upheld' ? 4 : 2) : 0] as const);
    return { ...Object.fromEntries(results), total: results.reduce((sum, [, n]) => sum + n, 0) };
  };
  return Object.fromEntries(DISPUTES.map((dispute) => [dispute, counts()])) as DisputesTable;
}
