import type { DemoDisclosure } from '../types.ts';
import { bullets, chain, hall, item, md, numbered, ogi, web } from './build.ts';

const OFFICE = 'qingchuan-general-office';

const correction = (key: string, on: string, decidedOn: string, no: string, title: string, party: string, cause: string, demand: string, dueOn: string, body: string): DemoDisclosure =>
  item(key, on, {
    agencyId: OFFICE, categoryId: 'A20_06', kind: 'decision', title, summary: `${cause.replace(/。$/, '')}；责令改正，并公布改正结果。`, docNo: no, formedOn: decidedOn, body,
    basis: [{ title: '存在问题专项报告', key: 'city-openness-problems' }],
    channels: [web(on)],
    fields: { act: 'correction', decisionNo: no, party, basis: '《中华人民共和国政府信息公开条例》（国务院令第492号）；《中华人民共和国行政许可法》', decidedOn, authority: '清川市人民政府办公厅', status: 'performed', cause, demand, dueOn },
  });

const corrections = [
  correction('city-correction-forms', '2011-06-08', '2011-05-18', '清政公改〔2011〕1号', '责令改正通知书：停止要求办事人员购买申请书范本', '市直某窗口单位', '对办理事项的具体要求不公开，要求办事人员到指定的窗口购买符合其要求的范本。', '立即停止出售；格式文本和填写样例免费提供、免费下载；把具体要求在窗口和网上公开。', '2011-06-01', md('经查，该单位只公开大项名称，小项的具体要求不公开，而要求办事人员购买范本。', '《行政许可法》规定，申请书需要采用格式文本的，行政机关应当提供格式文本，且不得收费。', '**改正结果** 已停止出售，格式文本改为免费领取和下载。')),
  correction('city-correction-signature', '2011-06-08', '2011-05-18', '清政公改〔2011〕2号', '责令改正通知书：取消“领导签字后方能查阅”', '市直某行政部门', '公众查阅已经主动公开的信息，该部门要求领导签字后方能查阅。', '取消签字手续；主动公开的信息当场提供查阅；对工作人员进行条例培训。', '2011-06-01', md('主动公开的政府信息面向全社会，查阅不需要登记用途，更不需要领导签字。', '**改正结果** 已取消签字手续，在查阅处张贴“当场查阅”告示。')),
  correction('city-correction-stale', '2011-06-20', '2011-05-24', '清政公改〔2011〕3号', '责令改正通知书：清理网站过时废止信息', '市直某部门网站主办单位', '网站更新不及时，过时废止的政府信息没有标注或者撤下，与现行文件混在一起。', '逐条核对效力状态，废止、失效的标注日期和依据；把现行有效文件单独列出。', '2011-06-15', md('过时信息混入现行文件，会误导办事群众。', '旧文件不必删除，但应当在显著位置标注“废止”或者“失效”，并链接到取代它的文件。', '**改正结果** 核对完毕，标注情况纳入归档。')),
];

const clarification = (key: string, on: string, title: string, claim: string, fact: string, evidence: { title: string; key: string }[], body: string, clarifies: string[], agencyId = OFFICE): DemoDisclosure =>
  item(key, on, {
    agencyId, categoryId: 'A20_15', kind: 'clarification', title, summary: fact.slice(0, 120), formedOn: on, body,
    basis: [ogi('第六条')],
    channels: [web(on), { carrier: 'social-media', on }],
    fields: { claim, fact, evidence },
  }, { links: clarifies.map((target) => ({ type: 'clarifies' as const, key: target })) });

const clarifications = [
  clarification('city-clarify-22', '2008-03-05', '关于“只有22家单位需要公开”说法的澄清', '“全市只有22家单位公开信息，其余单位可以不公开。”', '22家是第一批。全市一级网络单位77家分批实施，第二批3月底前完成，6月底前所有信息公开义务单位都要开展。', [{ title: '分批实施工作安排', key: 'city-rollout-plan' }, { title: '第一批22家单位数量统计', key: 'city-rollout-statistics' }], md('近日有说法称只有22家单位需要公开。现说明如下：分批实施只是时间先后，不是义务的有无。各单位实施的节点已在工作安排中公布。'), ['city-rollout-statistics']),
  clarification('city-clarify-purpose', '2019-06-10', '关于申请公开是否需要说明用途的澄清', '“申请公开政府信息，必须证明与自己的生产、生活、科研有关。”', '现行条例已经取消“特殊需要”的要求。申请人不需要说明用途。只有在申请的数量、频次明显超过合理范围时，行政机关才可以要求说明理由。', [{ title: '政府信息公开申请办事指南', key: 'city-apply-service' }], md('个别受理窗口仍在使用旧表格。旧表格已停用，请使用新表格，表中没有“用途”一栏。已提交旧表格的，不需要重新提交。', '阅读有困难或者视听障碍的申请人，受理窗口提供必要的帮助。'), ['city-apply-service']),
  clarification('city-clarify-fulltext', '2011-07-25', '关于规章发布“只有导读、没有全文”的说明', '“政府规章只在报纸上登个导读和分析，老百姓看不到全文。”', '反映属实。过去部分规章和政策在报纸上只刊登导读性报道。自整改方案实施起，规章和规范性文件一律在门户网站公布全文，导读应当附全文地址。', [{ title: '整改工作方案第1项', key: 'city-openness-plan' }], md('批评中肯，我们接受。', '查找全文的方法：在门户网站政府信息公开专栏按文号或者标题检索；没有网络条件的，到市档案馆、市图书馆查阅纸质文件。'), ['city-openness-problems']),
  clarification('city-clarify-hotline', '2014-01-13', '关于12345热线是否只在白天接听的澄清', '“12345只在上班时间有人接听。”', '12345市民服务热线已经正式运行，24小时接听市民来电。', [{ title: '12345市民服务热线平台建设情况', key: 'city-hotline-platform' }], md('热线平台设45个坐席，24小时接听市民来电。紧急报警、急救、火警仍请拨打专用电话。', '夜间来电同样登记并给出受理编号，需要承办单位办理的，交办后按流程答复和回访。'), ['city-hotline-platform'], 'qingchuan-hotline'),
];

const hearingSystem = item('city-minutes-system', '2011-09-19', {
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'institution',
  title: '市政府常务会议纪要公开制度',
  summary: '会议纪要经审查后公开议定事项、承办单位和完成时限；讨论过程依法可以不予公开。',
  formedOn: '2011-09-05',
  body: md('市政府常务会议纪要是群众透视政府的窗口，除依法不予公开的以外，公开下列内容：', bullets('会议议题和议定事项', '承办单位和完成时限', '涉及重大行政决策的，公众参与、专家咨询、风险评估、合法性审查和集体讨论决定五个程序的履行情况'), '讨论记录属于过程性信息，依法可以不予公开，但结论和理由应当公开。'),
  channels: [web('2011-09-19')],
  fields: { type: 'system', appliesTo: '市政府常务会议', contacts: [], riskPoints: [] },
});

const fiveMinutes = item('city-meeting-study-5', '2013-04-15', {
  agencyId: 'qingchuan', categoryId: 'A20_15', kind: 'meeting',
  title: '市政府第5次常务会议集中学习《中华人民共和国立法法》',
  summary: '会议集中学习立法法以及法律法规有关地方规章设定法律责任的相关规定。',
  formedOn: '2013-04-08',
  body: md('自2013年开始，市政府常务会议专题学法形成制度。本次会议集中学习《中华人民共和国立法法》及法律法规有关地方规章设定法律责任的相关规定。', '市政府领导、各区县领导、市直各有关部门领导参加集中学习。'),
  channels: [web('2013-04-15')],
  note: '会议日期未公布。',
  fields: { type: 'meeting', subject: '常务会议专题学法：立法法和规章设定法律责任', roles: [], agenda: ['学习《中华人民共和国立法法》', '学习地方规章设定法律责任的相关规定'], outcome: '要求各部门起草规章时对照学习内容，规范法律责任的设定。' },
});

const sixMinutes = item('city-meeting-study-6', '2013-05-13', {
  agencyId: 'qingchuan', categoryId: 'A20_15', kind: 'meeting',
  title: '市政府第6次常务会议专题讲座：法治建设中的政府行为与司法审查',
  summary: '邀请省高级人民法院有关负责人主讲，市、区县和市直部门领导参加。',
  formedOn: '2013-05-06',
  body: md('会议邀请省高级人民法院有关负责人主讲《法治建设中的政府行为与司法审查》。', '通过常务会议学法，领导干部法律思维与法治意识得到增强。'),
  channels: [web('2013-05-13')],
  note: '会议日期未公布。',
  fields: { type: 'meeting', subject: '法治建设中的政府行为与司法审查', roles: [{ role: '主讲人', group: '省高级人民法院有关负责人', count: 1 }], agenda: ['专题讲座', '交流讨论'] },
});

const firstAsked = item('city-first-asked', '2011-08-29', {
  agencyId: OFFICE, categoryId: 'A20_15', kind: 'institution',
  title: '首问负责制和“面对面”直接办事制度',
  summary: '首位接待人员负责到底或者移交到位，移交留痕，使群众感到平等、亲切、公正、透明。',
  formedOn: '2011-08-15',
  body: md('## 首问负责', numbered('第一位接待来访、来电、来信的工作人员为首问责任人', '属于本岗位的当场办理；不属于本岗位的，带到或者转到承办岗位并登记', '不属于本单位的，告知承办单位名称和联系方式', '几个单位都有职责的，由首问单位协调确定牵头单位，不得互相推诿'), '## “面对面”直接办事', '申请人可以直接与经办人员沟通，不设代办门槛，不指定中介。'),
  channels: [web('2011-08-29'), hall('2011-08-29')],
  fields: { type: 'system', appliesTo: '各级行政机关和服务窗口', contacts: [], riskPoints: [{ post: '首问责任人', before: '职责清单张贴', during: '移交登记，来访人可查', after: '推诿敷衍的依责任追究办法处理' }] },
});

const complain = item('city-complaint-service', '2019-05-20', {
  agencyId: OFFICE, categoryId: 'A20_05', kind: 'service',
  title: '政府信息公开投诉、举报办事指南',
  summary: '认为行政机关未按照要求主动公开或者不依法答复申请的，可以投诉、举报；举报人身份保密。',
  formedOn: '2019-05-15',
  body: md('公民、法人和其他组织认为行政机关未按照要求主动公开政府信息或者对政府信息公开申请不依法答复处理的，可以向政府信息公开工作主管部门提出。', '投诉、举报不影响依法申请行政复议或者提起行政诉讼。对举报人身份和联系方式保密，公开处理结果时隐去。'),
  basis: [ogi('第四十七条'), ogi('第五十一条')],
  channels: [web('2019-05-20')],
  fields: {
    actType: 'relief', audience: 'both', basis: ['《中华人民共和国政府信息公开条例》第四十七条、第五十一条'],
    conditions: ['有明确的被投诉机关', '有具体的事实'],
    materials: [{ name: '投诉、举报信或者口头陈述', form: 'either', note: '已提出过申请的，附收件凭证或者答复书' }],
    flow: chain(['提出投诉、举报', '', '投诉人'], ['登记并告知受理情况', '', '市政府信息公开办公室'], ['核实', '向被投诉机关调取发布记录、归档原件', '市政府信息公开办公室'], ['督促整改或者通报批评', '需要追究责任的，提出处理建议', '市政府信息公开办公室'], ['反馈并公开处理结果', '', '市政府信息公开办公室']),
    fees: [], windows: [], result: '处理结果告知',
  },
});

export const opennessCases: DemoDisclosure[] = [...corrections, ...clarifications, hearingSystem, fiveMinutes, sixMinutes, firstAsked, complain];
