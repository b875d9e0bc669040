import type { DemoDisclosure } from '../types.ts';
import { articles, hall, item, md, phoneOf, web } from './build.ts';

const LEGAL = 'qingchuan-legal-affairs';
const CITY = 'qingchuan';

const five = item('city-major-decision-rules', '2013-04-26', {
  agencyId: CITY, categoryId: 'A20_01', kind: 'normative',
  title: '清川市重大行政决策程序规则',
  summary: '公众参与、专家咨询、风险评估、合法性审查和集体讨论决定为必经程序，并规定评估、问责和纠错。',
  docNo: '清政发〔2013〕14号', formedOn: '2013-04-15', effectiveOn: '2013-06-01',
  body: articles('## 范围', '事关经济社会发展全局、与人民群众利益密切相关的重要规划、计划、重大资金使用等重大决策事项，适用本规则。', '## 必经程序', '公众参与：公布决策草案和说明，广泛征求群众意见，可以举行听证会。', '专家咨询：发挥政府决策参谋机构、研究咨询机构和专家论证评估的作用。', '风险评估：评估社会稳定、生态环境、财政和公共安全等方面的风险。', '合法性审查：由政府法制机构审查；未经审查或者经审查不合法的，不得提交讨论。', '集体讨论决定：由会议集体讨论，记录不同意见。', '## 评估和责任', '实行重大行政决策评估制度，跟踪了解实施情况，多渠道收集利益相关方和社会公众的意见建议，对实施效果全面评估。', '建立健全决策问责和纠错制度，避免发生“有人决策、无人负责”的现象。'),
  channels: [web('2013-04-26'), { carrier: 'gazette', on: '2013-05-06' }],
  fields: { genre: 'normative-document', issuers: ['清川市人民政府'], registrationNo: '清规〔2013〕007' },
});

const fiveFlow = item('city-major-decision-flow', '2013-06-03', {
  agencyId: CITY, categoryId: 'A20_05', kind: 'service',
  title: '重大行政决策五步程序及公众参与指南',
  summary: '五个必经程序的流程、每一步公开什么、公众可以做什么。',
  formedOn: '2013-05-27',
  body: md('| 程序 | 公开什么 | 公众可以做什么 |\n|---|---|---|\n| 公众参与 | 决策草案、说明、征求意见期限、采纳情况 | 提意见、报名听证 |\n| 专家咨询 | 专家类别和论证结论 | 查阅结论 |\n| 风险评估 | 评估范围和结论 | 反映风险 |\n| 合法性审查 | 是否经审查 | 查阅说明 |\n| 集体讨论决定 | 决定和依据 | 查阅、监督实施 |'),
  basis: [{ title: '重大行政决策程序规则', key: 'city-major-decision-rules' }],
  channels: [web('2013-06-03')],
  fields: {
    actType: 'other', audience: 'both', basis: ['《清川市重大行政决策程序规则》'], conditions: ['属于重大行政决策事项目录'], materials: [{ name: '意见建议', form: 'either', note: '网上、来信、来电均可' }],
    flow: {
      nodes: [
        { id: 'start', type: 'start', label: '启动决策', actor: '承办单位' }, { id: 'public', type: 'step', label: '公众参与', detail: '公布草案、征求意见、可以听证', actor: '承办单位、社会公众' }, { id: 'expert', type: 'step', label: '专家咨询', actor: '专家、研究咨询机构' },
        { id: 'risk', type: 'step', label: '风险评估', actor: '承办单位' }, { id: 'legal', type: 'decision', label: '合法性审查', detail: '不合法的退回修改', actor: '市政府法制办' }, { id: 'back', type: 'step', label: '退回修改', actor: '承办单位' },
        { id: 'meet', type: 'step', label: '集体讨论决定', actor: '市政府常务会议' }, { id: 'eval', type: 'end', label: '公布、实施和评估', detail: '实施效果全面评估，纠错问责', actor: '市政府' },
      ],
      edges: [{ from: 'start', to: 'public' }, { from: 'public', to: 'expert' }, { from: 'expert', to: 'risk' }, { from: 'risk', to: 'legal' }, { from: 'legal', to: 'back', label: '不合法' }, { from: 'back', to: 'legal' }, { from: 'legal', to: 'meet', label: '合法' }, { from: 'meet', to: 'eval' }],
    },
    fees: [], windows: [{ name: '市政府法制办', address: '清川市市府大道1号', phone: phoneOf(LEGAL) }], result: '决策公告和采纳情况说明',
  },
});

const hearings = item('city-decision-hearings', '2014-01-06', {
  agencyId: LEGAL, categoryId: 'A20_04', kind: 'statistics',
  title: '重大行政决策听证会举办情况（2010年至2013年）',
  summary: '2010年首次组织立法听证会以来，成功举办22次重大行政决策听证会，部分引入网络直播。',
  formedOn: '2013-12-30',
  body: md('2010年，首次组织《清川市城市管理条例》立法听证会，至今已成功举办22次重大行政决策听证会。其中《清川市全民健身办法》《清川市物业专项维修资金管理办法》听证会引入网络直播方式。', '分年次数没有公布，表中以空值列示。'),
  channels: [web('2014-01-06')],
  fields: {
    period: '2010年至2013年',
    tables: [
      { caption: '听证会次数', columns: [{ key: 'name', title: '项目', type: 'text' }, { key: 'n', title: '次数', type: 'integer', unit: '次' }], rows: [{ name: '合计', n: 22 }, { name: '2010年', n: null }, { name: '2011年', n: null }, { name: '2012年', n: null }, { name: '2013年', n: null }] },
      { caption: '引入网络直播的听证会', columns: [{ key: 'title', title: '听证事项', type: 'text' }, { key: 'live', title: '网络直播', type: 'text' }], rows: [{ title: '《清川市全民健身办法》', live: '是' }, { title: '《清川市物业专项维修资金管理办法》', live: '是' }] },
    ],
    checks: [{ statement: '合计22次可以由分年次数复核', holds: false, note: '分年次数未公布' }],
  },
});

const PROCEDURE = ['主持人宣布听证事项和纪律', '起草单位说明', '陈述人陈述', '辩论', '核对笔录'];

const liveHearing = (key: string, on: string, formedOn: string, subject: string, lead: string, agenda: string[]): DemoDisclosure =>
  item(key, on, {
    agencyId: LEGAL, categoryId: 'A20_15', kind: 'meeting', title: `《${subject}》听证会（网络直播）`, summary: '听证会引入网络直播方式，公众可以在线观看并留言，笔录和报告随后公布。', formedOn,
    body: md(`${lead}为扩大公众参与，本次听证会引入网络直播方式。`, '直播期间的留言整理后转交起草单位，采纳情况在听证报告中说明。陈述人的人数和姓名未公布。'),
    channels: [web(on), { carrier: 'broadcast', on: formedOn, place: '网络直播' }],
    note: '陈述人、旁听人人数未公布。',
    fields: { type: 'hearing', subject, roles: [], selection: '公开报名、分类遴选。', agenda, outcome: '听证报告另行公布。' },
  });

const live = [
  liveHearing('city-hearing-fitness', '2012-08-20', '2012-08-13', '清川市全民健身办法', '全民健身关系群众身体健康和公共体育设施的使用。', PROCEDURE),
  liveHearing('city-hearing-repair-fund', '2012-11-12', '2012-11-05', '清川市物业专项维修资金管理办法', '物业专项维修资金涉及广大业主的切身利益。', PROCEDURE),
];

const first = item('city-hearing-urban-management', '2010-09-20', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'meeting',
  title: '《清川市城市管理条例》立法听证会',
  summary: '本市首次组织的立法听证会。',
  formedOn: '2010-09-13',
  body: md('2010年，首次组织《清川市城市管理条例》立法听证会。', '听证做法为此后的立法听证和决策听证提供了程序样本：公开报名、陈述辩论、核对笔录、公布报告。'),
  channels: [web('2010-09-20')],
  note: '会议日期和参加人数未公布。',
  fields: { type: 'hearing', subject: '《清川市城市管理条例》', roles: [], agenda: PROCEDURE, outcome: '听证意见供条例修改参考。' },
});

const contracts = item('city-contract-rules', '2012-05-14', {
  agencyId: LEGAL, categoryId: 'A20_01', kind: 'normative',
  title: '清川市政府合同审查管理办法',
  summary: '政府合同签订前应当审查；规定审查范围、重点、程序和示范文本，防范政府经济活动的法律风险。',
  docNo: '清政发〔2012〕12号', formedOn: '2012-05-02', effectiveOn: '2012-06-01',
  body: articles('政府及其部门作为一方当事人订立的合同，签订前应当经法制机构审查。', '审查重点：主体资格、权限和程序、权利义务是否对等、违约责任、争议解决、有无损害公共利益。', '报送审查应当提供合同草案、背景材料、可行性和资金来源说明、对方当事人资信材料。', '政府合同审查管理处出具书面法律意见；不采纳的，承办单位应当书面说明理由。', '涉及商业秘密的内容依法不予公开，合同名称、当事人、履行期限和公共利益条款可以公开。', '制定合同示范文本，优先使用示范文本。'),
  channels: [web('2012-05-14')],
  fields: { genre: 'normative-document', issuers: ['清川市人民政府'], registrationNo: '清规〔2012〕006' },
});

const contractFigures = item('city-contract-statistics', '2014-01-20', {
  agencyId: LEGAL, categoryId: 'A20_04', kind: 'statistics',
  title: '政府合同审查情况统计',
  summary: '累计审查合同216份，涉及金额2000多亿元；2013年审查74件，金额1000多亿元，出具法律意见57份，示范文本34个。',
  formedOn: '2014-01-10',
  body: md('率先成立政府合同审查管理处以来，审查合同216份，涉及合同金额2000多亿元。2013年完成政府合同审查（含文件）74件，审查金额达1000多亿元，出具法律意见57份，意见基本得到认同与采纳。审查科技计划项目等多种类型的政府合同示范文本34个。参加政府及部门各类涉法事务性会议40多次。', '金额为公布的概数，确切数未公布。'),
  channels: [web('2014-01-20')],
  note: '“2000多亿元”“1000多亿元”“40多次”为概数，表中只列其下限，并在说明列注明。',
  fields: {
    period: '累计及2013年',
    tables: [{ caption: '合同审查', columns: [{ key: 'name', title: '项目', type: 'text' }, { key: 'n', title: '数量', type: 'integer' }, { key: 'unit', title: '单位', type: 'text' }, { key: 'approx', title: '说明', type: 'text' }], rows: [{ name: '累计审查合同', n: 216, unit: '份', approx: '公布数' }, { name: '累计涉及金额', n: 2000, unit: '亿元', approx: '概数，不少于' }, { name: '2013年审查（含文件）', n: 74, unit: '件', approx: '公布数' }, { name: '2013年审查金额', n: 1000, unit: '亿元', approx: '概数，不少于' }, { name: '2013年法律意见', n: 57, unit: '份', approx: '公布数' }, { name: '合同示范文本', n: 34, unit: '个', approx: '公布数' }, { name: '涉法事务性会议', n: 40, unit: '次', approx: '概数，不少于' }] }],
    checks: [{ statement: '2013年法律意见57份不超过审查件数74件', holds: true, note: '部分审查未单独出具法律意见' }, { statement: '累计金额可以由分年金额复核', holds: false, note: '分年金额未公布' }],
  },
});

const project = (key: string, on: string, title: string, lead: string, partners: string[], summary: string, body: string, stages: { name: string; state: 'done' | 'current' | 'planned'; actor?: string; detail?: string }[]): DemoDisclosure =>
  item(key, on, {
    agencyId: CITY, categoryId: 'A20_10', kind: 'project', title, summary, formedOn: on, body,
    basis: [{ title: '重大行政决策程序规则', key: 'city-major-decision-rules' }], channels: [web(on)],
    note: '投资金额、各阶段具体日期未公布。',
    fields: { type: 'project', lead, partners, stages },
  });

const projects = [
  project('city-project-water-group', '2013-07-08', '清川水业集团重组上市项目', '清川市公用事业管理局', ['市政府法制办', '市财政局'], '市政府法制办就重组上市提出专业法律意见；公布决策程序的履行阶段。', md('清川水业集团重组上市属于重大决策事项。政府法制部门就重组上市提出了专业的法律意见。', '重组期间的供水服务承诺、收费标准和依据，仍由供水企业在营业场所和网上公开。'), [{ name: '方案论证', state: 'done', actor: '专家、研究咨询机构' }, { name: '合法性审查', state: 'done', actor: '市政府法制办', detail: '出具法律意见' }, { name: '集体讨论决定', state: 'done', actor: '市政府' }, { name: '组织实施', state: 'current', actor: '市公用事业局' }]),
  project('city-project-broadcast-centre', '2013-07-15', '清川新广电中心建设项目', '清川市城市建设管理局', ['市政府法制办', '市建委'], '列为重点工程，政府法制部门就项目建设提出专业法律意见。', md('清川新广电中心建设为重点工程。政府法制部门就项目建设提出了专业的法律意见。', '项目招标投标和施工许可信息在市建委目录公开。'), [{ name: '项目决策', state: 'done', actor: '市政府' }, { name: '法律意见', state: 'done', actor: '市政府法制办' }, { name: '招标投标', state: 'current', actor: '市建委监督' }, { name: '施工', state: 'planned' }]),
  project('city-project-logistics', '2013-10-14', '清川现代商贸物流城开发建设项目', '清川市商业委员会', ['市政府法制办', '市外经贸局'], '完成合同审查，列入重点项目推进。', md('市政府法制办积极参与重点项目、重点工程的推进落实，完成了现代商贸物流城开发建设的合同审查工作。', '合同名称、当事人和履行期限可以公开；涉及商业秘密的条款依法不予公开。合同签订后公布下一阶段安排。'), [{ name: '合同起草', state: 'done', actor: '市商委' }, { name: '合同审查', state: 'done', actor: '市政府法制办' }, { name: '签订', state: 'current' }, { name: '开发建设', state: 'planned' }]),
  project('city-project-smart', '2013-10-21', '“智慧清川”建设项目', '清川市信息产业局', ['市政府法制办', '市政府办公厅'], '完成项目合同审查，建设统一的政务信息平台。', md('市政府法制办完成了“智慧清川”项目的合同审查工作。', '涉及个人信息的建设内容，应当先行评估信息安全和隐私保护。各分步项目的批准和实施情况在本条记录内按阶段更新。'), [{ name: '规划', state: 'done', actor: '市信息产业局' }, { name: '合同审查', state: 'done', actor: '市政府法制办' }, { name: '分步实施', state: 'current' }]),
];

const ELEMENTS = { name: '下放事项公告要素.csv', mediaType: 'text/csv', text: '要素,要求\n办理机构,写明承接部门和办理岗位\n办理条件,逐条列明\n办理流程,附流程图和文字说明\n办理时限,法定时限和承诺时限分列\n' };

const delegated = item('city-delegated-45', '2013-12-02', {
  agencyId: LEGAL, categoryId: 'A20_05', kind: 'power',
  title: '承接省下放45项经济社会管理权限事项公告',
  summary: '公布承接45项事项的办理机构、办理条件、办理流程和办理时限的公开方式；事项名称见各承接部门公告。',
  formedOn: '2013-11-18',
  body: md(
    '本市承接省下放的经济社会管理权限事项共45项。办理机构、办理条件、办理流程、办理时限等具体内容，通过部门公告、单位网站等多种形式向社会公布。',
    '属于审批事项和年检事项的，全面及时地纳入网上政务服务和电子监察系统受理、办理。',
    '**事项名称。** 45项的具体名称以承接部门所附公告为准。本页不代拟名称，下表按办理方式分组列示公告应当写明的内容。',
  ),
  channels: [web('2013-12-02'), hall('2013-12-02')],
  note: '各组的件数未公布，合计45项。',
  fields: {
    items: [
      { code: 'CJ-1', name: '承接事项中的审批事项（名称见部门公告）', actType: 'licence', basis: '下放决定和设定该事项的法律、法规，见部门公告', holder: '承接部门', conditions: '见部门公告“办理条件”', procedure: '网上政务服务受理、审查、决定、送达，纳入电子监察', delegatedFrom: '省级主管部门' },
      { code: 'CJ-2', name: '承接事项中的年检事项（名称见部门公告）', actType: 'inspection', basis: '下放决定和设定该事项的法律、法规，见部门公告', holder: '承接部门', conditions: '见部门公告“办理条件”', procedure: '网上申报、核验、公布结果，纳入电子监察', delegatedFrom: '省级主管部门' },
      { code: 'CJ-3', name: '承接事项中的其他管理事项（名称见部门公告）', actType: 'other', basis: '下放决定和设定该事项的法律、法规，见部门公告', holder: '承接部门', conditions: '见部门公告“办理条件”', procedure: '见部门公告“办理流程”', delegatedFrom: '省级主管部门' },
    ],
  },
}, { attachments: [ELEMENTS] });

const handedDown = item('city-handed-down', '2013-12-16', {
  agencyId: LEGAL, categoryId: 'A20_05', kind: 'power',
  title: '市本级向区县、中介组织、企业放权事项类别清单',
  summary: '按照政府、社会、企业“三位一体”的要求放权，包括许可、非行政许可、年检、处罚、收费五类市本级事项。',
  formedOn: '2013-12-02',
  body: md('通过给区县、中介组织、企业放权，最大限度地发挥放权作用。涉及的放权单位包括市直各部门和垂直管理部门。', '各类事项的名称和件数由放权单位公告，本页列示类别和承接对象。放权不放责，放权单位应当加强指导和事中事后监督。'),
  channels: [web('2013-12-16')],
  note: '各类别的件数未公布。',
  fields: {
    items: ([['FQ-1', '市本级行政许可事项', 'licence'], ['FQ-2', '市本级非行政许可审批事项', 'other'], ['FQ-3', '市本级年检事项', 'inspection'], ['FQ-4', '市本级行政处罚事项', 'penalty'], ['FQ-5', '市级行政事业性收费事项', 'levy']] as const).map(([code, name, actType]) => ({
      code, name, actType, basis: '放权决定和设定该类事项的法律、法规，见放权单位公告', holder: '区县人民政府、中介组织或者企业，以公告为准', procedure: '放权单位公告、交接、指导和监督', delegatedFrom: '市直各部门和垂直管理部门',
    })),
  },
});

export const deciding: DemoDisclosure[] = [five, fiveFlow, first, hearings, ...live, contracts, contractFigures, ...projects, delegated, handedDown];
