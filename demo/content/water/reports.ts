import { by, channel, law, onKey, type DemoDisclosure } from '../types.ts';

const water = by('qinghe-water');
const board = (on: string) => [channel('notice-board', on, '县水利局公示栏'), channel('website', on)];

export const reports: DemoDisclosure[] = [
  water('water/work-report-2014', '2014-12-31', {
    kind: 'report', categoryId: 'qinghe-water.publicity', title: '清河县水利局推行阳光政务、打造法治水利工作报告', formedOn: '2014-12-26', openTerm: { term: 'periodic', every: 'year' },
    summary: '报告权力清单、法治宣传、事项公示、执法、服务和制度建设情况，列明数据和不足。',
    body: '## 权力清单\n重新梳理行政权力事项，由原来的5项调整为8项。\n\n## 法治宣传\n电视宣传片、宣传单15000份、标语56幅、宣传车巡回宣讲、“世界水日”“中国水周”集中宣传。\n\n## 事项公示\n审批事项、行政许可、方案批复、项目招标投标情况通过网站、电视、公示栏公开。\n\n## 执法\n下发整改通知40份，处罚无证采砂5起；投资3万元安装电子监控设备；查处毒鱼案件6起，没收渔具15套；投放鱼苗100万尾。\n\n## 服务和制度\n公开领导分工、各股室流程和时限；确定四个关键岗位；制定首问负责、听证、公示、通报和问责制度。\n\n## 不足\n见执法队伍和执法环境报告。',
    basis: [onKey('清河县水利局行政权力清单', 'water/power-list'), onKey('2014年水政渔政执法统计', 'water/enforcement-statistics-2014')], channels: board('2014-12-31'),
    fields: { type: 'work', from: '2014-01-01', to: '2014-12-31', figures: [
      { label: '行政权力事项', value: 8, unit: '项', note: '原为5项' }, { label: '宣传单', value: 15000, unit: '份' }, { label: '宣传标语', value: 56, unit: '幅' }, { label: '整改通知', value: 40, unit: '份' }, { label: '处罚无证采砂', value: 5, unit: '起' },
      { label: '电子监控投资', value: 3, unit: '万元' }, { label: '毒鱼案件', value: 6, unit: '起' }, { label: '没收渔具', value: 15, unit: '套' }, { label: '投放鱼苗', value: 100, unit: '万尾' }] },
  }),
  water('water/enforcement-force-report', '2014-12-15', {
    kind: 'report', categoryId: 'qinghe-water.enforcement', title: '水行政执法力量、执法环境问题报告', formedOn: '2014-12-11', summary: '公开执法人员平均年龄超过50岁、专业知识不足、调查取证困难、部门推诿等问题和建议。',
    body: '## 执法力量严重不足\n执法人员年龄结构老化，平均年龄超过50岁；大多数既不是法律专业也不是水利专业，法律和专业知识掌握较少；水行政执法没有直接的强制手段。\n\n## 执法环境有待改善\n部分管理相对人避而不见、拒不配合，有的谩骂、围攻执法人员；旁证害怕报复，不敢作证。部分群众信访不信法。\n\n## 水资源保护意识还需提高\n水资源短缺已成为经济社会可持续发展的制约因素，水污染加剧了这种影响。\n\n## 多部门协作有待增强\n案件牵扯多个主管单位，协调不好时互相推诿、等靠，多头执法降低了执法效率。\n\n## 建议\n充实年轻干部；配备通讯、测量、摄像、照相等装备；加强业务培训；利用电台、电视台、报刊宣传水法；引导群众依法反映诉求；建议整合执法职能，成立综合执法队伍。',
    channels: board('2014-12-15'), fields: { type: 'inspection', to: '2014-12-11', figures: [{ label: '执法人员平均年龄（超过）', value: 50, unit: '岁', note: '来源表述为“平均年龄超过50岁”' }] },
  }),
  water('water/improvement-plan', '2014-12-22', {
    kind: 'plan', categoryId: 'qinghe-water.enforcement', title: '水行政执法队伍和执法环境整改计划', formedOn: '2014-12-18', openTerm: { term: 'staged' }, summary: '针对执法力量、执法环境、群众意识、部门协作四方面问题提出的工作安排，未完成的如实标明。', body: '计划内容来自执法力量问题报告的建议。成立综合执法局属县级机构改革事项，由县人民政府研究，本局只提出建议。', basis: [onKey('水行政执法力量、执法环境问题报告', 'water/enforcement-force-report')], channels: board('2014-12-22'),
    fields: { from: '2015-01-01', to: '2015-12-31', items: [
      { no: '1', name: '选派能力强、有一定执法工作经验的年轻干部充实执法队伍', lead: '办公室', state: 'planned' }, { no: '2', name: '配备通讯工具、测量仪器、摄像机、照相机等装备', lead: '办公室', state: 'planned' },
      { no: '3', name: '在岗执法人员专业知识和法律知识培训', lead: '水政监察大队', state: 'planned' }, { no: '4', name: '通过电台、电视台、报刊宣传水法、水土保持法、防洪法', lead: '办公室', state: 'planned' },
      { no: '5', name: '公布投诉、复议、诉讼、来访等合理渠道', lead: '办公室', state: 'running', progress: '举报指南已公布' }, { no: '6', name: '建议县人民政府成立综合执法局，明确牵头部门', lead: '县水利局', state: 'planned' }] },
  }),
  water('water/publicity-self-check', '2014-11-17', {
    kind: 'report', categoryId: 'qinghe-water.duties', title: '县水利局公示栏和信息公开自查报告', formedOn: '2014-11-13', summary: '逐项检查公示栏、网站、领导分工、服务指南、许可结果公开和撤下含个人信息材料的情况。',
    body: '## 检查结果\n1. 公示栏：领导姓名职务、分管工作、联系电话、照片和各股室指南已公开。\n2. 网站、电视、公示栏三种渠道均登记公示日期。\n3. 查明6月误公开安装联系人名单一次，已撤下并说明原因。\n4. 每次公示登记渠道和日期，公示栏张贴的留存照片。\n\n## 整改\n公开前由办公室核对个人信息，关键岗位一并检查。', channels: board('2014-11-17'),
    fields: { type: 'inspection', to: '2014-11-13', figures: [] },
  }),
  water('water/clarify-notice-vs-fine', '2014-05-05', {
    kind: 'clarification', categoryId: 'qinghe-water.enforcement', title: '澄清：收到整改通知不等于被罚款', formedOn: '2014-04-30', summary: '针对“收到整改通知就要交罚款”的说法，说明整改通知与行政处罚的区别。', body: '沿河群众在巡回宣讲时询问：收到整改通知是否就要交罚款？现说明如下。整改通知要求当事人限期改正，不收取任何费用；行政处罚须经立案、告知、决定程序，并送达决定书。任何人以整改通知为由索要现金的，请拒绝并举报。',
    channels: board('2014-05-05'), fields: { claim: '收到水政整改通知就要缴纳罚款。', fact: '整改通知是责令限期改正的文书，不是行政处罚，不收取费用。罚款必须经过法定程序作出决定并送达决定书。', evidence: [{ title: '水政整改通知下达和复查程序', key: 'water/correction-procedure' }] },
  }, { links: [{ type: 'clarifies', key: 'water/correction-procedure' }] }),
  water('water/clarify-highway-sand', '2014-08-18', {
    kind: 'clarification', categoryId: 'qinghe-water.sand', title: '澄清：高速公路开工不等于河道可以自由采砂', formedOn: '2014-08-14', summary: '针对“修高速期间河道采砂放开”的说法，重申许可、禁采区、禁采期规定不变。', body: '安平高速公路开工后，有说法称工程用砂可以不办许可。该说法不实。工程用砂同样应当取得许可，从可采区有序供应。', basis: [law('中华人民共和国水法', '第三十九条')], channels: board('2014-08-18'),
    fields: { claim: '高速公路建设期间河道采砂放开，工程用砂不用办理许可。', fact: '采砂许可制度没有改变。禁采区、禁采期内任何采砂都是违法的；重点工程用砂应当从可采区内有序供应。', evidence: [{ title: '清河县河道采砂管理办法第十九条', key: 'water/sand-mining-measures' }, { title: '安平高速公路建设期间河沙有序开采监管', key: 'water/highway-sand-supply' }] },
  }, { links: [{ type: 'clarifies', key: 'water/highway-sand-supply' }] }),
  water('water/clarify-form-purchase', '2014-02-17', {
    kind: 'clarification', categoryId: 'qinghe-water.duties', title: '澄清：办理水利审批不需要购买申请范本', formedOn: '2014-02-13', summary: '针对“必须到指定窗口购买申请范本”的说法，说明格式文本和样例免费提供。', body: '要求办事人到指定窗口购买范本的做法不符合规定。本局各项审批的申请书格式文本、填写样例一律免费提供，可在窗口领取或者从网站下载。', basis: [law('中华人民共和国行政许可法', '第五十八条')], channels: board('2014-02-17'),
    fields: { claim: '办理取水、采砂审批必须购买指定的申请范本。', fact: '申请书格式文本不收费。任何股室、窗口和中介不得要求申请人购买范本。', evidence: [{ title: '河道采砂许可办事指南（附免费样例）', key: 'water/guide-sand-licence' }] },
  }),
];
