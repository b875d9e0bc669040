import type { DemoDisclosure } from '../types.ts';
import { CENTRE_WINDOW, addressOf, agencyOf, archive, bullets, hall, hoursOf, item, library, md, numbered, ogi, phoneOf, web, windowOf } from './build.ts';

const OFFICE = 'qingchuan-general-office';
const INFO = 'qingchuan-information-industry';

const published2010 = item('city-publication-2010', '2011-01-24', {
  agencyId: OFFICE, categoryId: 'A20_04', kind: 'statistics',
  title: '全市各类公开主体发布信息数量统计（截至2010年12月31日）',
  summary: '全市共发布信息3622条，其中市政府各部门3276条，乡镇政府346条。照公布数列示，占比核对结果附后。',
  formedOn: '2011-01-14',
  body: md(
    '截至2010年12月31日，全市各类公开主体共发布信息3622条，其中市政府各部门发布3276条，占90.4%；乡、镇政府发布346条，占9.6%。',
    '**关于占比。** 3276除以3622为90.447%，346除以3622为9.553%；保留两位小数分别为90.45%和9.55%，保留一位小数分别为90.4%和9.6%，与公布数一致。请勿由9.55%再次舍入推算。',
  ),
  channels: [web('2011-01-24'), archive('2011-01-24'), library('2011-01-24')],
  fields: {
    period: '截至2010年12月31日',
    tables: [{
      caption: '发布信息数量（按发布主体层级）',
      columns: [{ key: 'level', title: '发布主体', type: 'text' }, { key: 'items', title: '发布数量', type: 'integer', unit: '条' }, { key: 'share', title: '占比（公布数）', type: 'percent', unit: '%' }],
      rows: [{ level: '市政府各部门', items: 3276, share: 90.4 }, { level: '乡、镇政府', items: 346, share: 9.6 }, { level: '全市合计', items: 3622, share: 100 }],
      chart: { type: 'bar', label: 'level', values: ['items'] },
    }],
    checks: [
      { statement: '3276 + 346 = 3622', holds: true },
      { statement: '3276 ÷ 3622 = 90.4%', holds: true, note: '精确到两位小数为90.45%' },
      { statement: '346 ÷ 3622 = 9.6%', holds: true, note: '精确到两位小数为9.55%' },
    ],
  },
}, { attachments: [{ name: '2010年发布信息数量.csv', mediaType: 'text/csv', text: '发布主体,数量(条),占比(公布数)\n市政府各部门,3276,90.4%\n乡镇政府,346,9.6%\n全市合计,3622,100%\n' }] });

const requests2010 = item('city-requests-2010', '2011-01-24', {
  agencyId: OFFICE, categoryId: 'A20_04', kind: 'statistics',
  title: '依申请公开办理情况统计（截至2010年12月31日）',
  summary: '申请公开的信息主要涉及政策咨询，已经公开4条，占总数的100%。件数较少，百分比须与件数同看。',
  formedOn: '2011-01-14',
  body: md('申请公开的信息主要涉及政策咨询等方面问题，其中已经公开的4条，占总数的100%。', '**读表提示。** 总数只有4条，百分比容易放大差异，本表在百分比旁同时列出件数。'),
  channels: [web('2011-01-24')],
  fields: {
    period: '截至2010年12月31日',
    tables: [{
      caption: '申请公开办理结果',
      columns: [{ key: 'result', title: '办理结果', type: 'text' }, { key: 'n', title: '件数', type: 'integer', unit: '条' }, { key: 'share', title: '占比', type: 'percent', unit: '%' }],
      rows: [{ result: '予以公开', n: 4, share: 100 }, { result: '总数', n: 4, share: 100 }],
    }],
    checks: [{ statement: '4 ÷ 4 = 100%', holds: true, note: '样本仅4条' }],
  },
});

const online = item('city-online-coverage', '2011-02-14', {
  agencyId: INFO, categoryId: 'A20_04', kind: 'statistics',
  title: '政务公开网上办理三项指标',
  summary: '要求公开的政务信息可网上查询、行政审批项目可网上申请及查询、审批项目纳入电子监察，均为100%；项目总数未公布。',
  formedOn: '2011-01-28',
  body: md('采取网上、信函受理以及在行政服务中心窗口增设依申请公开受理点等措施，实现三个100%。', '公布时只给出百分比，没有给出项目总数。总数一栏以空值列示。'),
  channels: [web('2011-02-14'), hall('2011-02-14')],
  note: '未公布分母，百分比不能独立复核。',
  fields: {
    period: '2010年',
    tables: [{
      caption: '三项指标',
      columns: [{ key: 'name', title: '指标', type: 'text' }, { key: 'share', title: '比例', type: 'percent', unit: '%' }, { key: 'base', title: '项目总数', type: 'integer', unit: '项' }],
      rows: [
        { name: '要求公开的政务信息可在网上查询', share: 100, base: null },
        { name: '行政审批项目可在网上申请及查询结果', share: 100, base: null },
        { name: '行政许可和非行政许可审批项目纳入电子监察', share: 100, base: null },
      ],
    }],
    checks: [{ statement: '比例可以由项目数复算', holds: false, note: '未公布项目总数' }],
  },
});

const annual2010 = item('city-annual-report-2010', '2011-03-28', {
  agencyId: 'qingchuan', categoryId: 'A20_15', kind: 'report',
  title: '清川市政府信息公开工作年度报告（2010年）',
  summary: '报告公开范围、内容、渠道、体系和效果五个方面的情况，列明四个“还不够”和下一步措施。',
  formedOn: '2011-03-18',
  body: md(
    '## 一、主动公开情况',
    '全市各类公开主体共发布信息3622条，其中市政府各部门3276条，乡、镇政府346条。',
    bullets('范围：规范性文件、规划调整、重大工程建设项目及招标投标、重要人事任免、评优评先和表彰奖励等', '内容：职责范围、许可事项的设定依据、收费标准及依据、许可对象、办理时限和程序', '渠道：门户网站、市行政服务中心、市档案馆、市图书馆的触摸屏、公开栏和公开板，农村信息公开查阅网点', '体系：统一的电子政务网络和五个应用平台', '效果：三项指标达到100%'),
    '## 二、依申请公开情况',
    '申请公开的信息主要涉及政策咨询，已经公开4条，占总数的100%。',
    '## 三、存在的问题',
    '主动及时还不够，灵活方便还不够，信息对称还不够，监督服务还不够。详见专项问题报告。',
    '## 四、改进措施',
    '内容上全面客观，方式上及时方便，载体上创新，过程上全程监督。',
  ),
  basis: [{ title: '发布信息数量统计', key: 'city-publication-2010' }, { title: '依申请公开办理情况统计', key: 'city-requests-2010' }],
  channels: [web('2011-03-28'), { carrier: 'gazette', on: '2011-04-04' }, archive('2011-04-04')],
  fields: {
    type: 'annual', from: '2010-01-01', to: '2010-12-31',
    figures: [{ label: '发布信息', value: 3622, unit: '条' }, { label: '市政府各部门发布', value: 3276, unit: '条' }, { label: '乡、镇政府发布', value: 346, unit: '条' }, { label: '申请公开已公开', value: 4, unit: '条', note: '占总数的100%' }],
  },
});

const problems = item('city-openness-problems', '2011-04-11', {
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'report',
  title: '政府信息公开工作存在问题专项报告',
  summary: '四个“还不够”的具体表现：公开滞后、选择性公开、指定购买范本、签字方可查阅、只登导读、缺乏监督等。',
  formedOn: '2011-04-01',
  body: md(
    '政府信息公开仍是政府工作的“短板”，还不能完全满足公众的需求。',
    '## 一、主动及时还不够',
    bullets('人员变动造成工作脱节，不能及时主动公开', '与公民切身相关的“红头文件”公开滞后', '“不重要的选择性公开，重要的一律不公开”', '要求办事人员到指定窗口购买范本', '推诿敷衍：“你们自己去看政策文件不就都清楚了”', '需要领导签字后方能查阅', '过时废止的信息没有及时删除'),
    '## 二、灵活方便还不够',
    bullets('公众不了解公开的方式和查询渠道', '部分窗口服务流程烦琐', '规章和政策只在报纸刊登导读，没有刊登全文'),
    '## 三、信息对称还不够',
    bullets('行政成本和权力廉洁：财政预算、“三公消费”', '公共资源分配：教育、医疗、住房', '社会公共安全：环境污染、社会治安、食品药品、重大灾情'),
    '## 四、监督服务还不够',
    bullets('对违反规定的责任人缺少程序性规定和认定标准', '市民的监督权没有得到体现'),
  ),
  channels: [web('2011-04-11')],
  fields: { type: 'inspection', from: '2010-01-01', to: '2010-12-31', figures: [{ label: '问题类别', value: 4, unit: '类' }] },
});

const rectification = (done: boolean) => ({
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'plan' as const,
  title: '政府信息公开问题整改工作方案',
  summary: '对照四个“还不够”逐项明确整改措施、牵头单位和进展。',
  formedOn: '2011-04-25',
  body: md('整改按“全面客观、及时方便、创新载体、全程监督”四个方面推进，进展随时更新，完成一项销号一项。', '每一项写明牵头单位。群众认为已销号的事项没有整改到位的，可以在点题栏提出，由牵头单位公开答复。'),
  basis: [{ title: '存在问题专项报告', key: 'city-openness-problems' }],
  openTerm: { term: 'staged' as const },
  channels: [web('2011-05-09')],
  fields: {
    from: '2011-05-01', to: '2012-12-31',
    items: [
      { no: '1', name: '规章、规范性文件一律公布全文', lead: '市政府办公厅、市法制办', state: done ? ('done' as const) : ('running' as const), ...(done ? { progress: '导读可以另行刊登，但应当附全文地址' } : {}) },
      { no: '2', name: '取消签字查阅，主动公开信息当场提供', lead: '市档案馆、市图书馆、市行政服务中心', state: done ? ('done' as const) : ('running' as const) },
      { no: '3', name: '停止出售申请书范本，格式文本免费', lead: '市行政服务中心', state: done ? ('done' as const) : ('running' as const) },
      { no: '4', name: '清查过时废止信息，标注效力状态', lead: '各信息发布单位', state: done ? ('done' as const) : ('running' as const), ...(done ? { progress: '旧文件保留供查证，标题旁注明废止' } : {}) },
      { no: '5', name: '编制三类群众最关心信息专题', lead: '市政府办公厅', state: done ? ('done' as const) : ('running' as const), ...(done ? { progress: '三公经费、公共资源分配、公共安全' } : {}) },
      { no: '6', name: '制定责任追究办法，明确认定标准和程序', lead: '市政府办公厅、监察机关', state: done ? ('done' as const) : ('running' as const) },
      { no: '7', name: '解决贫困乡镇、街道、社区的网络载体建设', lead: '市信息产业局', state: 'running' as const },
    ],
  },
});

const rectify = item('city-openness-plan', '2011-05-09', rectification(false), { amendments: [['2011-12-19', '更新进展：第1项至第6项完成', rectification(true)]] });

const cityGuide = item('city-guide-qingchuan', '2019-05-15', {
  agencyId: 'qingchuan', categoryId: 'A20_02', kind: 'institution',
  title: '清川市人民政府信息公开目录和公开指南',
  summary: '全市公开目录的分类与编排体系、四级公开主体、查阅场所、申请渠道和监督方式。',
  formedOn: '2019-05-15',
  body: md(
    '## 一、目录',
    '目录按条例第二十条所列类别编排，每条包括索引、名称、内容概述、生成日期。部门可以在法定类别之下设本单位的小类。',
    '## 二、公开主体',
    '市、区县、乡镇街道、社区村四级。行政机关制作的信息由制作机关公开；从公民、法人和其他组织取得的，由保存机关公开；几个机关联合制作的，由牵头机关公开。',
    '## 三、在哪里看',
    bullets('市政府门户网站政府信息公开专栏，可以检索、查阅、下载', '市行政服务中心、市档案馆、市图书馆查阅场所', '农村信息公开查阅网点', '各机关公开栏'),
    '## 四、怎样申请',
    '可以当面、邮寄、网上提出。当面提交的，以提交之日为收到申请之日；挂号邮寄的，以签收之日为准；平常信函邮寄的，以与申请人确认之日为准；互联网、传真提交的，以双方确认之日为准。',
    '## 五、找不到怎么办',
    '在专栏查询不到的，可以在线提出询问，由政务信息热线联络员转有关机关解答。',
  ),
  basis: [ogi('第十条'), ogi('第十二条'), ogi('第三十一条')],
  channels: [web('2019-05-15'), hall('2019-05-16'), archive('2019-05-16'), library('2019-05-16')],
  fields: {
    type: 'guide', appliesTo: '公民、法人和其他组织',
    contacts: [
      { name: '市政府信息公开办公室', address: addressOf(OFFICE), hours: hoursOf(OFFICE), phone: phoneOf(OFFICE) },
      { name: '市行政服务中心依申请公开受理点', address: '清川市市府大道18号二楼', hours: CENTRE_WINDOW.hours, phone: phoneOf('qingchuan-service-centre') },
    ],
    riskPoints: [],
  },
});

const apply = item('city-apply-service', '2019-05-15', {
  agencyId: OFFICE, categoryId: 'A20_05', kind: 'service',
  title: '政府信息公开申请办事指南（市政府、市政府办公厅）',
  summary: '申请条件、材料、办理流程和20个工作日答复期限；附免费申请表格式文本。',
  formedOn: '2019-05-15',
  body: md('申请表和填写样例免费下载、免费领取。申请只需写清楚想要什么信息，不需要说明用途。', '**不属于本程序的事项**：以申请名义进行信访、投诉、举报的，告知相应渠道；要求提供公开出版物的，告知获取途径。'),
  basis: [ogi('第二十七条'), ogi('第二十九条'), ogi('第三十条'), ogi('第三十三条')],
  channels: [web('2019-05-15'), hall('2019-05-16')],
  fields: {
    actType: 'other', audience: 'both',
    basis: ['《中华人民共和国政府信息公开条例》第二十七条、第二十九条至第三十三条'],
    conditions: ['写明姓名或者名称、身份证明、联系方式', '写明信息名称、文号或者便于查询的其他特征性描述', '写明获取信息的方式、途径等形式要求'],
    materials: [{ name: '政府信息公开申请表', form: 'either', note: '格式文本免费；口头申请的由工作人员代填' }, { name: '身份证明', form: 'copy', copies: 1 }],
    flow: {
      nodes: [
        { id: 'submit', type: 'start', label: '提交申请', actor: '申请人' },
        { id: 'receive', type: 'step', label: '登记收到日期', actor: '受理人员' },
        { id: 'clear', type: 'decision', label: '内容是否明确', actor: '受理人员' },
        { id: 'mend', type: 'step', label: '一次性告知补正', detail: '自收到之日起7个工作日内', actor: '受理人员', days: 7 },
        { id: 'third', type: 'decision', label: '是否涉及第三方或者其他机关', actor: '市政府信息公开办公室' },
        { id: 'consult', type: 'step', label: '书面征求意见', detail: '第三方自收到征求意见书之日起15个工作日内提出意见；所需时间不计入答复期限', actor: '第三方、有关机关', days: 15 },
        { id: 'answer', type: 'end', label: '答复', detail: '自收到申请之日起20个工作日内；延长不超过20个工作日', actor: '市政府信息公开办公室', days: 20 },
      ],
      edges: [
        { from: 'submit', to: 'receive' }, { from: 'receive', to: 'clear' }, { from: 'clear', to: 'mend', label: '不明确' }, { from: 'mend', to: 'receive', label: '补正后重新起算' },
        { from: 'clear', to: 'third', label: '明确' }, { from: 'third', to: 'consult', label: '是' }, { from: 'third', to: 'answer', label: '否' }, { from: 'consult', to: 'answer' },
      ],
    },
    statutoryDays: 20, fees: [],
    windows: [windowOf(OFFICE, '市政府信息公开办公室'), { ...CENTRE_WINDOW, name: '市行政服务中心依申请公开受理点', address: '清川市市府大道18号二楼' }],
    result: '政府信息公开告知书',
  },
}, { links: [{ type: 'supersedes', key: 'city-request-rules-2011' }], attachments: [{ name: '政府信息公开申请表.txt', mediaType: 'text/plain', text: '政府信息公开申请表\n\n申请人姓名或者名称：\n身份证明：\n联系方式：\n所需信息的名称、文号或者特征描述：\n获取方式（邮寄 / 当面领取 / 电子）：\n是否需要协助（阅读 / 听力 / 其他）：\n\n说明：本表免费。不需要填写用途。\n' }] });

const platforms = item('city-egov-platforms', '2010-06-21', {
  agencyId: INFO, categoryId: 'A20_10', kind: 'project',
  title: '全市统一电子政务网络及五个应用平台建设项目',
  summary: '行政权力运行、公共资源交易、行政绩效管理、行政权力电子监察、民意诉求反馈五个平台的建设阶段。',
  formedOn: '2010-06-07',
  body: md(
    '建成全市统一的电子政务网络，在此基础上构建下列应用平台：',
    numbered('行政权力运行制度系统：权力事项编码、流程固化、办理留痕', '公共资源交易系统：公告、开标、中标候选人、中标结果在线公布', '行政绩效管理系统：任务、进度、评价', '行政权力电子监察系统：办理时限临近的黄灯提醒，超期的红灯警示', '民意诉求反馈系统：受理、转办、答复、评价'),
    '各平台产生的可公开信息汇入政府信息公开专栏，保留来源系统编号。',
  ),
  channels: [web('2010-06-21')],
  note: '投资金额未公布。',
  fields: {
    type: 'project', lead: '市信息产业局', partners: ['市政府办公厅', '市行政服务中心', '市财政局'],
    stages: [
      { name: '建成统一电子政务网络', state: 'done', actor: '市信息产业局' },
      { name: '五个应用平台上线', state: 'done', actor: '各业务主管部门' },
      { name: '审批项目全部纳入电子监察', state: 'done', actor: '市行政服务中心', detail: '行政许可和非行政许可审批项目100%纳入' },
      { name: '接入政府信息公开专栏', state: 'done', actor: '市政府办公厅' },
    ],
  },
});

const liaison = item('city-hotline-liaison', '2010-09-13', {
  agencyId: OFFICE, categoryId: 'A20_02', kind: 'institution',
  title: '政务信息热线联络员制度',
  summary: '查询不到的信息可以在网上询问，由联络员转相关行政机关解答，并把答复公开。',
  formedOn: '2010-09-06',
  body: md('公众在政务信息数据库中查询不到的信息，可以在网站上提出询问。办理步骤：', numbered('联络员登记询问，判断承办机关', '转相关行政机关解答，转出记录对询问人可见', '答复内容具有普遍意义的，隐去个人信息后公开', '同一问题多次提出的，建议承办机关主动公开'), '询问不等同于申请公开。需要书面答复和法定期限保障的，联络员应当告知申请途径。'),
  channels: [web('2010-09-13')],
  fields: { type: 'system', appliesTo: '各一级网络单位联络员', contacts: [{ name: '政务信息热线', phone: phoneOf(OFFICE) }], riskPoints: [{ post: '联络员转办', before: '各机关职责清单公开', during: '首问负责，转办留痕', after: '超期未答复的通报' }] },
});

const venues = item('city-venues', '2010-07-05', {
  agencyId: OFFICE, categoryId: 'A20_02', kind: 'institution',
  title: '政府信息查阅场所和公开设施一览',
  summary: '市行政服务中心、市档案馆、市图书馆查阅场所的地址、时间和触摸屏、公开栏、公开板等设施。',
  formedOn: '2010-06-28',
  body: md(
    '下列场所免费查阅，主动公开的信息不需要登记证件，不需要领导签字。',
    '| 场所 | 地址 | 设施 |\n|---|---|---|\n' + ['qingchuan-service-centre', 'qingchuan-archives', 'qingchuan-library'].flatMap((id) => agencyOf(id).venues.map((v) => `| ${agencyOf(id).shortName} ${v.name} | ${v.address} | ${(v.equipment ?? []).join('、')} |`)).join('\n'),
    '需要协助阅读、书写或者操作触摸屏的，请向现场工作人员提出。',
  ),
  basis: [ogi('第二十五条')],
  channels: [web('2010-07-05'), hall('2010-07-05'), { carrier: 'screen', on: '2010-07-05', place: '市行政服务中心一楼大厅触摸屏' }],
  fields: { type: 'guide', appliesTo: '社会公众', contacts: ['qingchuan-service-centre', 'qingchuan-archives', 'qingchuan-library'].map((id) => ({ name: agencyOf(id).name, address: addressOf(id), hours: hoursOf(id), phone: phoneOf(id) })), riskPoints: [] },
});

const villages = item('city-village-reading-points', '2010-10-18', {
  agencyId: 'qingchuan-library', categoryId: 'A20_15', kind: 'plan',
  title: '农村“信息公开查阅网点”建设和配送安排',
  summary: '依托农村书屋设立查阅网点，及时向乡村基层群众公开市政府相关信息。',
  formedOn: '2010-10-08',
  body: md('查阅网点依托农村书屋设立，配有政府公报、惠农政策汇编和离线查阅资料。', '更新方式：纸质资料随图书配送；电子资料按期整包更新，并在首页显示资料截止日期。没有网络的网点以最近一期资料为准。'),
  openTerm: { term: 'staged' },
  channels: [web('2010-10-18'), { carrier: 'reading-point', on: '2010-10-18', place: '各农村书屋查阅网点' }],
  fields: {
    from: '2010-10-01', to: '2011-12-31',
    items: [
      { no: '1', name: '确定网点设置条件和管理规则', lead: '市图书馆', state: 'done' },
      { no: '2', name: '配送政府公报和公开资料', lead: '市图书馆', state: 'done' },
      { no: '3', name: '培训网点管理员使用离线资料', lead: '市图书馆、乡镇人民政府', state: 'running' },
    ],
  },
});

export const opennessResults: DemoDisclosure[] = [published2010, requests2010, online, annual2010, problems, rectify, cityGuide, apply, platforms, liaison, venues, villages];
