import { by, channel, content, law, onKey, type Draft, type DemoDisclosure } from '../types.ts';

const qinghe = by('qinghe-office');
const fangbei = by('fangbei-office');
const nanping = by('nanping-office');
const xiling = by('xiling-office');
const board = (on: string) => [channel('notice-board', on, '清河县政务公开栏'), channel('website', on, '县人民政府网站')];
const ISSUER = ['清河县人民政府办公室'];
const rule = (key: string, on: string, title: string, docNo: string, summary: string, body: string, registrationNo: string): DemoDisclosure =>
  qinghe(key, on, { kind: 'normative', categoryId: 'A20_01', title, docNo, effectiveOn: on, summary, body, channels: board(on), fields: { genre: 'normative-document', issuers: ISSUER, registrationNo } });

/** What a guide says before and since the 2019 Regulation. */
const guide = (county: string, phone: string, address: string, since2019: boolean): Draft => ({
  kind: 'institution', categoryId: 'A20_02', title: `${county}政府信息公开指南`, formedOn: since2019 ? '2019-05-13' : '2011-03-03', summary: `${county}政府信息的分类、编排体系、获取方式，政府信息公开工作机构的名称、地址和联系方式。`,
  body: since2019
    ? `## 主动公开\n以公开为常态、不公开为例外。信息自形成或者变更之日起二十个工作日内公开；法律法规另有规定的，从其规定。\n\n## 查阅\n网站可以检索、查阅、下载；也可以到档案馆、图书馆、政务服务场所、乡镇街道公开栏和农村书屋查阅网点查阅。查阅已公开信息不需要登记、审批。\n\n## 依申请公开\n提交姓名或者名称、身份证明、联系方式，信息名称、文号或者其他特征描述，形式要求；不需要说明用途。自收到申请之日起二十个工作日内答复，延长最长不超过二十个工作日。\n\n## 不予公开\n国家秘密；法律、行政法规禁止公开；公开后可能危及国家安全、公共安全、经济安全、社会稳定的，不予公开。内部事务、过程性信息、行政执法案卷可以不予公开。能够区分处理的，提供可以公开的部分。\n\n## 工作机构\n${county}人民政府办公室政务公开机构，地址：${address}，电话：${phone}。`
    : `## 主动公开\n涉及公民、法人或者其他组织切身利益，需要社会公众广泛知晓或者参与的信息主动公开。\n\n## 查阅\n网站、政务公开栏、档案馆、图书馆和行政服务场所。\n\n## 依申请公开\n根据自身生产、生活、科研等特殊需要申请获取。自收到申请之日起十五个工作日内答复，延长最长不超过十五个工作日。\n\n## 不予公开\n涉及国家秘密、商业秘密、个人隐私的，不予公开；权利人同意公开或者不公开可能对公共利益造成重大影响的除外。\n\n## 工作机构\n${county}人民政府办公室政务公开机构，地址：${address}，电话：${phone}。`,
  basis: [law(since2019 ? '中华人民共和国政府信息公开条例（国务院令第711号）' : '中华人民共和国政府信息公开条例（国务院令第492号）', since2019 ? '第十二条' : '第十九条')],
  channels: [channel('website', since2019 ? '2019-05-15' : '2011-03-07')],
  fields: { type: 'guide', appliesTo: `${county}各级行政机关`, contacts: [{ name: `${county}人民政府办公室政务公开机构`, address, hours: '工作日 8:30—12:00，14:00—17:30', phone }], riskPoints: [] },
});

const guides = ([['qinghe-office', '清河县', '000-8842 0102', '清川市清河县政府路1号'], ['fangbei-office', '坊北区', '000-8852 0102', '清川市坊北区振兴路1号'], ['nanping-office', '南屏区', '000-8861 0102', '清川市南屏区南门大街1号'], ['xiling-office', '西岭县', '000-8865 0102', '清川市西岭县松岭路1号']] as const).map(([id, county, phone, address]) =>
  by(id)(`grassroots/guide-${id}`, '2011-03-07', guide(county, phone, address, false), { amendments: [{ on: '2019-05-15', reason: '修订后的《政府信息公开条例》施行，取消申请的特殊需要条件，答复期限改为二十个工作日，增加区分处理规定。', content: content({ ...guide(county, phone, address, true), agencyId: id }) }] }),
);

export const systems: DemoDisclosure[] = [
  ...guides,
  rule('grassroots/four-forms', '2011-05-09', '清河县“一栏一台一网一会”政务公开实施办法', '清政办发〔2011〕9号', '以政务公开栏、广播电视台、政府网站、政务通报会四种形式公开，规定各形式的内容和更换要求。',
    '## 一栏\n在便于群众观看的地方设立固定的政务公开栏。县直单位公示工作职能、服务承诺、办事程序、收费项目、收费依据、收费标准；各乡镇公开栏办到人流集中的街头路口。公开栏张贴“办事流程图”“机构示意图”“岗位职责图”。\n\n## 一台\n通过县广播电视台播放群众关心的公开事项。\n\n## 一网\n政府组织机构、办事指南、政府文件、工作报告、人事任免、土地出让、征地拆迁、实事工程、常务会议纪要等在网站公开。\n\n## 一会\n对临时性、阶段性事项召开政务通报会。\n\n## 更换\n公开内容变动的及时更换；过时的标注失效后归档，不得悄悄撕除。', '清河规〔2011〕5号'),
  rule('grassroots/open-terms', '2011-06-13', '清河县政务公开时间管理办法', '清政办发〔2011〕14号', '长期有效事项长期公开，经常性事项定期公开，阶段性工作分阶段公开，临时性工作临时公开。',
    '1. **长期公开**：国家政策和法律、法规规定长期有效的事项。\n2. **定期公开**：经常性事项，如财务收支、收费。\n3. **分阶段公开**：阶段性工作，每完成一个阶段公开一次。\n4. **临时公开**：临时性工作，公开至事项结束。\n\n从结果公开向过程公开转变：惠农政策落实、土地审批等涉及群众切身利益的事项，每一个环节、每一个程序都要公开。\n\n从随意公开向全面公开转变：除涉及国家秘密、商业秘密、个人隐私外，政务活动一律公开。', '清河规〔2011〕8号'),
  rule('grassroots/archive-evidence', '2011-06-20', '清河县政务公开档案管理办法', '清政办发〔2011〕15号', '公开情况建立档案，保存公开的原件或者照片，载明时间、地点和载体。',
    '1. 所有政务公开的情况建立档案，保存公开的原件或者照片。\n2. 照片载明张贴地点、日期、责任人岗位。\n3. 广播电视公开的，保存播出单；会议公开的，保存通报材料。\n4. 公开内容更换、撤下的，记明日期和原因。\n5. 档案由县政务公开办公室检查，任何人可以查阅。', '清河规〔2011〕9号'),
  rule('grassroots/coordination', '2011-07-04', '清河县政府信息发布协调办法', '清政办发〔2011〕17号', '涉及两个以上机关的信息，由牵头机关协商一致后发布，防止口径不一。',
    '1. 信息涉及其他机关的，发布前应当沟通、确认，保证信息准确一致。\n2. 意见不一致的，报县政务公开办公室协调。\n3. 两个以上机关共同制作的，由牵头机关负责公开。\n4. 突发事项按照应急预案统一发布，其他机关不得抢先发布不实信息。', '清河规〔2011〕11号'),
  rule('grassroots/clarify-rules', '2011-07-11', '清河县澄清虚假或者不完整信息办法', '清政办发〔2011〕18号', '发现影响或者可能影响社会稳定、扰乱社会管理秩序的虚假或者不完整信息，由职责部门发布准确信息予以澄清。',
    '1. 任何机关发现虚假或者不完整信息，应当在职责范围内发布准确的政府信息。\n2. 澄清应当写明：说法是什么、事实是什么、依据是什么。\n3. 澄清应当与被澄清的原信息相互链接，便于群众对照。\n4. 未经核实不得发布；涉及个人隐私的，不得为澄清而公开个人信息。', '清河规〔2011〕12号'),
  qinghe('grassroots/signature-rule', '2008-06-02', {
    kind: 'normative', categoryId: 'A20_01', title: '关于查阅政府文件须经领导签字的规定', docNo: '清政办发〔2008〕11号', effectiveOn: '2008-06-02', summary: '要求查阅文件先由单位领导签字的旧规定，因妨碍群众查阅已公开信息被废止。', body: '1. 群众查阅本机关文件的，由办公室报单位领导签字同意后方可查阅。\n2. 查阅应当说明用途。', channels: [channel('notice-board', '2008-06-02', '县政府办公室')], fields: { genre: 'notice', issuers: ISSUER },
  }, { repealed: { on: '2011-08-01', reason: '查阅已公开的政府信息不需要领导签字；本规定与方便群众查阅的要求不符，予以废止。' } }),
  qinghe('grassroots/topic-system', '2011-08-08', {
    kind: 'institution', categoryId: 'A20_15', title: '“点题式”政务公开制度', formedOn: '2011-08-04', summary: '群众在“点题栏”写下关心的焦点、热点问题，下次政务公开时按题公开解答。', body: '本着“群众想知道什么就公开什么、关心什么就公开什么”的原则，开展“点题式”政务公开。\n\n1. **点题**：群众可在“点题栏”写下自己关心的问题，不要求署名。\n2. **审题**：乡镇政务公开人员登记，分派有权答复的机关；属于个人隐私、信访投诉、依申请公开的，告知相应途径。\n3. **答题**：待下次政务公开时按题公开解答。\n4. **反馈**：答复后群众仍有疑问的，可以再次点题。\n\n点题不是依申请公开，不开始法定答复期限。', basis: [onKey('清河县“一栏一台一网一会”政务公开实施办法', 'grassroots/four-forms')], channels: board('2011-08-08'),
    fields: { type: 'system', appliesTo: '清河县各乡镇、村（社区）', contacts: [{ name: '县政务公开股', address: '清川市清河县政府路1号', phone: '000-8842 0301' }], riskPoints: [] },
  }),
  qinghe('grassroots/clarify-signature', '2011-08-15', {
    kind: 'clarification', categoryId: 'A20_15', title: '澄清：查阅已公开的政府信息不需要领导签字', formedOn: '2011-08-11', summary: '针对“查文件要领导签字”的说法，说明已公开信息任何人可以查阅，旧规定已废止。', body: '个别部门仍存在需要领导签字后方能查阅的现象。已公开的信息，任何人可以在网站、公开栏和查阅点查阅，不需要登记、说明用途或者签字。', channels: board('2011-08-15'),
    fields: { claim: '查阅政府文件需要领导签字、说明用途。', fact: '已公开的信息任何人可以查阅。要求领导签字的2008年规定已于2011年8月1日废止。', evidence: [{ title: '关于查阅政府文件须经领导签字的规定（已废止）', key: 'grassroots/signature-rule' }] },
  }, { links: [{ type: 'clarifies', key: 'grassroots/signature-rule' }] }),
  qinghe('grassroots/outdated-cleanup', '2011-09-05', {
    kind: 'plan', categoryId: 'A20_15', title: '过时废止政府信息清理计划', formedOn: '2011-09-01', summary: '清理网站和公开栏中过时、废止的政府信息，标注有效性，保留原文。', body: '针对网站更新不及时、过时废止的信息没有及时处理的问题，组织清理。清理的原则是**标注而不是隐藏**：旧文保留，写明失效或者废止日期和取代文件。', basis: [onKey('清河县政务公开档案管理办法', 'grassroots/archive-evidence')], channels: board('2011-09-05'),
    fields: { from: '2011-09-05', to: '2011-12-30', items: [{ no: '1', name: '清点网站和公开栏全部规范性文件', lead: '县直各单位', dueOn: '2011-09-30', state: 'planned' }, { no: '2', name: '标注有效、失效、废止、已修改', lead: '县政务公开股', dueOn: '2011-10-31', state: 'planned' }, { no: '3', name: '补登文件全文，不得只登导读', lead: '县直各单位', dueOn: '2011-11-30', state: 'planned' }, { no: '4', name: '建立更新责任人和到期提醒', lead: '县政务公开股', dueOn: '2011-12-30', state: 'planned' }] },
  }),
  qinghe('grassroots/social-review', '2011-10-17', {
    kind: 'institution', categoryId: 'A20_15', title: '清河县政务公开监督考核和社会评议制度', formedOn: '2011-10-13', summary: '建立信息公开监督、考核、奖惩和举报制度，公众参与评议，对拒不公开的追究责任。', body: '1. 群众可以对公开不及时、不完整、不真实提出举报。\n2. 考核结果纳入用人和绩效考核。\n3. 对拒不推行政务公开或者公开不到位的，依照规定追究责任。\n4. 社会评议采用公开征集、随机邀请方式，评议结果公开。', channels: board('2011-10-17'), fields: { type: 'system', appliesTo: '县直单位和乡镇', contacts: [{ name: '县政务公开股', phone: '000-8842 0301' }], riskPoints: [] },
  }),
  qinghe('grassroots/liaisons', '2011-09-19', {
    kind: 'personnel', categoryId: 'A20_02', title: '政务信息热线联络员岗位名录', formedOn: '2011-09-15', summary: '群众在网站查询不到的信息，由联络员转到相关机关解答。', body: '对在政务信息数据库中查询不到的信息，可以在网站提出询问，由联络员转到相关行政机关解答。名录按单位和岗位公布，不公布姓名。', channels: board('2011-09-19'),
    fields: { type: 'roster', posts: [['县政府办公室政务公开股', '总联络'], ['县水利局办公室', '河道采砂、取水、禁渔'], ['县财政局综合股', '收费项目、补贴资金'], ['县国土资源局土地利用股', '土地审批、征地'], ['县农业局政策股', '惠农政策'], ['县民政局救助股', '社会救助']].map(([post, note]) => ({ post: `${post}联络员`, note: `负责解答：${note}` })) },
  }),
  fangbei('grassroots/face-to-face', '2012-03-19', {
    kind: 'institution', categoryId: 'A20_15', title: '坊北区首问负责和“面对面”直接办事制度', formedOn: '2012-03-15', summary: '首问人员登记、引导、跟踪到办结，群众与承办人“面对面”直接办事。', body: '1. 第一位接待群众的工作人员登记事项并引导到承办岗位。\n2. 承办人员与群众“面对面”说明依据、程序和时限，不得推诿。\n3. 移交时记明时间和接收岗位，首问责任保留到办结。\n4. 采纳合理化建议的，公开采纳情况。', channels: [channel('notice-board', '2012-03-19', '坊北区政务公开栏')], fields: { type: 'system', appliesTo: '坊北区各部门和街道、镇', contacts: [{ name: '区政府办公室政务公开科', phone: '000-8852 0301' }], riskPoints: [] },
  }),
  fangbei('grassroots/bulletin-meeting', '2012-06-18', {
    kind: 'meeting', categoryId: 'A20_15', title: '坊北区政务通报会情况', formedOn: '2012-06-15', openTerm: { term: 'periodic', every: 'half-year' }, summary: '区政府就政务公开、民生实事召开政务通报会，回应群众关心的问题。', body: '通报会公开阶段性工作和临时性事项，回应群众关心的行政成本、教育医疗住房公平和公共安全三类信息。会议内容同步在公开栏公开。', channels: [channel('meeting', '2012-06-18', '区政府会议室'), channel('notice-board', '2012-06-18', '街道公开栏')],
    fields: { type: 'meeting', subject: '政务公开和民生实事通报', heldOn: '2012-06-15', place: '坊北区政府会议室', roles: [], agenda: ['通报政务公开进展', '通报群众最关心的三类信息', '答复现场提问'] },
  }),
  fangbei('grassroots/microblog-rules', '2012-09-10', {
    kind: 'institution', categoryId: 'A20_15', title: '政务微博、博客问答和论坛答复规则', formedOn: '2012-09-06', summary: '鼓励领导干部开微博、博客与群众沟通，规定答复、核实和存档要求。', body: '1. 对市民提出的热点难点问题，及时在论坛做好答复解释。\n2. 答复由职责部门核实后发布，注明依据。\n3. 不得在公开答复中出现提问人个人信息。\n4. 不实信息按照澄清办法处理。\n5. 问答内容归档，与正式公开信息相互链接。', channels: [channel('social-media', '2012-09-10', '政务微博')], fields: { type: 'system', appliesTo: '坊北区领导干部和部门官方账号', contacts: [], riskPoints: [] },
  }),
  nanping('grassroots/community-terminals', '2013-04-15', {
    kind: 'project', categoryId: 'A20_15', title: '街道社区政府信息网络载体建设', formedOn: '2013-04-11', openTerm: { term: 'staged', nextOn: '2014-04-14' }, summary: '在街道办事处、社区设立信息查阅点，解决基层网络载体不足的问题。', body: '解决贫困乡镇、街道办事处及社区的网络载体建设问题，在政务大厅、图书馆、大型公共场所和社区设立政府信息查阅点。\n\n不能上网的群众，可以由工作人员代查、代为打印。',
    channels: [channel('notice-board', '2013-04-15', '南屏区政务公开栏')], fields: { type: 'project', lead: '南屏区人民政府办公室', partners: ['南门街道办事处', '雁岭镇人民政府'], stages: [{ name: '调查网络条件', state: 'done', actor: '街道、镇' }, { name: '设立查阅点', state: 'current', actor: '南门街道办事处', detail: '鼓楼社区、南湖社区' }, { name: '配备设备', state: 'planned', actor: '南屏区人民政府办公室' }, { name: '检查使用情况', state: 'planned' }] },
  }),
  xiling('grassroots/book-house-plan', '2012-11-12', {
    kind: 'plan', categoryId: 'A20_15', title: '农村书屋信息公开查阅网点建设计划', formedOn: '2012-11-08', summary: '依托农村书屋建立信息公开查阅网点，向乡村群众公开政府信息。', body: '在农村建立信息公开查阅网点，及时向乡村基层群众公开政府相关信息。边远乡村以纸质汇编为主，具备条件的配备电脑。', channels: [channel('notice-board', '2012-11-12', '西岭县政务公开栏'), channel('reading-point', '2012-11-13', '各农村书屋')],
    fields: { from: '2012-11-12', to: '2014-12-31', items: [{ no: '1', name: '松坪村查阅网点', lead: '松坪镇人民政府', state: 'done', progress: '已纳入农村书屋' }, { no: '2', name: '上坪村查阅网点', lead: '松坪镇人民政府', state: 'running' }, { no: '3', name: '云峰村查阅网点', lead: '云峰乡人民政府', state: 'running', progress: '网络条件较弱，先配送纸质汇编' }] },
  }),
];
