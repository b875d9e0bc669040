import type { DemoDisclosure } from '../types.ts';
import { addressOf, agencyOf, archive, board, bullets, hall, item, library, md, numbered, officePhoneOf, ogi, web } from './build.ts';

const OFFICE = 'qingchuan-general-office';

/** The first 22 of the 77, in the order in which they were announced. */
export const FIRST_UNITS = [
  'general-office', 'economy', 'construction-commission', 'commerce', 'education', 'science', 'civil-affairs', 'finance', 'personnel', 'urban-construction', 'housing',
  'information-industry', 'foreign-trade', 'health', 'environment', 'statistics', 'public-utilities', 'industry-commerce', 'state-tax', 'local-tax', 'quality', 'drug',
].map((slug) => `qingchuan-${slug}`);

const nameOf = (id: string) => agencyOf(id).shortName ?? agencyOf(id).name;

const GROUNDS = [
  '属于国家秘密的',
  '属于商业秘密或者公开可能导致商业秘密被泄露的',
  '属于个人隐私或者公开可能导致对个人隐私权造成不当侵害的',
  '正在调查、讨论、处理过程中的，但法律、法规和本办法另有规定的除外',
  '与行政执法有关，公开后可能会影响检查、调查、取证等执法活动或者会威胁个人生命安全的',
  '法律、法规、规章规定免予公开的其他政府信息',
];

const interim: DemoDisclosure = item(
  'city-interim-measures',
  '2008-01-14',
  {
    agencyId: OFFICE, categoryId: 'A20_01', kind: 'normative',
    title: '清川市政府信息公开暂行办法',
    summary: '本市最早的政府信息公开制度，规定公开义务单位、主动公开、受理申请和六类免予公开的情形。现已废止。',
    docNo: '清政发〔2008〕1号', formedOn: '2008-01-07', effectiveOn: '2008-02-01',
    body: md(
      '## 第一章 总则',
      '**第一条** 为了保障公众的知情权，增加行政活动的透明度，监督行政机关依法行使职权，建设透明、开放、清廉的服务型政府，制定本办法。',
      '**第二条** 本市各级行政机关以及依法行使行政职权的组织（以下统称信息公开义务单位）公开政府信息，适用本办法。',
      '**第三条** 市政府办公厅负责组织、指导、协调和监督全市政府信息公开工作。',
      '## 第二章 主动公开',
      '**第四条** 信息公开义务单位应当主动公开社会公众关心的政府信息，让公众了解政府工作特别是依法行政的实际情况。',
      '**第五条** 主动公开的信息在市政府门户网站集中发布，并可以采用公报、公开栏、电子屏幕等方式公开。',
      '## 第三章 受理申请',
      '**第六条** 公开权利人可以向信息公开义务单位提出申请。各单位应当公布受理机构、联系方式和办理程序。',
      '## 第四章 免予公开',
      '**第七条** 下列政府信息免予公开：',
      numbered(...GROUNDS),
      '## 第五章 监督',
      '**第八条** 市政府办公厅每年组织专项检查评议。各单位在自查自改的基础上写出自查报告。',
      '**第九条** 市政府和各区县政府定期向社会公布本行政区域的政府信息公开工作报告。',
    ),
    channels: [web('2008-01-14'), { carrier: 'gazette', on: '2008-01-21' }, archive('2008-01-21'), library('2008-01-21')],
    note: '本办法已废止。第七条与现行《政府信息公开条例》不一致的，以条例为准：不予公开的事由由法律、行政法规规定，地方文件不得自行增设。旧记录中引用的六类事由只作历史说明。',
    fields: { genre: 'rules', issuers: ['清川市人民政府'], registrationNo: '清规〔2008〕001' },
  },
  { repealed: { on: '2019-05-15', reason: '修订后的《中华人民共和国政府信息公开条例》自2019年5月15日起施行，本办法同时废止' } },
);

const interpretation = item('city-interim-measures-explained', '2008-01-16', {
  agencyId: OFFICE, categoryId: 'A20_01', kind: 'normative',
  title: '《清川市政府信息公开暂行办法》解读',
  summary: '说明为什么公开、谁来公开、公众怎样得到信息，以及六类免予公开情形的理由。',
  formedOn: '2008-01-16',
  body: md(
    '**为什么公开。** 政府信息公开是我国政府加入世界贸易组织的一项基本义务。主动公开公众关心的信息，可以使公众参与、配合并有效监督政府工作。',
    '**公开的目的。** 公开是为了促进服务，更好地为公民服务、为企业服务、为基层服务，同时创造公平、公正的社会环境。',
    '**为什么有例外。** 行政机关掌握的信息中有不少属于国家秘密、商业秘密、个人隐私或者其他不宜公开的内容，泄露会妨碍国家安全、损害企业或者个人合法权益、影响社会稳定和正常生活秩序。',
    '**怎样得到信息。** 先在门户网站查询；查询不到的，向有关单位的受理机构提出申请。',
  ),
  channels: [web('2008-01-16')],
  fields: { genre: 'notice', issuers: ['清川市人民政府办公厅'] },
}, { links: [{ type: 'interprets', key: 'city-interim-measures' }] });

/** The plan as it stood when so many of its five steps were done. */
const rolloutPlan = (done: number) => ({
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'plan' as const,
  title: '清川市政府信息公开分批实施工作安排（2008年）',
  summary: '77家一级网络单位分批实施：3月底前第二批，6月底前全部单位，12月底前专项检查评议，明年4月前公布工作报告。',
  docNo: '清政办发〔2008〕6号', formedOn: '2008-02-04',
  body: md(
    '全市实施政府信息公开的一级网络单位为77家。第一批22家单位已经公开1100条信息。其余单位按下列节点推进。',
    '| 时间 | 要求 |\n|---|---|\n| 3月底前 | 第二批实施单位完成主动公开信息的网上公开，并受理公开权利人的申请 |\n| 6月底前 | 所有信息公开义务单位都要开展这项工作 |\n| 12月底前 | 市政府办公厅组织贯彻执行《清川市政府信息公开暂行办法》专项检查评议，各单位自查自改并写出自查报告 |\n| 明年4月前 | 市政府和各区县政府向社会公布本行政区域的政府信息公开工作报告 |',
    '各单位确定一名分管负责人和一个工作机构，名单报市政府办公厅信息自动化处。',
  ),
  basis: [{ title: '《清川市政府信息公开暂行办法》', key: 'city-interim-measures' }],
  openTerm: { term: 'staged' as const },
  channels: [web('2008-02-18')],
  fields: {
    from: '2008-01-01', to: '2009-04-30',
    items: [
      { no: '1', name: '第一批22家单位公开信息', lead: '市政府办公厅', progress: '22家单位共公开1100条' },
      { no: '2', name: '第二批实施单位网上公开并受理申请', lead: '各实施单位', dueOn: '2008-03-31' },
      { no: '3', name: '所有信息公开义务单位开展工作', lead: '各义务单位', dueOn: '2008-06-30' },
      { no: '4', name: '专项检查评议和自查报告', lead: '市政府办公厅', dueOn: '2008-12-31' },
      { no: '5', name: '公布市、区县政府信息公开工作报告', lead: '市政府和各区县政府', dueOn: '2009-04-30' },
    ].map((step, i) => ({ ...step, state: i < done ? ('done' as const) : i === done ? ('running' as const) : ('planned' as const) })),
  },
});

const plan = item('city-rollout-plan', '2008-02-18', rolloutPlan(1), {
  amendments: [
    ['2008-04-07', '第二批单位已实现网上公开并受理申请，更新进展', rolloutPlan(2)],
    ['2008-07-07', '所有信息公开义务单位已开展工作，更新进展', rolloutPlan(3)],
    ['2009-01-05', '专项检查评议完成，更新进展', rolloutPlan(4)],
    ['2009-04-13', '工作报告已公布，全部事项完成', rolloutPlan(5)],
  ],
});

const coverage = item('city-rollout-statistics', '2008-02-20', {
  agencyId: OFFICE, categoryId: 'A20_04', kind: 'statistics',
  title: '第一批22家单位政府信息公开数量统计',
  summary: '77家一级网络单位中22家已公开信息共1100条；各单位分项数量未公布，表中以空值列示。',
  formedOn: '2008-02-15',
  body: md(
    '截至统计日，全市一级网络单位77家，其中22家单位共公开信息1100条。',
    '各单位的分项数量当时没有公布。本表保留空格，不以平均数或者估计数代替，也不表示该单位公开数量为零。',
  ),
  channels: [{ ...web('2008-02-20'), quantity: '22家单位，1100条' }, { carrier: 'print', on: '2008-02-20', place: '本市报纸' }],
  note: '只公布了合计数。分项数公布后，以修订版本补充。',
  fields: {
    period: '截至2008年2月',
    tables: [
      {
        caption: '各单位公开信息数量',
        columns: [{ key: 'no', title: '序号', type: 'integer' }, { key: 'agency', title: '单位', type: 'text' }, { key: 'items', title: '公开信息', type: 'integer', unit: '条' }],
        rows: [...FIRST_UNITS.map((id, i) => ({ no: i + 1, agency: nameOf(id), items: null })), { no: null, agency: '合计（22家）', items: 1100 }],
      },
      {
        caption: '实施覆盖情况',
        columns: [{ key: 'scope', title: '范围', type: 'text' }, { key: 'agencies', title: '单位数', type: 'integer', unit: '家' }],
        rows: [{ scope: '一级网络单位', agencies: 77 }, { scope: '已公开信息的单位', agencies: 22 }],
      },
    ],
    checks: [{ statement: '名单所列单位数与公布的22家一致', holds: true }, { statement: '合计1100条可以由分项数量复核', holds: false, note: '分项数量未公布' }],
  },
}, { attachments: [{ name: '第一批22家单位名单.csv', mediaType: 'text/csv', text: `序号,单位\n${FIRST_UNITS.map((id, i) => `${i + 1},${nameOf(id)}`).join('\n')}\n` }] });

const list = item('city-first-units-notice', '2008-02-20', {
  agencyId: OFFICE, categoryId: 'A20_02', kind: 'notice',
  title: '关于公布第一批实施政府信息公开单位名单的公告',
  summary: '公布率先公开政府信息的22个市政府部门名单，并征求公众对公开内容的意见。',
  formedOn: '2008-02-15',
  body: md('第一批22个政府部门已经在门户网站公开信息。欢迎公众查询，并对公开内容是否齐全、是否便于查找提出意见。', numbered(...FIRST_UNITS.map(nameOf))),
  openTerm: { term: 'temporary', until: '2008-03-31' },
  channels: [web('2008-02-20'), board(OFFICE, '2008-02-20')],
  fields: {
    subject: '第一批22个部门的公开内容', from: '2008-02-20', to: '2008-03-31',
    objections: [{ way: '电话', contact: `市政府办公厅信息自动化处 ${agencyOf(OFFICE).offices[1]?.phone ?? ''}` }, { way: '来信', contact: '清川市市府大道1号 市政府办公厅' }],
    entries: FIRST_UNITS.map(nameOf),
    outcome: '公告期满，意见转各单位在自查自改中处理。',
  },
}, { expired: '2008-04-01' });

const network = item('city-network-units', '2008-07-07', {
  agencyId: OFFICE, categoryId: 'A20_02', kind: 'institution',
  title: '全市政府信息公开一级网络单位工作规则',
  summary: '77家一级网络单位的职责、分管负责人和联络员制度，以及信息发布、更新和申请受理的分工。',
  formedOn: '2008-06-30',
  body: md(
    '全市一级网络单位77家，直接接入市政府门户网站政府信息公开专栏。各单位遵守下列规则：',
    numbered(
      '谁制作谁公开，谁保存谁公开；联合制作的由牵头单位公开。',
      '发布前完成保密审查，审查人和审查日期留存备查。',
      '信息形成或者变更后及时公开，失效、废止的标注状态，不得留作现行文件。',
      '受理申请的机构、地址、时间、电话对外公布，变动当日更新。',
      '联络员变动的，先交接、后离岗，避免工作脱节。',
    ),
  ),
  basis: [{ title: '《清川市政府信息公开暂行办法》', key: 'city-interim-measures' }],
  channels: [web('2008-07-07')],
  fields: { type: 'system', appliesTo: '77家一级网络单位', contacts: [{ name: '市政府办公厅信息自动化处', address: addressOf(OFFICE), phone: officePhoneOf(OFFICE, '信息自动化处') }], riskPoints: [] },
});

const inspection = item('city-inspection-2008', '2008-10-20', {
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'normative',
  title: '关于开展《清川市政府信息公开暂行办法》专项检查评议的通知',
  summary: '12月底前组织专项检查评议；各单位先自查自改，再写出自查报告。',
  docNo: '清政办发〔2008〕41号', formedOn: '2008-10-13',
  body: md(
    '各区县人民政府，市政府各部门：',
    '为检查《清川市政府信息公开暂行办法》贯彻执行情况，定于今年12月底前开展专项检查评议。',
    '**检查内容**',
    numbered('公开目录和公开指南是否编制、是否更新', '应当主动公开的规范性文件是否公布全文', '过时、废止的信息是否标注', '受理申请的机构是否有人值守、是否按期答复', '查阅场所是否方便，有无要求领导签字、指定购买范本等情形'),
    '**方法步骤** 各单位自查自改，写出自查报告并在专栏公布；市政府办公厅组织检查评议；结果通报并纳入工作报告。',
  ),
  channels: [web('2008-10-20')],
  fields: { genre: 'notice', issuers: ['清川市人民政府办公厅'], registrationNo: '清规〔2008〕017', validUntil: '2008-12-31' },
}, { expired: '2009-01-01' });

const selfInspection = (id: string, on: string, found: string[], mended: string[]): DemoDisclosure =>
  item(`city-self-inspection-${id.replace('qingchuan-', '')}`, on, {
    agencyId: id, categoryId: 'A20_15', kind: 'report',
    title: `${nameOf(id)}政府信息公开自查报告（2008年）`,
    summary: `${nameOf(id)}对照检查内容查出${found.length}个方面的问题，并说明整改情况。`,
    formedOn: on,
    body: md('## 一、自查情况', `按照专项检查评议要求，${nameOf(id)}逐项检查了公开目录、公开指南、规范性文件全文公开、申请受理和查阅场所。`, '## 二、存在的问题', numbered(...found), '## 三、自改情况', numbered(...mended)),
    basis: [{ title: '专项检查评议的通知', key: 'city-inspection-2008' }],
    channels: [web(on)],
    fields: { type: 'inspection', from: '2008-01-01', to: '2008-12-31', figures: [{ label: '查出问题', value: found.length, unit: '个方面' }] },
  });

const reports = [
  selfInspection(OFFICE, '2008-12-22', ['个别文件只刊登导读，没有刊登全文', '联络员变动后交接不及时', '部分过时信息没有标注'], ['以市政府和市政府办公厅名义印发的公开文件一律公布全文', '建立联络员交接登记', '逐条核对并标注效力状态']),
  selfInspection('qingchuan-finance', '2008-12-22', ['收费目录更新滞后', '预算信息文字说明偏少'], ['收费项目变更随文更新目录', '对预算科目增加说明，未公布的数字以空值列示']),
  selfInspection('qingchuan-environment', '2008-12-23', ['拟审批公示与审批决定分散在不同栏目'], ['同一项目的受理、拟审批、审批决定合并为一条记录，按阶段列示']),
  selfInspection('qingchuan-housing', '2008-12-23', ['征收补偿信息只在现场张贴，网上查不到', '公示期满即撤下，没有留存'], ['现场公示同步上网', '公示原件拍照归档']),
  selfInspection('qingchuan-industry-commerce', '2008-12-24', ['窗口曾要求办事人员购买申请书范本'], ['停止出售，格式文本和填写样例免费提供、免费下载']),
];

const annual = item('city-annual-report-2008', '2009-03-30', {
  agencyId: 'qingchuan', categoryId: 'A20_15', kind: 'report',
  title: '清川市政府信息公开工作报告（2008年）',
  summary: '按照“明年4月前公布”的要求，报告分批实施、专项检查评议和存在问题。',
  formedOn: '2009-03-20',
  body: md(
    '## 一、总体情况',
    '全市实施政府信息公开的一级网络单位77家。年初首批22家单位公开1100条信息；3月底前第二批单位实现网上公开并受理申请；6月底前所有信息公开义务单位开展工作。',
    '## 二、专项检查评议',
    '12月底前，市政府办公厅组织了《清川市政府信息公开暂行办法》专项检查评议，各单位自查自改并写出自查报告。',
    '## 三、存在的问题',
    '部分单位重视不够，更新不及时；规范性文件公布全文的比例需要提高；查阅方式不够方便。',
    '## 四、改进措施',
    '完善目录和指南，增加查阅场所，公开查处投诉的情况。',
  ),
  channels: [web('2009-03-30'), { carrier: 'gazette', on: '2009-04-06' }],
  note: '1100条为首批22家单位公布之时的数量；全年合计数当时未公布。',
  fields: { type: 'annual', from: '2008-01-01', to: '2008-12-31', figures: [{ label: '一级网络单位', value: 77, unit: '家' }, { label: '首批公开单位', value: 22, unit: '家' }, { label: '首批单位公开信息', value: 1100, unit: '条' }] },
});

const oldGrounds = item('city-exempt-old', '2008-02-25', {
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'institution',
  title: '免予公开的政府信息范围说明（2008年版）',
  summary: '说明暂行办法规定的六类免予公开情形。已由现行条例下的说明取代。',
  formedOn: '2008-02-22',
  body: md('免予公开的信息包括：', numbered(...GROUNDS), '同一文件中可以公开的部分与免予公开的部分能够分开的，公开可以公开的部分。'),
  basis: [{ title: '《清川市政府信息公开暂行办法》', article: '第七条', key: 'city-interim-measures' }],
  channels: [web('2008-02-25')],
  note: '已废止，仅供查证旧记录。',
  fields: { type: 'system', appliesTo: '2019年5月15日以前的公开审查', contacts: [], riskPoints: [] },
}, { repealed: { on: '2019-05-15', reason: '六类事由与修订后的条例不一致，由《不予公开事由说明》取代' } });

const newGrounds = item('city-exempt-new', '2019-05-15', {
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'institution',
  title: '不予公开事由说明（按现行条例）',
  summary: '公开为常态、不公开为例外；逐项列明条例规定的不予公开和可以不予公开的事由，并与旧六类事由对照。',
  formedOn: '2019-05-15',
  body: md(
    '不予公开必须写明法定事由，并告知理由和救济途径。',
    bullets(
      '**不予公开（第十四条）**：依法确定为国家秘密的；法律、行政法规禁止公开的；公开后可能危及国家安全、公共安全、经济安全、社会稳定的。',
      '**不得公开（第十五条）**：涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的。第三方同意，或者不公开会对公共利益造成重大影响的，予以公开。',
      '**可以不予公开（第十六条）**：人事管理、后勤管理、内部工作流程等内部事务信息；讨论记录、过程稿、磋商信函、请示报告等过程性信息和行政执法案卷信息。法律、法规、规章规定应当公开的，从其规定。',
      '**区分处理（第三十七条）**：能够区分的，提供可以公开的内容，并对不予公开的内容说明理由。',
    ),
    '**与旧办法的主要区别**',
    '| 2008年暂行办法 | 现行条例 |\n|---|---|\n| 规章可以规定免予公开 | 只有法律、行政法规可以规定 |\n| 正在调查、讨论、处理过程中的一律免予公开 | 过程性信息“可以”不予公开，应当公开的从其规定 |\n| 个人隐私、商业秘密免予公开 | 增加第三方同意和重大公共利益两项例外 |',
  ),
  basis: [ogi('第十四条'), ogi('第十五条'), ogi('第十六条'), ogi('第三十七条')],
  channels: [web('2019-05-15'), hall('2019-05-16')],
  fields: { type: 'system', appliesTo: '全市各级行政机关', contacts: [], riskPoints: [{ post: '公开属性审查', before: '事由清单和样例公布', during: '经办、审核两人签署，难以确定的报有关主管部门', after: '定期复核不予公开的信息，情形消失的转为公开' }] },
}, { links: [{ type: 'supersedes', key: 'city-exempt-old' }, { type: 'supersedes', key: 'city-interim-measures' }] });

const briefing = item('city-briefing-2008', '2008-02-21', {
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'meeting',
  title: '政府信息公开情况通报会',
  summary: '市政府信息自动化处负责人介绍首批22家单位公开情况和后续时间安排，回答媒体提问。',
  formedOn: '2008-02-20',
  body: md(
    '**通报内容** 政府机关主动公开公众关心的信息，有助于树立透明、开放、清廉的服务型政府形象。22家单位已公开1100条信息，其余单位按3月底、6月底两个节点推进。',
    '**回答要点** 免予公开的范围是有限的；公众申请公开不需要找熟人、批条子；年底前的专项检查评议结果将公布。',
  ),
  channels: [{ carrier: 'press-conference', on: '2008-02-20', place: '市政府新闻发布厅' }, web('2008-02-21')],
  fields: {
    type: 'meeting', subject: '政府信息公开首批实施情况', heldOn: '2008-02-20', place: '市政府新闻发布厅',
    roles: [{ role: '通报人', group: '市政府信息自动化处负责人', count: 1 }],
    agenda: ['介绍首批实施情况', '说明分批实施时间安排', '说明免予公开的范围', '回答提问'],
    outcome: '通报材料在门户网站公布。',
  },
});

export const rollout: DemoDisclosure[] = [interim, interpretation, plan, coverage, list, network, inspection, ...reports, annual, oldGrounds, newGrounds, briefing];
