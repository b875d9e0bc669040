import { by, channel, onKey, type DemoDisclosure } from '../types.ts';

const tax = by('fangbei-tax');
const ADDRESS = '清川市坊北区北关路15号一楼';
const board = (on: string) => [channel('notice-board', on, '坊北分局公示栏')];
const category = 'fangbei-tax.power';
const contacts = [{ name: '监察室', address: ADDRESS, phone: '000-8851 0306' }];

export const power: DemoDisclosure[] = [
  tax('tax/supervisors', '2010-04-12', {
    kind: 'personnel', categoryId: category, title: '34名执法监督员名录（按岗位公布）', formedOn: '2010-04-08', summary: '从社会各界聘请34名执法监督员，监督税务机关及其工作人员执法和廉洁自律情况。',
    body: '从社会各界聘请**34名**执法监督员，对税务机关及其工作人员的执法情况，特别是执行“公开办税”及廉洁自律方面的情况进行监督。\n\n名录按岗位公布，不公布姓名；各界别人数未公布。\n\n## 权利\n列席有关会议，查阅公开资料，对执法行为提出意见，要求答复。\n\n## 义务\n为纳税人和举报人保密，不以监督员身份谋取利益。', channels: board('2010-04-12'),
    fields: { type: 'roster', from: '2010-04-12', posts: [{ post: '执法监督员', count: 34, requirement: '热心税收事业，公道正派', note: '从社会各界聘请；分界别人数未公布' }] },
  }),
  tax('tax/supervisor-meeting', '2010-07-19', {
    kind: 'meeting', categoryId: category, title: '执法监督员座谈会', formedOn: '2010-07-16', summary: '征求执法监督员对税收工作、廉政建设、效能建设的意见，梳理分析、落实责任、限期整改。', body: '会议征求对税收工作、廉政建设、效能建设等方面的意见建议。反馈的问题梳理分析后落实责任，限期整改；整改计划另行公开。', basis: [onKey('34名执法监督员名录', 'tax/supervisors')], channels: board('2010-07-19'),
    fields: { type: 'meeting', subject: '税收执法和廉政建设意见', heldOn: '2010-07-16', place: '坊北分局会议室', roles: [], selection: '从34名执法监督员中邀请；到会人数未公布', agenda: ['通报公开办税和廉政建设情况', '监督员提出意见', '梳理问题'], outcome: '反馈的问题列入整改计划。' },
  }),
  tax('tax/taxpayer-meeting', '2010-07-26', {
    kind: 'meeting', categoryId: category, title: '纳税人座谈会', formedOn: '2010-07-23', summary: '听取纳税人对办税公开、定税、稽查、服务的意见，公开处理方式。', body: '座谈会听取纳税人意见，发言不公开姓名。属于政策问题的当场解释，属于作风问题的交监察室核实。', channels: board('2010-07-26'),
    fields: { type: 'meeting', subject: '办税公开和服务意见', heldOn: '2010-07-23', place: '坊北分局会议室', roles: [], selection: '随机邀请不同行业、不同规模纳税人；人数未公布', agenda: ['介绍公开事项', '纳税人提意见', '说明办理方式'], outcome: '意见登记交办，办理结果定期公开。' },
  }),
  tax('tax/supervision-rectification', '2010-08-09', {
    kind: 'plan', categoryId: category, title: '监督反馈问题整改计划', formedOn: '2010-08-05', openTerm: { term: 'staged' }, summary: '对座谈会、评价器、测评箱反馈的问题梳理分析，落实责任，限期整改。', body: '整改事项按类别列出，各事项由责任科室提出措施。未列明具体问题，事项按监督内容分类。', basis: [onKey('执法监督员座谈会', 'tax/supervisor-meeting'), onKey('纳税人座谈会', 'tax/taxpayer-meeting')], channels: board('2010-08-09'),
    fields: { from: '2010-08-09', to: '2010-12-31', items: [
      { no: '1', name: '公开办税执行中的问题', lead: '办公室', dueOn: '2010-10-29', state: 'running' }, { no: '2', name: '税收执法中的问题', lead: '稽查局、征收管理科', dueOn: '2010-11-30', state: 'running' },
      { no: '3', name: '廉政建设方面的意见', lead: '监察室', dueOn: '2010-11-30', state: 'running' }, { no: '4', name: '效能建设方面的意见', lead: '纳税服务科', dueOn: '2010-12-31', state: 'running' }] },
  }),
  tax('tax/evaluator-rules', '2011-08-22', {
    kind: 'institution', categoryId: category, title: '服务质量评价器和社会满意度测评箱管理办法', formedOn: '2011-08-18', summary: '在纳税服务岗安装评价器和测评箱，使日常服务监督数据化。', body: '1. 每个纳税服务岗安装服务质量评价器，每次服务后请纳税人评价。\n2. 办税服务厅设社会满意度测评箱，测评表不记名。\n3. 评价数据由监察室提取，服务人员不得删除、修改。\n4. 不满意评价由监察室联系核实，督促改进。\n5. 评价结果按月汇总公开，数据由监察室保存。', channels: board('2011-08-22'), fields: { type: 'system', appliesTo: '纳税服务岗', contacts, riskPoints: [{ post: '纳税服务岗', before: '培训文明用语和服务承诺', during: '评价器即时评价', after: '不满意评价核实和回访' }] },
  }),
  tax('tax/accountability-system', '2010-07-12', {
    kind: 'institution', categoryId: category, title: '税务人员责任追究制度', formedOn: '2010-07-08', summary: '对执法过错、违反公开办税规定、违反廉洁规定的责任追究情形和程序。', body: '## 情形\n1. 应当公开的事项不公开、逾期公开。\n2. 违反定税、减免税、稽查程序。\n3. 泄露纳税人商业秘密。\n4. 吃拿卡要、推诿拖延。\n\n## 程序\n监察室受理、调查，听取当事人陈述后提出处理意见。\n\n## 方式\n批评教育、责令整改、通报、调整岗位；构成违纪违法的移送有权机关。', channels: board('2010-07-12'), fields: { type: 'system', appliesTo: '坊北分局工作人员', contacts, riskPoints: [] },
  }),
  tax('tax/power-report', '2010-12-13', {
    kind: 'report', categoryId: category, title: '坊北地税“六阳光六透明”政务公开工作报告', formedOn: '2010-12-09', openTerm: { term: 'periodic', every: 'year' }, summary: '报告六阳光六透明工作进展和数据：培训6000余人次、减免1513.5万元、执法监督员34名。', body: '## 流程透明\n公示栏、显示屏、触摸屏、上门辅导公开办税流程，落实“两卡四上墙”。\n\n## 税负透明\n实行九步定税，同行业、同规模业户可以比较。\n\n## 执法透明\n四环节稽查，查前告知、查后回访。\n\n## 政策透明\n近三年免费培训企业财务人员6000余人次。\n\n## 工作透明\n“三级审批一公示”，三年减免各项税收1513.5万元，财务开支定期公开。\n\n## 权力透明\n聘请34名执法监督员，安装评价器和测评箱。', channels: board('2010-12-13'),
    fields: { type: 'work', to: '2010-12-09', figures: [{ label: '免费培训企业财务人员（近三年）', value: 6000, unit: '人次', note: '来源表述为“6000余人次”' }, { label: '减免各项税收（三年来）', value: 1513.5, unit: '万元' }, { label: '执法监督员', value: 34, unit: '名' }] },
  }),
  tax('tax/duties', '2010-03-10', {
    kind: 'institution', categoryId: 'A20_02', title: '坊北分局各科室职责和联系方式', formedOn: '2010-03-04', summary: '公布办公室、征管、税政、稽查、纳税服务、监察各科室职责和电话。', body: '- **办公室**：政务公开、财务公开、通报会。\n- **征收管理科**：税额核定、公示、征管。\n- **税政科**：减免税三级审批。\n- **稽查局**：选案、检查、审理、执行。\n- **纳税服务科**：办税服务厅、培训、接访。\n- **监察室**：投诉、监督员联络、责任追究。', channels: board('2010-03-10'), fields: { type: 'duties', appliesTo: '坊北分局各科室', contacts: [{ name: '办公室', address: ADDRESS, phone: '000-8851 0301' }, { name: '征收管理科', address: ADDRESS, phone: '000-8851 0302' }, { name: '税政科', address: ADDRESS, phone: '000-8851 0303' }, { name: '稽查局', address: ADDRESS, phone: '000-8851 0304' }, { name: '纳税服务科', address: ADDRESS, phone: '000-8851 0305' }, { name: '监察室', address: ADDRESS, phone: '000-8851 0306' }], riskPoints: [] },
  }),
];
