import { by, channel, law, onKey, type DemoDisclosure } from '../types.ts';

const tax = by('fangbei-tax');
const ADDRESS = '清川市坊北区北关路15号一楼';
const board = (on: string) => [channel('notice-board', on, '坊北分局公示栏')];
const category = 'fangbei-tax.policy';
const contacts = [{ name: '纳税服务科', address: ADDRESS, phone: '000-8851 0305' }];

export const policy: DemoDisclosure[] = [
  tax('tax/publicity-boards', '2010-03-22', {
    kind: 'institution', categoryId: category, title: '税法宣传刊板内容一览', formedOn: '2010-03-18', summary: '设立政策宣传、税收标准、处罚标准、服务承诺四类宣传刊板，公布各刊板内容。', body: '1. **政策宣传**：现行地方税收法规和优惠政策。\n2. **税收标准**：税种、征税范围和税率查询途径。\n3. **处罚标准**：常见违法行为和处罚依据。\n4. **服务承诺**：首问、一次性告知和限时办结。\n\n政策变动时，刊板同步更换；旧内容注明失效日期后归档。',
    channels: [...board('2010-03-22'), channel('service-hall', '2010-03-22', '办税服务厅')], fields: { type: 'guide', appliesTo: '坊北区纳税人', contacts, riskPoints: [] },
  }),
  tax('tax/rights-duties', '2010-03-29', {
    kind: 'institution', categoryId: category, title: '纳税人的权利与义务', formedOn: '2010-03-25', summary: '公开纳税人享有的知情、保密、陈述申辩、复议诉讼等权利和依法申报、接受检查等义务。', body: '## 权利\n1. 了解税收法律、行政法规和与纳税程序有关的情况。\n2. 要求为纳税人的情况保密。\n3. 依法申请减税、免税、退税。\n4. 对税务机关的决定享有陈述权、申辩权。\n5. 依法申请行政复议、提起行政诉讼、请求国家赔偿。\n6. 控告和检举税务人员的违法违纪行为。\n\n## 义务\n1. 依法办理税务登记、设置账簿、申报纳税。\n2. 按规定期限缴纳税款。\n3. 接受税务检查，如实反映情况，提供资料。',
    basis: [law('中华人民共和国税收征收管理法', '第八条')], channels: [...board('2010-03-29'), channel('leaflet', '2010-03-30', '上门辅导发送资料')], fields: { type: 'guide', appliesTo: '坊北区纳税人', contacts, riskPoints: [] },
  }),
  tax('tax/learning-booklet', '2010-05-24', {
    kind: 'notice', categoryId: category, title: '关于免费赠阅《学税法》小册子和政策培训光盘的公告', formedOn: '2010-05-20', openTerm: { term: 'temporary', until: '2010-12-31' }, summary: '纳税人可以到办税服务厅免费领取《学税法》小册子和政策培训光盘。', body: '领取地点：办税服务厅。免费赠阅，不搭售、不收工本费。同时通过网送税法、短信提醒等方式告知最新政策法规。', channels: [channel('leaflet', '2010-05-24', '办税服务厅'), channel('push', '2010-05-24', '短信提醒'), channel('website', '2010-05-24', '网送税法')],
    fields: { subject: '免费赠阅税法资料', from: '2010-05-24', to: '2010-12-31', objections: [], entries: ['《学税法》小册子', '政策培训光盘', '网送税法', '短信提醒'] },
  }, { expired: '2010-12-31' }),
  tax('tax/training-statistics', '2010-12-27', {
    kind: 'statistics', categoryId: category, title: '企业财务人员免费培训情况统计', formedOn: '2010-12-23', openTerm: { term: 'periodic', every: 'year' }, summary: '近三年免费培训企业财务人员6000余人次，年度分项未公布。', body: '近三年来全面加强纳税人培训，累计免费培训企业财务人员**6000余人次**。各年度人次未公布，表中留空。', basis: [onKey('税收政策咨询和培训报名办事指南', 'tax/guide-consult')], channels: board('2010-12-27'),
    fields: { period: '近三年', checks: [], tables: [{ caption: '免费培训企业财务人员', columns: [{ key: 'year', title: '年份', type: 'text' }, { key: 'people', title: '人次', type: 'integer', unit: '人次' }, { key: 'note', title: '说明', type: 'text' }], rows: [{ year: '第一年', people: null, note: '未公布' }, { year: '第二年', people: null, note: '未公布' }, { year: '第三年', people: null, note: '未公布' }, { year: '近三年合计', people: 6000, note: '来源表述为“6000余人次”' }] }] },
  }),
  tax('tax/training-notice', '2010-09-06', {
    kind: 'personnel', categoryId: category, title: '企业财务人员税收政策培训安排', formedOn: '2010-09-02', summary: '面向企业财务人员的免费政策培训，公布对象、内容和报名方式。', body: '培训内容：新出台的地方税收政策、纳税申报、税收优惠办理、税务检查须知。培训免费，不发证、不收资料费。报名：办税服务厅或者电话。', channels: [...board('2010-09-06'), channel('push', '2010-09-06', '短信提醒')],
    fields: { type: 'training', posts: [{ post: '企业财务人员', requirement: '坊北区内纳税企业，每户可派员参加' }, { post: '办税人员', requirement: '新办企业优先' }], from: '2010-09-06', to: '2010-12-31' },
  }),
  tax('tax/liaison-system', '2009-12-14', {
    kind: 'institution', categoryId: category, title: '税企联系工作制度', formedOn: '2009-12-10', summary: '分局领导和科室固定联系企业，了解需求、宣传政策、反馈问题。', body: '1. 领导班子成员和科室负责人固定联系企业。\n2. 联系内容：宣传新政策、了解经营困难、听取对税收工作的意见。\n3. 联系人员不得借机要求企业承担费用。\n4. 企业提出的问题登记、交办、反馈。', channels: board('2009-12-14'), fields: { type: 'system', appliesTo: '坊北分局各科室', contacts, riskPoints: [] },
  }),
  tax('tax/need-diary', '2009-12-21', {
    kind: 'institution', categoryId: category, title: '纳税人需求日记制度', formedOn: '2009-12-17', summary: '工作人员把每天听到的纳税人需求记下来，分类交办并答复。', body: '1. 窗口和管理人员逐日记录纳税人提出的需求。\n2. 纳税服务科每周分类汇总，交责任科室。\n3. 责任科室说明办理结果；不能办理的说明原因。\n4. 带有普遍性的需求转化为政策辅导内容。', channels: board('2009-12-21'), fields: { type: 'system', appliesTo: '窗口和税收管理人员', contacts, riskPoints: [] },
  }),
  tax('tax/open-reception-system', '2009-12-28', {
    kind: 'institution', categoryId: category, title: '领导干部定期公开接访制度', formedOn: '2009-12-24', summary: '领导班子成员定期公开接访，接访日程事先公布，来访事项登记答复。', body: '1. 接访日程、接访领导职务和分工在公示栏事先公布。\n2. 来访事项当场能答复的当场答复；不能的登记交办，告知答复期限。\n3. 依法应当通过行政复议、行政诉讼处理的事项，告知相应途径。\n4. 来访人信息保密，接访结果公开事项和答复，不公开来访人。', channels: board('2009-12-28'), fields: { type: 'system', appliesTo: '分局领导班子', contacts, riskPoints: [] },
  }),
  tax('tax/reception-day', '2010-06-07', {
    kind: 'meeting', categoryId: category, title: '局领导公开接访日公告', formedOn: '2010-06-03', openTerm: { term: 'periodic', every: 'month' }, summary: '公布接访安排、接访范围和答复方式。', body: '接访范围：税收政策、定税、减免税、发票、稽查和对税务人员的意见。不属于分局职责的，告知向哪个部门反映。', basis: [onKey('领导干部定期公开接访制度', 'tax/open-reception-system')], channels: board('2010-06-07'),
    fields: { type: 'reception', subject: '纳税人和群众来访', place: '坊北分局一楼接访室', roles: [{ role: '局长', count: 1 }, { role: '纪检组长', count: 1 }], selection: '来访人按到访顺序接待，不登记身份证件号码', agenda: ['登记来访事项', '当场答复或者交办', '答复期限告知'] },
  }),
  tax('tax/crisis-theme', '2009-03-30', {
    kind: 'plan', categoryId: category, title: '“应对金融危机，共谋科学发展”税收服务安排', formedOn: '2009-03-26', openTerm: { term: 'temporary', until: '2010-12-31' }, summary: '开展个性化税收优惠政策上门服务、税企联帮、恳谈会、“帮企业解忧”“为经济把脉”和“四个一”帮扶。', body: '活动期限已满。未完成项目已转入税企联系工作制度。“四个一”的具体内容未列明。', channels: board('2009-03-30'),
    fields: { from: '2009-03-30', to: '2010-12-31', items: [
      { no: '1', name: '个性化税收优惠政策上门服务', lead: '纳税服务科', state: 'done' }, { no: '2', name: '“联手应对金融危机”税企联帮活动', lead: '各科室', state: 'done' }, { no: '3', name: '税企恳谈会', lead: '办公室', state: 'done' },
      { no: '4', name: '“帮企业解忧”办实事', lead: '各科室', state: 'done' }, { no: '5', name: '“为经济把脉”提对策', lead: '税政科', state: 'done' }, { no: '6', name: '“四个一”帮扶活动', lead: '分局领导', state: 'done', progress: '具体内容未公布' }] },
  }, { expired: '2010-12-31' }),
  tax('tax/talk-session', '2009-09-14', {
    kind: 'meeting', categoryId: category, title: '税企恳谈会情况通报', formedOn: '2009-09-11', summary: '听取企业对税收优惠、定税、稽查和服务的意见，说明优惠政策办理办法。', body: '恳谈会围绕“应对金融危机，共谋科学发展”主题，宣讲税收优惠政策，听取企业意见。企业提出的困难登记交办，由税政科说明可以适用的政策。\n\n参会企业和人数未公布。', channels: board('2009-09-14'),
    fields: { type: 'meeting', subject: '税收优惠政策和企业困难', heldOn: '2009-09-11', place: '坊北分局会议室', roles: [], selection: '企业自愿报名，邀请不同行业代表', agenda: ['宣讲优惠政策', '企业提出困难和意见', '责任科室现场答复或者登记'], outcome: '意见登记并交责任科室，办理结果向参会企业反馈。' },
  }),
  tax('tax/clarify-free-materials', '2010-12-28', {
    kind: 'clarification', categoryId: category, title: '澄清：税务机关不收取培训费、资料费', formedOn: '2010-12-27', summary: '针对“参加培训要交资料费”的说法，说明培训、小册子和光盘一律免费。', body: '分局组织的培训、《学税法》小册子、培训光盘一律免费。如有人以分局名义收费，请向监察室举报。', channels: board('2010-12-28'),
    fields: { claim: '参加税收培训、领取税法资料需要缴费。', fact: '培训和资料一律免费。近三年免费培训企业财务人员6000余人次。', evidence: [{ title: '企业财务人员免费培训情况统计', key: 'tax/training-statistics' }, { title: '免费赠阅税法资料公告', key: 'tax/learning-booklet' }] },
  }, { links: [{ type: 'clarifies', key: 'tax/learning-booklet' }] }),
];
