import type { DemoDisclosure } from '../types.ts';
import { addressOf, agencyOf, articles, board, bullets, item, law, md, numbered, ogi, phoneOf, web } from './build.ts';

interface System {
  key: string;
  on: string;
  agency: string;
  category: string;
  title: string;
  summary: string;
  body: string;
  appliesTo: string;
  basis?: ReturnType<typeof law>[];
  risk?: [post: string, before: string, during: string, after: string];
  note?: string;
}

/** A standing rule of one agency, with whom to ask. */
export const system = (s: System): DemoDisclosure =>
  item(s.key, s.on, {
    agencyId: s.agency, categoryId: s.category, kind: 'institution', title: s.title, summary: s.summary, body: s.body, formedOn: s.on,
    basis: s.basis ?? [], channels: [web(s.on), board(s.agency, s.on)], ...(s.note ? { note: s.note } : {}),
    fields: {
      type: 'system', appliesTo: s.appliesTo,
      contacts: [{ name: agencyOf(s.agency).shortName ?? agencyOf(s.agency).name, address: addressOf(s.agency), phone: phoneOf(s.agency) }],
      riskPoints: s.risk ? [{ post: s.risk[0], before: s.risk[1], during: s.risk[2], after: s.risk[3] }] : [],
    },
  });

const emergency = item('city-supply-emergency', '2012-03-12', {
  agencyId: 'qingchuan-commerce', categoryId: 'A20_12', kind: 'normative',
  title: '清川市生活必需品市场供应应急预案',
  summary: '明确监测、预警、响应、投放和信息发布的分工，发布机关和渠道统一。',
  docNo: '清商发〔2012〕4号', formedOn: '2012-02-27', effectiveOn: '2012-03-12',
  body: md('## 一、监测预警', '监测生活必需品的供应、库存和价格，出现异常波动时提出预警建议。', '## 二、应急响应', numbered('组织货源，协调企业增加供应', '投放储备，公布投放网点和时段', '必要时采取限量等临时措施，说明理由和期限'), '## 三、信息发布', '由法定机关统一发布，首次发布后持续更新；不实传言按澄清办法处理。', '## 四、恢复', '响应终止后公布终止时间和后续安排，并评估。'),
  basis: [law('《中华人民共和国突发事件应对法》')],
  channels: [web('2012-03-12')],
  fields: { genre: 'plan', issuers: ['清川市商业委员会'], registrationNo: '清规〔2012〕003' },
});

const admissions = (done: number) => ({
  agencyId: 'qingchuan-education', categoryId: 'A20_11', kind: 'plan' as const,
  title: '义务教育招生信息公开安排',
  summary: '按阶段公开招生政策、范围、程序、结果和监督方式，实现从结果公开向过程公开转变。',
  formedOn: '2013-04-08',
  body: md('招生信息按阶段公开，每一阶段结束公布下一阶段的安排。招生范围的具体划分由区县教育部门公布。', '公开结果不涉及学生个人的身份证件号码和家庭住址。'),
  openTerm: { term: 'staged' as const },
  channels: [web('2013-04-22')],
  fields: {
    from: '2013-04-22', to: '2013-09-30',
    items: [
      { no: '1', name: '公布招生政策和范围', lead: '市教育局、区县教育部门' },
      { no: '2', name: '公布报名条件、材料和程序', lead: '区县教育部门' },
      { no: '3', name: '公布录取结果和复核方式', lead: '各学校' },
      { no: '4', name: '公布投诉办理情况', lead: '市教育局' },
    ].map((step, i) => ({ ...step, state: i < done ? ('done' as const) : ('planned' as const) })),
  },
});

const admission = item('city-school-admission', '2013-04-22', admissions(1), {
  amendments: [
    ['2013-06-03', '公布报名条件、材料和程序，更新进展', admissions(2)],
    ['2013-09-09', '公布录取结果和投诉办理情况，全部阶段完成', admissions(4)],
  ],
});

const staffing = item('city-legal-staffing', '2013-06-17', {
  agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_02', kind: 'personnel',
  title: '市政府法制办机构升格和编制调整情况',
  summary: '市政府法制办由部门管理机构升格为政府工作部门，增加行政编制8个、事业编制3个。',
  formedOn: '2013-06-03',
  body: md('作为市政府依法行政工作的参谋、助手和法律顾问，市政府法制办由部门管理机构升格为政府工作部门，增加行政编制8个、事业编制3个。', '升格前的编制数未公布，本页只列新增数。'),
  channels: [web('2013-06-17')],
  note: '升格前的编制基数未公布。',
  fields: { type: 'roster', posts: [{ post: '新增行政编制', count: 8 }, { post: '新增事业编制', count: 3 }] },
});

const exam = item('city-civil-service-exam', '2014-03-10', {
  agencyId: 'qingchuan-personnel', categoryId: 'A20_14', kind: 'personnel',
  title: '公务员招考公告应当公布的事项（格式）',
  summary: '职位、名额、报考条件、程序、时间和录用结果的公开格式；具体职位和名额随每次公告发布。',
  formedOn: '2014-03-03',
  body: md('每次招考公告应当包括：', bullets('招考机关、职位、名额、报考资格条件', '报名和考试时间、地点、科目、程序', '成绩查询和体检考察安排', '拟录用人员公示和监督电话'), '没有到公告日期的，名额不预填。'),
  basis: [law('《中华人民共和国公务员法》'), ogi('第二十条第十四项')],
  channels: [web('2014-03-10')],
  note: '本页为格式，名额随每次公告另行公布。',
  fields: { type: 'recruitment', posts: [{ post: '主任科员以下及其他相当职务层次（格式）', requirement: '以当次公告为准', note: '名额未公布' }], from: '2014-03-10' },
});

const honour = item('city-honour-notice', '2014-04-28', {
  agencyId: 'qingchuan-personnel', categoryId: 'A20_15', kind: 'notice',
  title: '依法行政示范单位和先进集体评选公示',
  summary: '对拟推荐单位公示，接受社会监督；可以电话、来信、来访反映。',
  formedOn: '2014-04-21',
  body: md('结合依法行政示范单位创建工作，对拟推荐名单公示。公示期内可以反映问题，反映人身份保密，对不属实的反映不作公开评价。', '推荐单位以单位名称列示，不列个人姓名。'),
  openTerm: { term: 'temporary', until: '2014-05-08' },
  channels: [web('2014-04-28'), board('qingchuan-personnel', '2014-04-28')],
  fields: { subject: '依法行政示范单位评选', from: '2014-04-28', to: '2014-05-08', objections: [{ way: '电话', contact: phoneOf('qingchuan-personnel', '监督投诉') }, { way: '来信', contact: addressOf('qingchuan-personnel') }], outcome: '公示期满，反映的问题逐件核查。' },
}, { expired: '2014-05-09' });

const stateAssets = item('city-state-assets-draft', '2013-05-13', {
  agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_01', kind: 'notice',
  title: '关于《清川市企业国有资产监督管理办法》公开征求意见的公告',
  summary: '列入立法计划的规章项目，征求社会各界意见。',
  formedOn: '2013-05-06',
  body: md('## 拟规范的主要问题', bullets('国有资产出资人职责', '资产转让的公开交易程序', '信息公开和社会监督', '责任追究'), '意见的采纳情况在公布规章时说明。'),
  basis: [{ title: '清川市2013年立法计划', key: 'city-legislative-plan-2013' }],
  openTerm: { term: 'temporary', until: '2013-06-14' },
  channels: [web('2013-05-13')],
  fields: { subject: '《清川市企业国有资产监督管理办法（征求意见稿）》', from: '2013-05-13', to: '2013-06-14', objections: [{ way: '来信', contact: addressOf('qingchuan-legal-affairs') }, { way: '电话', contact: phoneOf('qingchuan-legal-affairs') }] },
}, { expired: '2013-06-15' });

const underground = item('city-underground-draft', '2013-06-24', {
  agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_01', kind: 'notice',
  title: '关于《清川市地下空间开发利用管理办法》公开征求意见的公告',
  summary: '征求对地下空间规划、建设、登记、使用和安全管理的意见。',
  formedOn: '2013-06-17',
  body: md('## 拟规范的主要问题', bullets('地下空间规划和分层利用', '连通和管线避让', '人防、消防和防洪安全', '权属登记和信息公开'), '欢迎建设、物业、市政等单位提出意见。'),
  openTerm: { term: 'temporary', until: '2013-07-26' },
  channels: [web('2013-06-24')],
  fields: { subject: '《清川市地下空间开发利用管理办法（征求意见稿）》', from: '2013-06-24', to: '2013-07-26', objections: [{ way: '来信', contact: addressOf('qingchuan-legal-affairs') }, { way: '电话', contact: phoneOf('qingchuan-legal-affairs') }] },
}, { expired: '2013-07-27' });

const models = item('city-model-contracts', '2013-12-23', {
  agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_15', kind: 'report',
  title: '政府合同示范文本审查情况报告',
  summary: '共审查科技计划项目等多种类型的政府合同示范文本34个，供各部门优先使用。',
  formedOn: '2013-12-09',
  body: md('共审查科技计划项目等多种类型的政府合同示范文本34个。示范文本写明主体资格、权利义务、违约责任、争议解决和信息公开条款。', '除科技计划项目外，其余各类文本的名称由使用部门公布，本报告不代拟。'),
  basis: [law('《清川市政府合同审查管理办法》')],
  channels: [web('2013-12-23')],
  fields: { type: 'work', to: '2013-12-09', figures: [{ label: '合同示范文本', value: 34, unit: '个' }] },
});

const land = item('city-expropriation-law', '2011-02-21', {
  agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_15', kind: 'report',
  title: '参与《国有土地上房屋征收与补偿条例》立法修订情况',
  summary: '先后四次参与立法修订，就征收决定、补偿和公开程序提出意见。',
  formedOn: '2011-02-14',
  body: md('本市先后四次参与国务院《国有土地上房屋征收与补偿条例》的立法修订。', '条例施行后，征收补偿方案应当公布征求公众意见，征求意见期限不得少于30日；分户补偿情况在房屋征收范围内向被征收人公布。'),
  channels: [web('2011-02-21')],
  fields: { type: 'work', to: '2011-02-14', figures: [{ label: '参与立法修订', value: 4, unit: '次' }] },
});

const nextSteps = item('city-law-next-steps', '2014-02-24', {
  agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_03', kind: 'plan',
  title: '加快法治政府建设下一步工作安排',
  summary: '树立法治理念、完善重大决策规则、增强法制系统活力、加强执法监督四项任务。',
  formedOn: '2014-02-10',
  body: md('对照存在的“力度还需进一步加大，措施还需进一步强化，制度还需进一步完善和创新”的问题，提出四项任务。'),
  openTerm: { term: 'staged' },
  channels: [web('2014-02-24')],
  fields: {
    from: '2014-02-01', to: '2014-12-31',
    items: [
      { no: '1', name: '牢固树立法治理念：办事依法、遇事找法、解决问题用法、化解矛盾靠法', lead: '市政府法制办', state: 'running' },
      { no: '2', name: '完善重大决策规则：建立听证代表名录，健全问责和纠错，评估实施效果', lead: '市政府法制办', state: 'running' },
      { no: '3', name: '增强法制系统活力：培养和交流法制人才，指导基层', lead: '市政府法制办', state: 'planned' },
      { no: '4', name: '加强行政执法监督：健全评议、考核、责任机制，加强民生领域监督', lead: '市政府法制办、监察、审计、人事部门', state: 'running' },
    ],
  },
});

const supervision = item('city-resource-trading', '2012-09-10', {
  agencyId: 'qingchuan-general-office', categoryId: 'A20_09', kind: 'normative',
  title: '清川市公共资源交易信息公开规定',
  summary: '工程招标、政府采购、土地出让等交易公告、过程和结果在统一平台公开。',
  docNo: '清政办发〔2012〕27号', formedOn: '2012-08-27', effectiveOn: '2012-10-01',
  body: articles('公共资源交易的公告、资格条件、评审办法、结果在公共资源交易系统公开。', '中标候选人应当公示，公示期不少于三日。', '实行全过程电子留痕，开标、评标记录存档。', '异议、投诉的受理渠道与公告同时公布，处理结果公开。', '依法应当保密的标底、商业秘密除外。'),
  channels: [web('2012-09-10')],
  fields: { genre: 'normative-document', issuers: ['清川市人民政府办公厅'], registrationNo: '清规〔2012〕019' },
});

export const departmentsA: DemoDisclosure[] = [emergency, admission, staffing, exam, honour, stateAssets, underground, models, land, nextSteps, supervision];
